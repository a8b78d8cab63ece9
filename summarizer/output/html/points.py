"""A text with what it tells: figures as links into the source, doubtful claims marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from summarizer.models import (
    DateMention,
    DocumentTitle,
    Figure,
    Finding,
    Measure,
    Report,
    Section,
)
from summarizer.output import phrases, told
from summarizer.output.html.markup import (
    badge,
    element,
    line,
    place,
    text,
    to_place,
    to_unit,
    whole,
)
from summarizer.output.places import Places
from summarizer.output.wording import word
from summarizer.vocabulary import Lang, Status, Verdict, label

_KINDS = {Figure: "fig", DocumentTitle: "doc", DateMention: "date"}


def marked(
    content: str,
    marks: Sequence[told.Mark],
    claims: Iterable[tuple[int, int, str]],
    *,
    keep: bool = False,
) -> str:
    """`content` cut where a mark or a claim begins or ends; a claim is (start, end, verdict).

    With `keep` every character of it is shown, lines and all.
    """
    claims = [claim for claim in claims if claim[0] < claim[1]]
    edges = {0, len(content)}
    for start, end in [(m.start, m.end) for m in marks] + [(s, e) for s, e, _ in claims]:
        edges |= {min(max(start, 0), len(content)), min(max(end, 0), len(content))}
    cuts = sorted(edges)
    pieces = []
    for start, end in pairwise(cuts):
        piece = whole(content[start:end]) if keep else text(_kept(content[start:end]))
        mark = next((m for m in marks if m.start <= start and end <= m.end), None)
        if mark is not None:
            piece = to_place(piece, mark.anchor.span, classes=_KINDS[type(mark.anchor)])
        verdict = next((v for s, e, v in claims if s <= start and end <= e), "")
        if verdict:
            piece = element("span", piece, classes=f"claim {verdict}")
        pieces.append(piece)
    return "".join(pieces)


def _kept(piece: str) -> str:
    """A stretch of a text as `phrases.clean` gives it, its blanks at either end kept."""
    shown = phrases.clean(piece)
    if not shown:
        return " " if piece.strip(" ") != piece else ""
    return (" " if piece[0] == " " else "") + shown + (" " if piece[-1] == " " else "")


def cite_button(lang: Lang) -> str:
    """A button that copies the sentence beside it with its source."""
    sheets = '<path d="M5.5 5.5h8v8h-8zM2.5 10.5v-8h8" fill="none" stroke="currentColor"/>'
    icon = f'<svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">{sheets}</svg>'
    title = word("cite_title", lang)
    return element("button", icon, type="button", classes="cite", title=title, aria_label=title)


class Teller:
    """Writes points and findings, and numbers their places in the source as it goes."""

    def __init__(self, report: Report, places: Places, lang: Lang) -> None:
        self.lang = lang
        self._engine = report.run.engine
        self._places = places
        self.references: list[str] = []

    def points(self, measure: Measure) -> tuple[str, tuple[told.ToldPoint, ...]]:
        """The points of a measure as paragraphs, and what they are."""
        items = told.told_points(measure, self._engine)
        spans = [
            (f.span_in_summary.start, f.span_in_summary.end, f.verdict)
            for f in told.doubts(measure.findings)
            if f.span_in_summary is not None
        ]
        return "".join(self._point(item, spans) for item in items), items

    def _point(self, item: told.ToldPoint, spans: Iterable[tuple[int, int, Verdict]]) -> str:
        claims = [
            (start - item.offset, end - item.offset, verdict) for start, end, verdict in spans
        ]
        content = element("span", marked(item.point.text, item.marks, claims), classes="t")
        self.references.append(
            self._places.passage(item.point.span, (m.anchor.span for m in item.marks))
        )
        number = str(len(self.references))
        content += to_place(
            element("sup", number),
            item.point.span,
            classes="ref",
            title=word("show_source", self.lang),
        )
        if item.point.status is not Status.REPORTED:
            content += " " + badge(label(item.point.status, self.lang), item.point.status)
        if item.foreign:
            content += " " + badge(word("extract", self.lang), "extract")
        return element(
            "p", content + cite_button(self.lang), classes="point", data_p=place(item.point.span)
        )

    def extract_badge(self, item: Section) -> str:
        """A mark on a section that a model's run did not write."""
        foreign = told.is_foreign(item, self._engine)
        return " " + badge(word("extract", self.lang), "extract") if foreign else ""

    def rejected(self, measure: Measure) -> str:
        """The sentences that fell, struck through, each with its reason."""
        return "".join(
            element(
                "p",
                badge(word("rejected", self.lang), "contradicted")
                + " "
                + element("del", line(item.text))
                + " "
                + line(item.reason),
                classes="rejected",
            )
            for item in measure.rejected
        )

    def findings(self, findings: Iterable[Finding], unit: str = "") -> str:
        """The doubts about a text and what its engine says of it, each with its place."""
        findings = tuple(findings)
        notes = [
            element("p", "! " + line(n.reason), classes="finding") for n in told.notes(findings)
        ]
        return "".join(notes) + "".join(self.finding(f, unit) for f in told.doubts(findings))

    def finding(self, item: Finding, unit: str = "") -> str:
        """One finding: verdict, reason, and the place of the source that it names."""
        reason = phrases.claimed(item, self._places.finding(item))
        content = badge(phrases.verdict_of(item, self.lang), item.verdict) + " " + line(reason)
        if item.nearest is not None:
            quoted = word('""', self.lang).format(phrases.clean(item.nearest.text))
            content += " " + to_place(text(quoted), item.nearest.span)
        lead = to_unit(unit) + " " if unit else ""
        return element("p", lead + content, classes=f"finding {item.verdict}")
