"""The assignment of claims to facts: exact, and bounded where a statement has no end of claims."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from summarizer.checking.assign import assign

_AGAIN, _NONE = 2.0, -1.0
_SCORES = st.floats(-5, 9).map(lambda score: round(score, 2))
_ROWS = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(_SCORES, min_size=width, max_size=width), max_size=3)
)


def _worth(scores: list[list[float]], chosen: tuple[int | None, ...]) -> float:
    used: list[int] = []
    total = 0.0
    for row, column in zip(scores, chosen, strict=True):
        if column is None:
            total += _NONE
            continue
        total += row[column] - (_AGAIN if column in used else 0)
        used.append(column)
        if used.count(column) > 2:
            return float("-inf")
    return total


@given(_ROWS)
def test_no_other_assignment_is_worth_more(scores: list[list[float]]) -> None:
    """Against all that there are, of few rows and columns."""
    found = assign(scores, again=_AGAIN, none=_NONE)
    width = len(scores[0]) if scores else 0
    every = product([None, *range(width)], repeat=len(scores))
    best = max((_worth(scores, chosen) for chosen in every), default=0.0)
    assert abs(_worth(scores, tuple(found)) - best) < 1e-6


def test_a_thousand_rows_are_taken_in_blocks() -> None:
    """Each of its own column, in far less work than the cube of a thousand."""
    count = 1000
    scores = [[5.0 if at == row else -5.0 for at in range(count)] for row in range(count)]
    assert assign(scores, again=_AGAIN, none=_NONE) == list(range(count))
