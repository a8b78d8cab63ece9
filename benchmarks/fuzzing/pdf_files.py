"""PDFs made of a mutated text, and mutated in the tokens of their objects."""

from __future__ import annotations

import random
import re
from functools import cache
from io import BytesIO

from fuzzing.material import outlined
from fuzzing.mutators import bytes_mutated, mutated
from fuzzing.word_files import UNWRITABLE

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
            sheet.drawString(left, 800 - 16 * place, UNWRITABLE.sub("", line))
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
