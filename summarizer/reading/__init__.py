"""Reading: any source of text → `Document`, with its page furniture and its normalised view."""

from summarizer.reading.document import Document, View
from summarizer.reading.reader import from_text, read
from summarizer.reading.view import plain_view

__all__ = ["Document", "View", "from_text", "plain_view", "read"]
