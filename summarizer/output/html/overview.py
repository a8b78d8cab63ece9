"""The one page at the head of a report's page, and the lists of doubts below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.models import Report
from summarizer.output import phrases
from summarizer.output.html.markup import (
    badge,
    element,
    items,
    line,
    linked,
    text,
    to_place,
    to_unit,
)
from summarizer.output.html.points import Teller
from summarizer.output.one_page import Line, OnePage
from summarizer.output.places import Places
from summarizer.output.quoted import Quoted
from summarizer.output.wording import word
from summarizer.vocabulary import FigureRole, Lang, Severity, Status, Verdict, label

_ALARMING = (Verdict.CONTRADICTED, Verdict.UNVERIFIABLE)
# A reader works through alarms, not through thousands of them; the JSON keeps the full list.
_LISTED = 200


def render_page(page: OnePage, whole: OnePage, report: Report, lang: Lang) -> str:
    """Title, facts, overview, key figures, progress, what is open, the parts, what to look at.

    What is open or doubtful and found no room on the page is folded: `whole` has it.
    """
    facts = [element("p", line(fact), classes="facts") for fact in page.facts]
    extract = badge(word("extract", lang), "extract") if page.overview_is_extract else ""
    parts = [
        element("h1", line(page.title)),
        *facts,
        element("p", f"{line(page.overview)} {extract}", classes="gist") if page.overview else "",
        _key_figures(report, lang),
        _progress(page, lang),
        _part(
            "still_open",
            (_open(item, lang) for item in page.open),
            page.open_left,
            lang,
            rest=[_open(item, lang) for item in whole.open[len(page.open) :]],
        ),
        _part("sections", map(_section, page.sections), page.sections_left, lang, classes="parts"),
        _part(
            "look_at",
            map(_look, page.look),
            page.look_left,
            lang,
            classes="look",
            rest=[_look(item) for item in whole.look[len(page.look) :]],
        ),
        element("p", f"{text(word('verdict', lang))}　{line(page.checks)}", classes="facts"),
    ]
    return element("section", "".join(parts), classes="page", id="top")


def _part(
    term: str,
    lines: Iterable[str],
    left: int,
    lang: Lang,
    classes: str = "open",
    rest: Sequence[str] = (),
) -> str:
    listed = list(lines)
    more = text(word("more_items", lang).format(n=left))
    if left and not rest:
        listed.append(element("span", more, classes="of"))
    if not listed:
        return ""
    told = element("h2", text(word(term, lang))) + items(listed, classes=classes)
    if rest:
        unfolded = element("summary", more, classes="of") + items(rest, classes=classes)
        told += element("details", unfolded, classes="rest")
    return told


def _key_figures(report: Report, lang: Lang) -> str:
    """A tile a figure: the number large, what it is said of, its period, its unit."""
    tiles, quoted = [], Quoted(report)
    for item in report.overview.key_figures:
        figure = quoted.said(item.figure)
        changes = figure.role is FigureRole.CHANGE
        arrow = phrases.ARROWS.get(figure.direction or "", "") if changes else ""
        said_of = (figure.label or "", figure.comparator or "", *quoted.beside(item.figure))
        about = " ".join(part for part in said_of if part)
        start = quoted.start(figure)
        arrow = f"{start}→" if start else arrow
        when = phrases.when_of(figure, lang)
        number = to_place(element("b", line(arrow + figure.text)), figure.span)
        told = element("span", line(about), classes="about")
        of = element("span", f"{to_unit(item.unit)} {line(when)}", classes="of")
        tiles.append(number + told + of)
    return items(tiles, classes="tiles")


def _progress(page: OnePage, lang: Lang) -> str:
    """One bar, as wide as the report's measures, and its legend."""
    whole = sum(count for _, count in page.progress)
    if not whole:
        return ""
    legend = []
    for status, count in page.progress:
        hint = word("()", lang).format(word("not_told", lang)) if status is Status.REPORTED else ""
        name = text(f"{label(status, lang)}{hint} ")
        legend.append(element("span", name + element("b", str(count)), classes=f"leg {status}"))
    # Drawn, since the policy bars style attributes.
    bar = "".join(
        f'<rect class="{status}" x="{_share(before, whole)}" width="{_share(count, whole)}" height="8"/>'  # noqa: E501
        for (status, count), before in zip(page.progress, _sums(page), strict=True)
    )
    svg = f'<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">{bar}</svg>'  # noqa: E501
    return (
        element("h2", text(word("progress", lang)))
        + svg
        + element("p", "".join(legend), classes="legend")
    )


def _sums(page: OnePage) -> list[int]:
    sums, so_far = [], 0
    for _, count in page.progress:
        sums.append(so_far)
        so_far += count
    return sums


def _share(count: int, whole: int) -> str:
    return f"{100 * count / whole:.3f}"


def _open(item: Line, lang: Lang) -> str:
    told = badge(label(Status(item.tone), lang), item.tone)
    return f"{_ids(item.units)} {told} {line(item.text)}"


def _section(item: Line) -> str:
    return element("span", f"{_ids(item.units)} {line(item.text)}", classes=f"depth{item.depth}")


def _look(item: Line) -> str:
    return element("span", linked(item.text, item.units), classes=f"tone {item.tone}")


def _ids(units: Iterable[str]) -> str:
    return " ".join(to_unit(unit) for unit in units if unit)


def render_doubts(report: Report, places: Places, teller: Teller, lang: Lang) -> str:
    """Bad claims, then the source's own contradictions, then what the summary leaves out."""
    alarms = [
        (unit, finding)
        for unit, finding in phrases.all_findings(report)
        if finding.verdict in _ALARMING
    ]
    bad = [teller.finding(finding, unit) for unit, finding in alarms]
    audit = [
        element("span", line(places.observation(note)), classes=f"tone {note.severity}")
        + "".join(
            " " + to_place(text(word("text", lang)), span, classes="to")
            for span in note.spans
            if places.source
        )
        for note in sorted(report.audit, key=lambda note: -list(Severity).index(note.severity))
    ]
    omitted = [
        to_unit(item.unit) + " " + to_place(line(item.text), item.span) + " "
        + element("span", line(item.label or ""), classes="of")
        for item in report.verification.omitted
    ]  # fmt: skip
    return (
        panel("alarms", "alarms", bad, lang, classes="panel alarm")
        + panel("audit", "audit", audit, lang)
        + panel("omitted", "omitted", omitted, lang, classes="panel omitted")
    )


def panel(name: str, term: str, parts: list[str], lang: Lang, classes: str = "panel") -> str:
    """A closed list with its count; nothing where it is empty."""
    if not parts:
        return ""
    listed = parts[:_LISTED]
    if len(parts) > _LISTED:
        listed.append(text(word("more_places", lang).format(n=len(parts) - _LISTED)))
    head = element("summary", text(f"{word(term, lang)} ({len(parts)})"))
    opened = {"open": ""} if "alarm" in classes else {}
    return element("details", head + items(listed), classes=classes, id=name, **opened)
