"""Where the last words of a text begin: whom to turn to, and thanks."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import patterns as re
from summarizer.reading.characters import SENTENCE_END
from summarizer.reading.document import View
from summarizer.reading.layout import Layout
from summarizer.reading.metadata import CONTACT
from summarizer.reading.paragraph import Paragraph
from summarizer.spans import Range

_LAST_WORDS = 1500  # characters: 99.9 % of paragraphs are shorter than 1,156
_INVITATION = re.compile(
    rf"(?:(?<=[{SENTENCE_END}\n])|^)(?:热忱|诚恳|诚挚|真诚|衷心|敬请)?(?:欢迎|希望)"
    r"[^。\n]{0,6}(?:广大|社会各界|各界)[^。\n]{0,40}(?:监督|意见|建议)"
)
_SENTENCE_START = re.compile(rf"[{SENTENCE_END}]")


def closing_of(view: View, paragraphs: Sequence[Paragraph], layout: Layout, body: Range) -> int:
    """The offset in the source where the units of a body end: its own end where all is text."""
    closing = body.end
    if layout.closing < len(paragraphs):
        closing = min(closing, paragraphs[layout.closing][0].start)
    first, end = view.slice(Range(body.start, max(body.start, closing)))
    found = _INVITATION.search(view.text, max(first, end - _LAST_WORDS), end)
    if found is not None:
        end = found.start()
    else:
        # The last paragraph may turn to the reader in its last sentences.
        for sentence in _SENTENCE_START.finditer(
            view.text, max(view.text.rfind("\n", first, end) + 1, end - _LAST_WORDS), end
        ):
            found = CONTACT.match(view.text, sentence.end(), end)
            if found is not None:
                end = found.start()
                break
    # A text that is nothing but its closing words is its own single unit; below a table of
    # contents they are closing words all the same.
    if not view.text[first:end].strip():
        listed = any(index in layout.noise for index in range(layout.first, layout.last))
        return closing if listed else body.end
    return closing if found is None else view.offset(end)
