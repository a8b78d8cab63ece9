"""Where two clauses differ: the stretches between the runs of letters that they have in common."""

from __future__ import annotations

from functools import lru_cache

_RUN = 2  # letters: a single common one is chance
_LONGEST = 200  # letters of a clause that are compared: the work grows with their square


@lru_cache(maxsize=4)
def gaps(mine: str, theirs: str) -> tuple[tuple[int, int, int, int], ...]:
    """Start and end of each differing stretch in the first text and in the second."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, mine[:_LONGEST], theirs[:_LONGEST], autojunk=False)
    found = []
    a = b = 0
    for block in matcher.get_matching_blocks():
        if 0 < block.size < _RUN:
            continue
        if block.a > a or block.b > b:
            found.append((a, block.a, b, block.b))
        a, b = block.a + block.size, block.b + block.size
    return tuple(found)
