"""Two things of one clause that have changed places: 约定优先于指定 for 指定优先于约定.

Everything both have is there, in another order. A mere list has no order, unless the text says so
(依次, 分别) or counts on it (前三位).
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault
from summarizer.checking.margins import LONGEST_NAME, PLAINLY
from summarizer.checking.propositions import Propositions

_LIST = re.compile("[、和与及或]+")
_ORDERED = re.compile("依次|分别由|分别负责|顺序|前[两三四五六七八九十][位名]")
# 安徽、山西先后 of 山西、安徽: who says so goes by dates, not by the order of the source.
_ONE_BY_ONE = "先后"
_HAN = re.compile("[一-龥A-Za-z]+")
# 专项督促检查主体责任 and 主体责任专项督促检查 say the same: of verb and object no order is judged.
_RELATION = re.compile("于|向|转|[变改]为|取代|代替|替代|优先|服从")
_FEWEST = 2  # letters
_BETWEEN = 8  # letters between the two


def inversions(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every clause with two stretches that stand in each other's place in the source."""
    for prop in said.saying():
        for reading in prop.admissible:
            if reading.share < PLAINLY:
                break
            found = _inverted(
                prop.clause.text.strip(), reading.clause.text, reading.clause.sentence_text
            )
            if found is not None:
                mine, theirs = found
                yield case.of_clause(
                    "label", prop.clause, reading.span, "contrast", mine=mine, theirs=theirs
                )
                break


def _inverted(mine: str, theirs: str, sentence: str) -> tuple[str, str] | None:
    ordered = _ORDERED.search(mine) or _ORDERED.search(theirs) or _ONE_BY_ONE in theirs
    for start in range(_FEWEST, len(mine) - _FEWEST):
        for size in range(1, _BETWEEN + 1):
            between = mine[start : start + size]
            place = theirs.find(between)
            if place < 0:
                break
            related = ordered if _LIST.fullmatch(between) else _RELATION.search(between)
            if not related:
                continue
            first = _longest(mine, start, theirs, place + size)
            other = _longest(theirs, place, mine, start + size)
            if first and other and first not in other and other not in first:
                told = f"{first}{between}{other}"
                if told not in sentence:
                    return told, f"{other}{between}{first}"
    return None


def _longest(text: str, end: int, beside: str, start: int) -> str:
    """What stands before a place of the one text and behind a place of the other."""
    found = ""
    for size in range(_FEWEST, LONGEST_NAME):
        if start + size > len(beside) or end - size < 0:
            break
        part = text[end - size : end]
        if beside.startswith(part, start) and _HAN.fullmatch(part):
            found = part
    return found
