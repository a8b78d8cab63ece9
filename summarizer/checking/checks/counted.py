"""Counts that a summary makes by itself: the units, titles and things that the source lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.anchors.records import Figure
from summarizer.checking.context import Context
from summarizer.checking.matching import FigureMatch
from summarizer.reading.outline.records import Unit

_LISTED = re.compile("[^、，,。；;：:\n]{1,40}(?:、[^、，,。；;：:\n]{1,40})+")
_COUNTERS = frozenset("个项条件份种类部篇大") | {
    "方面",
    "领域",
    "问题",
    "举措",
    "措施",
    "制度",
    "方案",
    "办法",
}
_OUTLINED = re.compile("问题|措施|举措|方面|任务|事项|部分|做法|章|节")


def is_outline_count(context: Context, match: FigureMatch) -> bool:
    """True for 8个问题, 35项措施 said of a section or the report whose outline has so many."""
    claim = match.claim.figure
    if context.statement.role == "measure" or claim.unit not in _COUNTERS:
        return False
    named = _OUTLINED.search(f"{claim.unit}{claim.label or ''}{match.claim.after[:8]}")
    return named is not None and claim.value in _outline_counts(context, whole=True)


def is_counted(context: Context, claim: Figure) -> bool:
    """True where so many units, titles or listed things stand in scope."""
    if claim.value != int(claim.value) or not 1 < claim.value < 1000:
        return False
    wanted, scope = int(claim.value), context.scope
    return wanted in _outline_counts(context) or (
        claim.unit in _COUNTERS
        and (wanted in _title_counts(context) or (wanted < 31 and _lists(scope.own_flat, wanted)))
    )


def _title_counts(context: Context) -> set[int]:
    own = context.scope.own
    said = len(context.claims.anchors.titles)
    return {len(own.titles), len({title.text for title in own.titles}), said} - {0, 1}


def _outline_counts(context: Context, *, whole: bool = False) -> set[int]:
    """How many units, leaves and problems the unit holds; with `whole`, also the report."""
    unit, units = context.statement.unit, context.index.analysis.outline.units
    if unit is None:
        return _counts(units)
    return _counts(unit.children) | (_counts(units) if whole else set())


def _counts(roots: Sequence[Unit]) -> set[int]:
    counts: dict[int, int] = {}
    leaves = problems = inline = 0
    for root in roots:
        for node in root.walk():
            counts[node.level] = counts.get(node.level, 0) + 1
            leaves += node.is_leaf
            inline += node.inline
            problems += node.problem is not None
    return {*counts.values(), leaves, problems, inline, len(roots)} - {0, 1}


def _lists(text: str, wanted: int) -> bool:
    for found in _LISTED.finditer(text):
        items = found[0].count("、") + 1
        if wanted in (items, items + len(re.findall("[和及与]", found[0].rpartition("、")[2]))):
            return True
    return False
