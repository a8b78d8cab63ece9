"""A whole report against its source: fresh findings, verdicts, coverage and audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from summarizer.analysis import Analysis
from summarizer.checking.audit import audit_index
from summarizer.checking.base import Statement
from summarizer.checking.coverage import verification_of
from summarizer.checking.field_messages import FIELD_KINDS
from summarizer.checking.fields import (
    actor_faults,
    outline_faults,
    points_fault,
    source_faults,
    status_fault,
    unknown_section,
)
from summarizer.checking.findings import Fault, render
from summarizer.checking.index import SourceIndex, index_of
from summarizer.checking.messages import MESSAGES
from summarizer.checking.placement import left_out, placement_faults, unplaced
from summarizer.checking.points import with_points
from summarizer.checking.statement import Checked, Tally, check_statement
from summarizer.checking.typed import overview_faults, typed_faults
from summarizer.engines.base import DraftChecker, MeasureDraft, OverviewDraft, SectionDraft
from summarizer.models import Finding, Measure, Overview, Report, Section
from summarizer.models.values import lean
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range
from summarizer.vocabulary import EXTERNAL, Lang, Verdict, worst

# Kinds that the checks make afresh; every other finding is the engine's own and is kept.
_NOTICES = frozenset({"located"})
_KINDS = (frozenset(MESSAGES) | FIELD_KINDS | {"change", "status", "sum", "qualifier"}) - _NOTICES
_OF_UNITS = frozenset({"analysis", "document", "units", "_starts", "by_id", "parents"})


class _Walk:
    """Checks the parts of one report and gathers what they come to."""

    def __init__(self, report: Report, index: SourceIndex, lang: Lang) -> None:
        self.index = index
        self.lang = lang
        self.tally = Tally()
        self.cited: set[Range] = set()
        self.foreign = report.run.engine == EXTERNAL
        self.placed = {} if self.foreign else placement_faults(report.measures, self.index)

    def take(self, checked: Checked) -> tuple[Finding, ...]:
        """Count what was checked; its findings."""
        self.tally += checked.tally
        self.cited |= checked.cited
        return checked.findings

    def told(self, faults: Iterable[Fault]) -> tuple[Finding, ...]:
        """Faults as findings, each wording once."""
        return tuple(dict.fromkeys(render(fault, self.lang) for fault in faults))

    def external(self, text: str) -> tuple[Finding, ...]:
        """The findings of a part of somebody's own summary: its claims are of the whole report."""
        statement = Statement(text, None, "overview")
        return self.take(check_statement(statement, self.index, self.lang))

    def measure(self, place: int, measure: Measure) -> Measure:
        unit = self.index.by_id.get(measure.id)
        if self.foreign:
            findings = self.external(measure.summary)
            verdict = worst([finding.verdict for finding in findings])
            return lean(measure.model_copy(update={"findings": findings, "verdict": verdict}))
        fresh = self.told(self.placed.get(place, ()))
        if unit is not None and not any(finding.kind == "invented" for finding in fresh):
            measure = with_points(measure, unit, self.index)
            statement = Statement(text=measure.summary, unit=unit)
            fresh += self.take(check_statement(statement, self.index, self.lang))
            fresh += self.told(self._fields(measure, unit))
        findings = _kept(measure.findings) + fresh
        verdict = worst([finding.verdict for finding in findings])
        return lean(measure.model_copy(update={"findings": findings, "verdict": verdict}))

    def _fields(self, measure: Measure, unit: Unit) -> Iterator[Fault]:
        yield from outline_faults(measure, unit, self.index)
        yield from typed_faults(measure, unit, self.index)
        yield from actor_faults(measure, unit, self.index)
        faults = points_fault(measure), status_fault(measure.status, unit, self.index)
        yield from (fault for fault in faults[: 1 if faults[0] else 2] if fault is not None)

    def section(self, section: Section, places: dict[int, int]) -> Section:
        unit = self.index.by_id.get(section.id)
        findings = _kept(section.findings)
        # A leaf's section may only repeat its measure, which is checked by itself.
        repeated = any(measure.summary == section.summary for measure in section.measures)
        if self.foreign:
            findings = self.external(section.summary) if section.summary else ()
        elif unit is not None and section.summary and not repeated:
            statement = Statement(text=section.summary, unit=unit, role="section")
            findings += self.take(check_statement(statement, self.index, self.lang))
        if unit is None:
            findings += self.told((unknown_section(section),))
        elif not self.foreign:
            findings += self.told(outline_faults(section, unit, self.index))
        below = {
            "sections": tuple(self.section(child, places) for child in section.sections),
            "measures": tuple(
                self.measure(places[id(measure)], measure) for measure in section.measures
            ),
        }
        return lean(section.model_copy(update={"findings": findings} | below))

    def overview(self, overview: Overview, missing: Iterable[Fault]) -> Overview:
        statement = Statement(text=overview.summary, unit=None, role="overview")
        checked = self.take(check_statement(statement, self.index, self.lang))
        faults = (*overview_faults(overview, self.index), *missing)
        findings = _kept(overview.findings) + checked + self.told(faults)
        return overview.model_copy(update={"findings": findings})


