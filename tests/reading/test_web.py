"""Web pages: figures whole, what is not shown left out, lists numbered as a browser does."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.anchors import extract_anchors
from summarizer.reading import read
from summarizer.reading.formats import extracted_here
from summarizer.reading.limits import Limits
from summarizer.reading.outline import parse_outline
from tests.reading.files import page

CASES = Path(__file__).parents[1] / "data" / "cases" / "web"


def text_of(body: str) -> list[str]:
    """The lines of a page with this body, empty ones left out."""
    found = extracted_here(page(body), "html", Limits())
    return [line for line in found.text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>增长<span>23.</span><span lang=EN-US>63%</span>。</p>", ["增长23.63%。"]),
        ("<p>共<b>1</b><i>2</i>人<font>次</font></p>", ["共12人次"]),
        ("<p>一行\n  又\t一行</p>", ["一行 又 一行"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("甲<br>乙<br/>丙", ["甲", "乙", "丙"]),
        ("<p>甲<p>乙<p>丙", ["甲", "乙", "丙"]),
        ("<p>　　首行缩进</p>", ["　　首行缩进"]),
        ("<pre>甲\n乙  丙</pre>", ["甲", "乙  丙"]),
        ("<p>面积5km<sup>2</sup>，人口<sup>[3]</sup>。</p>", ["面积5km²，人口[3]。"]),
        ("<p>增长5<sup>12</sup>%</p>", ["增长5¹²%"]),
        ("<p>见<span hidden>藏</span>此</p>", ["见此"]),
        ("<p>见<span style='DISPLAY : none'>藏</span>此</p>", ["见此"]),
        ("<p>见<span style='visibility:hidden'>藏</span>此</p>", ["见此"]),
        ("<p>收回<del>2235</del><ins>3522</ins>万元</p>", ["收回3522万元"]),
        ("<p>原价<s>35</s>元，<strike>划</strike>现价12元</p>", ["原价元，现价12元"]),
        ("<div hidden><p>藏</p><table><tr><td>藏</td></tr></table></div><p>见</p>", ["见"]),
        ("<script>if (a < b) document.write('<p>藏</p>')</script><style>p{}</style>见", ["见"]),
        ("<noscript>藏</noscript><template><p>藏</p></template><!-- 藏 -->见", ["见"]),
        ("<select><option>藏<option>藏</select>见", ["见"]),
        ("<p>A&amp;B&nbsp;&lt;3&#12290;</p>", ["A&B\u00a0<3。"]),
        ("<b><p>甲</b>乙</p>丙", ["甲乙", "丙"]),
        ("</div></p>甲</td></table>", ["甲"]),
    ],
)
def test_what_a_browser_shows(body: str, lines: list[str]) -> None:
    """Inline tags part nothing, blocks do; what is hidden or deleted is no text."""
    assert text_of(body) == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<ol><li>甲</li><li>乙</li></ol><ol start=3><li>丙</ol>", ["1. 甲", "2. 乙", "3. 丙"]),
        ("<ol><li>甲<li value=7>乙<li>丙</ol>", ["1. 甲", "7. 乙", "8. 丙"]),
        ("<ol reversed><li>甲<li>乙<li>丙</ol>", ["3. 甲", "2. 乙", "1. 丙"]),
        ("<ol reversed start=9><li>甲<li>乙</ol>", ["9. 甲", "8. 乙"]),
        ("<ol type=A><li>甲<li>乙</ol>", ["A. 甲", "B. 乙"]),
        ("<ol type=i start=4><li>甲</ol>", ["iv. 甲"]),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<ol style='list-style:none'><li>一、甲<li>二、乙</ol>", ["一、甲", "二、乙"]),
        ("<ol><li><p>甲</p><p>续</p></li><li>乙</li></ol>", ["1. 甲", "续", "2. 乙"]),
        ("<ol><li>甲<ol><li>子</ol><li>乙</ol>", ["1. 甲", "1. 子", "2. 乙"]),
        ("<ul><li>甲<li>乙</ul>", ["* 甲", "* 乙"]),
        ("<ul style='list-style-type:none'><li>甲</ul>", ["甲"]),
    ],
)
def test_lists_are_numbered_as_shown(body: str, lines: list[str]) -> None:
    """`start`, `value`, `reversed` and `type` count, and so does the style of the list."""
    assert text_of(body) == lines


def test_a_table_has_its_cells_and_merges() -> None:
    """Cells without end tags, over columns and rows; the caption stands above."""
    body = (
        "<p>收支如下。</p><table><caption>表1 收支</caption><tr><th>地区<th>项目<th>金额（万元）"
        "<tr><td rowspan=2>甲县<td>收入<td>35<tr><td>支出<td>12</table><p>完。</p>"
    )
    document = read(page(body))
    (table,) = document.tables
    assert table.caption == "表1 收支"
    assert [cell.text for cell in table.header] == ["地区", "项目", "金额（万元）"]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["甲县", "收入", "35"],
        ["", "支出", "12"],
    ]
    assert document.view.text == "收支如下。\n完。"


def test_a_header_of_two_rows() -> None:
    """A head over two columns stands before the heads below it."""
    body = (
        "<table><tr><th rowspan=2>项目<th colspan=2>2024年<tr><th>金额（万元）<th>增长（%）"
        "<tr><td>收入<td>35<td>4.1</table><p>完。</p>"
    )
    (table,) = read(page(body)).tables
    assert [cell.text for cell in table.header] == [
        "项目",
        "2024年 金额（万元）",
        "2024年 增长（%）",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>导航<td><p>一、甲</p><p>完成35个。</p><p>二、乙</p></table>",
        "<table><tr><td>一、甲</td></tr><tr><td>完成35个。</td></tr></table>",
        "<table><tr><td>索引号：<td>X1<tr><td>发布机构：<td>某局</table><p>一、甲</p>",
    ],
)
def test_tables_that_lay_out_a_page_are_text(body: str) -> None:
    """Columns of a page, single cells and labels with their values are no table."""
    assert read(page(body)).tables == ()


def test_word_pages_of_the_case() -> None:
    """2 + 235.6 in two spans is one figure."""
    document = read(CASES / "wordspan.html")
    found = [f.text for f in extract_anchors(document.view, document=document).figures]
    assert found == ["2235.6万元", "23.63%", "12人"]


def test_ordered_list_of_the_case() -> None:
    """The third item goes on where the first list ended."""
    units = {unit.marker.strip() for unit in parse_outline(read(CASES / "ol.html")).walk()}
    assert {"1.", "2.", "3."} <= units


@pytest.mark.parametrize("name", ["plain.shtml", "saved.mht"])
def test_other_names_of_pages(name: str) -> None:
    """A page is told by its content, and read from a saved message too."""
    document = read(CASES / name)
    assert "<p>" not in document.text
    assert document.title == "某县水务局党组关于巡察整改进展情况的通报"
    assert [u.marker for u in parse_outline(document).walk()][:4] == [
        "一、",
        "（一）",
        "一是",
        "二是",
    ]


def test_a_message_in_gbk() -> None:
    """The encoding of a saved page is that of its part."""
    body = "<html><body><p>一、整改</p><p>完成。</p></body></html>".encode("gbk")
    message = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n"
        b"Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + body
        + b"\r\n--B--\r\n"
    )
    document = read(message)
    assert (document.encoding, document.text.split()) == ("mht", ["一、整改", "完成。"])


def named_page(head: str, body: str) -> bytes:
    """A page with something in its head."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    ).encode()


