"""Whether a heading announces results, plans or problems."""

from __future__ import annotations

from summarizer.patterns import lazy
from summarizer.reading.outline.records import Tense
from summarizer.reading.outline.tense.periods import Now, to_come, years_of
from summarizer.words import worded

_PAST = worded("headings", "{past}|(?:{of_past})情况|(?<!实际)情况无?(?:$|[和与及,，])")
# What is there already, as plans tell it before they intend: 现状与评价, 发展基础.
_STATE = lazy(
    r"\A(?:“[^”]{1,4}”)?(?:时期|期间)?(?:基本|工作|发展|建设|治理|行业|产业)?(?:现状|基础|背景|概况)"
    r"(?:条件|分析|评估)?(?:\Z|[和与及、])"
)
# What came about in a time that is over; 落实…执行情况 among what is to come is a task.
_CAME_ABOUT = lazy(
    r"以来|回顾|取得的?[^,。]{0,6}(?:成效|成绩|成就|进展)|\A[^,。]{0,6}(?:主要)?成[就效绩]\Z"
)
# Results that are to be kept, raised, spread are a task; those that mark out who gets something
# (对成效明显的县) are a condition.
_KEPT = worded(
    "headings",
    r"(?:{kept})[^,。]{0,12}(?:成效|成绩|成就|成果)"
    r"|(?:成效|成绩|成果|进展)[^,。的]{2,6}的(?=[\u4e00-\u9fff])",
)
_NEXT = worded("headings", "{ahead}")
_AIM = "(?:{which})?(?:{aims})"
# The words of an intention count where they are all that the heading says, and behind a period;
# they also stand in headings of what was done (落实…总体要求).
_ONLY_AIM = worded(
    "headings",
    r"\A(?:[^,。办征采收代委提]{0,6}(?:意见|对策|措施)[和与及、]?建议\Z|"
    r"(?:有关|工作|处理|整改|防范)?建议(?:意见|措施)\Z|"
    rf"指导思想|基本原则|{_AIM}|(?:组织)?(?:保障|实施|领导)(?:措施)?|工作(?:安排|思路|计划))(?:\Z|和|与|及|、)",
)
# A short name of goals: 脱贫目标; not 目标超额实现, 完成目标任务.
_GOALS = lazy(r"\A[^,。、完实落超达见]{0,6}(?:目标|任务)\Z")
_AIM_AT_END = worded(
    "headings", rf"(?:{_AIM}|工作|计划|重点工作|措施|草案(?:情况)?)(?:\Z|和|与|及|、)"
)
_AFTERWARDS = lazy(
    r"(?:工作|整改)打算|后续(?:整改)?(?:工作)?(?:安排|计划|措施)|推进计划|规划纲要"
    r"|(?<!明确)(?<![落压]实)(?<!细化)(?<!完成)(?:目标任务|(?:主要|奋斗|发展)目标)"
    r"(?![^,。]{0,4}(?:完成|实现|超额|达成))"
    r"|(?:尚未|未|正在)(?:整改|完成|解决)[^,。;]{0,16}(?:安排|计划|打算|措施)"
)
# A goal that was reached is a result: 城镇新增就业完成全年目标任务95.0%.
_REACHED = lazy(
    r"(?<!确保)(?<!力争)(?<!努力)(?<!争取)(?:完成|实现|达到|超过|超额)[^,。]{1,12}?(?:目标任务|目标)"
)
# Behind the year that a report is given in, 主要工作 may be of either side, these are not.
# 建议和提案办理 is what was made of the proposals of others.
_SURE_AIM = worded("headings", r"(?:{sure_aims})(?:\Z|[和与及、(（])")
# How the figures of a year to come were drawn up: 2026年预算草案编制情况.
_DRAFTED = lazy(r"(?:草案|安排|编制)(?:[^,。]{0,4}编制|总体)?情况(?:\Z|[和与及、(（])")
_DRAFT = lazy(r"草案(?:编制|安排|总体|主要)*(?:情况)?(?:\Z|[和与及、(（])")
_QUOTED = lazy(r"“[^”]*”|《[^》]*》")
_LONGEST_NAME = 16  # of problems; longer headings say something of them
_LONGEST_SHORT = 24  # where 存在 says that they are there, the rest only says where
_EXISTING = lazy(r"(?:存在|面临)的?(?:主要|突出|一些|具体)?的?[^,。的]{2,4}\Z")
_THIS_YEAR = lazy(r"今年|本年度")
# The name of what falls short, with words that only qualify it; a verb in front (补齐设施短板)
# makes it a task.
_SHORT = "(?:{short})"
_PROBLEM = worded(
    "headings",
    r"\A(?:[^,。]{0,12}(?:的|中|存在|面临))?(?:存在|面临|主要|突出|具体|一些|的)*"
    rf"(?:{_SHORT}|矛盾|风险|工作|主要|[和与及、])*{_SHORT}(?:[和与及、]?(?:成因|原因|根源)(?:分析|剖析)?)?\Z",
)
_ANSWERED = worded("headings", "{answered}")


def heading_tense(
    heading: str, now: Now | None, *, above: Tense | None = None, inline: bool = False
) -> Tense | None:
    """What a heading announces; None where it does not say. `now` is when the report was given.

    A heading of both (工作总结和明年打算) says neither: its parts do. The words that open an item
    of running text (`inline`: 一是明确目标任务) name an action, so that only a time to come counts;
    so it does where the part above tells results (发展目标超额实现).
    """
    if not heading:
        return None
    if inline:
        return "plan" if _NEXT.match(heading) else None
    plain = _QUOTED.sub(lambda match: match.group() if "五”" in match.group() else "", heading)
    past = (_PAST.search(_KEPT.sub("", plain)) or _STATE.search(plain)) is not None
    longest = _LONGEST_SHORT if _EXISTING.search(plain) else _LONGEST_NAME
    named = len(plain) <= longest and "是" not in plain
    if named and _PROBLEM.search(plain) and not past and not _ANSWERED.search(heading):
        return "problem"
    ahead = _NEXT.search(plain) is not None
    if above != "result":
        rest = _REACHED.sub("", plain)
        ahead = ahead or any(words.search(rest) for words in (_AFTERWARDS, _ONLY_AIM, _GOALS))
    years = years_of(plain)
    if years is not None:
        coming = to_come(years, now) if now is not None else None
        if coming is True and _DRAFTED.search(plain):
            return "plan"
        if coming is None and now is not None and years[0] == now.year and _DRAFT.search(plain):
            return "plan"  # the draft budget of a year that has begun
        if coming is False:  # what went wrong then is no result
            return None if ahead or above == "problem" else "result"
        aims = _AIM_AT_END if coming is True or now is None else _SURE_AIM
        # 推动“十五五”开好局: a part that names no other time than one to come.
        ahead = ahead or aims.search(plain) is not None or (coming is True and above is None)
    elif _THIS_YEAR.search(plain) and _AIM_AT_END.search(plain):
        ahead = True
    if past and above == "plan" and _CAME_ABOUT.search(plain) is None:
        return "plan" if ahead else None
    if past:
        return None if ahead else "result"
    return "plan" if ahead else None
