"""What a figure is said of: 融资 for 投资, 城镇 for 农村, beside the same number."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checking.amounts import Relation, relation
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import LED_BY
from summarizer.checking.rivals import rivals
from summarizer.checking.textual import unquoted
from summarizer.facts.records import Fact


def labels(case: Case) -> Iterator[Fault]:
    """Every figure beside a word that names another thing than the source's word in its place."""
    for pair in case.pairs:
        source = pair.given
        if source is None or case.is_verbatim(pair.claim):
            continue
        if relation(pair.claim, source) is Relation.OTHER:
            continue
        found = _rivals(case, pair.claim, source)
        if found is not None:
            details = {"mine": found[0], "theirs": found[1]}
            yield case.fault("label", Grade.DOUBTFUL, pair.claim, "label", source, details)


def _rivals(case: Case, claim: Fact, source: Fact) -> tuple[str, str] | None:
    mine = f"{unquoted(claim.left)[-LED_BY:]} {claim.right[:LED_BY]}"
    theirs = f"{unquoted(source.left)[-LED_BY:]} {source.right[:LED_BY]}"
    told = case.clause_of(claim).sentence_text
    sentence = case.index.facts.clauses[source.clause].sentence_text
    for group in rivals():
        here = [word for word in group if word in mine]
        there = [word for word in group if word in theirs]
        if not here or not there or any(word in theirs for word in here):
            continue
        if there[0] in told or any(word in sentence for word in here):
            continue
        if not any(word in mine for word in there):
            return here[0], there[0]
    return None
