"""Whether an answer stands.

The answer is taken apart before it is validated, so that one bad unit does not cost the others:
what fits is kept, what does not is told by unit. What can be mended without asking is mended: a
sentence that is too long is told as two, actors and labels that the text does not bear are dropped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from summarizer.engines.llm.answer.models import (
    ITEMS,
    Answer,
    Item,
    LabelAnswer,
    OverviewAnswer,
    PointAnswer,
    SectionAnswer,
    UnitAnswer,
)
from summarizer.engines.llm.answer.wording import (
    has_markup,
    in_two,
    is_chinese,
    own_id,
    plain,
    share_told,
    tokens,
    within,
)
from summarizer.engines.llm.prompt import limits
from summarizer.engines.llm.prompt.reasons import Reason
from summarizer.engines.llm.prompt.rendering import Rendered
from summarizer.engines.llm.tasks.points import MOST_POINTS
from summarizer.engines.llm.tasks.task import SummaryTask

_LEAST_SHARED = 0.2
"""Of what a sentence says, at least so much must stand in its source in the same words (pairs of
characters, numbers). Of 94 recorded sentences about units of three reports, a third of them told to
use words of their own, none had less than 0.40; put to other units of these reports, 97 in a
hundred have less than 0.2."""
_LEAST_OF_A_HEADLINE = 0.05
"""A headline may be five words that sum up: anything in common will do."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What of an answer can be taken, and why the rest cannot; by id in the request."""

    taken: Mapping[str, Item]
    failed: Mapping[str, tuple[Reason, ...]]


def judge(answer: Answer, rendered: Rendered) -> Judged:
    """Validate an answer against the tasks that were asked. Never raises."""
    taken: dict[str, Item] = {}
    failed: dict[str, tuple[Reason, ...]] = {}
    for items, tasks in (
        (answer.units, rendered.units),
        (answer.sections, rendered.sections),
        (answer.overview, rendered.overview),
    ):
        given = _by_id(items)
        for name, task in tasks.items():
            candidates = given.get(name, [])
            if not candidates:
                failed[name] = (Reason.of("missing"),)
            elif len(candidates) > 1:
                failed[name] = (Reason.of("repeated"),)
            else:
                item = fit(candidates[0], task, _grounds(task, rendered))
                if isinstance(item, tuple):
                    failed[name] = item
                else:
                    taken[name] = item
    for name in _told_twice(taken, rendered):
        del taken[name]
        failed[name] = (Reason.of("same_words"),)
    return Judged(taken, failed)


def fit(candidate: object, task: SummaryTask, grounds: str = "") -> Item | tuple[Reason, ...]:
    """The item, mended, where it fits the task, else the reasons why not. `grounds` is all that it
    may speak of; nothing is compared where it is empty."""
    try:
        item = ITEMS[task.kind].model_validate(candidate)
    except ValidationError as error:
        faults = error.errors(include_input=False, include_url=False, include_context=False)
        fields = dict.fromkeys(".".join(str(part) for part in fault["loc"]) for fault in faults)
        return tuple(Reason.of("shape", field=plain(field)) for field in list(fields)[:5])
    if isinstance(item, UnitAnswer):
        return _fit_unit(item, task, grounds)
    summary = item.summary.strip()
    limit = limits.SECTION if isinstance(item, SectionAnswer) else limits.OVERVIEW
    reasons = _faults("summary", summary, limit, grounds)
    if isinstance(item, OverviewAnswer):
        return tuple(reasons) or item.model_copy(update={"summary": summary})
    headline = within(item.headline.strip().rstrip("。；，"), limits.HEADLINE.taken)
    reasons += _faults("headline", headline, limits.HEADLINE, grounds, _LEAST_OF_A_HEADLINE)
    return tuple(reasons) or item.model_copy(update={"summary": summary, "headline": headline})


