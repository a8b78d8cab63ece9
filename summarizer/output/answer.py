"""A text that somebody wrote about a report, and what checking says of it, claim by claim.

The spans of the findings of such a report (`verify_text`) index the text as it was given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.models import Finding, Measure, Report, Section
from summarizer.output import phrases, told
from summarizer.vocabulary import Severity, Verdict

EXTERNAL = "external"
"""The engine of a report that stands for somebody's own text."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The text as its author wrote it, and what it is called."""

    name: str
    text: str


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
    near: tuple[Claim, ...]
    left_out: tuple[Claim, ...]

    @property
    def marked(self) -> tuple[Claim, ...]:
        """The claims that stand somewhere in the text, in its order."""
        claims = [
            c for c in (*self.wrong, *self.undecided, *self.near) if c.finding.span_in_summary
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

    return Judged(
        wrong=of(Verdict.CONTRADICTED),
        undecided=of(Verdict.UNVERIFIABLE),
        near=of(Verdict.APPROXIMATED),
        left_out=tuple(omitted),
    )


def _place(claim: Claim) -> int:
    span = claim.finding.span_in_summary
    return span.start if span is not None else -1


def supported(answer: Answer, report: Report) -> tuple[told.Mark, ...]:
    """The anchors of the source that the answer tells in the unit each part of it was found in."""
    found: list[told.Mark] = []
    bare, places = _bare(answer.text)
    at = 0
    for part, holder in sorted(_parts(report), key=lambda pair: bare.find(pair[0])):
        start = bare.find(part, at)
        start = start if start >= 0 else bare.find(part)
        if start < 0:
            continue
        at = start + len(part)
        # The signs behind the last letter (100%) are of the part too.
        first, last = places[start], places[at] if at < len(places) else len(answer.text)
        found += [
            told.Mark(first + mark.start, first + mark.end, mark.anchor)
            for mark in told.marks(answer.text[first:last], holder)
        ]
    found.sort(key=lambda mark: mark.start)
    apart: list[told.Mark] = []
    for mark in found:
        if not apart or mark.start >= apart[-1].end:
            apart.append(mark)
    return tuple(apart)


def _parts(report: Report) -> Iterator[tuple[str, Measure | Section]]:
    """The pieces of the answer, bare of markup and white space, with the unit each speaks of."""
    holders: list[Measure | Section] = [*report.measures, *report.walk()]
    for holder in holders:
        for piece in holder.summary.split("\n"):
            bare, _ = _bare(piece)
            if bare:
                yield bare, holder


def _bare(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text, and where each stands."""
    places = [at for at, sign in enumerate(text) if sign.isalnum()]
    return "".join(text[at] for at in places), places
