"""Text PDFs: columns in reading order, raised marks no digits, footnotes apart, cells as cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest

from summarizer.anchors import extract_anchors
from summarizer.reading import Document, read

canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="reportlab is not installed")
pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")

Piece = tuple[float, float, float, str]


@cache
def font() -> str:
    """The name of a font with Chinese characters, known to the writer of PDFs once asked for."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    return "STSong-Light"


def pdf_of(*pages: Sequence[Piece]) -> bytes:
    """A PDF of pages, each pieces of text: from the left, from below, size, words."""
    sink = BytesIO()
    sheet = canvas.Canvas(sink)
    for pieces in pages:
        for left, bottom, size, words in pieces:
            sheet.setFont(font(), size)
            sheet.drawString(left, bottom, words)
        sheet.showPage()
    sheet.save()
    return sink.getvalue()


def behind(words: str, size: float, left: float = 50) -> float:
    """Where the text behind some words begins."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return left + float(stringWidth(words, font(), size))


def figures(document: Document) -> list[str]:
    return [f.text for f in extract_anchors(document.view, document=document).figures]


def test_columns_are_read_one_after_the_other() -> None:
    """Rows over two columns of prose are two columns below the title that reaches over both."""
    title = "某县工作报告的标题在两栏之上跨越整个页面而且很长很长很长很长很长"
    left = [f"左栏第{row}行完成投资并且验收合格全部" for row in range(8)]
    right = [f"右栏第{row}行新增岗位并且全部到位情况" for row in range(8)]
    pieces: list[Piece] = [(60, 800, 12, title)]
    for row in range(8):
        pieces += [(50, 780 - 15 * row, 10, left[row]), (320, 780 - 15 * row, 10, right[row])]
    assert read(pdf_of(pieces)).text.split("\n") == [title, *left, *right]


def test_cells_far_apart_are_a_table() -> None:
    """Short cells side by side are rows, not columns of prose."""
    rows = [("项目", "预算数", "决算数"), ("收入", "2235", "2240"), ("支出", "772", "770")]
    pieces = [
        (50 + 120 * column, 780 - 20 * row, 12, words)
        for row, cells in enumerate(rows)
        for column, words in enumerate(cells)
    ]
    (table,) = read(pdf_of([*pieces, (50, 650, 12, "以上已经审计。")])).tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["收入", "2235", "2240"],
        ["支出", "772", "770"],
    ]
    assert table.doubt is None


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [("全年生产总值", "636亿元。", ["636亿元"]), ("增长35.2", "%。", []), ("完成", "人次。", [])],
)
def test_a_raised_mark_is_no_digit(before: str, after: str, found: list[str]) -> None:
    """The number of a footnote makes no figure with what stands around it."""
    place = behind(before, 12)
    pieces = [(50, 700, 12, before), (place, 706, 6, "12"), (place + 7, 700, 12, after)]
    document = read(pdf_of([*pieces, (50, 680, 12, "以上情况属实。")]))
    assert f"{before}¹²{after}" in "".join(document.text.split())
    assert figures(document) == found


def test_footnotes_stand_apart() -> None:
    """What stands small at the foot of a page is not in the middle of its sentence."""
    first: list[Piece] = [
        (50, 700, 12, "全年完成投资并且验收合格，新增"),
        (50, 60, 8, "[1] 注释的文字。"),
    ]
    second: list[Piece] = [(50, 700, 12, "岗位35个，全部到位。")]
    text = read(pdf_of(first, second)).text
    assert text.index("岗位35个") < text.index("[1] 注释的文字。")
    assert figures(read(pdf_of(first, second))) == ["35个"]


SIDES = pytest.mark.parametrize(("angle", "place"), [(90, (500, 60)), (270, (100, 700))])


def on_its_side(
    angle: int, place: tuple[float, float], rows: Sequence[tuple[str, ...]]
) -> Document:
    """The document of a page whose text runs upward or downward, its columns far apart."""

    def draw(sheet: Any) -> None:
        sheet.translate(*place)
        sheet.rotate(angle)
        for number, (words, *figures) in enumerate(rows):
            sheet.setFont(font(), 11)
            sheet.drawString(0, -20 * number, words)
            sheet.setFont("Helvetica", 11)
            for column, figure in enumerate(figures):
                sheet.drawString(300 + 150 * column, -20 * number, figure)

    return drawn(draw)


@SIDES
def test_a_page_on_its_side_is_read_level(angle: int, place: tuple[float, float]) -> None:
    """Text that runs upward or downward: no digit is a raised mark, cells are cells."""
    rows = [("债务余额", "4,804.41"), ("全年发行额", "775.49")]
    assert on_its_side(angle, place, rows).text.split("\n") == [
        "债务余额\t4,804.41",
        "全年发行额\t775.49",
    ]


def test_no_font_of_the_machine_is_asked_for() -> None:
    """A font that the PDF only names has the same boxes everywhere: all shapes are as high."""
    import pypdfium2

    from summarizer.reading.formats.pdf import extract_text
    from summarizer.reading.formats.pdf_boxes import Boxes
    from summarizer.reading.limits import Limits

    data = pdf_of([(50, 700, 12, "一国之书，丨〇")])
    assert extract_text(data, Limits()).text == "一国之书，丨〇"
    boxes = Boxes(pypdfium2.PdfDocument(data)[0].get_textpage())
    assert len({(low, high) for _, low, _, high in map(boxes.of, range(4))}) == 1


@SIDES
def test_a_table_without_rules_is_read_on_its_side(angle: int, place: tuple[float, float]) -> None:
    """Where a cell is empty, the places tell the columns on a turned page too."""
    rows = [("项目表4", "2023", "2024"), ("公用经费1", "264", "300"), ("其他2", "", "45")]
    rows += [("人员经费3", "618", "700"), ("专项经费4", "35", "40")]
    assert told(on_its_side(angle, place, rows)) == [list(row) for row in rows]


def test_the_indent_of_a_page_begins_paragraphs() -> None:
    """A first line is shorter by its indent and goes on; the next indented line does not."""
    first = "本市坚持以人民为中心的发展思想并且全面落实各项部署圆满完成全部任务并且建成社区服务中心35个。"
    second = "市政府网站主动公开各类政府信息5500余条并且新增公开规章1件和规范性文件11件总体运行平稳有序。"
    pieces: list[Piece] = []
    bottom = 780.0
    for paragraph in (first, second, first, second):
        wrapped = [paragraph[:26], *(paragraph[at : at + 28] for at in range(26, 80, 28))]
        for row, words in enumerate(words for words in wrapped if words):
            pieces.append((74 if row == 0 else 50, bottom, 12, words))
            bottom -= 20
    view = read(pdf_of(pieces)).view.text
    assert view.split("\n") == [first, second, first, second]


def ruled(
    uprights: Sequence[float],
    levels: Sequence[float],
    pieces: Sequence[Piece],
    without: Sequence[tuple[float, float, float, float]] = (),
) -> Callable[[Any], None]:
    """What draws a ruled table: all rules of a grid but some, and its words."""

    def draw(sheet: Any) -> None:
        for left, right in pairwise(uprights):
            for level in levels:
                if (left, level, right, level) not in without:
                    sheet.line(left, level, right, level)
        for top, bottom in pairwise(levels):
            for upright in uprights:
                if (upright, top, upright, bottom) not in without:
                    sheet.line(upright, top, upright, bottom)
        for left, bottom, size, words in pieces:
            sheet.setFont(font(), size)
            sheet.drawString(left, bottom, words)

    return draw


def line(bottom: float, *cells: tuple[float, str]) -> list[Piece]:
    """The words of one line of a table, each with where it begins."""
    return [(left, bottom, 10, words) for left, words in cells]


def drawn(*pages: Callable[[Any], None]) -> Document:
    """The document of pages that are drawn."""
    sink = BytesIO()
    sheet = canvas.Canvas(sink)
    for draw in pages:
        draw(sheet)
        sheet.showPage()
    sheet.save()
    return read(sink.getvalue(), name="report.pdf")


def told(document: Document) -> list[list[str]]:
    """The header and the rows of each table, one after the other."""
    return [
        [cell.text for cell in row]
        for table in document.tables
        for row in [table.header, *table.rows]
    ]


def test_rules_tell_cells_that_are_empty_wrapped_or_reach_over_others() -> None:
    """A head over two columns is that of both; a name on two lines is one; no cell moves."""
    table = ruled(
        [50, 200, 300, 400],
        [700, 680, 660, 620, 600],
        [
            *line(685, (60, "项目"), (280, "2024年")),
            *line(665, (210, "预算数（万元）"), (310, "执行数（万元）")),
            *line(643, (60, "机关养老保险")),
            *line(628, (60, "缴费支出")),
            *line(636, (330, "618")),
            *line(605, (60, "公用经费"), (230, "264")),
        ],
        without=[(300, 700, 300, 680), (50, 680, 200, 680)],
    )
    assert told(drawn(table)) == [
        ["项目", "2024年 预算数（万元）", "2024年 执行数（万元）"],
        ["机关养老保险缴费支出", "", "618"],
        ["公用经费", "264", ""],
    ]


def numbered(*rows: tuple[str, str]) -> Callable[[Any], None]:
    """What draws a page that holds a ruled table of two columns and its number."""
    pieces = line(30, (280, "- 3 -"))
    for number, (name, value) in enumerate(rows):
        pieces += line(705 - 20 * number, (60, name), (210, value))
    levels = [720 - 20 * number for number in range(len(rows) + 1)]
    return ruled([50, 200, 300], levels, pieces)


COSTS = [("项目", "金额（万元）"), ("公用经费", "264"), ("人员经费", "618")]


@pytest.mark.parametrize("again", [True, False])
def test_a_table_goes_on_over_the_page(again: bool) -> None:
    """Rows at the top of the next page are rows of the same table, its header printed or not."""
    rest = [("专项经费", "35"), ("其他", "12")]
    document = drawn(numbered(*COSTS), numbered(*COSTS[:1] * again, *rest))
    assert len(document.tables) == 1
    assert told(document) == [list(row) for row in [*COSTS, *rest]]


def test_a_table_with_heads_of_its_own_is_another_one() -> None:
    """As many columns alone make no table go on: people are not counted in yuan."""
    staff = [("单位", "人数（人）"), ("教育局", "35"), ("民政局", "12")]
    tables = drawn(numbered(*COSTS), numbered(*staff)).tables
    assert [[cell.text for cell in table.header] for table in tables] == [
        ["项目", "金额（万元）"],
        ["单位", "人数（人）"],
    ]
    assert [len(table.rows) for table in tables] == [2, 2]


def test_rows_without_rules_between_them_are_rows() -> None:
    """One room of a grid that holds several lines of values is as many rows."""
    table = ruled(
        [50, 250, 350, 450],
        [700, 680, 600],
        [
            *line(685, (60, "项目"), (260, "预算数（亿元）"), (360, "执行数（亿元）")),
            *line(665, (60, "一、上年末余额"), (380, "4217")),
            *line(645, (60, "二、本年末限额"), (280, "4687")),
            *line(625, (60, "三、本年发行额"), (380, "1072")),
        ],
    )
    assert told(drawn(table)) == [
        ["项目", "预算数（亿元）", "执行数（亿元）"],
        ["一、上年末余额", "", "4217"],
        ["二、本年末限额", "4687", ""],
        ["三、本年发行额", "", "1072"],
    ]
