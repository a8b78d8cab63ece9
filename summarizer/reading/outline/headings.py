"""Where a unit's heading ends."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.patterns import lazy

_LEAD = "关于|针对|着力解决|着力整改|解决|聚焦|围绕|对照|对于|反馈|指出|提出|整改|就|对"
_QUOTED_HEADING = re.compile(
    rf"(?:{_LEAD})?[^“”\n。;]{{0,15}}“[^\n]{{1,300}}?”[^“”\n。;,:]{{0,12}}"
    r"(?:问题|方面)[^“”\n。;,:]{0,12}(?=[。:!;\n]|$)"
)
_SENTENCE = re.compile(r"[^。!?\n]*")
_LABEL = re.compile(r"[^。,;:!?\n“”《》]{2,20}(?=:)")
# A label whose text is the heading.
_STATED = re.compile(
    r"(?:(?:巡视|巡察)组?)?(?:反馈|指出)的?(?:问题|意见|指出)?:|问题描述:|“[^”\n]+”$"
)
_FIGURE = lazy(r"\d(?!\d*年)[\d.,]*(?:%|[余多]?(?:个|次|人|万|亿|名|件|项|家|条|户))|\d+月\d+日")
SHORT_HEADING = 40  # the longest of 304 headings of six reports has 38
LONG_HEADING = 50  # with 针对“…”问题 in it
_LONGEST_LINE = 120  # three times the longest heading (38): no line of prose is as short throughout
_LONGEST_INLINE = 25  # 95 % of 304 headings have 26 or fewer
_HEADED = 2  # times as long: what a heading stands before
_CLOSERS = "”’)》"


def block_heading(
    text: str, start: int, end: int, *, more: bool, longest: int
) -> tuple[int, int] | None:
    """The view range of the heading of a block unit whose first paragraph is `[start, end)`.

    `more` says whether anything else of the unit follows that paragraph. A unit that is one
    sentence, or begins with a long one, has no heading.
    """
    quoted = _QUOTED_HEADING.match(text, start, end)
    if quoted is not None:
        return start, quoted.end()
    stop = sentence_end(text, start, end)
    if stop == start:
        return None
    if text[stop - 1] == ";":
        # A whole item of a list is no heading.
        return None
    rest = stop + 1 < end
    size = stop - start
    if _STATED.match(text, start, stop):
        return (start, stop) if size <= _LONGEST_LINE else None
    label = _LABEL.match(text, start, end)
    if rest:
        plain = size <= _LONGEST_INLINE or not _FIGURE.search(text, start, stop)
        if size <= longest and plain:
            return start, label.end() if label is not None else stop
        return (start, label.end()) if label is not None else None
    ended = stop < end
    if more:
        return (start, stop) if size <= (60 if ended else _LONGEST_LINE) else None
    if label is not None and label.end() < stop:
        return start, label.end()
    return (start, stop) if not ended and size <= longest else None


def inline_heading(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The view range of an inline item's heading: a short first sentence without a comma.

    But for the one between what it speaks of and what that is: 过去的五年，是转型升级的五年.
    """
    stop = sentence_end(text, start, min(end, start + _LONGEST_INLINE + 1))
    if stop == start or stop + 1 >= end or stop - start > _LONGEST_INLINE:
        return None
    told = text[start:stop]
    told = told.replace(",是", "", 1) if told.find(",是") > 0 else told
    if text[stop : stop + 1] != "。" or any(mark in told for mark in ",;:"):
        return None
    return start, stop


def row_heading(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The view range of what heads an inline item if all beside it have such a first sentence.

    One without a figure, much shorter than what it heads; commas are no bar to it.
    """
    stop = sentence_end(text, start, min(end, start + SHORT_HEADING + 1))
    size = stop - start
    if not size or size > SHORT_HEADING or (end - stop) < _HEADED * size:
        return None
    if text[stop : stop + 1] != "。" or any(mark in text[start:stop] for mark in ";:"):
        return None
    return None if _FIGURE.search(text, start, stop) else (start, stop)


def sentence_end(text: str, start: int, end: int) -> int:
    """Where the sentence that starts at `start` ends, before its full stop."""
    match = _SENTENCE.match(text, start, end)
    return match.end() if match else start
