"""What a report says it holds, against what its numbering prints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checking.audit.notes import Note
from summarizer.checking.index import SourceIndex
from summarizer.vocabulary import FigureKind, Severity

# Only wholes of the rectification itself: the parts of a single measure are told, not listed.
_PROBLEMS = re.compile("^(?:具体问题|问题|反馈问题|突出问题|整改问题|类问题|方面问题)$")
_MEASURES = re.compile("^(?:具体)?(?:整改)(?:措施|任务|举措|事项)")
_ABOUT = re.compile("反馈|巡视|巡察|审计|督察|整改")
_MADE = re.compile("细化|分解|梳理|归纳|提出|指出|制定|明确|形成|认领|确定|反馈")
_DONE = re.compile("完成|整改到位|销号|解决|已")


def totals(index: SourceIndex) -> Iterator[Note]:
    """Claimed numbers of problems and measures that no level of the outline prints."""
    problems, measures = _printed(index)
    for figure in index.analysis.anchors.figures:
        if figure.loose or figure.kind is not FigureKind.COUNT or figure.value < 4:
            continue
        label = figure.label or ""
        wanted = problems if _PROBLEMS.search(label) else measures
        if not wanted or not (_PROBLEMS.search(label) or _MEASURES.search(label)):
            continue
        text = (
            index.sentences[number].text
            if (number := index.surroundings(figure).sentence) >= 0
            else ""
        )
        unit = index.unit_at(figure.span.start)
        if not (_ABOUT.search(text) and _MADE.search(text)) or (unit is not None and unit.inline):
            continue
        if figure.value in wanted or _DONE.search(index.surroundings(figure).clause):
            continue
        name = "、".join(str(count) for count in sorted(wanted))
        yield Note(
            "total",
            (figure.span,),
            {"claimed": figure.text + label, "printed": name},
            Severity.NOTE,
        )


def _printed(index: SourceIndex) -> tuple[set[int], set[int]]:
    """How many problems each level prints, and how many measures answer them."""
    levels: dict[int, int] = {}
    inline = leaves = 0
    for unit in index.units:
        if unit.problem is not None:
            levels[unit.level] = levels.get(unit.level, 0) + 1
        if unit.is_leaf and not unit.plan:
            leaves += 1
            inline += unit.inline
    if not levels or not inline:
        return set(), set()
    return set(levels.values()), {inline, leaves} - {0}
