"""The measures as a table for pandas, polars and Parquet: one row a measure, figures nested."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from summarizer.errors import MissingExtraError
from summarizer.facts.indicator import Indicators
from summarizer.models import Figure, Measure, Report, Span
from summarizer.output import phrases
from summarizer.output.style import Style

if TYPE_CHECKING:
    import pyarrow

PRECISION, SCALE = 38, 9
"""Digits of a decimal in a table file, and those behind the point: the most that Parquet readers
and DuckDB take, with room for 千万亿元 and for a millionth of a per cent."""
_STEP = Decimal(1).scaleb(-SCALE)
_MOST = Decimal(1).scaleb(PRECISION - SCALE)


def facts(report: Report) -> dict[str, Any]:
    """What every row says of the source, so that rows of many reports can stand in one table."""
    source = report.source
    return {
        "source": source.name,
        "sha256": source.sha256,
        "title": source.title,
        "issuer": source.issuer,
        "issued_on": source.issued_on,
        "kind": source.kind,
    }


def records(report: Report) -> list[dict[str, Any]]:
    """One flat record a measure, in reading order; vocabulary terms as in the JSON.

    `figures`, `dates` and `points` are lists of records; values are Decimals.
    """
    text = report.source.text if report.source.attached else ""
    names = Indicators(report.source.issuer, report.source.title)
    return [
        facts(report)
        | {
            "id": measure.id,
            "path": [phrases.name(s.marker, s.heading, s.id) for s in path],
            "marker": measure.marker,
            "heading": measure.heading,
            "problem": phrases.problem_of(path),
        }
        | _told(measure, names)
        | _place(measure.span)
        | {"text": text[measure.span.start : measure.span.end]}
        for path, measure in phrases.walk(report.sections)
    ]


def figure_record(figure: Figure, names: Indicators) -> dict[str, Any]:
    """A figure as a flat record, its values as Decimals that a table file can hold."""
    told = figure.model_dump(mode="json", exclude={"span", "value", "value_high"})
    values = {"value": storable(figure.value), "value_high": storable(figure.value_high)}
    return told | values | {"indicator": names.of(figure)} | _place(figure.span)


def storable(value: Decimal | None) -> Decimal | None:
    """A value in the digits of a table file; None where it has more before the point."""
    if value is None or abs(value) >= _MOST:
        return None
    return value.quantize(_STEP) if value.as_tuple().exponent < -SCALE else value  # type: ignore[operator]


def _told(measure: Measure, names: Indicators) -> dict[str, Any]:
    return {
        "summary": measure.summary,
        "points": [
            {"text": p.text, "status": p.status.value, "origin": p.origin.value} | _place(p.span)
            for p in measure.points
        ],
        "status": measure.status.value,
        "category": measure.category.value,
        "actors": list(measure.actors),
        "figures": [figure_record(item, names) for item in measure.figures],
        "dates": [
            {"text": d.text, "first": d.start, "last": d.end} | _place(d.span)
            for d in measure.dates
        ],
        "documents": [item.title for item in measure.documents],
        "extra": json.dumps(measure.extra, ensure_ascii=False, default=str),
        "verdict": measure.verdict.value,
        "findings": [item.reason for item in measure.findings],
        "rejected": [item.text for item in measure.rejected],
        "origin": measure.origin.value,
    }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def schema() -> pyarrow.Schema:
    """The columns of the table for pyarrow."""
    import pyarrow as pa

    text, number, value = pa.string(), pa.int64(), pa.decimal128(PRECISION, SCALE)
    place = [("start", number), ("end", number)]
    texts = [name for name in Figure.model_fields if name not in ("span", "subject")]
    texts.append("indicator")
    figure = [(name, value if name.startswith("value") else text) for name in texts]
    point = [(name, text) for name in ("text", "status", "origin")]
    date = [(name, text) for name in ("text", "first", "last")]
    nested = {
        "path": pa.list_(text),
        "points": pa.list_(pa.struct([*point, *place])),
        "actors": pa.list_(text),
        "figures": pa.list_(pa.struct([*figure, ("subject", pa.list_(text)), *place])),
        "dates": pa.list_(pa.struct([*date, *place])),
        "documents": pa.list_(text),
        "findings": pa.list_(text),
        "rejected": pa.list_(text),
        "start": number,
        "end": number,
    }
    order = (
        *("source", "sha256", "title", "issuer", "issued_on", "kind"),
        *("id", "path", "marker", "heading", "problem", "summary", "points", "status"),
        *("category", "actors", "figures", "dates", "documents", "extra", "verdict", "findings"),
        *("rejected", "origin", "start", "end", "text"),
    )
    return pa.schema([(name, nested.get(name, text)) for name in order])


def need_pyarrow() -> None:
    """Raises MissingExtraError without pyarrow."""
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise MissingExtraError(
            "writing .parquet needs an optional library",
            hint="pip install 'report-summarize[parquet]'",
        ) from error


def table(rows: Iterable[dict[str, Any]]) -> pyarrow.Table:
    """Records as a pyarrow table. Raises MissingExtraError without pyarrow."""
    need_pyarrow()
    import pyarrow as pa

    return pa.Table.from_pylist(list(rows), schema=schema())


def render_parquet(report: Report, style: Style) -> bytes:
    """The table as a Parquet file. Raises MissingExtraError without pyarrow."""
    made = table(records(report))
    import pyarrow.parquet as parquet

    sink = BytesIO()
    parquet.write_table(made, sink)
    return sink.getvalue()


def to_frame(report: Report) -> Any:
    """The table as a pandas DataFrame, else a polars one; whichever is installed.

    Raises MissingExtraError where neither is.
    """
    try:
        import pandas
    except ImportError:
        try:
            import polars
        except ImportError as error:
            raise MissingExtraError(
                "a frame needs pandas or polars", hint="pip install pandas"
            ) from error
        return polars.DataFrame(records(report), infer_schema_length=None)
    return pandas.DataFrame(records(report))
