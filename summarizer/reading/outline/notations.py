"""The notation of numbered units: ordered tables of the ways in which reports number.

GB/T 9704-2012, 7.3.3 gives the order 一、 （一） 1. （1）; chapters stand above, ① below. Reports
skip levels and turn them round, so a rank only says which of two ways is the outer one where the
numbers themselves do not.
"""

from __future__ import annotations

from typing import NamedTuple

from summarizer import patterns as re
from summarizer.reading.characters import CAPITAL_NUMERAL

NUMERALS = "一二三四五六七八九十百零〇"
_VALUE = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
_FOLDED = str.maketrans(CAPITAL_NUMERAL, "一二二三三四五六六七八九十")

ITEM = 100  # below every block: what is counted in running text


class Notation(NamedTuple):
    """A way of numbering. `strict` ones only count where they start with their first number and
    go on to the second; those with `heading` only where a heading follows at once; those with
    `gap` only where the source has white space behind the number. `key` tells two chains apart.
    """

    key: str
    rank: int
    pattern: str
    strict: bool = False
    heading: bool = False
    gap: bool = False

    @property
    def item(self) -> bool:
        """Whether this is an enumeration in running text."""
        return self.rank == ITEM


WHOLE = Notation("whole", 0, "")
"""A text without any number, which is one unit."""


_N = f"[{NUMERALS}]{{1,4}}"
_HAN = "\u4e00-\u9fff"
_YEAR = r"20\d\d年"
PROBLEM = "problem"
_OPENING = frozenset("“《")
# ①② or ③项 refer to items; they are none.
_CIRCLED = (
    r"(?<![①-⑳])(?<![①-⑳][、和至与及])[①-⑳]"
    r"(?![、和至与及~—-]?[①-⑳]|(?:[一二两三四五六七八九十几]|\d+)?[项类条点款号])"
)

_ORDINAL = rf"(?:{_N}|\d{{1,3}})"
_RAISED = r"(?:(?:巡视|巡察|督察|督导|审计)?反馈|具体|存在|突出|主要|整改)?(?:的)?问题"
_DUTY = r"(?:反馈)?(?:整改)?(?:任务|事项|清单)"
_STEP = r"(?:具体)?(?:整改)?(?:措施|举措)"


def _named(name: str) -> str:
    """A word with an ordinal that stands as a label: 问题一：, 【问题1】, 第三个问题："""
    return (
        rf"{name}{_ORDINAL}(?:[:、]|\.(?!\d)|(?=\n))|{name}\({_ORDINAL}\)[:、]?"
        rf"|[【\[(]{name}{_ORDINAL}[】\])][:、]?"
    )


def _decimal(depth: int) -> str:
    """1.1 or 1.1.1; `opens_heading` tells it from a figure."""
    return rf"\d{{1,2}}(?:\.\d{{1,2}}){{{depth - 1}}}[、.]?(?![\d.])"


_UNITS = frozenset("亿万千百十个余多元米公平方立吨人次件项户家倍点种条台套亩分度版年月")


def opens_heading(following: str) -> bool:
    """Whether the character behind a decimal number begins a heading; a figure has its unit."""
    return (_HAN[0] <= following <= _HAN[-1] and following not in _UNITS) or following in _OPENING


