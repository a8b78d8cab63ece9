"""Roles: what a figure is of its subject, as far as the words right at it decide."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.changes import Change
from summarizer.anchors.raw import Raw
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind, FigureRole

_TARGET = lazy(
    "力争|争取(?![^,，。;；、]{0,12}(?:资金|债|补助|转移支付|项目|指标))(?=到?[0-9]{4}年|年内|全年|今年|[^,，。;；、]{0,12}(?:达到?|新(?!动能|能源|型)))|目标|预期(?!寿命)|确保|(?<![比较按])计划(?=[在于到用年投建新完实达安将明])|拟|将(?:达到?|增|新|建)"
)
_GOAL_BEHIND = lazy("以?[上下内]?的?(?:[一-龥]{0,4}目标|[一-龥]{2,3}任务)")
_SHARE = lazy("(?:占(?![地用道])|比重|占比|份额)[^,，。;；、]{0,24}$")
_ADDED = lazy(
    "(?:新增|净增|新[入签认培引创建开设](?![^,，]{0,4}区)|增收|多收|增发)"
    "(?![^,，]*等[^,，]{0,6}(?:总计|合计|共计|总额))[^,，。;；、]{0,14}$"
)
_LEVEL = lazy(
    "(?:达到?|累计|总计|总数|[增升降减提扩]至|存量|保有量|为|余额|共有|现有|拥有)[^,，。;；、]{0,6}$"
)
# One of these characters is in whatever the patterns above match.
_TELLING = re.compile("[力争目预确计拟将要达占比份新净增多累总存保为余共现拥降减提扩升]")
_GOAL_BEGINS = frozenset("以上下内的目任预")
_DIVIDED = frozenset((FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS))


def role_of(text: str, raw: Raw, own: str, moved: Change) -> FigureRole:
    """The role that `own`, the words between the figure and the one before it, give it."""
    told = _TELLING.search(own) is not None
    if (told and _TARGET.search(own)) or (
        text[raw.end : raw.end + 1] in _GOAL_BEGINS and _GOAL_BEHIND.match(text, raw.end)
    ):
        return FigureRole.TARGET
    if moved.change == "by":
        return FigureRole.CHANGE
    if told and raw.kind in _DIVIDED and _SHARE.search(own):
        return FigureRole.SHARE
    if moved.change == "to":
        return FigureRole.LEVEL
    if told and _ADDED.search(own):
        return FigureRole.CHANGE
    if raw.kind is FigureKind.COUNT and not (told and _LEVEL.search(own)):
        return FigureRole.COUNT
    return FigureRole.LEVEL
