"""Word-processor files (.docx), through python-docx.

Automatic numbering is no part of a paragraph's text; without it a report would lose its outline,
so the markers are rendered from the numbering definitions (ECMA-376 Part 1, 17.9).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from docx import Document as open_docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

_DIGITS = "零一二三四五六七八九"
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "chineseLegalSimplified",
        "ideographDigital",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    }
)
_PLACEHOLDER = re.compile(r"%(\d)")


def _chinese(number: int) -> str:
    if number < 10:
        return _DIGITS[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        head = "十" if tens == 1 else _DIGITS[tens] + "十"
        return head + (_DIGITS[ones] if ones else "")
    return str(number)


def _ordinal(number: int, style: str) -> str:
    if style in _CHINESE:
        return _chinese(number)
    if style == "decimalEnclosedCircleChinese" and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    return str(number)


@dataclass(slots=True)
class _Numbering:
    """Counts the automatically numbered paragraphs of a document, as a word processor does."""

    root: Any
    counters: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * 9))

    def marker(self, paragraph: Paragraph) -> str:
        place = self._place(paragraph)
        if place is None:
            return ""
        abstract, level = place
        definition = self._level(abstract, level)
        if definition is None:
            return ""
        counts = self.counters[abstract.get(qn("w:abstractNumId"))]
        start = definition.find(qn("w:start"))
        first = int(start.get(qn("w:val"))) if start is not None else 1
        counts[level] = counts[level] + 1 if counts[level] else first
        counts[level + 1 :] = [0] * (8 - level)
        text = definition.find(qn("w:lvlText"))
        pattern = text.get(qn("w:val")) if text is not None else ""
        if "%" not in (pattern or ""):
            return ""  # A bullet is no marker.

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = self._level(abstract, at)
            style = other.find(qn("w:numFmt")) if other is not None else None
            return _ordinal(counts[at] or 1, style.get(qn("w:val")) if style is not None else "")

        return _PLACEHOLDER.sub(number, pattern)

    def _place(self, paragraph: Paragraph) -> tuple[Any, int] | None:
        properties = paragraph._p.pPr
        found: Any = properties.numPr if properties is not None else None
        style = paragraph.style
        while found is None and style is not None:
            properties = style.element.pPr
            found = properties.numPr if properties is not None else None
            style = style.base_style
        if found is None or found.numId is None:
            return None
        level = found.ilvl.val if found.ilvl is not None else 0
        for number in self.root.findall(qn("w:num")):
            if number.get(qn("w:numId")) == str(found.numId.val):
                wanted = number.find(qn("w:abstractNumId")).get(qn("w:val"))
                for abstract in self.root.findall(qn("w:abstractNum")):
                    if abstract.get(qn("w:abstractNumId")) == wanted and 0 <= level <= 8:
                        return abstract, level
        return None

    @staticmethod
    def _level(abstract: Any, level: int) -> Any:
        for definition in abstract.findall(qn("w:lvl")):
            if definition.get(qn("w:ilvl")) == str(level):
                return definition
        return None


def _lines(data: bytes) -> Iterator[str]:
    document = open_docx(BytesIO(data))
    parts = [rel.target_part for rel in document.part.rels.values() if not rel.is_external]
    roots = [part.element for part in parts if str(part.partname).endswith("/numbering.xml")]
    numbering = _Numbering(roots[0]) if roots else None
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(cell.text.replace("\n", " ") for cell in row.cells)
        else:
            yield (numbering.marker(block) if numbering else "") + block.text


def extract_text(data: bytes) -> str:
    """The text of the body, one paragraph a line, tables row by row."""
    return "\n".join(_lines(data)) + "\n"