ANNEX = "annex"
DECIMAL = "decimal"  # how the keys of 1.1 and 1.1.1 begin
DOT = "dot"
DASH = "dash"
QUESTION = "question"
LABEL = "label"
# A question counts with its answer: 问：…？答：…
ASKED = r"问:(?=(?:(?![问答]:)[^\n]){2,300}\n?答:)"
BLOCKS = (
    Notation(ANNEX, 5, rf"附(?:件|录)(?:{_ORDINAL})?[:.、]?(?=[^\n。;]{{0,40}}(?:\n|\Z))"),
    Notation("part", 10, rf"第{_N}(?:部分|篇|编)[:、]?", strict=True),
    Notation("chapter", 20, rf"第(?:{_N}|\d{{1,2}})章[:、]?", strict=True),
    Notation("section", 30, rf"第(?:{_N}|\d{{1,2}})节[:、]?(?!课)", strict=True),
    Notation(QUESTION, 35, ASKED),
    Notation("article", 40, rf"第(?:{_N}|\d{{1,3}})条[:、]?(?!规定|第)", strict=True),
    Notation("capital", 45, rf"[{CAPITAL_NUMERAL}]{{1,3}}[、.]"),
    Notation("comma", 50, rf"{_N}、"),
    Notation("numeral-dot", 50, rf"{_N}\.(?=[{_HAN}“《])"),
    Notation("numeral-space", 50, rf"{_N}(?=[{_HAN}“《])", strict=True, gap=True),
    Notation("parenthesis", 60, rf"\({_N}\)、?|[㈠-㈩]、?"),
    Notation(PROBLEM, 65, rf"{_named(_RAISED)}|第{_ORDINAL}个问题[:、]", strict=True),
    Notation("task", 66, _named(_DUTY), strict=True),
    Notation("decimal-2", 71, _decimal(2), strict=True, heading=True),
    Notation("decimal-3", 72, _decimal(3), strict=True, heading=True),
    Notation("decimal-4", 73, _decimal(4), strict=True, heading=True),
    Notation(DOT, 70, r"\d{1,3}\.(?:(?!\d)|(?=\d{3}))|[⒈-⒛]"),
    Notation("digit-comma", 70, r"\d{1,3}、"),
    Notation("digit-half", 70, r"\d{1,3}\)、?"),
    Notation("digit-space", 70, rf"\d{{1,2}}(?=[{_HAN}“《])", strict=True, heading=True, gap=True),
    Notation("step", 75, _named(_STEP), strict=True),
    # 案例一：, 目标1：, 项目1.1：: any word that counts on.
    Notation(
        LABEL,
        65,
        rf"(?!附)(?:(?![{NUMERALS}])[{_HAN}]){{2,4}}{_ORDINAL}(?:(?<=\d)\.\d{{1,2}})?:(?!\d)",
        strict=True,
    ),
    Notation("digit-parenthesis", 80, r"\(\d{1,3}\)、?|[⑴-⒇]"),
    Notation("circle", 90, rf"{_CIRCLED}、?", strict=True),
    Notation(DASH, ITEM, rf"—{{1,3}}(?=[{_HAN}“《\d])", strict=True),
)

# What a numeral counts or ranks by: 一季度, 二期, 三次 enumerate nothing.
_COUNTED = (
    "个项次人名家户件起条批类种级等期季月年日周天岁号届轮组队区线点些位方面部分段层层楼栋"
    "座处所台套辆艘架只头条张本册份篇章节笔亩里米公斤吨升元角倍成半度般切定起样直手把产车村校院"
)
ORDINAL = "ordinal"
ITEMS = (
    Notation("is", ITEM, rf"{_N}则?是(?![{NUMERALS}][,，。;、二])"),
    Notation("must", ITEM, rf"{_N}要(?![素求点件闻务目])", strict=True),
    Notation(
        ORDINAL,
        ITEM,
        rf"第[{NUMERALS}]{{1,3}}(?:[,:、]|是)(?!第)|(?:首先|其次|再次|再者|最后)(?:[,:、]|是)",
        strict=True,
    ),
    Notation(
        "kind",
        ITEM,
        rf"(?:第[{NUMERALS}]{{1,3}}|首(?=次))(?:个?(?!季度|产业)[{_HAN}]{{1,3}}?)(?=[,:是])",
        strict=True,
    ),
    Notation("of-them", ITEM, rf"其[{NUMERALS}]{{1,2}}(?:[,:、]|是)", strict=True),
    Notation("comma~", ITEM, rf"{_N}、(?![{NUMERALS}、])", strict=True),
    Notation("parenthesis~", ITEM, rf"\({_N}\)", strict=True),
    Notation("dot~", ITEM, rf"\d{{1,2}}[.、](?:(?!\d)|(?={_YEAR}))", strict=True),
    Notation("digit~", ITEM, r"\(\d{1,2}\)|[⑴-⒇]|\d{1,2}\)", strict=True),
    Notation("circle~", ITEM, _CIRCLED, strict=True),
    # 一抓…二抓…, 一靠…二靠…: any word but one that is counted.
    Notation("word", ITEM, rf"[{NUMERALS}]{{1,2}}(?![{_COUNTED}{NUMERALS}])[{_HAN}]", strict=True),
)

