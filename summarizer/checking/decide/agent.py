"""By whom: 由中央财政补贴 where the source names others, and these nowhere near."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.departures import covered
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.propositions import Propositions

_LIKE = 0.35  # so much of the clause in one clause of the source
_AGENT = re.compile("(?<![自理缘])[由归](?P<who>[一-龥]{2})(?P<more>[一-龥]{0,6})")
_NEAR = 8  # letters among which the next letter of a short name stands
# 由区财政局 of 由我局, and 由市里统筹 of 市级统筹, are words of the writer's place.
_OURS = re.compile("[我本]")
_LEVEL = re.compile("([省市县区])里")


def agents(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every agent behind 由 or 归 of whom no clause that may be meant has a letter pair."""
    for prop in said.saying(_AGENT):
        best = prop.readings[0]
        if best.share < _LIKE:
            continue
        near = "".join(reading.clause.sentence_text for reading in prop.admissible)
        near += best.clause.lead
        held = covered(prop.words, near)
        for found in _AGENT.finditer(prop.words):
            start, who = found.start("who"), found["who"]
            level = _LEVEL.match(who)
            if any(held[start : start + 2]) or _OURS.search(near) or _spread(who, near):
                continue
            if level is not None and f"{level[1]}级" in near:
                continue
            claim = (prop.clause.text.strip(), prop.clause.span)
            details = {"mine": who + found["more"]}
            yield case.says(
                "name", Grade.DOUBTFUL, claim, "stronger", best.clause.span, details
            )
            break


def _spread(who: str, text: str) -> bool:
    """True where the letters of a short name stand near each other, as 人社 in 人力资源社会保障."""
    place = text.find(who[0])
    while place >= 0:
        if who[1] in text[place + 1 : place + _NEAR]:
            return True
        place = text.find(who[0], place + 1)
    return False
