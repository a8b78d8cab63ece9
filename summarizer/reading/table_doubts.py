"""Why a table could not be read cell by cell, worded for a reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

DoubtKind = Literal[
    "cells", "values", "header", "no_header", "two_headers", "no_rows", "unit", "unnamed", "words",
    "rows", "twins", "inner_header",
]

_WORDS: dict[DoubtKind, tuple[str, str]] = {
    "cells": ("各行单元格数不一（{0}至{1}个）", "rows of {0} to {1} cells"),
    "values": ("各行数值个数不一（{0}至{1}个）", "rows of {0} to {1} values"),
    "header": ("表头{0}格，下面各行{1}格", "a header of {0} cells over rows of {1}"),
    "no_header": ("每行{0}格，没有表头", "no header over rows of {0} cells"),
    "two_headers": (
        "表头与首行分不开（{0}个词，每行{1}格）",
        "{0} words above rows of {1} cells can be parted in two ways",
    ),
    "no_rows": ("只有表头，没有数据行", "a header without rows"),
    "unit": ("“{0}”一列没有单位", "no unit for {0}"),
    "unnamed": ("有的列既没有列名，也没有单位", "no unit for a column without a head"),
    "inner_header": ("表内另有一行表头", "another line of heads among the rows"),
    "rows": ("有的行分不清行名", "rows whose names cannot be told"),
    "twins": ("不止一列叫“{0}”", "more than one column is called {0}"),
    "words": ("“{0}”一列的文字里有数字", "figures in the words of {0}"),
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that keeps a table from being read; `of` is what the wording names."""

    kind: DoubtKind
    of: tuple[str, ...] = ()

    def told(self, lang: Literal["zh", "en"] = "zh") -> str:
        """The doubt in words."""
        zh, en = _WORDS[self.kind]
        return (zh if lang == "zh" else en).format(*self.of)


def told(doubts: Iterable[Doubt], lang: Literal["zh", "en"] = "zh") -> str | None:
    """All doubts of a table in one line; None where there are none."""
    return ("；" if lang == "zh" else "; ").join(doubt.told(lang) for doubt in doubts) or None
