"""Rows of figures (A、B和C) and the labels that 分别 shares out among them."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.labels import Label, label_before
from summarizer.anchors.phrases import EACH
from summarizer.anchors.raw import Raw
from summarizer.anchors.subjects import sectors, subjects
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind
from summarizer.words import worded

CLAUSE = 60  # 99 % of 10,780 clauses of twelve reports are shorter than 52
BARE = 16  # no room for names and a verb: half of all clauses have 13
NEAR = 10  # 、and a joining word or two
_CLAUSE_END = re.compile("[,，;；。！？!?\n:：【】]")
SENTENCE_END = re.compile("[。！？!?\n]")
_BARE_LEAD = re.compile(
    f"[、,，]*(?:预计|全年|累计|实际|同比|[比较](?:[0-9]{{4}}|[上去])?年[初末底]?|[比较]上年同期|{EACH})*"
)
_EXAMPLES = re.compile("(?P<list>[一-龥A-Za-z0-9“”]{2,20}(?:、[一-龥A-Za-z0-9“”]{2,12})+)等")
_AFTER_SHARED = re.compile(
    "(?:分别|依次)(?:实现|完成|达到?|为)*(?P<noun>[一-龥]{0,8}?)(?:实现|完成|达到?|为|增长|超过?|约)*$"
)
# 收入从2015年的27393元、12806元分别提高到…: where they rose from is no part of their names.
_RISES_FROM = lazy("[由从](?:[12][0-9]{3}年(?:底|末)?的?|每人每[年月])?[0-9]")
_AMOUNT = worded("measures", "(?:{amounts})$")
_LISTED = re.compile("[、和与及]")
_DISTRIBUTED = re.compile("分别|依次|各(?=[增下提为达])")
_JOINTS = frozenset(("、", "和", "与", "及", "以及"))
_COMMAS = frozenset((",", "，"))


def clause_start(text: str, position: int, low: int) -> int:
    """The start of the clause that `position` is in, not before `low`."""
    low = max(0, low)
    nearest = _CLAUSE_END.search(text[low:position][::-1])
    return position - nearest.start() if nearest is not None else low


class Rows:
    """For each figure by index: where its row begins, and its label within the row."""

    def __init__(self, text: str, figures: list[Raw]) -> None:
        self._heads: dict[int, int] = {}
        self._labels: dict[int, Label | None] = {}
        self._borrowed: dict[int, int] = {}
        self._places: dict[int, tuple[int, int, int]] = {}
        known: list[Label] = []
        known_end = 0
        for row in _rows(text, figures):
            if len(row) < 2:
                continue
            first = figures[row[0]].start
            begin = clause_start(text, first, first - CLAUSE)
            shared = None
            for match in _DISTRIBUTED.finditer(text, begin, first):
                shared = match
            if shared is None and any(text[figures[i].start - 1] in _COMMAS for i in row[1:]):
                continue
            for place, index in enumerate(row):
                self._places[index] = (first, place, len(row))
                if place:
                    self._heads[index] = first
            end = shared.start() if shared else first
            rise = _RISES_FROM.search(text, begin, end)
            end = rise.start() if rise is not None and rise.start() > begin + 1 else end
            if shared is None and row[0]:
                begin = max(begin, figures[row[0] - 1].end)
            units = {figures[index].unit for index in row}
            names = subjects(text, begin, end, len(row), alike=len(units) == 1)
            if shared is not None and not names and _LISTED.search(text, shared.end(), first):
                # 分别新认定实验室、工程中心30家和200家: the list stands behind 分别.
                names = subjects(text, shared.end(), first, len(row), alike=len(units) == 1)
            apart = len(units) > 1 and not _measured(row, figures, names)
            if shared is None and (names[:1] == names[1:2] or apart):
                names = []
            if shared is not None and not names and len(row) == len(known):
                again = not SENTENCE_END.search(text, known_end, first)
                names = known if again and end - begin < BARE else []
            if shared is not None and not names and _BARE_LEAD.fullmatch(text, begin, end):
                names = self._from_clause_before(text, figures, row, begin)
            if shared is not None and names[:1] == names[1:2]:
                # 三次产业比重为10：40：50，对经济增长的贡献率分别为2%、40%和58%
                low = max(text.rfind(mark, 0, begin) for mark in "。\n") + 1
                names = sectors(text, max(low, begin - CLAUSE), begin, end, len(row)) or names
            what = _AFTER_SHARED.match(text, end, first) if shared is not None and names else None
            if what is not None and _AMOUNT.search(what["noun"]):
                # 北京市和中央单位分别投入资金5亿元和5535万元
                noun = what["noun"]
                names = [
                    Label(name.start, name.end, name.text.removesuffix(noun) + noun)
                    for name in names
                ]
            if names:
                known, known_end = names, figures[row[-1]].end
                self._labels.update(zip(row, names, strict=True))
            elif shared is not None:
                self._labels.update(dict.fromkeys(row))

    def _from_clause_before(
        self, text: str, figures: list[Raw], row: list[int], begin: int
    ) -> list[Label]:
        """Subjects of a bare 分别: the figures just before it, else the clause before it."""
        count, first = len(row), row[0]
        lasting = figures[first].kind is FigureKind.DURATION
        earlier = [
            place
            for place in range(max(0, first - 2 * count), first)
            if lasting or figures[place].kind is not FigureKind.DURATION
        ][-count:]
        if len(earlier) == count:
            before = [figures[place] for place in earlier]
            near = begin - 1 - before[-1].end <= NEAR
            start = clause_start(text, before[0].start, before[0].start - CLAUSE)
            if near and not SENTENCE_END.search(text, start, begin):
                for place, index in enumerate(row):
                    self._borrowed[index] = earlier[place]
                return []
        if begin < 2:
            return []
        previous = clause_start(text, begin - 1, begin - 1 - CLAUSE)
        names = subjects(text, previous, begin - 1, count)
        if not names or names[:1] == names[1:2]:
            names = _examples(text, begin - 1, count, text[begin : figures[first].start])
        return names if names[:1] != names[1:2] else []

    def borrowed(self, index: int) -> int | None:
        """The index of the figure whose label this figure takes, if any."""
        return self._borrowed.get(index)

    def head(self, index: int) -> int | None:
        """Where the first figure of this figure's row begins; None for a first or lone one."""
        return self._heads.get(index)

    def place(self, index: int) -> tuple[int, int, int] | None:
        """Of a figure in a row: where the row begins, its place in it from 0, the row's length."""
        return self._places.get(index)

    def settles(self, index: int) -> bool:
        """True where the row says what the figure's label is, or that it has none."""
        return index in self._labels

    def label(self, index: int) -> Label | None:
        """The label that the row gives to this figure."""
        return self._labels.get(index)


