"""The assignment of claims to facts that is best as a whole.

Exact, by shortest augmenting paths (Jonker and Volgenant). Written out because scipy's solver costs
an import of 60 MB and 0.2 s, and a statement has a dozen claims. A fact may be taken twice, the
second time at a price; a claim may go without a fact at a price.
"""

from __future__ import annotations

from collections.abc import Sequence

# Claims of one statement at a time. A natural statement has at most 14, a sentence of the bundled
# reports 15; so many do not compete for one fact.
_BLOCK = 60


def assign(scores: Sequence[Sequence[float]], *, again: float, none: float) -> list[int | None]:
    """For each row the column it is given to, so that the sum of the scores is greatest.

    A column may serve a second row at the price `again`; a row left alone scores `none`.
    O(rows · columns) at any size: rows are taken in blocks, and of a block only the columns count
    that are worth more to one of its rows than none.
    """
    given: list[int | None] = []
    for first in range(0, len(scores), _BLOCK):
        block = scores[first : first + _BLOCK]
        worth = [at for at in range(len(block[0])) if any(row[at] > none for row in block)]
        best = _assigned([[row[at] for at in worth] for row in block], again, none)
        given += [worth[column] if column is not None else None for column in best]
    return given


def _assigned(scores: Sequence[Sequence[float]], again: float, none: float) -> list[int | None]:
    rows, columns = len(scores), len(scores[0])
    width = 2 * columns + rows
    costs = [[-s for s in row] + [again - s for s in row] + [-none] * rows for row in scores]
    taken = _solve(costs, rows, width)
    given: list[int | None] = [None] * rows
    for column, row in enumerate(taken):
        if row is not None and column < 2 * columns:
            given[row] = column % columns if columns else None
    return given


def _solve(costs: list[list[float]], rows: int, width: int) -> list[int | None]:
    """By column, the row it is given to; potentials keep every reduced cost at least zero."""
    infinite = float("inf")
    by_row, by_column = [0.0] * (rows + 1), [0.0] * (width + 1)
    taken, way = [0] * (width + 1), [0] * (width + 1)
    for row in range(1, rows + 1):
        taken[0], at = row, 0
        least, used = [infinite] * (width + 1), [False] * (width + 1)
        while taken[at]:
            used[at] = True
            current, delta, following = taken[at], infinite, 0
            cost, base = costs[current - 1], by_row[current]
            for column in range(1, width + 1):
                if used[column]:
                    continue
                reduced = cost[column - 1] - base - by_column[column]
                if reduced < least[column]:
                    least[column], way[column] = reduced, at
                if least[column] < delta:
                    delta, following = least[column], column
            for column in range(width + 1):
                if used[column]:
                    by_row[taken[column]] += delta
                    by_column[column] -= delta
                else:
                    least[column] -= delta
            at = following
        while at:
            taken[at], at = taken[way[at]], way[at]
    return [row - 1 if row else None for row in taken[1:]]
