"""What follows from the figures of the source without standing there: it acquits, never convicts.

Every operation of the claim's kind is tried (`operations`); what decides is how far chance is from
yielding the printed value. Among many results some lie near any number, so a value of few digits
is explained only by few figures, one of five digits by many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.checking.amounts import COARSE, kinship, place_of, step_of
from summarizer.checking.equality import Kinship, amounts
from summarizer.checking.margins import CHANCE, LED_BY
from summarizer.checking.operands import (
    TOTAL,
    Operand,
    Result,
    Sort,
    Window,
    are_like,
    claimed,
    exceeds,
    is_share_of,
    names_both,
    operands_for,
    operands_of,
    whole_row,
)
from summarizer.checking.operations import results
from summarizer.facts.records import Fact
from summarizer.vocabulary import Bound, FigureKind
from summarizer.words import worded

_BEHIND = 4  # letters behind a figure that may name the operation

# A word is no condition, but where it names the operation more chance is borne.
_WORDS: dict[Sort, re.Pattern[str]] = {
    "sum": worded("operations", "{sums}"),
    "difference": worded("operations", "{differences}"),
    "share": worded("operations", "{shares}"),
    "growth": worded("operations", "{growths}"),
    "ratio": worded("operations", "{ratios}"),
    "back": worded("operations", "{backs}"),
}
_EXACT: frozenset[Sort] = frozenset(("sum", "difference"))  # nobody rounds 3742 to 3740
_RECKONED = worded("operations", "{reckoned}")
_OF_OTHERS = (FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS, FigureKind.MULTIPLE)

# Results that chance may be expected to yield beside the value, at most. Measured on the natural
# statements under `tests/checking/natural` and on injected faults in them: see docs/checks.md.


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a claim may be reckoned from.

    `beside` are the facts that the statement tells and those of their sentences, `row` those and
    what a semicolon joins with them, where there is more, `away` the others of the unit; `words`
    are the claim's own and what tells that it is a total. `restated` is true where the claim
    plainly speaks of a fact of another value. `told` are the facts that other claims tell by
    themselves: two things named together are none of them; `own` are those and what else the
    statement's other figures tell, wherever in the report. `named` are the few facts whose own
    words stand in the claim's sentence (牛奶 and 肉类总产量 of 牛奶产量是肉类总产量的5.1倍);
    `series` those told in the same words as the likeliest one (其他22名责任人员, 其他10名责任人员).
    """

    beside: Sequence[Fact]
    away: Sequence[Fact]
    words: str
    restated: bool
    told: Sequence[Fact] = ()
    own: Sequence[Fact] = ()
    row: Sequence[Fact] = ()
    named: Sequence[Fact] = ()
    series: Sequence[Fact] = ()


@dataclass(frozen=True, slots=True)
class Derived:
    """The facts that yield a value; not `sure` where among so many results chance may do so."""

    operands: tuple[Fact, ...]
    sure: bool


def derivation(claim: Fact, evidence: Evidence) -> Derived | None:
    """What yields the claimed value, beyond chance where it is sure; None for nothing."""
    figure = claim.figure
    if figure is None:
        return None
    own = _reckoned(claim, figure, operands_for(claim, evidence.own), evidence)
    beside = operands_for(claim, evidence.beside)
    if own is None:
        series, total = operands_for(claim, evidence.series), evidence.words.endswith(TOTAL)
        if parts := whole_row(claim, beside, series, total=total):
            own = Derived(parts, sure=True)
    if own is not None:
        return own
    if figure.high is not None:
        ends = _span(claim, operands_of([*evidence.beside, *evidence.away]))
        return Derived(ends, sure=True) if ends is not None else None
    if evidence.named:
        few = operands_for(claim, evidence.named)
        plain, named = CHANCE.beside, CHANCE.beside_named
        named_only = _beyond_chance(claim, figure, few, evidence, plain, named)
        if named_only is not None and named_only.sure:
            return named_only
    known = {(one.value, one.fact.figure.unit) for one in beside if one.fact.figure is not None}
    every = beside + [
        one
        for one in operands_for(claim, evidence.away)
        if one.fact.figure is not None and (one.value, one.fact.figure.unit) not in known
    ]
    factor = CHANCE.restated if evidence.restated else 1.0
    plain, named = CHANCE.beside * factor, CHANCE.beside_named * factor
    found = _beyond_chance(claim, figure, beside, evidence, plain, named)
    if (found is None or not found.sure) and evidence.row:
        row = operands_for(claim, evidence.row)
        found = _beyond_chance(claim, figure, row, evidence, plain, named) or found
    if (found is None or not found.sure) and len(every) > len(beside):
        plain, named = CHANCE.away * factor, CHANCE.away_named * factor
        wider = _beyond_chance(claim, figure, every, evidence, plain, named)
        found = wider if wider is not None and wider.sure else found
    return found


def _reckoned(
    claim: Fact, figure: Figure, own: Sequence[Operand], evidence: Evidence
) -> Derived | None:
    """The sum or difference of other figures of the statement, to the last place printed.

    So few results are tried that chance hardly yields the value, whatever the words say.
    """
    value = float(amounts(figure)[0])
    if not value or figure.high is not None or len(own) < 2:
        return None
    # 五年 of 三年 and 一年 more: terms are not added up without a word.
    if figure.kind is FigureKind.DURATION and not named_sorts(claim, evidence) & _EXACT:
        return None
    window = claimed(claim, value, float(place_of(figure, amounts(figure)[0])))
    around = Window.around(value)
    either = Window(min(window[0], around.low), max(window[1], around.high))
    rows = [row for row in _results(claim, figure, own, either) if row.sort in _EXACT]
    hits = [
        row for row in rows if window[0] <= row.value <= window[1] or exceeds(claim, row, value)
    ]
    near = [row for row in rows if around.low < row.value < around.high]
    if hits and _chance(near, window, value) <= CHANCE.beside:
        return Derived(hits[0].operands, sure=True)
    return None


