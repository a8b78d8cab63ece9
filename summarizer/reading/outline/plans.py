"""Units that tell only what is intended."""

from __future__ import annotations

import re

from summarizer.patterns import lazy

# Words such as 总体要求 or 工作部署 also stand in headings of what was done (落实…总体要求), so
# they count only behind a future period or as the whole heading.
_PERIOD = r"(?:20\d\d年|“十[一二三四五六七八九]?五”(?:时期)?|今年|明年|本年度)"
_AIM = (
    r"(?:总体|主要|预期|发展|奋斗|工作)?(?:考虑|要求|思路|目标|任务|安排|打算|部署|重点|建议|规划)"
)
_HEADING = re.compile(
    r"下一?(?:步|阶段)|今后|努力方向|(?:工作|整改|后续)打算|后续(?:整改)?(?:工作)?(?:安排|计划|措施)"
    r"|(?:尚未|未|正在)(?:整改|完成|解决)[^,。;]{0,16}(?:安排|计划|打算|措施)|推进计划"
    rf"|{_PERIOD}[^,。;]{{0,16}}?(?:{_AIM}|重点工作)+(?:\Z|和|与|及|、)"
    rf"|\A(?:指导思想|基本原则|{_AIM}|工作(?:安排|思路|计划))(?:\Z|和|与|及|、)"
)
_PAST = lazy(r"回顾|成效|成绩|完成情况|进展|过去|所做|总结|成就")
_NEXT = re.compile(r"(?:^|[。;!\n])[^。\n]{0,4}?(?:下一?步|今后|下一?阶段|接下来)[,我将要工的]")
# The last section of a rectification report, by its heading and by its words.
_LASTING = lazy(
    r"巩固[^,。]{0,10}成果|后半篇|常治长效|长效常治|常态长效|长效机制|久久为功|持续深化"
)
_WILL = lazy(r"将(?:继续|以|坚持|进一步|持续|按照|坚决|一如既往|不断|始终|在)|下一?步|今后")
# Sentences of what is to come and of what was done; words such as 坚持 stand in both.
_STRONG = lazy(
    r"将(?![军领士近来]|其|[^,。;]{0,12}(?:纳入|作为|列入|列为|移交|移送)[^,。;]{0,20}(?:了|完成))|力争|计划(?=[^》”,。;]{0,30}[^》”,。;\d])"
    r"|下一?步|今后|拟|预计|继续|(?:年底|月底|半年|季度|\d月|\d日|\d年|期限)(?:之?前|以前|内)|到20\d\d年"
)
_WEAK = lazy(
    r"确保|坚持|持续|不断|进一步|切实|始终|加快|着力|坚决|严格|推动|深化|力求|要(?!求|点|素|件|闻)"
)
_DONE = lazy(
    r"已(?!有)|了(?!解)|共[^,。;]{0,12}\d|累计|先后|截至|\d[^,。;]{0,8}(?:次|份|场|期|人次|件|起)(?=[,。;])"
    r"|(?<![未待])(?:完成|召开|开展|制定|修订|出台|印发|清退|追缴|整改)[^,。;前底内]{0,16}\d+(?:[.\d]*)[^年月日\d][^前内]{0,3}[,。;]"
)
_CLAUSES = lazy(r"[^。;!?\n]{12,}")
_LOOK_AHEAD_REACH = 4000
_PLAN_TITLE = re.compile(
    r"(?:方案|规划|要点|计划|意见|纲要|工作安排|任务清单)(?:\([^()]*\))?(?:的通知)?$"
)
_REPORT_TITLE = lazy(r"情况|进展|报告|总结|成效|通报")
_YEAR = re.compile(r"20\d\d(?=年)")
_EARLY = 0.4


def plan_title(title: str) -> bool:
    """Whether a title announces a text that only plans."""
    return _PLAN_TITLE.search(title) is not None and _REPORT_TITLE.search(title) is None


def report_title(title: str) -> bool:
    """Whether a title announces a report of what was done, or there is none."""
    return not title or _REPORT_TITLE.search(title) is not None


def plan_heading(heading: str) -> bool:
    """Whether a heading announces plans."""
    return _HEADING.search(heading) is not None and not past_heading(heading)


def past_heading(heading: str) -> bool:
    """Whether a heading announces results."""
    return _PAST.search(heading) is not None


def years(heading: str) -> tuple[int, int]:
    """The first and the last year that a heading names; zeros where it names none.

    A section about a later year than the ones before it (2025年工作, then 2026年工作) is a plan.
    """
    found = [int(year) for year in _YEAR.findall(heading)]
    return (min(found), max(found)) if found else (0, 0)


def closing_section(heading: str, text: str) -> bool:
    """Whether the last section of a report promises to keep up what was done."""
    return _LASTING.search(heading) is not None and _WILL.search(text) is not None


def looks_ahead(heading: str, text: str) -> bool:
    """Whether a report's last section tells what is intended, and practically nothing done."""
    if past_heading(heading):
        return False
    ahead = strong = done = total = 0
    for clause in _CLAUSES.findall(text[:_LOOK_AHEAD_REACH]):
        total += 1
        if _DONE.search(clause):
            done += 1
        elif _STRONG.search(clause):
            ahead += 1
            strong += 1
        elif _WEAK.search(clause):
            ahead += 1
    return strong > 0 and ahead * 2 >= total and done * 5 <= total


def plan_text(text: str, *, anywhere: bool) -> bool:
    """Whether a section's own running text turns to the future, early unless `anywhere`."""
    match = _NEXT.search(text)
    return match is not None and (anywhere or match.start() <= _EARLY * len(text))


def plan_item(text: str) -> bool:
    """Whether an item opens with what comes next; later on it only adds to what was done."""
    match = _NEXT.match(text)
    return match is not None
