"""Web pages: what a browser shows of them, as blocks and tables, through the standard library."""

from __future__ import annotations

import codecs
import re

from summarizer.errors import DecodingError
from summarizer.reading.decode import decode
from summarizer.reading.formats.blocks import Extracted, extracted
from summarizer.reading.formats.web.page import read_page
from summarizer.reading.limits import Limits

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 4096  # WHATWG looks at 1,024 bytes; pages put more before their charset


def decoded(data: bytes, charset: str | None = None) -> str:
    """The text of a page in the encoding that it or its server tells, else by its bytes."""
    declared = _DECLARED.search(data[:_HEAD])
    names = [charset] if charset else []
    if declared is not None and not data.startswith(_MARKS):
        names.append(declared[1].decode("ascii"))
    for name in names:
        # WHATWG Encoding Standard: pages labelled gb2312 or gbk are decoded as gb18030.
        wanted = "gb18030" if name.lower() in {"gb2312", "gbk", "x-gbk"} else name
        try:
            return data.decode(wanted)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue  # A wrong label is common; the bytes themselves decide then.
    return decode(data, name="page").text


def extract_text(data: bytes, limits: Limits, charset: str | None = None) -> Extracted:
    """The text of a page, one block a paragraph. Raises DecodingError for undecodable bytes."""
    text = decoded(data, charset)
    if "\x00" in text:
        raise DecodingError("not a text page")
    blocks, names = read_page(text.removeprefix("\ufeff"))
    return extracted(blocks, limits, names)
