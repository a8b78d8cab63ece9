"""Character classes and the one-to-one replacements that every grammar relies on.

NFKC is not used: it rewrites ① as 1, ㈠ as (一) and … as three dots, which moves offsets and
destroys markers.
"""

from __future__ import annotations

import unicodedata

from summarizer import patterns as re
from summarizer.patterns import lazy

# U+E5E5 is what code page 936 makes of A3A0, the blank in its row of full-width forms.
SPACE = " \t\u3000\u00a0\u1680\u2000-\u200a\u202f\u205f\ue5e5"
ZERO_WIDTH = "\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u202a-\u202e\u2066-\u2069"
LINE_END = "\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
NUMERAL = "一二三四五六七八九十百零〇○"
CAPITAL_NUMERAL = "壹贰貳叁參肆伍陆陸柒捌玖拾"
SENTENCE_END = "。!?！？"

# Radicals that PDF extraction puts in place of the characters they look like and that Unicode
# gives no compatibility mapping for.
_RADICALS = dict(
    zip(
        "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻥⻦⻨⻩⻬⻮⻰",
        "民西见角贝车长门青韦页风飞食马鱼鸟麦黄齐齿龙",
        strict=True,
    )
)


def _table() -> dict[str, str]:
    table = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {"「": "“", "」": "”", "『": "‘", "』": "’", "＂": '"', "｡": "。", "､": "、"}
    table |= {"―": "—", "﹙": "(", "﹚": ")", "﹐": ",", "﹔": ";", "﹕": ":", "﹪": "%", "﹒": "."}
    # The dot inside a foreign name, in any of its forms.
    table |= dict.fromkeys("・･‧∙⋅", "·")
    for code in range(0x2F00, 0x2FD6):
        folded = unicodedata.normalize("NFKC", chr(code))
        if len(folded) == 1:
            table[chr(code)] = folded
    return table | _RADICALS


REPLACEMENTS = _table()
_REPLACED = re.compile(f"[{re.escape(''.join(REPLACEMENTS))}]")
_HALF = re.compile("[\ud800-\udfff]")
_QUOTE_OR_BREAK = lazy('["\n]')


def whole_characters(text: str) -> str:
    """`text` with U+FFFD for every half of a character, which nothing can write; same length."""
    return _HALF.sub("\ufffd", text)


def is_han(character: str) -> bool:
    """Whether a character is one of the class `HAN`."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\uf900" <= character <= "\ufaff"
        or character == "\u3007"
    )


def fold(text: str) -> str:
    """`text` with half-width forms and paired quotation marks; same length, so same offsets.

    Straight double quotes become “ and ” by turns within each paragraph.
    """
    for character in set(_REPLACED.findall(text)):
        text = text.replace(character, REPLACEMENTS[character])
    if '"' not in text:
        return text
    opened = False

    def pair(match: re.Match[str]) -> str:
        nonlocal opened
        if match[0] == "\n":
            opened = False
            return "\n"
        opened = not opened
        return "“" if opened else "”"

    return _QUOTE_OR_BREAK.sub(pair, text)


def display_width(text: str) -> int:
    """Columns on a terminal: two for a wide character, one for ASCII."""
    return len(text.encode("gbk", "replace"))
