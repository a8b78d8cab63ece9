"""A text that somebody wrote about a report, and what checking says of it, claim by claim.

The spans of the findings of such a report (`verify_text`) index the text as it was given.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer import patterns as re
from summarizer.models import Finding, Report
from summarizer.output import phrases
from summarizer.spans import Range
from summarizer.vocabulary import Severity, Verdict

_UNREAD = "unread"
"""The kind of finding that tells a number nobody could read; such are counted apart."""
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?=\S).*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Answer:
    """The text as its author wrote it, and what it is called.

    Each of `borne_out` is a range of the text and the range of the source that bears it out, in
    the order of the text. `left_out` are units that it does not speak of, each with its place.
    """

    name: str
    text: str
    borne_out: tuple[tuple[Range, Range], ...] = ()
    left_out: tuple[tuple[str, Range], ...] = ()

    @property
    def headings(self) -> list[Range]:
        """The lines that Markdown takes for headings, their marks included."""
        return [Range(*found.span()) for found in _HEADING.finditer(self.text)]


@dataclass(frozen=True, slots=True)
class Claim:
    """A finding with its number and the unit of the source it is about (empty: the whole)."""

    number: int
    unit: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer's claims by what is said of them, each list in the order of the text.

    `left_out` are the findings on what the text does not tell; they stand nowhere in it.
    """

    wrong: tuple[Claim, ...]
    undecided: tuple[Claim, ...]
    unread: tuple[Claim, ...]
    near: tuple[Claim, ...]
    left_out: tuple[Claim, ...]

    @property
    def marked(self) -> tuple[Claim, ...]:
        """The claims that stand somewhere in the text, in its order."""
        claims = [
            claim
            for claim in (*self.wrong, *self.undecided, *self.unread, *self.near)
            if claim.finding.span_in_summary
        ]
        return tuple(sorted(claims, key=_place))


def judged(report: Report) -> Judged:
    """The findings on an answer, numbered as they stand in it."""
    found = [Claim(0, unit, finding) for unit, finding in phrases.all_findings(report)]
    omitted = [claim for claim in found if claim.finding.kind.startswith("omitted")]
    doubted = [claim for claim in found if claim.finding.verdict is not Verdict.SUPPORTED]
    claims = sorted((claim for claim in doubted if claim not in omitted), key=_place)
    numbered = [Claim(at, c.unit, c.finding) for at, c in enumerate(claims, start=1)]

    def of(verdict: Verdict) -> tuple[Claim, ...]:
        chosen = [claim for claim in numbered if claim.finding.verdict is verdict]
        loud = [claim for claim in chosen if claim.finding.severity is not Severity.NOTE]
        return (*loud, *(claim for claim in chosen if claim not in loud))

    open_ = of(Verdict.UNVERIFIABLE)
    return Judged(
        wrong=of(Verdict.CONTRADICTED),
        undecided=tuple(c for c in open_ if c.finding.kind != _UNREAD),
        unread=tuple(c for c in open_ if c.finding.kind == _UNREAD),
        near=of(Verdict.APPROXIMATED),
        left_out=tuple(omitted),
    )


def _place(claim: Claim) -> int:
    span = claim.finding.span_in_summary
    return span.start if span is not None else -1
