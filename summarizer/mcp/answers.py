"""What the tools tell: short records, since an assistant reads them all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from summarizer.analysis import Analysis
from summarizer.models import Figure, Measure, Report, Section
from summarizer.models.values import written_out
from summarizer.vocabulary import Verdict

_SENTENCE_END = "。！？；\n"
_LONGEST = 120
"""Characters of a sentence of the source on either side of a figure."""


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True)


class UnitLine(_Told):
    """A unit of the outline; `id` is what the other tools name it by."""

    id: str
    marker: str
    heading: str | None


class OutlineAnswer(_Told):
    """How a report was read."""

    title: str | None
    issuer: str | None
    issued_on: str | None
    characters: int
    units: tuple[UnitLine, ...]


class FigureLine(_Told):
    """A figure of the source: as printed, its value in the base unit, and the sentence it is in."""

    text: str
    value: str
    value_high: str | None
    unit: str
    label: str | None
    period: str | None
    in_unit: str | None
    sentence: str


class FiguresAnswer(_Told):
    """The figures that were looked for, and how many more there are."""

    figures: tuple[FigureLine, ...]
    more: int


class Doubt(_Told):
    """A claim that the source does not bear out: what the source says nearest to it."""

    claim: str
    verdict: str
    reason: str
    nearest: str | None


class VerifyAnswer(_Told):
    """What checking a text came to. Where `contradicted` is not 0 the text is not to be shown."""

    supported: int
    approximated: int
    contradicted: int
    unverifiable: int
    unread: int
    doubts: tuple[Doubt, ...]


def outline(analysis: Analysis) -> OutlineAnswer:
    """The head of a report and its units."""
    document = analysis.document
    return OutlineAnswer(
        title=document.title,
        issuer=document.issuer,
        issued_on=document.issued_on,
        characters=len(document.text),
        units=tuple(
            UnitLine(id=unit.id, marker=unit.marker, heading=unit.heading)
            for unit in analysis.outline.walk()
        ),
    )


def figures(report: Report, query: str, limit: int) -> FiguresAnswer:
    """The figures whose label, subject or sentence holds every word of the query."""
    words = query.split()
    found = [line for line in _lines(report) if all(word in _searched(line) for word in words)]
    # A word in the label says more than one somewhere in the sentence.
    found.sort(key=lambda line: not all(word in (line.label or "") for word in words))
    return FiguresAnswer(figures=tuple(found[:limit]), more=max(0, len(found) - limit))


def verdict(report: Report) -> VerifyAnswer:
    """The counts, and every claim that is contradicted, doubtful or could not be decided."""
    told = report.verification
    return VerifyAnswer(
        supported=told.supported,
        approximated=told.approximated,
        contradicted=told.contradicted,
        unverifiable=told.unverifiable,
        unread=told.unread,
        doubts=tuple(
            Doubt(
                claim=finding.claim,
                verdict=finding.verdict.value,
                reason=finding.reason,
                nearest=finding.nearest.text if finding.nearest else None,
            )
            for finding in report.findings
            if finding.verdict in (Verdict.CONTRADICTED, Verdict.UNVERIFIABLE)
        ),
    )


def _lines(report: Report) -> Iterator[FigureLine]:
    holders: list[Section | Measure] = [*report.walk(), *report.measures]
    homes = {figure.span.start: holder.id for holder in holders for figure in holder.figures}
    for figure in report.figures:
        yield FigureLine(
            text=figure.text,
            value=written_out(figure.value),
            value_high=None if figure.value_high is None else written_out(figure.value_high),
            unit=figure.unit,
            label=figure.called or None,
            period=figure.period,
            in_unit=homes.get(figure.span.start),
            sentence=_sentence(report.source.text, figure),
        )


def _searched(line: FigureLine) -> str:
    return f"{line.label or ''}\n{line.sentence}"


def _sentence(text: str, figure: Figure) -> str:
    start = max(text.rfind(mark, 0, figure.span.start) for mark in _SENTENCE_END) + 1
    ends = [place for mark in _SENTENCE_END if (place := text.find(mark, figure.span.end)) >= 0]
    start = max(start, figure.span.start - _LONGEST)
    end = min([*ends, len(text) - 1, figure.span.end + _LONGEST]) + 1
    return re.sub(r"\s+", "", text[start:end])
