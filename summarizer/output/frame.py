"""The measures as a table for pandas, polars and Parquet: one row a measure, figures nested."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from summarizer.errors import MissingExtraError
from summarizer.models import Report
from summarizer.output import phrases
from summarizer.output.style import Style

if TYPE_CHECKING:
    import pyarrow


def records(report: Report) -> list[dict[str, Any]]:
    """One flat record a measure, in reading order; vocabulary terms as in the JSON.

    `figures` is a list of records; their values are strings, exact as in the JSON.
    """
    found = []
    for path, measure in phrases.walk(report.sections):
        found.append(
            {
                "source": report.source.name,
                "sha256": report.source.sha256,
                "id": measure.id,
                "path": [phrases.name(s.marker, s.heading, s.id) for s in path],
                "marker": measure.marker,
                "heading": measure.heading,
                "problem": phrases.problem_of(path),
                "summary": measure.summary,
                "status": measure.status.value,
                "category": measure.category.value,
                "actors": list(measure.actors),
                "figures": [
                    item.model_dump(mode="json", exclude={"span"})
                    | {"start": item.span.start, "end": item.span.end}
                    for item in measure.figures
                ],
                "documents": [item.title for item in measure.documents],
                "verdict": measure.verdict.value,
                "findings": [item.reason for item in measure.findings],
                "origin": measure.origin.value,
                "start": measure.span.start,
                "end": measure.span.end,
                "text": report.source.text[measure.span.start : measure.span.end],
            }
        )
    return found


def _schema() -> pyarrow.Schema:
    import pyarrow as pa

    text, number = pa.string(), pa.int64()
    names = ("text", "value", "value_high", "unit", "kind", "qualifier", "label", "direction")
    figure = pa.struct(
        [(name, text) for name in (*names, "comparator", "period")]
        + [("start", number), ("end", number)]
    )
    nested = {
        "path": pa.list_(text),
        "actors": pa.list_(text),
        "figures": pa.list_(figure),
        "documents": pa.list_(text),
        "findings": pa.list_(text),
        "start": number,
        "end": number,
    }
    order = (
        *("source", "sha256", "id", "path", "marker", "heading", "problem", "summary", "status"),
        *("category", "actors", "figures", "documents", "verdict", "findings", "origin"),
        *("start", "end", "text"),
    )
    return pa.schema([(name, nested.get(name, text)) for name in order])


def render_parquet(report: Report, style: Style) -> bytes:
    """The table as a Parquet file. Raises MissingExtraError without pyarrow."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise MissingExtraError(
            "writing .parquet needs an optional library",
            hint="pip install 'report-summarize[parquet]'",
        ) from error
    sink = BytesIO()
    parquet.write_table(pa.Table.from_pylist(records(report), schema=_schema()), sink)
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
