"""The heads of rows and columns of a table: what a column is, in which unit, of which period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from summarizer import patterns as re
from summarizer.anchors import anchors_of_text
from summarizer.reading.document import TableBlock, TableCell
from summarizer.reading.tables.values import kind_of, squeezed
from summarizer.words import worded

Role = Literal["head", "value", "unit", "number", "words"]

_BRACKETS = re.compile(r"[(\[【]([^()\[\]【】]{1,12})[)\]】]")
_SHARE_SIGN = re.compile(r"[±+/,:]*([%‰])$")
_BEHIND = re.compile(r"[/,:：、]([^/,:：、]{1,6})$")
_COUNTED = re.compile(r"[总共]?(?P<unit>[^数量]{1,3})数")
# 本年制发件数: what is counted stands before 数; 指数, 位数 and 倍数 count nothing.
_COUNT_OF = re.compile(
    r"(?P<unit>人次|场次|[人户件家次项个处起场所台辆册篇条宗批例天只头株座栋套])数\Z"
)
# Rates are printed in per cent; a unit note in 万元 does not speak of them.
_RATE = re.compile(r"(?:[率幅]|比重|占比|比例)$")
_NOTE_PARTS = re.compile(r"[、,，;；/和\s]+")
_FOOTNOTE = re.compile(r"\[[0-9]{1,2}\]|[①-⑳]$")
_OF_THESE = re.compile(r"其中[:：]\s*")
_SERIAL = worded("furniture", "{serials}")
_UNITS = re.compile("(?:计量)?单位")
# What a figure is compared with is not its own period: 比上年末增长.
_COMPARED = re.compile("(?:比(?![重例率值])|[较与]).{1,12}?(?=[增减下上提持涨回±]|$)")
_NUMBERED = re.compile(
    r"(?:附?表|续表)\s?[0-9一二三四五六七八九十]{1,2}?(?=\s|(?:19|20)[0-9]{2}|[^0-9])"
)
_CLAUSE = re.compile("[，。；]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# 1985 under 占比（%）, 1986-1995平均增长: heads leave out 年. A standard (GB2312-1980) has letters.
_BARE_YEAR = re.compile(
    r"(?<![0-9A-Za-z.．年月-])(?:(?:19|20)[0-9]{2}[-—–~～至])?(?:19|20)[0-9]{2}"
    r"(?=$|[)）]|(?<=[0-9]{4}[-—–~～至][0-9]{4})[\u4e00-\u9fff])(?!年)"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head as printed, what it holds, and its unit.

    `unit` is what the head tells, `noted` what the unit note of the table says for it, `twin` that
    another column beside the same names has the same head.
    """

    index: int
    name: str
    role: Role
    unit: str | None = None
    noted: str | None = None
    twin: bool = False


def columns_of(block: TableBlock) -> tuple[Column, ...]:
    """The columns of a regular table, from the left."""
    width = len(block.rows[0])
    cells = [[row[index] for row in block.rows] for index in range(width)]
    names = [squeezed(cell.text) for cell in block.header] or [""] * width
    roles = [_role(name, column) for name, column in zip(names, cells, strict=True)]
    first = next((index for index, role in enumerate(roles) if role == "value"), width)
    columns = []
    for index, role in enumerate(roles):
        prose = any(_CLAUSE.search(cell.text) for cell in cells[index])
        if role == "words" and index < first and not prose:
            role = "head"
        unit = unit_in(names[index]) if role == "value" else None
        noted = _noted(block, names[index]) if role == "value" and unit is None else None
        columns.append(Column(index, names[index], role, unit, noted))
    return tuple(_with_twins(columns))


def _with_twins(columns: Sequence[Column]) -> Iterator[Column]:
    """The columns, those marked that cannot be told apart: 金额 twice under one row of names."""
    part = 0
    parts: list[int] = []
    for column in columns:
        part += column.role == "head"
        parts.append(part)
    seen = Counter(
        (part, column.name)
        for part, column in zip(parts, columns, strict=True)
        if column.role == "value" and column.name
    )
    for part, column in zip(parts, columns, strict=True):
        yield replace(column, twin=seen[part, column.name] > 1)


