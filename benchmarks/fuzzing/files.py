"""Web pages, Word files and PDFs made of a mutated text, and mutated in their own structure."""

from __future__ import annotations

import random
import re
import zipfile
from functools import cache
from html import escape
from io import BytesIO

from fuzzing.material import outlined
from fuzzing.mutators import bytes_mutated, mutated

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAG = re.compile(r"<[^<>]{0,200}>")
_VALUE = re.compile(r'="([^"]*)"')
_NUMBERS = ("0", "1", "-1", "2", "9", "65536", "3000000", "99999999999999999999", "1.5", "x", "")
_HTML_TAGS = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<td",
    "colspan=9999999>",
    "<td",
    "rowspan=99999>",
    "<ol>",
    "<ol",
    "start=99999999>",
    "</ol>",
    "<ul>",
    "<li>",
    "</li>",
    "<br>",
    "<hr>",
    "<h1>",
    "</h1>",
    "<h2>",
    "<sup>",
    "</sup>",
    "<a>",
    "</a>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE",
    "<p>",
    "<pre>",
    "</pre>",
    "<span",
    "hidden>",
    "<span",
    "style=display:none>",
    "<template>",
    "<svg>",
    "<math>",
    "<select><option>",
    "<textarea>",
    "<title>",
    "<base>",
    "<iframe>",
    "<ruby>",
    "<rt>",
    "&nbsp;",
    "&#x110000;",
    "&#0;",
    "&#xD800;",
    "&amp",
    "&lt;",
    "&",
    "<",
    ">",
    "<b",
    "a=b",
    "a='c",
    "<th>",
    "<thead>",
    "<caption>",
    "<details>",
    "<noscript>",
    "<body>",
    "</body>",
    "</html>",
    "<head>",
]
_STYLES = "abcd"


def page_of(rng: random.Random) -> bytes:
    """A web page."""
    text = mutated(rng, outlined(rng, rng.randint(30, 300)))
    paragraphs = [
        f"<{tag}>{escape(line, quote=False)}</{tag}>"
        for line in text.split("\n")
        for tag in [rng.choice(("p", "p", "p", "div", "li", "h2", "td", "span"))]
    ]
    if rng.random() < 0.3:
        paragraphs.insert(rng.randrange(len(paragraphs) + 1), _html_table(rng))
    page = "<html><head><title>报告</title></head><body>" + "\n".join(paragraphs) + "</body></html>"
    for _ in range(rng.randint(0, 6)):
        page = _tags_mutated(rng, page, _HTML_TAGS)
    encoding = rng.choice(("utf-8", "utf-8", "utf-8", "gb18030", "utf-16"))
    data = page.encode(encoding, "ignore")
    return bytes_mutated(rng, data) if rng.random() < 0.15 else data


def _html_table(rng: random.Random) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{mutated(rng, '1234', 1)}</td>" for _ in range(rng.randint(1, 4)))
        for _ in range(rng.randint(1, 5))
    )
    return f"<table><tr><th>项目<th>2024年<th>增长%{rows}</table>"


def _tags_mutated(rng: random.Random, page: str, tags: list[str]) -> str:
    places = [match.span() for match in _TAG.finditer(page)]
    if not places or rng.random() < 0.4:
        place = rng.randrange(len(page) + 1)
        return page[:place] + rng.choice(tags) * rng.choice((1, 1, 1, 300)) + page[place:]
    start, end = rng.choice(places)
    kind = rng.randrange(3)
    if kind == 0:
        return page[:start] + page[end:]
    if kind == 1:
        return page[:end] + page[start:end] * rng.choice((1, 2, 400)) + page[end:]
    return page[:start] + rng.choice(tags) + page[end:]


def word_of(rng: random.Random) -> bytes:
    """A Word file."""
    text = mutated(rng, outlined(rng, rng.randint(30, 300)))
    body = "".join(_paragraph(rng, line) for line in text.split("\n"))
    if rng.random() < 0.4:
        body += _word_table(rng)
    parts = {"document": f"<w:body>{body}</w:body>", "styles": _styles(rng)}
    parts["numbering"] = _numbering(rng)
    if rng.random() < 0.2:
        parts["footnotes"] = f'<w:footnote w:id="2">{_paragraph(rng, "注。")}</w:footnote>'
    files = {name: _part(name, _xml_mutated(rng, xml)) for name, xml in parts.items()}
    data = _zipped(files)
    return bytes_mutated(rng, data) if rng.random() < 0.1 else data


def _paragraph(rng: random.Random, line: str) -> str:
    clean = escape(_UNWRITABLE.sub("", line))
    told = ""
    if rng.random() < 0.3:
        told += f'<w:pStyle w:val="{rng.choice(_STYLES)}"/>'
    if rng.random() < 0.3:
        number, level = rng.randint(0, 4), rng.randint(0, 3)
        told += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    half = rng.randint(0, len(clean)) if "&" not in clean else 0
    runs = "".join(
        f'<w:r>{rng.choice(("", "", "<w:tab/>", "<w:br/>"))}<w:t xml:space="preserve">{part}</w:t></w:r>'
        for part in (clean[:half], clean[half:])
    )
    wrap = rng.choice(
        (*["{}"] * 6, "<w:ins>{}</w:ins>", "<w:del>{}</w:del>", "<w:hyperlink>{}</w:hyperlink>")
    )
    return f"<w:p><w:pPr>{told}</w:pPr>{wrap.format(runs)}</w:p>"


