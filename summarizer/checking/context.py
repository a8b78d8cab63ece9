"""What every check is given and what it answers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from summarizer.anchors.records import Figure
from summarizer.checking.base import Statement
from summarizer.checking.claims import Claims, ClaimSentence
from summarizer.checking.index import SourceIndex, SourceSentence
from summarizer.checking.matching import FigureMatch
from summarizer.checking.scope import Scope
from summarizer.spans import Range
from summarizer.vocabulary import Severity, Verdict

_BESIDE = 24
_BUDGET = 30_000
_FEWEST = 10


class Grade(Enum):
    """How bad a fault is: severity and verdict go together."""

    WRONG = (Severity.ERROR, Verdict.CONTRADICTED)
    ASTRAY = (Severity.ERROR, Verdict.UNVERIFIABLE)
    DOUBTFUL = (Severity.WARNING, Verdict.UNVERIFIABLE)
    ROUGH = (Severity.NOTE, Verdict.APPROXIMATED)
    FINE = (Severity.NOTE, Verdict.SUPPORTED)

    @property
    def severity(self) -> Severity:
        """How loudly the fault is told."""
        return self.value[0]

    @property
    def verdict(self) -> Verdict:
        """What the source says of the claim."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Near:
    """The anchor of the source that comes nearest: its printed text and its range."""

    text: str
    span: Range


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check says of one claim.

    `kind` is the published kind of the finding, `message` the key of its wording, `details` what
    the wording names besides claim and nearest anchor. `at` is the claim's offset in the
    statement: one claim is what stands at one offset.
    """

    kind: str
    grade: Grade
    claim: str
    message: str
    at: int
    near: Near | None = None
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Alignment:
    """A clause of the statement, and the sentence of its scope that says the most of it.

    `text` is the clause at `start` of the statement, `claim` the sentence it stands in; `clause`
    is the part of the source's sentence nearest to it. `share` is the share of the clause's
    letter pairs that stand in the source's sentence.
    """

    text: str
    start: int
    claim: ClaimSentence
    source: SourceSentence
    clause: str
    share: float


@dataclass(frozen=True, slots=True)
class Replaced:
    """Words of an aligned clause in place of its source's; `at` is their offset in the statement.

    `sure` is true where both have the same words on either side.
    """

    mine: str
    theirs: str
    at: int
    after: str
    before: str
    alignment: Alignment

    @property
    def sure(self) -> bool:
        """True where the words on both sides are the source's."""
        return bool(self.before and self.after)


@dataclass(frozen=True, slots=True)
class Context:
    """One statement with its claims, their places in the source, and the source itself.

    `aligned` leaves out the sentences that stand in the source literally; `replaced` is what its
    clauses say in place of their source's words.
    """

    statement: Statement
    scope: Scope
    claims: Claims
    matches: tuple[FigureMatch, ...]
    aligned: tuple[Alignment, ...]
    replaced: tuple[Replaced, ...]
    index: SourceIndex

    def near(self, span: Range) -> Near:
        """A range of the source as the nearest anchor."""
        return Near(self.index.printed(span), span)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The unit's own figures; of a text made to be slow, as many as there is time for."""
        return self.scope.own.figures[: max(_FEWEST, _BUDGET // max(len(self.matches), 1))]

    def matches_in(self, start: int, end: int) -> tuple[FigureMatch, ...]:
        """The matches of the figures that begin in `[start, end)` of the statement."""
        low = bisect_left(self.matches, start, key=_begin)
        return self.matches[low : bisect_left(self.matches, end, lo=low, key=_begin)]

    def matches_beside(self, match: FigureMatch) -> tuple[FigureMatch, ...]:
        """The matches of the figures before and after that of `match`, some to either side."""
        place = bisect_left(self.matches, _begin(match), key=_begin)
        return self.matches[max(0, place - _BESIDE) : place + _BESIDE]

    def unit_name(self, offset: int) -> str:
        """The id of the unit that holds a source offset; — outside all units."""
        unit = self.index.unit_at(offset)
        return unit.id if unit is not None else "—"


def _begin(match: FigureMatch) -> int:
    return match.claim.figure.span.start
