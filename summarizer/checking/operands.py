"""The numbers to reckon with, and their sums: amounts of which none is part of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Literal, NamedTuple, Self

from summarizer import patterns as re
from summarizer.checking.amounts import COARSE, DOWN, UP
from summarizer.checking.equality import amounts, digits_of, unit_name
from summarizer.checking.margins import CHANCE, LED_BY, PRECISE, TOLERANCE
from summarizer.facts.records import Fact
from summarizer.vocabulary import Bound, FigureKind

Sort = Literal["sum", "difference", "share", "growth", "ratio", "back"]

_MOST = 26  # figures to reckon with: the work grows with their square
_ALL = 6  # of so few figures every selection may be a sum; of more only neighbours and pairs
_LONGEST = 12  # neighbours of a sum: the months of a year, the most that is added up in words
_PAIR = 2  # parts of a total
TOTAL = "合计"  # ends the words of a claim which its place in the sentence makes a total
_ROW = 3  # the sum of two is tried where words say so
_PARTS = "∶"
_NAME = 8  # letters around an operand that name it
_LETTER = re.compile("[一-龥]")
# Two letters that name what is counted, right before or behind the number.
_NOUN_BEFORE = re.compile("[一-龥]{2}(?=[为达]?$)")
_NOUN_BEHIND = re.compile("[一-龥]{2}")
_SINGLE = re.compile("每|/|各")
_PART = re.compile("其中|包括|(?<!不)包含|(?<![饱包内不])含")


@dataclass(frozen=True)  # without slots: each is asked for its kind beside every other
class Operand:
    """A number to reckon with and the fact that states it; `share` is set for a part of a∶b∶c."""

    value: float
    fact: Fact
    share: bool = False

    @cached_property
    def kind(self) -> FigureKind | None:
        """The kind of its figure; a part of a∶b∶c is a share."""
        figure = self.fact.figure
        if self.share:
            return FigureKind.RATIO
        return figure.kind if figure is not None else None

    @cached_property
    def single(self) -> bool:
        """True for an amount that is said of each of several."""
        return _is_single(self.fact)


class Result(NamedTuple):
    """What an operation yields, and of what."""

    value: float
    operands: tuple[Fact, ...]
    sort: Sort


def operands_for(claim: Fact, facts: Sequence[Fact]) -> list[Operand]:
    """The operands of so many facts in reading order: the parts of a sum stand side by side.

    What is told in tenths or halves yields no number of three digits: 279人 is not 近九成 of 333人.
    """
    held = sorted(facts[:_MOST], key=lambda fact: fact.order)
    figure = claim.figure
    if figure is not None and len(digits_of(figure)) >= PRECISE and not COARSE.search(claim.text):
        held = [fact for fact in held if not COARSE.search(fact.text)]
    return operands_of(held)


def operands_of(facts: Sequence[Fact]) -> list[Operand]:
    """One operand for each figure, both ends of a range, every part of a∶b∶c."""
    found = []
    for fact in facts:
        figure = fact.figure
        if figure is None:
            continue
        if _PARTS in figure.unit:
            parts = [float(figure.value), *map(float, figure.unit.strip(_PARTS).split(_PARTS))]
            found += [Operand(part, fact, share=True) for part in parts]
            continue
        low, high = amounts(figure)
        found.append(Operand(float(low), fact))
        if high is not None:
            found.append(Operand(float(high), fact))
    return found


class Window(NamedTuple):
    """What is looked for: results outside it count for nothing."""

    low: float = float("-inf")
    high: float = float("inf")

    @classmethod
    def around(cls, value: float) -> Self:
        """Where chance is measured: what lies here is as good as the one result that fits."""
        return cls(value / CHANCE.width, value * CHANCE.width)

    def has(self, value: float) -> bool:
        """Whether a value lies in it, its ends included."""
        return self.low <= value <= self.high


def sums(like: Sequence[Operand], window: Window = Window()) -> Iterator[Result]:  # noqa: B008 (frozen)
    """Sums of amounts of which none is part of another."""
    size = len(like)
    places = range(size)
    facts = [one.fact for one in like]
    units = [unit_name(fact.figure.unit) if fact.figure is not None else "" for fact in facts]
    apart = [[a < b and not is_part(facts[a], facts[b]) for b in places] for a in places]
    groups: Iterator[Sequence[int]] = (
        (group for count in range(2, size + 1) for group in combinations(places, count))
        if size <= _ALL
        else _neighbours(apart)
    )
    for group in groups:
        value = sum([like[at].value for at in group])
        if not window.has(value) or len({units[at] for at in group}) > 1:
            continue  # 问题75个 and 措施191条 are no 266项
        if not all(apart[a][b] for a, b in combinations(group, 2)):
            continue
        yield Result(value, tuple([facts[at] for at in group]), "sum")


def _neighbours(apart: Sequence[Sequence[bool]]) -> Iterator[Sequence[int]]:
    """All pairs, then rows of neighbours of which none is part of another."""
    size = len(apart)
    yield from combinations(range(size), 2)
    rows = [(start, start + 1) for start in range(size)]
    for count in range(2, min(size, _LONGEST) + 1):
        rows = [
            (start, end + 1)
            for start, end in rows
            if end < size and all(apart[at][end] for at in range(start, end))
        ]
        if count > 2:
            yield from (range(start, end) for start, end in rows)


def is_part(first: Fact, second: Fact) -> bool:
    """True where a sentence, or the one behind it, tells one of two amounts as a part."""
    if first.sentence_text != second.sentence_text:
        before, behind = sorted((first, second), key=lambda fact: fact.clause_sentence)
        following = behind.clause_sentence == before.clause_sentence + 1
        return following and behind.sentence_text.lstrip().startswith("其中")
    text = first.sentence_text
    if not _tells_parts(text):
        return False
    a, b = text.find(first.text), text.find(second.text)
    if a < 0 or b < 0 or a == b:
        return False
    (a, front), (b, _) = sorted(((a, first), (b, second)), key=lambda row: row[0])
    return _PART.search(text, a + len(front.text), b) is not None


def are_like(claim: Fact, operands: Sequence[Fact]) -> bool:
    """False where only some are what the claim counts: 学校100所 of so many 幼儿园."""
    noun = _NOUN_BEFORE.search(claim.left) or _NOUN_BEHIND.match(claim.right)
    if noun is None:
        return True
    named = [
        fact.carried or fact.shared or noun[0] in "".join((*fact.subject, fact.left, fact.right))
        for fact in operands
    ]
    others = [_named_by(fact) for fact, own in zip(operands, named, strict=True) if not own]
    return not any(named) or all(
        other is not None and other in claim.clause_text for other in others
    )


def _named_by(fact: Fact) -> str | None:
    found = _NOUN_BEFORE.search(fact.left) or _NOUN_BEHIND.match(fact.right)
    return found[0] if found is not None else None


def _is_single(fact: Fact) -> bool:
    left = fact.left or fact.clause_text.partition(fact.text)[0]  # 2起各被困9人
    return fact.figure is not None and bool(
        fact.figure.per or _SINGLE.search(left[-LED_BY:]) or _SINGLE.search(fact.right[:2])
    )


def is_share_of(operands: Sequence[Fact]) -> bool:
    """True for an amount and a share told of it in one sentence, 80万亩, 三成种植玉米, and for an
    amount of each of so many: 2起各被困9人."""
    if len(operands) != 2 or operands[0].clause_sentence != operands[1].clause_sentence:
        return False
    kinds = [fact.figure.kind for fact in operands if fact.figure is not None]
    if FigureKind.RATIO in kinds:
        return kinds[0] is not kinds[-1]
    return any(map(_is_single, operands))


def names_both(words: str, operands: Sequence[Fact]) -> bool:
    """True for 企业商户 of two amounts in one sentence, of 企业 and of 商户."""
    if len(operands) != 2:
        return False
    first, second = (
        set(_LETTER.findall(fact.left[-_NAME:] + fact.right[:_NAME])) for fact in operands
    )
    told, own, other = set(words), first - second, second - first
    together = operands[0].clause_sentence == operands[1].clause_sentence
    return together and all(mine and len(mine & told) * 2 >= len(mine) for mine in (own, other))


@lru_cache(maxsize=256)
def _tells_parts(sentence: str) -> bool:
    return _PART.search(sentence) is not None


def exceeds(claim: Fact, row: Result, value: float) -> bool:
    """True for 超过210个 of 170多个 and 40多个, which are more than their 210."""
    return claim.bound in UP and row.value == value and any(f.bound in UP for f in row.operands)


def whole_row(
    claim: Fact, held: Sequence[Operand], series: Sequence[Operand], *, total: bool
) -> tuple[Fact, ...]:
    """The three or more amounts of one sentence, or of one series, that come to the claim's, every
    one of them.

    Of each there is but one such sum, so that chance hardly yields a value. A claim that stands as
    a `total` of the parts behind it may be of two, and need not share their noun: 人才住房1.1万套，
    其中人才公寓1万套 of 1000套专家公寓和10000套人才公寓.
    """
    if claim.figure is None or claim.figure.high is not None:
        return ()
    unit = unit_name(claim.figure.unit)
    rows: dict[int, list[Operand]] = {}
    for one in held:
        if one.fact.figure is not None and unit_name(one.fact.figure.unit) == unit:
            rows.setdefault(one.fact.clause_sentence, []).append(one)
    value = float(amounts(claim.figure)[0])
    for row in (*rows.values(), series):
        apart = not any(is_part(a.fact, b.fact) for a, b in combinations(row, 2))
        alike = total or are_like(claim, [one.fact for one in row])
        enough = len(row) >= (_PAIR if total else _ROW)
        if enough and apart and alike and sum(one.value for one in row) == value:
            return tuple(one.fact for one in row)
    return ()


def claimed(claim: Fact, value: float, step: float) -> tuple[float, float]:
    """What the claimed value and the word beside it allow for, in the smallest unit."""
    slack = TOLERANCE.half * step
    wide = max(2 * slack, value * TOLERANCE.loosely)
    if claim.bound in DOWN and "成" in claim.text:
        wide = slack  # 近三成 of 28%, not of 24%
    strict = (
        value * TOLERANCE.exactly
        if claim.bound in (Bound.MORE, Bound.LESS)
        else -value * TOLERANCE.exactly
    )
    if claim.bound in UP:
        return value + strict, value + wide
    if claim.bound in DOWN:
        return value - wide, value - strict
    if claim.bound is Bound.ABOUT:
        slack *= 2.2
    return value - slack, value + slack
