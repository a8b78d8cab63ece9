"""Web pages, through inscriptis, which keeps every text of the page and its block layout."""

from __future__ import annotations

import re

from inscriptis import get_text
from inscriptis.model.config import ParserConfig

from summarizer.errors import DecodingError
from summarizer.reading.decode import decode

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_CONFIG = ParserConfig(display_links=False, display_images=False, display_anchors=False)


def _decoded(data: bytes) -> str:
    declared = _DECLARED.search(data[:4096])
    if declared is not None:
        name = declared[1].decode("ascii").lower()
        # WHATWG Encoding Standard: pages labelled gb2312 or gbk are decoded as gb18030.
        try:
            return data.decode("gb18030" if name in {"gb2312", "gbk"} else name)
        except (LookupError, UnicodeDecodeError):
            pass  # A wrong label is common; the bytes themselves decide then.
    return decode(data, name="page").text


def extract_text(data: bytes) -> str:
    """The text of a page, one block a paragraph. Raises DecodingError for undecodable bytes."""
    text = _decoded(data)
    if "\x00" in text:
        raise DecodingError("not a text page")
    extracted: str = get_text(text, _CONFIG)
    return extracted
