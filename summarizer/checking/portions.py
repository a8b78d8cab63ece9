"""A text that is no statement any more, cut into what can be checked one by one.

Every figure of a statement is weighed against all others of it, so that the work grows with their
square: portions make it grow with their number, and what is beyond them all is told as unread.
"""

from __future__ import annotations

from bisect import bisect_left

from summarizer import patterns as re
from summarizer.checking.findings import Fault, Grade
from summarizer.spans import Range

# A natural statement has at most 14 numbers, a paragraph of an answer 70; 一 of 统一 counts too.
_NUMBERS = 100
_LETTERS = 3000  # a paragraph of the bundled reports has 1,500 at most, most 400
_MOST = 10  # portions of one paragraph: a thousand numbers take ten to twenty seconds
_NUMBER = re.compile(r"\d[\d.,]*[十百千万亿]*|[一二三四五六七八九十百千万亿两〇零]+")
_ENDS = ("。！？；!?;\n", "，、：,")  # where a text is best cut, then where it can be


def portions(text: str) -> list[Range]:
    """The ranges of a text that are checked by themselves: of any statement one, without gaps."""
    if len(text) <= _NUMBERS:
        return [Range(0, len(text))]
    numbers = [match.start() for match in _NUMBER.finditer(text)]
    found: list[Range] = []
    start = 0
    while len(found) < _MOST and (start < len(text) or not found):
        next_number = bisect_left(numbers, start) + _NUMBERS
        last = min(start + _LETTERS, *numbers[next_number : next_number + 1], len(text))
        end = last if last == len(text) else _cut(text, start, last)
        found.append(Range(start, end))
        start = end
    return found


def _cut(text: str, start: int, last: int) -> int:
    """Behind the last end of a sentence in the second half of a stretch, else of a clause."""
    for marks in _ENDS:
        end = max(text.rfind(mark, (start + last) // 2, last) for mark in marks) + 1
        if end > start:
            return end
    return last


def beyond(text: str) -> tuple[Fault, int] | None:
    """What is told of a text of which not all was checked, and how many numbers are unread."""
    end = portions(text)[-1].end
    if end == len(text):
        return None
    count = len(_NUMBER.findall(text, end))
    details = {"count": str(count)}
    return Fault(
        "unread", Grade.OPEN, text[end:], "too_many", Range(end, len(text)), None, details
    ), count
