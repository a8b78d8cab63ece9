"""Tables out of the rules drawn on a page: cells are what lines close in on all four sides.

Coordinates are points of a level page, `y` upward. Only geometry is known here, no text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

# Points. A rule is up to 1.5 thick and drawn as two edges or as one line; rows are 8 high and more.
_SNAP = 3.0
_TOUCH = 4.0  # rules that meet in a corner end so near each other
# A wall stands where most of it is drawn: corners are left open, rules are broken by other rules.
_DRAWN = 0.6
_OPEN_SIDE = 8.0  # points that rows reach beyond the outermost upright: less is an overhang
_MOST_RULES = 4000  # a page of small print has 600 cells of four rules; more is a drawing


class Rule(NamedTuple):
    """A straight line along one axis: where it lies on the other, and its two ends."""

    at: float
    start: float
    end: float


class Box(NamedTuple):
    """A rectangle of the page."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell: its place in the grid (rows from above), how far it reaches, and its box."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table of a page: its uprights from the left, its levels from above, its cells in order."""

    uprights: tuple[float, ...]
    levels: tuple[float, ...]
    cells: tuple[RuledCell, ...]

    @property
    def box(self) -> Box:
        return Box(self.uprights[0], self.levels[-1], self.uprights[-1], self.levels[0])


def ruled_tables(across: Sequence[Rule], upright: Sequence[Rule]) -> list[RuledTable]:
    """The tables that horizontal and vertical rules draw, from above; never raises."""
    if len(across) + len(upright) > _MOST_RULES:
        return []
    across, upright = _merged(across), _merged(upright)
    found = (_table(*part) for part in _connected(across, upright))
    tables = [table for table in found if table is not None]
    return sorted(tables, key=lambda table: -table.box.top)


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Rules with those put together that lie on one line and touch."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        if groups and rule.at - groups[-1][0].at <= _SNAP:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    result: list[Rule] = []
    for group in groups:
        at = sum(rule.at for rule in group) / len(group)
        reach: list[list[float]] = []
        for rule in sorted(group, key=lambda rule: rule.start):
            if reach and rule.start - reach[-1][1] <= _TOUCH:
                reach[-1][1] = max(reach[-1][1], rule.end)
            else:
                reach.append([rule.start, rule.end])
        result += [Rule(at, start, end) for start, end in reach]
    return result


def _connected(
    across: Sequence[Rule], upright: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The rules in groups that cross or meet each other."""
    parent = list(range(len(across) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for row, flat in enumerate(across):
        for column, tall in enumerate(upright):
            meets = flat.start - _TOUCH <= tall.at <= flat.end + _TOUCH
            if meets and tall.start - _TOUCH <= flat.at <= tall.end + _TOUCH:
                parent[root(row)] = root(len(across) + column)
    parts: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(parent)):
        lines = parts.setdefault(root(index), ([], []))
        if index < len(across):
            lines[0].append(across[index])
        else:
            lines[1].append(upright[index - len(across)])
    yield from parts.values()


def _table(across: Sequence[Rule], upright: Sequence[Rule]) -> RuledTable | None:
    """The table of connected rules; None where they frame no grid of cells."""
    if len(across) < 3 or not upright:
        return None
    upright = _closed(across, upright)
    uprights = sorted({rule.at for rule in upright})
    levels = sorted({rule.at for rule in across}, reverse=True)
    rows, columns = len(levels) - 1, len(uprights) - 1
    if rows < 2 or columns < 2:
        return None
    flats = _by_place(across)
    talls = _by_place(upright)
    owner = list(range(rows * columns))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for row, (top, bottom) in enumerate(pairwise(levels)):
        for column, (left, right) in enumerate(pairwise(uprights)):
            place = row * columns + column
            if column and not _walled(talls[left], bottom, top):
                owner[root(place)] = root(place - 1)
            if row and not _walled(flats[top], left, right):
                owner[root(place)] = root(place - columns)
    members: dict[int, list[tuple[int, int]]] = {}
    for place in range(rows * columns):
        members.setdefault(root(place), []).append(divmod(place, columns))
    cells: list[RuledCell] = []
    for places in members.values():
        (row, column), (last_row, last_column) = min(places), max(places)
        height, width = last_row - row + 1, last_column - column + 1
        if height * width != len(places) or column != min(each for _, each in places):
            return None  # rooms that are no rectangles: a form or a drawing
        box = Box(
            uprights[column], levels[last_row + 1], uprights[last_column + 1], levels[row]
        )
        cells.append(RuledCell(row, column, height, width, box))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return RuledTable(tuple(uprights), tuple(levels), tuple(cells))


def _closed(across: Sequence[Rule], upright: Sequence[Rule]) -> list[Rule]:
    """The uprights, with one on each side that a table leaves open."""
    low, high = min(rule.at for rule in across), max(rule.at for rule in across)
    result = list(upright)
    left, right = min(rule.at for rule in upright), max(rule.at for rule in upright)
    starts = sorted(rule.start for rule in across)
    ends = sorted(rule.end for rule in across)
    # Of most rules, not of one that is drawn too long.
    first, last = starts[len(starts) // 2], ends[len(ends) // 2]
    if first < left - _OPEN_SIDE:
        result.append(Rule(first, low, high))
    if last > right + _OPEN_SIDE:
        result.append(Rule(last, low, high))
    return result


def _by_place(rules: Sequence[Rule]) -> dict[float, list[Rule]]:
    places: dict[float, list[Rule]] = {}
    for rule in rules:
        places.setdefault(rule.at, []).append(rule)
    return places


def _walled(rules: Sequence[Rule], start: float, end: float) -> bool:
    """Whether rules on one line stand between two neighbours."""
    drawn = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules)
    return drawn >= _DRAWN * (end - start)