def _measured(row: list[int], figures: list[Raw], names: list[Label]) -> bool:
    """Whether amounts in several units have names that are measures: 零售总额、进出口总值."""
    kinds = {figures[index].kind for index in row}
    return kinds == {FigureKind.MONEY} and all(_AMOUNT.search(name.text) for name in names)


def _examples(text: str, end: int, count: int, measured: str) -> list[Label]:
    """The `count` names before 等 in the clauses that end at `end`, each with what is measured.

    推动电子信息、新材料等产业转型，预计分别实现营收500亿元、160亿元: 电子信息营收 …
    """
    begin = max(text.rfind(mark, 0, end) for mark in "。;；\n") + 1
    begin = max(begin, end - 3 * CLAUSE)
    listed = _EXAMPLES.search(text, begin, end)
    if listed is None:
        return []
    noun = _AFTER_SHARED.search(measured)
    names = [
        label for label in [label_before(text, listed.start(), listed.end("list"), 80)] if label
    ]
    parts = names[0].text.split("、") if names else []
    if len(parts) != count:
        return []
    what = noun["noun"] if noun is not None else ""
    return [Label(listed.start(), listed.end("list"), part + what) for part in parts]


def _rows(text: str, figures: list[Raw]) -> list[list[int]]:
    """Indices of figures that stand in a row."""
    rows: list[list[int]] = []
    for index, raw in enumerate(figures):
        if index:
            before = figures[index - 1]
            gap = text[before.end : raw.start] if raw.start - before.end <= 2 else ""
            if gap in _JOINTS or (gap in _COMMAS and before.unit == raw.unit):
                rows[-1].append(index)
                continue
        rows.append([index])
    return rows
