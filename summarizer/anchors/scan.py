"""The one pass over the numerals of a text: dates first, then figures, with the running year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.anchors import lists, numerals, units
from summarizer.anchors.calendar_words import RELATIVE, match_relative
from summarizer.anchors.dates import match_date
from summarizer.anchors.denominators import is_denominator
from summarizer.anchors.figures import match_figure
from summarizer.anchors.non_quantity import Cover, is_non_quantity, is_place
from summarizer.anchors.ordinals import BARE_NEXT, Placed, find_graded, ordinal_at
from summarizer.anchors.points import Found
from summarizer.anchors.raw import Raw
from summarizer.anchors.years import Years
from summarizer.patterns import lazy

_HAN = "".join(char for char in numerals.START if not char.isascii())
_FOLLOWS = "".join(
    sorted(units.FIRST | numerals.CHARACTERS | set("余多大成番分几半至到—～~了中号A年季月日"))
)
# Where a numeral may begin that makes a figure, a date or an ordinal.
_START = re.compile(
    rf"[0-9]+|[{_HAN}翻](?=[{re.escape(_FOLLOWS)}])|半|(?<=[第前])[{_HAN}]"
    "|[一二三四](?=、[一二三四]季度)"
)
# 2.2020年底前: the number of an item, then its first word.
_ITEM = re.compile(r"[0-9]{1,2}\.[ \n]?(?=(?:19|20)[0-9]{2}年)")
_CLOCK = re.compile("[0-9]{1,2}[时点][0-9]{1,2}分(?!钟)")
_CUT_NUMBER = lazy(r"[0-9][ .]$|[0-9]\.\n$")
_NOT_AFTER = re.compile(r"[A-Za-z0-9][-—–.:：/×*xX+∶﹕]$|[A-Za-z]$|[+×*=_#@∶]$")
# GDP1960亿元: letters that are a word, and a number that is a quantity by itself.
_GLUED = lazy(r"[0-9][0-9,]*(?:\.[0-9]+)?(?:[万亿]|%|个?百分点)")
_WORD = lazy("[A-Za-z]{2}$")
# 3.5%2.1%4.0%…: the cells of a table that ran together.
_RUN_TOGETHER = re.compile("(?:[0-9][0-9.,]*[%‰万亿元人个户]{1,3}){12,}")
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
    non_date: bool


class Scan(NamedTuple):
    """All figures, dates and ordinals of a view, each sorted by position."""

    figures: list[Raw]
    dates: list[Dated]
    ordinals: list[Placed]


class Covers(NamedTuple):
    """The ranges that change how a numeral is read."""

    titles: Cover
    quotations: Cover
    set_phrases: Cover
    document_numbers: Cover


def scan(
    text: str,
    covers: Covers,
    fallback: int | None,
    this_year: int | None,
    told_year: int | None = None,
    gone: int | None = None,
    *,
    republic: bool = False,
) -> Scan:
    """Reads every numeral and calendar word once; `told_year` is the year the text is about.

    `gone` is the year before the one it was given in, where it looks back on whole years.
    `republic` tells that bare years are counted from 1911.
    """
    years = Years(text, fallback, this_year, told_year, gone)
    figures: list[Raw] = []
    dates: list[Dated] = []
    ordinals: list[Placed] = []
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
                # 近三年 is a period and a length; its numeral is read once more.
                position = start + 1 if relative.group()[0] == "近" else found.end
                _add_date(dates, found, years, covers, text)
            continue
        char, following = text[start], text[start + 1 : start + 2]
        item = _ITEM.match(text, start) if char.isascii() else None
        if item is not None and not (start and text[start - 1] in "0123456789."):
            cleared = position = item.end()
            pending.clear()
            continue
        if covers.document_numbers.innermost(start) is not None:
            continue
        if figures and start == figures[-1].end:
            together = _RUN_TOGETHER.match(text, start)
            if together is not None:
                position = together.end()
                pending.clear()
                continue
        if start and start != cleared and _skipped(text, start):
            placed = ordinal_at(text, start) if text[start - 1] in "第届" else None
            if placed is not None:
                ordinals.append(placed)
            position = placed.end if placed is not None else _past(text, start)
            continue
        dated = match_date(text, start, republic=republic)
        if dated is not None:
            position = dated.end
            pending.clear()
            _add_date(dates, dated, years, covers, text)
            continue
        set_phrase = covers.set_phrases.innermost(start)
        if set_phrase is not None:
            position = set_phrase[1]
            continue
        clock = _CLOCK.match(text, start) if char.isascii() else None
        if clock is not None:
            position = clock.end()
            continue
        placed = ordinal_at(text, start) if _may_order(text, start, following) else None
        if placed is not None:
            position = placed.end
            ordinals.append(placed)
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
        if is_denominator(text, raw) or is_place(text, raw):
            continue
        if figures and raw.start < figures[-1].end:
            raw = raw._replace(start=raw.number)
        cut = start > 1 and text[start - 1] in " \n" and _CUT_NUMBER.search(text, start - 3, start)
        if cut or is_non_quantity(text, raw, covers.titles, covers.quotations):
            raw = raw._replace(non_quantity=True)
        if pending:
            figures.extend(lists.with_one_unit(text, pending, raw))
            pending.clear()
        figures.append(raw)
    lists.with_one_bound(text, figures)
    return Scan(figures, dates, _with_graded(text, ordinals))


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


def _may_order(text: str, start: int, following: str) -> bool:
    """Whether the numeral at `start` may be that of an ordinal without 第."""
    if following in BARE_NEXT or text[start - 1 : start] == "前":
        return True
    longer = text[start : start + 7].lstrip("0123456789一二三四五六七八九十百")
    return longer[:1] in BARE_NEXT


def _with_graded(text: str, ordinals: list[Placed]) -> list[Placed]:
    """All ordinals in order; one that lies within another is part of it."""
    found = sorted([*ordinals, *find_graded(text)])
    kept: list[Placed] = []
    for placed in found:
        if not kept or placed.start >= kept[-1].end:
            kept.append(placed)
    return kept


def _skipped(text: str, start: int) -> bool:
    """Ordinals, 数十, model names, ratios 1:1, the later terms of 1+7+N."""
    before = text[start - 1]
    if before not in _SUSPECT and not before.isascii():
        return False
    if before == "唯":
        return text[start] == "一"
    if before in "几数":
        return False
    if before in _INDEFINITE:
        return True
    if _NOT_AFTER.search(text, max(0, start - 2), start) is None:
        return False
    return not (_WORD.search(text, max(0, start - 2), start) and _GLUED.match(text, start))


def _past(text: str, start: int) -> int:
    token = numerals.TOKEN.match(text, start)
    return token.end() if token is not None else start + 1


def _add_date(dates: list[Dated], found: Found, years: Years, covers: Covers, text: str) -> None:
    in_title = covers.titles.innermost(found.start) is not None
    printed = found.first.year is not None
    year = found.first.year or found.last.year or years.at(found.start)
    non_date = found.non_date
    if not in_title and not non_date:
        years.note(found)
    dates.append(
        Dated(
            found=found,
            first=found.first.first(year) if found.known else "",
            last=found.last.last(year) if found.known else "",
            inherited=not printed and found.known,
            in_title=in_title,
            non_date=non_date,
        )
    )
