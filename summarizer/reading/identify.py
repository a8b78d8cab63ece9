"""Title, issuer, date of issue and the end of the units, from a page's layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.reading.characters import SENTENCE_END
from summarizer.reading.document import InspectionFacts, View
from summarizer.reading.layout import Layout, Paragraph
from summarizer.reading.metadata import (
    DATE,
    DOCUMENT_NUMBER,
    SIGNED,
    delegate,
    inspection_facts,
    iso_date,
    issuer_of_title,
    occasion,
    office,
)
from summarizer.reading.view import plain_view
from summarizer.spans import Range

_LEAD = 1500
_LAST_WORDS = 1500
_INVITATION = re.compile(
    rf"(?:(?<=[{SENTENCE_END}\n])|^)(?:热忱|诚恳|诚挚|真诚|衷心|敬请)?(?:欢迎|希望)"
    r"[^。\n]{0,6}(?:广大|社会各界|各界)[^。\n]{0,40}(?:监督|意见|建议)"
)
_MARKS = re.compile(r"#{1,6}[ \t\u3000*_]*\Z")
_FRONT_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*[\"']?(?P<title>[^\n\"']+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Identity:
    """What `Document` says of a text as a whole; ranges in the source."""

    body: Range
    closing: int
    title: str | None
    title_span: Range | None
    issuer: str | None
    issuer_span: Range | None
    issued_on: str | None
    issued_on_span: Range | None
    inspection: InspectionFacts | None


def identify(
    text: str, view: View, paragraphs: Sequence[Paragraph], layout: Layout, front: str
) -> Identity:
    """Everything about a text as a whole that its edges tell. Never raises."""
    def span(indexes: Sequence[int]) -> Range:
        return Range(paragraphs[indexes[0]][0].start, paragraphs[indexes[-1]][-1].end)

    if not paragraphs:
        return Identity(Range(0, 0), 0, *([None] * 6), None)  # type: ignore[arg-type]
    last = max(layout.first + 1, layout.last)
    opening = paragraphs[layout.first][0].start
    if marks := _MARKS.search(text, max(0, opening - 24), opening):
        opening = marks.start()
    body = Range(opening, paragraphs[last - 1][-1].end)
    first, end = view.slice(body)
    lead = view.text[first : min(first + _LEAD, end)]

    title, title_span = None, None
    if layout.title:
        title_span = span(layout.title)
        line = plain_view(text[title_span.start : title_span.end])
        if number := DOCUMENT_NUMBER.search(line.text):
            title_span = _shifted(line, (0, number.start()), title_span)
            line = plain_view(text[title_span.start : title_span.end])
        title = line.printed
    elif front:
        title, title_span = _front_title(front, text)

    issuer, issuer_span, issued_on, issued_span = None, None, None, None
    if layout.signature is not None:
        where = span((layout.signature,))
        line = plain_view(text[where.start : where.end])
        signed = SIGNED.fullmatch(line.text)
        found = signed or DATE.search(line.text)
        if found is not None:
            issued_on = iso_date(found, "s_" if signed else "")
            issued_span = _shifted(line, found.span("date") if signed else found.span(), where)
            if signed is not None:
                issuer = line.printed[slice(*signed.span("issuer"))]
                issuer_span = _shifted(line, signed.span("issuer"), where)
    if issuer is None and layout.issuers:
        issuer_span = span(layout.issuers)
        issuer = "、".join(
            plain_view(text[where.start : where.end]).printed
            for where in (span((index,)) for index in layout.issuers)
        )
    if issued_on is None:
        for index in layout.header:
            where = span((index,))
            line = plain_view(text[where.start : where.end])
            found = occasion(line.text)
            if found is not None and (issued_on := iso_date(found)):
                issued_span = _shifted(line, (found.start("year"), found.end("day") + 1), where)
                break
    for index in layout.header if issuer is None else ():
        where = span((index,))
        line = plain_view(text[where.start : where.end])
        if named := office(line.text):
            issuer = line.printed[named[1] : named[2]]
            issuer_span = _shifted(line, (named[1], named[2]), where)
            break
    if issuer is None and (named := delegate(lead)):
        issuer_span = view.source(first + named[1], first + named[2])
        issuer = view.printed[first + named[1] : first + named[2]]
    if issuer is None and title and title_span:
        line = plain_view(text[title_span.start : title_span.end])
        if named := issuer_of_title(line.text):
            issuer = line.printed[named[1] : named[2]]
            issuer_span = _shifted(line, (named[1], named[2]), title_span)
    return Identity(
        body=body,
        closing=_closing(view, paragraphs, layout, body),
        title=title,
        title_span=title_span,
        issuer=issuer,
        issuer_span=issuer_span,
        issued_on=issued_on,
        issued_on_span=issued_span,
        inspection=inspection_facts(lead),
    )


def _shifted(line: View, span: tuple[int, int], where: Range) -> Range:
    start, end = line.source(*span)
    return Range(start + where.start, end + where.start)


def _front_title(front: str, text: str) -> tuple[str | None, Range | None]:
    match = _FRONT_TITLE.search(front)
    if match is None:
        return None, None
    # A page title often carries the site's name on either side.
    parts = re.split(r"\s*(?:->|\||_|»)\s*", match["title"].strip())
    title = max(parts, key=len)
    start = text.find(title)
    return (title, Range(start, start + len(title))) if title else (None, None)


def _closing(
    view: View, paragraphs: Sequence[Paragraph], layout: Layout, body: Range
) -> int:
    closing = body.end
    if layout.closing < len(paragraphs):
        closing = min(closing, paragraphs[layout.closing][0].start)
    first, end = view.slice(Range(body.start, max(body.start, closing)))
    found = _INVITATION.search(view.text, max(first, end - _LAST_WORDS), end)
    if found is not None:
        end = found.start()
    # A text that is nothing but its closing words is its own single unit.
    if not view.text[first:end].strip():
        return body.end
    return closing if found is None else view.offset(end)
