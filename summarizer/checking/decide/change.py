"""增长到 tells the level reached, 增长了 the change."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.checking.amounts import Relation
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import LED_BY
from summarizer.facts.records import Fact
from summarizer.vocabulary import FigureKind

_RATE = re.compile("率[为是达到约]{0,2}$")
_START = re.compile("[由从自][^,。;、到至]{0,10}$")
_GOAL = re.compile("^[^,。;]{0,8}(?:到|至|为)")
_STATED = re.compile("(?:为|是|达到?|占|占比|比重|约|累计|共|现有|共有)$")
_ADDED = re.compile("新增[^,、]{0,12}$|净增[^,、]{0,8}$|增加(?!值)[^,、]{0,8}$")
_MOVED = re.compile(
    "(?:提高|提升|上升|降低|下降|增加?|减少|升|降)(?:(?P<to>[到至])|了)(?:每[^,、]{1,2})?$"
)
_TOTAL = re.compile("(?:累计|共|总数|总量|总计|已有|现有|达到?)[^,、]{0,4}$")


def change(case: Case, claim: Fact, source: Fact, held: Relation) -> Fault | None:
    """A level told as a change, or the reverse."""
    mine, theirs = claim.figure, source.figure
    if mine is None or theirs is None or "增加值" in claim.left[-LED_BY:]:
        return None
    if mine.kind is FigureKind.RATIO and claim.left.endswith("的"):
        return None  # 增长的七成以上: a share of it
    if claim.left.endswith("率") and source.figure is not None and _RATE.search(source.left):
        return None  # 自然增长率0.34‰ for 自然增长率为0.34‰: a rate by its name, no change
    a, b = mine.change or _moved(claim.left), theirs.change or _moved(source.left)
    if a == "to" and b is None and _ADDED.search(source.left) and not _ADDED.search(claim.left):
        return case.fault("change", Grade.WRONG, claim, "change_to", source)
    if b is None and mine.direction is not None and a != "to":
        a = "by"
        b = "to" if _is_level(source) and mine.value >= 0 else None
    if a == "to" and b is None and _START.search(source.left) and _GOAL.match(source.right):
        return case.fault("change", Grade.WRONG, claim, "change_from", source)
    if mine.kind is theirs.kind is FigureKind.MULTIPLE and claim.left.endswith("的") and b == "by":
        return case.fault("change", Grade.WRONG, claim, "change_to", source)
    if a is None and b is None:
        total = _TOTAL.search(source.left) and not _TOTAL.search(claim.left)
        if total and _ADDED.search(claim.left) and "新增" not in source.left:
            return case.fault("change", Grade.WRONG, claim, "change_by", source)
        return None
    if a is None or b is None or a == b:
        return None
    return case.fault("change", Grade.WRONG, claim, f"change_{a}", source)


def _moved(left: str) -> str | None:
    """提高到每月, 增至: to; 提高了每月: by."""
    found = _MOVED.search(left)
    if found is None:
        return None
    return "to" if found["to"] else "by"


def _is_level(source: Fact) -> bool:
    figure = source.figure
    return figure is not None and figure.direction is None and bool(_STATED.search(source.left))
