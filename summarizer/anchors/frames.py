"""Frames: what a text says of several things in the same words is said of each of them.

普通高中7所，在校学生9241人；初中13所，在校学生14494人: the words that come back behind other things
counted (在校学生) name nothing by themselves; here they are 普通高中在校学生 and 初中在校学生.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import patterns as re
from summarizer.anchors.labels import Label
from summarizer.anchors.raw import Raw
from summarizer.vocabulary import FigureKind

_LONGEST = 24  # a thing and what is counted of it; 99 % of labels alone have 17 or fewer
# Classifiers of what has people, money or ground of its own.
_OWNERS = frozenset("个家所户座")
_APART = re.compile("[。;；！？!?\n]")
_SCOPE = re.compile("[全我本][国省市区县州]")


def owned(
    text: str, raws: Sequence[Raw], labels: Sequence[Label | None]
) -> list[tuple[int, Label]]:
    """The figures whose label is completed by the thing counted before it, with the whole label.

    Only labels that follow at least two different things in the text are completed.
    """
    members: dict[str, list[tuple[int, str]]] = {}
    owner: Label | None = None
    for index, (raw, label) in enumerate(zip(raws, labels, strict=True)):
        if index and _APART.search(text, raws[index - 1].end, raw.start):
            owner = None
        if raw.kind is FigureKind.COUNT and raw.unit in _OWNERS:
            owner = label
            continue
        if owner is None or label is None or label.start <= owner.start:
            continue
        apart = text[label.start - 1 : label.start] in (",", "，", "、")
        if apart and label.text == text[label.start : label.end] and not _SCOPE.match(label.text):
            members.setdefault(label.text, []).append((index, owner.text))
    found: list[tuple[int, Label]] = []
    for name, placed in members.items():
        if len({thing for _, thing in placed}) < 2:
            continue
        for index, thing in placed:
            label = labels[index]
            if label is not None and len(thing) + len(name) <= _LONGEST:
                found.append((index, Label(label.start, label.end, thing + name)))
    return found
