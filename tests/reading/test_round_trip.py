"""The same report as text, Word file, web page and PDF gives the same outline and figures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer.analysis import Analysis, analyse
from summarizer.reading import read
from summarizer.reading.characters import fold
from tests.reading.files import level, numbering, page, paragraph, run, word_file

REPORT = Path(__file__).parents[1] / "data" / "reports" / "chengzhong-2025.txt"
_PIECES = re.compile(r"[0-9.]{1,2}|[^0-9.]{1,7}")
_TOP = re.compile("([一二三四五六七八九十]+)、(.*)")
_SECOND = re.compile("（([一二三四五六七八九十]+)）(.*)")


def lines() -> list[str]:
    """The paragraphs of a bundled report."""
    return [
        line.strip() for line in REPORT.read_text(encoding="utf-8").splitlines() if line.strip()
    ]


def shape(analysis: Analysis) -> list[tuple[object, ...]]:
    """Ids, markers and headings of the units, and the figures, without positions."""

    def plain(text: str | None) -> str:
        return re.sub(r"\s", "", fold(text or ""))

    units = [(u.id, plain(u.marker), plain(u.heading)) for u in analysis.outline.walk()]
    found = [f for f in analysis.anchors.figures if not f.non_quantity]
    return [*units, *((plain(f.text), f.value, f.unit) for f in found)]


@pytest.fixture(scope="module")
def expected() -> list[tuple[object, ...]]:
    return shape(analyse(read(REPORT)))


def test_word_file_with_automatic_numbers(expected: list[tuple[object, ...]]) -> None:
    """Headings numbered by Word, their text in many runs, are those that are typed."""
    body = ""
    for line in lines():
        top, second = _TOP.fullmatch(line), _SECOND.fullmatch(line)
        match, at = (top, 0) if top else (second, 1)
        text = match[2] if match else line
        inner = "".join(run(piece) for piece in _PIECES.findall(text))
        body += paragraph(inner, number=1 if match else 0, level=at)
    levels = level(0, "%1、", "chineseCounting") + level(1, "（%2）", "chineseCounting")
    assert shape(analyse(read(word_file(body, numbering=numbering(levels))))) == expected


def test_web_page_with_a_tag_around_every_piece(expected: list[tuple[object, ...]]) -> None:
    """Figures that Word's HTML cuts into spans are whole."""
    body = "".join(
        "<p>" + "".join(f"<span>{piece}</span>" for piece in _PIECES.findall(line)) + "</p>\n"
        for line in lines()
    )
    assert shape(analyse(read(page(body)))) == expected


def test_pdf_of_the_report(expected: list[tuple[object, ...]]) -> None:
    """Lines of a fixed width on several pages are the paragraphs of the text."""
    pytest.importorskip("reportlab", reason="reportlab is not installed")
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    from tests.reading.test_pdf import Piece, pdf_of

    rows: list[str] = []
    for line in lines():
        text = f"　　{line}"
        rows += [text[at : at + 34] for at in range(0, len(text), 34)]
    pages: list[list[Piece]] = [
        [(60, 780 - 20 * n, 14, row) for n, row in enumerate(part)]
        for part in (rows[at : at + 36] for at in range(0, len(rows), 36))
    ]
    found = shape(analyse(read(pdf_of(*pages))))
    assert found == expected
