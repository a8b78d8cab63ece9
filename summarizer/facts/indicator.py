"""One name for an indicator, however a report prints it.

全县城镇新增就业, 新增城镇就业（人） and 城镇就业累计新增① are one series; the printed form stays in
`label`. What is taken off is notation (brackets, footnote marks, quotation marks), the area that
the report is about (全区, 我市, its issuer's own name), words that only say that a sum is told
(累计, 共), and 的. What says that the figure is an addition (新增) goes to the front.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from summarizer import patterns as re
from summarizer.vocabulary import FigureKind, FigureRole


class Labelled(Protocol):
    """What an indicator is told by: an anchor or a published figure."""

    @property
    def label(self) -> str | None: ...
    @property
    def subject(self) -> tuple[str, ...]: ...
    @property
    def role(self) -> FigureRole: ...
    @property
    def kind(self) -> FigureKind: ...


ADDED = "新增"

_ASIDE = re.compile(r"[(（\[【〔][^()（）\[\]【】〔〕]*[)）\]】〕]")
_NOTES = re.compile("[①-⑳⓪⑴-⒇※*＊†‡¹²³⁰-⁹₀-₉]")
_SIGNS = re.compile(r"[\s“”‘’\"'「」『』《》〈〉,，、·:：;；。.()（）\[\]【】〔〕]")
_LEVELS = "省市州盟区县旗镇乡村"
_AREA = re.compile(rf"^(?:(?:[全我本][{_LEVELS}]|全(?:自治)?[区州县])(?:的)?|其中)")
_SUM = "累计|总计|合计|共计|一共|总共"
# 共 alone is a word of its own only where no word of two characters begins or ends with it.
_FRONT = re.compile(f"^(?:{_SUM}|共(?![同享建产青和有治富用通生])|完成|实现|达到|达)")
_BACK = re.compile(f"(?:{_SUM}|(?<![公中总])共|完成|实现|达到?|为|约)$")
_INSIDE = re.compile("累计|(?<=.)的(?=.)")
_ADDED = re.compile("新增|净增")
_PERIOD = re.compile(r"^(?:(?:19|20)?\d\d年|今年|去年|上年|当年|全年|年末|年内|\d{1,2}月末?)+")
# 中国共产党…委员会, …人民政府, …人大常委会: what stands before is the place.
_OFFICE = re.compile("(?:委员会|委|人民政府|政府|人民代表大会.*|人大.*|政协.*|纪律检查.*)$")
_PARTY = re.compile("^(?:中国共产党|中共)")
_CITY = "市(?!场|政(?!府|协)|民|属)"
# 福州市, 景德镇市, 新乡县, 通州区: what looks like a level is a part of the name.
_NAMED = f"[州镇乡村](?={_CITY}|[区县])"
_PART = re.compile(
    f"(?!自治)(?:[^省市州盟区县旗镇乡村]|{_NAMED}){{1,10}}?"
    f"(?:自治[区州县旗]|[省盟区县旗]|(?!{_NAMED})[州镇乡村]|{_CITY})"
)
_LEAST = 2  # characters of a name that says anything


class Indicators:
    """Names the indicators of one report."""

    def __init__(self, *issued: str | None) -> None:
        """`issued` is what tells the place that the report is of: issuer, title."""
        self._own = _places(text for text in issued if text)

    def of(self, figure: Labelled) -> str | None:
        """The name of a figure's indicator; None where nothing says what is counted."""
        printed = figure.label or "".join(figure.subject)
        absolute = figure.kind not in (FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS)
        return self.normal(printed, added=absolute and figure.role is FigureRole.CHANGE)

    def normal(self, printed: str, *, added: bool = False) -> str | None:
        """The normal form of a printed name; `added` where the figure is what came anew."""
        text = _SIGNS.sub("", _NOTES.sub("", _ASIDE.sub("", printed)))
        before = None
        while before != text:
            before = text
            for pattern in (_PERIOD, _AREA, _FRONT, _BACK):
                text = _kept(pattern.sub("", text), text)
            for place in self._own:
                text = _kept(text.removeprefix(place), text)
        text = _INSIDE.sub("", text)
        rest = _ADDED.sub("", text)
        if rest and (added or rest != text):
            text = ADDED + rest.removeprefix("新")
        return text if len(text) >= _LEAST else None


def places(*issued: str | None) -> tuple[str, ...]:
    """The place that a report is of, outermost first (芜湖市, 镜湖区), by whichever of issuer and
    title tells most of it."""
    return max((tuple(_parts(text or "")) for text in issued), key=len, default=())


def same_words(indicator: str) -> str:
    """A key that two names share which differ in the order of their words alone."""
    return "".join(sorted(indicator))


def _kept(shorter: str, text: str) -> str:
    """A name is never stripped to nothing: 全市 alone stays."""
    return shorter if len(shorter) >= _LEAST else text


def _places(issued: Iterable[str]) -> tuple[str, ...]:
    """The place names in an issuer or a title, each with the longer ones it ends, longest first."""
    found: set[str] = set()
    for text in issued:
        parts = _parts(text)
        found |= {"".join(parts[start:]) for start in range(len(parts))} | set(parts)
    return tuple(sorted(found, key=len, reverse=True))


def _parts(text: str) -> list[str]:
    """The places at the head of a name, outermost first: 芜湖市, 镜湖区 of 中共芜湖市镜湖区委."""
    name = _OFFICE.sub("", _PARTY.sub("", _PERIOD.sub("", text)))
    parts: list[str] = []
    position = 0
    while (part := _PART.match(name, position)) is not None:
        parts.append(part[0])
        position = part.end()
    return parts
