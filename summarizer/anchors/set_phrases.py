"""Set phrases with numbers that are no figures (四个意识, 1+7+N, 三重一大, 一岗双责).

Known by shape (sums of numbers and letters, 一X双Y, N个/N大 names in quotation marks) and by a
lexicon of phrases that official texts print without quotation marks.
"""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.columns import Columns
from summarizer.anchors.records import SetPhrase
from summarizer.reading.document import View
from summarizer.words import worded

_LITERAL = worded("set_phrases", "{phrases}")
_SUM = re.compile(
    r"[0-9](?<![0-9A-Za-z.][0-9])[0-9]{0,3}(?:[+＋](?:[0-9]{1,4}|[NnXxＮ]))+(?![0-9%])"
)
_EACH = re.compile(
    r"一(?:(?<=每一)|(?<!统一)(?<!进一)(?<!每一)(?<!第一)(?<!同一)(?<!唯一))"
    r"[企事人村户项案局地县镇街校园区岗品策月周季年日场景题楼点校院馆厂店河湖岛路段类矿件码]"
    r"一(?:[策案档品码方议评报企岗表册台专调清题月总结查通对][账度单案员班报]?)"
)
# What a rate is counted by, in its name: 十万人生产安全事故死亡人数, 百万吨死亡率.
_RATE = re.compile(
    r"(?:[十百]|10|100)万(?<![0-9一二三四五六七八九]..)(?<![0-9]...)(?:人口?|吨|车|公里)"
    r"(?=[^,，。;；、0-9]{0,14}(?:死亡率|死亡人数|事故(?:起数|率)|发病率|发案率|拥有量))"
)
_QUOTED = re.compile(
    r"(?:[0-9]{1,2}|[一二两三四五六七八九十百千双]{1,2})[^0-9、]{1,9}"
    r"(?:[一二两三四五六七八九十双百千].{1,9})*"
)


def set_phrase_ranges(text: str, quotations: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """View ranges of the set phrases, sorted, without overlap. `quotations` include their marks."""
    found = [match.span() for match in _LITERAL.finditer(text)]
    if "+" in text or "＋" in text:
        found += [match.span() for match in _SUM.finditer(text)]
    found += [match.span() for match in _EACH.finditer(text)]
    found += [match.span() for match in _RATE.finditer(text)]
    for start, end in quotations:
        if end - start <= 16 and _numbered(text[start + 1 : end - 1]):
            found.append((start + 1, end - 1))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if merged and start < merged[-1][1]:
            continue
        merged.append((start, end))
    return merged


def _numbered(quoted: str) -> bool:
    """Whether a quotation is a number with words, perhaps several of them: 三会一课."""
    words = quoted.lstrip("0123456789")
    return _QUOTED.fullmatch(quoted) is not None and all(
        "一" <= character <= "龥" or character == "、" for character in words
    )


def find_set_phrases(view: View, ranges: list[tuple[int, int]]) -> Columns[SetPhrase]:
    """The set phrases as records."""
    return Columns(
        SetPhrase,
        ((view.source(start, end), (view.printed[start:end],)) for start, end in ranges),
    )
