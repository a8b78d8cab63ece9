"""Files made to take the machine end in one clear line, quickly, and name the limit."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from summarizer.errors import InputError
from summarizer.reading import read
from summarizer.reading.formats.web.page import read_page
from summarizer.reading.limits import Limits
from tests.reading.files import level, numbering, page, paragraph, part, run, word_file, zipped

SMALL = Limits(seconds=10, memory=512, unpacked=16, paragraphs=20_000)


def _pdf_within_itself() -> bytes:
    """A PDF whose form object draws itself."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 5 0 R/Resources"
        b"<</XObject<</F 4 0 R>>>>>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Length 11>>"
        b"stream\n/F Do /F Do\nendstream",
        b"<</Length 5>>stream\n/F Do\nendstream",
    ]
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(out))
    )


def _refused(data: bytes, limits: Limits = SMALL) -> str:
    started = time.monotonic()
    with pytest.raises(InputError) as caught:
        read(data, name="hostile", limits=limits)
    assert time.monotonic() - started < 40
    message = str(caught.value)
    assert message.startswith("hostile: ")
    assert "\n" not in message
    return message


def test_a_pdf_whose_form_contains_itself() -> None:
    """It ends in one line, whether PDFium finds no text or takes all it may."""
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    assert "PDF" in _refused(_pdf_within_itself()).upper()


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (word_file("<w:p/>" * 100_000), "more than 20000 paragraphs"),
        (word_file(paragraph("文" * 6_000_000)), "larger than 16 MB unpacked"),
        (word_file("<w:sdt>" * 400 + "</w:sdt>" * 400), "nested more than 256 deep"),
        (page("<p>文" * 30_000), "more than 20000 paragraphs"),
        (page("<table><tr><td>" * 300 + "文"), "tables nested more than 256 deep"),
        (page("<table><tr><td>" * 600 + "文"), "tables nested more than 256 deep"),
    ],
)
def test_limits_are_named(data: bytes, limit: str) -> None:
    """The message says which limit was reached."""
    assert limit in _refused(data)


def test_limits_can_be_raised() -> None:
    """What one limit refuses, a higher one reads."""
    data = word_file("<w:p/>" * 30_000 + paragraph("完。"))
    assert "paragraphs" in _refused(data)
    assert read(data, limits=SMALL.times(2)).view.text == "完。"


@pytest.mark.skipif(sys.platform == "win32", reason="no sparse files by seeking")
def test_a_file_of_any_size_is_no_report(tmp_path: Path) -> None:
    """A sparse file claims six gigabytes and takes no room; no more than the limit is read."""
    with (tmp_path / "sparse.txt").open("wb") as file:
        file.seek(6_000_000_000)
        file.write(b"1")
    with pytest.raises(InputError, match="larger than 1 MB"):
        read(tmp_path / "sparse.txt", limits=0.001)


def test_a_factor_holds_for_every_limit() -> None:
    """All limits are multiplied, and none falls to nothing."""
    assert Limits(1, 2, 3, 4, 5, 6).times(2) == Limits(2, 4, 6, 8, 10, 12)
    assert Limits(1, 2, 3, 4, 5, 6).times(0.01) == Limits(1, 1, 1, 1, 1, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_memory_is_limited() -> None:
    """A parser that takes more memory than it may ends alone."""
    data = word_file(paragraph("文" * 12_000_000))
    tight = Limits(seconds=60, memory=128, unpacked=64)
    assert "128 MB" in _refused(data, tight)


def test_an_entity_bomb_is_refused() -> None:
    """OOXML knows no document type, and so no entities."""
    document = part("document", "<w:body>&a;</w:body>").replace(
        "?><", '?><!DOCTYPE w [<!ENTITY a "aaaa">]><', 1
    )
    data = zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})
    assert "document type" in _refused(data)


def _wide() -> str:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="3000000"/></w:tcPr>{paragraph("甲")}</w:tc>'
    plain = f"<w:tc>{paragraph('乙')}</w:tc>"
    return f"<w:tbl><w:tr>{cell}{plain}</w:tr><w:tr>{plain}{plain}</w:tr></w:tbl>"


def _tall() -> str:
    rows = "".join(
        f"<w:tr><w:tc><w:tcPr><w:vMerge w:val='{'continue' if row else 'restart'}'/></w:tcPr>"
        f"{paragraph('甲')}</w:tc><w:tc>{paragraph(str(row))}</w:tc></w:tr>"
        for row in range(2000)
    )
    return f"<w:tbl>{rows}</w:tbl>"


