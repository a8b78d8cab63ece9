"""On what condition: 受政府委托向人大报告 told without 受政府委托.

A rule that holds in some cases only, told as one for all, says what the source does not. A
condition may be told in any words; only where none of its words is in the statement was it dropped.
Writers hardly ever drop one where they keep the words around it, whatever its form.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault
from summarizer.checking.margins import BARELY, BESIDE, NEARLY_WHOLE
from summarizer.checking.propositions import Propositions, Reading
from summarizer.facts.records import Clause
from summarizer.facts.words import pairs

_SHORTEST = 5  # letters: 应保尽保 is no rule of its own
_ANY = re.compile("[一-龥]")
# In the clause itself: what is left out, the premise, the basis, on whose behalf, whom it fits.
_INSIDE = re.compile(
    "[(（][^()（）]{0,14}(?:除外|不含|不包括)[^()（）]{0,4}[)）]|"
    "在[^,。;在]{2,16}(?:前提|条件|情况)下|按[^,。;]{2,8}(?:口径|价格?计算)|原则上|"
    "受[^,。;]{2,10}委托|经[^,。;经]{2,14}(?:批准|同意|审核|审定|确认|认定|登记|评估)[^,。;]{0,4}后|"
    "(?<![^对给向为、及且并或同时])(?:符合|具备|满足)[^,。;()]{2,20}的(?!能力|水平|功能|[^(]*[)])|"
    "(?<!基本)(?<![应须需要已])(?:符合|具备|满足)[^,。;()]{2,20}的$|"
    "^(?:第[一二三四五六七八九十百]+条)?[一-龥]{4,24}?(?:(?<!及)时|之后)(?=应|可|要|须|不得|方可|予以|给予|暂)"
)
# Before it, in the same sentence.
_BEFORE = re.compile(
    "(?:^|[,;:]|[^,;]在|[一-龥](?=受))(?P<when>[^,;在]{2,16}(?:前提|条件|情况)下|受[^,;]{2,10}委托|"
    "待[^,;]{4,20}后|经(?!过|济|营)[^,;]{2,16}(?:批准|同意|审核|审定|确认|认定|登记|评估)后?|"
    "(?:如|若|凡|遇|逾期|未经|情节|造成|属于|有下列|特殊|必要)(?![^,;]*时[可应要须由])"
    "[^,;]{2,24}?(?:时|的|后)?|"
    "(?:符合|具备)[^,;]{2,20}的),$"
)
# 价差较大的, 可渐进调整: a premise of the writer's own is the source's in other words.
_PREMISE = re.compile("[^,;。]{2,}(?:的|时|后|下),[^;。]*$")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_COUNTED = re.compile(r"\d[^,(（]{0,4}$")
_LIGHT = frozenset("的了在和与及并且之者")
_WHOM = re.compile("已|未(?!来)|不|均|经(?![济营费贸常验])|符合|具备|取得|具有|属|满|参加|愿|且")
# 十起使人不安的活动: what a thing brought about tells it from no other.
_GAP = re.compile("(?!使|令|让|引起|造成|导致|带来)(?:[一-龥]{4,20}的|[一-龥]{3,24}且)")
# 300个具有辐射作用的基地, 制定符合国情的框架: what is to be made is described, where no duty is.
_DUTY = re.compile("应|须|不得|方可")
_MADE = re.compile("(?<![对给向为、及且并或时])(?:符合|具备|具有|满足)")
_IN_BRACKETS = re.compile("[^(]*\\)")
_FURTHER = re.compile("[、且并][一-龥]{4,20}")
_REACH = 28  # letters that a clause may be shorter


def conditions(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every rule whose condition the statement leaves out."""
    told = pairs(case.statement.text)
    weights = case.index.weights
    for prop in said.every(_ANY):
        best = prop.readings[0]
        if best.share < NEARLY_WHOLE or len(prop.clause.text.strip()) < _SHORTEST:
            continue
        if _differs(prop.clause.text, best.clause.text):
            continue
        for when in _conditions(prop.clause, best):
            if weights.share(pairs(when), told) >= BARELY or _is_short(when, prop.clause.text):
                continue
            words = when.strip(",;:()（）")
            yield case.of_clause("qualifier", prop.clause, best.span, "condition", theirs=words)
            break


def _is_short(when: str, mine: str) -> bool:
    """True where half of the letters of a condition are told, as 合乎国标 tells 符合国家标准的."""
    letters = set(_ANY.findall(when)) - _LIGHT
    return len(letters & set(mine)) * 2 >= len(letters)


def _differs(mine: str, theirs: str) -> bool:
    """True for two clauses of other figures altogether: the rule told is another one."""
    said, printed = set(_NUMBER.findall(mine)), set(_NUMBER.findall(theirs))
    return bool(said and printed) and not said & printed


def _conditions(clause: Clause, reading: Reading) -> Iterator[str]:
    theirs = reading.clause.text
    for found in _INSIDE.finditer(theirs):
        # 41起(不含消防) says what was counted, not when a rule holds
        if not (found[0][0] in "(（" and _COUNTED.search(theirs[: found.start()])):
            yield found[0]
    before = _BEFORE.search(reading.clause.head)
    if before is not None and not _PREMISE.search(clause.head):
        yield before["when"]
    yield from _left_out(clause.text.strip(), theirs)


def _left_out(mine: str, theirs: str) -> Iterator[str]:
    """Whom a rule is for, where the letters on both sides of that follow each other."""
    opens = theirs.find(mine[: BESIDE * 2])
    before = theirs[: max(opens, 0)]
    if _GAP.fullmatch(before) and _WHOM.search(before):
        yield before
    for place in range(BESIDE, len(mine) - BESIDE + 1):
        before, after = mine[place - BESIDE : place], mine[place : place + BESIDE]
        start = theirs.find(before)
        if start < 0 or before + after in theirs:
            continue
        start += BESIDE
        end = theirs.find(after, start, start + _REACH)
        gap = theirs[start:end] if end > start else ""
        described = _MADE.match(theirs, start) and not _DUTY.search(theirs)
        if described or _IN_BRACKETS.match(theirs, end):
            continue
        if (_GAP.fullmatch(gap) and _WHOM.search(gap)) or (
            after[0] == "的" and _FURTHER.fullmatch(gap) and _WHOM.search(gap)
        ):
            yield gap
