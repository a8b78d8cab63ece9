"""Tables as blocks: found before lines are joined, and no part of the text that is read as prose.

A case starts with `= ` and its claim, then the text, a line `->` and what is expected, one line
each: `caption`, `note`, `header`, `row` (cells with ` | ` between them, `^` a place that a merged
cell reaches into), `unread` with its reason for a table, and `view` with the paragraphs that are
left as prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path

import pytest

from summarizer.anchors import extract_anchors
from summarizer.reading import Document, from_text, read
from summarizer.reading.document import TableBlock, TableCell
from summarizer.reading.tables import finder
from summarizer.reading.tables.grids import Grid
from summarizer.reading.tables.items import Item
from summarizer.reading.tables.values import kind_of
from summarizer.spans import Range

CASES = Path(__file__).parent / "cases" / "tables.tbl"
DATA = Path(__file__).parents[1] / "data" / "cases"


def _cases() -> list[tuple[str, str, str]]:
    cases = []
    for block in re.split(r"^= ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        claim, rest = block.split("\n", 1)
        text, expected = rest.split("\n->\n")
        cases.append((claim, text + "\n", expected.strip("\n")))
    return cases


def _cells(cells: tuple[TableCell, ...]) -> str:
    return " | ".join("^" if cell.merged else cell.text for cell in cells)


def _told(table: TableBlock) -> list[str]:
    lines = [f"caption {table.caption}"] if table.caption else []
    lines += [f"note {table.unit_note}"] if table.unit_note else []
    lines += [] if table.doubt is None else [f"unread {table.doubt.told('en')}"]
    lines += [f"header {_cells(table.header)}"] if table.header else []
    return lines + [f"row {_cells(row)}" for row in table.rows]


def described(document: Document) -> str:
    """The tables and what is left as prose, in the notation of the cases."""
    lines = [line for table in document.tables for line in _told(table)]
    return "\n".join([*lines, "view " + document.view.text.replace("\n", "/")])


@pytest.mark.parametrize(
    ("claim", "text", "expected"), [pytest.param(*case, id=case[0][:40]) for case in _cases()]
)
def test_case(claim: str, text: str, expected: str) -> None:
    """Each case is read as it says."""
    assert described(from_text(text)) == expected, claim


@pytest.mark.parametrize(
    ("claim", "text", "expected"), [pytest.param(*case, id=case[0][:40]) for case in _cases()]
)
def test_cells_are_slices_of_the_source(claim: str, text: str, expected: str) -> None:
    """Every cell says where it is printed; nothing of a table is in the view."""
    document = from_text(text)
    for table in document.tables:
        for cell in (cell for row in table.rows for cell in row if not cell.merged):
            printed = "".join(document.text[cell.span.start : cell.span.end].split())
            printed = unescape(re.sub(r"</?[a-z][^<>]*>", "", printed))
            words = "".join(cell.text.split())
            # A name around the values of its row is no slice; its place is that of its first line.
            assert printed.replace("**", "") == words or (
                kind_of(words) == "text" and printed and words.startswith(printed)
            ), claim
            assert document.printed(cell.span) == ""
            assert table.span.start <= cell.span.start <= cell.span.end <= table.span.end


def test_flattened_table_gives_no_figure_across_cells() -> None:
    """220 ⏎ 772 ⏎ 27.32% are three cells and no figure of prose."""
    document = read(DATA / "reading" / "r9_flat_table.txt")
    (table,) = document.tables
    assert table.caption == "长顺县2017-2019年出列村基本情况"
    assert [cell.text for cell in table.header] == ["乡镇", "贫困村", "户数", "人数", "贫困发生率"]
    assert [cell.text for cell in table.rows[0]] == ["白云山", "烂山村", "220", "772", "27.32%"]
    assert table.rows[2][0].merged
    assert extract_anchors(document.view, document=document).figures == ()
    assert document.view.text == "三、深度贫困人口\n以上贫困村由县扶贫办负责落实帮扶措施。"


@pytest.mark.parametrize(
    "line", ["第{}节 概况 {}\n", "| 第{}项\n", "甲{}乙 {}\n丙\n", "一、甲{} 1\n"]
)
def test_what_begins_no_table_is_looked_at_a_bounded_number_of_times(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list of contents of 500 entries is no table, and is not told so once for each entry."""
    looked = 0

    def starting(
        text: str,
        items: Sequence[Item],
        index: int,
        grids: dict[Range, Grid],
        above: Sequence[Item],
    ) -> finder._Run:
        nonlocal looked
        run = begin(text, items, index, grids, above)
        looked += run.end - index
        return run

    begin = finder._starting
    monkeypatch.setattr(finder, "_starting", starting)
    lines = "".join(line.format(number, number) for number in range(1, 501))
    assert from_text("一、开展工作。完成3项。\n" + lines).tables == ()
    assert 0 < looked <= 20 * 1000
