"""By whom: 由中央财政补贴 where the source names others, and these nowhere near."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.departures import covered
from summarizer.checking.findings import Fault
from summarizer.checking.margins import LIKELY
from summarizer.checking.propositions import Propositions
from summarizer.checking.short_names import stands_for

_AGENT = re.compile("(?<![自理缘])[由归](?P<who>[一-龥]{2})(?P<more>[一-龥]{0,6})")
# 由区财政局 of 由我局, and 由市里统筹 of 市级统筹, are words of the writer's place.
_OURS = re.compile("[我本]")
# 由人均80元提高到120元 says from what, and 归自己 names nobody.
_FROM = re.compile(r"[^,;]*\d[^,;]*?(?:到|至|为|成)[^,;]*\d|[^,;]{1,12}?[变改转升]为")
_SELF = re.compile("自己|自身|本人|个人|其[他它]?|[他她它谁](?:们|的)?")
_LEVEL = re.compile("([省市县区])里")


def agents(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every agent behind 由 or 归 of whom no clause that may be meant has a letter pair."""
    for prop in said.saying(_AGENT):
        best = prop.readings[0]
        if best.share < LIKELY:
            continue
        near = "".join(reading.clause.sentence_text for reading in prop.admissible)
        near += best.clause.lead
        held = covered(prop.words, near)
        for found in _AGENT.finditer(prop.words):
            start, who = found.start("who"), found["who"]
            if _FROM.match(prop.words, start) or _SELF.match(who):
                continue
            level = _LEVEL.match(who)
            if any(held[start : start + 2]) or _OURS.search(near) or stands_for(who, near):
                continue
            if level is not None and f"{level[1]}级" in near:
                continue
            yield case.of_clause(
                "name", prop.clause, best.span, "stronger", mine=who + found["more"]
            )
            break
