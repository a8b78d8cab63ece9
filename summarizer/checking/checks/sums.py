"""Totals, differences, shares and counts that a summary works out by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from summarizer.anchors.records import Figure
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.counters import OBJECT_COUNTERS
from summarizer.checking.equality import Kinship, amounts, unit_kinship
from summarizer.checking.matching import FigureMatch, label_likeness
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import FigureKind

_TOTAL_BEFORE = re.compile(
    "(?:共计?|合计|总计|累计|总共|合共|一共|总额|总数|总量|总|达)[^、，,0-9]{0,8}$"
)
_TOTAL = re.compile("共|合计|总计|累计|总额|总数|总量|一共")
_REST = re.compile(
    "其余|剩余|剩下|尚有|还有|其他|未|净增|相差|多出|提高|增加|上升|下降|降低|减少|差"
)
_LISTED = re.compile("[^、，,。；;：:\n]{1,40}(?:、[^、，,。；;：:\n]{1,40})+")
_COUNTERS = OBJECT_COUNTERS | {
    "大",
    "名",
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
_ALIKE = 0.4
_STRONG = 0.5


def added_up(context: Context, match: FigureMatch) -> Fault | None:
    """A total of the figures that its own sentence tells rightly: 36处 and 4处 are 40处."""
    parts = _told(context, match)
    total = sum((amounts(part)[0] for part in parts), Decimal(0))
    if len(parts) < 2 or total != amounts(match.claim.figure)[0]:
        return None
    return _note(match, "sum_right", "+".join(part.text for part in parts))


def derived(context: Context, match: FigureMatch) -> Fault | None:
    """A figure that the source does not print but that follows from it: a note."""
    claim = match.claim
    if _is_outline_count(context, match):
        return _note(match, "counted", "")
    said_total = bool(_TOTAL.search(claim.before[-10:]))
    if match.rival is not None and match.closeness > _STRONG and not said_total:
        return None
    parts = _derivation(context, match)
    if parts:
        return _note(match, "sum_right", parts)
    if claim.figure.kind is FigureKind.COUNT and _is_counted(context, claim.figure):
        return _note(match, "counted", "")
    return None


def wrong_total(context: Context, match: FigureMatch) -> Fault | None:
    """A total that neither stands in the source nor follows from it."""
    claim = match.claim
    if not _TOTAL_BEFORE.search(claim.before) or not _TOTAL.search(claim.before):
        return None
    rival = match.rival
    if rival is not None and match.closeness > 0.3:
        place = context.index.surroundings(rival)
        if _TOTAL.search(place.clause):
            return None
    parts = _claimed_parts(context, match)
    total = sum((amounts(part)[0] for part in parts), Decimal(0))
    known = len(parts) > 1 and total != amounts(claim.figure)[0]
    return Fault(
        kind="sum",
        grade=Grade.WRONG,
        claim=claim.text,
        message="sum_wrong" if known else "sum_unknown",
        at=claim.figure.span.start,
        near=context.near(parts[0].span) if known else None,
        details={
            "parts": "+".join(part.text for part in parts),
            "total": _plain(parts),
        },
    )


def _plain(parts: Sequence[Figure]) -> str:
    """The sum of figures of one unit, in that unit."""
    total = sum((part.value for part in parts), Decimal(0))
    return format(total.normalize(), "f") + (parts[0].unit if parts else "")


def _note(match: FigureMatch, message: str, parts: str) -> Fault:
    return Fault(
        kind="sum",
        grade=Grade.FINE,
        claim=match.claim.text,
        message=message,
        at=match.claim.figure.span.start,
        details={"parts": parts},
    )


def _derivation(context: Context, match: FigureMatch) -> str:
    """The parts that give the claimed figure, written out; empty where none do."""
    claim = match.claim.figure
    if claim.high is not None:
        return ""
    wanted = amounts(claim)[0]
    told = bool(_TOTAL.search(match.claim.before[-10:]))
    for group in _groups(context, claim):
        for run in _runs(group):
            if (told or len(run) > 2) and sum(amounts(part)[0] for part in run) == wanted:
                return "+".join(part.text for part in run)
    if _REST.search(match.claim.before) or claim.kind is FigureKind.PERCENTAGE_POINTS:
        for group in _groups(context, claim):
            for first, second in _neighbours(group):
                if abs(amounts(first)[0] - amounts(second)[0]) == wanted:
                    return f"{first.text}−{second.text}"
    if claim.kind is FigureKind.RATIO and claim.unit == "%":
        return _as_share(context, claim)
    return _remainder(context, match)


def _remainder(context: Context, match: FigureMatch) -> str:
    """What is left of the claim's own whole when its other parts are taken off: 17−7−9."""
    told = _told(context, match)
    if len(told) < 2:
        return ""
    whole = max(told, key=lambda figure: amounts(figure)[0])
    parts = [figure for figure in told if figure is not whole]
    left = amounts(whole)[0] - sum(amounts(part)[0] for part in parts)
    if left != amounts(match.claim.figure)[0]:
        return ""
    return "−".join(figure.text for figure in (whole, *parts))


