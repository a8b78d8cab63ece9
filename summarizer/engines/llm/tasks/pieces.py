"""Cutting a text that is too long for one request, at its sentence ends."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.engines.llm.client.tokens import characters_within, estimate

_SLACK = 80  # characters a piece may be longer than the average, so that sentences fit
_SENTENCE_END = re.compile(r"[。！？；!?;]+[”’」』）)]*|\n")


def pieces(
    text: str, start: int, end: int, budget: int, least: int = 1
) -> Iterator[tuple[int, int]]:
    """The range whole, or cut after sentence ends into at least so many pieces of about the same
    size, each within `budget` tokens."""
    count = max(least, -(-estimate(text[start:end]) // budget))
    if count <= 1:
        yield start, end
        return
    aim = min(characters_within(budget), -(-(end - start) // count) + _SLACK)
    while end - start > aim:
        cut = start + aim
        for match in _SENTENCE_END.finditer(text, start + aim // 2, start + aim):
            cut = match.end()
        yield start, cut
        start = cut
    yield start, end
