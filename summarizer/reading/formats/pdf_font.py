"""One font in place of all that a PDF names without holding them: what is read is never drawn.

PDFium takes the shape of every character from a font of the machine: ten times the work of all
else on a page of Chinese, and boxes that differ with what is installed (without a Chinese font
text on its side is left out). This font has one shape for all characters: a bar as high as a
Chinese one, and narrower than any, for how wide each is says the PDF.
"""

from __future__ import annotations

import ctypes
from functools import cache
from itertools import accumulate
from struct import pack
from typing import Any

from pypdfium2 import raw

_EM = 1000  # units of a character, as most fonts count
_FOOT, _HEAD = -120, 880  # of a Chinese character against the line that letters stand on
_WIDE = 100  # a full stop of most fonts takes twice as much
# Shift JIS, Hangul, GB 2312, Big5 (Windows' numbers): letters have a font within PDFium.
_CHINESE = frozenset({128, 129, 134, 136})
_LAST = 0x10FFFF  # character of Unicode


@cache
def _file() -> bytes:
    """A TrueType font of two glyphs: none, and the bar that stands for every character."""
    bar = pack(">hhhhhHHBBBB", 1, 0, _FOOT, _WIDE, _HEAD, 3, 0, 1, 1, 1, 1)
    bar += pack(">4h4h", 0, _WIDE, 0, -_WIDE, _FOOT, 0, _HEAD - _FOOT, 0)
    all_alike = pack(">HHHHL", 0, 1, 3, 10, 12) + pack(">HHLLLLLL", 13, 0, 28, 0, 1, 1, _LAST, 1)
    tables = {
        b"cmap": all_alike,
        b"glyf": bar,
        b"head": pack(
            ">LLLLHHqqhhhhHHhhh",
            0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _EM, 0, 0, 0, _FOOT, _WIDE, _HEAD, 0, 8, 2, 1, 0,
        ),
        b"hhea": pack(">L3hH11hH", 0x10000, _HEAD, _FOOT, 0, _EM, *[0] * 11, 1),
        b"hmtx": pack(">Hhh", _EM, 0, 0),
        b"loca": pack(">LLL", 0, 0, len(bar)),
        b"maxp": pack(">LHHHHHHHHHHHHHH", 0x10000, 2, 4, 1, 0, 0, 2, *[0] * 8),
    }  # fmt: skip
    padded = {name: table + bytes(-len(table) % 4) for name, table in tables.items()}
    begins = accumulate(map(len, padded.values()), initial=12 + 16 * len(tables))
    directory = pack(">LHHHH", 0x10000, len(tables), 64, 2, 48)
    for (name, table), begin in zip(tables.items(), begins, strict=False):
        directory += pack(">4sLLL", name, 0, begin, len(table))
    return directory + b"".join(padded.values())


def _mapped(_info: Any, _weight: int, _italic: int, charset: int, *_rest: Any) -> int | None:
    return 1 if charset in _CHINESE else None


def _data(_info: Any, _font: Any, table: int, buffer: Any, size: int) -> int:
    if table:  # asks for a part, or whether it is a collection
        return 0
    if buffer and size >= len(_file()):
        ctypes.memmove(buffer, _file(), len(_file()))
    return len(_file())


@cache
def use_one_font() -> Any:
    """From now on PDFium asks for no font of the machine. What it calls is kept by the cache."""
    info = raw.FPDF_SYSFONTINFO(version=1)
    kinds = dict(info._fields_)
    info.MapFont = kinds["MapFont"](_mapped)
    info.GetFontData = kinds["GetFontData"](_data)
    raw.FPDF_SetSystemFontInfo(info)
    return info
