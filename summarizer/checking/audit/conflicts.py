"""The same fact told twice with different figures."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from summarizer.anchors.records import DateMention, Figure
from summarizer.checking.audit.notes import Note
from summarizer.checking.equality import amounts, comparator_name, unit_name
from summarizer.checking.index import SourceIndex
from summarizer.checking.textual import share
from summarizer.spans import Range
from summarizer.vocabulary import PeriodFrom

_ALIKE = 0.8
_LEAST_PAIRS = 6
_MANY = 6
_EVENT = re.compile("巡视|巡察|督查|督察|审计|查处|处分|问责|通报|约谈|移交|反馈|整改")
_AIM = re.compile("将|力争|目标|预期|计划|拟|左右|今年|(?<!主)要(?![求素点])|不低于|不少于|确保")
_INSPECTION = re.compile("(?:巡视|巡察)组?对.{2,20}(?:进行|开展)")


def conflicts(index: SourceIndex) -> Iterator[Note]:
    """Figures of one label, unit and period with the same words around and different values."""
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for figure in index.analysis.anchors.figures:
        if not figure.loose and figure.label and len(figure.label) > 2:
            groups.setdefault(_key(figure), []).append(figure)
    for group in groups.values():
        if len(group) > _MANY:
            continue
        for place, first in enumerate(group):
            for second in group[place + 1 :]:
                if amounts(first) != amounts(second) and _one_matter(index, first, second):
                    yield Note(
                        "conflict",
                        (first.span, second.span),
                        {"first": _named(index, first), "other": _named(index, second)},
                    )
    yield from _inspections(index)


def _key(figure: Figure) -> tuple[str, ...]:
    return (
        figure.label or "",
        unit_name(figure.unit),
        figure.period or "",
        figure.direction or "",
        comparator_name(figure.comparator) if figure.comparator else "",
        figure.change or "",
    )


def _one_matter(index: SourceIndex, first: Figure, second: Figure) -> bool:
    a, b = index.surroundings(first), index.surroundings(second)
    if a.sentence == b.sentence or min(len(a.near), len(b.near)) < _LEAST_PAIRS:
        return False
    if any(_is_aim(index, figure) for figure in (first, second)):
        return False
    # Without a stated period two years of one indicator cannot be told from one told twice.
    stated = first.period_from is PeriodFrom.STATED
    if not stated and not (_EVENT.search(a.clause) and a.clause == b.clause):
        return False
    return share(a.near, b.near) >= _ALIKE and share(b.near, a.near) >= _ALIKE


def _is_aim(index: SourceIndex, figure: Figure) -> bool:
    """True for what is intended: an aim differs from what was reached."""
    unit = index.unit_at(figure.span.start)
    while unit is not None:
        if unit.plan:
            return True
        unit = index.parents.get(unit.id)
    sentence = index.sentences[index.surroundings(figure).sentence]
    return _AIM.search(sentence.text) is not None


def _named(index: SourceIndex, figure: Figure) -> str:
    return f"{figure.label}{figure.text}"


def _inspections(index: SourceIndex) -> Iterator[Note]:
    """The period of one inspection, told with two different ends."""
    told: list[DateMention] = []
    for date in index.analysis.anchors.dates:
        if date.first == date.last or date.in_title or date.loose or len(date.first) != 10:
            continue
        after = index.document.normalised(Range(date.span.end, date.span.end + 40))
        if _INSPECTION.search(after):
            told.append(date)
    for first, second in itertools.pairwise(told):
        shared = (first.first == second.first) != (first.last == second.last)
        if shared:
            yield Note(
                "inspection",
                (first.span, second.span),
                {"first": index.printed(first.span), "other": index.printed(second.span)},
            )
