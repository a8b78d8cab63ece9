"""One page over many reports, beside a folder with the page of each.

`-o all.html` writes `all.html` and `all_pages/`. Of a report only its entry is kept in memory.
"""

from __future__ import annotations

from pathlib import Path, PurePath
from urllib.parse import quote

from summarizer import patterns as re
from summarizer.models import Report
from summarizer.output import atomic, phrases, unfinished
from summarizer.output.html import shell, tools
from summarizer.output.html.markup import badge, element, items, line, linked, text
from summarizer.output.html.page import render
from summarizer.output.many import pages_beside
from summarizer.output.one_page import OnePage, one_page, progress_words
from summarizer.output.style import Style
from summarizer.output.wording import word
from summarizer.vocabulary import Lang, Status, label

_STYLES = ("base.css", "summary.css", "index.css")
_SCRIPTS = ("start.js", "index.js")
_ORDERS = ("sort_newest", "sort_title", "sort_open", "sort_doubts")
_FEW = 4
"""Items of a list in an entry: what tells one report from another; its page has them all."""
_NAMED = 3
"""Units of a doubt: where to begin to look; there may be twenty of one kind."""
_UNFIT = re.compile(r"[^\w.-]+")


def gather(path: Path, style: Style) -> Index:
    """The page at `path`, made of many reports."""
    return Index(path, style)


class Index:
    """Entries of reports; their pages wait in a folder of their own until `finish`."""

    def __init__(self, path: Path, style: Style) -> None:
        self._path = path
        self._style = style
        self._folder = pages_beside(path)
        self._entries: list[tuple[int, str]] = []
        self._waiting: Path | None = None

    def add(self, place: int, report: Report) -> None:
        """Keep the entry of one report, and its page. Raises OutputError."""
        stem = _UNFIT.sub("_", PurePath(report.source.name).stem)[:60].strip("_.")
        name = f"{place + 1}-{stem or 'report'}.html"
        if self._waiting is None:
            self._waiting = unfinished.new_folder(self._path)
        atomic.write(self._waiting / name, render(report, self._style))
        href = f"{quote(self._folder.name)}/{quote(name)}"
        self._entries.append((place, _entry(report, href, self._style.lang)))

    def finish(self) -> None:
        """Write the pages, then the page over them. Raises OutputError."""
        with atomic.told(self._folder):
            self._folder.mkdir(exist_ok=True)
            for page in self._waiting.iterdir() if self._waiting else ():
                atomic.write(self._folder / page.name, page.read_bytes())
        entries = [entry for _, entry in sorted(self._entries)]
        atomic.write(self._path, _page(entries, self._style.lang))
        self.abandon()

    def abandon(self) -> None:
        """Drop what was kept."""
        if self._waiting is not None:
            unfinished.drop(self._path, self._waiting)


def _page(entries: list[str], lang: Lang) -> str:
    title = f"{word('index', lang)}{word(': ', lang)}{len(entries)} {word('reports', lang)}"
    orders = [(term.removeprefix("sort_"), word(term, lang)) for term in _ORDERS]
    order = tools.choice("order", "entries", word("sort_order_given", lang), orders)
    bar = tools.bar(title, (tools.search_field("search_reports", lang), order), lang, keys=False)
    body = (
        element("h1", text(title))
        + element("div", "".join(entries), id="entries")
        + element("p", text(word("nothing_found", lang)), id="nothing", hidden="")
    )
    main = element("main", body, id="summary", classes="index", tabindex="-1")
    return shell.page(title, bar + main, lang, styles=_STYLES, scripts=_SCRIPTS, data={})


def _entry(report: Report, href: str, lang: Lang) -> str:
    """Title with a link to the page, facts, headline, key figures, open items, doubts."""
    page = one_page(report, lang)
    doubts = len([item for item in page.look if item.tone != "note"])
    parts = [
        element("h2", element("a", line(page.title), href=href)),
        element("p", line(" · ".join(page.facts)), classes="facts"),
        element("p", line(page.overview), classes="gist"),
        element("p", line(" · ".join(progress_words(page, lang))), classes="facts")
        if page.progress
        else "",
        _lists(page, href, lang),
    ]
    return element(
        "article",
        "".join(parts),
        classes="entry",
        data_newest=report.source.issued_on or "",
        data_title=phrases.clean(page.title),
        data_open=str(len(page.open)),
        data_doubts=str(doubts),
    )


def _lists(page: OnePage, href: str, lang: Lang) -> str:
    def to(units: tuple[str, ...]) -> str:
        named = [unit for unit in units if unit][:1]
        return "".join(element("a", text(u), classes="id", href=f"{href}#{u}") for u in named)

    figures = [f"{to(item.units)} {line(item.text)}" for item in page.key_figures]
    still_open = [
        f"{to(item.units)} {badge(label(Status(item.tone), lang), item.tone)} {line(item.text)}"
        for item in page.open
    ]
    doubts = [
        element(
            "span",
            linked(item.text, item.units, href, most=_NAMED, more=word("of_many", lang)),
            classes=f"tone {item.tone}",
        )
        for item in page.look
    ]
    columns = (("key_figures", figures, 2 * _FEW), ("still_open", still_open, _FEW),
               ("look_at", doubts, _FEW))  # fmt: skip
    shown = ""
    for term, parts, most in columns:
        if parts:
            listed = parts[:most]
            if len(parts) > most:
                listed.append(text(word("more_items", lang).format(n=len(parts) - most)))
            head = element("h3", text(f"{word(term, lang)} ({len(parts)})"))
            shown += element("div", head + items(listed), classes="column")
    return element("div", shown, classes="columns")
