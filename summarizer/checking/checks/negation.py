"""Affirmed where the source denies, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checking.context import Alignment, Context, Fault, Grade
from summarizer.checking.textual import bigrams, share
from summarizer.checking.words import NEGATORS

_ALIGNED = 0.5
_KEPT = 0.6
_PHRASE = 4


def negations(context: Context) -> Iterator[Fault]:
    """Every clause that says a clause of the source with a negation more or less."""
    for alignment in context.aligned:
        if alignment.share >= _ALIGNED and (_added(alignment) or _lost(alignment)):
            yield Fault(
                "negation",
                Grade.DOUBTFUL,
                alignment.text,
                "negation",
                alignment.start,
                context.near(alignment.source.span),
            )


def _added(alignment: Alignment) -> bool:
    """A negation of the claim that the source's clause has not."""
    text, clause = alignment.text, alignment.clause
    for found in NEGATORS.finditer(text):
        around = text[max(0, found.start() - 1) : found.end() + 2]
        if around in alignment.source.text or NEGATORS.search(clause):
            continue
        after = text[found.end() : found.end() + 2]
        told = alignment.source.text.find(after)
        if told < 0 or NEGATORS.search(alignment.source.text[max(0, told - 4) : told]):
            continue
        kept = bigrams(f"{text[: found.start()]} {text[found.end() :]}")
        if share(kept, bigrams(alignment.source.text)) >= _KEPT:
            return True
    return False


def _lost(alignment: Alignment) -> bool:
    """A negation of the source's sentence that is cut out of the claim's words."""
    text, source = alignment.text, alignment.source.text
    for found in NEGATORS.finditer(source):
        before = source[max(0, found.start() - 1) : found.start()]
        after = source[found.end() : found.end() + 2]
        joined = before + after
        if len(joined) > 2 and joined in text and joined not in source:
            return True
        denied = source[found.end() : found.end() + _PHRASE]
        if len(denied) < _PHRASE or denied not in text or found[0] + denied in text:
            continue
        told = text.find(denied)
        if NEGATORS.search(text, max(0, told - _PHRASE), told):
            continue
        if source.count(denied) == source.count(found[0] + denied):
            return True
    return False
