"""The report as Markdown (CommonMark; nothing from the source acts as markup or HTML)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.models import Finding, Measure, Report, Section, Source, Span
from summarizer.output import phrases
from summarizer.output.style import Style
from summarizer.output.wording import word
from summarizer.vocabulary import Lang, Verdict, label

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~$&!]")
_BLOCK_START = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)]))")
_DEEPEST = 6
_AROUND = 20
# What is cut off at either end must not look like another figure, title or clause.
_CUT_HEAD = (
    re.compile(r"^(?:[^，,。；;：]*[，,。；;：]|[0-9０-９.．%％]*[年月日]?)"),
    re.compile(r"^[^《》]*》"),
)
_CUT_TAIL = (
    re.compile(r"(?:[，,。；;：][^，,。；;：]*|[0-9０-９.．]+)$"),
    re.compile(r"《[^《》]*$"),
)


def escape(text: str) -> str:
    """Text of the source or a model, on one line, so that it is shown as it stands."""
    text = _SPECIAL.sub(r"\\\g<0>", phrases.clean(text))
    match = _BLOCK_START.match(text)
    if match is None:
        return text
    if match[2].isdigit():
        return f"{text[: match.end()]}\\{text[match.end() :]}"
    return f"{match[1]}\\{text[match.end(1) :]}"


class _Notes:
    """Footnotes (as GitHub, Obsidian and Pandoc write them), one a place in the source."""

    def __init__(self, source: Source, lang: Lang) -> None:
        self.source = source.text
        self._lang = lang
        self._numbers: dict[Span, int] = {}

    def mark(self, span: Span) -> str:
        """The reference to the footnote of a place."""
        return f"[^{self._numbers.setdefault(span, len(self._numbers) + 1)}]"

    def lines(self) -> list[str]:
        """The footnotes: the place, and what stands around it where the source is attached."""
        return [f"[^{number}]: {self._told(span)}" for span, number in self._numbers.items()]

    def _told(self, span: Span) -> str:
        place = f"{word('text', self._lang)} {span.start}–{span.end}"
        if not self.source:
            return place
        before = self.source[max(0, span.start - _AROUND) : span.start]
        after = self.source[span.end : span.end + _AROUND]
        cited = self.source[span.start : span.end]
        for cut in _CUT_HEAD:
            before = cut.sub("", before, count=1)
        for cut in _CUT_TAIL:
            after = cut.sub("", after, count=1)
        return f"{place}{word(': ', self._lang)}…{escape(before + cited + after)}…"


def render(report: Report, style: Style) -> str:
    """The whole report with footnotes to the source, ending in the accounting of the run."""
    lang = style.lang
    source = report.source
    notes = _Notes(source, lang)
    lines = [f"# {escape(source.title or source.name) or word('report', lang)}", ""]
    lines += [f"- {fact}" for fact in _facts(source, lang)]
    lines += ["", f"## {word('overview', lang)}", "", escape(report.overview.summary)]
    lines += _findings(report.overview.findings, "", lang)
    for section in report.sections:
        lines += _section(section, 2, notes, lang)
    lines += _audit(report, lang)
    lines += ["", *notes.lines()]
    lines += ["", "---", "", escape(phrases.accounting(report, lang)), ""]
    return "\n".join(lines)


def _facts(source: Source, lang: Lang) -> list[str]:
    facts = [escape(fact) for fact in (source.issuer, source.issued_on) if fact]
    if told := source.inspection:
        parts = [told.inspectors, "/".join(day for day in (told.from_, told.to) if day)]
        if told.feedback_on:
            parts.append(f"{word('feedback', lang)} {told.feedback_on}")
        text = " ".join(part for part in parts if part)
        if text:
            facts.append(f"{word('inspection', lang)}{word(': ', lang)}{escape(text)}")
    size = f"{source.characters:,} {word('characters', lang)}"
    facts.append(f"{word('source', lang)}{word(': ', lang)}{escape(source.name)} ({size})")
    return facts


def _section(section: Section, level: int, notes: _Notes, lang: Lang) -> list[str]:
    name = phrases.name(section.marker, section.heading, section.id)
    lines = ["", f"{'#' * min(level, _DEEPEST)} {escape(name)}"]
    problem = phrases.clean(section.problem or "")
    if problem and problem not in name:
        lines += ["", f"**{word('problem', lang)}**{word(': ', lang)}{escape(problem)}"]
    alone = len(section.measures) == 1 and section.measures[0].id == section.id
    if section.summary and not alone:
        lines += ["", escape(section.summary)]
    lines += _findings(section.findings, "", lang)
    inside: list[Measure | Section] = sorted(
        [*section.measures, *section.sections], key=lambda item: item.span.start
    )
    listed = False
    for item in inside:
        if isinstance(item, Section):
            lines += _section(item, level + 1, notes, lang)
            listed = False
        else:
            lines += ([] if listed else [""]) + _measure(item, notes, lang, named=not alone)
            listed = True
    return lines


def _measure(measure: Measure, notes: _Notes, lang: Lang, *, named: bool) -> list[str]:
    own = phrases.clean((measure.marker or "") + (measure.heading or "")) if named else ""
    bold = f"**{escape(own)}** " if own else ""
    lines = [f"- {bold}{escape(measure.summary)}"]
    facts = [f"`{label(measure.status, lang)}`", label(measure.category, lang)]
    facts += [escape(actor) for actor in measure.actors]
    lines.append(f"  - {' · '.join(facts)}")
    details = (
        ("figures", [(phrases.figure(item, notes.source), item.span) for item in measure.figures]),
        ("documents", [(phrases.clean(item.title), item.span) for item in measure.documents]),
    )
    for term, cited in details:
        # A wording that comes again is told once, at its first place.
        places = dict(reversed(cited))
        told = [escape(text) + notes.mark(places[text]) for text in dict(cited)]
        if told:
            joined = word("; ", lang).join(told)
            lines.append(f"  - {word(term, lang)}{word(': ', lang)}{joined}")
    return lines + _findings(measure.findings, "  ", lang)


def _findings(findings: Iterable[Finding], indent: str, lang: Lang) -> list[str]:
    told = [item for item in findings if item.verdict is not Verdict.SUPPORTED]
    lines = [f"{indent}- ⚠ {escape(phrases.finding(item, lang))}" for item in told]
    return ["", *lines] if lines and not indent else lines


def _audit(report: Report, lang: Lang) -> list[str]:
    if not report.audit:
        return []
    lines = ["", f"## {word('audit', lang)}", ""]
    lines += [f"- {escape(phrases.observation(note, lang))}" for note in report.audit]
    return lines
