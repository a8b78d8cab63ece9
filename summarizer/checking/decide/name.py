"""Who and where: another name in the very place where the source has one of its sort."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case, Retelling
from summarizer.checking.edits import gaps
from summarizer.checking.findings import Fault
from summarizer.checking.margins import LIKELY
from summarizer.checking.propositions import Propositions

_SORT = re.compile(
    "集团|公司|电网|银行|大学|学院|中学|小学|医院|监狱|枢纽|水[利库]|机场|小区|社区|街道|铁路|高速|大桥|古城|商业项目|"
    "主要负责|专项巡|常[委务]会|部(?![分门位署队])|局(?![部面势限])|委(?![托派任员])|厅(?!级)|署(?!名)|[村镇乡县市区州院组队会]"
)
_NAME = re.compile("[一-龥A-Za-z]{1,6}")
_LIST = re.compile("[^、,:：()（）;；。]+")
_COMMON = re.compile(
    "^(?:全|本|我|各|该|其|现|两|等|新|原|有|是|为|在|至|到|把|让|对|从)|[的了和与及]"
)
_VAGUE = re.compile("相关|有关|部分|地方|多个|各类")
_HAN = re.compile("[一-龥]")
_BODY = re.compile("[一-龥]{1,4}[部局委厅署办]会?")
_PROPER = frozenset(
    ("集团", "公司", "电网", "银行", "大学", "学院", "中学", "小学", "医院", "监狱", "枢纽", "机场")
)
_PLACES = frozenset("村镇乡县区市州")  # what may be the first half of a longer word
_NAMED = 4  # letters of a name in a list; longer items are phrases
_ITEM = 8  # letters of a thing listed; the first and the last one may run on


def names(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every name that the unit does not have in the place of one that the statement leaves out."""
    for held in case.retellings(LIKELY):
        found = next(_replaced(case, held), None) or _listed(case, held)
        if found is not None:
            mine, theirs = found
            yield case.of_clause("name", held.clause, held.span, mine=mine, theirs=theirs)


def _replaced(case: Case, held: Retelling) -> Iterator[tuple[str, str]]:
    """碧桂园集团 where the source has 恒大集团: other letters before the word of one sort."""
    mine, theirs, report = held.clause.text, held.match.clause.text, case.index.report_flat
    for start, end, other, stop in gaps(mine, theirs):
        a, b = mine[start:end], theirs[other:stop]
        if not _NAME.fullmatch(a) or _COMMON.search(a) or _COMMON.match(b) or _VAGUE.search(a):
            continue
        if _BODY.fullmatch(a) and _BODY.fullmatch(b) and not case.scope.states(a):
            yield a, b
            continue
        sort = _SORT.match(mine, end)
        if sort is None or not theirs.startswith(sort[0], stop):
            continue
        proper = sort[0] in _PROPER
        if not (_NAME.fullmatch(b) or (not b and proper and start >= 2)):
            continue
        edge = sort[0] not in _PLACES or not (
            _HAN.match(mine, sort.end()) or _HAN.match(theirs, stop + len(sort[0]))
        )
        if not edge:
            continue
        whole, printed = a + sort[0], b + sort[0]
        strange = a not in report or whole in report or proper
        if case.scope.states(whole) or not strange:
            continue
        if (b and (runs_through(a, b) or runs_through(b, a))) or printed in case.statement.text:
            continue
        if not b or report.count(printed) * 2 >= report.count(b):
            yield whole, printed


def _listed(case: Case, held: Retelling) -> tuple[str, str] | None:
    """One of several things listed, the others being those of the source's own list."""
    mine, theirs = _items(held.clause.text), _items(held.match.clause.text)
    if len(mine) < 2 or len(theirs) < 2:
        return None
    source = "、".join(theirs)
    strange = [item for item in mine if item not in source and not case.scope.states(item)]
    left = [item for item in theirs if item not in case.statement.text]
    if len(strange) != 1 or len(left) != 1 or len(mine) - len(strange) < 1:
        return None
    a, b = strange[0], left[0]
    if a == mine[0] and not held.clause.text.startswith(a):
        return None  # cut out of running text: nobody knows where the item begins
    if (
        case.scope.states(a)
        or len(a) != len(b)
        or len(a) > _NAMED
        or not (_NAME.fullmatch(a) and _NAME.fullmatch(b))
    ):
        return None
    return a, b


def _items(text: str) -> list[str]:
    """The things listed between 、, without a verb before the first or a count behind the last."""
    if "、" not in text:
        return []
    parts = [part.strip() for part in text.split("、")]
    parts[0] = parts[0][-min(len(parts[1]), _ITEM) :]
    parts[-1] = re.split("[等\\d]|和|与", parts[-1])[0][:_ITEM]
    return [part for part in parts if 1 < len(part) <= _ITEM]


def runs_through(short: str, long: str) -> bool:
    """True where the letters of the first run through the second in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)
