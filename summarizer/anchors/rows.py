"""Rows of figures (A、B和C) and the labels that 分别 shares out among them."""

from __future__ import annotations

import re

from summarizer.anchors.labels import Label, label_before, split_labels
from summarizer.anchors.raw import Raw

CLAUSE = 60
_CLAUSE_END = re.compile("[,，;；。！？!?\n:：]")
_SENTENCE_END = re.compile("[。！？!?\n]")
_DISTRIBUTED = re.compile("分别|依次|各(?=[增下提为达])")
_JOINTS = frozenset(("、", "和", "与", "及", "以及"))
_COMMAS = frozenset((",", "，"))


def clause_start(text: str, position: int, low: int) -> int:
    """The start of the clause that `position` is in, not before `low`."""
    low = max(0, low)
    best = low
    for match in _CLAUSE_END.finditer(text, low, position):
        best = match.end()
    return best


class Rows:
    """For each figure by index: where its row begins, and its label within the row."""

    def __init__(self, text: str, figures: list[Raw]) -> None:
        self._heads: dict[int, int] = {}
        self._labels: dict[int, Label] = {}
        subjects: list[Label] = []
        subjects_end = 0
        for row in _rows(text, figures):
            if len(row) < 2:
                continue
            first = figures[row[0]].start
            begin = clause_start(text, first, first - CLAUSE)
            shared = None
            for match in _DISTRIBUTED.finditer(text, begin, first):
                shared = match
            if shared is None and any(text[figures[i].start - 1] in _COMMAS for i in row[1:]):
                continue
            for index in row[1:]:
                self._heads[index] = first
            names = split_labels(text, begin, shared.start() if shared else first)
            again = shared is not None and not names and len(row) == len(subjects)
            if again and not _SENTENCE_END.search(text, subjects_end, first):
                names = subjects
            if len(names) == len(row):
                subjects, subjects_end = names, figures[row[-1]].end
                self._labels.update(zip(row, names, strict=True))
            elif shared is not None:
                whole = label_before(text, begin, shared.start(), longest=CLAUSE)
                if whole is not None:
                    self._labels.update(dict.fromkeys(row, whole))

    def head(self, index: int) -> int | None:
        """Where the first figure of this figure's row begins; None for a first or lone one."""
        return self._heads.get(index)

    def label(self, index: int) -> Label | None:
        """The label that the row gives to this figure."""
        return self._labels.get(index)


def _rows(text: str, figures: list[Raw]) -> list[list[int]]:
    """Indices of figures that stand in a row."""
    rows: list[list[int]] = []
    for index, raw in enumerate(figures):
        if index:
            before = figures[index - 1]
            gap = text[before.end : raw.start] if raw.start - before.end <= 2 else ""
            if gap in _JOINTS or (gap in _COMMAS and before.unit == raw.unit):
                rows[-1].append(index)
                continue
        rows.append([index])
    return rows