MANY = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/></w:num>' for n in range(1, 5000))


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        (_wide(), {}),
        (_tall(), {}),
        (paragraph("文", number=1), {"numbering": numbering(level(0, "%1" * 100_000))}),
        (
            "".join(paragraph("文", number=n) for n in range(1, 5000)),
            {"numbering": numbering(level(0, "%1."), MANY)},
        ),
        (
            paragraph("文", style="a"),
            {
                "styles": '<w:style w:styleId="a" w:type="paragraph"><w:basedOn w:val="a"/>'
                "</w:style>"
            },
        ),
        (paragraph(run("文") * 20_000), {}),
    ],
)
def test_absurd_word_files_are_read_in_no_time(body: str, parts: dict[str, str]) -> None:
    """Wide spans, tall merges, long number texts, thousands of lists and circles are bounded."""
    started = time.monotonic()
    document = read(word_file(paragraph("前。") + body + paragraph("完。"), **parts))
    assert document.text.startswith("前。")
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 20_000 + "文",
        "<p hidden>" * 5000 + "文</p>见",
        "<table><tr><td colspan=9999999>甲<td rowspan=9999999>乙<tr><td>丙<td>丁</table>",
        "<ol start=99999999><li>甲</ol>",
        "<" * 200_000,
        "<b" + " a=b" * 50_000 + ">文",
        "&#x110000;&#0;&#xD800;文",
    ],
)
def test_absurd_pages_are_read_in_no_time(body: str) -> None:
    """Nothing that a page can nest, span or leave open takes long."""
    started = time.monotonic()
    read(page(f"<p>前。</p>{body}"))
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("between", ["", ">", '">" '])
@pytest.mark.parametrize(
    "piece",
    [
        "<!-- x",
        "<![CDATA[",
        '<a "',
        "<!-- --",
        "<a",
        "<!DOCTYPE ",
        "</a",
        "<?x",
        '<a b="',
        "<a b='",
    ],
)
def test_what_is_never_closed_is_not_searched_anew(
    piece: str, between: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of thousands of tags and comments without an end, few are looked for to the end of the page."""
    searched: list[int] = []
    for name in ("starttag", "endtag", "comment", "pi", "html_declaration"):
        monkeypatch.setattr(HTMLParser, f"parse_{name}", _counted(name, searched))
    body = f"<p>前。</p>{(piece + between) * 3000}"
    try:
        blocks, _ = read_page(body)
    except InputError as error:
        assert "never closed" in str(error)
    else:
        assert blocks
    assert len(searched) <= 21


def _counted(name: str, searched: list[int]) -> Callable[[HTMLParser, int], int]:
    parse = getattr(HTMLParser, f"parse_{name}")

    def counted(self: HTMLParser, i: int) -> int:
        end: int = parse(self, i)
        if end < 0:
            searched.append(i)
        return end

    return counted


def test_one_missing_quotation_mark_loses_no_text() -> None:
    """The page goes on behind the tag that is not closed, with its tags read as tags."""
    text = read(page("<p>前。</p><p class='a>中。</p><p>后。</p>")).text
    assert "前。" in text
    assert "中。\n" in text
    assert "后。" in text
    assert "</p>" not in text


def test_a_section_of_any_name_is_a_comment() -> None:
    """<![ … is no markup of HTML: to a browser it is a comment that ends with the tag."""
    for section in ("<![if !IE]>", "<![endif]>", "<![x[>", "<![ 甲>", "<![CDATA[>"):
        assert read(page(f"<p>前。</p>{section}<p>后。</p>")).text.split() == ["前。", "后。"]


def test_nested_tables_that_arrange_a_page_are_read() -> None:
    """What stands in a hundred tables, or with a raised limit in six hundred, is text like any."""
    for deep, limits in ((100, SMALL), (600, SMALL.times(4))):
        nested = page("<p>前。</p>" + "<table><tr><td>" * deep + "<p>中。</p>" + "</table>" * deep)
        assert read(nested, limits=limits).text.split() == ["前。", "中。"]


def test_elements_nested_without_end() -> None:
    """What a page nests deeper than any page is refused, where leaving it out would show more."""
    for tag in ("div hidden", "table"):
        with pytest.raises(InputError, match="nested more than 2000 deep"):
            read(page(f"<{tag}>" * 3000))


def test_parts_of_a_saved_page_within_each_other() -> None:
    """Thousands of parts, each inside the one before, end in one line and in linear time."""
    part = b'Content-Type: multipart/related; boundary="x"\n\n--x\n'
    with pytest.raises(InputError, match="holds no page"):
        read(b"MIME-Version: 1.0\n" + part * 4000)
