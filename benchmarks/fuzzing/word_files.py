"""Word files made of a mutated text, and mutated in their own XML, which stays whole."""

from __future__ import annotations

import random
import re
from html import escape

from fuzzing.material import outlined
from fuzzing.mutators import bytes_mutated, mutated
from tests.reading.files import part, word_package

UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML and fonts cannot hold."""
_VALUE = re.compile(r'="([^"]*)"')
_NUMBERS = ("0", "1", "-1", "2", "9", "65536", "3000000", "99999999999999999999", "1.5", "x", "")
_STYLES = "abcd"


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
    files = {name: part(name, _xml_mutated(rng, xml)) for name, xml in parts.items()}
    data = word_package(files, packed=False)  # so that changed bytes reach the XML
    return bytes_mutated(rng, data) if rng.random() < 0.1 else data


def _paragraph(rng: random.Random, line: str) -> str:
    clean = escape(UNWRITABLE.sub("", line))
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
