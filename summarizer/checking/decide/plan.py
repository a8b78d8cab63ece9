"""A plan told as a result."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case, Retelling
from summarizer.checking.decide.status import says_done
from summarizer.checking.findings import Fault
from summarizer.checking.margins import LED_BY, LIKELY, RETOLD
from summarizer.checking.propositions import Propositions, Reading

_HEAD = 30  # letters before a clause whose words still govern it
_WILL = re.compile(
    "(?<![已即])将(?=[^来军]|来)(?![^,]{1,14}(?:作为|纳入|列入|转|提高|降|由|从|定|分|视|当|融|改|调|送|交|压|减|增|缩|延))|拟(?![定订写])|计划(?=[于在到今明新建投完])|力争|预计|有望|打算|准备(?=[^金好])|明年|下一?步|争取|今后|逐步"
)
_IS_DONE = re.compile("(?<![不而])已(?!发)|(?<=[建改引培组增完实造投搬脱成到得])了")
_HAS = re.compile(
    "已|(?<=[建改引培组消增完实造投搬脱成到得])了|建成|完成(?!.{0,4}目标)|实现(?!.{0,4}目标)|获得?|荣获|达到?[^,]{0,3}[0-9]|增长[0-9]|竣工|通车"
)
# A perfect that the writer set: done by now.
_PERFECT = re.compile(
    "已经?(?!发|有(?!\\d)|下达|定|知|纳入)|(?<=[建改引培组消增完实造投搬脱])了|成功|获得(?=[^得])|圆满|顺利(?=[完实建通])|完成(?!.{0,4}(?:目标|任务数))"
)
_AHEAD = re.compile(
    "(?<!已)将(?!军|来的|.{0,4}作为)|拟(?![定订写])|计划|力争|预计|争取|目标|要(?!求|点|素|闻|害)|规划|准备|打算|今后|下一?步|"
    "确保|努力|推动|有望|到20\\d\\d年|年底前|前完成|待"
)
_INTENDS = re.compile(
    "(?<![现兹])将(?=[^来军])|拟(?![定订写])|计划(?!单列)|力争|预计|争取|规划|准备|打算|努力|确保|推动|有望|方案|推进计划"
)
_OUGHT = re.compile(
    "应当|(?<![对响相适反供])应(?![急用对收届邀付纳有援聘])|(?<!无)须(?!知)|必须|(?<![需主重摘纪概只])要(?!求|点|素|闻|害|件|案|么|强|职|道|地|事)"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?![\d.]*[年月日])")
_ALIKE = 0.3  # so much of a clause in another one with all of its numbers: that tells it as well
_ALIKE_BARE = 0.5  # and so much where there is no number but those of dates
_STEM = 2  # letters of 完成 behind 已经
_BY_THEN = re.compile("(?:实际|已|目前|现|截至)(?P<what>[^,;]{1,8})")
_BY_NOW = re.compile("已|现已")
_WILL_BE = re.compile(
    "(?<!已)将(?=[^军来])|拟(?![定订写])|力争|争取|有望|预计|预期|打算|确保|年底前|前完成"
)
_LEADS = re.compile("将|力争|计划(?!,)")
_FIGURE = re.compile(r"\d")
_DONE_THERE = re.compile("已|了|成功|圆满|取得|迈出")
# 已办理登记的可以申请 and 对已完成事项开展回头看 tell no result.
_WHICH = re.compile("[对将把从]已|已[^,了]{1,14}的(?=[,可应须不]|$)")


def plans(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every clause that tells as done what the source only intends."""
    for held in case.retellings(LIKELY):
        found = _PERFECT.search(held.mine)
        if found is None or _WHICH.search(held.mine):
            continue
        if found[0] in held.theirs or _DONE_THERE.search(held.theirs):
            continue
        if _told_done(case, held, found[0]):
            continue
        plainly = case.planned(held) or _intended(held)
        if (plainly or _led_on(held)) and not _is_ahead(held, found, plainly=plainly):
            yield case.of_clause("plan_as_result", held.clause, held.span)


