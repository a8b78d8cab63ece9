"""The page of somebody's own text: left the text with its claims marked, right the source."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarizer.models import Report, Span
from summarizer.output import phrases
from summarizer.output.answer import Answer, Claim, Judged, judged
from summarizer.output.html import shell, tools
from summarizer.output.html.markup import (
    element,
    items,
    line,
    linked,
    place,
    text,
    to_place,
    to_unit,
    whole,
)
from summarizer.output.html.page import SCRIPTS, STYLES, told_to_scripts
from summarizer.output.html.points import cite_button
from summarizer.output.html.source import render_source
from summarizer.output.places import Places
from summarizer.output.style import Style
from summarizer.output.wording import word
from summarizer.spans import Range
from summarizer.vocabulary import Lang, Verdict, label

# A reader works through alarms, not through thousands of them; the JSON keeps the full list.
_LISTED = 200


def render_answer(report: Report, style: Style, answer: Answer) -> str:
    """The page: what is wrong, undecided and left out on top, then the text as it was written."""
    lang = style.lang
    places = Places(report, lang)
    told = judged(report)
    title = f"{word('answer_title', lang)}{word(': ', lang)}{phrases.clean(answer.name)}"
    head = [
        element("h1", line(title)),
        element("p", line(_against(report, lang)), classes="facts"),
        _counts(report, lang),
        _list("wrong", told.wrong, places, lang),
        _list("undecided", told.undecided, places, lang),
        _list("unread", told.unread, places, lang),
        _list("near", told.near, places, lang),
        _left_out(report, answer, told, places, lang),
    ]
    if not told.wrong and (report.verification.supported or report.verification.approximated):
        head.insert(3, element("p", text(word("nothing_wrong", lang)), classes="gist"))
    written = element("div", _text(answer, told), classes="written", id="written")
    body = element("section", "".join(head), classes="page judged", id="top")
    body += element("h2", text(word("answer", lang))) + written
    body += element("footer", line(phrases.accounting(report, lang)), classes="run")
    borne_out, left_out = (
        [Span(start=found.start, end=found.end) for _, found in pairs]
        for pairs in (answer.borne_out, answer.left_out)
    )
    source = render_source(report, borne_out, left_out)
    bar = tools.bar(title, (tools.search_field("search_hint", lang),), lang)
    page = (
        bar
        + tools.panes(body, source, ("tab_answer", "tab_source"), lang)
        + tools.tabs("tab_answer", "tab_source", lang)
        + tools.keys_dialog(lang)
    )
    data = told_to_scripts(report, lang)
    return shell.page(title, page, lang, styles=STYLES, scripts=SCRIPTS, data=data)


def _against(report: Report, lang: Lang) -> str:
    source = report.source
    facts = [
        source.title or source.name,
        phrases.issued(source, lang),
        phrases.length(source, lang),
    ]
    told = " · ".join(phrases.clean(fact) for fact in facts if fact)
    return f"{word('against', lang)}{word(': ', lang)}{told}"


def _counts(report: Report, lang: Lang) -> str:
    """The claims by what the source says of them, worst first."""
    checked = report.verification
    counts = [(label(v, lang), getattr(checked, v.value), str(v)) for v in reversed(Verdict)]
    counts.append((word("unread", lang), checked.unread, "unread"))
    tiles = [
        element("b", str(count), classes=f"tone {kind}")
        + element("span", text(name), classes="about")
        for name, count, kind in counts
        if count or kind in (Verdict.CONTRADICTED, Verdict.SUPPORTED)
    ]
    return items(tiles, classes="tiles")


def _list(term: str, claims: Sequence[Claim], places: Places, lang: Lang) -> str:
    if not claims:
        return ""
    listed = [_claim(claim, places, lang) for claim in claims[:_LISTED]]
    if len(claims) > _LISTED:
        listed.append(text(word("more_places", lang).format(n=len(claims) - _LISTED)))
    head = element("summary", text(f"{word(term, lang)} ({len(claims)})"))
    opened = {} if term == "near" else {"open": ""}
    alarm = " alarm" if term == "wrong" else ""
    return element("details", head + items(listed), classes=f"panel{alarm}", id=term, **opened)


def _claim(claim: Claim, places: Places, lang: Lang) -> str:
    """A finding with the way to the claim, the way to the source, and a citation to copy."""
    finding = claim.finding
    reason = phrases.claimed(finding, places.finding(finding))
    there = places.unit_at(finding.nearest.span.start) if finding.nearest is not None else ""
    told = linked(reason, [there] if "." in there and there in reason else ())
    to_claim = ""
    if finding.span_in_summary is not None:
        to_claim = (
            element("a", str(claim.number), classes="number", href=f"#c-{claim.number}") + " "
        )
    content = to_claim + element("span", told, classes="t")
    if finding.nearest is not None:
        quoted = word('""', lang).format(phrases.clean(finding.nearest.text))
        content += " " + to_place(text(quoted), finding.nearest.span)
    content += " " + to_unit(claim.unit) if claim.unit and not finding.nearest else ""
    return element("div", content + cite_button(lang), classes="point", data_unit=claim.unit)


def _left_out(report: Report, answer: Answer, told: Judged, places: Places, lang: Lang) -> str:
    """What the source tells and this text does not: measures, then figures and documents."""
    where = dict(answer.left_out)

    def unit(name: str) -> str:
        # The page has no card of a unit that the text does not speak of: the way is to the source.
        at = where.get(name)
        if at is None:
            return to_unit(name)
        return to_place(text(name), Span(start=at.start, end=at.end), classes="id")

    parts = [line(places.finding(c.finding)) for c in told.left_out] if not where else []
    if where:
        head = word("left_out_units", lang).format(n=len(where))
        parts.append(f"{line(head)}{word(': ', lang)}" + " ".join(map(unit, where)))
    parts += [
        unit(item.unit) + f" {line(item.label or '')} " + to_place(line(item.text), item.span)
        for item in report.verification.omitted
    ]
    if not parts:
        return ""
    shown = parts[:_LISTED]
    if len(parts) > _LISTED:
        shown.append(text(word("more_places", lang).format(n=len(parts) - _LISTED)))
    head = element("summary", text(f"{word('left_out', lang)} ({len(parts)})"))
    return element("details", head + items(shown), classes="panel", id="left_out")


def _text(answer: Answer, told: Judged) -> str:
    """The text to the letter: claims under judgement as links to themselves, the rest as found."""
    pieces: list[str] = []
    at = 0
    for claim in told.marked:
        span = claim.finding.span_in_summary
        if span is None:
            continue
        # Of claims that lie over each other the first is marked; the others have their number.
        start, end = max(span.start, at), min(span.end, len(answer.text))
        pieces.append(_plain(answer, Range(at, start)))
        pieces.append(_marked_claim(claim, answer.text[start:end]))
        at = max(start, end)
    pieces.append(_plain(answer, Range(at, len(answer.text))))
    return "".join(pieces)


def _plain(answer: Answer, inside: Range) -> str:
    """A stretch of the text: what the source bears out leads there, headings are seen as such."""
    found = _apart(answer, inside)
    headings = [line for line in answer.headings if line.start < inside.end]
    edges = {inside.start, inside.end}
    for span in [span for span, _ in found] + headings:
        edges |= {max(span.start, inside.start), min(span.end, inside.end)}
    pieces = []
    for start, end in pairwise(sorted(edge for edge in edges if edge >= inside.start)):
        piece = whole(answer.text[start:end])
        held = next((held for span, held in found if span.start <= start < span.end), None)
        if held is not None:
            piece = to_place(piece, Span(start=held.start, end=held.end))
        if any(line.start <= start < line.end for line in headings):
            piece = element("b", piece)
        pieces.append(piece)
    return "".join(pieces)


def _apart(answer: Answer, inside: Range) -> list[tuple[Range, Range]]:
    """What is borne out within a stretch, none over another."""
    found: list[tuple[Range, Range]] = []
    for span, source in answer.borne_out:
        free = not found or span.start >= found[-1][0].end
        if free and inside.start <= span.start and span.end <= inside.end:
            found.append((span, source))
    return found


def _marked_claim(claim: Claim, content: str) -> str:
    near = claim.finding.nearest
    data = {"data_s": place(near.span)} if near is not None else {}
    number = element("sup", str(claim.number))
    return element(
        "a",
        whole(content) + number,
        classes=f"claim claimed {claim.finding.verdict}",
        id=f"c-{claim.number}",
        href=f"#c-{claim.number}",
        title=phrases.clean(claim.finding.reason),
        **data,
    )
