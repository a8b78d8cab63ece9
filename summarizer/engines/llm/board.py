"""Where one report stands: what is settled, what is open, and the drafts in the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarizer.analysis import Analysis
from summarizer.engines.base import (
    DraftChecker,
    Drafts,
    MeasureDraft,
    OverviewDraft,
    Progress,
    ProgressListener,
    SectionDraft,
    Usage,
)
from summarizer.engines.extractive import draft_measure, overview, section_summary
from summarizer.engines.llm.answers import Item, UnitAnswer
from summarizer.engines.llm.completion import CallStats
from summarizer.engines.llm.fallback import measure_fallback, section_fallback
from summarizer.engines.llm.memory import Memory
from summarizer.engines.llm.questions import Question, QuestionMaker, walk_with_paths
from summarizer.engines.llm.reasks import Settled, Trial, contradictions
from summarizer.engines.llm.rollup import measure_draft
from summarizer.models import Finding
from summarizer.settings import Settings
from summarizer.vocabulary import Origin


class Board:
    """The questions of one report, and their ends by key."""

    def __init__(
        self,
        analysis: Analysis,
        maker: QuestionMaker,
        memory: Memory,
        check: DraftChecker | None,
        progress: ProgressListener | None,
        stats: Callable[[], CallStats],
        settings: Settings,
    ) -> None:
        self._analysis = analysis
        self._units = {unit.id: unit for unit in analysis.outline.walk()}
        self._problems = {
            unit.id: next((above.problem for above in (unit, *reversed(path)) if above.problem), "")
            for unit, path in walk_with_paths(analysis.outline.units)
        }
        self._parts = maker.units()
        self._sections = maker.sections()
        self._memory = memory
        self._checker = check
        self._progress = progress
        self._stats = stats
        self._settings = settings
        self._carried: dict[str, Trial] = {}
        self._measures: dict[str, MeasureDraft] = {}
        self._excerpts: dict[str, MeasureDraft] = {}
        self._leaves_of: dict[str, list[str]] = {}
        for unit_id, parts in self._parts.items():
            for part in parts:
                self._leaves_of.setdefault(part.key, []).append(unit_id)
        self._open = {unit_id: len(parts) for unit_id, parts in self._parts.items()}
        self._done = 0
        self.settled: dict[str, Settled] = {}
        self.cache_hits = 0

    @property
    def refused(self) -> int:
        """How many leaves a provider declined."""
        return sum(
            any(self._end(part).failure == "refused" for part in parts)
            for parts in self._parts.values()
        )

    def recall(self) -> None:
        """Settle what is known already; known answers are checked again."""
        for question in self._all():
            if question.key in self.settled or question.key in self._carried:
                continue
            known = self._memory.recall(question)
            if known is None:
                continue
            self.cache_hits += 1
            trial = Trial.of(question)
            found = contradictions(self.check, question, known.item)
            if not found:
                self.settle(Settled(question, known.item))
            elif known.tries >= self._settings.reasks:
                self.settle(trial.contradicted(known, found).given_up("contradicted"))
            else:
                self._carried[question.key] = trial.contradicted(known, found)
        if not self._parts:
            # Nothing to summarise: no call can help.
            for question in self._sections:
                self.settle(Settled(question))
        self.tell()

    def open_units(self) -> list[Trial]:
        """What is to be asked of units: each text once, in reading order."""
        return self.trials([part for parts in self._parts.values() for part in parts])

    def open_sections(self) -> list[Trial]:
        """What is to be asked of sections and of the whole report."""
        return self.trials(self._sections)

    def trials(self, questions: Sequence[Question]) -> list[Trial]:
        """The trials of the questions that are not settled; one for questions of one key."""
        found: dict[str, Trial] = {}
        for question in questions:
            if question.key not in self.settled and question.key not in found:
                carried = self._carried.get(question.key)
                found[question.key] = carried.about(question) if carried else Trial.of(question)
        return list(found.values())

    def covered(self, trials: Sequence[Trial]) -> list[Question]:
        """The open sections whose units are all among these trials."""
        asked = {id(trial.question) for trial in trials}
        return [
            question
            for question in self._sections
            if question.key not in self.settled
            and question.key not in self._carried
            and all(id(part) in asked for leaf in question.members for part in self._parts[leaf])
        ]

    def check(self, question: Question, item: Item) -> tuple[Finding, ...]:
        """What the injected checker says of an item."""
        if self._checker is None:
            return ()
        if isinstance(item, UnitAnswer):
            span = self._units[question.unit_id].span
            draft: MeasureDraft | SectionDraft | OverviewDraft = measure_draft(
                question.unit_id, span, [question], [item]
            )
        elif not question.unit_id:
            draft = OverviewDraft(item.summary, Origin.LLM)
        else:
            draft = SectionDraft(question.unit_id, item.summary, Origin.LLM)
        return self._checker(question.unit_id, draft)

    def settle(self, settled: Settled) -> None:
        """Take the end of a question."""
        self.settled[settled.question.key] = settled
        for unit_id in self._leaves_of.get(settled.question.key, ()):
            self._open[unit_id] -= 1
            self._done += not self._open[unit_id]
        self.tell()

    def carry(self, trial: Trial) -> None:
        """Remember why a section will have to be asked again."""
        self._carried[trial.question.key] = trial

    def tell(self) -> None:
        """Tell the listener how far the run is: leaves done, calls in flight, tokens so far."""
        if self._progress is None:
            return
        stats = self._stats()
        tokens = stats.prompt_tokens + stats.completion_tokens
        self._progress(Progress(self._done, len(self._parts), stats.in_flight, tokens))

    def summaries(self) -> dict[str, str]:
        """The summary of every leaf, and of the sections that are settled; by unit id."""
        found = {unit_id: self._measure(unit_id).summary for unit_id in self._parts}
        for question in self._sections:
            settled = self.settled.get(question.key)
            if settled is not None and settled.item is not None and question.unit_id:
                found[question.unit_id] = settled.item.summary
        return found

    def drafts(self, usage: Usage, prompt_digest: str) -> Drafts:
        """All drafts, once everything is settled."""
        measures = {unit_id: self._measure(unit_id) for unit_id in self._parts}
        sections = {
            draft.id: SectionDraft(draft.id, draft.summary, draft.origin, findings=draft.findings)
            for draft in measures.values()
        }
        told = OverviewDraft("", Origin.EXTRACTIVE)
        for question in self._sections:
            draft = self._section(question)
            if isinstance(draft, OverviewDraft):
                told = draft
            else:
                sections[draft.id] = draft
        return Drafts(
            measures=measures,
            overview=told,
            sections=sections,
            usage=usage,
            model=self._settings.model,
            prompt_digest=prompt_digest,
        )

    def _all(self) -> list[Question]:
        return [part for parts in self._parts.values() for part in parts] + self._sections

    def _end(self, question: Question) -> Settled:
        return self.settled[question.key]

    def _measure(self, unit_id: str) -> MeasureDraft:
        if unit_id not in self._measures:
            parts = self._parts[unit_id]
            ends = [self._end(part) for part in parts]
            answers = [end.item for end in ends if isinstance(end.item, UnitAnswer)]
            self._measures[unit_id] = (
                measure_draft(unit_id, self._units[unit_id].span, parts, answers)
                if len(answers) == len(parts)
                else measure_fallback(self._excerpt(unit_id), ends, self._settings.lang)
            )
        return self._measures[unit_id]

    def _section(self, question: Question) -> SectionDraft | OverviewDraft:
        end = self._end(question)
        if end.item is not None:
            if not question.unit_id:
                return OverviewDraft(end.item.summary, Origin.LLM)
            return SectionDraft(question.unit_id, end.item.summary, Origin.LLM)
        excerpts = {leaf: self._excerpt(leaf) for leaf in question.members}
        unit = self._units.get(question.unit_id)
        if unit is None:
            return section_fallback(overview(self._analysis, excerpts), end, self._settings.lang)
        return section_fallback(
            section_summary(self._analysis, unit, excerpts), end, self._settings.lang
        )

    def _excerpt(self, unit_id: str) -> MeasureDraft:
        """The extractive draft of a leaf."""
        if unit_id not in self._excerpts:
            self._excerpts[unit_id] = draft_measure(
                self._analysis, self._units[unit_id], problem=self._problems[unit_id] or ""
            )
        return self._excerpts[unit_id]
