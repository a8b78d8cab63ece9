"""The one pass over the numerals of a text: dates first, then figures, with the running year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.anchors import numerals
from summarizer.anchors.dates import RELATIVE, Found, match_date, match_relative
from summarizer.anchors.figures import match_figure
from summarizer.anchors.loose import Cover, is_loose
from summarizer.anchors.raw import Raw
from summarizer.anchors.years import Years
from summarizer.patterns import lazy

_START = re.compile(f"[{numerals.START}翻]")
_UNIT_FIRST = frozenset(
    "个名人位项件条起次家户份处所座支期场类宗株册块例轮张篇批台套省市镇村英PE辆航吉蒸子方群垧架艘棵枚颗幅幢栋种款笔桩卷盏组段片道章票岁封则"
    "桌匹句卡筐束对副重元美港欧日英澳加新卢韩人吨公平立米亩千克斤升摄分毫厘海里延马兆瓦焦帕标年月周天小秒学课星工"
    "季车班剂床席频乡街县市省%‰℃㎡倍百成大余多番成点面门第届节级发回单毛箱数∶"
)
_NUMERAL = frozenset(numerals.START + "亿○")
# 2.2020年底前: the number of an item, then its first word.
_ITEM = re.compile(r"[0-9]{1,2}\.[ \n]?(?=(?:19|20)[0-9]{2}年)")
_CLOCK = re.compile("[0-9]{1,2}[时点][0-9]{1,2}分(?!钟)")
_CUT_NUMBER = lazy(r"[0-9][ .]$|[0-9]\.\n$")
_NOT_AFTER = re.compile(r"[A-Za-z0-9][-—–.:：/×*xX+∶﹕]$|[A-Za-z]$|[+×*=_#@∶]$")
_LIST_GAP = re.compile("[、和及与]")
_INDEFINITE = frozenset("几数第届")
_SUSPECT = _INDEFINITE | frozenset("×∶＋—–唯")


class Dated(NamedTuple):
    """A date of the view with the year it stands for."""

    found: Found
    first: str
    last: str
    inherited: bool
    in_title: bool
    loose: bool


class Scan(NamedTuple):
    """All figures and dates of a view, each sorted by position."""

    figures: list[Raw]
    dates: list[Dated]


class Covers(NamedTuple):
    """The ranges that change how a numeral is read."""

    titles: Cover
    quotations: Cover
    formulas: Cover
    document_numbers: Cover


def scan(text: str, covers: Covers, fallback: int | None, this_year: int | None) -> Scan:
    """Reads every numeral and calendar word once, in order."""
    years = Years(text, fallback, this_year)
    figures: list[Raw] = []
    dates: list[Dated] = []
    position = cleared = 0
    pending: list[tuple[int, int]] = []
    for start, relative in _starts(text):
        if start < position:
            continue
        years.reach(start)
        if relative is not None:
            year = years.of(relative.group(), start)
            found = match_relative(text, relative, year)
            if found is not None:
                position = found.end
                _add_date(dates, found, years, covers, text)
            continue
        char, following = text[start], text[start + 1 : start + 2]
        if not char.isascii() and following not in _UNIT_FIRST and following not in _NUMERAL:
            continue
        item = _ITEM.match(text, start) if char.isascii() else None
        if item is not None and not (start and text[start - 1] in "0123456789."):
            cleared = position = item.end()
            pending.clear()
            continue
        if start and start != cleared and _skipped(text, start):
            position = _past(text, start)
            continue
        if covers.document_numbers.innermost(start) is not None:
            continue
        dated = match_date(text, start)
        if dated is not None:
            position = dated.end
            pending.clear()
            _add_date(dates, dated, years, covers, text)
            continue
        formula = covers.formulas.innermost(start)
        if formula is not None:
            position = formula[1]
            continue
        clock = _CLOCK.match(text, start) if char.isascii() else None
        if clock is not None:
            position = clock.end()
            continue
        raw = match_figure(text, start)
        if raw is None:
            end = _past(text, start)
            position = end
            if char.isascii() and _LIST_GAP.match(text, end):
                if pending and pending[-1][1] + 1 != start:
                    pending.clear()
                pending.append((start, end))
            else:
                pending.clear()
            continue
        position = raw.end
        if figures and raw.start < figures[-1].end:
            raw = raw._replace(start=raw.number)
        cut = start > 1 and text[start - 1] in " \n" and _CUT_NUMBER.search(text, start - 3, start)
        if cut or is_loose(text, raw, covers.titles, covers.quotations):
            raw = raw._replace(loose=True)
        if pending:
            figures.extend(_inherited(text, pending, raw))
            pending.clear()
        figures.append(raw)
    return Scan(figures, dates)


def _starts(text: str) -> Iterator[tuple[int, re.Match[str] | None]]:
    """Starts of numerals and matches of calendar words, merged by position."""
    words = RELATIVE.finditer(text)
    word = next(words, None)
    for match in _START.finditer(text):
        start = match.start()
        while word is not None and word.start() <= start:
            yield word.start(), word
            word = next(words, None)
        yield start, None
    while word is not None:
        yield word.start(), word
        word = next(words, None)


def _skipped(text: str, start: int) -> bool:
    """Ordinals, 数十, model names, ratios 1:1, the later terms of 1+7+N."""
    before = text[start - 1]
    if before not in _SUSPECT and not before.isascii():
        return False
    if before == "唯":
        return text[start] == "一"
    if before in "几数":
        return text[start] in "十百千万"
    if before in _INDEFINITE:
        return True
    return _NOT_AFTER.search(text, max(0, start - 2), start) is not None


def _past(text: str, start: int) -> int:
    token = numerals.TOKEN.match(text, start)
    return token.end() if token is not None else start + 1


def _add_date(dates: list[Dated], found: Found, years: Years, covers: Covers, text: str) -> None:
    in_title = covers.titles.innermost(found.start) is not None
    printed = found.first.year is not None
    year = found.first.year or found.last.year or years.at(found.start)
    loose = found.loose
    if not in_title and not loose:
        years.note(found)
    dates.append(
        Dated(
            found=found,
            first=found.first.first(year) if found.known else "",
            last=found.last.last(year) if found.known else "",
            inherited=not printed and found.known,
            in_title=in_title,
            loose=loose,
        )
    )


def _inherited(text: str, pending: list[tuple[int, int]], raw: Raw) -> list[Raw]:
    """The bare numbers of a list that ends in `raw` (3、5、7个) with its unit and scale."""
    if pending[-1][1] + 1 != raw.start or raw.high is not None or raw.loose:
        return []
    before = pending[0][0] - 1
    if before < 0 or text[before] in "\n。；;":
        return []
    found: list[Raw] = []
    token = numerals.TOKEN.match(text, raw.number)
    scale = numerals.scale_of("".join(c for c in token.group() if c in "万亿")) if token else 1
    for start, end in pending:
        numeral = numerals.parse(text[start:end])
        if numeral is None:
            return []
        found.append(
            Raw(start, end, start, numeral.value * scale, raw.unit, raw.kind, loose=raw.loose)
        )
    return found
