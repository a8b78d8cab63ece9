"""Pages saved whole (.mht, .mhtml): a message in MIME, one part of which is the page."""

from __future__ import annotations

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from summarizer.errors import InputError
from summarizer.reading.formats.blocks import Extracted
from summarizer.reading.formats.web import extract_text as extract_page
from summarizer.reading.limits import Limits


def extract_text(data: bytes, limits: Limits) -> Extracted:
    """The text of the first page in the message. Raises InputError where it holds none."""
    message = BytesParser(policy=policy.default).parsebytes(data.lstrip(b"\xef\xbb\xbf\r\n"))
    for part in _parts(message):
        if part.get_content_type() == "text/html":
            return extract_page(_payload(part), limits, part.get_content_charset())
    raise InputError("this saved page holds no page", hint="save it again as .html or text")


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """All parts in order. `walk` goes down by a generator a level, and parts nest without limit."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        yield part
        held = part.get_payload()
        if isinstance(held, list):
            waiting += [inner for inner in reversed(held) if isinstance(inner, EmailMessage)]


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
