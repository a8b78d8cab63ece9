"""On what condition: 意见分歧较大时应当暂缓表决 told without its 时.

A rule that holds in some cases only, told as one for all, says what the source does not. A
condition may be told in any words; only where none of its words is in the statement was it dropped.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.propositions import Propositions, Reading
from summarizer.facts.words import pairs

_SAME = 0.6  # so much of the rule in one clause of the source
_RULE = re.compile("应当?|可以?|要|须|不得|不予|方可|予以|给予|一律|暂缓|免")
_INSIDE = re.compile(
    "^(?:第[一二三四五六七八九十百]+条)?(?P<when>[一-龥]{4,24}?(?:(?<!及)时|的情况下|前提下|条件下|之后|除外))(?=应|可|要|须|不得|方可|予以|给予|暂)"
)
_BEFORE = re.compile(
    "(?:^|[,;:])(?P<when>(?:如|若|确|经(?!过|济|营)|未经|因|凡|情节|造成|符合|具备|属于|必要|有下列|特殊|遇|在[^,]{2,16}(?:前提|条件|情况)下)[^,;]{2,24}?(?:时|的|后|下)?),$"
)
_TOLD = 0.2  # so much of a condition's words in the statement: it is told


def conditions(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every rule whose condition the statement leaves out."""
    told = pairs(case.statement.text)
    weights = case.index.weights
    for prop in said.every(_RULE):
        best = prop.readings[0]
        if best.share < _SAME:
            continue
        when = _condition(best)
        if when is None or weights.share(pairs(when), told) >= _TOLD:
            continue
        claim = (prop.clause.text.strip(), prop.clause.span)
        near = best.clause.span
        yield case.says("qualifier", Grade.DOUBTFUL, claim, "condition", near, {"theirs": when})


def _condition(reading: Reading) -> str | None:
    inside = _INSIDE.search(reading.clause.text)
    if inside is not None:
        return inside["when"]
    before = _BEFORE.search(reading.clause.head)
    return before["when"] if before is not None else None
