"""Units that a text without its line ends runs together: …圆满完成。二、下一步工作（一）抓好….

What a conversion took the paragraphs from still counts: a number begins a paragraph inside a line
where it is the one that is due, behind the end of a sentence; the first of a series may stand
right behind its heading. Articles (第四条) count on through a whole text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.characters import NUMERAL, fold
from summarizer.reading.outline.notations import number_of

_FEWEST = 2  # a number alone may be anything
_MOST_SKIPPED = 2  # 2。 and 5.2.5米 are misprints and figures; two in a row are none
_WHOLE_TEXT = 2500  # twice the longest of 1,675 paragraphs (1,226): such a line has lost its own
_SENTENCE_END = "。！？!?…”）)\n\r"
_SAYS = r"(?=[\u4e00-\u9fff“《])"
_OUTER = re.compile(rf"[{NUMERAL}]{{1,3}}、{_SAYS}")
_OUTER_LINE = re.compile(rf"^[ \t\u3000\u00a0*#]*[{NUMERAL}]{{1,3}}[、.．]", re.MULTILINE)
_INNER = (
    re.compile(rf"[（(][{NUMERAL}]{{1,3}}[）)]{_SAYS}"),
    lazy(rf"\d{{1,2}}[.．、](?:{_SAYS}|(?=20\d\d年))"),
    lazy(rf"[（(]\d{{1,2}}[）)]{_SAYS}"),
)
# 第一、第二, 十一、, 附件1、, 1.2.: parts of another word or number, of a list.
_NEVER_BEFORE = frozenset(f"{NUMERAL}0123456789.．、第")
_LABELLED = frozenset("件表图注附")
# What refers to an article is no article: 第四条规定的, 第四条第二款.
_ARTICLE = re.compile(rf"第[{NUMERAL}\d]{{1,4}}(?:条(?![例款规所的之中至、和第])|章(?=[ \u3000]))")
# The start of a line, the end of a sentence, or the heading of a chapter and a gap.
_BEFORE = re.compile(
    r"(?:(?:\A|[\n\r])[ \t\u3000\u00a0*#]*"
    r"|(?P<inside>[。！？][”）)]?[ \t\u3000\u00a0]*|[\n\r]第[^\n\r。，]{2,30}[ \t\u3000\u00a0]))\Z"
)
_REACH = 40  # characters: the heading of a chapter
# What stands above a series as its heading: no clause, behind a sentence or at the start of a line.
_HEAD = re.compile(r"(?:\A|[\n\r。！？])[^\n\r。！？，,；;：:（(]{1,38}(?<=[\u4e00-\u9fff”》])\Z")
_GAP = " \t\u3000\u00a0"
_ADDRESSED = lazy(r"(?<=号)(?=各省[、,，])")


def run_together(text: str, start: int = 0) -> list[int]:
    """Where paragraphs begin inside the lines of `text`, in order. Never raises; linear."""
    found = [*_articles(text, start), *_behind_headings(text, start)]
    if _OUTER_LINE.search(text, start) is None:
        outer = _chain(text, _OUTER, start, len(text), again=True)
        found += outer
        reached = [0] * len(_INNER)
        for first, last in pairwise([*outer, len(text)] if outer else ()):
            found += _inside(text, first, last, 0, reached)
        if outer:
            found += [place.start() for place in _ADDRESSED.finditer(text, start, outer[0])]
        else:
            for first, last in _whole(text, start):
                found += _inside(text, first, last, 0, [0] * len(_INNER), strict=True)
    return sorted(set(found))


def _behind_headings(text: str, start: int) -> list[int]:
    """Where （一） stands right behind a heading, and where those behind it follow in its line."""
    found: list[int] = []
    due = line_end = 0
    waiting = -1
    for match in _INNER[0].finditer(text, start):
        place, number = match.start(), number_of(fold(match[0]))
        if place >= line_end:
            due = 0
        head = _HEAD.search(text, max(start, place - _REACH), place) if number == 1 else None
        if head is not None:
            waiting, due = place, 2
            line_end = _line_end(text, place)
        elif due and number == due and _behind_sentence(text, place, start):
            found += [waiting, place] if waiting >= 0 else [place]
            waiting, due = -1, due + 1
        elif waiting >= 0 and number == 2 and not text[line_end:place].strip():
            found.append(waiting)
            waiting = -1
        else:
            waiting = -1
    return found


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _whole(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The lines that hold a whole text."""
    while start < len(text):
        end = _line_end(text, start)
        if end - start > _WHOLE_TEXT:
            yield start, end
        start = end + 1


