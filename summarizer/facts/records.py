"""What the extractor yields: a frozen record for every figure, date and ordinal, and for clauses.

Ranges called `span` index the text that was given (the decoded source, or the claim itself);
`place` and `clause` are numbers into the sequences of the same `Facts`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from summarizer.anchors.records import Anchors, DateMention, Figure, Ordinal
from summarizer.facts.words import pairs, pairs_of_both
from summarizer.spans import Range
from summarizer.vocabulary import Bound

Kind = Literal["figure", "ordinal"]


@dataclass(frozen=True, slots=True)
class Period:
    """A period of a fact as ISO dates, how it was found, and the mention that gave it."""

    first: str
    last: str
    stated: bool
    mention: DateMention


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two marks, with or without figures.

    Its sentence begins at `first` of the normalised text `whole` and is `length` long; the clause
    is the range `[begin, end)` of the sentence. `lead` is the line above that governs its
    paragraph, `caption` what a row of a table stands under. Sentence, clause and letter pairs are
    made when asked for: kept for each, they would take most of the memory of a long report.
    """

    span: Range
    sentence: int
    whole: str
    first: int
    length: int
    begin: int
    end: int
    lead: str = ""
    caption: str = ""

    @property
    def sentence_text(self) -> str:
        """The whole sentence, normalised."""
        return self.whole[self.first : self.first + self.length]

    @property
    def text(self) -> str:
        """The clause."""
        return self.whole[self.first + self.begin : self.first + self.end]

    @property
    def head(self) -> str:
        """What is said before it in its sentence, or over its table."""
        return self.caption or self.whole[self.first : self.first + self.begin]

    @property
    def pairs(self) -> frozenset[str]:
        """The letter pairs of the clause."""
        return pairs(self.text)

    @property
    def context(self) -> frozenset[str]:
        """The letter pairs of `lead` and `head`."""
        return pairs_of_both(self.lead, self.head)


@dataclass(frozen=True, slots=True)
class Fact:
    """A quantity or a place in an order, with what it is said of and how.

    `subject` is the path of words that it is said of, outermost first: the heads it stands under,
    the whole of its 其中, the head of its list, its own label. `near` are the letter pairs of its
    own words; `named` are the words that name it, which are `left` but in a list. `said_in` is its
    clause, and `clause` the number of that; all other letter pairs are counted when asked for.
    `bound` is by polarity; `spread`
    tells that it is printed elsewhere in its row. `firm` is false for what is quoted or
    idiomatic, which may acquit and no more. `periods` are all admissible readings, the nearest
    first; `shared` marks a member of a list under 分别; `carried` one that names nothing of its own
    and is said of what the figure before it is said of (增长8%, 占比6%). `order` counts the facts
    of the text.
    """

    kind: Kind
    span: Range
    text: str
    anchor: Figure | Ordinal
    left: str
    right: str
    subject: tuple[str, ...]
    near: frozenset[str]
    named: str
    said_in: Clause
    clause: int
    order: int
    bound: Bound
    spread: bool = False
    firm: bool = True
    periods: tuple[Period, ...] = ()
    shared: bool = False
    carried: bool = False

    @property
    def context(self) -> frozenset[str]:
        """The letter pairs of the heads before it in the sentence and above it."""
        return self.said_in.context

    @property
    def clause_text(self) -> str:
        """Its clause."""
        return self.said_in.text

    @property
    def sentence_text(self) -> str:
        """The whole sentence, normalised."""
        return self.said_in.sentence_text

    @property
    def clause_sentence(self) -> int:
        """The number of the sentence."""
        return self.said_in.sentence

    @property
    def head(self) -> str:
        """What is said before its clause."""
        return self.said_in.head

    @property
    def before(self) -> frozenset[str]:
        """The letter pairs of the words that name it."""
        return pairs(self.named)

    @property
    def after(self) -> frozenset[str]:
        """The letter pairs of the words behind it."""
        return pairs(self.right)

    @property
    def clause_pairs(self) -> frozenset[str]:
        """The letter pairs of its clause."""
        return self.said_in.pairs

    @property
    def sentence_pairs(self) -> frozenset[str]:
        """The letter pairs of the whole sentence."""
        return pairs(self.sentence_text)

    @property
    def figure(self) -> Figure | None:
        """The figure of a quantity; None for an ordinal."""
        return self.anchor if isinstance(self.anchor, Figure) else None

    @property
    def unit(self) -> str | None:
        """The unit of a quantity; None for an ordinal."""
        return self.anchor.unit if isinstance(self.anchor, Figure) else None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything read out of one text; each sequence is sorted by position.

    Those of a source are `clauses.SourceFacts`.
    """

    text: str
    anchors: Anchors
    clauses: Sequence[Clause] = ()
    facts: tuple[Fact, ...] = ()
    unread: tuple[Range, ...] = ()


class _Placed(Protocol):
    @property
    def span(self) -> Range: ...


PlacedT = TypeVar("PlacedT", bound=_Placed)


def within(found: Sequence[PlacedT], span: Range) -> Sequence[PlacedT]:
    """Those of a sequence sorted by position that start inside `span`."""
    low = bisect_left(found, span.start, key=_begin)
    return found[low : bisect_left(found, span.end, lo=low, key=_begin)]


def _begin(placed: _Placed) -> int:
    return placed.span.start
