"""Parts against their stated sum, shares and differences against what they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from summarizer.anchors.records import Figure
from summarizer.checking.audit.notes import Note
from summarizer.checking.equality import Bound, amounts, bound_of, unit_name
from summarizer.checking.index import SourceIndex
from summarizer.spans import Range
from summarizer.vocabulary import FigureKind

_AMONG = re.compile("其中[,，:：]?")
_CLOSE = Decimal("0.02")
_SMALL = 50
_RATE = re.compile("(?P<done>[一-龥]{2})率(?:为|达|达到|是)?$")
_FROM_TO = re.compile("^(?:提高|提升|上升|下降|降低|增长|增加|降|升)?(?:到|至)")


def parts(index: SourceIndex) -> Iterator[Note]:
    """Sums, shares and differences told in one sentence that do not come out."""
    firm = [
        figure
        for figure in index.analysis.anchors.figures
        if not figure.loose and figure.high is None and bound_of(figure.qualifier) is Bound.NONE
    ]
    for number, group in groupby(firm, key=lambda figure: index.surroundings(figure).sentence):
        if number < 0:
            continue
        figures = list(group)
        yield from _sums(index, figures)
        yield from _rates(index, figures)
        yield from _differences(index, figures)


def _between(index: SourceIndex, first: Figure, second: Figure) -> str:
    return index.document.normalised(Range(first.span.end, second.span.start))


def _sums(index: SourceIndex, figures: Sequence[Figure]) -> Iterator[Note]:
    for place, whole in enumerate(figures[:-1]):
        if whole.kind is FigureKind.RATIO:
            continue
        if not _AMONG.search(_between(index, whole, figures[place + 1])):
            continue
        if _AMONG.search(_between(index, figures[place + 1], figures[-1])):
            continue
        same = [
            part
            for part in figures[place + 1 :]
            if unit_name(part.unit) == unit_name(whole.unit) and part.direction == whole.direction
        ]
        if not same:
            continue
        total = sum((part.value for part in same), Decimal(0))
        value = whole.value
        listed = "、".join(_named(part) for part in same)
        if same[0].value > value:
            yield Note(
                "part_exceeds",
                (whole.span, same[0].span),
                {"whole": _named(whole), "parts": _named(same[0])},
            )
        elif 1 < len(same) == len(figures) - place - 1 and _misses(total, value):
            yield Note(
                "parts_sum",
                (whole.span, *(part.span for part in same)),
                {"whole": _named(whole), "parts": listed, "total": _plain(total)},
            )


def _misses(total: Decimal, value: Decimal) -> bool:
    """True for a sum that comes close and is not equal: one far off has parts left out."""
    return total != value and value > _SMALL and abs(total - value) <= value * _CLOSE


def _rates(index: SourceIndex, figures: Sequence[Figure]) -> Iterator[Note]:
    for place, rate in enumerate(figures[2:], start=2):
        if rate.kind is not FigureKind.RATIO or rate.unit != "%" or rate.direction:
            continue
        whole, done = figures[place - 2], figures[place - 1]
        named = _RATE.search(_between(index, done, rate))
        if named is None or unit_name(whole.unit) != unit_name(done.unit):
            continue
        if FigureKind.RATIO in (whole.kind, done.kind):
            continue
        if named["done"] not in _between(index, whole, done) or not amounts(whole)[0]:
            continue
        if named["done"] in index.document.normalised(
            Range(max(0, whole.span.start - 8), whole.span.start)
        ):
            continue
        share = amounts(done)[0] * 100 / amounts(whole)[0]
        if share <= 100 and abs(share - rate.value) > 1:
            yield Note(
                "ratio",
                (rate.span, done.span, whole.span),
                {
                    "claimed": named["done"] + "率" + rate.text,
                    "parts": f"{done.text}/{whole.text}",
                    "total": f"{share:.1f}%",
                },
            )


def _differences(index: SourceIndex, figures: Sequence[Figure]) -> Iterator[Note]:
    for place, change in enumerate(figures[2:], start=2):
        low, high = figures[place - 2], figures[place - 1]
        if change.kind is not FigureKind.PERCENTAGE_POINTS:
            continue
        if not low.kind is high.kind is FigureKind.RATIO:
            continue
        if not _FROM_TO.search(_between(index, low, high).lstrip("的")):
            continue
        if change.span.start - high.span.end > 12 or change.comparator:
            continue
        difference = abs(high.value - low.value)
        if abs(difference - abs(change.value)) > Decimal("0.1"):
            yield Note(
                "difference",
                (change.span, low.span, high.span),
                {
                    "claimed": change.text,
                    "parts": f"{high.text}−{low.text}",
                    "total": _plain(difference),
                },
            )


def _named(figure: Figure) -> str:
    return f"{figure.label or ''}{figure.text}"


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
