"""What is counted where only a predicate follows: 4322户1.3万人实现脱贫, 188万人享受低保.

People and households are often counted by what they do or get, without a noun.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import patterns as re
from summarizer.anchors.labels import Label
from summarizer.anchors.raw import Raw
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind

_PEOPLE = frozenset(("人", "人次", "户", "名", "家", "位"))
_SAID = re.compile("(?P<name>[一-龥][一-龥0-9A-Za-z“”()、]{1,23})(?=[,，。;；、!！\n]|$)")
# 占全县的3%, 比上年多: what is said of the number, not of those counted.
_OF_NUMBER = lazy("占|比|较|增|减|下降|上升|同比|环比|其中|以上|以下|左右|不等|次|和|及|与|、")
_NO_SUBJECT = lazy(
    "(?:[,，、对]|其中|有|共有?|共计|累计|已有?|帮助|组织|选派|约|近|超过?|全市|全县|全省|全国)*$"
)

_LIGHT = lazy("(?:(?:予以|给予|进行|作出)了?(?=[一-龥]{2})|实现了?(?=[一-龥]{4}))")


def predicate_of(text: str, raws: Sequence[Raw], index: int, own: str) -> Label | None:
    """The predicate after a count of people that no noun follows or precedes, or None.

    `own` are the words between the figure and the one before it; of two counts side by side
    (户 and 人) both take what follows the second.
    """
    raw = raws[index]
    if raw.unit not in _PEOPLE or not _NO_SUBJECT.fullmatch(own):
        return None
    position = raw.end
    if index + 1 < len(raws) and text[position : raws[index + 1].start] in ("", "、"):
        after = raws[index + 1]
        if after.kind is not FigureKind.COUNT or after.unit not in _PEOPLE:
            return None
        position = after.end
    said = _SAID.match(text, position)
    if said is None or _OF_NUMBER.match(text, position):
        return None
    light = _LIGHT.match(text, *said.span("name"))
    start, end = light.end() if light is not None else said.start("name"), said.end("name")
    return Label(start, end, text[start:end])
