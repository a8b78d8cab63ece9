"""Files of foreign formats made for tests: Word files from raw XML, pages from their body."""

from __future__ import annotations

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{W}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def part(root: str, content: str) -> str:
    """A part of a Word file with this root element."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMES}>{content}</w:{root}>'


def word_file(body: str, **parts: str) -> bytes:
    """A .docx with this body; further parts by name: `numbering`, `styles`, `footnotes`."""
    files = {"document": f"<w:body>{body}</w:body>"} | parts
    return word_package({name: part(name, content) for name, content in files.items()})


def word_package(parts: dict[str, str], *, packed: bool = True) -> bytes:
    """A .docx of these parts, each a whole XML by its name; `document` is the first of them."""
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
    return zipped(files, packed=packed)


def zipped(files: dict[str, str], *, packed: bool = True) -> bytes:
    """A zip of these files, deflated or stored."""
    sink = BytesIO()
    with zipfile.ZipFile(
        sink, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    ) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return sink.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    told = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{told}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, number: int = 0, level: int = 0, style: str = "") -> str:
    """A paragraph; text without tags becomes a run, `number` puts it in a list."""
    told = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        told += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{told}</w:pPr>{inner}</w:p>"


def level(at: int, text: str, style: str = "decimal", start: int = 1, further: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'{further}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(
    levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    """A numbering part with one definition."""
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{nums}'


def page(body: str) -> bytes:
    """A web page with this body."""
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>通报</title></head>'
        f"<body>{body}</body></html>"
    ).encode()
