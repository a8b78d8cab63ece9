"""Lists of figures: what one of them prints for all (3、5、7个, 超80场次、2万人次)."""

from __future__ import annotations

from summarizer.anchors import numerals
from summarizer.anchors.raw import Raw
from summarizer.models.values import is_sane
from summarizer.patterns import lazy
from summarizer.vocabulary import Bound

_JOINTS = frozenset("、和及与")
_SCALES = lazy("[万亿]+")
_SHARED_OUT = lazy("(?:分别|依次|[均都])[^,，。;；\n0-9]{0,6}$")


def with_one_unit(text: str, pending: list[tuple[int, int]], raw: Raw) -> list[Raw]:
    """The bare numbers at `pending` of a list that ends in `raw`, with its unit and scale."""
    if pending[-1][1] + 1 != raw.start or raw.high is not None or raw.non_quantity:
        return []
    before = pending[0][0] - 1
    if before < 0 or text[before] in "\n。；;":
        return []
    found: list[Raw] = []
    token = numerals.TOKEN.match(text, raw.number)
    scales = _SCALES.findall(token.group()) if token else []
    if len(scales) > 1:  # 2、1亿2000万元: what the 2 counts is not said
        return []
    scale = numerals.scale_of("".join(scales))
    for start, end in pending:
        numeral = numerals.parse(text[start:end])
        value = numeral.value * scale if numeral is not None else None
        if value is None or not is_sane(value):
            return []
        found.append(Raw(start, end, start, value, raw.unit, raw.kind, per=raw.per))
    return found


def with_one_bound(text: str, figures: list[Raw]) -> None:
    """Gives, in place, each figure of a list the bound printed once for all of them.

    A word before the first holds for those behind it (超80场次、2万人次), a word behind the last
    for those before it where 分别 shares them out (分别达95%、85%、80%以上).
    """
    first = 0
    for index in range(1, len(figures) + 1):
        joined = index < len(figures) and _joined(text, figures[index - 1], figures[index])
        if joined:
            before, raw = figures[index - 1], figures[index]
            if before.leads and raw.bound is Bound.EQUAL:
                figures[index] = raw._replace(bound=before.bound, leads=True)
            continue
        last = figures[index - 1]
        if index - first > 1 and last.bound is not Bound.EQUAL and not last.leads:
            start = figures[first].start
            if _SHARED_OUT.search(text, max(0, start - 12), start):
                for place in range(first, index - 1):
                    if figures[place].unit == last.unit and figures[place].bound is Bound.EQUAL:
                        figures[place] = figures[place]._replace(bound=last.bound)
        first = index


def _joined(text: str, before: Raw, raw: Raw) -> bool:
    return raw.start - before.end == 1 and text[before.end] in _JOINTS
