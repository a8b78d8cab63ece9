"""The one page: what a reader wants to know of a report in two minutes, whatever the format.

A format prints the parts as it likes; how many items each part may have is settled here, so that
the page stays a page: at most 45 lines of 80 cells, and at most 6 % of a long source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from summarizer import patterns as re
from summarizer.models import AuditFinding, Measure, OpenItem, Report, Section, Table
from summarizer.output import phrases
from summarizer.output.places import Places
from summarizer.output.quoted import Quoted
from summarizer.output.wording import word
from summarizer.reading.kinds import stands
from summarizer.vocabulary import Lang, Severity, Status, Verdict, label

MOST_KEY_FIGURES = 8  # as many as the digest ranks
MOST_OVERVIEW = 150
"""Characters of the overview: five or six lines of a terminal, half a minute's reading."""
_SENTENCE_ENDS = "。；！？"

# What a reader must hear of first; the order of the list of what is still open.
_OPEN_ORDER = (Status.PROBLEM, Status.IN_PROGRESS, Status.MOSTLY_COMPLETED, Status.PLANNED)
_PROGRESS_ORDER = (
    Status.COMPLETED,
    Status.MOSTLY_COMPLETED,
    Status.IN_PROGRESS,
    Status.ONGOING,
    Status.PLANNED,
    Status.PROBLEM,
    Status.REPORTED,
)
_SETTLED = (Status.COMPLETED, Status.MOSTLY_COMPLETED, Status.IN_PROGRESS, Status.PROBLEM)
_PROMISED_BY = 2  # the third line: a page may have room for no more
_MOST_TABLES = 8  # ids of them on one line
_SEVERAL = 2  # of one measure its own line tells the status
_FIGURE = re.compile(r"\d")
_ARTICLE = re.compile(r"第.+条")
_NAMES = re.compile("[^、等]+")  # of the parts that a headline names: 甲、乙等
_CELLS = 72  # of a line of 80 columns, less an id and its indent


@dataclass(frozen=True, slots=True)
class Line:
    """An item of the page: the ids it is looked up by, its words, and how it is to be seen.

    `tone` is a status, a verdict or a severity of the vocabularies; `depth` indents a section.
    `above` is what stands for a section above the lines of its parts, where `text` names them.
    """

    units: tuple[str, ...]
    text: str
    tone: str = ""
    depth: int = 0
    above: str = ""


@dataclass(frozen=True, slots=True)
class OnePage:
    """The parts of the page in their order; `*_left` count the items that found no room.

    `open_whole` is false where the page has only one line for an item of what is open.
    """

    title: str
    facts: tuple[str, ...]
    overview: str
    overview_is_extract: bool
    key_figures: tuple[Line, ...]
    progress: tuple[tuple[Status, int], ...]
    open: tuple[Line, ...]
    sections: tuple[Line, ...]
    look: tuple[Line, ...]
    checks: str
    accounting: str
    open_left: int = 0
    look_left: int = 0
    sections_left: int = 0
    open_whole: bool = True


def one_page(report: Report, lang: Lang) -> OnePage:
    """Everything that the page could tell of a report, with nothing left out yet."""
    places, quoted = Places(report, lang), Quoted(report)
    source, overview = report.source, report.overview
    inspected = phrases.inspection(source, lang)
    inspection = f"{word('inspection', lang)}{word(': ', lang)}{inspected}" if inspected else ""
    facts = (
        phrases.issued(source, lang),
        phrases.length(source, lang),
        inspection,
    )
    law = is_law(report)  # its norms are neither done nor left to do
    counted = Counter(measure.status for measure in (() if law else report.measures))
    if set(counted) == {Status.REPORTED}:  # figures and accounts: nothing of them is under way
        counted.clear()
    return OnePage(
        title=phrases.clean(source.title or source.name) or word("report", lang),
        facts=tuple(fact for fact in facts if fact),
        overview=shortened(phrases.clean(overview.summary), MOST_OVERVIEW),
        overview_is_extract=report.run.engine == "llm" and overview.origin == "extractive",
        key_figures=tuple(
            Line((item.unit,), quoted.line(item, lang))
            for item in overview.key_figures[:MOST_KEY_FIGURES]
        ),
        progress=tuple((s, counted[s]) for s in _PROGRESS_ORDER if counted[s]),
        open=_open(overview.open),
        sections=tuple(_sections(report.sections, 0, lang, law=law)),
        look=tuple(_look(report, places, lang, law=law)),
        checks=phrases.checks(report, lang),
        accounting=phrases.accounting(report, lang),
    )


def is_law(report: Report) -> bool:
    """True for a report of rules that stand: by its title, or by articles (第二条)."""
    if stands(report.source.title or ""):
        return True
    sections = (s for top in report.sections for s in top.walk())
    units: Iterable[Section | Measure] = (*sections, *report.measures)
    spans = {unit.span for unit in units if _ARTICLE.fullmatch(unit.marker or "")}
    articles = sum(span.end - span.start for span in spans)
    return articles > sum(top.span.end - top.span.start for top in report.sections) / 2


def shortened(text: str, most: int) -> str:
    """Whole sentences of at most `most` characters; a longer first sentence is cut and says so."""
    if len(text) <= most:
        return text
    stop = max(text.rfind(end, 0, most) for end in _SENTENCE_ENDS)
    if stop > 0:
        return text[: stop + 1].rstrip("；") + ("。" if text[stop] == "；" else "")
    return text[: most - 1] + "…"


