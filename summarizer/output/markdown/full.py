"""Below the page in Markdown: sections, measures in points with footnotes, checks."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.models import Figure, Finding, Measure, Report, Section
from summarizer.output import phrases, told
from summarizer.output.markdown.escape import escape, guard, inline, inline_part
from summarizer.output.markdown.notes import Notes
from summarizer.output.places import Places
from summarizer.output.style import Detail
from summarizer.output.wording import word
from summarizer.vocabulary import Lang, Status, label

_DEEPEST = 6  # Markdown has no deeper headings


class Body:
    """Writes sections and measures, with one footnote for each point's place in the source."""

    def __init__(
        self, report: Report, notes: Notes, places: Places, lang: Lang, detail: Detail
    ) -> None:
        self._report = report
        self._notes = notes
        self._places = places
        self._lang = lang
        self._full = detail == "full"

    def lines(self) -> list[str]:
        """Every section, then the observations on the source."""
        lines: list[str] = []
        for section in self._report.sections:
            lines += self._section(section, 2)
        if self._report.audit:
            lines += ["", f"## {word('audit', self._lang)}", ""]
            lines += [f"- {inline(self._places.observation(n))}" for n in self._report.audit]
        return lines

    def _section(self, section: Section, level: int) -> list[str]:
        lang = self._lang
        name = phrases.name(section.marker, section.heading, "")
        lines = ["", f"{'#' * min(level, _DEEPEST)} {inline(section.id)} {inline(name)}".rstrip()]
        problem = phrases.clean(section.problem or "")
        if problem and problem not in name:
            lines += ["", f"**{word('problem', lang)}**{word(': ', lang)}{inline(problem)}"]
        alone = told.repeats_child(section)
        summary = told.said_only_above(section) if self._full else section.summary
        if summary and not alone:
            lines += ["", escape(summary) + self._extract(section)]
        lines += self._findings(section.findings, "")
        listed = False
        for item in told.inside(section):
            if isinstance(item, Section):
                lines += self._section(item, level + 1)
                listed = False
            elif self._full or alone:
                lines += ([] if listed else [""]) + self._measure(item, named=not alone)
                listed = True
        return lines

    def _measure(self, measure: Measure, *, named: bool) -> list[str]:
        lang = self._lang
        points = told.told_points(measure, self._report.run.engine)
        texts = [self._point(item) for item in points]
        name = phrases.name(measure.marker, measure.heading, "")
        head = f"**{inline(f'{measure.id} {name}'.strip())}**" if named else ""
        if head and len(texts) == 1:
            lines = [f"- {head} {texts[0]}"]
            indent = "  "
        else:
            lines = [f"- {head}"] if head else []
            indent = "  " if head else ""
            lines += [f"{indent}- {guard(text)}" for text in texts]
        if not self._full:
            return lines
        titles = [
            inline(item.title) + self._notes.mark(item.span, (item.span,))
            for item in told.untold_documents(measure, points)
        ]
        details = (
            ("actors", [inline(actor) for actor in measure.actors]),
            ("documents", titles),
            ("fields", [inline(item) for item in phrases.own_fields(measure)]),
        )
        for term, items in details:
            if items:
                joined = word("; ", lang).join(items)
                lines.append(f"{indent}- *{word(term, lang)}*{word(': ', lang)}{joined}")
        for fallen in measure.rejected:
            reason = word("()", lang).format(inline(fallen.reason))
            lines.append(
                f"{indent}- ✗ {word('rejected', lang)}{word(': ', lang)}"
                f"{inline(fallen.text)}{reason}"
            )
        return lines + self._findings(measure.findings, indent or "  ")

    def _point(self, item: told.ToldPoint) -> str:
        """The text with its figures in bold, its footnote, and what is to be said of it."""
        pieces, at = [], 0
        for mark in item.marks:
            if isinstance(mark.anchor, Figure):
                pieces += [
                    inline_part(item.point.text[at : mark.start]),
                    f"**{inline(item.point.text[mark.start : mark.end])}**",
                ]
                at = mark.end
        pieces.append(inline_part(item.point.text[at:]))
        tags = []
        if item.point.status is not Status.REPORTED:
            tags.append(label(item.point.status, self._lang))
        if item.foreign:
            tags.append(word("extract", self._lang))
        note = self._notes.mark(item.point.span, tuple(m.anchor.span for m in item.marks))
        tail = f" 〔{word(', ', self._lang).join(tags)}〕" if tags else ""
        return "".join(pieces) + note + tail

    def _extract(self, section: Section) -> str:
        foreign = told.is_foreign(section, self._report.run.engine)
        return f" 〔{word('extract', self._lang)}〕" if foreign else ""

    def _findings(self, findings: Iterable[Finding], indent: str) -> list[str]:
        findings = tuple(findings)
        lines = [f"{indent}- ⚠ {inline(self._places.finding(n))}" for n in told.notes(findings)]
        for item in told.doubts(findings):
            verdict = phrases.verdict_of(item, self._lang)
            claimed = phrases.claimed(item, self._places.finding(item))
            lines.append(f"{indent}- ⚠ {verdict}{word(': ', self._lang)}{inline(claimed)}")
        return ["", *lines] if lines and not indent else lines
