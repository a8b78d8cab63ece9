"""Which sentence of the source a clause of a statement retells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from summarizer.anchors.records import Figure
from summarizer.checking.claims import Claims, ClaimSentence
from summarizer.checking.context import Alignment
from summarizer.checking.equality import flat
from summarizer.checking.index import SourceIndex
from summarizer.checking.matching import FigureMatch
from summarizer.checking.scope import Scope
from summarizer.checking.textual import bigrams, share
from summarizer.spans import Range

_CLAUSE = re.compile(r"(?:[^,，:：]|(?<=[0-9０-９])[,，](?=[0-9０-９]{3}))+")
_TIME = re.compile(
    r"[\s,，]*[一-龥\d]{0,10}(?:年|月|月份|日|底|初|末|来|目前|期间|年度|[之以]?[前后])"
)
# Nothing but how far it has come: said of the clause before.
_ADDED = re.compile(
    "[\\s,，]*(?:目前|现|均|已经?|全部|都|基本|全面|如期|顺利|圆满|整改|到位|完成|办结|"
    "落实|解决|完毕|销号|整改到位|见效|了|得到)+"
)
_RELATED = 0.15
_BY_FIGURE = 0.4  # a common figure binds two clauses that share few words
_MOSTLY = 0.5
_LEAST = 4  # fewer letter pairs say too little to be found by


def align(
    claims: Claims, matches: Sequence[FigureMatch], scope: Scope, index: SourceIndex
) -> tuple[Alignment, ...]:
    """The clauses of a statement beside their sources; what stands there literally left out.

    A clause with a figure goes to the clause of that figure, any other to the words most like it.
    """
    # In reading order, as the matches are.
    placed = {
        match.claim.figure.span.start: match.source
        for match in matches
        if match.source is not None and match.source.span.start in scope.span
    }
    starts = list(placed)
    return tuple(
        found
        for sentence in claims.sentences
        if not sentence.verbatim
        for place in _clauses(sentence, starts)
        if (found := _aligned(claims, place, sentence, placed, starts, scope, index)) is not None
    )


def _clauses(sentence: ClaimSentence, placed: Sequence[int]) -> Iterator[Range]:
    """The clauses of a sentence.

    A short one without a figure, or one that only tells a time, goes with the next, or the last
    with the one before; so does one that only tells how far it has come.
    """
    spans = [Range(*match.span()) for match in _CLAUSE.finditer(sentence.text)]
    merged: list[Range] = []
    start = None
    for span in spans:
        start = span.start if start is None else start
        clause = Range(sentence.span.start + start, sentence.span.start + span.end)
        known = bisect_left(placed, clause.start) < bisect_left(placed, clause.end)
        if merged and start == span.start and _ADDED.fullmatch(sentence.text, start, span.end):
            merged[-1] = Range(merged[-1].start, span.end)
            start = None
            continue
        telling = not _TIME.fullmatch(sentence.text, start, span.end)
        if telling and (known or len(bigrams(sentence.text[start : span.end])) >= _LEAST):
            merged.append(Range(start, span.end))
            start = None
    if start is not None:
        merged[-1:] = [Range(merged[-1].start if merged else start, spans[-1].end)]
    base = sentence.span.start
    return (Range(base + span.start, base + span.end) for span in merged)


def _aligned(
    claims: Claims,
    place: Range,
    sentence: ClaimSentence,
    placed: Mapping[int, Figure],
    starts: Sequence[int],
    scope: Scope,
    index: SourceIndex,
) -> Alignment | None:
    text = claims.text[place.start : place.end]
    if scope.tells(flat(text).strip(",:.")):
        return None
    pairs = bigrams(text)
    number, clauses = -1, []
    low, high = bisect_left(starts, place.start), bisect_left(starts, place.end)
    for start in starts[low:high]:
        figure = placed[start]
        near = index.surroundings(figure)
        if number < 0 and near.sentence >= 0 and share(pairs, near.wide) >= _RELATED:
            number = near.sentence
        if number >= 0 and near.sentence == number:
            clauses.append(near.clause)
    if number >= 0:
        source = index.sentences[number]
        closeness = max(share(pairs, source.pairs), _BY_FIGURE)
        clause = ",".join(dict.fromkeys(clauses))
        return Alignment(text, place.start, sentence, source, clause, closeness)
    found = index.nearest_sentence(pairs, scope.span)
    if found is None:
        return None
    source, closeness = found
    return Alignment(text, place.start, sentence, source, _clause(source.text, pairs), closeness)


def _clause(text: str, pairs: frozenset[str]) -> str:
    """The clauses of a sentence that are told, or the one most like it."""
    rows = [(part, own := bigrams(part), share(own, pairs)) for part in _CLAUSE.findall(text)]
    told = [part for part, own, kept in rows if kept >= _MOSTLY and len(own) >= _LEAST - 1]
    return ",".join(told) or max((row[0] for row in rows), key=lambda p: share(pairs, bigrams(p)))
