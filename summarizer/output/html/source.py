"""The right side of the page: the untouched source with its units and anchors marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from summarizer.models import Report, Span
from summarizer.output.html.markup import element, place, text
from summarizer.vocabulary import Verdict


def _places(report: Report) -> dict[tuple[int, int], tuple[str, bool]]:
    """Every place that something on the page points to → (its name, contradicted there)."""
    spans: list[tuple[Span, bool]] = []
    for measure in report.measures:
        spans += [(figure.span, False) for figure in measure.figures]
        spans += [(date.span, False) for date in measure.dates]
        spans += [(document.span, False) for document in measure.documents]
    spans += [(figure.span, False) for figure in report.overview.figures]
    spans += [(item.span, False) for item in report.verification.omitted]
    spans += [(span, False) for finding in report.audit for span in finding.spans]
    findings = [f for m in report.measures for f in m.findings]
    findings += [f for s in report.walk() for f in s.findings]
    findings += report.overview.findings
    for finding in findings:
        if finding.nearest is not None:
            spans.append((finding.nearest.span, finding.verdict is Verdict.CONTRADICTED))
    places: dict[tuple[int, int], tuple[str, bool]] = {}
    for span, wrong in spans:
        key = (span.start, span.end)
        places[key] = (place(span), wrong or places.get(key, ("", False))[1])
    return places


def _segments(
    length: int, places: dict[tuple[int, int], tuple[str, bool]], cuts: set[int]
) -> Iterator[tuple[int, int, list[str], bool]]:
    """The source cut wherever a place, unit or line starts or ends, with the places there."""
    ordered = sorted((start, end) for start, end in places if start < end)
    edges = cuts | {0, length}
    for start, end in ordered:
        edges |= {start, min(end, length)}
    bounds = sorted(edge for edge in edges if edge <= length)
    active: list[tuple[int, int]] = []
    upcoming = 0
    for start, end in pairwise(bounds):
        while upcoming < len(ordered) and ordered[upcoming][0] <= start:
            active.append(ordered[upcoming])
            upcoming += 1
        active = [span for span in active if span[1] > start]
        names = [places[span][0] for span in active]
        yield start, end, names, any(places[span][1] for span in active)


def render_source(report: Report) -> str:
    """The source as lines of marked text; every character of it, in order."""
    source = report.source.text if report.source.attached else ""
    places = _places(report)
    units = sorted((m.span.start, m.span.end, m.id) for m in report.measures)
    noise = sorted((n.span.start, n.span.end) for n in report.source.noise)
    cuts = {edge for start, end, _ in units for edge in (start, end)}
    cuts |= {edge for span in noise for edge in span}
    breaks = [index + 1 for index, char in enumerate(source) if char == "\n"]
    cuts |= set(breaks)
    line_starts = set(breaks)
    lines: list[str] = []
    line: list[str] = []
    unit_at = noise_at = 0
    for start, end, names, wrong in _segments(len(source), places, cuts):
        if start in line_starts:
            lines.append(element("p", "".join(line)))
            line = []
        content = text(source[start:end].rstrip("\r\n"))
        while unit_at < len(units) and units[unit_at][1] <= start:
            unit_at += 1
        while noise_at < len(noise) and noise[noise_at][1] <= start:
            noise_at += 1
        if names:
            classes = "a contradicted" if wrong else "a"
            content = element("span", content, classes=classes, data_s=" ".join(names))
        if unit_at < len(units) and units[unit_at][0] <= start < units[unit_at][1]:
            content = element("span", content, classes="u", data_u=units[unit_at][2])
        elif noise_at < len(noise) and noise[noise_at][0] <= start < noise[noise_at][1]:
            content = element("span", content, classes="noise")
        line.append(content)
    lines.append(element("p", "".join(line)))
    return "\n".join(lines)