def _fit_unit(item: UnitAnswer, task: SummaryTask, grounds: str) -> Item | tuple[Reason, ...]:
    points = _points(item.points)
    reasons: list[Reason] = []
    if not points:
        reasons.append(Reason.of("blank", field="points"))
    if len(item.points) > min(task.points + 1, MOST_POINTS):
        reasons.append(Reason.of("too_many", field="points", limit=task.points))
    for point in points:
        reasons += _faults("text", point.text, limits.POINT, grounds)
    if reasons:
        return tuple(dict.fromkeys(reasons))
    return item.model_copy(
        update={
            "points": points[:MOST_POINTS],
            "actors": _actors(item.actors, task),
            "labels": _labels(item.labels, task),
        }
    )


def _points(given: Sequence[PointAnswer]) -> tuple[PointAnswer, ...]:
    """The points with their full stops, each once, those that are too long told as two."""
    found: dict[str, PointAnswer] = {}
    for point in given:
        text = point.text.strip()
        if text and text[-1] not in "。！？":
            text = text.rstrip("；，、,;.") + "。"
        halves = in_two(text, limits.POINT.taken) if len(text) > limits.POINT.taken else None
        for part in halves or (text,):
            if part.strip("。 "):
                found.setdefault(part, point.model_copy(update={"text": part}))
    return tuple(found.values())


def _faults(
    field: str, text: str, limit: limits.Limit, grounds: str, least: float = _LEAST_SHARED
) -> list[Reason]:
    if not text.strip("。"):
        return [Reason.of("blank", field=field)]
    faults = []
    if not is_chinese(text):
        faults.append(Reason.of("not_chinese", field=field))
    if has_markup(text):
        faults.append(Reason.of("markup", field=field))
    if len(text) > limit.taken:
        faults.append(Reason.of("too_long", field=field, limit=limit.asked))
    if named := own_id(text, grounds):
        faults.append(Reason.of("own_id", value=plain(named)))
    if grounds and not faults and share_told(text, tokens(grounds)) < least:
        faults.append(Reason.of("foreign", value=plain(text)))
    return faults


def _labels(labels: Sequence[LabelAnswer], task: SummaryTask) -> tuple[LabelAnswer, ...]:
    known = {anchor.id for anchor in task.anchors}
    kept: dict[str, LabelAnswer] = {}
    for label in labels:
        text = label.label.strip()
        fits = 0 < len(text) <= limits.LABEL.taken and not has_markup(text)
        if label.id in known and fits and not own_id(text, ""):
            kept.setdefault(label.id, label.model_copy(update={"label": text}))
    return tuple(kept.values())


def _actors(actors: Sequence[str], task: SummaryTask) -> tuple[str, ...]:
    """The actors that the text names as they are written."""
    text = "".join(task.text.split())
    names = ("".join(actor.split()) for actor in actors)
    kept = [name for name in names if 1 < len(name) <= limits.ACTOR.taken and name in text]
    return tuple(dict.fromkeys(kept))[: limits.MOST_ACTORS]


def _by_id(items: Sequence[Any]) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for item in items:
        name = item.get("id") if isinstance(item, dict) else None
        if isinstance(name, str):
            found.setdefault(name.strip(), []).append({**item, "id": name.strip()})
    return found


def _grounds(task: SummaryTask, rendered: Rendered) -> str:
    """All of a request that an answer to a task may speak of."""
    below = [unit.text for unit in rendered.units.values() if unit.unit_id in task.members]
    below += [_grounds(part, rendered) for part in _parts(task, rendered)]
    lines = [line.text for line in task.lines]
    above = [*task.context, task.heading, task.problem, task.issue.title, task.issue.issuer]
    return "\n".join([task.text, *below, *lines, *task.figures, *task.open, *above])


def _parts(task: SummaryTask, rendered: Rendered) -> list[SummaryTask]:
    return [part for part in rendered.sections.values() if part.unit_id in task.parts]


def _told_twice(taken: Mapping[str, Item], rendered: Rendered) -> list[str]:
    """Answers word for word like another one's, although their sources are not alike."""
    asked = rendered.asked()
    by_text: dict[str, list[str]] = {}
    for name, item in taken.items():
        by_text.setdefault(item.text, []).append(name)
    return [
        name
        for names in by_text.values()
        for name in names
        if len({asked[other].text for other in names}) > 1 and asked[name].kind == "unit"
    ]
