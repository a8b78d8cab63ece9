"""The measures as JSON Lines."""

from __future__ import annotations

from pathlib import Path

from summarizer.models import Report
from summarizer.models.values import legible
from summarizer.output import many, phrases
from summarizer.output.published import MeasureLine, Step
from summarizer.output.style import Style


def render(report: Report, style: Style) -> str:
    """Each measure on a line of its own, with its source and the sections it stands in."""
    lines = []
    for path, measure in phrases.walk(report.sections):
        line = MeasureLine(
            source=report.source.name,
            sha256=report.source.sha256,
            path=tuple(Step(id=s.id, marker=s.marker, heading=s.heading) for s in path),
            problem=phrases.problem_of(path),
            measure=measure,
        )
        lines.append(legible(line.model_dump_json(by_alias=True)) + "\n")
    return "".join(lines)


def gather(path: Path, style: Style) -> many.Stream:
    """The lines of many reports in one file."""
    return many.Stream(path, "", lambda report: render(report, style))
