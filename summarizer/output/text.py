"""The report for a terminal: a tree of problems and measures, wrapped for Chinese."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from summarizer.models import Finding, Measure, Report, Section, Source
from summarizer.output import phrases
from summarizer.output.style import Style
from summarizer.output.wording import word
from summarizer.output.wrapping import wrap
from summarizer.vocabulary import Severity, Status, Verdict, label

Segments = list[tuple[str, str]]

_STATUS_STYLES = {
    Status.COMPLETED: "green",
    Status.MOSTLY_COMPLETED: "green",
    Status.IN_PROGRESS: "yellow",
    Status.ONGOING: "cyan",
    Status.PLANNED: "magenta",
    Status.REPORTED: "",
}
_VERDICTS = {
    Verdict.SUPPORTED: ("✓", "green"),
    Verdict.APPROXIMATED: ("≈", "yellow"),
    Verdict.UNVERIFIABLE: ("?", "yellow"),
    Verdict.CONTRADICTED: ("✗", "bold red"),
}
_SEVERITIES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_MOST_INDENT = 12
_MOST_OMITTED = 10


class _Page:
    """Lines of styled segments, wrapped to the width of the style."""

    def __init__(self, style: Style, source: str) -> None:
        self.style = style
        self.source = source
        self.lines: list[Segments] = []

    def add(self, text: str, *, indent: int = 0, mark: str = "", look: str = "") -> None:
        """`text` wrapped at `indent` cells, hanging behind the `mark` of its first line."""
        indent = min(indent, _MOST_INDENT)
        hang = indent + cell_len(mark)
        first: Segments = [(" " * indent, ""), (mark, f"bold {look}")]
        for line in wrap(text, self.style.width - hang):
            self.lines.append([*first, (line, look)])
            first = [(" " * hang, "")]

    def gap(self) -> None:
        """An empty line, never two."""
        if self.lines and self.lines[-1]:
            self.lines.append([])

    def word(self, term: str) -> str:
        """A label in the language of the page."""
        return word(term, self.style.lang)

    def text(self) -> str:
        """The page, coloured where that is wanted."""
        if self.style.colour:
            return _coloured(self.lines)
        return "".join("".join(t for t, _ in line).rstrip() + "\n" for line in self.lines)


def render(report: Report, style: Style) -> str:
    """The whole report; the accounting of the run is the last line."""
    page = _Page(style, report.source.text)
    _head(page, report.source)
    if report.overview.summary:
        page.gap()
        page.add(page.word("overview"), look="bold")
        page.add(phrases.clean(report.overview.summary), indent=2)
        _findings(page, report.overview.findings, 2)
    for section in report.sections:
        _section(page, section, 0)
    _verification(page, report)
    page.gap()
    page.lines.append([(phrases.accounting(report, style.lang), "dim")])
    return page.text()


def render_findings(report: Report, style: Style) -> str:
    """What `verify` prints: every finding with its unit, coverage and the audit of the source."""
    page = _Page(style, report.source.text)
    _verification(page, report, most_omitted=len(report.verification.omitted))
    return page.text().lstrip("\n")


def _head(page: _Page, source: Source) -> None:
    page.add(phrases.clean(source.title or source.name) or page.word("report"), look="bold")
    facts = [fact for fact in (source.issuer, source.issued_on) if fact]
    if told := source.inspection:
        period = "/".join(day for day in (told.from_, told.to) if day)
        parts = [part for part in (told.inspectors, period) if part]
        if told.feedback_on:
            parts.append(f"{page.word('feedback')} {told.feedback_on}")
        if parts:
            facts.append(f"{page.word('inspection')} {' '.join(parts)}")
    facts.append(f"{source.name} ({source.characters:,} {page.word('characters')})")
    page.add(phrases.clean(" · ".join(facts)), look="dim")


def _section(page: _Page, section: Section, depth: int) -> None:
    indent = depth * 2
    page.gap()
    name = phrases.name(section.marker, section.heading, section.id)
    page.add(name, indent=indent, look="bold" if depth else "bold cyan")
    problem = phrases.clean(section.problem or "")
    if problem and problem not in name:
        text = f"{page.word('problem')}{page.word(': ')}{problem}"
        page.add(text, indent=indent + 2, look="italic")
    alone = len(section.measures) == 1 and section.measures[0].id == section.id
    if section.summary and not alone:
        page.add(phrases.clean(section.summary), indent=indent + 2)
    _findings(page, section.findings, indent + 2)
    inside: list[Measure | Section] = sorted(
        [*section.measures, *section.sections], key=lambda item: item.span.start
    )
    for item in inside:
        if isinstance(item, Section):
            _section(page, item, depth + 1)
        else:
            _measure(page, item, indent + 2, named=not alone)


def _measure(page: _Page, measure: Measure, indent: int, *, named: bool) -> None:
    lang = page.style.lang
    flag = "" if measure.verdict is Verdict.SUPPORTED else _VERDICTS[measure.verdict][0] + " "
    own = phrases.clean((measure.marker or "") + (measure.heading or "")) if named else ""
    gap = " " if own and own[-1] not in "，。、：；,:.)）" else ""
    page.add(f"{own}{gap}{phrases.clean(measure.summary)}", indent=indent, mark=f"{flag}• ")
    facts = [label(measure.status, lang), label(measure.category, lang)]
    facts += [phrases.clean(actor) for actor in measure.actors]
    page.add(" · ".join(facts), indent=indent + 2, look=_STATUS_STYLES[measure.status] or "dim")
    details = (
        ("figures", phrases.figures(measure.figures, page.source)),
        ("documents", phrases.documents(measure.documents)),
    )
    for term, texts in details:
        if texts:
            line = f"{page.word(term)}{page.word(': ')}{page.word('; ').join(texts)}"
            page.add(line, indent=indent + 2, look="dim")
    _findings(page, measure.findings, indent + 2)


def _findings(page: _Page, findings: Iterable[Finding], indent: int) -> None:
    for item in findings:
        if item.verdict is Verdict.SUPPORTED:
            continue
        sign, look = _VERDICTS[item.verdict]
        page.add(phrases.finding(item, page.style.lang), indent=indent, mark=f"{sign} ", look=look)


def _verification(page: _Page, report: Report, most_omitted: int = _MOST_OMITTED) -> None:
    lang = page.style.lang
    page.gap()
    page.add(page.word("findings"), look="bold")
    page.add(phrases.checks(report, lang), indent=2, look="dim")
    shown = [
        (unit, item)
        for unit, item in phrases.all_findings(report)
        if item.verdict is not Verdict.SUPPORTED
    ]
    for unit, item in shown:
        sign, look = _VERDICTS[item.verdict]
        place = unit or page.word("overview")
        text = f"{place} {phrases.finding(item, lang)}"
        page.add(text, indent=2, mark=f"{sign} ", look=look)
    if all(item.verdict is Verdict.APPROXIMATED for _, item in shown):
        page.add(page.word("no findings"), indent=2, mark="✓ ", look="green")
    _omitted(page, report, most_omitted)
    if report.audit:
        page.gap()
        page.add(page.word("audit"), look="bold")
        for note in report.audit:
            page.add(
                phrases.observation(note, lang),
                indent=2,
                mark="• ",
                look=_SEVERITIES[note.severity],
            )


def _omitted(page: _Page, report: Report, most: int) -> None:
    omitted = report.verification.omitted
    if not omitted:
        return
    page.gap()
    page.add(f"{page.word('omitted')} ({len(omitted)})", look="bold")
    for item in omitted[:most]:
        text = " ".join(part for part in (item.unit, item.label, item.text) if part)
        page.add(phrases.clean(text), indent=2, mark="• ", look="dim")
    if len(omitted) > most:
        page.add(f"{page.word('more')} {len(omitted) - most}", indent=2, look="dim")


def _coloured(lines: Iterable[Segments]) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    sink = StringIO()
    console = Console(
        file=sink, force_terminal=True, color_system="standard", width=1_000, highlight=False
    )
    for line in lines:
        # Assembled, not parsed: square brackets in a report are text, never markup.
        text = Text.assemble(*((part, look.strip()) for part, look in line if part))
        console.print(text, no_wrap=True, overflow="ignore", crop=False)
    return sink.getvalue()
