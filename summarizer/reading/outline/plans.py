"""Units that tell only what is intended."""

from __future__ import annotations

import re

# Words such as 总体要求 or 工作部署 also stand in headings of what was done (落实…总体要求), so
# they count only behind a future period or as the whole heading.
_PERIOD = r"(?:20\d\d年|“十[一二三四五六七八九]?五”(?:时期)?|今年|明年|本年度)"
_AIM = (
    r"(?:总体|主要|预期|发展|奋斗|工作)?(?:考虑|要求|思路|目标|任务|安排|打算|部署|重点|建议|规划)"
)
_HEADING = re.compile(
    r"下一?(?:步|阶段)|今后|努力方向|工作打算|整改打算"
    rf"|{_PERIOD}[^,。;]{{0,16}}?(?:{_AIM}|重点工作)+(?:\Z|和|与|及|、)"
    rf"|\A(?:指导思想|基本原则|{_AIM}|工作(?:安排|思路|计划))(?:\Z|和|与|及|、)"
)
_PAST = re.compile(r"回顾|成效|成绩|完成情况|进展|过去|所做|总结|成就")
_NEXT = re.compile(r"(?:^|[。;!\n])[^。\n]{0,4}?(?:下一?步|今后|下一?阶段|接下来)[,我将要工的]")
# The last section of a rectification report, by its heading and by its words.
_LASTING = re.compile(
    r"巩固[^,。]{0,10}成果|后半篇|常治长效|长效常治|常态长效|长效机制|久久为功|持续深化"
)
_WILL = re.compile(r"将(?:继续|以|坚持|进一步|持续|按照|坚决|一如既往|不断|始终|在)|下一?步|今后")
_PLAN_TITLE = re.compile(
    r"(?:方案|规划|要点|计划|意见|纲要|工作安排|任务清单)(?:\([^()]*\))?(?:的通知)?$"
)
_REPORT_TITLE = re.compile(r"情况|进展|报告|总结|成效|通报")
_YEAR = re.compile(r"20\d\d(?=年)")
_EARLY = 0.4


def plan_title(title: str) -> bool:
    """Whether a title announces a text that only plans."""
    return _PLAN_TITLE.search(title) is not None and _REPORT_TITLE.search(title) is None


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


def plan_text(text: str, *, anywhere: bool) -> bool:
    """Whether a section's own running text turns to the future, early unless `anywhere`."""
    match = _NEXT.search(text)
    return match is not None and (anywhere or match.start() <= _EARLY * len(text))


def plan_item(text: str) -> bool:
    """Whether an item opens with what comes next; later on it only adds to what was done."""
    match = _NEXT.match(text)
    return match is not None
