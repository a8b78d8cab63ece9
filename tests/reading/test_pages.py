"""A reader in a process apart tells how many pages are read."""

from __future__ import annotations

import os

import pytest

from summarizer.errors import InputError
from summarizer.reading import read
from summarizer.reading.formats.pages import heard

pytest.importorskip("pypdfium2")


def pdf(pages: int) -> bytes:
    """A PDF of pages with a line of text each, in a font that every reader has."""
    stream = b"BT /F1 12 Tf 50 700 Td (A line of a page) Tj ET"
    kids = " ".join(f"{4 + i} 0 R" for i in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} /Resources << /Font << /F1 "
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        *[b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>"] * pages,
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        % (
            len(places) + 1,
            table,
            len(places) + 1,
        )
        + b"startxref\n%d\n%%%%EOF\n" % len(body)
    )


def test_pages_are_told_while_they_are_read() -> None:
    """In order, from none to nearly all, each time with the number of all."""
    told: list[tuple[int, int]] = []
    document = read(pdf(90), pages=lambda done, of: told.append((done, of)))
    assert document.text.count("A line of a page") == 90
    assert told == [(done, 90) for done in (0, 20, 40, 60, 80)]


def test_a_file_that_cannot_be_read_ends_the_telling() -> None:
    """A damaged file is one error, with a listener as without."""
    with pytest.raises(InputError, match="PDF"):
        read(b"%PDF-1.4\nbroken", pages=lambda done, of: None)


def test_what_a_library_says_beside_is_passed_over() -> None:
    """Only whole lines of a reader count; nothing else reaches the listener."""
    told: list[tuple[int, int]] = []
    with heard(lambda done, of: told.append((done, of))) as number:
        assert number is not None
        os.write(number, b"pages 1 2\nwarning: pages 3 4\npages -1 5\npages x 2\n" + b"x" * 500)
        os.write(number, b"\npages 6 7\n")
    assert told == [(1, 2), (6, 7)]


def test_nobody_listens() -> None:
    """Without a listener a reader's standard error goes nowhere."""
    with heard(None) as number:
        assert number is None
