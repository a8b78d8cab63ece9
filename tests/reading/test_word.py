"""Word files: what Word shows is read, once, with its numbers; what it does not show is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.anchors import extract_anchors
from summarizer.reading import read
from summarizer.reading.formats import extracted_here
from summarizer.reading.limits import Limits
from summarizer.reading.outline import parse_outline
from tests.reading.files import level, numbering, page, paragraph, part, run, word_file

CASES = Path(__file__).parents[1] / "data" / "cases" / "docx"
DELETED = '<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>'
BOX = f"<w:txbxContent>{paragraph('框中的话。')}</w:txbxContent>"


def text_of(body: str, **parts: str) -> list[str]:
    """The lines of a Word file with this body, empty ones left out."""
    found = extracted_here(word_file(body, **parts), "docx", Limits())
    return [line for line in found.text.split("\n") if line.strip()]


def figures(name: str) -> list[str]:
    document = read(CASES / name)
    return [figure.text for figure in extract_anchors(document.view, document=document).figures]


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (run("前") + f'<w:ins w:id="1">{run("入")}</w:ins>' + DELETED + run("后"), "前入后"),
        (f'<w:moveTo w:id="1">{run("到")}</w:moveTo>' + run("。"), "到。"),
        (f'<w:moveFrom w:id="1">{run("从")}</w:moveFrom>' + run("。"), "。"),
        (f'<w:smartTag w:element="d">{run("35公里")}</w:smartTag>', "35公里"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f'<w:hyperlink w:anchor="a">{run("链接")}</w:hyperlink>', "链接"),
        (f'<w:customXml w:element="x">{run("标签")}</w:customXml>', "标签"),
        (f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>', "7"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("3月") + "<w:r><w:fldChar "
            'w:fldCharType="end"/></w:r>' + run("底"),
            "3月底",
        ),
        (run("见") + run("隐", "<w:vanish/>") + run("删", "<w:strike/>") + run("此"), "见此"),
        (run("双", "<w:dstrike/>") + run("未", '<w:strike w:val="0"/>'), "未"),
        (run("面积35km") + run("2", '<w:vertAlign w:val="superscript"/>'), "面积35km²"),
        (run("增长5") + run("12", '<w:vertAlign w:val="superscript"/>') + run("%"), "增长5¹²%"),
        (run("一") + "<w:r><w:tab/></w:r>" + run("二"), "一\t二"),
        (run("2025") + "<w:r><w:noBreakHyphen/></w:r>" + run("2030"), "2025-2030"),
        (run("话") + '<w:r><w:footnoteReference w:id="2"/></w:r>', "话"),
    ],
)
def test_what_word_shows(content: str, shown: str) -> None:
    """Insertions, tags, controls and results are text; deletions, hidden and struck text are not."""
    assert text_of(paragraph(content)) == [shown]


@pytest.mark.parametrize(
    "box",
    [
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{BOX}</wps:txbx>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent>",
        f"<w:pict><v:textbox>{BOX}</v:textbox></w:pict>",
    ],
)
def test_a_text_box_is_read_once(box: str) -> None:
    """The box stands behind the paragraph it hangs on, in whichever form it is stored."""
    body = paragraph(run("段落。") + f"<w:r>{box}</w:r>") + paragraph("下一段。")
    assert text_of(body) == ["段落。", "框中的话。", "下一段。"]


def test_a_deleted_end_joins_two_paragraphs() -> None:
    """Of two paragraphs whose end was deleted Word shows one, with the number of the second."""
    first = "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>" + run("前半") + "</w:p>"
    body = first + paragraph("后半。", number=1)
    assert text_of(body, numbering=numbering(level(0, "%1、"))) == ["1、 前半后半。"]


def test_footnotes_stand_apart_at_the_end() -> None:
    """The text of a footnote is not lost, and not in the middle of a sentence."""
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("线")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("注文。")}</w:footnote>'
    )
    assert text_of(paragraph("正文。"), footnotes=notes) == ["正文。", "[1] 注文。"]


def test_hidden_by_style() -> None:
    """A style hides text, a run shows it again; a style based on itself ends."""
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:basedOn w:val="h"/><w:rPr><w:vanish/></w:rPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    content = run("藏", '<w:rStyle w:val="h"/>') + run(
        "露", '<w:rStyle w:val="h"/><w:vanish w:val="false"/>'
    )
    assert text_of(paragraph(content, style="a"), styles=styles) == ["露"]


ITEMS = "".join(paragraph(f"事{n}。", number=1) for n in range(1, 4))


@pytest.mark.parametrize(
    ("levels", "markers"),
    [
        (level(0, "%1、", "chineseCountingThousand", 10), "十、 十一、 十二、"),
        (level(0, "（%1）", "chineseCounting", 20), "（二十） （二十一） （二十二）"),
        (level(0, "第%1条", "chineseCounting", 100), "第一百条 第一百零一条 第一百零二条"),
        (level(0, "%1、", "chineseLegalSimplified"), "壹、 贰、 叁、"),
        (level(0, "%1", "decimalEnclosedCircle", 19), "⑲ ⑳ ㉑"),
        (level(0, "%1", "decimalEnclosedCircleChinese"), "① ② ③"),
        (level(0, "%1.", "upperLetter", 25), "Y. Z. AA."),
        (level(0, "%1.", "lowerRoman", 3), "iii. iv. v."),
        (level(0, "%1、", "ideographTraditional"), "甲、 乙、 丙、"),
        (level(0, "%1.", "decimalFullWidth"), "１. ２. ３."),
        (level(0, "%1."), "1. 2. 3."),
        (level(0, "%1"), "1. 2. 3."),
    ],
)
def test_number_formats(levels: str, markers: str) -> None:
    """Numbers are printed in the format of their level, apart from the text behind them."""
    told = [line.rsplit(" ", 1) for line in text_of(ITEMS, numbering=numbering(levels))]
    assert " ".join(marker for marker, _ in told) == markers
    assert [text for _, text in told] == ["事1。", "事2。", "事3。"]


def test_suffix_nothing_still_parts_the_number() -> None:
    """A number without a gap behind it is no digit of the figure that follows."""
    levels = level(0, "%1", further='<w:suff w:val="nothing"/>')
    body = paragraph("35个问题完成整改。", number=1)
    assert text_of(body, numbering=numbering(levels)) == ["1.35个问题完成整改。"]
    levels = level(0, "%1、", "chineseCounting", further='<w:suff w:val="nothing"/>')
    assert text_of(body, numbering=numbering(levels)) == ["一、35个问题完成整改。"]


TWO = level(0, "%1、", "chineseCounting") + level(1, "%1.%2") + level(2, "%1.%2.%3")


def test_levels_restart_behind_a_level_above() -> None:
    """The second level starts anew below every item of the first, and shows its number too."""
    places = [(0, 0), (1, 0), (1, 0), (0, 0), (1, 0), (2, 0)]
    body = "".join(paragraph("文。", number=1, level=at) for at, _ in places)
    told = [line.split(" ")[0] for line in text_of(body, numbering=numbering(TWO))]
    assert told == ["一、", "一.1.", "一.2.", "二、", "二.1.", "二.1.1."]


@pytest.mark.parametrize(
    ("further", "markers"),
    [("", "1. 1."), ('<w:lvlRestart w:val="0"/>', "1. 2.")],
)
def test_a_level_may_never_restart(further: str, markers: str) -> None:
    """`lvlRestart` 0 counts on through the whole document."""
    levels = level(0, "%1、", "chineseCounting") + level(1, "%2.", further=further)
    body = "".join(paragraph("文。", number=1, level=at) for at in (0, 1, 0, 1))
    told = [line.split(" ")[0] for line in text_of(body, numbering=numbering(levels))]
    assert " ".join(told[1::2]) == markers


def test_legal_numbers_and_a_skipped_level() -> None:
    """`isLgl` prints every level in Arabic digits; a level that was skipped shows its first."""
    levels = level(0, "%1、", "chineseCounting") + level(1, "%1.%2", further="<w:isLgl/>")
    body = paragraph("文。", number=1, level=1)
    assert text_of(body, numbering=numbering(levels)) == ["1.1. 文。"]


def test_lists_that_share_a_definition_count_on_unless_one_starts_anew() -> None:
    """A second list goes on counting; `startOverride` starts it anew, once."""
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = "".join(paragraph("文。", number=which) for which in (1, 2, 3, 3))
    told = text_of(body, numbering=numbering(level(0, "%1."), nums))
    assert [line.split(" ")[0] for line in told] == ["1.", "2.", "1.", "2."]


def test_numbers_from_styles() -> None:
    """A heading style brings its list, and the level that names the style as its own."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h1"/>'
        "</w:style>"
    )
    levels = level(0, "%1、", "chineseCounting", further='<w:pStyle w:val="h1"/>') + level(
        1, "（%2）", "chineseCounting", further='<w:pStyle w:val="h2"/>'
    )
    body = paragraph("甲", style="h1") + paragraph("乙", style="h2") + paragraph("丙", style="h2")
    told = text_of(body, styles=styles, numbering=numbering(levels))
    assert told == ["一、 甲", "（一） 乙", "（二） 丙"]