# A paragraph that opens with a block marker may go on with the next ones in running text.
RUNNING_ON = {
    "comma~": ("comma",),
    "parenthesis~": ("parenthesis",),
    "dot~": ("dot", "digit-comma"),
    "digit~": ("digit-half", "digit-parenthesis"),
    "circle~": ("circle",),
}

_SEQUENCE = {"首先": 1, "其次": 2, "再次": 3, "再者": 3}
_ENCLOSED = (("①", "⑳"), ("㈠", "㈩"), ("⑴", "⒇"), ("⒈", "⒛"))
_LAST_NUMBER = re.compile(r"(?<=\.)\d{1,2}(?=[、.:：]?$)")
_NUMBER = re.compile(rf"\d{{1,3}}|[{NUMERALS}]{{1,4}}")


def number_of(marker: str) -> int | None:
    """The number of a marker; None for one without: 最后, ——, 附件."""
    found = _LAST_NUMBER.search(marker) or _NUMBER.search(marker)
    if found is None and marker[:1] in CAPITAL_NUMERAL:
        found = _NUMBER.search(marker.translate(_FOLDED))
    if found is not None:
        digits = found[0]
        return int(digits) if digits.isdecimal() else chinese_number(digits)
    for first, last in _ENCLOSED:
        if first <= marker[:1] <= last:
            return ord(marker[0]) - ord(first) + 1
    return 1 if marker.startswith("首") else _SEQUENCE.get(marker[:2])


def chinese_number(numeral: str) -> int:
    """The value of an integer numeral below a thousand; digits in a row are read as digits."""
    total = current = 0
    for character in numeral:
        if character == "百":
            total, current = total + (current or 1) * 100, 0
        elif character == "十":
            total, current = total + (current or 1) * 10, 0
        else:
            current = _VALUE[character] if total else current * 10 + _VALUE[character]
    return total + current


def chinese_numeral(number: int) -> str:
    """The numeral of a number below a thousand."""
    digits = "〇一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    if hundreds:
        tail = "" if not rest else ("〇" + digits[rest] if rest < 10 else chinese_numeral(rest))
        return digits[hundreds % 10] + "百" + ("一" if 10 <= rest < 20 else "") + tail
    tens, units = divmod(number, 10)
    if not tens:
        return digits[units]
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[units] if units else "")


def renumbered(marker: str, number: int) -> str:
    """`marker` with another number, for saying what was expected."""
    for first, last in _ENCLOSED:
        if first <= marker[:1] <= last:
            other = ord(first) + number - 1
            return chr(other) + marker[1:] if other <= ord(last) else str(number)
    found = _LAST_NUMBER.search(marker) or _NUMBER.search(marker)
    if found is None:
        names = {value: name for name, value in reversed(_SEQUENCE.items())}
        return names.get(number, str(number))
    digits = str(number) if found[0].isdecimal() else chinese_numeral(number)
    return marker[: found.start()] + digits + marker[found.end() :]


def alternation(notations: tuple[Notation, ...]) -> str:
    """One pattern for a table; the group `n<index>` that matched names the notation."""
    return "|".join(f"(?P<n{index}>{each.pattern})" for index, each in enumerate(notations))
