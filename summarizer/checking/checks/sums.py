"""Totals, differences, shares and counts that a summary works out by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from summarizer.anchors.records import Figure
from summarizer.checking.checks.counted import is_counted, is_outline_count
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import Kinship, amounts, unit_kinship
from summarizer.checking.matching import FigureMatch, affinity, label_likeness
from summarizer.vocabulary import FigureKind

_LIST = re.compile("[一-龥]、[一-龥]{1,12}等$")
_TOTAL_BEFORE = re.compile(
    "(?:共计?|合计|总计|累计|总共|合共|一共|总额|总数|总量|总|达)[^、，,0-9]{0,8}$"
)
_TOTAL = re.compile("共|合计|总计|累计|总额|总数|总量|一共")
_REST = re.compile(
    "其余|剩余|剩下|尚有|还有|其他|未|净增|相差|多出|提高|增加|上升|下降|降低|减少|差"
)
_ALIKE = 0.4
_STRONG = 0.5
_HEAD = 2
_WORDED = 0.3
_TWO = 2
_KINDS = frozenset("年类级种方地者")  # 两年, 两类: what is told is summed up in a word
_FEW = 60
_RUN = 8


def added_up(context: Context, match: FigureMatch) -> Fault | None:
    """A total of the figures that its own sentence tells rightly: 36处 and 4处 are 40处."""
    parts = _told(context, match)
    total = sum((amounts(part)[0] for part in parts), Decimal(0))
    if len(parts) < 2 or total != amounts(match.claim.figure)[0]:
        return None
    return _note(match, "sum_right", "+".join(part.text for part in parts))


def told_total(context: Context, match: FigureMatch) -> Fault | None:
    """What the claim calls a total, and is one of figures of its unit: 共27人 of 16人 and 11人."""
    claim = match.claim.figure
    if claim.value == _TWO and claim.text.startswith("两") and claim.unit in _KINDS:
        return _note(match, "counted", "")
    total = _TOTAL.search(match.claim.before) or _TOTAL.match(match.claim.after[:2])
    joint = _joint(context, match) or _alike(context, match)
    # 2个专班、5个企业 of 2个专班、3个企业 is no sum: a part that is told by itself is not in it.
    if joint and (total or not _told_apart(context, match, joint)):
        return _note(match, "sum_right", "+".join(part.text for part in joint))
    if not total:
        return None
    parts = _derivation(context, match, told=True)
    return _note(match, "sum_right", parts) if parts else None


def _told_apart(context: Context, match: FigureMatch, parts: Sequence[Figure]) -> bool:
    return any(
        other.source is part and other.claim.sentence == match.claim.sentence
        for other in context.matches_beside(match)
        for part in parts
    )


def derived(context: Context, match: FigureMatch) -> Fault | None:
    """A figure that the source does not print but that follows from it: a note."""
    claim = match.claim
    if is_outline_count(context, match):
        return _note(match, "counted", "")
    # 院士、专家等6人 counts a list, whatever one of its members counts by itself.
    said_total = bool(_TOTAL.search(claim.before[-10:]) or _LIST.search(claim.before[-16:]))
    if match.rival is not None and match.closeness > _STRONG and not said_total:
        return None
    parts = _derivation(context, match, told=said_total)
    if parts:
        return _note(match, "sum_right", parts)
    if claim.figure.kind is FigureKind.COUNT and is_counted(context, claim.figure):
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


def _derivation(context: Context, match: FigureMatch, *, told: bool) -> str:
    """The parts that give the claimed figure, written out; empty where none do."""
    claim = match.claim.figure
    if claim.high is not None:
        return ""
    wanted = amounts(claim)[0]
    for run in _one_thing(context, match) if told else ():
        if sum(amounts(part)[0] for part in run) == wanted:
            return "+".join(part.text for part in run)
    for group in _groups(context, claim):
        for run in _runs(group):
            if (told or len(run) > 2) and sum(amounts(part)[0] for part in run) == wanted:
                return "+".join(part.text for part in run)
    if _REST.search(match.claim.before) or claim.kind is FigureKind.PERCENTAGE_POINTS:
        for group in _groups(context, claim):
            for first, second in _neighbours(group):
                if abs(amounts(first)[0] - amounts(second)[0]) == wanted:
                    low, high = sorted((first, second), key=lambda figure: amounts(figure)[0])
                    return f"{high.text}−{low.text}"
    if claim.kind is FigureKind.RATIO and claim.unit == "%":
        return _as_share(context, claim)
    return _remainder(context, match)


def _one_thing(context: Context, match: FigureMatch) -> Iterator[list[Figure]]:
    """The figures of the unit that count what the claim counts, by the ends of their labels."""
    claim = match.claim.figure
    head = (claim.label or "")[-_HEAD:]
    same = [
        figure
        for figure in context.figures[:_FEW]
        if not figure.loose and figure.high is None and unit_kinship(claim, figure) is Kinship.SAME
    ]
    named = [figure for figure in same if head and (figure.label or "").endswith(head)]
    for group in (named, same):
        if 1 < len(group) <= _RUN:
            yield group
            yield from ([a, b] for a, b in pairwise(group))


def _joint(context: Context, match: FigureMatch) -> list[Figure]:
    """The figures that the claim's words name together: 企业商户60家 of 企业36家 and 商户24家."""
    claim = match.claim
    said = f"{claim.before}{claim.after}{claim.figure.label or ''}"
    for group in _groups(context, claim.figure):
        named = [
            figure
            for figure in group
            if len(figure.label or "") >= _HEAD and (figure.label or "")[-_HEAD:] in said
        ]
        if len({(figure.label or "")[-_HEAD:] for figure in named}) < 2:
            continue
        total = sum((amounts(figure)[0] for figure in named), Decimal(0))
        if total == amounts(claim.figure)[0]:
            return named
    return []


def _alike(context: Context, match: FigureMatch) -> list[Figure]:
    """Neighbours of one sentence that add up, with the claim's words around each of them."""
    wanted = amounts(match.claim.figure)[0]
    for group in _groups(context, match.claim.figure):
        for size in range(2, min(len(group), _RUN) + 1):
            for start in range(len(group) - size + 1):
                run = group[start : start + size]
                if sum(amounts(part)[0] for part in run) == wanted and all(
                    affinity(context.index, match.claim, part) >= _WORDED for part in run
                ):
                    return run
    return []


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
        for other in context.matches_beside(match)
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
        for figure in context.figures
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
        for other in context.matches_beside(match)
        if other.source is not None
        and other.claim.sentence == match.claim.sentence
        and other.claim is not match.claim
        and unit_kinship(other.claim.figure, match.claim.figure) is Kinship.SAME
        and _one_label(other.claim.figure, match.claim.figure)
    ]


def _one_label(part: Figure, total: Figure) -> bool:
    return not total.label or label_likeness(part.label, total.label) > _ALIKE