def _role(name: str, cells: Sequence[TableCell]) -> Role:
    filled = [squeezed(cell.text) for cell in cells if cell.text]
    kinds = [kind_of(text) for text in filled]
    values = sum(kind in ("value", "blank") for kind in kinds)
    if "value" in kinds and values + kinds.count("date") > 0.5 * len(filled):
        numbered = _SERIAL.search(name) or (len(filled) > 1 and _one_by_one(filled))
        return "number" if numbered else "value"
    words = [text for text, kind in zip(filled, kinds, strict=True) if kind == "text"]
    if words and (_UNITS.fullmatch(name) or all(is_unit(text) for text in words)):
        return "unit"
    return "words"


def _one_by_one(texts: Sequence[str]) -> bool:
    """Whether a column counts its rows: 1, 2, 3 …"""
    if not all(text.isdecimal() and len(text) < 5 for text in texts):
        return False
    return all(int(after) - int(before) == 1 for before, after in pairwise(texts))


@lru_cache(maxsize=512)
def is_unit(text: str) -> bool:
    """Whether a text behind a number makes a figure of it: 万元, %, 公里, 万标准箱."""
    quantity = f"35{text}"
    return (
        bool(text)
        and not text[0].isdecimal()
        and any(figure.span == (0, len(quantity)) for figure in anchors_of_text(quantity).figures)
    )


def unit_in(head: str) -> str | None:
    """The unit that the head of a row or column tells: 金额（万元）, 比上年增长%, 户数."""
    words = _FOOTNOTE.sub("", squeezed(head))
    for inside in reversed(_BRACKETS.findall(words)):
        told = inside.removeprefix("单位").lstrip(":：±")
        if is_unit(told):
            return str(told)
    for pattern in (_SHARE_SIGN, _BEHIND):
        match = pattern.search(words)
        if match is not None and is_unit(match[1]):
            return str(match[1])
    counted = _COUNTED.fullmatch(words) or _COUNT_OF.search(words)
    if counted is not None and is_unit(counted["unit"]):
        return str(counted["unit"])
    return "%" if _RATE.search(words) else None


@lru_cache(maxsize=4096)  # a head is asked for once a cell
def without_unit(head: str) -> str:
    """The words of a head without the unit in brackets and without footnote marks."""
    words = _FOOTNOTE.sub("", squeezed(head))
    for match in reversed(list(_BRACKETS.finditer(words))):
        if is_unit(match[1].removeprefix("单位").lstrip(":：±")):
            words = words[: match.start()] + words[match.end() :]
    return _SHARE_SIGN.sub("", words)


def of_these(head: str) -> bool:
    """Whether a row is a part of the one above it: 其中：住宅."""
    return _OF_THESE.match(squeezed(head)) is not None


def plain(head: str) -> str:
    """The name of a row: without 其中：, unit and footnote marks."""
    return _OF_THESE.sub("", without_unit(head))


def _noted(block: TableBlock, name: str) -> str | None:
    """What the unit note says for a column; of several units the share is for rates and growth."""
    told = block.unit_note or ""
    units = [part for part in _NOTE_PARTS.split(squeezed(told).split(":", 1)[-1]) if is_unit(part)]
    if not told and block.caption is not None:
        found = unit_in(block.caption)
        units = [found] if found is not None and "(" in squeezed(block.caption) else []
    if len(units) == 1:
        return units[0]
    amounts = [unit for unit in units if unit not in ("%", "‰")]
    return amounts[0] if len(amounts) == 1 and not re.search("[增减升降涨跌]", name) else None


@lru_cache(maxsize=4096)  # likewise
def period_of(text: str, context_year: int | None) -> str | None:
    """The interval of the first date in a head, ISO 8601; None without one or without a year."""
    words = _COMPARED.sub("", _NUMBERED.sub("", _FOOTNOTE.sub("", squeezed(text)), count=1))
    words = _BARE_YEAR.sub(r"\g<0>年", words)
    for date in anchors_of_text(words, context_year=context_year).dates:
        if date.first and date.last and not date.first.startswith("--"):
            return f"{date.first}/{date.last}"
    return None


def year_of(text: str) -> int | None:
    """The first year that a caption prints."""
    match = _YEAR.search(_NUMBERED.sub("", squeezed(text), count=1))
    return int(match[0]) if match is not None else None
