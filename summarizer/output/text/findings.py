"""What checking found, on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.models import Finding, Report
from summarizer.output import phrases, told
from summarizer.output.places import Places
from summarizer.output.text.canvas import LOOKS, SIGNS, Canvas
from summarizer.vocabulary import EXTERNAL, Severity, Verdict

_MOST_OMITTED = 10  # by weight, a screen; the page and the JSON list all


def draw_findings(canvas: Canvas, findings: Iterable[Finding], indent: int, places: Places) -> None:
    """The doubts about a text, and what its engine says of it, each on a line of its own."""
    findings = tuple(findings)
    for item in told.notes(findings):
        canvas.add(places.finding(item), indent=indent, mark="! ", look=LOOKS[item.severity])
    for item in told.doubts(findings):
        _finding(canvas, item, phrases.verdict_of(item, canvas.style.lang), indent, places)


def draw_verification(canvas: Canvas, report: Report) -> None:
    """Counts, every doubt with its unit, the gravest omissions, and the source's own."""
    lang = canvas.style.lang
    places = Places(report, lang)
    canvas.gap()
    canvas.add(canvas.word("findings"), look="bold")
    canvas.add(phrases.checks(report, lang), indent=2, look="dim")
    shown = [
        (unit, item)
        for unit, item in phrases.all_findings(report)
        if item.verdict is not Verdict.SUPPORTED
    ]
    for unit, item in shown:
        # A paragraph of somebody's own text may speak of many units: each reason names its own.
        where = "" if report.run.engine == EXTERNAL else f"{unit or canvas.word('overview')} "
        _finding(canvas, item, f"{where}{phrases.verdict_of(item, lang)}", 2, places)
    if all(item.severity is Severity.NOTE for _, item in shown):
        _nothing_wrong(canvas, report)
    _omitted(canvas, report)
    if report.audit:
        canvas.gap()
        canvas.add(canvas.word("audit"), look="bold")
        for note in report.audit:
            canvas.add(
                places.observation(note),
                indent=2,
                mark=f"{SIGNS[note.severity]} ",
                look=LOOKS[note.severity],
            )


def _nothing_wrong(canvas: Canvas, report: Report) -> None:
    """Nothing read is never nothing wrong."""
    if report.verification.supported or report.verification.approximated:
        canvas.add(canvas.word("no_findings"), indent=2, mark="✓ ", look=LOOKS[Verdict.SUPPORTED])
    else:
        canvas.add(
            canvas.word("checked_nothing"), indent=2, mark="? ", look=LOOKS[Verdict.UNVERIFIABLE]
        )


def _finding(canvas: Canvas, item: Finding, lead: str, indent: int, places: Places) -> None:
    text = f"{lead}{canvas.word(': ')}{phrases.claimed(item, places.finding(item))}"
    canvas.add(text, indent=indent, mark=f"{SIGNS[item.verdict]} ", look=LOOKS[item.verdict])


def _omitted(canvas: Canvas, report: Report) -> None:
    omitted = report.verification.omitted
    if not omitted:
        return
    canvas.gap()
    canvas.add(f"{canvas.word('omitted')} ({len(omitted)})", look="bold")
    for item in omitted[:_MOST_OMITTED]:
        text = " ".join(part for part in (item.unit, item.label, item.text) if part)
        canvas.add(phrases.clean(text), indent=2, mark="• ", look="dim")
    if len(omitted) > _MOST_OMITTED:
        left = canvas.word("more_items").format(n=len(omitted) - _MOST_OMITTED)
        canvas.add(left, indent=2, look="dim")
