"""Ordinals: places in an order, grades and numbered things, which count nothing.

Numbers that name or order (编号, GB/T 15835-2011, 3.2).

第3位, 排名第二, 前三, 第四批, 三级甲等, 5A级, AA+, Ⅲ类, 3号地块, 二期, 第12次, 十三届二次会议,
70周年, G318国道. `ordinal_at` reads those that begin with a numeral, `find_graded` those that do
not. The value is canonical text (第二 and 第2 are 2, Ⅲ and III are 3), the noun what is ordered; a
place among others (第3名, 居首位) has the noun 位.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.anchors import numerals, units
from summarizer.words import worded

_NUMBER = "(?:[0-9]{1,4}|[一二三四五六七八九十百零〇]{1,6})"
_MORE = rf"(?:(?:[、和与及]|至|到|[-—~～])第?{_NUMBER})"
_PLACES = frozenset(("位", "名", "名次", "位次"))
_NOUN = (
    "{ordered}|"
    rf"{units.GUARDED}|条|节|号|级|届|会期|门|部(?=[一-龥]{{0,3}}[》法])|本|层|卷|单元"
)
_NTH = worded("ordinals", rf"(?P<n>{_NUMBER})(?P<more>{_MORE}{{0,3}})(?P<noun>{_NOUN})")
# 排名全省第三，: a number that ends its clause is a place; 第一，… at the head of one is a marker.
_PLACE = re.compile(rf"(?P<n>{_NUMBER})(?=[,，。;；、:：)）”\n的和]|$)")
_HEAD = frozenset("\n。；;，,：:、 (（")
_FRONT = re.compile(
    rf"(?P<n>{_NUMBER})(?P<noun>位|名|强(?!企|镇|县|区))?(?![一-龥0-9]|(?<=强)[一-龥])|"
    rf"(?P<n2>{_NUMBER})(?:位|名)"
)
_BEFORE_FRONT = frozenset("的入居列位名进国省市区州县球界身")
# What follows a number without 第.
_BARE = worded(
    "ordinals",
    r"(?P<a>[1-5一二三四五])A级"
    r"|(?P<y>[0-9]{1,4}|[一二三四五六七八九十百]{1,5})周年"
    r"|(?P<g>[一二三四五六七八九1-9])级(?P<grade>(?:[甲乙丙特]等)|(?=以上)?(?=(?:{graded})))"
    r"|(?P<p>[一二三四五六七八九十]{1,3})期(?!间|限|叠|货|盼|刊|[0-9])"
    # 四川时代3期、5期及吉利一期项目: stages of a work; 培训班3期 is a count
    r"|(?P<q>[1-9][0-9]?)期(?=(?:[、和及与](?:[一-龥]{2,10})?[0-9一二三四五六七八九]{1,2}期)*[一-龥]{0,4}(?:项目|工程|电站|机组|厂房))"
    r"|(?P<j>[一二三四五六七八九十]{1,3})届"
    r"(?=[一二三四五六七八九十]{1,3}[次中]|[市区县省州]?[党人政代全常])"
    r"|(?P<m>[一二三四五六七八九十0-9]{1,3})次(?=全会|全体会议|全委会|党代会)"
    r"|(?P<s>[一二三四五六七八九十]{1,3})次(?=会议|代表大会|主任会议)"
    r"|(?P<z>[一二三四五六七八九十]{1,3})中(?=全会)"
    r"|(?P<h>[0-9]{1,5}|[一二三四五六七八九十]{1,3})号(?![召码外称令文角线人]|[0-9])"
    r"|(?P<line>[0-9]{1,3}|[一二三四五六七八九十]{1,3})号线",
)
_BARE_NOUNS = {
    "a": "级", "y": "周年", "g": "级", "p": "期", "q": "期",
    "j": "届", "m": "次", "s": "次", "z": "中全会",
    "h": "号", "line": "号线",
}  # fmt: skip
BARE_NEXT = frozenset("A周级期届次中号")
"""What may follow the numeral of an ordinal without 第."""
_ISSUED = worded("ordinals", "(?:{issued})$")
_HELD = worded("ordinals", "(?:{held})[了过]?$")
_SEATED = frozenset("届委会协大部院局")
_LEVELS = frozenset("省市县区乡镇村街中上下道各")
_GRADED = re.compile(
    r"(?P<roman>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|(?<![A-Za-z])(?:I{1,3}|IV|V|VI{1,3}|IX)(?=[类级]))"
    r"(?P<noun>[类级型期度])?"
    r"|(?<![A-Za-z0-9])(?P<grade>A{1,5}|B{1,3}|C{1,3})(?:(?P<sign>[+-])(?![0-9A-Za-z+])|(?=级))(?P<level>级)?"
    r"|(?<![A-Za-z0-9])(?P<road>[GSX][0-9]{1,4})(?=国道|省道|县道|高速|[一-龥]{0,6}(?:线|高速|公路))"
    r"|(?P<top>(?<=[居列位占国省市区州县界球])首位(?!度)|(?<=[居登列])榜首)"
)
# How all of them begin: most positions are ruled out at once.
_GRADED_FIRST = re.compile("[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVABCGSX首榜]")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_WIDE_ROMAN = {char: str(value) for value, char in enumerate("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", start=1)}


class Placed(NamedTuple):
    """An ordinal at `[start, end)` of the view."""

    start: int
    end: int
    value: str
    noun: str


def ordinal_at(text: str, start: int) -> Placed | None:
    """The ordinal whose numeral begins at `start`, with the 第 or 前 before it."""
    before = text[start - 1 : start]
    if before == "第":
        return _nth(text, start)
    if before == "前":
        return _front(text, start)
    return _bare(text, start)


def _value(number: str) -> str:
    numeral = numerals.parse(number)
    return format(numeral.value, "f") if numeral is not None else number


def _nth(text: str, start: int) -> Placed | None:
    match = _NTH.match(text, start)
    if match is not None:
        noun = "位" if match["noun"] in _PLACES else match["noun"]
        value = _value(match["n"])
        for piece in re.findall(_NUMBER, match["more"]):
            value += f",{_value(piece)}"
        return Placed(start - 1, match.end(), value, noun)
    match = _PLACE.match(text, start)
    if match is None or start < 2 or text[start - 2] in _HEAD or text[start - 2].isdigit():
        return None
    return Placed(start - 1, match.end(), _value(match["n"]), "位")


def _front(text: str, start: int) -> Placed | None:
    """列全省前三, 进入前10名."""
    match = _FRONT.match(text, start)
    if match is None or start < 2 or text[start - 2] not in _BEFORE_FRONT:
        return None
    number = match["n"] or match["n2"]
    return Placed(start - 1, match.end(), f"前{_value(number)}", "位")


def _bare(text: str, start: int) -> Placed | None:
    match = _BARE.match(text, start)
    if match is None or match.lastgroup is None:
        return None
    before = text[start - 1 : start]
    group = "g" if match["grade"] is not None else match.lastgroup
    if group == "a":
        return Placed(start, match.end(), f"{_value(match['a'])}A", "级")
    if group == "g" and before in _LEVELS:
        return None  # 省市县三级 are three levels
    if group == "p" and _ISSUED.search(text, max(0, start - 4), start):
        return None
    if group == "j" and _HELD.search(text, max(0, start - 4), start):
        return None
    if group == "s" and before not in _SEATED:
        return None  # 召开三次会议 counts
    if group == "h" and before in ("〕", "]", ")", "）", "月", "年", "】"):
        return None
    if group == "g":
        return Placed(start, match.end(), _value(match["g"]) + (match["grade"] or ""), "级")
    return Placed(start, match.end(), _value(match[group]), _BARE_NOUNS[group])


def find_graded(text: str) -> Iterator[Placed]:
    """The ordinals without a numeral: Ⅲ类, AA+, AAAA级, G318, 居首位."""
    done = 0
    for first in _GRADED_FIRST.finditer(text):
        match = _GRADED.match(text, first.start()) if first.start() >= done else None
        if match is None:
            continue
        start, end = match.span()
        done = end
        if match["roman"]:
            if match["noun"] is None:
                continue
            yield Placed(start, end, _arabic(match["roman"]), match["noun"])
        elif match["grade"]:
            letters = match["grade"]
            if match["level"] and not match["sign"]:
                value = (
                    f"{len(letters)}A" if set(letters) == {"A"} and len(letters) > 1 else letters
                )
            else:
                value = letters + (match["sign"] or "")
            yield Placed(start, end, value, "级")
        elif match["road"]:
            yield Placed(start, end, match["road"], "道")
        else:
            yield Placed(start, end, "1", "位")


def _arabic(roman: str) -> str:
    if roman in _WIDE_ROMAN:
        return _WIDE_ROMAN[roman]
    total = 0
    for char, following in zip(roman, roman[1:] + "I", strict=True):
        value = _ROMAN[char]
        total += -value if value < _ROMAN[following] and following in roman[1:] else value
    return str(total)