def test_number_zero_takes_a_paragraph_out_of_its_list() -> None:
    """`numId` 0 is no list, whatever the style says; bullets are no markers."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="l"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    out = '<w:p><w:pPr><w:pStyle w:val="l"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
    body = paragraph("甲", style="l") + out + run("乙") + "</w:p>"
    assert text_of(body, styles=styles, numbering=numbering(level(0, "%1."))) == ["1. 甲", "乙"]
    assert text_of(paragraph("甲", number=1), numbering=numbering(level(0, "•", "bullet"))) == [
        "甲"
    ]


def _row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def _told(properties: str, text: str) -> str:
    return f"<w:tcPr>{properties}</w:tcPr>{paragraph(text)}"


def test_merged_cells_stand_once() -> None:
    """A cell over two columns and one over two rows are printed once, each in its own place."""
    rows = (
        _row(_told('<w:gridSpan w:val="3"/>', "收支表（单位：万元）"))
        + _row(paragraph("地区"), paragraph("项目"), paragraph("金额"))
        + _row(_told('<w:vMerge w:val="restart"/>', "甲县"), paragraph("收入"), paragraph("35"))
        + _row(_told("<w:vMerge/>", ""), paragraph("支出"), paragraph("12"))
    )
    document = read(word_file(paragraph("见下表。") + f"<w:tbl>{rows}</w:tbl>" + paragraph("完。")))
    (table,) = document.tables
    assert (table.caption, table.unit_note) == ("收支表", "单位：万元")
    assert [cell.text for cell in table.header] == ["地区", "项目", "金额"]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["甲县", "收入", "35"],
        ["", "支出", "12"],
    ]
    assert table.rows[1][0].merged
    assert document.text.count("甲县") == 1


def test_nested_cells_are_kept() -> None:
    """What stands in a table inside a cell is text of that cell."""
    inner = "<w:tbl>" + _row(paragraph("内一"), paragraph("内二")) + "</w:tbl>" + paragraph("")
    rows = _row(paragraph("项目"), paragraph("说明"), paragraph("金额")) + _row(
        paragraph("甲"), paragraph("外") + inner, paragraph("35万元")
    )
    (table,) = read(word_file(f"<w:tbl>{rows}</w:tbl>" + paragraph("完。"))).tables
    assert [cell.text for cell in table.rows[0]] == ["甲", "外 内一 内二", "35万元"]


def test_a_table_that_lays_out_the_page_is_text() -> None:
    """One cell around a whole report is no table."""
    body = f"<w:tbl>{_row(paragraph('一、成效') + paragraph('完成35个。') + paragraph('二、打算'))}</w:tbl>"
    document = read(word_file(body))
    assert document.tables == ()
    assert document.text.split() == ["一、成效", "完成35个。", "二、打算"]


def test_smart_tags_of_the_case() -> None:
    """Dates and measures in smart tags are read."""
    assert figures("smarttag.docx") == ["2235万元", "35公里"]


def test_tracked_changes_of_the_case() -> None:
    """3522 was put in for 2235; an inserted paragraph is read."""
    assert figures("tracked.docx") == ["3522万元", "12人", "3人"]


def test_text_box_of_the_case() -> None:
    """The second item stands in a box between the first and the third."""
    units = list(parse_outline(read(CASES / "textbox.docx")).walk())
    assert [unit.marker for unit in units][-3:] == ["一是", "二是", "三是"]


def test_suffix_of_the_case() -> None:
    """① and 35个 are a number and a figure."""
    assert figures("suff.docx") == ["35个", "12名", "35个", "12名", "5亿元"]


def test_restart_of_the_case() -> None:
    """The second list starts at 1 again."""
    text = read(CASES / "restart.docx").text
    assert [line.split(" ")[0] for line in text.split("\n")[2:8]] == [
        "一、",
        "1．",
        "2．",
        "二、",
        "1．",
        "2．",
    ]


def test_merged_cells_of_the_case() -> None:
    """The title row over four columns is the caption."""
    (table,) = read(CASES / "merged.docx").tables
    assert table.caption == "问题整改台账（共12项）"
    assert [cell.text for cell in table.rows[0]] == ["1", "违规发放补贴", "35万元", "已完成"]


def test_strict_files_are_read() -> None:
    """A file saved as strict OOXML differs in names only."""
    data = word_file(paragraph("正文。"))
    strict = part("document", f"<w:body>{paragraph('正文。')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    from tests.reading.files import zipped

    again = zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": strict})
    assert read(again).text.strip() == read(data).text.strip() == "正文。"


def test_word_and_page_read_alike() -> None:
    """The same paragraphs and table give the same cells from both."""
    rows = [("项目", "金额（万元）"), ("收入", "35"), ("支出", "12")]
    word = "<w:tbl>" + "".join(_row(*map(paragraph, row)) for row in rows) + "</w:tbl>"
    html = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    first = read(word_file(paragraph("见表。") + word + paragraph("完。")))
    second = read(page(f"<p>见表。</p><table>{html}</table><p>完。</p>"))
    assert [[c.text for c in row] for row in first.tables[0].rows] == [
        [c.text for c in row] for row in second.tables[0].rows
    ]
