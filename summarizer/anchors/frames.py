"""Frames: what a text says of several things in the same words is said of each of them.

普通高中7所，在校学生9241人；初中13所，在校学生14494人: the words that come back behind other things
counted (在校学生) name nothing by themselves; here they are 普通高中在校学生 and 初中在校学生.
Where the things are told by a measure of their own (普通高中招生…，在校生…；初中招生…，在校生…),
what differs between the first measures is the thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from summarizer import patterns as re
from summarizer.anchors.labels import Label
from summarizer.anchors.raw import Raw
from summarizer.vocabulary import FigureKind

_LONGEST = 24  # a thing and what is counted of it; 99 % of labels alone have 17 or fewer
_BESIDE = 2  # stretches between marks: parallel ones follow each other, one other may stand between
_WORD = 2  # characters that make a word of a measure, and of a thing
# Classifiers of what has people, money or ground of its own.
_OWNERS = frozenset("个家所户座")
_APART = re.compile("[。;；！？!?\n]")
_SCOPE = re.compile("[全我本][国省市区县州]")
_NEAREST = 2  # members of a frame on each side: more are further off than `_BESIDE` allows
_Owned = tuple[int, int, Label, str]
"""The stretch, the figure's index, its label, and whose it is."""


def owned(
    text: str, raws: Sequence[Raw], labels: Sequence[Label | None]
) -> list[tuple[int, Label]]:
    """The figures whose label is completed by the thing counted before it, with the whole label.

    Only labels that follow at least two different things, close by each other, are completed.
    """
    members: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for place, index, label, owner in _owned_by_counts(text, raws, labels):
        members[label.text].append((place, index, owner))
    for place, index, label, owner in _owned_by_measures(text, raws, labels):
        members[label.text].append((place, index, owner))
    found: list[tuple[int, Label]] = []
    for name, unsorted in members.items():
        placed = sorted(unsorted)
        for number, (place, index, thing) in enumerate(placed):
            beside = placed[max(0, number - _NEAREST) : number + _NEAREST + 1]
            if all(abs(place - at) > _BESIDE or thing == other for at, _, other in beside):
                continue
            bare = labels[index]
            if bare is not None and len(thing) + len(name) <= _LONGEST:
                found.append((index, Label(bare.start, bare.end, thing + name)))
    return found


def _owned_by_counts(
    text: str, raws: Sequence[Raw], labels: Sequence[Label | None]
) -> Iterator[_Owned]:
    owner: Label | None = None
    place = 0
    for index, (raw, label) in enumerate(zip(raws, labels, strict=True)):
        if index and _APART.search(text, raws[index - 1].end, raw.start):
            owner, place = None, place + 1
        if raw.kind is FigureKind.COUNT and raw.unit in _OWNERS:
            owner = label
            continue
        if owner is None or label is None or label.start < owner.start:
            continue
        if _is_bare(text, label):
            yield place, index, label, owner.text


def _owned_by_measures(
    text: str, raws: Sequence[Raw], labels: Sequence[Label | None]
) -> Iterator[_Owned]:
    stretches: list[list[tuple[int, Label]]] = [[]]
    for index, (raw, label) in enumerate(zip(raws, labels, strict=True)):
        if index and _APART.search(text, raws[index - 1].end, raw.start):
            stretches.append([])
        if label is not None and raw.kind is FigureKind.COUNT:
            stretches[-1].append((index, label))
    owners: dict[int, str] = {}
    for place, (before, stretch) in enumerate(pairwise(stretches)):
        if len(before) < 2 or len(stretch) < 2:  # a head and what follows it
            continue
        for beside, thing in enumerate(_things(before[0][1].text, stretch[0][1].text)):
            owners[place + beside] = max(owners.get(place + beside, ""), thing, key=len)
    for place, owner in owners.items():
        for index, label in stretches[place][1:]:
            alike = raws[index].unit == raws[stretches[place][0][0]].unit
            if owner and alike and _is_bare(text, label):
                yield place, index, label, owner


def _things(first: str, second: str) -> tuple[str, str]:
    """What two names have each for itself before the measure that they end in; else nothing.

    普通高中招生 and 初中招生 are 普通高中 and 初中: a thing has two characters.
    """
    alike = (one == other for one, other in zip(first[::-1], second[::-1], strict=False))
    shared = sum(takewhile(bool, alike))
    shared = min(shared, len(first) - _WORD, len(second) - _WORD)
    if shared < _WORD or first == second:
        return "", ""
    return first[:-shared], second[:-shared]


def _is_bare(text: str, label: Label) -> bool:
    """Whether a label stands alone behind a comma, as printed."""
    apart = text[label.start - 1 : label.start] in (",", "，", "、")
    return apart and label.text == text[label.start : label.end] and not _SCOPE.match(label.text)
