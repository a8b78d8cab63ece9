"""What the members of a list are measured by, where only its lead says so.

投资增速前三名：甲县增长58.3%，乙县增长36.8%: both are 投资增速; the lines below 生产量为：are what
it says, and what 其中 parts is a part of the figure before it. The label of a member stays its own
name; what it is a member of is the subject of the figure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer import patterns as re
from summarizer.anchors.labels import Label, label_before
from summarizer.anchors.raw import Raw
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind
from summarizer.words import worded

_LONGEST = 24  # characters of a measure; of 102 met in 57 texts 95 % had at most 14, the longest 21
_NAME = 2  # letters
_REACH = 60  # letters of a lead, or between a whole and its parts: a clause (99 % are shorter)
_MEASURED = worded("measures", "(?:{complete}|[增涨降跌][速幅])$")
_COUNTED = lazy("量$")  # 主要产品的生产量为：自行车3300万辆
# What ranks, counts or announces the members behind the measure.
_ANNOUNCES = lazy(
    "(?:(?:[排居列]?[前后倒数末]+)?(?:[一二三四五六七八九十]|[0-9]{1,2})[名位个大项]"
    "(?:的?[一-龥]{0,4})?)?"
    "(?:分别|依次|主要|具体|情况|目标)*(?:是|为|有|如下|包括|达到?)?$"
)
# The measure of a row of changes that its first member alone prints: 采矿业产值增长9%，煤炭增长2%.
_ROW_MEASURE = re.compile("(?:增加值|投资|产[值量]|收入|支出|零售额|销售额|利润|价格)$")
_ROW_BETWEEN = re.compile("[,，;；、和]?[^,，;；。\\d\\n]{2,32}$")
_AMONG = lazy("(?P<whole>[^,，:：]{2,24})(?<![当其])中[,，]")
_AVERAGE = lazy("(?:加权)?平均[^人每]{1,4}")
# 其中城市1.8万人, 其中市级60亿元: a level or a side of the whole says nothing without it.
_LEVEL = lazy("城[市镇乡]|[农乡]村|[男女]性?|市本级|(?:国家|中央|[省市县区州乡镇])级(?:及以上)?")
_GOES_ON = frozenset("占其比较增下同约")  # a share or a change of the figure in front
_ONE_LETTER = frozenset("男女城乡市县省区州村镇")
_SENTENCE = re.compile("[。;；!?！？\\n]")
_AMOUNTS = (
    FigureKind.MONEY, FigureKind.PHYSICAL, FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS,
)  # fmt: skip


def wholes(text: str, raws: Sequence[Raw], labels: Sequence[Label | None]) -> dict[int, str]:
    """What the figures whose label is a bare name are measured by, by their index."""
    found: dict[int, str] = {}
    lines: tuple[int, str] = (-1, "")  # where the next line of a list begins, and its measure
    for index, (raw, label) in enumerate(zip(raws, labels, strict=True)):
        counts = raw.kind is FigureKind.COUNT
        if label is None or not (counts or raw.kind in _AMOUNTS):
            continue
        whole = _bracketed(text, raws, labels, index)
        if whole:
            found[index] = whole
            continue
        if _AVERAGE.fullmatch(label.text):
            whole = _averaged(text, raws, labels, index)
            if whole:
                found[index] = whole
            continue
        if _MEASURED.search(label.text):
            if text.endswith("其中", 0, label.start):  # 其中工资性收入2万元: whose is told before
                whole = _parted(text, raws, labels, index)
                if whole and label.text not in whole and whole[-1] == label.text[-1]:
                    found[index] = whole
            continue
        before = labels[index - 1] if index else None
        if before is not None and before.text == label.text and label.end <= raws[index - 1].end:
            if index - 1 in found:
                found[index] = found[index - 1]  # 水电700亿度，比1980年增加118亿度
            continue
        row = _row(text, raws, labels, index, found)
        if row:
            found[index] = row
            continue
        part = not counts or _LEVEL.fullmatch(label.text) is not None
        whole = (_parted(text, raws, labels, index) if part else "") or _led(text, label)
        if not whole and label.start == lines[0]:
            whole = lines[1]  # the second line of such a list, and those behind it
        if text[label.start - 1 : label.start] == "\n":
            lines = text.find("\n", raw.end) + 1, whole
        level = _LEVEL.fullmatch(label.text) is not None
        if whole and whole not in label.text and (level or not counts or _COUNTED.search(whole)):
            found[index] = whole
    return found


def _averaged(text: str, raws: Sequence[Raw], labels: Sequence[Label | None], index: int) -> str:
    """What an average is of: 发行新增政府债券342亿元，平均利率1.91%."""
    first = ""
    for place in range(index - 1, -1, -1):
        label = labels[place]
        if _SENTENCE.search(text, raws[place].end, raws[place + 1].start):
            break
        if label is not None and not _AVERAGE.fullmatch(label.text):
            first = label.text
    return first if len(first) <= _LONGEST else ""


def _row(
    text: str,
    raws: Sequence[Raw],
    labels: Sequence[Label | None],
    index: int,
    found: Mapping[int, str],
) -> str:
    """The measure of the member before, of a rate right behind it in one row."""
    label, before = labels[index], labels[index - 1] if index else None
    if label is None or before is None or before.end > label.start:
        return ""
    raw, last = raws[index], raws[index - 1]
    if raw.kind is not FigureKind.RATIO or last.kind is not FigureKind.RATIO:
        return ""
    if not _ROW_BETWEEN.fullmatch(text, last.end, raw.start) or text[raw.start - 1] == "占":
        return ""
    measure = _ROW_MEASURE.search(before.text)
    if measure is None or measure.start() < _NAME:
        return found.get(index - 1, "") if _ROW_MEASURE.fullmatch(found.get(index - 1, "")) else ""
    return measure[0]


def _parted(text: str, raws: Sequence[Raw], labels: Sequence[Label | None], index: int) -> str:
    """The label of the figure that 其中 parts: 电站建设总规模3660万千瓦，其中水电1560万千瓦."""
    label, raw = labels[index], raws[index]
    if label is None:
        return ""
    opened = text.rfind("其中", max(0, label.start - _REACH), label.start)
    if opened < 0 or _SENTENCE.search(text, opened, label.start):
        return ""
    for place in range(index - 1, -1, -1):
        whole = labels[place]
        if raws[place].end > opened:
            continue
        if opened - raws[place].end > _REACH:
            break
        if raws[place].unit == raw.unit and raws[place].kind is raw.kind and whole is not None:
            bare = _LEVEL.fullmatch(label.text) and len(whole.text) <= _LONGEST
            return whole.text if bare else _measure(whole.text)
    return ""


def _bracketed(
    text: str, raws: Sequence[Raw], labels: Sequence[Label | None], index: int
) -> str:
    """What the figure in front of a bracket is of, for those in it: 本息97亿元（本金68亿元）."""
    raw = raws[index]
    opened = text.rfind("(", max(0, raw.start - _REACH), raw.start)
    if opened < 0 or ")" in text[opened : raw.start]:
        return ""
    for place in range(index - 1, -1, -1):
        whole = labels[place]
        if raws[place].end > opened:
            continue
        if raws[place].end < opened or whole is None or text[opened + 1] in _GOES_ON:
            return ""
        alike = raws[place].unit == raw.unit and raws[place].kind is raw.kind
        name = labels[index]
        own = name is None or (opened < name.start and name.end <= raw.start)
        return whole.text if alike and own else ""
    return ""


def named_in_bracket(
    text: str, raws: Sequence[Raw], labels: Sequence[Label | None]
) -> dict[int, Label]:
    """The labels of those in a bracket whose own name is one letter: 99.9%（市99.9%，县99.8%）."""
    found = {}
    for index, (raw, label) in enumerate(zip(raws, labels, strict=True)):
        name = text[raw.start - 1 : raw.start]
        if label is None and name in _ONE_LETTER and text[raw.start - 2] in "(,，、":
            whole = _bracketed(text, raws, labels, index)
            if whole:
                found[index] = Label(raw.start - 1, raw.start, name + whole)
    return found


def _led(text: str, label: Label) -> str:
    """The measure of a lead before a colon, or of what the sentence parts (总诊疗量中，)."""
    low = max(0, label.start - 4 * _REACH)
    among = _AMONG.search(text, _sentence(text, low, label.start), label.start)
    if among is not None:
        named = label_before(text, *among.span("whole"))
        return _measure(named.text) if named is not None else ""
    colon = max(text.rfind(":", low, label.start), text.rfind("：", low, label.start))
    if colon < 0 or re.search("[。!?！？]", text[colon : label.start]):
        return ""
    stops = _SENTENCE.finditer(text, max(0, colon - _REACH), colon)
    begin = max((stop.end() for stop in stops), default=0)
    announced = _ANNOUNCES.search(text, begin, colon)
    named = label_before(text, begin, announced.start() if announced is not None else colon)
    return _measure(named.text) if named is not None else ""


def _sentence(text: str, low: int, place: int) -> int:
    """Where the sentence of a place begins, `low` where it is further off."""
    return max((stop.end() for stop in _SENTENCE.finditer(text, low, place)), default=low)


def _measure(name: str) -> str:
    return name if len(name) <= _LONGEST and _MEASURED.search(name) else ""
