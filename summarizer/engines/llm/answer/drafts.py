"""From answers to drafts."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.engines.base import MeasureDraft, PointDraft, RejectedPoint
from summarizer.engines.llm.answer.models import UnitAnswer
from summarizer.engines.llm.answer.places import place_of
from summarizer.engines.llm.tasks.points import MOST_POINTS
from summarizer.engines.llm.tasks.task import SummaryTask
from summarizer.reading.document import View
from summarizer.vocabulary import Category, Origin, Status


def measure_draft(
    parts: Sequence[SummaryTask],
    answers: Sequence[UnitAnswer],
    view: View,
    rejected: Sequence[RejectedPoint] = (),
) -> MeasureDraft:
    """The draft of a leaf from the answers to its parts, one for each, in reading order."""
    heaviest = max(zip(parts, answers, strict=True), key=lambda pair: pair[0].tokens)[1]
    labels: dict[int, str] = {}
    points: dict[str, PointDraft] = {}
    for task, answer in zip(parts, answers, strict=True):
        starts = {anchor.id: anchor.start for anchor in task.anchors}
        labels |= {starts[label.id]: label.label for label in answer.labels if label.id in starts}
        for point in answer.points:
            place = place_of(point.text, task.span, view)
            status = Status(point.status)
            points.setdefault(point.text, PointDraft(point.text, status, Origin.LLM, place))
    return MeasureDraft(
        id=parts[0].unit_id,
        points=_most_telling(list(points.values())),
        category=Category(heaviest.category),
        actors=tuple(dict.fromkeys(actor for answer in answers for actor in answer.actors)),
        labels=labels,
        rejected=tuple(rejected),
    )


def _most_telling(points: list[PointDraft]) -> tuple[PointDraft, ...]:
    """All of them; of an oversized unit those with the most figures, in reading order."""
    if len(points) <= MOST_POINTS:
        return tuple(points)
    digits = [sum(map(str.isdigit, point.text)) for point in points]
    ranked = sorted(range(len(points)), key=lambda place: (-digits[place], place))
    return tuple(points[place] for place in sorted(ranked[:MOST_POINTS]))
