"""Mutators of report text: each takes a text and returns it changed in one place or in several.

They know the notation, for bytes alone hardly ever get past a decoder: markers, numerals, dates,
quotation marks, line ends. What they write in need not make sense.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from fuzzing.material import passage

Mutator = Callable[[random.Random, str], str]

NUMERALS = [
    "0",
    "1",
    "9",
    "10",
    "00",
    "007",
    "1.5",
    ".5",
    "5.",
    "1.2.3",
    "1e9",
    "1E+99999999999",
    "-1",
    "−3",
    "+3",
    "1/0",
    "½",
    "²",
    "①",
    "⑳",
    "Ⅳ",
    "㈠",
    "１２",
    "1,234",
    "1,23",
    "1，234",
    "1",
    "234",
    "99999999999999999999999999999999",
    "0.00000000000000000000001",
    "NaN",
    "inf",
    "一",
    "二",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "零",
    "〇",
    "一百零一",
    "二〇二四",
    "百万",
    "千亿",
    "万万",
    "亿亿",
    "十百",
    "零零",
    "百是",
    "一万亿亿",
    "壹佰",
    "廿",
    "卅",
    "两",
    "俩",
    "半",
    "几",
    "数",
    "余",
    "1万亿",
    "1万2",
    "3千5",
    "四分之三",
    "百分之百",
    "百分之",
    "千分之一点五",
    "三成五",
    "八折",
    "1倍",
    "翻两番",
    "5-6",
    "5—6",
    "5～6",
    "五六",
    "三、四",
    "2:1",
    "1∶3",
    "1+7+N",
    "第1",
    "第一",
    "No.1",
    "1个",
    "%",
]
MARKERS = [
    "一、",
    "二、",
    "十一、",
    "百、",
    "（一）",
    "(二)",
    "（十）",
    "1.",
    "1．",
    "2、",
    "99、",
    "1.1",
    "1.1.1",
    "(1)",
    "（2）",
    "①",
    "②",
    "⑩",
    "一是",
    "二是",
    "百是。",
    "一要",
    "首先，",
    "其次，",
    "第一，",
    "第二章",
    "第三条",
    "附件1",
    "附件：",
    "注：1.",
    "1.2023年",
    "##",
    "#",
    "-",
    "—",
    "——",
    "一.",
    "一)",
    "A.",
    "a)",
    "Ⅰ.",
    "㈠",
    "壹、",
    "1)",
    "1）",
    "1、一、",
    "（一）1.",
    "一是一是",
    "目录",
    "问题一：",
    "针对“”问题",
    "表1",
    "单位：万元",
    "|",
    "---",
    "|",
    "来源：",
    "责任编辑：",
    "附：",
    "各位代表：",
]
DATES = [
    "2024年",
    "2024年2月29日",
    "2014年2月29日",
    "2024年12月至2月",
    "2024年13月",
    "0年0月0日",
    "9999年99月99日",
    "2024-02-30",
    "2024.1.1",
    "1—13月",
    "12月至2月",
    "2月30日",
    "今年",
    "去年",
    "上年",
    "“十四五”",
    "上半年",
    "四季度",
    "五季度",
    "2023—2024年",
    "2024—2020年",
    "24年",
    "二〇二四年",
    "月",
    "日",
    "截至",
    "以来",
    "至今",
    "2024年1",
    "年年年",
    "1月1月1月",
    "2020-2019-2018",
    "00月",
    "31日至1日",
]
WORDS = [
    "分别",
    "同比",
    "增长",
    "下降",
    "下降至",
    "比",
    "比上年",
    "其中",
    "其中：",
    "合计",
    "共",
    "占",
    "的",
    "和",
    "、",
    "，",
    "；",
    "。",
    "：",
    "至",
    "—",
    "约",
    "近",
    "超过",
    "不足",
    "不低于",
    "以上",
    "以内",
    "左右",
    "每",
    "人均",
    "元/户",
    "万元",
    "亿元",
    "%",
    "个百分点",
    "‰",
    "公里",
    "㎡",
    "个",
    "户",
    "项",
    "人次",
    "名",
    "吨",
    "位居",
    "第",
    "较",
    "达到",
    "由",
    "提高到",
    "从",
    "到",
    "完成",
    "未完成",
    "正在推进",
    "力争",
    "《",
    "》",
    "“",
    "”",
    "（",
    "）",
    "〔2020〕10号",
    "某发〔2024〕",
    "号",
    "实现",
    "整改",
    "万",
    "亿",
    "＝",
    "*",
    "**",
    "_",
    "`",
    "<",
    ">",
    "&",
    "\\",
    "/",
    "|",
    '"',
    "'",
    "={1}",
    "{{x}}",
    "%s",
    "${a}",
    "=1+1",
    "@a",
]
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
    _replacing(_NUMBER, tuple(NUMERALS)),
    _replacing(_NUMBER, tuple(NUMERALS)),
    _replacing(_MARKER, tuple(MARKERS)),
    _replacing(_DATE, tuple(DATES)),
    insert_of(tuple(NUMERALS)),
    insert_of(tuple(MARKERS)),
    insert_of(tuple(DATES)),
    insert_of(tuple(WORDS)),
    insert_of(tuple(WORDS)),
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
