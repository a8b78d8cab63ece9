"""Dates and periods, from a view position: the forms of domain.md in an ordered table.

`match_date` reads one expression that begins with a numeral or with a calendar word (今年, 上半年);
`RELATIVE` finds the calendar words. Years are resolved by `resolve`, never by the clock.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from summarizer.anchors import numerals
from summarizer.anchors.calendar import Point, is_day
from summarizer.patterns import lazy

_YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_UNITS = "[一二三四五六七八九]"
_DAY = rf"(?:3[01]|[12][0-9]|0?[1-9]|二?十{_UNITS}?|三十一?|廿{_UNITS}?|{_UNITS})"
DASH = r"[—–‐‑―─~～\-−－]{1,2}"
_TO = rf"(?:{DASH}|至|到)"
_PART = "(?P<part>底|末|初|上旬|中下旬|上中旬|中旬|下旬|中(?=[,，。、;；至前]))"
_SHORT_YEAR = (
    rf"(?<![0-9.])[0-4][0-9](?=年(?:[底末初]|(?:1[0-2]|[1-9])(?:月|(?:{DASH}|至)[0-9]{{1,2}}月)|[上下]半年|"
    r"[一二三四]季度|前[一二三]季度))"
)
_POINT = re.compile(
    rf"(?:(?P<year>{_YEAR}|{_SHORT_YEAR})年)?"
    rf"(?:(?P<month>{_MONTH})月(?:(?P<day>{_DAY})[日号](?!线|楼|院|文)|(?P<fen>份)?"
    rf"{_PART}?)"
    r"|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])(?:[、和及至到]第?(?P<quarter2>[一二三四1-4]))?季度|前(?P<quarters>[一二三两23])个?季度"
    r"|前(?P<upto>[0-9]{1,2}|[一二三四五六七八九十]{1,2})个月"
    r"|全年|(?P<edge>底|末|初|中(?=[,，。、;；前]))|度)?"
)
_DAY_ONLY = lazy(rf"(?P<day>{_DAY})[日号]")
_TO_HERE = re.compile(_TO)
_YEAR_HEAD = re.compile(rf"({_YEAR}|{_SHORT_YEAR})年")
_REPUBLIC = lazy("(?P<year>[0-9]{1,3}|[一二三四五六七八九十百零]{1,5})年")
_LAST_YEAR = 2100
# 11月15日至次年3月15日
_NEXT_YEAR = re.compile("次年|翌年|来年")
# What looks like a day and is none: 2014年2月29日.
_NO_DAY = lazy(rf"(?:{_YEAR})年(?:{_MONTH})月(?:{_DAY}|[0-9]{{1,2}})[日号]")
_MONTHS = re.compile(
    rf"(?P<a>{_MONTH})(?:月份?)?{_TO}(?P<b>{_MONTH})月(?:份)?(?![0-9一二三四五六七八九十])"
)
_YEARS = re.compile(
    rf"(?P<a>{_YEAR})年?{_TO}(?P<b>{_YEAR})(?:(?P<year>年(?:度|末|底)?)|(?=[)）\]〕])|(?=学年))"
)
_NUMERIC = re.compile(
    r"(?P<y>(?:19|20)[0-9]{2})(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9.])"
)
_BARE_YEAR = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?=[“‘「])")
_LISTED_YEAR = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?=(?:[、和,](?:19|20)[0-9]{2}){1,4}年)")
_GATE = re.compile(
    rf"[0-9]{{1,4}}(?:[年月/.“‘「、和,]|{_TO}[0-9])|[一二三四五六七八九十〇零○]{{1,4}}[年月季]|[一二三四](?:[、和及至到][一二三四])?季度"
)

_PLAN_START = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
RELATIVE = re.compile(
    "今年以来|今年|去年|前年|明年|后年|本年度|本年|上年度|上年|上一年度|上一年|当年|同年|年底前|年底|年末|年初|年内|"
    "上半年|下半年|全年|第一季度|第二季度|第三季度|第四季度|前一季度|前二季度|前三季度|前两季度|"
    "近年来|近些年|近几年|近(?:[一二两三四五六七八九十]|[1-9]|10)年来?(?!间|级)|近期|近日|日前|目前|当前|眼下|截至目前|本月|上月|当月|本季度|"
    + rf"“(?:{'|'.join(_PLAN_START)})”(?:时期|期间|以来|末)"
    rf"|(?:{'|'.join(_PLAN_START)})(?:时期|期间|末)"
    "|次年|翌年"
)
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
_PARTS = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "上中旬": (1, 20),
    "中下旬": (11, 31),
}
_AFTER_RELATION = re.compile(
    "以来|之前|以前|前夕|前(?![期沿列三后端往言两])|之后|以后|后(?![续期勤备台])|起(?![草诉])|至今"
)
_BEFORE_RELATION = re.compile("(?:截至|截止到|截止|到|至|自|从|于|较|比|同)$")


class Found(NamedTuple):
    """An expression at `[start, end)` of the view: its points, the year still open."""

    start: int
    end: int
    first: Point
    last: Point
    relative: bool = False
    relation: str | None = None
    loose: bool = False
    known: bool = True

    @property
    def year(self) -> int | None:
        """The last year that is printed."""
        return self.last.year or self.first.year


def _number(text: str) -> int:
    if text[0] in "0123456789":
        return int(text)
    value = numerals.parse(text.replace("廿", "二十"))
    return int(value.value) if value is not None else 0


def year_number(text: str) -> int:
    """A printed year: 2024, 二〇二四, 二○二四."""
    if text[0] in "0123456789":
        return int(text) if len(text) == 4 else 2000 + int(text)
    return int(
        "".join(
            str("〇一二三四五六七八九".index(c.replace("零", "〇").replace("○", "〇")))
            for c in text
        )
    )


def _point(match: re.Match[str], year: int | None) -> Point | None:
    """The calendar point of a `_POINT` match, or None where it says nothing."""
    if match["year"]:
        year = year_number(match["year"])
    if match["month"]:
        month = _number(match["month"])
        if match["day"]:
            day = _number(match["day"])
            return Point(year, (month, month), (day, day)) if is_day(year, month, day) else None
        return Point(year, (month, month), _PARTS.get(match["part"] or ""))
    if match["half"]:
        return Point(year, (1, 6) if match["half"] == "上" else (7, 12))
    if match["quarter"]:
        quarter = _number(match["quarter"])
        last = _number(match["quarter2"]) if match["quarter2"] else quarter
        return Point(year, (quarter * 3 - 2, last * 3)) if quarter <= last else None
    if match["quarters"]:
        return Point(year, (1, _number(match["quarters"]) * 3))
    if match["upto"]:
        months = _number(match["upto"])
        return Point(year, (1, months)) if 1 <= months <= 12 else None
    if match["edge"]:
        month = {"初": 1, "中": 6}.get(match["edge"], 12)
        return Point(year, (month, month))
    return Point(year) if year is not None else None


def _points(text: str, start: int, year: int | None = None) -> Found | None:
    """A point and, after a dash or 至, the point it runs to."""
    match = _POINT.match(text, start)
    if match is None or match.end() == start:
        return None
    if match["month"] and not match["year"] and year is None and _weak_month(match):
        return None
    first = _point(match, year)
    if first is None:
        return None
    end, last = match.end(), first
    if match["day"] or match["month"] or match["year"]:
        to = _TO_HERE.match(text, end)
        if to is not None:
            end, last = _until(text, to.end(), first, end)
    return Found(start, end, first, last)


def _weak_month(match: re.Match[str]) -> bool:
    """一月一清单: a Chinese month alone is no date."""
    return not match["month"][0].isascii() and not (match["day"] or match["part"] or match["fen"])


def _until(text: str, position: int, first: Point, end: int) -> tuple[int, Point]:
    following = _NEXT_YEAR.match(text, position)
    if following is not None:
        after = _POINT.match(text, following.end())
        year = first.year + 1 if first.year is not None else None
        if after is not None and after["month"] and not after["year"]:
            last = _point(after, year)
            if last is not None:
                return after.end(), last._replace(later=0 if year else 1)
        return end, first
    after = _POINT.match(text, position)
    if after is not None and after.end() > position and (after["year"] or after["month"]):
        last = _point(after, first.year)
        if last is not None:
            return _in_order(first, last, end, after)
    if first.days is not None and first.days[0] == first.days[1]:
        day = _DAY_ONLY.match(text, position)
        month = first.months[0]
        if day is not None and is_day(first.year, month, _number(day["day"])):
            number = _number(day["day"])
            return day.end(), Point(first.year, first.months, (number, number))
    return end, first


def _in_order(first: Point, last: Point, end: int, after: re.Match[str]) -> tuple[int, Point]:
    """The end of an interval: 2024年12月至2月 ends in the next year, 2024年至2023年 nowhere."""
    if after["year"]:
        backward = last.year is not None and last.last(None) < first.first(last.year)
        return (end, first) if backward else (after.end(), last)
    days = (first.days or (1, 1))[0], (last.days or (31, 31))[1]
    if (last.months[1], days[1]) >= (first.months[0], days[0]):
        return after.end(), last
    if last.year is None:
        return after.end(), last._replace(later=1)
    return after.end(), last._replace(year=last.year + 1)


def _months(text: str, start: int, year: int | None = None) -> Found | None:
    match = _MONTHS.match(text, start)
    if match is None:
        return None
    first, last = _number(match["a"]), _number(match["b"])
    end = Point(year, (last, last))
    if last < first:
        end = end._replace(later=1) if year is None else end._replace(year=year + 1)
    return Found(start, match.end(), Point(year, (first, first)), end)


def _year_months(text: str, start: int, year: int | None = None) -> Found | None:
    head = _YEAR_HEAD.match(text, start)
    found = _months(text, head.end(), year_number(head[1])) if head else None
    return Found(start, found.end, found.first, found.last) if found else None


def _years(text: str, start: int, year: int | None = None) -> Found | None:
    match = _YEARS.match(text, start)
    if match is None:
        return None
    tail = _POINT.match(text, match.start("b"))
    if match["year"] == "年" and tail is not None and tail.end() > match.end():
        return None
    first, last = year_number(match["a"]), year_number(match["b"])
    return Found(start, match.end(), Point(first), Point(last)) if first <= last else None


def _numeric(text: str, start: int, year: int | None = None) -> Found | None:
    match = _NUMERIC.match(text, start)
    if match is None or not is_day(int(match["y"]), int(match["m"]), int(match["d"])):
        return None
    day, month = int(match["d"]), int(match["m"])
    point = Point(int(match["y"]), (month, month), (day, day))
    return Found(start, match.end(), point, point)


def _bare_year(text: str, start: int, year: int | None = None) -> Found | None:
    match = _BARE_YEAR.match(text, start) or _LISTED_YEAR.match(text, start)
    if match is None:
        return None
    return Found(start, match.end(), Point(int(match["y"])), Point(int(match["y"])))


def _republic(text: str, start: int, year: int | None = None) -> Found | None:
    """民国101年3月21日: years counted from 1911."""
    match = _REPUBLIC.match(text, start) if text[start - 2 : start] == "民国" else None
    if match is None:
        return None
    number = _number(match["year"]) + 1911
    rest = _points(text, match.end(), number)
    if number > _LAST_YEAR:
        return None
    if rest is None:
        return Found(start, match.end(), Point(number), Point(number))
    return Found(start, rest.end, rest.first, rest.last)


_Rule = Callable[[str, int, int | None], Found | None]
RULES: tuple[_Rule, ...] = (_republic, _numeric, _years, _year_months, _months, _points, _bare_year)


def match_date(text: str, start: int) -> Found | None:
    """The date expression that begins at `start`, by the first rule that fits."""
    if _GATE.match(text, start) is None:
        return None
    for rule in RULES:
        found = rule(text, start, None)
        if found is not None:
            return with_relation(text, found)
    absent = _NO_DAY.match(text, start)
    if absent is not None:
        open_point = Point(None)
        return Found(start, absent.end(), open_point, open_point, loose=True, known=False)
    return None


def match_relative(text: str, match: re.Match[str], current: int | None) -> Found | None:
    """A calendar word and the month or half that follows it (今年6月底); `current` is this year."""
    word, start, end = match.group(), match.start(), match.end()
    recent = _RECENT.fullmatch(word)
    if recent is not None:
        if current is None or _ends_word(text, start):
            return None
        first = current - _number(recent["n"]) + 1
        return Found(start, end, Point(first), Point(current), relative=True, loose=True)
    plan = _PLAN_START.get(word.lstrip("“")[:3])
    if plan is not None:
        if word.endswith("末"):
            last = Point(plan + 4, (12, 12))
            return Found(start, end, last, last, relative=True, loose=True)
        relation = "以来" if word.endswith("以来") else None
        return Found(start, end, Point(plan), Point(plan + 4), True, relation, loose=True)
    before = text[max(0, start - 1) : start]
    if (before and before in _PART_OF_WORD.get(word[:2], "")) or (
        word == "日前" and before.isdigit()
    ):
        return None
    if _NO_INTERVAL.fullmatch(word):
        return Found(start, end, Point(None), Point(None), relative=True, loose=True, known=False)
    if word.startswith("上年") and text.startswith(("结转", "结余"), end):
        return None  # the name of an item of a budget
    year = _relative_year(word, current)
    if word.startswith(_YEARS_NAMED):
        for rule in (_months, _points):
            tail = rule(text, end, year)
            if tail is not None and tail.end > end:
                return with_relation(text, Found(start, tail.end, tail.first, tail.last, True))
        point: Point | None = Point(year)
        if year is None:
            return Found(start, end, Point(None), Point(None), True, loose=True, known=False)
    elif word.startswith("年"):
        months = {"年初": (1, 1), "年内": (1, 12)}.get(word, (12, 12))
        point = Point(year, months)
    else:
        head = _POINT.match(text, start)
        point = _point(head, None) if head is not None else None
        if word == "全年":
            return Found(start, end, Point(year), Point(year), relative=True, loose=True)
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


def with_relation(text: str, found: Found) -> Found:
    """The same with the word that stands beside it: 以来, 截至, 前, 较 …"""
    relation = None
    after = _AFTER_RELATION.match(text, found.end)
    if after is not None:
        relation = after.group()
    elif text[found.end - 2 : found.end] == "以来":
        relation = "以来"
    else:
        before = _BEFORE_RELATION.search(text, max(0, found.start - 3), found.start)
        relation = before.group() if before is not None else None
    return Found(
        found.start, found.end, found.first, found.last, found.relative, relation, found.loose,
        found.known,
    )  # fmt: skip
