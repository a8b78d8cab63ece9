"""A comparison as text for a terminal, as Markdown, as a page, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from summarizer.corpus.compare import told
from summarizer.corpus.compare.records import Comparison
from summarizer.output.html import shell
from summarizer.output.html.markup import element, items, line, text
from summarizer.output.markdown.escape import escape, inline
from summarizer.output.phrases import clean
from summarizer.output.style import Style
from summarizer.output.wording import word
from summarizer.output.wrapping import wrap

# On a terminal the first of each kind are read; files hold all of them.
_SHOWN = 15


def render_text(comparison: Comparison, style: Style) -> str:
    """Lines for a terminal; of each part the first, with how many are left."""
    return "".join(f"{one}\n" for one in _lines(comparison, style))


def _lines(comparison: Comparison, style: Style) -> Iterator[str]:
    lang = style.lang
    yield told.title(lang)
    for edition in comparison.editions:
        yield from _wrapped(told.edition(edition, lang), style, "  ")
    yield ""
    count = word("n_items", lang).format(n=len(comparison.series))
    yield f"{word('series', lang)}　{count if comparison.series else word('none_found', lang)}"
    for series in comparison.series[:_SHOWN]:
        yield from _wrapped(told.series_name(series, lang), style, "  ")
        for value in series.values:
            planned = word("planned_value", lang) if value.planned else ""
            facts = (value.text, told.period(value.period), planned, told.where(value.place))
            yield from _wrapped("　".join(fact for fact in facts if fact), style, "    ")
    yield from _left(len(comparison.series), style)
    for part in told.parts(comparison, lang):
        yield ""
        yield f"{part.title}　{part.note}"
        for entry in part.entries[:_SHOWN]:
            yield from _wrapped(entry.head, style, "  ")
            for below in entry.below:
                yield from _wrapped(below, style, "    ")
        yield from _left(len(part.entries), style)


def _wrapped(value: str, style: Style, indent: str) -> Iterator[str]:
    for one in wrap(clean(value), style.width - len(indent)):
        yield indent + one


def _left(count: int, style: Style) -> Iterator[str]:
    if count > _SHOWN:
        yield "  " + word("more_items", style.lang).format(n=count - _SHOWN)


def render_markdown(comparison: Comparison, style: Style) -> str:
    """Everything, the series as a table; nothing of a report acts as markup."""
    lang = style.lang
    grid = told.grid(comparison, lang)
    lines = [f"# {escape(told.title(lang))}", ""]
    lines += [f"- {escape(told.edition(edition, lang))}" for edition in comparison.editions]
    lines += ["", f"## {escape(word('series', lang))}", ""]
    if grid.rows:
        lines.append(_row([inline(cell) for cell in grid.head]))
        lines.append(_row(["---"] * len(grid.head)))
        lines += [_row(["<br>".join(map(inline, cell)) for cell in row]) for row in grid.rows]
    else:
        lines.append(word("none_found", lang))
    for part in told.parts(comparison, lang):
        lines += ["", f"## {escape(part.title)}", "", escape(part.note), ""]
        for entry in part.entries:
            lines.append(f"- {escape(entry.head)}")
            lines += [f"  - {escape(below)}" for below in entry.below]
    return "\n".join(lines) + "\n"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def render_html(comparison: Comparison, style: Style) -> str:
    """One page that asks for nothing else; everything of a report is escaped."""
    lang = style.lang
    grid = told.grid(comparison, lang)
    body = [element("h1", text(told.title(lang)))]
    body.append(items(line(told.edition(edition, lang)) for edition in comparison.editions))
    body.append(element("h2", text(word("series", lang))))
    if grid.rows:
        head = element("tr", "".join(element("th", line(c), scope="col") for c in grid.head))
        rows = "".join(element("tr", _cells(row)) for row in grid.rows)
        table = element("table", element("thead", head) + element("tbody", rows))
        body.append(element("div", table, classes="wide", tabindex="0", role="region"))
    else:
        body.append(element("p", text(word("none_found", lang))))
    for part in told.parts(comparison, lang):
        summary = element("summary", line(f"{part.title}　{part.note}"))
        entries = items(line(entry.head) + items(map(line, entry.below)) for entry in part.entries)
        body.append(element("details", summary + entries))
    page = element("main", "".join(body), classes="compared")
    return shell.page(
        told.title(lang), page, lang, styles=("base.css", "compare.css"), scripts=(), data={}
    )


def _cells(row: tuple[tuple[str, ...], ...]) -> str:
    name = element("th", line(row[0][0]), scope="row")
    return name + "".join(element("td", "<br>".join(map(line, cell))) for cell in row[1:])


def render_json(comparison: Comparison, style: Style) -> str:
    """The records as they are; decimals as strings."""
    told_ = asdict(comparison)
    for move, record in zip(comparison.moves, told_["moves"], strict=True):
        record |= {"difference": move.difference, "percent": move.percent}
    return json.dumps(told_, ensure_ascii=False, indent=2, default=_plain) + "\n"


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(type(value).__name__)