def _inside(
    text: str, start: int, end: int, depth: int, reached: list[int], *, strict: bool = False
) -> list[int]:
    """The series of a unit, and those of its items, by the notations from `depth` on.

    `reached` is how far each notation has come: its numbers may run on across the units. Where it
    is `strict`, the first one follows a sentence as the others do.
    """
    for inner in range(depth, len(_INNER)):
        chain = _chain(text, _INNER[inner], start, end, reached[inner])
        if strict and chain and not _behind_sentence(text, chain[0], start):
            chain = []
        if chain:
            reached[inner] = _number(text, chain[-1])
            found = list(chain)
            for first, last in pairwise([*chain, end]):
                found += _inside(text, first, last, inner + 1, reached)
            return found
    return []


def _chain(
    text: str,
    pattern: re.Pattern[str],
    start: int,
    end: int,
    reached: int = 0,
    *,
    again: bool = False,
) -> list[int]:
    """The numbers that count on from one, or behind `reached`, and from one `again`.

    Each stands where it is due, or where the one that is due is misprinted.
    """
    kept: list[int] = []
    found: list[int] = []
    last = 0
    sure = False  # whether the first number follows a sentence
    anew: int | None = None  # a first number that another may follow
    for match in pattern.finditer(text, start, end):
        place = match.start()
        before = text[place - 1] if place > start else ""
        if before in _NEVER_BEFORE or (before in _LABELLED and match[0][0].isdigit()):
            continue
        if _quoted(text, place):
            continue
        number = number_of(fold(match[0])) or 0
        behind = _behind_sentence(text, place, start)
        if number == 1 or (not found and number == reached + 1):
            if not found or (len(found) < _FEWEST and (behind or not sure)):
                found, last, sure = [place], number, behind
            elif again and len(found) >= _FEWEST:
                anew = place
        elif not found or not behind:
            continue
        elif anew is not None and number == 2 and last != 1:
            kept, found, last, anew = [*kept, *found], [anew, place], number, None
        elif 0 < number - last <= (1 if again and len(found) < _FEWEST else _MOST_SKIPPED):
            found.append(place)
            last, anew = number, None
    return kept + found if len(found) >= _FEWEST else kept


def _quoted(text: str, place: int) -> bool:
    """Whether a place stands inside a quotation: “多报合一、信息共享”."""
    low = max(0, place - _REACH)
    return text.rfind("“", low, place) > text.rfind("”", low, place)


def _number(text: str, place: int) -> int:
    return number_of(fold(text[place : place + 6])) or 0


def _articles(text: str, start: int) -> list[int]:
    """Where an article or a chapter that is due follows a sentence, or a heading, in its line."""
    found: list[int] = []
    due = {"条": 1, "章": 1}
    for match in _ARTICLE.finditer(text, start):
        kind, place = match[0][-1], match.start()
        if number_of(match[0]) != due[kind]:
            continue
        before = _BEFORE.search(text, max(start, place - _REACH), place)
        if before is None:
            continue
        due[kind] += 1
        if before["inside"] is not None:
            found.append(place)
    return found


def _behind_sentence(text: str, place: int, start: int) -> bool:
    before = text[max(start, place - 8) : place].rstrip(_GAP)
    return not before or before[-1] in _SENTENCE_END
