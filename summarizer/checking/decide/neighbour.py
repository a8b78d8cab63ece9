"""A name in the place of another of its sort, told by the words on one side of it alone.

Writers put a sentence in another order, so that a name seldom has the source's letters on both
sides. What it is part of (大同 before 市人民政府, 阳泉煤业 before 集团公司) stays with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.anchors.verbs import verb_at
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault
from summarizer.checking.margins import LIKELY, LONGEST_NAME
from summarizer.checking.propositions import Proposition, Propositions, Reading
from summarizer.checking.short_names import stands_for
from summarizer.checking.tiles import Gap, gaps

_SHOWN = 2  # letters behind a name that are told with it
_HELD = 3  # letters behind a name that are the source's
_HEAD = re.compile(
    "省|自治区|市(?!场)|县|区(?!别|间)|镇|乡(?!村)|村(?!民)|州|旗|部(?!分)|局|厅|委|署|办|院|所|厂|矿|"
    "集团|公司|银行|大学|学院|中学|小学|医院|煤矿|基地|部门|机关|机构|协会|企业|"
    "业|人员|职工|干部|群众|居民|农民|学生|教师|[一二三四五六七八九十两]大"
)
_ENDS = re.compile(f"(?:{_HEAD.pattern})$")
_PARTS = re.compile("[的了从到由向经在与和及或据给对为被把是]")  # small words that end a name
_GENERAL = re.compile("^(?:相关|有关|各|所属|当地)+(?:地方|部门)?|^-")
# What names nobody: pronouns, all, times, numbers, and the small words of a sentence.
_NO_NAME = re.compile(
    "[了从到各该本全每某其有无个一二三四五六七八九十几多数余等你我这此因于以至或并经据报来已将仍也还年月日时都均不未且但则0-9A-Za-z-]|城乡|"
    "[前后内外上下]$|其中|自[己身]|相关|有关|同期|当地|所属|实现|完成|达到"
)


def neighbours(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every name in whose place the source has another one."""
    for prop in said.saying():
        found = _replaced(case, prop)
        if found is not None:
            gap, reading = found
            head = gap.follows[:_SHOWN]
            told = {"mine": _name(gap.mine, gap) + head, "theirs": _name(gap.theirs, gap) + head}
            yield case.of_clause("name", prop.clause, reading.span, "contrast", **told)


def _replaced(case: Case, prop: Proposition) -> tuple[Gap, Reading] | None:
    for reading in prop.admissible:
        if reading.share < LIKELY:
            return None
        for gap in gaps(prop.words.strip(), reading.sentence):
            if _exchanged(case, prop, gap):
                return gap, reading
    return None


def _exchanged(case: Case, prop: Proposition, gap: Gap) -> bool:
    mine, theirs = _name(gap.mine, gap), _name(gap.theirs, gap)
    if not (1 < len(mine) <= LONGEST_NAME and 1 < len(theirs) <= LONGEST_NAME):
        return False
    if set(mine) & set(theirs) or _NO_NAME.search(mine) or _NO_NAME.search(theirs):
        return False
    head = gap.follows[:_SHOWN]
    if theirs + head in case.statement.text or mine in case.index.aside.text:
        return False
    near = [text for r in prop.admissible for text in (r.sentence, r.clause.lead)]
    if any(stands_for(mine, text) for text in near) or mine + head in case.scope.around_flat:
        return False
    if _has_verb(mine) or _has_verb(theirs):
        return False
    part = gap.behind >= _HELD and _HEAD.match(gap.follows) is not None
    alone = max(gap.behind, gap.before) >= _HELD and _ENDS.search(mine) and _ENDS.search(theirs)
    return part or bool(alone)


def _name(text: str, gap: Gap) -> str:
    """What stands at the stretch that both sides have, up to the next small word."""
    parts = _PARTS.split(_GENERAL.sub("", text))
    return parts[-1] if gap.behind else parts[0]


def _has_verb(name: str) -> bool:
    return any(verb_at(name, place, len(name)) for place in range(len(name)))
