"""The figures by which a report will be quoted: few, and no two that say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from summarizer.analysis import Analysis
from summarizer.anchors.records import Figure
from summarizer.engines.digest.ranking import Ranked, rank_figures
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import FigureRole

MOST_KEY_FIGURES = 8  # what a reader takes in at a glance, in two rows of a screen
_LEAST = 1.0  # a figure worth less is offered for quotation only where there are few
_FEW, _LEAST_OF_FEW = 5, 0.4  # three to quote and two to spare; told in a first sentence at least
_FROM_ONE_UNIT = 2  # a level and its change, or two sides of one matter
# What stands above the measures sums them up; a work report tells its indicators in one paragraph.
_FROM_ONE_LEAD = 5
_PEOPLE = ("人", "人次", "名")
_BESIDE = 24  # characters, as where the growth of a key figure is printed
_A_PAGE = 500  # characters of a measure that tells so much that it is a chapter of its own


def key_figures(
    analysis: Analysis, *, most: int = MOST_KEY_FIGURES, ranked: Sequence[Ranked] | None = None
) -> tuple[int, ...]:
    """The starts, in the source, of the figures by which the report will be quoted.

    At most `most`, in reading order: totals, results, ranks, accountability, each from the place
    that tells it first; no two say the same, and few come from one unit. `ranked` is what
    `rank_figures` gives, where it is at hand.
    """
    chosen: list[Figure] = []
    labels: set[tuple[object, ...]] = set()
    from_unit: Counter[tuple[str, bool]] = Counter()
    rows = ranked if ranked is not None else rank_figures(analysis)
    rows = sorted(rows, key=lambda row: (-row.of_the_report, row.figure.span.start))
    results = any(row.worth >= _LEAST and not row.aside for row in rows)
    finest: dict[tuple[str, str], Decimal] = {}
    for row in rows:
        if row.of_all and not row.done:
            key = _counted(row)
            finest[key] = max(row.figure.value, finest.get(key, row.figure.value))
    most_people = _most_people(rows)
    for row in rows:
        worth, figure, unit, of_all = row.of_the_report, row.figure, row.unit, row.of_all
        if row.aside and results:
            continue
        least = _LEAST if len(chosen) >= _FEW else _LEAST_OF_FEW
        if worth < least or len(chosen) == most:
            break
        if of_all and not row.done and figure.value < finest[_counted(row)]:
            continue  # 4个方面、11项、23条具体问题 are the same, counted in ever smaller parts
        if figure.unit in _PEOPLE and _of_one_matter(figure, most_people):
            continue
        rate = figure.role is FigureRole.CHANGE or figure.unit == "%"
        if rate and any(_is_change_of(figure, level) for level in chosen):
            continue  # told beside the level that it belongs to
        label = (figure.label, figure.kind)
        twin = (figure.value, figure.unit)
        room = _room(unit) if unit.is_leaf and not of_all else _FROM_ONE_LEAD
        if label in labels or twin in labels or from_unit[unit.id, of_all] >= room:
            continue
        labels.update((label, twin))
        if figure.role is not FigureRole.CHANGE:
            chosen = [other for other in chosen if not _is_change_of(other, figure)]
        from_unit[unit.id, of_all] += 1
        chosen.append(figure)
    return tuple(sorted(figure.span.start for figure in chosen))


def _counted(row: Ranked) -> tuple[str, str]:
    """The unit of a count of all findings, or measures, and the noun that it counts."""
    return row.unit.id, (row.figure.label or "")[-2:]


def _most_people(rows: Sequence[Ranked]) -> dict[str | None, Decimal]:
    """The greatest count of people by its label, of what is worth quoting."""
    most: dict[str | None, Decimal] = {}
    for row in rows:
        figure = row.figure
        if row.worth >= _LEAST and not row.aside and figure.unit in _PEOPLE and figure.label:
            most[figure.label] = max(figure.value, most.get(figure.label, figure.value))
    return most


def _of_one_matter(figure: Figure, most: Mapping[str | None, Decimal]) -> bool:
    """Whether more people are told of under the same name, or a longer one.

    处分12人 of one matter, where 党纪政务处分33人 of all are told elsewhere.
    """
    label = figure.label
    return label is not None and any(
        figure.value < value for name, value in most.items() if name and name.endswith(label)
    )


def _room(unit: Unit) -> int:
    """How many figures a measure may give: one more for each page of it."""
    if unit.level == 0:
        return _FROM_ONE_LEAD
    length = unit.span.end - unit.span.start
    return min(_FROM_ONE_LEAD, _FROM_ONE_UNIT + length // _A_PAGE)


def _is_change_of(change: Figure, level: Figure) -> bool:
    """Whether the growth of a level would be quoted: it is printed beside it, or is told elsewhere.

    Of another year than the level it is a figure of its own.
    """
    if change.label != level.label or level.label is None:
        return False
    return (
        0 < change.span.start - level.span.end <= _BESIDE
        if change.period != level.period
        else change.role is FigureRole.CHANGE or change.unit == "%"
    )