def _open(items: Iterable[OpenItem]) -> tuple[Line, ...]:
    """What is open by status, with the weightiest promise of a figure among the first."""
    lines = [
        Line((item.unit,), phrases.clean(item.text), item.status)
        for item in sorted(items, key=lambda item: _open_rank(item.status))
    ]
    firm = (
        place
        for place, line in enumerate(lines)
        if line.tone == Status.PLANNED and _FIGURE.search(line.text)
    )
    first = next(firm, 0)
    if first > _PROMISED_BY:
        lines.insert(_PROMISED_BY, lines.pop(first))
    return tuple(lines)


def _open_rank(status: Status) -> int:
    return _OPEN_ORDER.index(status) if status in _OPEN_ORDER else len(_OPEN_ORDER)


def _sections(sections: Iterable[Section], depth: int, lang: Lang, *, law: bool) -> Iterable[Line]:
    """A line a section: its headline, else its heading; one without a result how far it is."""
    for section in sections:
        heading = phrases.clean(section.heading or "")
        told = phrases.clean(section.headline) or heading or phrases.clean(section.summary)
        how_far = "" if law else _how_far(section, told, lang)
        above = _without_parts(section, told)
        above += "" if law or not above else _how_far(section, above, lang)
        yield Line((section.id,), told + how_far, depth=depth, above=above)
        yield from _sections(section.sections, depth + 1, lang, law=law)


def _without_parts(section: Section, told: str) -> str:
    """The line of a section without the names of the parts that have lines of their own."""
    head, _, parts = told.partition("：")
    headings = [part.heading or "" for part in section.sections]
    named = all(any(name in heading for heading in headings) for name in _NAMES.findall(parts))
    return head if parts and named else ""


def _how_far(section: Section, told: str, lang: Lang) -> str:
    """How many measures a section has that tells no result, and how far they are.

    Where the line has no room for both, only how far they are, else what is said of their end.
    """
    held = [measure for inner in section.walk() for measure in inner.measures]
    if len(held) < _SEVERAL or _FIGURE.search(told):
        return ""
    counted = Counter(measure.status for measure in held)
    number = f"{len(held)} {word('measures', lang)}"
    every = [f"{label(s, lang)} {counted[s]}" for s in _PROGRESS_ORDER if counted[s]]
    settled = [f"{label(s, lang)} {counted[s]}" for s in _SETTLED if counted[s]]
    for parts in ([number, *every], every, [number, *settled], [number]):
        told_behind = word("()", lang).format(word(", ", lang).join(parts))
        if cell_len(told + told_behind) <= _CELLS:
            return told_behind
    return ""


def _look(report: Report, places: Places, lang: Lang, *, law: bool) -> Iterable[Line]:
    """What nobody should pass on without a look, worst first."""
    for unit, finding in phrases.all_findings(report):
        if finding.verdict is Verdict.CONTRADICTED:
            yield Line((unit,), places.finding(finding), Verdict.CONTRADICTED)
    # A table that could not be read is told once, with its caption, below.
    observed = [note for note in report.audit if note.kind != "table_unread"]
    loud = [note for note in observed if note.severity is not Severity.NOTE]
    yield from (_observed(note, places) for note in loud)
    yield from _unread([table for table in report.tables if not table.read], lang)
    rejected = [m.id for m in report.measures if m.rejected]
    if rejected:
        count = sum(len(m.rejected) for m in report.measures)
        yield Line(tuple(rejected), f"{word('rejected_points', lang)} {count}", Severity.WARNING)
    extracts = _extracts(report)
    if extracts:
        told = f"{word('fallen_back', lang)} {len(extracts)} {word('measures', lang)}"
        yield Line(tuple(extracts), told, Severity.WARNING)
    bare = [m.id for m in report.measures if _is_bare(m) and not law]
    if bare:
        yield Line(tuple(bare), f"{len(bare)} {word('bare_measures', lang)}", Severity.NOTE)
    yield from (_observed(note, places) for note in observed if note not in loud)


def _unread(tables: Sequence[Table], lang: Lang) -> Iterable[Line]:
    """The tables that could not be read in one line; why is told of a single one."""
    if not tables:
        return
    units = dict.fromkeys(filter(None, (table.unit for table in tables)))
    ids = word(", ", lang).join(table.id for table in tables[:_MOST_TABLES])
    ids += "…" if len(tables) > _MOST_TABLES else ""
    told = f"{word('unread_table', lang)} {ids}"
    if len(tables) == 1:
        told += f"{word(': ', lang)}{phrases.clean(tables[0].reason or '')}"
        if tables[0].caption:
            told += word('""', lang).format(phrases.clean(tables[0].caption))
    yield Line(tuple(units), told, Severity.WARNING)


def _observed(note: AuditFinding, places: Places) -> Line:
    units = dict.fromkeys(filter(None, (places.unit_at(span.start) for span in note.spans)))
    return Line(tuple(units), places.observation(note), note.severity)


def _extracts(report: Report) -> list[str]:
    if report.run.engine != "llm":
        return []
    return [m.id for m in report.measures if m.origin == "extractive"]


def _is_bare(measure: Measure) -> bool:
    """Told without anything that could be checked: no figure, no date, no document."""
    told = measure.figures or measure.dates or measure.documents
    return not told and measure.status is not Status.PLANNED


def progress_words(page: OnePage, lang: Lang) -> list[str]:
    """Each status with its number of measures; the last says that nothing is said of its end."""
    found = []
    for status, count in page.progress:
        hint = word("()", lang).format(word("not_told", lang)) if status is Status.REPORTED else ""
        found.append(f"{label(status, lang)}{hint} {count}")
    return found
