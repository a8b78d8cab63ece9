"""Affirmed where the source denies, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.textual import bigrams, clause_at, share
from summarizer.checking.words import NEGATORS

_ALIGNED = 0.6
_CLAUSE = 0.7


def negations(context: Context) -> Iterator[Fault]:
    """Every clause that says a clause of the source with a negation more or less."""
    for alignment in context.aligned:
        if alignment.share < _ALIGNED:
            continue
        mine, theirs = alignment.claim.text, alignment.source.text
        odd = _unmatched(mine, theirs) or _unmatched(theirs, mine)
        if odd:
            yield Fault(
                "negation",
                Grade.DOUBTFUL,
                alignment.claim.text,
                "negation",
                alignment.claim.span.start,
                context.near(alignment.source.span),
            )


def _unmatched(first: str, second: str) -> bool:
    """True where a clause of `first` denies what `second` says without that negation."""
    for found in NEGATORS.finditer(first):
        place = clause_at(first, found.start(), found.end())
        clause = first[place.start : place.end]
        if clause in second:
            continue
        bare = clause.replace(found[0], "", 1)
        if len(bare) > 3 and bare in second:
            return True
        kept = bigrams(first[place.start : found.start()] + " " + first[found.end() : place.end])
        around = first[max(place.start, found.start() - 1) : found.end() + 2]
        denied = NEGATORS.search(second) is not None
        if len(kept) > 3 and share(kept, bigrams(second)) >= _CLAUSE and around not in second:
            return not denied
    return False
