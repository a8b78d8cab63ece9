"""From outcomes to drafts: what the model said, else the source's own words with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.analysis import Analysis
from summarizer.anchors.records import Figure
from summarizer.engines.base import (
    Drafts,
    MeasureDraft,
    OpenDraft,
    OverviewDraft,
    SectionDraft,
    Usage,
)
from summarizer.engines.digest import key_figures, open_items, rank_figures
from summarizer.engines.extractive import (
    Weigher,
    draft_measure,
    overview,
    own_points,
    section_summary,
)
from summarizer.engines.llm.answer.drafts import measure_draft
from summarizer.engines.llm.answer.models import SectionAnswer, UnitAnswer
from summarizer.engines.llm.answer.own_fields import answers_of
from summarizer.engines.llm.ask.attempt import Outcome
from summarizer.engines.llm.fallback import measure_fallback, rejected_of, section_fallback
from summarizer.engines.llm.tasks.material import Said
from summarizer.engines.llm.tasks.planner import repeats_its_child, walk_with_paths
from summarizer.engines.llm.tasks.task import SummaryTask
from summarizer.models.fields import MeasureFields
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Lang, Origin

_FIGURES_A_SECTION = 1
"""Told besides the sentences that a section is written from: a figure without its sentence is
easily put to the wrong thing."""
_OPEN_TOLD = 6
"""Open items that the overview is written from: the list itself is printed beside it."""


@dataclass(slots=True)
class Drafting:
    """Makes the drafts of one report."""

    analysis: Analysis
    lang: Lang
    fields: type[MeasureFields] | None = None
    _units: dict[str, Unit] = field(init=False)
    _problems: dict[str, str] = field(init=False)
    _weigher: Weigher = field(init=False)
    _measures: dict[str, MeasureDraft] = field(init=False, default_factory=dict)
    _excerpts: dict[str, MeasureDraft] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        outline = self.analysis.outline
        self._units = {unit.id: unit for unit in outline.walk()}
        self._weigher = Weigher(self.analysis)
        self._problems = {
            unit.id: _problem((*path, unit)) for unit, path in walk_with_paths(outline.units)
        }

    def measure(self, unit_id: str, ends: Sequence[Outcome]) -> MeasureDraft:
        """The draft of a leaf whose parts are all settled."""
        if unit_id not in self._measures:
            self._measures[unit_id] = self._measure(unit_id, ends)
        return self._measures[unit_id]

    def _measure(self, unit_id: str, ends: Sequence[Outcome]) -> MeasureDraft:
        answers = [end.item for end in ends if isinstance(end.item, UnitAnswer)]
        written = any(answer.points for answer in answers)
        if len(answers) == len(ends) and answers:
            tasks = [self._own_task(end, unit_id) for end in ends]
            draft = measure_draft(tasks, answers, self.analysis.document.view, rejected_of(ends))
            draft = self._with_own_fields(draft, answers)
            if written:
                return draft
            stood_in = replace(
                self._excerpt(unit_id),
                category=draft.category,
                actors=draft.actors,
                labels=draft.labels,
                extra=draft.extra,
                findings=draft.findings,
            )
            return measure_fallback(stood_in, ends, self.lang)
        return measure_fallback(self._excerpt(unit_id), ends, self.lang)

    def _with_own_fields(self, draft: MeasureDraft, answers: Sequence[UnitAnswer]) -> MeasureDraft:
        if self.fields is None:
            return draft
        given = [answer.extra for answer in answers]
        extra, misfits = answers_of(self.fields, given, self.lang)
        return replace(draft, extra=extra, findings=(*draft.findings, *misfits))

    def _own_task(self, end: Outcome, unit_id: str) -> SummaryTask:
        """The task of this unit: a twin's answer is told at the unit's own place."""
        task = end.task
        if task.unit_id == unit_id:
            return task
        unit = self._units[unit_id]
        return replace(task, unit_id=unit_id, span=unit.span, anchors=())

    def said(self, unit_id: str, ends: Sequence[Outcome]) -> Said:
        """What a settled leaf says, for what stands above it."""
        sentences = [point.text for point in self.measure(unit_id, ends).points]
        weightiest = max(sentences, key=lambda text: sum(map(str.isdigit, text)), default="")
        return Said("".join(sentences), weightiest)

    def weighty(
        self, parts: Mapping[str, Sequence[Outcome]], above: Sequence[SummaryTask]
    ) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...], tuple[str, ...]]:
        """The key figures of each section, those of the whole report, and what is open."""
        ranked = rank_figures(self.analysis)
        of_section = {}
        for task in above:
            if task.kind == "section":
                span = self._units[task.unit_id].span
                inside = [
                    row.figure for row in ranked if row.worth > 0 and row.figure.span.start in span
                ]
                of_section[task.unit_id] = tuple(map(_named, inside[:_FIGURES_A_SECTION]))
        starts = set(key_figures(self.analysis))
        whole = tuple(_named(r.figure) for r in ranked if r.figure.span.start in starts)
        measures = {unit_id: self.measure(unit_id, ends) for unit_id, ends in parts.items()}
        still_open = self._open(measures)[:_OPEN_TOLD]
        return of_section, whole, tuple(item.text for item in still_open)

    def _open(self, measures: Mapping[str, MeasureDraft]) -> tuple[OpenDraft, ...]:
        own = {
            unit.id: own_points(self.analysis, unit)
            for unit in self._units.values()
            if unit.own and not unit.is_leaf
        }
        return open_items(self.analysis, measures, own)

    def drafts(
        self,
        parts: Mapping[str, Sequence[Outcome]],
        above: Mapping[str, Outcome],
        *,
        usage: Usage,
        model: str | None,
        prompt_digest: str,
    ) -> Drafts:
        """All drafts, once everything is settled; `above` by unit id, the whole report's empty."""
        measures = {unit_id: self.measure(unit_id, ends) for unit_id, ends in parts.items()}
        sections: dict[str, SectionDraft] = {}
        for unit in reversed(list(self.analysis.outline.walk())):
            if not (unit.is_leaf and unit.inline):
                sections[unit.id] = self._section(unit, measures, sections, above)
        return Drafts(
            measures=measures,
            sections=dict(reversed(sections.items())),
            overview=self._overview(measures, above.get("")),
            usage=usage,
            model=model,
            prompt_digest=prompt_digest,
        )

    def _section(
        self,
        unit: Unit,
        measures: Mapping[str, MeasureDraft],
        below: Mapping[str, SectionDraft],
        above: Mapping[str, Outcome],
    ) -> SectionDraft:
        if unit.is_leaf:
            draft = measures[unit.id]
            headline = section_summary(self.analysis, unit, measures, self._weigher).headline
            return SectionDraft(unit.id, draft.summary, draft.origin, headline, draft.findings)
        if repeats_its_child(unit):
            # What can be said of it is said of its child, and not twice.
            child = unit.children[0]
            told = below.get(child.id) or section_summary(
                self.analysis, child, measures, self._weigher
            )
            return SectionDraft(unit.id, "", told.origin, told.headline)
        outcome = above[unit.id]
        item = outcome.item
        if isinstance(item, SectionAnswer):
            return SectionDraft(unit.id, item.summary, Origin.LLM, item.headline)
        excerpts = {leaf.id: self._excerpt(leaf.id) for leaf in unit.walk() if leaf.is_leaf}
        return section_fallback(
            section_summary(self.analysis, unit, excerpts, self._weigher), outcome, self.lang
        )

    def _overview(
        self, measures: Mapping[str, MeasureDraft], outcome: Outcome | None
    ) -> OverviewDraft:
        key, still_open = key_figures(self.analysis), self._open(measures)
        if outcome is None:
            return OverviewDraft("", Origin.EXTRACTIVE, key, still_open)
        if outcome.item is not None:
            return OverviewDraft(outcome.item.text, Origin.LLM, key, still_open)
        excerpts = {unit_id: self._excerpt(unit_id) for unit_id in measures}
        draft = overview(self.analysis, excerpts, self._weigher)
        return section_fallback(replace(draft, key=key, open=still_open), outcome, self.lang)

    def _excerpt(self, unit_id: str) -> MeasureDraft:
        """The extractive draft of a leaf."""
        if unit_id not in self._excerpts:
            self._excerpts[unit_id] = draft_measure(
                self.analysis, self._units[unit_id], problem=self._problems[unit_id]
            )
        return self._excerpts[unit_id]


def _problem(path: Sequence[Unit]) -> str:
    """The nearest problem that is named above a unit, or by itself."""
    return next((unit.problem for unit in reversed(path) if unit.problem), "")


def _named(figure: Figure) -> str:
    """A figure with what it is a figure of."""
    return f"{figure.label}{figure.text}" if figure.label else figure.text
