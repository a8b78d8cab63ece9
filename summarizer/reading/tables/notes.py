"""The words that stand above a table: the unit of its values, its name by number."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.reading.characters import HAN

# 责任单位 is a column; the unit of the figures is 单位, 计量单位, 金额单位 …
NOTE = re.compile(
    rf"[（(\[【]?(?<![{HAN}])(?:(?:计量|金额|货币|面积|数量)单位|单\s*位|單\s*位)\s*[:：]"
    r"\s*(?P<unit>[^)）\]】\n]{1,24})[)）\]】]?"
    # A unit alone in brackets on its line: （千元）.
    r"|\A\s*[（(]\s*(?:[百千万萬億亿]{1,2}[元人户戶吨噸亩畝台辆件只头]|[元％%]"
    r"|[百千万萬億亿]{0,2}(?:美元|公[顷頃]|平方(?:米|公里)|立方米|千瓦时|公斤))\s*[)）]\s*\Z"
)
NAMED = re.compile(rf"(?:附?[表图]|续表)\s*[0-9一二三四五六七八九十]{{0,3}}(?![{HAN}]*[明示现])")


def heads_a_table(words: str) -> bool:
    """Whether a line that is too long for a cell is a caption by its number or its unit note."""
    if NAMED.match(words) is not None:
        return True
    note = NOTE.search(words)
    return note is not None and not words[note.end() :].strip()
