"""Calendar words: 今年, 上半年, 年底, 近三年, “十四五”期间, and the month or half behind them.

`RELATIVE` finds them; `match_relative` reads one, given the year from which it is counted.
"""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.calendar import Point
from summarizer.anchors.dates import months, with_relation
from summarizer.anchors.points import POINT, Found, number_of, point_of, points

PLAN_START = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
# Those before, which are named by their time alone: 十五 is a number elsewhere.
_PLANS = PLAN_START | {
    "一五": 1953, "二五": 1958, "三五": 1966, "四五": 1971, "五五": 1976, "六五": 1981,
    "七五": 1986, "八五": 1991, "九五": 1996, "十五": 2001,
}  # fmt: skip
_LONGEST = "|".join(sorted(_PLANS, key=len, reverse=True))
RELATIVE = re.compile(
    "今年以来|今年|去年|前年|明年|后年|本年度|本年|上年度|上年|上一年度|上一年|当年|同年|年底前|年底|年末|年初|年内|"
    "(?<![提之以此])[前头](?:1[01]|[2-9]|十[一二]?|[二两三四五六七八九])个月(?!内|试)|上半年|下半年|全年|第一季度|第二季度|第三季度|第四季度|前一季度|前二季度|前三季度|前两季度|"
    "近年来|近些年|近几年|近(?:[一二两三四五六七八九十]|[1-9]|10)年来?(?!间|级)|近期|近日|日前|目前|当前|眼下|截至目前|本月|上月|当月|本季度|"
    + rf"“(?:{_LONGEST})”(?:计划)?(?:时期|期间|以来|末)"
    rf"|(?<![一二三四五六七八九])(?:{_LONGEST})(?:计划)?(?:时期|期间|末)"
    "|次年|翌年"
)
_PLAN_NAMED = re.compile(f"“?({_LONGEST})")
_RECENT = re.compile("近(?P<n>[一二两三四五六七八九十0-9]{1,2})年来?")
_NO_INTERVAL = re.compile(
    "近年来|近些年|近几年|近期|近日|[日目当]前|眼下|截至目前|[本上当]月|本季度"
)
# What makes a calendar word a part of other words: 项目前期, 成本年均, 健全年度, 以上年度.
_YEAR_WORD = "中每历往学"  # 年中年底, 每年初, 历年末
_PART_OF_WORD = {
    "目前": "项科题节", "本年": "成基资", "全年": "健安", "上年": "以", "明年": "说证表",
    "后年": "年以最先", "同年": "共不相", "当年": "应适相", "前年": "目此以之年",
    "年底": _YEAR_WORD, "年末": _YEAR_WORD, "年初": _YEAR_WORD, "年内": _YEAR_WORD,
}  # fmt: skip
_YEARS_NAMED = (
    "今年", "去年", "明年", "本年", "上年", "上一年", "当年", "前年", "同年", "次年", "翌年",
)  # fmt: skip
_OFFSETS = {"今": 0, "本": 0, "去": -1, "明": 1, "后": 2, "次": 1, "翌": 1}


def match_relative(text: str, match: re.Match[str], current: int | None) -> Found | None:
    """A calendar word and the month or half that follows it (今年6月底); `current` is this year."""
    word, start, end = match.group(), match.start(), match.end()
    recent = _RECENT.fullmatch(word)
    if recent is not None:
        if current is None or _ends_word(text, start):
            return None
        first = current - number_of(recent["n"]) + 1
        return Found(start, end, Point(first), Point(current), relative=True, non_date=True)
    told = _PLAN_NAMED.match(word)
    plan = _PLANS[told[1]] if told is not None else None
    if plan is not None:
        if word.endswith("末"):
            last = Point(plan + 4, (12, 12))
            return with_relation(text, Found(start, end, last, last, relative=True, non_date=True))
        years = Found(start, end, Point(plan), Point(plan + 4), relative=True, non_date=True)
        return with_relation(text, years)
    before = text[max(0, start - 1) : start]
    if (before and before in _PART_OF_WORD.get(word[:2], "")) or (
        word == "日前" and before.isdigit()
    ):
        return None
    if _NO_INTERVAL.fullmatch(word):
        return Found(start, end, Point(None), Point(None), True, non_date=True, known=False)
    if word.startswith("上年") and text.startswith(("结转", "结余"), end):
        return None  # the name of an item of a budget
    if word == "年初" and text.startswith(("预算", "代编", "计划"), end):
        return None  # 年初预算 is the plan for the year, no figure of January
    year = _relative_year(word, current)
    if word.startswith(_YEARS_NAMED):
        for rule in (months, points):
            tail = rule(text, end, year)
            if tail is not None and tail.end > end:
                return with_relation(text, Found(start, tail.end, tail.first, tail.last, True))
        point: Point | None = Point(year)
        if year is None:
            return Found(start, end, Point(None), Point(None), True, non_date=True, known=False)
    elif word.startswith("年"):
        named = {"年初": (1, 1), "年内": (1, 12)}.get(word, (12, 12))
        point = Point(year, named)
    else:
        head = POINT.match(text, start)
        point = point_of(head, None) if head is not None else None
        if word == "全年":
            return Found(start, end, Point(year), Point(year), relative=True, non_date=True)
    if point is None:
        return None
    return with_relation(text, Found(start, end, point, point, relative=True))


def _ends_word(text: str, start: int) -> bool:
    """Whether 近 ends a word before it: 最近三年 names a period, 将近三年 a length."""
    return text[start - 1 : start] in ("将", "接", "靠", "临")


def _relative_year(word: str, current: int | None) -> int | None:
    if current is None:
        return None
    if word.startswith(("上年", "上一年")):
        return current - 1
    if word.startswith("前年"):
        return current - 2
    return current + _OFFSETS.get(word[0], 0)