def _word_table(rng: random.Random) -> str:
    def cell() -> str:
        told = rng.choice(
            ("", "", '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>")
        )
        return f"<w:tc><w:tcPr>{told}</w:tcPr>{_paragraph(rng, mutated(rng, '1234', 1))}</w:tc>"

    rows = "".join(
        f"<w:tr>{''.join(cell() for _ in range(rng.randint(1, 4)))}</w:tr>"
        for _ in range(rng.randint(1, 4))
    )
    return f"<w:tbl>{rows}</w:tbl>"


def _styles(rng: random.Random) -> str:
    return "".join(
        f'<w:style w:styleId="{name}" w:type="paragraph"><w:name w:val="heading {rng.randint(0, 9)}"/>'
        f'<w:basedOn w:val="{rng.choice(_STYLES)}"/><w:pPr><w:outlineLvl w:val="{rng.choice(_NUMBERS)}"/>'
        f'<w:numPr><w:numId w:val="{rng.randint(0, 4)}"/></w:numPr></w:pPr></w:style>'
        for name in _STYLES
    )


def _numbering(rng: random.Random) -> str:
    formats = ("decimal", "chineseCounting", "upperRoman", "lowerLetter", "bullet", "x", "none")
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{rng.choice(_NUMBERS)}"/>'
        f'<w:numFmt w:val="{rng.choice(formats)}"/><w:lvlText w:val="{rng.choice(("%1、", "（%2）", "%1.%2.%3", "%9%0%", "%1" * 300))}"/></w:lvl>'
        for at in range(4)
    )
    nums = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{rng.choice("0011x")}"/></w:num>'
        for n in range(1, 5)
    )
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{nums}'


def _xml_mutated(rng: random.Random, xml: str) -> str:
    """Elements doubled, nested and renamed in pairs, values replaced: the XML stays whole."""
    for _ in range(rng.randint(0, 4)):
        values = [match.span(1) for match in _VALUE.finditer(xml)]
        kind = rng.randrange(3)
        if kind == 0 and values:
            start, end = rng.choice(values)
            xml = xml[:start] + rng.choice(_NUMBERS) + xml[end:]
        elif kind == 1:
            deep = rng.choice((1, 1, 2, 5, 100, 300))
            name = rng.choice(
                ("sdt", "tbl", "tr", "tc", "p", "r", "ins", "txbxContent", "smartTag")
            )
            xml = f"<w:{name}>" * deep + xml + f"</w:{name}>" * deep
        else:
            xml = xml.replace(*rng.choice(_RENAMED), rng.choice((1, 3, -1)))
    return xml


_RENAMED = (
    ("<w:tab/>", "<w:br/>" * 200),
    ("w:val=", "w:va="),
    ("<w:tcPr></w:tcPr>", '<w:tcPr><w:gridSpan w:val="3000000"/></w:tcPr>'),
    ("<w:pPr></w:pPr>", '<w:pPr><w:pStyle w:val="a"/></w:pPr>'),
    ("<w:body>", "<w:body><w:p/>" + "<w:p/>" * 400),
)


def _part(name: str, content: str) -> str:
    root = f"w:{name}"
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} xmlns:w="{W}">{content}</{root}>'


def _zipped(parts: dict[str, str]) -> bytes:
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_RELATION}/{name}" Target="{name}.xml"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
        ),
    }
    files |= {f"word/{name}.xml": content for name, content in parts.items()}
    sink = BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:  # stored, so that changed bytes reach the XML
        for name, content in files.items():
            archive.writestr(name, content)
    return sink.getvalue()


_PDF_WORDS = (
    b"0 1 -1 65536 99999999999 1.5e9 /F1 /Font /Pages /Kids /Count [ ] << >> R obj endobj stream endstream "
    b"null true ( ) <FEFF> BT ET Tj TJ Td Tf Tm q Q cm Do 1000000 Td 0 Tf 3 0 R 1 0 R 5 0 R"
).split(b" ")
_PDF_TOKEN = re.compile(rb"[^\s/\[\]<>()]+|/[A-Za-z0-9]+")


@cache
def _sheet(number: int) -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    rng = random.Random(number)
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    sink = BytesIO()
    sheet = Canvas(sink, pageCompression=0, invariant=1)
    for _ in range(rng.randint(1, 2)):
        text = mutated(rng, outlined(rng, 300), 3)
        lines = [line[at : at + 30] for line in text.split("\n") for at in range(0, len(line), 30)]
        left = 50.0
        for place, line in enumerate(lines[:45]):
            sheet.setFont("STSong-Light", rng.choice((10, 10, 10, 6, 16)))
            left = rng.choice((left, left, left, 320.0, 50.0))
            sheet.drawString(left, 800 - 16 * place, _UNWRITABLE.sub("", line))
        sheet.showPage()
    sheet.save()
    return sink.getvalue()


def pdf_of(rng: random.Random) -> bytes:
    """A PDF: tokens of its objects and pages replaced, doubled, gone; now and then bytes."""
    data = _sheet(rng.randrange(200))
    for _ in range(rng.randint(1, 6)):
        tokens = [match.span() for match in _PDF_TOKEN.finditer(data)]
        start, end = rng.choice(tokens)
        kind = rng.randrange(3)
        new = rng.choice(_PDF_WORDS)
        if kind == 0:
            other = rng.choice(tokens)
            new = data[other[0] : other[1]]
        elif kind == 1:
            new = data[start:end] + b" " + new
        data = data[:start] + new + data[end:]
    return bytes_mutated(rng, data, 2) if rng.random() < 0.2 else data