def _told_done(case: Case, held: Retelling, word: str) -> bool:
    """True where the source tells the result as well.

    Its sentence goes on with 实际完成, or another clause of the report has the figures as done.
    """
    behind = held.sentence[held.match.clause.end :]
    if any(word[-_STEM:] in found["what"] for found in _BY_THEN.finditer(behind)):
        return True
    numbers = set(_NUMBER.findall(held.mine))
    for share, clause in case.index.nearest_clauses(held.clause.pairs):
        text = clause.text
        alike = share >= (_ALIKE if numbers else _ALIKE_BARE)
        if not alike or not numbers <= set(_NUMBER.findall(text)):
            continue
        unit = case.index.unit_at(clause.span.start)
        if clause.sentence == held.match.clause.sentence or (unit is not None and unit.plan):
            continue
        if says_done(text) and not _AHEAD.search(clause.head[-_HEAD:] + text):
            return True
    return False


def _is_ahead(held: Retelling, found: re.Match[str], *, plainly: bool) -> bool:
    """True where the writer tells it as to come.

    Who says 已 of what the source plainly intends says so of this very clause, whatever stands
    before it.
    """
    if _BY_NOW.match(found[0]):
        head = held.clause.head[-_HEAD:]
        return bool(_WILL_BE.search(held.mine) or (not plainly and _AHEAD.search(head)))
    return bool(_AHEAD.search(held.mine) or _AHEAD.search(held.clause.head[-_HEAD:]))


def _intended(held: Retelling) -> bool:
    """The source's clause is of what is to come, or prescribed."""
    found = _INTENDS.search(held.theirs)
    reached = found is not None and found[0] == "争取" and _FIGURE.search(held.theirs)
    if found is not None and not reached and not _INTENDS.search(held.mine):
        return True
    head = held.match.clause.head
    if _OUGHT.search(held.theirs) or _OUGHT.search(head):
        return not _DONE_THERE.search(held.sentence) and not _OUGHT.search(held.mine)
    return False


def _led_on(held: Retelling) -> bool:
    """What stands right before the source's clause is of what is to come."""
    head = held.match.clause.head
    return bool(_LEADS.search(head[-LED_BY:])) and not _DONE_THERE.search(head)


def reached(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every figure told as reached whose sentence in the source is of aims."""
    for prop in said.saying(_REACHED):
        best = prop.readings[0]
        before = best.clause.head + best.words
        if best.share < RETOLD or not _AIM.search(before) or _HAS_NOW.search(best.sentence):
            continue
        if _AHEAD.search(prop.clause.sentence_text) or _AIM.search(prop.clause.sentence_text):
            continue
        yield case.of_clause("plan_as_result", prop.clause, best.span)


_REACHED = re.compile("(?:实现|完成|达到|新增|建成|引进)[^,]{0,14}[0-9]")
_AIM = re.compile("预[期计]|目标[是为]?:|力争|计划(?!单列)")
_HAS_NOW = re.compile("已|完成了|实现了|上年|去年")


def postponed(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every clause that tells as a plan what the source tells as done."""
    for prop in said.saying(_WILL):
        best = prop.readings[0]
        if best.share < RETOLD:
            continue
        perfect = _IS_DONE.search(best.words) and not _AHEAD.search(best.words)
        if not perfect and (
            _is_plan(case, best)
            or not _HAS.search(best.words)
            or any(_AHEAD.search(r.clause.lead + r.sentence) for r in prop.admissible)
        ):
            continue
        # 将可增加790个 of the source: that 将 may also take an object matters for the claim alone.
        if not any("将" in r.sentence or _WILL.search(r.sentence) for r in prop.admissible):
            yield case.of_clause("plan_as_result", prop.clause, best.span, "result_as_plan")


def _is_plan(case: Case, reading: Reading) -> bool:
    unit = case.index.unit_at(reading.clause.span.start)
    return unit is not None and unit.plan
