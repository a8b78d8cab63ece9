"""Below the page on a terminal: the tree of sections, their measures in points, the checks.

A sign before a line tells what it is: • a point, - a field or a problem, ! ? ≈ ✗ what is to be
said of a point. A line without a sign is a heading or the summary of a section.
"""

from __future__ import annotations

from typing import NamedTuple

from summarizer.models import Measure, Report, Section
from summarizer.output import phrases, told
from summarizer.output.places import Places
from summarizer.output.text.canvas import LOOKS, Canvas
from summarizer.output.text.findings import draw_findings, draw_verification
from summarizer.vocabulary import Severity, Status, label

_TWO = 2  # points need lines of their own


def draw_rest(canvas: Canvas, report: Report) -> None:
    """Sections, with `full` their measures too, then findings, omissions and audit."""
    frame = _Frame(report.run.engine, Places(report, canvas.style.lang), _unsaid(report))
    for section in report.sections:
        _section(canvas, section, 0, frame)
    draw_verification(canvas, report)


class _Frame(NamedTuple):
    """What holds for every line: who wrote the report, its places, the statuses that go unsaid."""

    engine: str
    places: Places
    unsaid: frozenset[Status]


def _unsaid(report: Report) -> frozenset[Status]:
    """That something was done, and what the page says of all: everything in a law is to come."""
    statuses = {point.status for measure in report.measures for point in measure.points}
    return frozenset((Status.REPORTED, *(statuses if len(statuses) == 1 else ())))


def _section(canvas: Canvas, section: Section, depth: int, frame: _Frame) -> None:
    indent = depth * 2
    alone = told.repeats_child(section)
    full = canvas.style.detail == "full"
    name = phrases.name(section.marker, section.heading, "")
    listed = full and alone and all(_in_one_line(measure) for measure in section.measures)
    if not listed:
        canvas.gap()
        look = "bold" if depth else "bold cyan"
        canvas.add(f"{section.id} {name}".strip(), indent=indent, look=look)
    problem = phrases.clean(section.problem or "")
    if problem and problem not in name:
        text = f"{canvas.word('problem')}{canvas.word(': ')}{problem}"
        canvas.add(text, indent=indent + 2, mark="- ", look="italic")
    summary = told.said_only_above(section) if full else section.summary
    if summary and not alone:
        mark = _extract(canvas) if told.is_foreign(section, frame.engine) else ""
        canvas.add(phrases.clean(summary) + mark, indent=indent + 2)
    draw_findings(canvas, section.findings, indent + 2, frame.places)
    for item in told.inside(section):
        if isinstance(item, Section):
            _section(canvas, item, depth + 1, frame)
        elif full:
            step = 0 if listed else 2
            _measure(canvas, item, indent + step, frame, named=listed or not alone)
        elif alone:
            canvas.add(phrases.clean(item.summary), indent=indent + 2)


def _in_one_line(measure: Measure) -> bool:
    """Whether the name of a measure is but its number, or what its one point says again."""
    return len(measure.points) < _TWO and measure.summary.startswith(measure.heading or "")


def _measure(canvas: Canvas, measure: Measure, indent: int, frame: _Frame, *, named: bool) -> None:
    lang = canvas.style.lang
    points = told.told_points(measure, frame.engine)
    listed = named and _in_one_line(measure)
    heading = None if listed else measure.heading
    name = f"{measure.id} {phrases.name(measure.marker, heading, '')}".strip()
    if named and not listed:
        canvas.add(name, indent=indent, look="bold")
    for item in points:
        status = item.point.status
        tags = [] if status in frame.unsaid else [label(status, lang)]
        tags += [canvas.word("extract")] if item.foreign else []
        tail = f" 〔{canvas.word(', ').join(tags)}〕" if tags else ""
        text = phrases.clean(item.point.text) + tail
        if listed:
            canvas.add(f"{name} {text}", indent=indent)
        else:
            canvas.add(text, indent=indent, mark="• ")
    details = (
        ("actors", [phrases.clean(actor) for actor in measure.actors]),
        ("documents", phrases.documents(told.untold_documents(measure, points))),
        ("fields", phrases.own_fields(measure)),
    )
    for term, texts in details:
        if texts:
            line = f"{canvas.word(term)}{canvas.word(': ')}{canvas.word('; ').join(texts)}"
            canvas.add(line, indent=indent + 2, mark="- ", look="dim")
    for fallen in measure.rejected:
        why = canvas.word("()").format(phrases.clean(fallen.reason))
        line = f"{canvas.word('rejected')}{canvas.word(': ')}{phrases.clean(fallen.text)}{why}"
        canvas.add(line, indent=indent + 2, mark="✗ ", look=LOOKS[Severity.WARNING])
    draw_findings(canvas, measure.findings, indent + 2, frame.places)


def _extract(canvas: Canvas) -> str:
    return f" 〔{canvas.word('extract')}〕"