def is_underived(claim: Fact, facts: Sequence[Fact]) -> bool:
    """True for a rate, multiple or difference of rates that no operation on the facts comes to.

    However much chance there is in the results, none of them is near.
    """
    figure = claim.figure
    if figure is None or figure.kind not in _OF_OTHERS or figure.high is not None:
        return False
    value = float(amounts(figure)[0])
    window = claimed(claim, value, float(place_of(figure, amounts(figure)[0])))
    held = operands_of(facts)
    return bool(value) and not any(_results(claim, figure, held, Window(*window)))


def reckons(claim: Fact) -> bool:
    """True where the words right before a claim say that it is an average or reckoned back."""
    return _RECKONED.search(claim.left[-LED_BY:]) is not None


def _span(claim: Fact, held: Sequence[Operand]) -> tuple[Fact, ...] | None:
    """Two amounts in one sentence that a range spans: 2000至5000元 of 一级5000元、三级2000元."""
    low, high = amounts(claim.figure) if claim.figure is not None else (None, None)
    if low is None or high is None:
        return None
    ends = [
        [one.fact for one in held if one.value == float(end) and _countable(claim, one.fact)]
        for end in (low, high)
    ]
    for first in ends[0]:
        for last in ends[1]:
            limits = Bound.AT_LEAST is first.bound or Bound.AT_MOST is last.bound
            if limits and last.order != first.order + 1:
                continue  # 五万元以上十万元以下 and 一万元以上二十万元以下 are no 5万至20万元
            if first.clause_sentence == last.clause_sentence:
                return first, last
    return None


def _countable(claim: Fact, fact: Fact) -> bool:
    return kinship(claim, fact) is not Kinship.DIFFERENT


def _beyond_chance(
    claim: Fact,
    figure: Figure,
    held: Sequence[Operand],
    evidence: Evidence,
    plain: float,
    named: float,
) -> Derived | None:
    value = float(amounts(figure)[0])
    if not value:
        return None
    around = Window.around(value)
    yielded = [
        row for row in _results(claim, figure, held, around) if around.low < row.value < around.high
    ]
    said = named_sorts(claim, evidence)
    coarse = COARSE.search(claim.text) is not None
    if coarse:
        said.add("share")
    meant = [result for result in yielded if result.sort in said]
    alone = [result for result in meant if len(result.operands) == 1]
    tried = [
        (alone, CHANCE.beside_named),
        (meant, CHANCE.coarsely if coarse and not evidence.restated else named),
    ]
    if not evidence.restated:  # what restates another fact is reckoned only where words say so
        # 四项 is no average of 67起 over 18起, unless a word says so.
        unsaid = {"sum"} | ({"ratio"} - said if figure.kind is FigureKind.COUNT else set())
        tried.append(([row for row in yielded if row.sort not in unsaid], plain))
    parts = [row for row in yielded if row.sort == "ratio" and is_share_of(row.operands)]
    tried.append((parts, CHANCE.beside))
    named_parts = [
        row
        for row in yielded
        if row.sort == "sum"
        and names_both(evidence.words, row.operands)
        and not any(fact in evidence.told for fact in row.operands)
    ]
    tried.append((named_parts, CHANCE.beside_named))
    possible: Derived | None = None
    # 400亿 may be meant to the last nought, or be rounded.
    exact = place_of(figure, amounts(figure)[0])
    for step in sorted({exact, step_of(figure, amounts(figure)[0])}):
        window = claimed(claim, value, float(step))
        for rows, most in tried:
            hits = [
                row
                for row in rows
                if window[0] <= row.value <= window[1] or exceeds(claim, row, value)
            ]
            if step != exact:
                hits = [row for row in hits if row.sort not in _EXACT]
            if hits and _chance(rows, window, value) <= most:
                return Derived(hits[0].operands, sure=True)
            if hits and rows is meant:
                possible = Derived(hits[0].operands, sure=False)
    return possible


def _without(claim: Fact, words: str) -> str:
    """The words without the claim itself, which names no total: 五年."""
    before, _, behind = words.rpartition(claim.text)
    return f"{before} {behind}"


def _results(
    claim: Fact, figure: Figure, held: Sequence[Operand], window: Window
) -> Iterator[Result]:
    """What the operands come to, without sums of things of which the claim counts only some, and
    without those that come to a limit: 三个以上."""
    limit = figure.kind is FigureKind.COUNT and claim.bound is Bound.AT_LEAST
    limit = limit and not _WORDS["sum"].search(claim.left[-LED_BY:])
    for row in results(claim, figure, held, window):
        if row.sort != "sum" or (not limit and are_like(claim, row.operands)):
            yield row


def named_sorts(claim: Fact, evidence: Evidence) -> set[Sort]:
    """The operations that the words beside a claim name."""
    beside = claim.left[-LED_BY:] + claim.text + claim.right[:_BEHIND]
    return {
        sort
        for sort, pattern in _WORDS.items()
        if pattern.search(_without(claim, evidence.words) if sort == "sum" else beside)
    }


def _chance(rows: Sequence[Result], window: tuple[float, float], value: float) -> float:
    """How many of the results would lie in the window if they fell anywhere around the value."""
    low, high = window
    others = {round(row.value, 6) for row in rows if not low <= row.value <= high}
    return len(others) * (high - low) / (value * (CHANCE.width - 1 / CHANCE.width))
