"""The page of a report: the summary beside its source."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from summarizer.models import Report
from summarizer.output import phrases
from summarizer.output.html import shell, tools
from summarizer.output.html.markup import element, items, line, text
from summarizer.output.html.outline import Outline, render_contents
from summarizer.output.html.overview import render_doubts, render_page
from summarizer.output.html.points import Teller
from summarizer.output.html.source import render_source
from summarizer.output.html.tables import render_figures, render_tables
from summarizer.output.one_page import one_page
from summarizer.output.places import Places
from summarizer.output.style import Style
from summarizer.output.text.page import page_for
from summarizer.output.wording import word
from summarizer.vocabulary import Category, Lang, Origin, Status, Verdict, label

STYLES = ("base.css", "panes.css", "summary.css", "narrow.css", "print.css")
SCRIPTS = ("start.js", "places.js", "search.js", "cards.js", "tables.js", "keys.js")
_FILTERS: dict[str, type[StrEnum]] = {
    "status": Status,
    "category": Category,
    "verdict": Verdict,
    "origin": Origin,
}
_ORDERS = ("sort_doubt", "sort_status", "sort_figures")


def render(report: Report, style: Style) -> str:
    """The page for a report. Report text and model output are escaped wherever they appear."""
    lang = style.lang
    places = Places(report, lang)
    teller = Teller(report, places, lang)
    page = page_for(report, lang)
    parts = [
        render_page(page, one_page(report, lang), report, lang),
        render_doubts(report, places, teller, lang),
    ]
    further: dict[str, str] = {}
    if style.detail != "page":
        outline = Outline(report, teller, lang, cards=style.detail != "sections").render()
        tables = render_tables(report, lang)
        figures = render_figures(report, lang)
        parts += [
            element("h2", text(word("outline_heading", lang)), classes="part"),
            element("div", "", id="flat"),
            element("div", outline, id="outline"),
            element("p", text(word("nothing", lang)), id="nothing", hidden=""),
            tables,
            figures,
            _references(teller.references, lang),
        ]
        further |= {"tables": word("tables", lang)} if tables else {}
        further |= {"figures": word("all_figures", lang)} if figures else {}
    parts.append(_made_by(report, lang))
    source = (
        render_source(report)
        if report.source.attached
        else element("p", text(word("no_source", lang)))
    )
    contents = tools.menu("contents", "contents", render_contents(report, further), lang)
    bar = tools.bar(
        page.title,
        (contents, tools.search_field("search_hint", lang), _filters(report, lang)),
        lang,
    )
    body = (
        bar
        + tools.panes("".join(parts), source, ("tab_summary", "tab_source"), lang)
        + tools.tabs("tab_summary", "tab_source", lang)
        + tools.keys_dialog(lang)
    )
    return shell.page(
        page.title, body, lang, styles=STYLES, scripts=SCRIPTS, data=told_to_scripts(report, lang)
    )


def told_to_scripts(report: Report, lang: Lang) -> dict[str, str]:
    """The words that the scripts need, and what a citation says of the report."""
    source = report.source
    facts = [phrases.clean(fact) for fact in (source.issuer, source.issued_on) if fact]
    joint = word("clauses", lang)
    terms = (
        "cite_form",
        "cite_whole",
        "copied",
        "copy_failed",
        "found_in_summary",
        "found_in_source",
    )
    return {term: word(term, lang) for term in terms} | {
        "title": phrases.clean(source.title or source.name),
        "facts": "".join(joint + fact for fact in facts),
    }


def _filters(report: Report, lang: Lang) -> str:
    """Everything that narrows or orders the cards, behind one button."""
    parts = []
    for name, terms in _FILTERS.items():
        used = [str(getattr(measure, name)) for measure in report.measures]
        options = [
            (term.value, f"{label(term, lang)} ({used.count(term)})")
            for term in terms
            if term in used
        ]
        if len(options) > 1:
            parts.append(tools.choice("filter", name, word(f"filter_{name}", lang), options))
    orders = [(term.removeprefix("sort_"), word(term, lang)) for term in _ORDERS]
    parts.append(tools.choice("order", "cards", word("sort_order", lang), orders))
    fold = tools.button("fold", text(word("fold", lang)), word("fold", lang), aria_pressed="false")
    reset = element("button", text(word("reset", lang)), type="button", id="reset")
    return tools.menu("filters", "filters", "".join(parts) + fold + reset, lang)


def _references(references: Iterable[str], lang: Lang) -> str:
    """For print: the numbered passages of the source that the points tell."""
    listed = items((line(reference) for reference in references), tag="ol")
    heading = element("h2", text(word("references", lang)))
    return element("section", heading + listed, classes="references") if listed else ""


def _made_by(report: Report, lang: Lang) -> str:
    run = report.run
    facts = f"{phrases.accounting(report, lang)} · {run.started_at} · sha256 {report.source.sha256}"
    return element("footer", line(facts), classes="run")
