"""Mutators of report text: each takes a text and returns it changed in one place or in several.

They know the notation, for bytes alone hardly ever get past a decoder: markers, numerals, dates,
quotation marks, line ends. What they write in need not make sense.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

from fuzzing.material import passage

Mutator = Callable[[random.Random, str], str]

_WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
NUMERALS, MARKERS, DATES, WORDS, TAGS = (
    tuple(_WORDS[name]) for name in ("numerals", "markers", "dates", "words", "tags")
)
SPECIALS = (
    *"\u202e\u202d\u2066\u2069\u200b\u200d\u200f\ufeff\u00ad\u2060\x00\x07\x08\x0b\x0c\x1b\x1c\x85",
    *"\u2028\u2029\ud800\udfff\ufffe\U0010ffff\U000e0041\u0301\u20dd\ufe0f\u3000\u00a0\t\r🙂㊀⼀",
    "\x1b[31m",
    "\x1b]0;x\x07",
    "\r\n",
    "\n\n\n",
    " " * 50,
)
_NUMBER = re.compile(r"[\d.,]+|[一二三四五六七八九十百千万亿零〇两]+")
_MARKER = re.compile(
    r"^[ \u3000]*(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]|[一二三四五六七八九十]是)", re.M
)
_DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}年")
_PAIRS = ("“”", "《》", "（）", "()", "〔〕", "「」", "‘’", "【】", "<>", "**")


def _place(rng: random.Random, text: str) -> int:
    return rng.randint(0, len(text))


def _slice(rng: random.Random, text: str, longest: int = 60) -> tuple[int, int]:
    start = _place(rng, text)
    return start, min(len(text), start + rng.randint(1, longest))


def _put(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def cut(rng: random.Random, text: str) -> str:
    """A stretch is gone."""
    return _put(text, *_slice(rng, text), "")


def double(rng: random.Random, text: str) -> str:
    """A stretch stands twice or more often."""
    start, end = _slice(rng, text)
    return _put(text, start, end, text[start:end] * rng.choice((2, 2, 3, 30)))


def swap(rng: random.Random, text: str) -> str:
    """Two stretches change places."""
    (a, b), (c, d) = sorted((_slice(rng, text), _slice(rng, text)))
    if b > c:
        return text
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def swap_lines(rng: random.Random, text: str) -> str:
    """The lines stand in another order."""
    lines = text.split("\n")
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def splice(rng: random.Random, text: str) -> str:
    """A stretch of another report stands in between."""
    place = _place(rng, text)
    return _put(text, place, place, passage(rng, rng.randint(5, 120))[: rng.randint(1, 120)])


def break_lines(rng: random.Random, text: str) -> str:
    """Line ends anywhere, within figures and titles too."""
    for _ in range(rng.randint(1, 5)):
        place = _place(rng, text)
        text = _put(text, place, place, rng.choice(("\n", "\n", "\r\n", "\n\n", "\n　　", " \n")))
    return text


def join_lines(rng: random.Random, text: str) -> str:
    """No line ends, or hardly any."""
    return text.replace("\n", rng.choice(("", " ", "　")), rng.choice((1, 3, -1)))


def _replacing(found: re.Pattern[str], words: tuple[str, ...]) -> Mutator:
    def replace(rng: random.Random, text: str) -> str:
        places = [match.span() for match in found.finditer(text)]
        if not places:
            return insert_of(words)(rng, text)
        for start, end in sorted(rng.sample(places, min(len(places), rng.randint(1, 3))))[::-1]:
            text = _put(text, start, end, rng.choice(words))
        return text

    return replace


def insert_of(words: tuple[str, ...]) -> Mutator:
    """A mutator that writes one to three of these words anywhere."""

    def insert(rng: random.Random, text: str) -> str:
        for _ in range(rng.randint(1, 3)):
            place = _place(rng, text)
            text = _put(text, place, place, rng.choice(words))
        return text

    return insert


def nest(rng: random.Random, text: str) -> str:
    """A stretch in quotation marks or brackets, many deep or never closed."""
    start, end = _slice(rng, text, 20)
    pair = rng.choice(_PAIRS)
    deep = rng.choice((1, 1, 2, 5, 60))
    closing = pair[-1] * (deep if rng.random() < 0.7 else 0)
    return _put(text, start, end, pair[0] * deep + text[start:end] + closing)


def repeat(rng: random.Random, text: str) -> str:
    """One word of the notation over and over."""
    word = rng.choice((*NUMERALS, *MARKERS, *DATES, *WORDS))
    place = _place(rng, text)
    return _put(text, place, place, word * rng.choice((3, 10, 40)))


def table(rng: random.Random, text: str) -> str:
    """Rows and columns of numbers in the middle of the text."""
    mark = rng.choice((" | ", "\t", "    ", "|"))
    width = rng.randint(2, 5)
    rows = [
        mark.join(rng.choice((*NUMERALS, "收入", "支出", "合计", "项目", "")) for _ in range(width))
        for _ in range(rng.randint(2, 6))
    ]
    if mark == " | " and rng.random() < 0.5:
        rows.insert(1, mark.join(["---"] * width))
    place = text.find("\n", _place(rng, text))
    return _put(text, place + 1, place + 1, "\n".join(rows) + "\n")


MUTATORS: tuple[Mutator, ...] = (
    cut,
    double,
    swap,
    swap_lines,
    splice,
    break_lines,
    join_lines,
    _replacing(_NUMBER, NUMERALS),
    _replacing(_NUMBER, NUMERALS),
    _replacing(_MARKER, MARKERS),
    _replacing(_DATE, DATES),
    insert_of(NUMERALS),
    insert_of(MARKERS),
    insert_of(DATES),
    insert_of(WORDS),
    insert_of(WORDS),
    insert_of(SPECIALS),
    nest,
    repeat,
    table,
)


def mutated(rng: random.Random, text: str, most: int = 8) -> str:
    """The text after one mutator or several."""
    for _ in range(rng.randint(1, most)):
        text = rng.choice(MUTATORS)(rng, text)
    return text


def bytes_mutated(rng: random.Random, data: bytes, most: int = 4) -> bytes:
    """Bytes flipped, cut, doubled and written in."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, most)):
        if not changed:
            break
        place = rng.randrange(len(changed))
        length = rng.choice((1, 1, 2, 8, 64))
        kind = rng.randrange(4)
        if kind == 0:
            changed[place] ^= 1 << rng.randrange(8)
        elif kind == 1:
            del changed[place : place + length]
        elif kind == 2:
            changed[place:place] = changed[place : place + length]
        else:
            changed[place : place + length] = rng.randbytes(length)
    return bytes(changed)