def check_report(
    report: Report, analysis: Analysis, lang: Lang = "zh", *, index: SourceIndex | None = None
) -> Report:
    """A copy of the report with fresh findings, verdicts, verification and audit; no model.

    Findings that an engine made itself are kept. The pairing of report and source is the
    caller's to check. `index` is used up. Deterministic; never raises on any text.
    """
    walk = _Walk(report, index or index_of(analysis), lang)
    places = {id(measure): place for place, measure in enumerate(report.measures)}
    sections = tuple(walk.section(section, places) for section in report.sections)
    missing = left_out(report, walk.index) if walk.foreign else unplaced(report, walk.index)
    faults = (*source_faults(report.source, walk.index), *missing)
    overview = walk.overview(report.overview, faults)
    checked = report.model_copy(
        update={
            "sections": sections,
            "overview": overview,
            "audit": audit_index(walk.index, lang),
        }
    )
    tally = _counted(checked, walk.tally)
    _let_go(walk.index)
    verification = verification_of(checked, walk.index, tally, frozenset(walk.cited))
    return checked.model_copy(update={"verification": verification})


def _let_go(index: SourceIndex) -> None:
    """Keep no more than the units: of a long report the facts are more than the report itself, and
    what was left out is told when every claim has been compared with them."""
    index.analysis.made.pop("index", None)  # whoever asks later has it made anew
    for name in vars(index).keys() - _OF_UNITS:
        delattr(index, name)


def check_draft(analysis: Analysis, lang: Lang = "zh") -> DraftChecker:
    """A checker of single drafts, for engines that ask again where one is contradicted."""
    index = index_of(analysis)

    def check(
        unit_id: str, draft: MeasureDraft | SectionDraft | OverviewDraft
    ) -> tuple[Finding, ...]:
        unit = index.by_id.get(unit_id)
        if not isinstance(draft, MeasureDraft):
            role: Literal["section", "overview"] = "section" if unit_id else "overview"
            return check_statement(Statement(draft.summary, unit, role), index, lang).findings
        statement = Statement(draft.summary, unit, "measure")
        found = check_statement(statement, index, lang).findings
        status = status_fault(draft.status, unit, index) if unit else None
        return (*found, render(status, lang)) if status is not None else found

    return check


def _kept(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.kind not in _KINDS)


def _counted(report: Report, claims: Tally) -> Tally:
    """The claims of the statements, and what is said of typed fields and of the whole."""
    verdicts = Counter(f.verdict for f in report.findings if f.span_in_summary is None)
    return claims + Tally(
        approximated=verdicts[Verdict.APPROXIMATED],
        unverifiable=verdicts[Verdict.UNVERIFIABLE],
        contradicted=verdicts[Verdict.CONTRADICTED],
    )
