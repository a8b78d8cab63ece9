"""The right side of the page: the untouched source with its units and places marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from summarizer.models import Measure, Report, Section, Span
from summarizer.output import phrases
from summarizer.output.html.markup import element, place, whole
from summarizer.vocabulary import Verdict

_BLOCK = 40
"""Lines of the source that are laid out together: about two screens."""

Places = dict[tuple[int, int], tuple[bool, bool]]
"""Every place that the page points to → (an anchor, not a passage; contradicted there)."""


def _places(report: Report, told: Iterable[Span], passages: Iterable[Span]) -> Places:
    spans: list[tuple[Span, bool, bool]] = [(span, True, False) for span in told]
    spans += [(span, False, False) for span in passages]
    holders: list[Measure | Section] = [*report.measures, *report.walk()]
    for holder in holders:
        spans += [(figure.span, True, False) for figure in holder.figures]
        spans += [(date.span, True, False) for date in holder.dates]
        spans += [(title.span, True, False) for title in holder.documents]
    for measure in report.measures:
        spans += [(point.span, False, False) for point in measure.points]
        spans.append((measure.span, False, False))
    spans += [(figure.span, True, False) for figure in report.overview.figures]
    spans += [(item.figure.span, True, False) for item in report.overview.key_figures]
    spans += [(item.span, False, False) for item in report.overview.open]
    spans += [(item.span, True, False) for item in report.verification.omitted]
    spans += [(table.span, False, False) for table in report.tables]
    for table in report.tables:
        cells = [cell for row in table.rows for cell in row]
        spans += [(cell.figure.span, True, False) for cell in cells if cell.figure]
    spans += [(span, False, False) for note in report.audit for span in note.spans]
    for _, finding in phrases.all_findings(report):
        if finding.nearest is not None:
            wrong = finding.verdict is Verdict.CONTRADICTED
            spans.append((finding.nearest.span, True, wrong))
    places: Places = {}
    for span, anchor, wrong in spans:
        key = (span.start, span.end)
        before = places.get(key, (False, False))
        places[key] = (before[0] or anchor, before[1] or wrong)
    return places


def _segments(
    length: int, places: Places, cuts: set[int]
) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
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
        yield start, end, active


def render_source(report: Report, told: Iterable[Span] = (), passages: Iterable[Span] = ()) -> str:
    """The source as lines of marked text; every character of it, in order.

    `told` are anchors and `passages` stretches that the page points to beside those of the report.
    """
    source = report.source.text if report.source.attached else ""
    places = _places(report, told, passages)
    units = sorted((m.span.start, m.span.end, m.id) for m in report.measures)
    noise = sorted((n.span.start, n.span.end) for n in report.source.noise)
    breaks = [index + 1 for index, char in enumerate(source) if char == "\n"]
    cuts = {edge for start, end, _ in units for edge in (start, end)}
    cuts |= {edge for span in noise for edge in span} | set(breaks)
    line_starts = set(breaks)
    lines: list[str] = []
    line: list[str] = []
    unit_at = noise_at = 0
    for start, end, held in _segments(len(source), places, cuts):
        if start in line_starts:
            lines.append(element("p", "".join(line)))
            line = []
        content = whole(source[start:end].rstrip("\r\n"))
        while unit_at < len(units) and units[unit_at][1] <= start:
            unit_at += 1
        while noise_at < len(noise) and noise[noise_at][1] <= start:
            noise_at += 1
        if held:
            content = _placed(content, held, places)
        if unit_at < len(units) and units[unit_at][0] <= start < units[unit_at][1]:
            content = element("span", content, classes="u", data_u=units[unit_at][2])
        elif noise_at < len(noise) and noise[noise_at][0] <= start < noise[noise_at][1]:
            content = element("span", content, classes="noise")
        line.append(content)
    lines.append(element("p", "".join(line)))
    # A browser lays out the blocks that are seen, not every line of a long report.
    blocks = ["\n".join(lines[at : at + _BLOCK]) for at in range(0, len(lines), _BLOCK)]
    return "\n".join(element("div", block, classes="block") for block in blocks)


def _placed(content: str, held: list[tuple[int, int]], places: Places) -> str:
    names = " ".join(place(Span(start=start, end=end)) for start, end in held)
    classes = ["s"]
    classes += ["a"] if any(places[span][0] for span in held) else []
    classes += ["contradicted"] if any(places[span][1] for span in held) else []
    return element("span", content, classes=" ".join(classes), data_s=names)
