"""A summary written by anybody, checked against its source and shown as a Report.

Each block (a paragraph, a list item, a row of a table) is one statement about the whole report:
its claims find the facts they speak of by their words, under the heading or the line that leads
them. The unit that a block is shown under is the one in which most of that was found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer import assembly
from summarizer.analysis import Analysis
from summarizer.checking.audit import audit_index
from summarizer.checking.base import Statement
from summarizer.checking.case import Case, case_of
from summarizer.checking.claims import claims_of, undecided
from summarizer.checking.coverage import verification_of
from summarizer.checking.findings import Fault, Grade, render
from summarizer.checking.foreign_markup import Block, blocks_of
from summarizer.checking.index import SourceIndex
from summarizer.checking.margins import LIKELY, TOLERANCE
from summarizer.checking.placement import left_out
from summarizer.checking.portions import portions
from summarizer.checking.statement import Tally, decided, outcome, unchecked
from summarizer.models import (
    Finding,
    Measure,
    Overview,
    Report,
    Run,
    Section,
    Span,
    UnitsByOrigin,
    Verification,
)
from summarizer.reading.characters import whole_characters
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range
from summarizer.vocabulary import EXTERNAL, Category, Lang, Origin, Status, Verdict, worst

_LEAD = 400  # letters: no line that leads items is longer, and it is read again for each of them
_FEWEST = 6  # figures and titles, before a summary can be told to be of another document


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the summary, or of a very long one a portion, as it was checked, and the unit
    that it speaks of, if any."""

    text: str
    unit: Unit | None
    findings: tuple[Finding, ...]
    borne_out: tuple[tuple[Range, Range], ...]
    tally: Tally
    cited: frozenset[Range]
    claims: int
    found: int
    retold: bool


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A foreign summary as a report, and which place of the source bears out which claim.

    Each of `borne_out` is a range of the text as it was given and a range of the source, in the
    order of the text; `left_out` are the leaves that the text does not speak of by themselves.
    """

    report: Report
    borne_out: tuple[tuple[Range, Range], ...] = ()
    left_out: tuple[tuple[str, Range], ...] = ()


def check_text(text: str, analysis: Analysis, lang: Lang = "zh") -> Report:
    """The report of `checked_text`."""
    return checked_text(text, analysis, lang).report


def checked_text(text: str, analysis: Analysis, lang: Lang = "zh") -> CheckedText:
    """The report that a foreign summary amounts to, every claim checked; no model is asked.

    Its measures are the leaves that it speaks of, its sections the frame around them. Its author is
    unknown: `origin` is `extractive`, which says only that no model was asked for it here, and
    `run.engine` is `external`. The spans of findings index `text` itself; what could not be
    decided or read is among the findings, as remarks. Deterministic; never raises on any text.
    """
    text = whole_characters(text)
    index = SourceIndex(analysis)
    blocks = [block for block in blocks_of(text) if not block.heading]
    parts = [part for block in blocks for part in _parts(block, index, lang)]
    verdict = _of_the_whole(parts, lang)
    if verdict is not None:
        parts = []
    report = _assembled(parts, verdict, analysis, index, lang)
    tally, cited = Tally(), set[Range]()
    for part in parts:
        tally += part.tally
        cited |= part.cited
    verification = verification_of(report, index, tally, frozenset(cited))
    report = report.model_copy(
        update={"verification": verification, "audit": audit_index(index, lang)}
    )
    spoken_of = {measure.id for measure in report.measures}
    return CheckedText(
        report,
        tuple(sorted(pair for part in parts for pair in part.borne_out)),
        tuple(
            (leaf.id, leaf.span) for leaf in analysis.outline.leaves() if leaf.id not in spoken_of
        ),
    )


def _parts(block: Block, index: SourceIndex, lang: Lang) -> Iterator[Part]:
    for held in portions(block.text):
        yield _part(block, held, index, lang)
    rest = unchecked(block.text, lang)
    for finding in rest.findings:
        told = finding.model_copy(update={"span_in_summary": _original(finding, block, 0)})
        yield Part(block.text[held.end :], None, (told,), (), rest.tally, rest.cited, 0, 0, False)


def _part(block: Block, held: Range, index: SourceIndex, lang: Lang) -> Part:
    """A portion of a block checked under the line that leads it, which is no claim of its own."""
    lead = f"{block.lead[-_LEAD:]}：\n" if block.lead else ""
    text = block.text[held.start : held.end]
    portion = len(text) < len(block.text)
    case = case_of(Statement(lead + text, None, "overview", portion), index)
    inside = Range(len(lead), len(lead) + len(text))
    shift = len(lead) - held.start  # from the statement to the block
    faults = decided(case, inside)
    claimed = tuple(claims_of(case, faults, inside, placed=True))
    checked = outcome(case, faults, claimed, lang)
    # A reader of somebody's own text is told which claims nobody could decide, not only how many.
    silent = [fault for fault in faults if fault.grade is Grade.OPEN]
    opened = [render(fault, lang) for fault in (*silent, *undecided(case, claimed, faults))]
    claims = [pair for pair in case.pairs if pair.claim.span.start >= len(lead)]
    titles = [title for title in case.said.anchors.titles if title.span.start >= len(lead)]
    named = sum(case.scope.states(title.text[1:-1]) for title in titles)
    found = sum(pair.told is not None for pair in claims)
    return Part(
        text=text,
        unit=_unit(case, block, len(lead), index),
        findings=tuple(
            finding.model_copy(update={"span_in_summary": _original(finding, block, shift)})
            for finding in (*checked.findings, *opened)
        ),
        borne_out=tuple(
            (Range(*block.original(c.span.start - shift, c.span.end - shift)), c.place)
            for c in claimed
            if c.place is not None
        ),
        tally=checked.tally,
        cited=checked.cited,
        claims=len(claims) + len(titles),
        found=found + named,
        retold=any(match is not None and match.share >= LIKELY for match in case.matches),
    )


def _original(finding: Finding, block: Block, shift: int) -> Span | None:
    """The place of a finding in the text as it was given, markup included."""
    span = finding.span_in_summary
    if span is None:
        return None
    start, end = block.original(span.start - shift, span.end - shift)
    return Span(start=start, end=end)


def _unit(case: Case, block: Block, shift: int, index: SourceIndex) -> Unit | None:
    """The leaf in which most of a block's clauses and figures were found."""
    numbered = index.by_id.get(block.number or "")
    if numbered is not None:
        return numbered
    votes: Counter[str] = Counter()
    for clause, match in zip(case.said.clauses, case.matches, strict=True):
        if match is not None and match.share >= LIKELY and clause.span.start >= shift:
            held = index.unit_at(match.clause.span.start)
            votes[held.id if held is not None else ""] += 1
    best = max(votes, key=lambda unit: (votes[unit], unit), default="")
    return index.by_id.get(best)


