"""What stands before the first unit: section `0`, or no more than the usual opening."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.spans import ViewRange
from summarizer.words import worded

# Who is spoken to, and how a text announces itself: 各位代表：, 现将…公布如下, 提出如下意见：
_ADDRESS = lazy(r"[^\n。;]{2,200}[:!]")
_ANNOUNCED = worded(
    "headings",
    r"(?:现|特|兹)[^。;\n]{0,60}(?:{told})"
    r"[^。;\n]{0,60}[。:!;]?\Z"
    r"|(?:作出?|提出|制定|形成|明确|做好|抓好)[^。;\n]{0,12}(?:如下|以下|本|此|该)[^。;\n]{0,40}[。:!;]?\Z"
    r"|(?:如下|以下)[^。;\n]{0,16}[。:!;]?\Z"
    r"|(?:请|予以)[^。;\n]{0,24}(?:审议|审查|审阅|审批|批准|执行|落实|意见)[^。;\n]{0,30}[。:!;]?\Z"
    r"|代表[^。;\n]{0,30}(?:报告|汇报)[^。;\n]{0,16}[。:!;]?\Z",
)
# A quantity, as against the numbers of dates, sessions and documents.
_QUANTITY = re.compile(
    r"(?<![第\d年])(?<![\d,.][,.])\d[\d,.]*(?:%|‰|[余多]?(?!\d)[^\W\d_])(?<![年月日届号次轮时分期])"
    r"|(?<![一二三四五六七八九十百])[一二三四五六七八九十百]+(?:成|人|名|起|家|户|倍|万|亿)(?![大员])"
)
_SENTENCES = re.compile(r"[^。!?\n]+[。!?]?")
# Two sentences of prose may still be the usual opening; a page of it is not.
_USUAL_SENTENCES = 3
_USUAL_LENGTH = 240  # two sentences of the longest (99 % are shorter than 191)


def opening(text: str, start: int, end: int) -> ViewRange | None:
    """The view range of the section `0` of a text whose first unit starts at `end`.

    None where the text before it only says who is spoken to, why, and what follows: no quantity
    and, next to addresses and announcements, no more than a few sentences.
    """
    first = last = -1
    sentences = length = 0
    told = False
    position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        paragraph = text[position:stop]
        if not _ADDRESS.fullmatch(paragraph):
            first, last = (position if first < 0 else first), stop
            told = told or _QUANTITY.search(paragraph) is not None
            found = [part for part in _SENTENCES.findall(paragraph) if not _ANNOUNCED.search(part)]
            if "。" in paragraph and len(found) == len(_SENTENCES.findall(paragraph)):
                sentences += len(found)
                length += len(paragraph)
        position = stop + 1
    usual = sentences < _USUAL_SENTENCES and length <= _USUAL_LENGTH
    return None if first < 0 or (usual and not told) else ViewRange(first, last)
