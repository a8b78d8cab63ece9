"""Figures that name nothing of their own: what they are said of was told right before."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.records import Figure, Ordinal
from summarizer.facts.moves import MOVED

# 达1.19万亿元 is of what was told right before.
_REACHED = re.compile("[、, ]*(?:达到?|为|至|到|突破|超过?|升至|增至|降至|约|近)")
# 、位居全省第二: so is whose place it is.
_RANKED = re.compile(
    "[、, ]*(?:增[速幅]|总量)?(?:[位居列排]{1,2}名?|名列|排名?在?)?(?:全[国省市区州县旗])?"
)


def hangs_on(anchor: Figure | Ordinal, left: str) -> bool:
    """True where the words before a figure only say that something rose, reached or ranks."""
    if _REACHED.fullmatch(left) or MOVED.fullmatch(left):
        return True
    return isinstance(anchor, Ordinal) and _RANKED.fullmatch(left) is not None
