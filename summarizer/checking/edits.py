"""Where two clauses differ: the stretches between the runs of letters that they have in common."""

from __future__ import annotations

from collections.abc import Iterator

_RUN = 2  # letters: a single common one is chance
_LONGEST = 200


def gaps(mine: str, theirs: str) -> Iterator[tuple[int, int, int, int]]:
    """Start and end of each differing stretch in the first text and in the second."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, mine[:_LONGEST], theirs[:_LONGEST], autojunk=False)
    a = b = 0
    for block in matcher.get_matching_blocks():
        if 0 < block.size < _RUN:
            continue
        if block.a > a or block.b > b:
            yield a, block.a, b, block.b
        a, b = block.a + block.size, block.b + block.size
