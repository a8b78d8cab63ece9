"""What is text behind the signature: annexes, or another document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from summarizer.patterns import lazy
from summarizer.reading.furniture import furniture_reason
from summarizer.reading.metadata import NOTED
from summarizer.reading.paragraph import Paragraph, squeezed
from summarizer.reading.titles import may_be_title

_ANNEX_REACH = 6  # lines between a signature and the annexes: date, distribution, contact
# How many sentences or units make another document of what stands behind a signature.
_OTHER_DOCUMENT = 4
_ANNEX = lazy(r"附(?:件|表|录|则)?[一二三四五六七八九十\d]{0,3}[:.、]?(?!\d[.、])[^。;]{0,40}$")


def annexes_behind(
    text: str, paragraphs: Sequence[Paragraph], last: int, signature: int | None
) -> range:
    """The paragraphs of annexes, or of another document, behind the signature; or none.

    They begin with a label (附件1) or a title, and go on with a numbered unit or sentences.
    """
    count = len(paragraphs)
    none = range(last, last)
    if signature is None:
        return none
    for index in range(last, min(count, last + _ANNEX_REACH)):
        line = squeezed(text, paragraphs[index])
        if furniture_reason(line) is not None or NOTED.fullmatch(line):
            continue
        if not (_ANNEX.match(line) or may_be_title(line)):
            return none
        needed = 1 if _ANNEX.match(line) else _OTHER_DOCUMENT
        told = (
            place
            for place in range(index + 1, count)
            if paragraphs[place][0].marker or "。" in squeezed(text, paragraphs[place])
        )
        if len(list(islice(told, needed))) == needed:
            stop = count
            while furniture_reason(squeezed(text, paragraphs[stop - 1])) is not None:
                stop -= 1
            return range(index, stop)
        return none
    return none