LEAD = "<p>全年完成投资12亿元，同比增长5%。</p><p>一、农业</p><p>产量3万吨。</p>"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        # A title that names no kind of document is found by what the page calls itself.
        (
            '<meta name="ArticleTitle" content="全市经济实现新突破 各项事业迈上新台阶">',
            f"<p>统计数据</p><p>全市经济实现新突破 各项事业迈上新台阶</p>{LEAD}",
            "全市经济实现新突破各项事业迈上新台阶",
        ),
        (
            "<title>全市经济实现新突破各项事业有起色 - 贵山市人民政府</title>",
            f"<p>全市经济实现新突破</p><p>各项事业有起色</p><p>2025-01-02</p>{LEAD}",
            "全市经济实现新突破各项事业有起色",
        ),
        # What the text prints counts before a name that it prints nowhere.
        (
            '<meta name="ArticleTitle" content="贵山市预算报告">',
            f"<p>关于贵山市2025年预算执行情况的报告</p>{LEAD}",
            "关于贵山市2025年预算执行情况的报告",
        ),
        # A text without a title takes the name of the article, never that of the site.
        ("<title>贵山市2025年工作总结_贵山市财政局</title>", LEAD, "贵山市2025年工作总结"),
        ("<title>贵山市财政局政务网站 - 首页</title>", LEAD, None),
        # A site's name behind a hyphen, a province before the title, its year behind the line.
        (
            "<title>(贵省)2025年贵山市国民经济和社会发展统计公报-公报库</title>",
            f"<p>2025年贵山市国民经济和社会发展统计公报 2025</p><p>{'全年生产总值增长5%。' * 9}</p>"
            f"{LEAD}",
            "2025年贵山市国民经济和社会发展统计公报2025",
        ),
        # What stands above the article's name leads to other pages, however long the menu.
        (
            "<title>贵山市2025年预算执行情况的报告_贵山人大</title>",
            "".join(f"<p>决议决定{number}</p>" for number in range(90))
            + f"<p>贵山市2025年预算执行情况的报告</p><p>{'全年收入12亿元，增长5%。' * 9}</p>{LEAD}",
            "贵山市2025年预算执行情况的报告",
        ),
    ],
)
def test_a_page_names_its_article(head: str, body: str, title: str | None) -> None:
    """The name in the head of a page says which line is the title."""
    document = read(named_page(head, body), name="page.html")
    assert document.title == title
    assert (document.title_span is None) == (body is LEAD)


def test_a_title_element_elsewhere_names_nothing() -> None:
    """Only the first one counts, not that of a picture in the page."""
    body = f"<svg><title>关于图标的说明报告</title></svg>{LEAD}"
    assert read(named_page("<title>首页</title>", body), name="page.html").title is None


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        # Lists of links lead elsewhere; a list of words with links in it is one of the text.
        ("<ol><li><a href=/>首页</a></li><li><a href=x>公开</a></li></ol>", ["首页", "公开"]),
        ("<ul><li> <a>首页</a> </li><li><a>公<b>开</b></a></li></ul>", ["首页", "公开"]),
        ("<ol><li>按<a>规定</a>办</li><li><a>公开</a></li></ol>", ["1. 按规定办", "2. 公开"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]),
        ("<nav><a>首页</a><p>下一篇</p></nav><p>见</p>", ["见"]),
        ("<div role=navigation><a>上一篇</a></div><p>见</p>", ["见"]),
        ("<form role=search><p>搜索</p></form><p>见</p>", ["见"]),
        ("<p>见</p><div role=complementary><p>网站宗旨。</p></div>", ["见"]),
    ],
)
def test_what_leads_elsewhere(body: str, lines: list[str]) -> None:
    """Navigation is no text, and lists of links have no numbers."""
    assert text_of(body) == lines
