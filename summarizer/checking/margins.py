"""How much is enough: every margin that the decisions go by, with what it was measured on.

Shares are of letter pairs, by weight. Each value stands in place of two to ten that were typed in
beside the decisions; it was taken where the statements of `benchmarks/statements` are told best.
`python benchmarks/thresholds.py --module margins` prints what moving it does; docs/checks.md has
the table of today. What stands below a margin is how many right statements were blamed and faults
told, more or fewer, of 536 and 587 when it was taken.
"""

from __future__ import annotations

from dataclasses import dataclass

BARELY = 0.25
"""So much of a fact's words, where its place in the sentence or its unit tells which it is."""
NAMED = 0.4
"""So much of the words of claim and fact, where their values differ by a digit.

0.35: 一般公共服务支出约2219万元 is blamed for an item below it. 0.5: 3 of 500 labelled faults
fewer told.
"""
LIKELY = 0.35
"""So much of a clause in one of the source: it is meant, where its slot is told by the letters
beside the word that is judged, by the sort of a name, or by a plan or a lack in it.

0.3: 2 more blamed, 1 fewer told. 0.4: 2 fewer told; 0.5: 9 fewer.
"""
RETOLD = 0.5
"""So much, and the clause is retold: what it says otherwise is said of the same thing.

0.4: 5 more blamed; 0.45: 3 more. 0.55: 1 fewer told. 0.6: 2 fewer blamed, 1 fewer told.
"""
PLAINLY = 0.6
"""So much where only the rest of both clauses is compared, and no letter tells the slot.

0.5: 2 more blamed. 0.55: 1 more, and 2 more told. 0.65: 3 fewer told; 0.7: 6 fewer.
"""
NEARLY_WHOLE = 0.75
"""So much where what is missing is itself the evidence: a date, a count, a name.

0.65: 1 more told; 0.7: the same. 0.8: 3 fewer told; 0.9: 4 fewer.
"""
AS_LIKELY = 0.05
"""A clause that falls no further behind may be meant as well, and acquits.

0.04: the same. 0.1: 1 more blamed, 1 fewer told; 0.15: 1 more, 2 fewer.
"""
DATE_LEAD = 0.3
"""No other clause may be retold nearly as well as that whose date another one stands for."""
BESIDE = 2
"""Letters beside a word that tell its slot.

1: 2 more blamed, 1 more told. 3: 3 fewer blamed, 7 fewer told.
"""
LONGEST_NAME = 12
"""Letters of a name that may stand in another's place: 国家发展和改革委员会 has ten.

8 to 10: 1 fewer blamed. 15: the same.
"""
LED_BY = 12
"""Letters before a figure, or a clause, that lead on to it: what it is of, how it came about."""
PRECISE = 3
"""Digits of a number that hardly stands in two places by chance."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of the assignment (`similarity.score`: one more makes a fact e times as likely).

    Rungs in place of some twenty numbers that stood beside the decisions. All of those together
    put on them changed nothing that was told of 932 right statements and 682 faults.
    """

    spoken: float = 5.0
    """A fact with such a score is spoken of."""
    clear: float = 8.0
    """It is, whatever else may be: called for by a count up to ten, a share in tenths, a total, a
    statement about many units."""
    meant: float = 10.0
    """No other is meant: of 897 facts that were meant 807 have it and are told by no other claim,
    of 728 that were not, those of the right value being hidden, 87 (rounds 1 to 4)."""
    sure: float = 12.0
    """Beyond doubt, by the score alone. 10: 6 more blamed, none told; none at all: 4 fewer told."""
    unsure: float = 0.8
    """A fact of equal value that falls behind by more is not plainly meant."""
    exchanged: float = 2.5
    """The leads of two claims that stand in each other's place, together. Of 1,631 right pairs and
    the same exchanged 2: 1 blamed, 14 more told; 3: 25 fewer told (`decide/crossed.py`)."""
    even: float = 0.3
    """Of two facts that fit a claim, the one with its very value leads by so much; of two values
    that changed places each fits the other's words by so much."""


SCORES = Scores()


@dataclass(frozen=True, slots=True)
class Prices:
    """What the assignment adds to a score or takes off it.

    Moved by a fifth down and a quarter up, each changes one right statement of 1,124 at most.
    """

    again: float = 3.0
    """Off for a fact that is told twice. 3.75: 1 more blamed."""
    none: float = 2.0
    """The score of a claim that speaks of nothing in the unit."""
    drawn: float = 1.2
    """For the sentence of a neighbour. 1.5: 1 fewer blamed."""
    next_to: float = 1.0
    """And for the very place beside it."""
    hangs: float = 3.0
    """All that there is to go by for a figure that hangs on its neighbour."""
    even: float = 0.001
    """Where the words tell two facts no further apart, each has its own value."""
    frame: float = 1.0
    """Off for a fact of the frame, which is meant less often than one of the unit."""


PRICES = Prices()


@dataclass(frozen=True, slots=True)
class Chance:
    """How many results chance may be expected to yield beside a value, where it is acquitted.

    Measured on the natural statements under `tests/checking/natural` and on faults injected in
    them.
    """

    beside: float = 0.35
    """Of the figures of the sentences that are told."""
    beside_named: float = 1.2
    """Of the same, where a word names the operation."""
    coarsely: float = 5.0
    """Of 九成 nobody expects more than that some share comes near it."""
    away: float = 0.02
    """Of all figures of the unit."""
    away_named: float = 0.15
    """Of the same, where a word names the operation."""
    restated: float = 0.25
    """By this factor fewer where the claim plainly restates another fact."""
    width: float = 1.5
    """Results within this factor tell how dense they lie around the value."""


CHANCE = Chance()


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far two numbers that are told as one may lie apart, as shares but for the first."""

    half: float = 0.51
    """Of one in the last place printed: what rounding leaves open."""
    roughly: float = 0.1
    """Of a number told roughly, and of a multiple: 近10倍 of 9.6倍."""
    loosely: float = 0.05
    """Of what is reckoned and told with a bound: 超800万 of 839万."""
    noughts: float = 0.02
    """3600 of 3625: noughts at the end may be rounding without a word."""
    scale: float = 0.001
    """Of the logarithm, between two numbers of the same digits: half in the third one."""
    exactly: float = 1e-9
    """What arithmetic in floating point leaves."""
    foreign: float = 0.15
    """So few of a summary's claims in the source: it is of another document. Of six answers about
    another report of the same genre 0 to 13 % are, of one about a circular without figures, which
    counts and dates by itself, 20 %."""


TOLERANCE = Tolerance()


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much a letter pair weighs at most; of `similarity.Weights`."""

    most: float = 7.0
    """What stands once in a thousand clauses: nothing is rarer by more."""
    unknown: float = 0.7
    """Of that, a pair which the source does not have: most often a synonym."""
    steps: float = 2.0**20
    """Sums of weights in such steps are exact, so that no order in which a set is gone through
    decides between two clauses that are equally near."""


RARITY = Rarity()


@dataclass(frozen=True, slots=True)
class Lookup:
    """How the clauses that a worded claim may retell are ranked (`propositions`)."""

    around: float = 0.6
    """Of the weight of a word that stands beside the clause of the source, not in it."""
    behind: float = 0.15
    """What a clause may fall behind, and still be as likely meant."""
    drawn: float = 0.1
    """For the sentence in which the figures stand: less, so the others stay admissible."""


LOOKUP = Lookup()
