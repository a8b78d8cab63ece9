"""Word files (.docx): what Word shows of them, read from their XML in one walk.

The standard library opens them: a zip and the expat parser, told to refuse document types (which
OOXML forbids, and entity bombs need). A library of proxies over the XML reads only what it has
proxies for, and lost smart tags, insertions, content controls and text boxes.
"""

from __future__ import annotations

from summarizer.reading.formats.blocks import Extracted, extracted
from summarizer.reading.formats.word.package import Package
from summarizer.reading.formats.word.walk import body_blocks
from summarizer.reading.limits import Limits


def extract_text(data: bytes, limits: Limits) -> Extracted:
    """The text and tables of the body, a line a paragraph. Raises InputError for a bad file."""
    with Package(data, limits) as package:
        return extracted(body_blocks(package, limits), limits)
