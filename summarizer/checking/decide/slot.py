"""Another name in the same slot: a place, an honour, a village of a list.

The letters on one side, which both texts have, tell the slot: 国家卫生城市 for 国家园林城市.
Free rewording is never evidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case, Retelling
from summarizer.checking.decide.name import runs_through
from summarizer.checking.edits import gaps
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.propositions import Propositions

_TOLD = 0.3
_BESIDE = 2
_HONOUR = re.compile(
    "(?:城市|县城|(?:模范|示范)(?:城市|[市县区镇乡村州])|园区|开发区|示范区|实验区|试验区|先进[^,、]{1,4})"
)
_RANKED = re.compile("(?:国家|全国|全省|全区|省级|自治区)[^,、]{0,4}$")
_OWN = re.compile("(?:水库|水电站|煤矿|电厂|景区|古镇|小区|社区)")
_VILLAGE = re.compile("[村镇乡]")
_NAME = re.compile("[一-龥]{1,7}")
_VERBAL = re.compile(
    "[的了和与及为等]|建设|推进|完善|改造|新建|加快|实施|创建|打造|成功|通过|依托|依靠|借助|针对|围绕"
)
_AREA = "(?:县|市(?![场民容政值])|区(?![域间分别])|镇|乡|州)"
_OWN_PLACE = re.compile("[我全本该各是]")
_MOSTLY = 4  # one in so many: 组织区属企业 makes 组织 no place
_QUOTE = re.compile('[“”"《》]')
_WITHIN = 4


def slots(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every name in whose slot the source has another one of its sort."""
    for held in case.retellings(_TOLD):
        found = next(_named(case, held), None)
        if found is not None:
            mine, theirs = found
            yield case.told("name", Grade.DOUBTFUL, held, mine=mine, theirs=theirs)


def _named(case: Case, held: Retelling) -> Iterator[tuple[str, str]]:
    """Names in one slot: before the same head, or both places of the report."""
    mine, theirs = (_QUOTE.sub("", held.clause.text), _QUOTE.sub("", held.match.clause.text))
    for start, end, other, stop in gaps(mine, theirs):
        a, b = mine[start:end], theirs[other:stop]
        if not (_NAME.fullmatch(a) and _NAME.fullmatch(b)):
            continue
        if _VERBAL.search(a) or _VERBAL.search(b) or runs_through(a, b) or runs_through(b, a):
            continue
        if case.scope.states(a + mine[end : end + _BESIDE]) or b in case.statement.text:
            continue
        if _is_place(a, case) and _is_place(b, case):
            yield a, b
        elif _headed(mine, theirs, (start, end), (other, stop)):
            yield a + mine[end : end + _WITHIN], b + theirs[stop : stop + _WITHIN]


def _headed(mine: str, theirs: str, here: tuple[int, int], there: tuple[int, int]) -> bool:
    """True where both stretches stand before the same head of a name."""
    behind, following = mine[here[1] : here[1] + _WITHIN], theirs[there[1] : there[1] + _WITHIN]
    before = mine[: here[0]], theirs[: there[0]]
    for heads, fits in (
        (_HONOUR, all(_RANKED.search(part) for part in before)),
        (_OWN, True),
        (_VILLAGE, all(part.endswith("、") for part in before)),
    ):
        head = heads.match(behind) if here[1] - here[0] > 1 else None
        head = head or heads.match(behind, 1)
        if fits and head is not None and following.startswith(behind[: head.end()]):
            return True
    return False


def _is_place(word: str, case: Case) -> bool:
    """True for a name that the report mostly calls a county, a town or a district."""
    if not 1 < len(word) < 4:
        return False
    report = case.index.report_flat
    if _OWN_PLACE.search(word):
        return False
    called = len(re.findall(f"{word}{_AREA}", report))
    return called > 0 and called * _MOSTLY >= report.count(word)
