"""Whether a text of a model is fit to print, and whether it speaks of its source at all."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.reading.characters import fold

_CHINESE = re.compile(r"[㐀-鿿]")
_MARKUP = re.compile(
    # Controls, marks that turn the direction of writing or do not show, and halves of characters:
    # a terminal or a page would obey them.
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
    r"|[`§{}\\]|</?[A-Za-z!]|\*\*|__|^\s*[-*#]+\s|\]\("
)
_OWN_ID = re.compile(r"(?<![A-Za-z0-9])[fsuo]\d{1,3}(?:=|(?![A-Za-z0-9.%]))")
_NUMBER = re.compile(r"\d[\d,.]*")
_RUN = re.compile(r"[㐀-鿿〇○]+|[A-Za-z]+")
_CLAUSE_END = re.compile(r"[；，。,;]")
_OPENERS, _CLOSERS = "《〈“‘（(「『", "》〉”’）)」』"


def is_chinese(text: str) -> bool:
    """True where any character is Chinese."""
    return _CHINESE.search(text) is not None


def has_markup(text: str) -> bool:
    """True for what is no plain line of text."""
    return _MARKUP.search(text) is not None


def own_id(text: str, source: str) -> str:
    """The first id of the prompt (f1=, u2) in a text, where the source has none like it."""
    return next((m.group() for m in _OWN_ID.finditer(text) if m.group() not in source), "")


def plain(text: str, longest: int = 40) -> str:
    """A model's own words, fit for one line of a message."""
    return _MARKUP.sub(" ", text)[:longest]


def tokens(text: str) -> set[str]:
    """What two texts can be compared by: pairs of Chinese characters, numbers, Latin words."""
    folded = fold(text)
    found = {number.rstrip(",.") for number in _NUMBER.findall(folded)}
    for run in _RUN.findall(folded):
        if run.isascii():
            found.add(run.lower())
        else:
            found.update(run[place : place + 2] for place in range(len(run) - 1))
    return found


def share_told(text: str, source: set[str]) -> float:
    """How much of a text has a counterpart in its source (given as tokens): 0 to 1."""
    said = tokens(text)
    return len(said & source) / len(said) if said else 0.0


def in_two(text: str, longest: int) -> tuple[str, str] | None:
    """A sentence that is too long as two, cut at the mark nearest to its middle that stands in no
    bracket, each within `longest`; None where there is no such place."""
    depth = 0
    places = []
    for place, character in enumerate(text[:-1]):
        depth += (character in _OPENERS) - (character in _CLOSERS)
        number = text[place - 1 : place].isdigit() and text[place + 1].isdigit()
        if depth == 0 and _CLAUSE_END.match(character) and not number:
            places.append(place)
    for place in sorted(places, key=lambda place: abs(2 * place - len(text))):
        first, second = text[:place].strip() + "。", text[place + 1 :].strip()
        if max(len(first), len(second)) <= longest and second.strip("。"):
            return first, second
    return None


def within(text: str, longest: int) -> str:
    """A line cut after its last whole clause within `longest` characters; as it is where it has
    none."""
    if len(text) <= longest:
        return text
    ends = [mark.start() for mark in _CLAUSE_END.finditer(text[: longest + 1]) if mark.start() > 6]
    return text[: ends[-1]] if ends else text
