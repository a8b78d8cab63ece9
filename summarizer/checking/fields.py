"""What a report publishes of the outline, the actors, the status and the source, checked.

Marker, heading, level, problem and span come from the outline, the facts of the source from the
document: any difference is a falsehood. Actors and status are an engine's judgement, and only
blamed where the source's words do not allow them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer import assembly
from summarizer import patterns as re
from summarizer.checking.equality import flat
from summarizer.checking.findings import Fault, Grade, Near
from summarizer.checking.index import SourceIndex
from summarizer.checking.scales import stages
from summarizer.checking.short_names import runs_through
from summarizer.checking.typed import differing
from summarizer.models import Measure, Section, Source
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range
from summarizer.vocabulary import Status, status_of
from summarizer.words import worded

_RANK = {
    Status.PROBLEM: 0,
    Status.PLANNED: 0,
    Status.IN_PROGRESS: 1,
    Status.ONGOING: 1,
    Status.REPORTED: 1,
    Status.MOSTLY_COMPLETED: 2,
    Status.COMPLETED: 3,
}
# A model may well call finished what was set up, issued or dealt with.
_ENDED = worded("statuses", "{ended}")
_PARTS = re.compile(r"[、,/;；·\s]+")
_FACTS = ("title", "issuer", "issued_on", "inspection", "characters", "noise")


def outline_faults(item: Measure | Section, unit: Unit, index: SourceIndex) -> tuple[Fault, ...]:
    """Every field of a measure or section that differs from its unit in the outline."""
    claim = f"{item.id} {item.marker or ''}{item.heading or ''}"
    fields: list[tuple[str, object, object, Range | None]] = [
        ("marker", item.marker or "", unit.marker, unit.marker_span),
        ("heading", item.heading, unit.heading, unit.heading_span),
        ("span", _shown(item.span.start, item.span.end), _shown(*unit.span), unit.marker_span),
    ]
    if isinstance(item, Section):
        fields.append(("problem", item.problem, unit.problem, unit.problem_span))
        fields.append(("level", item.level, unit.level, unit.marker_span))
    return tuple(
        differing(name, "outline", claim, (mine, theirs), _near(place or unit.marker_span, index))
        for name, mine, theirs, place in fields
        if mine != theirs
    )


def unknown_section(section: Section) -> Fault:
    """A section whose id no unit of the outline has."""
    claim = f"{section.id} {section.marker}{section.heading or ''}"
    return Fault("outline", Grade.WRONG, claim, "outline_unknown")


def actor_faults(measure: Measure, unit: Unit, index: SourceIndex) -> Iterator[Fault]:
    """Every actor that does not stand in the unit or above it; worse where nowhere at all."""
    scope = index.scope(unit)
    for actor in measure.actors:
        if all(scope.states(part) for part in _parts(actor)):
            continue
        known = all(
            part in index.report_flat or _abbreviates(part, index) for part in _parts(actor)
        )
        if known:
            yield Fault("name", Grade.DOUBTFUL, actor, "name_unknown")
        else:
            yield Fault("name", Grade.WRONG, actor, "actor_absent")


def points_fault(measure: Measure) -> Fault | None:
    """A status that is not the one which the measure's own points come to."""
    judged = status_of([point.status for point in measure.points])
    if not measure.points or measure.status is judged:
        return None
    details = {"mine": measure.status.value, "theirs": judged.value}
    return Fault("status", Grade.WRONG, measure.status.value, "status_field", None, None, details)


def status_fault(status: Status | None, unit: Unit, index: SourceIndex) -> Fault | None:
    """A status further along than the unit's words allow; judgements that they bear are free."""
    if status not in (Status.COMPLETED, Status.MOSTLY_COMPLETED):
        return None
    claim = status.value
    if unit.plan:
        return Fault("status", Grade.WRONG, claim, "status_plan")
    scope = index.scope(unit)
    words = [word for word in scope.own.statuses if word.status is not Status.REPORTED]
    best = max(words, key=lambda word: _RANK[word.status], default=None)
    stages_told = {word.step for word in stages().words(scope.own_flat)}
    done = max(stages_told, default=0) > 0 or _ENDED.search(scope.own_flat) is not None
    if best is not None and _RANK[best.status] < _RANK[status]:
        sure = status is Status.COMPLETED and not done
        grade = Grade.WRONG if sure else Grade.DOUBTFUL
        return Fault("status", grade, claim, "status_said", None, _near(best.span, index))
    if best is None and not done:
        grade = Grade.WRONG if 0 in stages_told else Grade.DOUBTFUL
        return Fault("status", grade, claim, "status_unsure")
    return None


def source_faults(source: Source, index: SourceIndex) -> tuple[Fault, ...]:
    """Every fact of the source that differs from the document read.

    Its name and encoding may be others: the same text can lie in another file.
    """
    document = index.document
    true = assembly.source(document)
    places = {
        "title": document.title_span,
        "issuer": document.issuer_span,
        "issued_on": document.issued_on_span,
    }
    return tuple(
        differing(name, "source", _told(mine), (_told(mine), _told(theirs)), _placed(place, index))
        for name in _FACTS
        if (mine := getattr(source, name)) != (theirs := getattr(true, name))
        for place in (places.get(name),)
    )


def _told(fact: object) -> str:
    """A fact in one line."""
    if fact is None or fact == ():
        return "—"
    if isinstance(fact, Sequence) and not isinstance(fact, str):
        return "、".join(_shown(item.span.start, item.span.end) for item in fact)
    dump = getattr(fact, "model_dump", None)
    if dump is None:
        return str(fact)
    return " ".join(str(value) for value in dump().values() if value)


def _parts(actor: str) -> list[str]:
    return [flat(part) for part in _PARTS.split(actor) if flat(part)]


def _abbreviates(actor: str, index: SourceIndex) -> bool:
    """True where the letters run, in their order, through a name of the report."""
    return any(runs_through(actor, name) for name in index.names)


def _near(span: Range, index: SourceIndex) -> Near:
    return Near(index.printed(span), span)


def _placed(span: Range | None, index: SourceIndex) -> Near | None:
    return _near(span, index) if span is not None else None


def _shown(start: int, end: int) -> str:
    return f"{start}–{end}"
