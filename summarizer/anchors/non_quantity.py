"""Which figures are firm: idioms, slogans, names and levels only look like quantities."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from summarizer import patterns as re
from summarizer.anchors.raw import Raw
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind
from summarizer.words import worded

SHORT_QUOTATION = 16  # 95 % of 1,257 quotations that are names or slogans have 17 or fewer
_BEFORE_FRONT = frozenset("的入居列取位在察")
_NAMED_DURATION = worded(
    "set_phrases",
    r"来|(?:{matters})?(?:整治|攻坚|提升|发展|质量|强)?(?:专项)?(?:{courses})|期(?!间)|制(?!定|度)"
    r"|[一-龥]{0,4}(?:生活圈|服务圈|医疗圈|救助圈|健身圈)|(?:{services})",
)
_ONE_DONE = worded("set_phrases", "(?:{acts})$")
# 连续9年实施污染防治攻坚战 is a span of time, 三年行动 a name.
_RUNNING = re.compile("(?:连续|累计|历时|历经|已有?|坚持|超过|超|逾)[近约]?$")
_REGULAR = lazy(r"每(?:[周月年季天日]|季度|半年|两周|半月)[^,，。;；“”]{0,6}$")
# Classifiers of machines, gates and dishes: no county is counted by them.
_OBJECTS = frozenset(("台", "道", "门", "盘", "枝", "桥", "只", "头"))
# A name in a list of names: no amount follows.
_NAMED_AFTER = lazy("、[一-龥A-Za-z]{2,8}(?:、[一-龥A-Za-z]{2,8}){0,6}等")
_PLACE = lazy("[县旗山]|[市区](?![场民级直政属辖域间])")
_CANAL = lazy("渠(?!道)")
_GLUED = 10_000  # years: no span of time that is told is as long
_ROADS = frozenset("道、至")
_SEQUENCE = lazy(r"[0-9]{1,4}[余多]?(?P<unit>[一-龥]{1,2})[^,，。;；]{0,12}[、和]$")


class Cover:
    """Membership of positions in ranges sorted by start (they may nest)."""

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in ranges]
        self._ends = [end for _, end in ranges]
        self._reach = list(accumulate(self._ends, max))

    def innermost(self, position: int) -> tuple[int, int] | None:
        """The innermost range that holds `position`, looking back over at most eight."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or self._reach[index] <= position:
            return None
        for candidate in range(index, max(-1, index - 8), -1):
            if self._reach[candidate] <= position:
                return None
            if self._ends[candidate] > position:
                return self._starts[candidate], self._ends[candidate]
        return None


def is_non_quantity(text: str, raw: Raw, titles: Cover, quotations: Cover) -> bool:
    """True for a figure that a summary need not keep and whose change is no error."""
    if titles.innermost(raw.number) is not None:
        return True
    chinese = not text[raw.number].isascii()
    quotation = quotations.innermost(raw.number)
    if quotation is not None and (chinese or quotation[1] - quotation[0] <= SHORT_QUOTATION):
        return True
    if _ranked(text[max(0, raw.start - 2) : raw.start]):
        return True
    if (
        raw.kind is FigureKind.DURATION
        and not _RUNNING.search(text, max(0, raw.number - 4), raw.number)
        and _NAMED_DURATION.match(text, raw.end)
    ):
        return True
    if raw.unit == "年" and raw.value >= _GLUED:
        return True  # 附件12022年: the number of an annex and a year
    if raw.unit == "线" and text[raw.start - 1 : raw.start] in _ROADS:
        return True  # 国道335线
    if not chinese:
        return False
    numeral = text[raw.number]
    if text.startswith("四处", raw.number) and "一" <= text[raw.end : raw.end + 1] <= "龥":
        return True  # 四处招揽 is everywhere
    if text.startswith("十大", raw.number):
        return True
    if raw.unit == "批" and not raw.qualifier and raw.value == 1:
        return True
    if numeral == "二" and raw.value == 2:
        return True
    if raw.unit == "元" and raw.end - raw.start == 2 and _NAMED_AFTER.match(text, raw.end):
        return True  # 三元、麦福劳等企业
    if numeral == "半":
        return text[raw.number - 1 : raw.number] == "每"
    if numeral == "一" and raw.value == 1:
        return not _counted_one(text, raw)
    return False


def is_place(text: str, raw: Raw) -> bool:
    """Whether the numeral and its classifier begin a name: 五台县, 二道区, 五家渠市."""
    if text[raw.number].isascii():
        return False
    place = _PLACE if raw.unit in _OBJECTS else _CANAL if raw.unit == "家" else None
    return place is not None and place.match(text, raw.end) is not None


def _counted_one(text: str, raw: Raw) -> bool:
    """一 counts where an action or a rhythm governs it (每周进行一次), or a list of counts."""
    if raw.unit in ("批", "种", "片", "套", "位", "张", "对", "段", "重", "组", "句", "类"):
        return False
    if text[raw.end : raw.end + 1] == "一" or text[raw.number - 2 : raw.number - 1] == "一":
        return False
    printed = text[raw.start : raw.end]
    if printed in text[max(0, raw.start - 6) : raw.start] + "|" + text[raw.end : raw.end + 6]:
        return False  # 发现一个取缔一个
    window = max(0, raw.start - 16)
    if _ONE_DONE.search(text, window, raw.start) or _REGULAR.search(text, window, raw.start):
        return True
    listed = _SEQUENCE.search(text, window, raw.start)
    return listed is not None and listed["unit"].startswith(raw.unit)


def _ranked(before: str) -> bool:
    """Whether the two characters before a figure make it a place in an order (列前10名)."""
    if not before.endswith("前"):
        return before == "前\n"
    other = before[0]
    return len(before) == 1 or not "一" <= other <= "龥" or other in _BEFORE_FRONT
