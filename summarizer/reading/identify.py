"""Title, issuer, date of issue and the end of the units, from a page's layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.closing import closing_of
from summarizer.reading.document import InspectionFacts, View
from summarizer.reading.issuance import (
    adoptions,
    delegate,
    is_adoption_note,
    issuer_of_subtitle,
    issuer_of_title,
    issuer_of_work_report,
    occasion,
    office,
    placed_government,
    source,
)
from summarizer.reading.layout import Layout
from summarizer.reading.metadata import (
    DATE,
    DOCUMENT_NUMBER,
    ISSUER,
    SIGNED,
    inspection_facts,
    iso_date,
)
from summarizer.reading.paragraph import Paragraph
from summarizer.reading.titles import SITE, proper
from summarizer.reading.view import plain_view
from summarizer.spans import Range

_LEAD = 1500  # 99.9 % of paragraphs are shorter than 1,156
_LONGEST = 1000  # characters: a note of adoption with five changes has 600
_FOOT = 3  # lines below a letter: who gets copies, and who printed it when
_MARKS = re.compile(r"#{1,6}[ \t\u3000*_]*\Z")
_FRONT_TITLE = lazy(r"^title[ \t]*[:=][ \t]*[\"']?(?P<title>[^\n\"']+)", re.MULTILINE)


class Fact(NamedTuple):
    """Something that a document says of itself, with its place in the source."""

    text: str
    span: Range


class Identity(NamedTuple):
    """What `Document` says of a text as a whole; ranges in the source."""

    body: Range
    closing: int
    title: Fact | None = None
    issuer: Fact | None = None
    issued_on: Fact | None = None
    inspection: InspectionFacts | None = None


def identify(
    text: str, view: View, paragraphs: Sequence[Paragraph], layout: Layout, front: str
) -> Identity:
    """Everything about a text as a whole that its edges tell. Never raises.

    `front` is the text up to the end of its front matter, or empty.
    """
    if not paragraphs:
        return Identity(Range(0, 0), 0)
    edges = _Edges(text, paragraphs, layout)
    body = edges.body()
    first, end = view.slice(body)
    lead = view.text[first : min(first + _LEAD, end)]
    title = edges.title() or _front_title(front, text)
    signer, signed_on = edges.signature()
    adopter, adopted_on = edges.adoption()
    issuer = (
        signer
        or edges.named(office)
        or edges.author()
        or _of_title(title, text, issuer_of_work_report)
        or edges.named(issuer_of_subtitle)
        or _of_title(title, text, issuer_of_title)
        or _delegate(view, lead, first)
        or adopter
        or edges.named(source)
    )
    if issuer is not None:
        around = [title.text] if title else []
        issuer = issuer._replace(text=placed_government(issuer.text, [*around, *edges.above()]))
    return Identity(
        body=body,
        closing=closing_of(view, paragraphs, layout, body),
        title=title,
        issuer=issuer,
        issued_on=signed_on or edges.occasion() or adopted_on,
        inspection=inspection_facts(lead),
    )


class _Line(NamedTuple):
    """A few paragraphs at an edge of the text, as a view of their own."""

    view: View
    start: int

    def fact(self, span: tuple[int, int]) -> Fact:
        start, end = self.view.source(*span)
        return Fact(
            self.view.printed[span[0] : span[1]], Range(start + self.start, end + self.start)
        )


class _Edges:
    """The paragraphs before and after the running text."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], layout: Layout) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._layout = layout

    def _span(self, indexes: Sequence[int]) -> Range:
        first, last = self._paragraphs[indexes[0]], self._paragraphs[indexes[-1]]
        return Range(first[0].start, last[-1].end)

    def _line(self, *indexes: int) -> _Line:
        return _line(self._text, self._span(indexes))

    def body(self) -> Range:
        last = max(self._layout.first + 1, self._layout.last)
        start, end = self._span((self._layout.first, last - 1))
        marks = _MARKS.search(self._text, max(0, start - 24), start)
        return Range(marks.start() if marks else start, end)

    def title(self) -> Fact | None:
        if not self._layout.title:
            return None
        span = self._span(self._layout.title)
        line = _line(self._text, span)
        number = DOCUMENT_NUMBER.search(line.view.text)
        if number is not None:
            return line.fact((0, number.start()))
        start, end = proper(line.view.text)
        if (start, end) != (0, len(line.view.text)):
            return line.fact((start, end))
        return Fact(line.view.printed, span)

    def signature(self) -> tuple[Fact | None, Fact | None]:
        """Issuer and date of issue as signed; either may be missing."""
        issuer = issued_on = None
        cover = self._layout.cover
        signature = self._layout.signature if not cover else cover[-1]
        issuers = cover[:-1] or self._layout.issuers
        if signature is not None:
            line = self._line(signature)
            if signed := SIGNED.fullmatch(line.view.text):
                issuer = line.fact(signed.span("issuer"))
                issued_on = _dated(line, signed, signed.span("date"), "s_")
            elif dated := DATE.search(line.view.text):
                issued_on = _dated(line, dated, dated.span(), "")
        if issuer is None and issuers:
            names = [name for index in issuers for name in self._names(index)]
            issuer = Fact("、".join(names), self._span(issuers))
        return issuer, issued_on

    def _names(self, index: int) -> list[str]:
        """Who signs on a line: several organisations where blanks part their names."""
        span = self._span((index,))
        parts = self._text[span.start : span.end].split()
        if len(parts) > 1 and all(ISSUER.fullmatch(part) for part in parts):
            return parts
        return [self._line(index).view.printed]

    @cached_property
    def _head(self) -> list[_Line]:
        """The lines above the text, the title first."""
        layout = self._layout
        indexes = dict.fromkeys((*layout.title, *layout.header, *range(layout.first)))
        return self._short(indexes)

    def _short(self, indexes: Iterable[int]) -> list[_Line]:
        """Those of some paragraphs that may be a line at an edge and no text."""
        spans = [(index, self._span((index,))) for index in indexes]
        return [self._line(index) for index, span in spans if span.end - span.start <= _LONGEST]

    def occasion(self) -> Fact | None:
        """The date under the title, or behind it: that of the session a report was given to, else
        that of a page's line of source and date, or of the line below a letter (…印发)."""
        last = range(max(self._layout.first, len(self._paragraphs) - _FOOT), len(self._paragraphs))
        for line in (*self._head, *self._short(last)):
            _, end = proper(line.view.text)
            for start in dict.fromkeys((0, end)):
                day = occasion(line.view.text[start:])
                if day is not None:
                    place = line.fact((day.span[0] + start, day.span[1] + start)).span
                    return Fact(day.date, place)
        return None

    def adoption(self) -> tuple[Fact | None, Fact | None]:
        """Who made a law as it stands, and the last day on which it was made or changed."""
        first = self._short((self._layout.first,))
        lines = [*self._head, *(line for line in first if is_adoption_note(line.view.text))]
        steps = [(line, step) for line in lines for step in adoptions(line.view.text)]
        own = [(line, step) for line, step in steps if not step.approval] or steps
        if not own:
            return None, None
        line, last = max(own, key=lambda row: row[1].date)
        named = next(((at, step) for at, step in reversed(own) if step.issuer), None)
        issuer = Fact(named[1].issuer or "", named[0].fact(named[1].span).span) if named else None
        return issuer, Fact(last.date, line.fact(last.span).span)

    def above(self) -> list[str]:
        """The lines of the head, normalised."""
        return [self._line(index).view.text for index in self._layout.header]

    def author(self) -> Fact | None:
        """The bodies on lines of their own between title and text, or one above the title."""
        below = max(self._layout.title, default=-1)
        above = min(self._layout.title, default=0) - 1
        header = self._layout.header
        lines = [
            index
            for index in header
            if index > below >= 0 and ISSUER.fullmatch(self._line(index).view.text)
        ]
        if not lines and above in header and ISSUER.fullmatch(self._line(above).view.text):
            lines = [above]
        # Those that follow each other issue a text together.
        lines = [index for place, index in enumerate(lines) if index == lines[0] + place]
        names = [name for index in lines for name in self._names(index)]
        return Fact("、".join(names), self._span(lines)) if lines else None

    def named(self, grammar: Callable[[str], tuple[int, int] | None]) -> Fact | None:
        """The body that the first line above the text names for which `grammar` finds one."""
        for line in self._head:
            if span := grammar(line.view.text):
                return line.fact(span)
        return None


def _line(text: str, span: Range) -> _Line:
    return _Line(plain_view(text[span.start : span.end]), span.start)


def _dated(line: _Line, match: re.Match[str], span: tuple[int, int], prefix: str) -> Fact | None:
    date = iso_date(match, prefix)
    return Fact(date, line.fact(span).span) if date else None


def _delegate(view: View, lead: str, first: int) -> Fact | None:
    span = delegate(lead)
    if span is None:
        return None
    start, end = first + span[0], first + span[1]
    return Fact(view.printed[start:end], view.source(start, end))


def _of_title(
    title: Fact | None, text: str, grammar: Callable[[str], tuple[int, int] | None]
) -> Fact | None:
    if title is None:
        return None
    line = _line(text, title.span)
    span = grammar(line.view.text)
    return line.fact(span) if span else None


def _front_title(front: str, text: str) -> Fact | None:
    match = _FRONT_TITLE.search(front)
    title = max(SITE.split(match["title"].strip()), key=len) if match else ""
    if not title:
        return None
    start = text.find(title)
    return Fact(title, Range(start, start + len(title)))