def _of_the_whole(parts: Sequence[Part], lang: Lang) -> Finding | None:
    """One line where nothing was read, or where the summary is of another document."""
    claims = sum(part.claims for part in parts)
    found = sum(part.found for part in parts)
    if claims >= _FEWEST and found < TOLERANCE.foreign * claims:
        details = {"count": str(claims), "found": str(found)}
        fault = Fault("another_document", Grade.WRONG, "", "another_document", None, None, details)
        return render(fault, lang)
    if not claims and not any(part.retold for part in parts):
        return render(Fault("nothing_read", Grade.DOUBTFUL, "", "nothing_read"), lang)
    return None


def _assembled(
    parts: Sequence[Part],
    verdict: Finding | None,
    analysis: Analysis,
    index: SourceIndex,
    lang: Lang,
) -> Report:
    by_unit: dict[str, list[Part]] = {}
    loose: list[Part] = []
    for part in parts:
        (by_unit.setdefault(part.unit.id, []) if part.unit is not None else loose).append(part)
    sections = tuple(
        section
        for unit in analysis.outline.units
        if (section := _section(unit, analysis, by_unit)) is not None
    )
    told = {measure.id for top in sections for s in top.walk() for measure in s.measures}
    findings = [finding for part in loose for finding in part.findings]
    if verdict is not None:
        findings.append(verdict)
    report = Report(
        source=assembly.source(analysis.document),
        overview=Overview(
            summary="\n".join(part.text for part in loose),
            origin=Origin.EXTRACTIVE,
            findings=tuple(findings),
        ),
        sections=sections,
        verification=Verification(),
        run=Run(
            engine=EXTERNAL,
            started_at="",
            seconds=0.0,
            units=UnitsByOrigin(extractive=len(told)),
        ),
    )
    if verdict is not None:
        return report
    findings += [render(fault, lang) for fault in left_out(report, index)]
    overview = report.overview.model_copy(update={"findings": tuple(findings)})
    return report.model_copy(update={"overview": overview})


def _section(unit: Unit, analysis: Analysis, parts: Mapping[str, Sequence[Part]]) -> Section | None:
    """The section of a unit where the summary speaks of it or of a unit below."""
    if not any(below.id in parts for below in unit.walk()):
        return None
    inline = [child for child in unit.children if child.is_leaf and child.inline]
    leaves = inline if unit.children else [unit]
    below = (_section(child, analysis, parts) for child in unit.children if child not in inline)
    own = parts.get(unit.id, ()) if unit.children else ()
    return Section(
        id=unit.id,
        marker=unit.marker,
        level=unit.level,
        heading=unit.heading,
        problem=unit.problem,
        span=assembly.span(unit.span),
        summary="\n".join(part.text for part in own),
        origin=Origin.EXTRACTIVE,
        findings=tuple(finding for part in own for finding in part.findings),
        sections=tuple(section for section in below if section is not None),
        measures=tuple(
            _measure(leaf, analysis, parts[leaf.id]) for leaf in leaves if leaf.id in parts
        ),
    )


def _measure(unit: Unit, analysis: Analysis, parts: Sequence[Part]) -> Measure:
    anchors = analysis.anchors_of(unit)
    findings = tuple(finding for part in parts for finding in part.findings)
    return Measure(
        id=unit.id,
        marker=unit.marker or None,
        heading=unit.heading,
        span=assembly.span(unit.span),
        summary="\n".join(part.text for part in parts),
        origin=Origin.EXTRACTIVE,
        category=Category.OTHER,
        status=Status.PLANNED if unit.plan else Status.REPORTED,
        figures=tuple(assembly.figure(f) for f in anchors.figures if not f.non_quantity),
        dates=assembly.dates(anchors),
        documents=assembly.documents(anchors),
        verdict=worst([finding.verdict for finding in findings]) if findings else Verdict.SUPPORTED,
        findings=findings,
    )
