"""What a cell of a table holds: a value, a mark for none, a date or words.

Grammar of the cell alone; which quantity a value is, its row, column and unit note tell.
"""

from __future__ import annotations

from typing import Literal

from summarizer import patterns as re
from summarizer.reading.characters import HAN, SPACE, ZERO_WIDTH, fold

Kind = Literal["value", "blank", "date", "text", "empty"]

_BLANKS = re.compile(f"[{SPACE}{ZERO_WIDTH}]+")
# A unit as a cell prints it; the longest of official tables has five characters (万吨标准煤).
_UNIT = rf"(?:(?![年月日号第])[{HAN}A-Za-z%‰/²³㎡℃°]{{1,5}})"
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_VALUE = re.compile(
    rf"[-−–+±≥≤≧≦<>]?{_NUMBER}{_UNIT}?(?:[-—–~至]{_NUMBER}{_UNIT}?)?(?:\[[0-9]{{1,2}}\]|[①-⑳*])?"
)
# 2025, 2025年, 2025年1-6月, 1—12月, 2025.06, 3月5日: heads of rows and columns, no quantities.
_DATE = re.compile(
    r"(?:(?:19|20)[0-9]{2}(?:[-—–~至](?:(?:19|20)?[0-9]{2}))?年?(?:度|末|底|初)?)?"
    r"(?:[0-9]{1,2}(?:[-—–~至][0-9]{1,2})?月(?:份|末|底)?)?(?:[0-9]{1,2}日)?"
    r"|(?:19|20)[0-9]{2}[./-](?:0?[1-9]|1[0-2])(?:[./-](?:0?[1-9]|[12][0-9]|3[01]))?"
)
# 16-59岁 is a class of people and the head of its row, never a value.
_AGES = re.compile("[0-9]{1,3}[-—–~至][0-9]{1,3}周?岁")
_NONE = re.compile(r"[-—–－―…/\\·.*#×☆★]{1,6}|无")
_SENTENCE = re.compile("[。；;！!？?]")


def squeezed(text: str) -> str:
    """A cell's text in half-width forms without white space."""
    return _BLANKS.sub("", fold(text))


def kind_of(text: str) -> Kind:
    """What a cell with this text holds."""
    plain = squeezed(text)
    if not plain:
        return "empty"
    if _DATE.fullmatch(plain):
        return "date"
    if _VALUE.fullmatch(plain):
        return "text" if _AGES.fullmatch(plain) else "value"
    return "blank" if _NONE.fullmatch(plain) else "text"


def is_sentence(text: str) -> bool:
    """Whether a text ends or parts sentences, as no cell of a row of figures does."""
    return _SENTENCE.search(text) is not None