def _told(context: Context, match: FigureMatch) -> list[Figure]:
    """The sources of the other figures of the claim's sentence, in the claim's unit."""
    return [
        other.source
        for other in context.matches
        if other.source is not None
        and other.claim.sentence == match.claim.sentence
        and unit_kinship(other.claim.figure, match.claim.figure) is Kinship.SAME
    ]


def _as_share(context: Context, claim: Figure) -> str:
    step = Decimal((0, (1,), int(claim.value.as_tuple().exponent)))
    for group in _groups(context, None):
        for first, second in _neighbours(group):
            low, high = sorted((first, second), key=lambda figure: amounts(figure)[0])
            whole = amounts(high)[0]
            if unit_kinship(low, high) is not Kinship.SAME or not whole:
                continue
            if abs(amounts(low)[0] * 100 / whole - claim.value) <= step / 2:
                return f"{low.text}/{high.text}"
    return ""


def _groups(context: Context, claim: Figure | None) -> Iterator[list[Figure]]:
    """The firm figures of each sentence of the scope, of the claim's unit where one is given."""
    index = context.index
    firm = [
        figure
        for figure in context.scope.own.figures
        if not figure.loose and figure.high is None and _fits(claim, figure)
    ]
    for _, group in groupby(firm, key=lambda figure: index.surroundings(figure).sentence):
        yield list(group)[:12]


def _fits(claim: Figure | None, source: Figure) -> bool:
    if claim is None:
        return source.kind in (FigureKind.COUNT, FigureKind.MONEY, FigureKind.PHYSICAL)
    if claim.kind is FigureKind.PERCENTAGE_POINTS:
        return source.kind in (FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS)
    return unit_kinship(claim, source) is Kinship.SAME


def _runs(group: list[Figure]) -> Iterator[list[Figure]]:
    """The figures of one label, then every run of neighbours, longest first."""
    by_label: dict[str, list[Figure]] = {}
    for figure in group:
        by_label.setdefault(figure.label or "", []).append(figure)
    yield from (figures for label, figures in by_label.items() if label and len(figures) > 1)
    for size in range(len(group), 1, -1):
        for start in range(len(group) - size + 1):
            yield group[start : start + size]


def _neighbours(group: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    for place, first in enumerate(group):
        for second in group[place + 1 : place + 4]:
            yield first, second


def _claimed_parts(context: Context, match: FigureMatch) -> list[Figure]:
    """The figures of the claim's sentence, beside the total, that the source has too."""
    return [
        other.source
        for other in context.matches
        if other.source is not None
        and other.claim.sentence == match.claim.sentence
        and other.claim is not match.claim
        and unit_kinship(other.claim.figure, match.claim.figure) is Kinship.SAME
        and _one_label(other.claim.figure, match.claim.figure)
    ]


def _one_label(part: Figure, total: Figure) -> bool:
    return not total.label or label_likeness(part.label, total.label) > _ALIKE


def _is_outline_count(context: Context, match: FigureMatch) -> bool:
    """True for 8个问题, 35项措施 said of a section or the report whose outline has so many."""
    claim = match.claim.figure
    if context.statement.role == "measure" or claim.unit not in _COUNTERS:
        return False
    named = _OUTLINED.search(f"{claim.unit}{claim.label or ''}{match.claim.after[:8]}")
    return named is not None and claim.value in _outline_counts(context, whole=True)


def _is_counted(context: Context, claim: Figure) -> bool:
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
