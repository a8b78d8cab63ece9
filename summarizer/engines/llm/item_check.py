"""What the source contradicts in an answer, point by point, beside the source's own sentence."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.engines.base import DraftChecker, MeasureDraft, OverviewDraft, SectionDraft
from summarizer.engines.llm.answer.drafts import measure_draft
from summarizer.engines.llm.answer.models import Item, OverviewAnswer, UnitAnswer
from summarizer.engines.llm.answer.places import place_of
from summarizer.engines.llm.ask.attempt import Contradiction
from summarizer.engines.llm.tasks.task import SummaryTask
from summarizer.models import Finding
from summarizer.spans import Range
from summarizer.vocabulary import Origin, Verdict

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
_LONGEST = 160
"""Characters of the source beside a claim; of a longer sentence the clauses around the place."""


@dataclass(frozen=True, slots=True)
class AnswerChecker:
    """Checks the items of one report with the checker that was injected."""

    analysis: Analysis
    checker: DraftChecker

    def __call__(self, task: SummaryTask, item: Item) -> tuple[Contradiction, ...]:
        """What the source contradicts in an item, each point once for each reason."""
        if isinstance(item, UnitAnswer):
            found = self._of_points(task, item)
        else:
            found = [self._of_text(task, item.text, f) for f in self._findings(task, item)]
        return tuple(dict.fromkeys(found))

    def _findings(self, task: SummaryTask, item: Item) -> list[Finding]:
        found = [
            finding
            for draft in self._drafts(task, item)
            for finding in self.checker(task.unit_id, draft)
        ]
        return [finding for finding in found if finding.verdict is Verdict.CONTRADICTED]

    def _drafts(
        self, task: SummaryTask, item: Item
    ) -> tuple[MeasureDraft | SectionDraft | OverviewDraft, ...]:
        """What an item says, as it will stand in the report: the headline is a statement too."""
        if isinstance(item, UnitAnswer):
            return (measure_draft([task], [item], self.analysis.document.view),)
        if isinstance(item, OverviewAnswer):
            return (OverviewDraft(item.summary, Origin.LLM),)
        texts = (f"{item.headline.rstrip('。')}。", item.summary)
        return tuple(SectionDraft(task.unit_id, text, Origin.LLM) for text in texts if text)

    def _of_points(self, task: SummaryTask, item: UnitAnswer) -> list[Contradiction]:
        found: list[Contradiction] = []
        alone: dict[int, list[Finding]] = {}
        for finding in self._findings(task, item):
            place = _point_of(finding, item)
            places = [place] if place is not None else self._by_itself(finding, task, item, alone)
            for point in places:
                text = item.points[point].text
                source = self._source(finding) or self._told(text, task)
                found.append(Contradiction(point, text, source, finding.reason))
        return found

    def _by_itself(
        self,
        finding: Finding,
        task: SummaryTask,
        item: UnitAnswer,
        alone: dict[int, list[Finding]],
    ) -> list[int]:
        """The points that give such a finding on their own; all of them where none does."""
        for place, point in enumerate(item.points):
            if place not in alone:
                single = item.model_copy(update={"points": (point,)})
                alone[place] = self._findings(task, single)
        same = [p for p, given in alone.items() if any(f.kind == finding.kind for f in given)]
        return same or list(range(len(item.points)))

    def _of_text(self, task: SummaryTask, text: str, finding: Finding) -> Contradiction:
        sentences = [match.group() for match in _SENTENCE.finditer(text)]
        claim = next((s for s in sentences if finding.claim and finding.claim in s), text)
        return Contradiction(None, claim, self._source(finding), finding.reason)

    def _told(self, text: str, task: SummaryTask) -> str:
        view = self.analysis.document.view
        place = place_of(text, task.span, view)
        if place == task.span and len(task.text) > _LONGEST:
            return ""  # it stands above in the request, and nobody knows which part is meant
        return self._sentence(place)

    def _source(self, finding: Finding) -> str:
        if finding.nearest is None:
            return ""
        return self._sentence(Range(finding.nearest.span.start, finding.nearest.span.end))

    def _sentence(self, place: Range) -> str:
        """The sentence of the source around a range, in one line."""
        view = self.analysis.document.view
        start, end = view.slice(place)
        low = max(start - _LONGEST, 0)
        text = view.printed[low : end + _LONGEST]
        for match in _SENTENCE.finditer(text):
            if match.start() <= start - low < match.end():
                first, last = match.span()
                if last - first > _LONGEST:
                    first = max(first, start - low - _LONGEST // 2)
                    last = min(last, first + _LONGEST)
                return "".join(text[first:last].split())
        return "".join(view.printed[start:end].split())


def _point_of(finding: Finding, item: UnitAnswer) -> int | None:
    """The point in which a claim stands, where that can be told."""
    if finding.span_in_summary is not None:
        start = 0
        for place, point in enumerate(item.points):
            if start <= finding.span_in_summary.start < start + len(point.text):
                return place
            start += len(point.text)
    holding = [p for p, point in enumerate(item.points) if finding.claim in point.text]
    return holding[0] if finding.claim and len(holding) == 1 else None
