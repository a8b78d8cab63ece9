"""A cause that the source does not state: the words behind the cue have no counterpart there."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.propositions import Propositions
from summarizer.facts.words import pairs

_CUE = re.compile(
    "由于|因为|鉴于|考虑到|得益于|归功于|缘于|源于|受益于|有赖于|归因于|(?<![原主成起病诱内外基])因(?![此而地素果应势人事时私公])|因(?=此前)(?=[一-龥]{3})|受(?=[^,]{2,14}(?:影响|带动|拉动|推动|冲击|制约))"
)
_NAMED = 2  # letters that name a cause which the source tells in other words
_SHORT = 4  # letter pairs: a longer cause says more than its name
_HELD = 0.4  # so much of the cause's words standing in the unit is a counterpart


def causes(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every stated cause whose words the unit does not have."""
    for number, clause in enumerate(case.said.clauses):
        found = _CUE.search(clause.text)
        if found is None or number in case.verbatim:
            continue
        content = pairs(clause.text[found.end() :])
        if not content:
            continue
        first = clause.text[found.end() : found.end() + _NAMED]
        if len(content) <= _SHORT and any(
            first in c.text and _CUE.search(c.text) for c in case.scope.clauses
        ):
            continue  # 受非典冲击 of 受非典疫情的影响
        weights = case.index.weights
        known = frozenset().union(
            *(c.pairs for c in (*case.scope.clauses, *case.scope.frame_clauses))
        )
        if weights.of(content & known) / (weights.of(content) or 1.0) >= _HELD:
            continue
        near = case.matches[number] or next(filter(None, case.matches), None)
        words = clause.text[found.start() :].strip("、,")
        yield case.says(
            "cause",
            Grade.DOUBTFUL,
            (clause.text.strip(), clause.span),
            "cause",
            near.clause.span if near is not None else case.scope.span,
            {"mine": words, **({} if near is not None else {"near": ""})},
        )
