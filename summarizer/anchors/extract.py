"""From a view to its anchors: the grammars in their order, then binding."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.anchors.binding import bind
from summarizer.anchors.brackets import find_pairs
from summarizer.anchors.calendar import year_before
from summarizer.anchors.coverage import covered, given_on
from summarizer.anchors.document_numbers import find_document_numbers
from summarizer.anchors.names import find_names
from summarizer.anchors.non_quantity import Cover
from summarizer.anchors.quotations import find_quotations
from summarizer.anchors.records import Anchors, DateMention, Ordinal
from summarizer.anchors.scan import Covers, Dated, scan
from summarizer.anchors.set_phrases import find_set_phrases, set_phrase_ranges
from summarizer.anchors.status import find_statuses
from summarizer.anchors.titles import find_titles
from summarizer.patterns import lazy
from summarizer.reading.document import Document, View
from summarizer.reading.view import plain_view
from summarizer.reading.writing import script_of

_SECTION = re.compile(r"^[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[一-龥“《])", re.MULTILINE)
_DATED = lazy("(20[0-9]{2}|19[0-9]{2})年[0-9]{1,2}月")


def extract_anchors(
    view: View, *, document: Document | None = None, context_year: int | None = None
) -> Anchors:
    """Every anchor of a view, spans in the source it maps to. Deterministic; never raises.

    A missing year comes from the nearest dated context before it in the text, then from
    `context_year`, then from the document's inspection, feedback and issue dates; where there is
    none the date stays open (`--06-30`). The clock is never asked.
    """
    text = view.text
    pairs = find_pairs(text)
    titles = [(p.start, p.end) for p in pairs if p.mark == "《" and p.depth == 0]
    quotations = [(p.start, p.end) for p in pairs if p.kind == "quotation"]
    set_phrases = set_phrase_ranges(text, quotations)
    numbers, number_ranges = find_document_numbers(view)
    numbered = sorted([*number_ranges, *_section_numbers(view)])
    covers = Covers(Cover(titles), Cover(quotations), Cover(set_phrases), Cover(numbered))
    fallback = context_year or (_fallback_year(document, text) if document else None)
    issued = given_on(document) if document is not None else None
    this_year = _year(issued) if document is not None else context_year
    whole = covered(document) if document is not None else None
    told_year = int(whole[0][:4]) if whole and whole[0][5:] == "01-01" else None
    script = document.script if document is not None else script_of(view.printed)
    republic = script == "traditional"
    gone = year_before(issued)
    scanned = scan(text, covers, fallback, this_year, told_year, gone, republic=republic)
    return Anchors(
        figures=bind(view, scanned, whole, issued),
        dates=tuple(_mention(view, dated) for dated in scanned.dates),
        titles=find_titles(view, pairs),
        document_numbers=numbers,
        quotations=find_quotations(view, pairs),
        set_phrases=find_set_phrases(view, set_phrases),
        statuses=find_statuses(view),
        names=find_names(view),
        ordinals=tuple(
            Ordinal(
                span=view.source(placed.start, placed.end),
                text=view.printed[placed.start : placed.end].replace("\n", ""),
                value=placed.value,
                noun=placed.noun,
            )
            for placed in scanned.ordinals
        ),
    )


def anchors_of_text(text: str, *, context_year: int | None = None) -> Anchors:
    """The anchors of a short text such as a claim; spans index `text` itself."""
    return extract_anchors(plain_view(text), context_year=context_year)


def _section_numbers(view: View) -> Iterator[tuple[int, int]]:
    """The view ranges of 7.2 at the head of a paragraph, with white space behind it: no 7.2 本."""
    for match in _SECTION.finditer(view.text):
        start, end = match.span()
        if view.offset(end) - view.offset(end - 1) > 1:
            yield start, end


def _mention(view: View, dated: Dated) -> DateMention:
    found = dated.found
    return DateMention(
        span=view.source(found.start, found.end),
        text=view.printed[found.start : found.end],
        first=dated.first,
        last=dated.last,
        inherited=dated.inherited,
        relative=found.relative,
        relation=found.relation,
        in_title=dated.in_title,
        non_date=dated.non_date,
    )


def _year(day: str | None) -> int | None:
    return int(day[:4]) if day and day[:4].isdecimal() else None


def _fallback_year(document: Document, text: str) -> int | None:
    """The year of what comes before any dated context: from the facts, else the first date."""
    facts = document.inspection
    if facts is not None:
        for day in (facts.feedback_on, facts.last, facts.first):
            if _year(day):
                return _year(day)
    dated = _DATED.search(text)
    return _year(document.issued_on) or (int(dated[1]) if dated else None)
