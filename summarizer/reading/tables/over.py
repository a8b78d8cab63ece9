"""Which head stands over which columns, where only positions tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer import patterns as re
from summarizer.reading.tables.columns import Column, Piece, under
from summarizer.spans import Range

# How columns are computed from each other, or their numbers: no part of their names.
_FORMULA = re.compile(
    r"(?:[A-Za-z]|[0-9]{1,2})(?:\s*[=＝+＋*/（(—－-].{0,30})?|公\s*式|[栏行]\s*次"
)
_OFF = 2.0  # places by which a head may miss the middle of the columns that it stands over
_OFF_SHARE = 0.08  # of the width of those columns
_CENTRED = 0.2  # of the width of a table: blanks put its caption over the middle by eye
_MOST_BLANKS = 1  # in one head: 2024 年, 人均 GDP
_DRIFT = 4  # places beside a column that has no other head

Heads = list[tuple[str, Range | None]]
Placed = tuple[int, Piece]
"""A piece of a header and the line of the header that it stands on."""
Parts = list[list[Placed]]
"""For each column the pieces over it."""


def heads_over(
    columns: Sequence[Column], lines: Sequence[Sequence[Piece]]
) -> tuple[Heads, int] | None:
    """The heads of columns from the lines above them, and how many lines they take.

    None where a column of values is left without a head, or two have the same.
    """
    best: tuple[Heads, int] | None = None
    for taken in range(1, len(lines) + 1):
        used = lines[len(lines) - taken :]
        alone = len(used[0]) == 1 and len(under(used[0][0], columns)) != 1
        if alone and best is not None and _is_caption(used[0][0], columns):
            break
        heads = _heads(columns, used)
        if heads is not None:
            best = heads, taken
        elif best is not None and len(used[0]) > 1:
            return None  # another line of heads that fits nowhere
    return best


def _is_caption(piece: Piece, columns: Sequence[Column]) -> bool:
    """Whether a line of one piece stands over the middle of the whole table."""
    middle = (columns[0].left + columns[-1].right) / 2
    return abs(piece.middle - middle) < _CENTRED * (columns[-1].right - columns[0].left)


def _heads(columns: Sequence[Column], lines: Sequence[Sequence[Piece]]) -> Heads | None:
    lines = [[p for p in line if not _FORMULA.fullmatch(p.cell.text)] for line in lines]
    # Groups that repeat are surer than places: headers drift from their columns.
    for group in [*range(len(lines)), None]:
        parts = _under(columns, lines, group)
        if parts is not None and not _twins(columns, parts):
            break
    else:
        return None
    if any(column.valued and not held for column, held in zip(columns, parts, strict=True)):
        return None
    heads: Heads = []
    for held in parts:
        pieces = _ordered(held)
        heads.append((_name(held), pieces[-1].cell.span if pieces else None))
    return heads


def _under(
    columns: Sequence[Column], lines: Sequence[Sequence[Piece]], group: int | None
) -> Parts | None:
    """The pieces of the heads over each column; `group` is a line of heads over equal groups."""
    parts: Parts = [[] for _ in columns]
    wide: list[tuple[int, Piece]] = []
    for depth, line in enumerate(lines):
        if depth == group:
            continue
        in_order = _in_order(columns, line, drifting=group is not None)
        for number, piece in enumerate(line):
            over = under(piece, columns)
            if in_order is not None:
                parts[in_order[number]].append((depth, piece))
            elif len(over) == 1:
                parts[over[0]].append((depth, piece))
            else:
                wide.append((depth, piece))
    for depth, piece in wide:
        if piece.cell.text.count(" ") > _MOST_BLANKS:
            return None  # heads of several columns that one blank parts
        reach = _reach(depth, piece, columns, parts)
        if reach is None:
            return None
        for place in reach:
            parts[place].append((depth, piece))
    if group is not None:
        return _repeated(columns, parts, group, lines[group])
    return _shared(columns, parts) if _twins(columns, parts) else parts


def _in_order(
    columns: Sequence[Column], line: Sequence[Piece], *, drifting: bool
) -> list[int] | None:
    """The columns of a line that has a head for each of them, or for each one of values.

    Headers drift from their columns where a layout is printed as text; each head must still stand
    between the neighbours of its column, unless their names repeat and tell the same (`drifting`).
    """
    valued = [place for place, column in enumerate(columns) if column.valued]
    if drifting and len(valued) == len(line) > 1:
        return valued
    for places in (list(range(len(columns))), valued):
        if len(places) == len(line) > 1 and all(
            _near(columns, place, piece) for place, piece in zip(places, line, strict=True)
        ):
            return places
    return None


def _near(columns: Sequence[Column], place: int, piece: Piece) -> bool:
    """Whether a head stands between the neighbours of a column, or nearest to it of all."""
    behind = place == 0 or columns[place - 1].right <= piece.left
    before = place + 1 == len(columns) or piece.right <= columns[place + 1].left
    off = [abs(piece.middle - (column.left + column.right) / 2) for column in columns]
    return (behind and before) or off[place] == min(off)


def _repeated(
    columns: Sequence[Column], parts: Parts, depth: int, line: Sequence[Piece]
) -> Parts | None:
    """The heads with those of a line put over the groups of columns that repeat below it.

    金额 | 占比 | 金额 | 占比 below 2023年 | 2024年: the groups tell which head each of them has.
    """
    valued = [place for place, column in enumerate(columns) if column.valued]
    names = [place for place, column in enumerate(columns) if not column.valued]
    heads = [p for p in line if not any(columns[place].overlaps(p) for place in names)]
    size = len(valued) // len(heads) if heads else 0
    if len(heads) < 2 or size < 2 or size * len(heads) != len(valued):
        return None
    told = [_name(parts[place]) for place in valued]
    if any(name != told[number % size] for number, name in enumerate(told)):
        return None
    if len(set(told[:size])) < size or valued != list(range(valued[0], valued[-1] + 1)):
        return None
    result = [list(held) for held in parts]
    for number, place in enumerate(valued):
        result[place].append((depth, heads[number // size]))
    return result


def _name(held: Sequence[Placed]) -> str:
    """The name of a column: the words over it, from above."""
    return "".join(piece.cell.text for piece in _ordered(held))


def _ordered(held: Sequence[Placed]) -> list[Piece]:
    return [piece for _, piece in sorted(held, key=lambda part: (part[0], part[1].left))]


def _twins(columns: Sequence[Column], parts: Parts) -> bool:
    """Whether two columns of values in one row of heads have the same name."""
    seen: Counter[str] = Counter()
    for column, held in zip(columns, parts, strict=True):
        if not column.valued:
            seen.clear()  # a column of names begins another half of the table
            continue
        name = _name(held)
        seen[name] += 1
        if name and seen[name] > 1:
            return True
    return False


def _edges(place: int, columns: Sequence[Column], parts: Parts) -> tuple[int, int]:
    """How far a column reaches with the heads that stand over it alone."""
    pieces = [piece for _, piece in parts[place]]
    left = min([columns[place].left, *(piece.left for piece in pieces)])
    right = max([columns[place].right, *(piece.right for piece in pieces)])
    return left, right


def _reach(
    depth: int,
    piece: Piece,
    columns: Sequence[Column],
    parts: Parts,
) -> list[int] | None:
    """The columns under a head that stands over several or between two; None where unclear."""
    over = under(piece, columns)
    if not over:
        bare = [place for place, held in enumerate(parts) if not held]
        near = [
            place
            for place in bare
            if max(columns[place].left - piece.right, piece.left - columns[place].right) < _DRIFT
        ]
        if len(near) == 1:
            return near
        before = sum(1 for column in columns if column.right <= piece.left)
        if not 0 < before < len(columns):
            return None
        over = [before - 1, before]
    beside = [place for place, held in enumerate(parts) if any(d == depth for d, _ in held)]
    if any(place in beside for place in over):
        return None
    lowest = max([place + 1 for place in beside if place < over[0]], default=0)
    highest = min([place - 1 for place in beside if place > over[-1]], default=len(columns) - 1)
    fitting: list[tuple[int, float, list[int]]] = []
    for first in range(lowest, over[0] + 1):
        for last in range(over[-1], highest + 1):
            left, right = _edges(first, columns, parts)[0], _edges(last, columns, parts)[1]
            off = _off(piece, left, right)
            inner = all(
                any(d > depth for d, _ in parts[place]) for place in range(first, last + 1)
            )
            if inner and off is not None:
                fitting.append((last - first, -off, list(range(first, last + 1))))
    return max(fitting)[2] if fitting else None


def _off(piece: Piece, left: int, right: int) -> float | None:
    """By how far a head misses the middle of what it stands over; None where by too much."""
    off = abs(piece.middle - (left + right) / 2)
    return off if off <= max(_OFF, _OFF_SHARE * (right - left)) else None


def _shared(columns: Sequence[Column], parts: Parts) -> Parts:
    """Heads with those put over their neighbours that the middle or a total column tells."""
    result = [list(held) for held in parts]
    alone = [
        (depth, piece, place)
        for place, held in enumerate(parts)
        for depth, piece in held
        if columns[place].valued and sum(1 for other in parts for d, p in other if p is piece) == 1
    ]
    for depth, piece, place in alone:
        beside = [
            other
            for other, held in enumerate(parts)
            if other != place and any(d == depth for d, _ in held)
        ]
        lowest = max([other + 1 for other in beside if other < place], default=0)
        highest = min([other - 1 for other in beside if other > place], default=len(columns) - 1)

        def free(other: int, depth: int = depth) -> bool:
            """Whether a column has heads, all of them below this one."""
            held = parts[other]
            return columns[other].valued and bool(held) and all(d > depth for d, _ in held)

        reach = [place]
        if len(parts[place]) == 1:
            # A total with its parts behind it: 债务限额 | 一般债务 | 专项债务.
            while reach[-1] < highest and free(reach[-1] + 1):
                reach.append(reach[-1] + 1)
        else:
            while reach[0] > lowest and reach[-1] < highest:
                if not (free(reach[0] - 1) and free(reach[-1] + 1)):
                    break
                wider = [reach[0] - 1, *reach, reach[-1] + 1]
                left = _edges(wider[0], columns, parts)[0]
                right = _edges(wider[-1], columns, parts)[1]
                if _off(piece, left, right) is None:
                    break
                reach = wider
        for other in reach:
            if other != place and all(p is not piece for _, p in result[other]):
                result[other].append((depth, piece))
    return result
