"""A step too high in a slot: two words of one ladder beside the same neighbour.

全体干部 for 一些干部, 国家级百镇 for 省级百镇, 显著提升 for 进一步提升. The letters on one side of
the word, which both texts have, tell the slot; a word of no ladder is never evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.checking.case import Case, Retelling
from summarizer.checking.findings import Fault, Grade

_TOLD = 0.3
_BESIDE = 2


@dataclass(frozen=True, slots=True)
class _Ladder:
    """The kind of the finding, the words of the lower step and of the higher one."""

    kind: str
    low: re.Pattern[str]
    high: re.Pattern[str]


# Every ladder is a closed class; words that contain each other are told apart by look-around.
_LADDERS = (
    _Ladder(
        "scope_word",
        re.compile("一些|部分|少数|个别|某些|(?:有|具备)条件的|符合条件的|一批|多数|大部分|有的"),
        re.compile("所有的?|全体|全部|一切|每一?个|各个"),
    ),
    _Ladder(
        "status",
        re.compile("基本|初步|主体|阶段性"),
        re.compile("全面|全部|完全|彻底|整体"),
    ),
    _Ladder(
        "degree",
        re.compile("进一步|稳步|有序|逐步|不断|合理|有所|持续|稳中有|适度|适当|略有|小幅"),
        re.compile("显著|大幅|全面|极大|明显|急剧|成倍|彻底|大大"),
    ),
    _Ladder("status", re.compile("试点"), re.compile("全面")),
    _Ladder(
        "scope_word", re.compile("前列|前茅|前[一-龥]位"), re.compile("第一位?|第1位?|首位|榜首")
    ),
    _Ladder(
        "plan_as_result",
        re.compile("探索|逐步|有序|推动|拟|将|争取|力争"),
        re.compile("已经?(?:完成)?"),
    ),
)
_LEVEL = re.compile("国家级|省级|市级|县级|乡镇?级|村级")


def ladders(case: Case) -> Iterator[Fault]:
    """Every word of a higher step whose slot holds a lower one in the source."""
    for held in case.retellings(_TOLD):
        for ladder in _LADDERS:
            word = _climbed(case, held, ladder.low, ladder.high)
            if word is not None:
                yield case.told(ladder.kind, Grade.DOUBTFUL, held, mine=word)
                break
        else:
            level = _other_level(case, held)
            if level is not None:
                yield case.told("scope_word", Grade.DOUBTFUL, held, mine=level)


def _climbed(
    case: Case, held: Retelling, low: re.Pattern[str], high: re.Pattern[str]
) -> str | None:
    mine, theirs = held.mine, held.theirs
    for found in high.finditer(mine):
        if found[0] in held.sentence or low.search(mine):
            continue
        for lower in low.finditer(theirs):
            after = mine[found.end() : found.end() + _BESIDE]
            behind = theirs[lower.end() : lower.end() + _BESIDE]
            before = mine[max(0, found.start() - _BESIDE) : found.start()]
            ahead = theirs[max(0, lower.start() - _BESIDE) : lower.start()]
            same = (len(after) == _BESIDE and after == behind) or (
                len(before) == _BESIDE and before == ahead
            )
            if same and not case.scope.states(found[0] + after):
                return found[0]
    return None


def _other_level(case: Case, held: Retelling) -> str | None:
    """省级 told as 国家级 before the same letters, or behind the same name."""
    for found in _LEVEL.finditer(held.mine):
        after = held.mine[found.end() : found.end() + _BESIDE]
        before = held.mine[max(0, found.start() - _BESIDE) : found.start()]
        if found[0] in held.sentence or case.scope.states(found[0] + after):
            continue
        for other in _LEVEL.finditer(held.theirs):
            if other[0] == found[0] or other[0] in held.mine:
                continue
            behind = held.theirs[other.end() : other.end() + _BESIDE]
            ahead = held.theirs[max(0, other.start() - _BESIDE) : other.start()]
            if (len(after) == _BESIDE and after == behind) or (
                len(before) == _BESIDE and before == ahead
            ):
                return found[0]
    return None
