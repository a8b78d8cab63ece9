"""Which way things went, told without their figures: 甲、乙和丙全部减产, 住户存款略有下降.

Each thing is looked up by the labels of the source's rises and falls; told is one of which all go
the other way. A word that a list shares with its last member belongs to all of it: 工业和基础设施
投资 is 工业投资 and 基础设施投资.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.equality import direction_of
from summarizer.checking.findings import Fault
from summarizer.facts.records import Clause, Fact
from summarizer.words import worded

_ALL = (
    "均|都|全部|双双|[二两三]者|齐|同步|同时|普遍|也|还|继续|持续|则|却|明显|大幅|有所|小幅|略有?|稳步"
)
_TOLD = worded(
    "changes",
    f"(?P<names>[一-龥、（）()]{{2,40}}?)(?:[比较](?:上年|去年)末?|同比|环比)?(?:{_ALL}|出现|实现|保持|为)*"
    "(?:(?P<up>{rose})|(?P<down>{fell}))[^一-龥]*$",
)
_LEAD = re.compile("(?:其中|但是?|而|不过|只有|全年|全市|去年|今年|同期|也|从|分别)+")
_JOINTS = re.compile("[、和与及]")
_SHARED = re.compile("(?:投资|收入|支出|产[值量]|增加值|价格|[额量率数])$")
_MARKS = " ,，;；。-"
_WHOLE = ("", "额", "总额", "产量", "总产量")  # what a label may have behind the name
_OF_ALL = re.compile("[全我本][国省市区县州盟旗]")
_COUNTS = re.compile("[人起件户]数$")  # of what the clause before tells
_FIGURE = re.compile(r"\d")
_LEAST = 2  # letters of a name


def ways(case: Case) -> Iterator[Fault]:
    """Every clause that tells a rise or fall of things, one of which went the other way."""
    for clause in case.said.clauses:
        if _FIGURE.search(clause.text) or case.is_literal(clause.span):
            continue
        found = next(filter(None, (_gone_otherwise(case, told) for told in _told(clause))), None)
        if found is not None:
            yield _fault(case, clause, found)


def _told(clause: Clause) -> Iterator[re.Match[str]]:
    """What a clause tells: one way of a list, or of each member its own (夏粮增产、秋粮减产)."""
    each = [_TOLD.fullmatch(part) for part in clause.text.strip(_MARKS).split("、")]
    if len(each) > 1 and all(each):
        yield from filter(None, each)
    elif (told := _TOLD.search(clause.text)) is not None:
        yield told


def _gone_otherwise(case: Case, told: re.Match[str]) -> Fact | None:
    """A move of one of those that are told which went the other way, as all of its moves did."""
    way = "up" if told["up"] else "down"
    for name in _names(told["names"]):
        facts = list(_moves(case, name))
        if facts and all(direction_of(fact.figure) != way for fact in facts if fact.figure):
            return facts[0]
    return None


def _fault(case: Case, clause: Clause, source: Fact) -> Fault:
    return case.of_clause("direction", clause, source.span, "direction")


def _names(told: str) -> list[str]:
    """The members of a list, each with the measure that the last one prints for all."""
    names = [_LEAD.sub("", name, count=1) for name in _JOINTS.split(told)]
    shared = _SHARED.search(names[-1])
    noun = shared[0] if shared is not None else ""
    whole = [name if _SHARED.search(name) else name + noun for name in names]
    if min(map(len, names)) < _LEAST or any(map(_COUNTS.search, whole)):
        return []
    return whole


def _moves(case: Case, name: str) -> Iterator[Fact]:
    """The rises and falls in the scope whose label is a name, of all of the place or not."""
    for fact in case.scope.facts:
        figure = fact.figure
        if figure is not None and figure.direction in ("up", "down"):
            label = _OF_ALL.sub("", figure.label or "", count=1)
            if any(label == name + more for more in _WHOLE):
                yield fact
