"""Another word in the same slot: one of a closed class of alternatives, a place, an honour.

The letters on one side, which both texts have, tell the slot: 下半年 for 上半年, 国家卫生城市
for 国家园林城市. Words of no class, free rewording among them, are never evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checking.case import Case, Retelling
from summarizer.checking.decide.name import runs_through
from summarizer.checking.edits import gaps
from summarizer.checking.findings import Fault, Grade

_TOLD = 0.3
_BESIDE = 2
_EDGE = 1  # a letter is enough beside two words of a class so small
_CLASSES = (
    ("东部", "中部", "西部"),
    ("上半年", "下半年"),
    ("年初", "年中", "年末"),
    ("主产区", "主销区"),
    ("继续", "停止", "暂停"),
    ("鼓励", "要求", "强制", "禁止"),
    ("期内", "期后", "期前"),
)
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
_AREA = "县市区镇乡州"
_QUOTE = re.compile('[“”"《》]')
_WITHIN = 4


def slots(case: Case) -> Iterator[Fault]:
    """Every word of a class in whose slot the source has another word of that class."""
    for held in case.retellings(_TOLD):
        found = _alternative(case, held)
        if found is not None:
            mine, theirs = found
            yield case.told("label", Grade.DOUBTFUL, held, mine=mine, theirs=theirs)
            continue
        found = next(_named(case, held), None)
        if found is not None:
            mine, theirs = found
            yield case.told("name", Grade.DOUBTFUL, held, mine=mine, theirs=theirs)


def _alternative(case: Case, held: Retelling) -> tuple[str, str] | None:
    mine, theirs = held.mine, held.theirs
    for group in _CLASSES:
        for word in group:
            place = mine.find(word)
            if place < 0 or word in held.sentence:
                continue
            for other in group:
                there = theirs.find(other)
                if there < 0 or other in case.statement.text or other == word:
                    continue
                after = mine[place + len(word) :][:_EDGE]
                before = mine[max(0, place - _EDGE) : place]
                behind = theirs[there + len(other) :][:_EDGE]
                ahead = theirs[max(0, there - _EDGE) : there]
                if (len(after) == _EDGE and after == behind) or (
                    len(before) == _EDGE and before == ahead
                ):
                    return word, other
    return None


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
        if _is_place(a, case) and _is_place(b, case) and not case.scope.states(a):
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
    """True for a name that the report somewhere calls a county, a town or a district."""
    return 1 < len(word) < 4 and any(f"{word}{area}" in case.index.report_flat for area in _AREA)
