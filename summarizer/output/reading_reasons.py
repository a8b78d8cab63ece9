"""Why a text was read as it was: the notation that made a unit, where a figure's words come from.

Told from what the reading keeps (places, notations), for `summarize outline --explain`; one line a
unit or figure, by where it starts in the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.anchors.records import Figure
from summarizer.output.wording import word
from summarizer.reading.document import Document
from summarizer.reading.outline.notations import BLOCKS, ITEMS
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Bound, Lang, PeriodFrom

_CLAUSE_END = re.compile("[,，;；]")
_SENTENCE_END = re.compile("[。!！?？\n]")


@dataclass(frozen=True, slots=True)
class Reasons:
    """`units` by id: the notation that made them; `figures` by their start in the source: where
    label, period and bound come from."""

    units: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[int, str] = field(default_factory=dict)


def reasons(analysis: Analysis, lang: Lang) -> Reasons:
    """The reasons for all units and figures of a document."""
    document = analysis.document
    return Reasons(
        {
            unit.id: word("by_rule", lang).format(_notation(unit, document, lang))
            for unit in analysis.outline.walk()
        },
        {
            figure.span.start: "; ".join(_parts(figure, document.text, lang))
            for figure in analysis.anchors.figures
        },
    )


def _notation(unit: Unit, document: Document, lang: Lang) -> str:
    if not unit.marker:
        return word("whole_text" if unit.level else "before_first", lang)
    if unit.marker[0] in "#—":
        return word("plain_heading", lang)
    view = document.view
    start = view.locate(unit.marker_span.start)
    for notation in ITEMS if unit.inline else BLOCKS:
        if re.compile(notation.pattern).match(view.text, start):
            return notation.key.rstrip("~")
    return word("plain_heading", lang)


def _parts(figure: Figure, text: str, lang: Lang) -> list[str]:
    parts = [word("label_from", lang).format(word(_label_rule(figure, text), lang))]
    if figure.period is not None:
        told = figure.period_span
        if figure.period_from is PeriodFrom.STATED and told is not None:
            where = word("period_stated", lang).format("".join(text[told.start : told.end].split()))
        else:
            where = word("period_inherited", lang)
        parts.append(f"{figure.period} {where}")
    if figure.bound is not Bound.EQUAL:
        parts.append(f"{figure.bound} {figure.qualifier or ''}".strip())
    return parts


def _label_rule(figure: Figure, text: str) -> str:
    """Where the words of the label stand, as the rules look for them: behind the figure, in front
    of it in its clause, in an earlier clause that goes on, or with the subject of a sentence."""
    place = figure.label_span
    if figure.label is None or place is None:
        return "label_none"
    if figure.label not in "".join(text[place.start : place.end].split()):
        return "label_joined"
    if place.start >= figure.span.end:
        return "label_behind"
    between = text[place.end : figure.span.start]
    if _SENTENCE_END.search(between):
        return "label_apart"
    return "label_carried" if _CLAUSE_END.search(between) else "label_before"
