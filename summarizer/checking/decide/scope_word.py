"""Whom or where a thing is said of: a wider level, 所有 or 全部 over what the source restricts."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case, Retelling
from summarizer.checking.findings import Fault
from summarizer.checking.margins import BESIDE, LIKELY, RETOLD
from summarizer.checking.propositions import Proposition, Propositions, Reading
from summarizer.facts.records import Clause

_ALL = re.compile(
    # 约占全部收入的48%: the whole that a share is of.
    "(?<!占)(?<!占到)(?<!相当于)所有|"
    "(?<!占)(?<!占到)(?<!相当于)(?<!几乎)(?<!近乎)全部(?!\\d)|全体|一律|悉数|各(?=[^类种级项自一二三四五六七八九十两\\d])|每[个家]|全员|全域|全覆盖|(?<![户人年月日平村])均"
)
_RESTRICTED = re.compile(
    "部分|一半|分之[一-九]|多数|试点|重点|有关|相关|其中|个别|一些|首批|主要|关键|示范|按比例|抽[查取]|"
    "(?<!10)(?<!\\d)\\d{1,2}(?:\\.\\d+)?%|近?半数|等\\d+|\\d+[条个家户处件名]"
)
_STEPS = "乡镇县区市州省国"
_WHOLE = re.compile("全([国省市州县区镇乡])")


def scope_words(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every clause that says more of a thing than the source does."""
    for number, clause in enumerate(case.clauses):
        word = _climbed(case, clause)
        if word is not None:
            match = case.matches[number]
            near = match.clause.span if match is not None else case.scope.span
            yield case.of_clause("scope_word", clause, near, mine=word)
    for held in case.retellings(RETOLD):
        word = _all(held)
        if word is not None:
            yield case.of_clause("scope_word", held.clause, held.span, mine=word)

    for prop in said.saying(_ALL):
        counted = _counted(case, prop)
        if counted is not None:
            mine, theirs, where = counted
            yield case.of_clause(
                "scope_word", prop.clause, where.span, "contrast", mine=mine, theirs=theirs
            )
    for prop in said.saying(_EVERY):
        for reading in prop.admissible:
            found = _universal(prop, reading) if reading.share >= LIKELY else None
            if found is not None:
                mine, theirs = found
                yield case.of_clause(
                    "scope_word", prop.clause, reading.span, "contrast", mine=mine, theirs=theirs
                )
                break


_EVERY = re.compile(
    "(?:全[国省市区县州镇乡](?:各|所有)|(?<![一-龥])(?:所有|全部|全体|各类|一切|任何)|"
    "(?<=[对把将给为向在让使])(?:所有|全部|全体|各类|一切|任何))的?(?=(?P<noun>[一-龥]{2,10}))"
)
_OPENS = re.compile("^(?:[一二三四五六七八九]是)?[对把将给为向在]?")
_MODIFIER = re.compile("[一-龥]{2,8}$")
_WHICH = re.compile("[一-龥]{2,6}的(?:[0-9]+[个家户名所条处])?$")
_UNIVERSAL = re.compile(
    "所有|全部|全体|各|每|均|都|一律|全覆盖|全面|全[国省市区县州镇乡员域体]|一切|任何|悉数"
)


def _universal(prop: Proposition, reading: Reading) -> tuple[str, str] | None:
    """全区所有校舍 where the source has only 存在安全隐患的校舍, and no word for all."""
    general = _UNIVERSAL.search(reading.sentence) is not None
    for found in _EVERY.finditer(prop.words):
        noun = found["noun"]
        for size in range(len(noun), 1, -1):
            place = reading.words.find(noun[:size])
            if place < 0:
                continue
            before = reading.words[max(0, place - 8) : place]
            modifier = (_WHICH if general else _MODIFIER).search(before)
            if modifier is not None:
                which = _OPENS.sub("", modifier[0])
                return found[0] + noun[:size], which + noun[:size]
            break
    return None


_HOW_MANY = 0.4  # so much of the clause in the one in which the source counts
_DONE = "已经都也被得到实现完成了"  # what stands between a word for all and its verb
_COUNT = re.compile(r"(?:了|约|近|超过)?(\d[\d.]*)(?!%)[一-龥]")


def _counted(case: Case, prop: Proposition) -> tuple[str, str, Reading] | None:
    """全部竣工 where the source says how many: 竣工4.86万平方米."""
    near = [r for r in prop.admissible if r.share >= _HOW_MANY]
    if any(_UNIVERSAL.search(r.sentence) or "100%" in r.sentence for r in near):
        return None
    for word in _ALL.finditer(prop.words):
        verb = prop.words[word.end() :].lstrip(_DONE)[:BESIDE]
        for reading in near if len(verb) == BESIDE else ():
            place = reading.sentence.find(verb)
            count = _COUNT.match(reading.sentence, place + BESIDE) if place >= 0 else None
            if count is not None and count[1] not in case.statement.text:
                return word[0] + verb, verb + count[0], reading
    return None


def _climbed(case: Case, clause: Clause) -> str | None:
    """全国首位 where the unit has 全省首位 and not 全国首位."""
    for found in _WHOLE.finditer(clause.text):
        behind = clause.text[found.end() : found.end() + BESIDE]
        if len(behind) < BESIDE or case.scope.states(found[0] + behind):
            continue
        if any(case.scope.states(f"全{step}{behind}") for step in _STEPS if step != found[1]):
            return found[0]
    return None


def _all(held: Retelling) -> str | None:
    found = _ALL.search(held.mine)
    if found is None or found[0] in held.sentence or _ALL.search(held.theirs):
        return None
    if "100%" in held.theirs:
        return None
    lost = _RESTRICTED.search(held.theirs)
    if lost is None or lost[0] in held.mine or _RESTRICTED.search(held.mine):
        return None
    return found[0]
