"""All figures of a report in one table that can be sorted, and the report's own tables."""

from __future__ import annotations

from summarizer.models import Cell, Figure, Report, Table
from summarizer.output import phrases
from summarizer.output.html.markup import element, line, text, to_place, to_unit
from summarizer.output.told import all_figures
from summarizer.output.wording import word
from summarizer.vocabulary import FigureRole, Lang, Status, label

_COLUMNS = ("label", "figure", "value", "unit_name", "period", "status", "id")


def render_figures(report: Report, lang: Lang) -> str:
    """The table; a head's button sorts by its column."""
    head = "".join(
        element(
            "th",
            element("button", text(word(column, lang)), type="button", data_sort=str(at)),
            scope="col",
            aria_sort="none",
        )
        for at, column in enumerate(_COLUMNS)
    )
    rows = [_row(unit, status, figure, lang) for unit, status, figure in all_figures(report)]
    if not rows:
        return ""
    table = element(
        "table", element("thead", element("tr", head)) + element("tbody", "".join(rows))
    )
    title = element("summary", text(f"{word('all_figures', lang)} ({len(rows)})"))
    return element(
        "details",
        title + element("div", table, classes="wide", tabindex="0"),
        classes="panel figures",
        id="figures",
    )


def _row(unit: str, status: Status | None, figure: Figure, lang: Lang) -> str:
    arrow = {"up": "↑", "down": "↓"}.get(figure.direction or "", "")
    arrow = arrow if figure.role is FigureRole.CHANGE else ""
    value = f"{figure.value:f}" + (f"–{figure.value_high:f}" if figure.value_high else "")
    cells = (
        element("td", line(" ".join(filter(None, (figure.label, figure.comparator))))),
        element("td", to_place(line(arrow + figure.text), figure.span)),
        element("td", text(value), classes="number", data_v=f"{figure.value:f}"),
        element("td", line(f"{figure.unit}/{figure.per}" if figure.per else figure.unit)),
        element("td", line(phrases.when_of(figure, lang)), data_v=figure.period or ""),
        element("td", text(label(status, lang)) if status is not None else ""),
        element("td", to_unit(unit), data_v=str(figure.span.start)),
    )  # fmt: skip
    return element("tr", "".join(cells), data_u=unit)


def render_tables(report: Report, lang: Lang) -> str:
    """The report's tables as tables; one that could not be read says so and leads to the source."""
    if not report.tables:
        return ""
    shown = "".join(_table(table, lang) for table in report.tables)
    return element(
        "section", element("h2", text(word("tables", lang))) + shown, id="tables", classes="tables"
    )


def _table(table: Table, lang: Lang) -> str:
    caption = (
        " ".join(phrases.clean(part) for part in (table.caption, table.unit_note) if part)
        or table.id
    )
    lead = (to_unit(table.unit) + " " if table.unit else "") + to_place(line(caption), table.span)
    if not table.read:
        why = f"{word('unread_table', lang)}{word(': ', lang)}{table.reason or ''}"
        return element("p", lead + " " + element("span", line(why), classes="tone warning"))
    head = "".join(element("th", line(cell), scope="col") for cell in table.header)
    rows = "".join(element("tr", "".join(map(_cell, row))) for row in table.rows)
    body = element("thead", element("tr", head)) if head else ""
    content = element("caption", lead) + body + element("tbody", rows)
    return element(
        "div", element("table", content), classes="wide", id=f"t-{table.id}", tabindex="0"
    )


def _cell(cell: Cell) -> str:
    if cell.figure is None:
        return element("td", line(cell.text))
    return element("td", to_place(line(cell.text), cell.figure.span), classes="number")
