"""Everything in a text that has the form of a marker: numbers, headings without a number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.document import Document
from summarizer.reading.outline.notations import (
    ASKED,
    BLOCKS,
    DECIMAL,
    DOT,
    ITEM,
    ITEMS,
    LABEL,
    NUMERALS,
    ORDINAL,
    QUESTION,
    Notation,
    alternation,
    number_of,
    opens_heading,
)

_BLOCK = re.compile(rf"^(?:{alternation(BLOCKS)})", re.MULTILINE)
# A quotation or a title is one token, so that nothing inside it can be taken for a marker.
_INLINE = re.compile(
    # The first characters of all alternatives: most positions are ruled out at once.
    rf"(?=[《“(第首其再最问\d①-⑳⑴-⒇{NUMERALS}])(?:"
    r"《[^》\n]{0,150}》|“[^”\n]{0,250}”"
    rf"|(?<![^\n。;:!?,、…”’)》—])(?:{alternation(ITEMS)})"
    r"|(?P<circle>"
    + next(each.pattern for each in ITEMS if each.key == "circle~")
    # An enumeration that completes a clause or follows its subject: 将一要…、二要…, 工作组一是…
    + rf")|(?<=[\u4e00-\u9fff])(?<![之其第十百同统唯惟独专{NUMERALS}])"
    rf"一(?:(?P<is>是(?![{NUMERALS}][,，。;、]))|(?P<must>要(?![素求点件闻务目])))"
    # An interview that has lost its paragraphs.
    rf"|(?<=[。?!])(?P<asked>{ASKED}))"
)
_BY_GROUP = {f"n{index}": each for index, each in enumerate(ITEMS)} | {
    group: next(each for each in ITEMS if each.key == key)
    for group, key in (
        ("circle", "circle~"),
        ("is", "is"),
        ("must", "must"),
    )
}
_BY_GROUP["asked"] = next(each for each in BLOCKS if each.key == QUESTION)
_DOT = next(each for each in BLOCKS if each.key == DOT)
# Markers that make a figure, or a list of figures, with the digits behind them.
_LIKE_FIGURES = frozenset({DOT, "digit-comma"})
_WORD_AFTER = re.compile(rf"[{NUMERALS}]+(.)")
_ORDINALS = ":0123456789" + NUMERALS
_KIND_OF = re.compile(rf"(?:第[{NUMERALS}]+|首)(.+)")
_WEAK = ",、)”’》—"
_STRONG = "。;:!?…\n"
# Notations that may stand behind 、 too; 一、 needs the end of a sentence or clause before it.
_IN_LISTS = frozenset({"is", "must", "circle~"})
_AFTER_SENTENCES = frozenset({"comma~", "word", "kind", ORDINAL})
_WORDS = "in-words"
# Labels whose lists are notes and attachments.
_NO_LISTS = ("注:", "附件:", "附:", "附表:")
# A label of notes or attachments, alone or above the first of them in its paragraph.
_NOTES = lazy(r"(?:(?P<note>附?注|备注)|附[件表图]?):")
_NOTES_INSIDE = re.compile(r"(?<!关)注:[(]?1[.、)]")
_WITHIN_NOTE = 4  # paragraphs of a note behind its first: the classes of industry that it defines
_COUNTED_ON = re.compile(r"[(]?(\d{1,2})[.、)]")
_DIGIT = re.compile(r"\d")
_HASHES = lazy(r"(#{1,6})[ \t\u3000*_]*\Z")
PLAIN_DEPTH = 20  # deeper than Markdown's six
# Far more than the chains take: a text of nothing but markers is not read to its end.
_MOST_TOKENS = 40_000


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """What has the form of a marker, in the view.

    `key` names the chain that it may belong to, `number` its place in it (None for 最后 and for
    dashes). `block` tokens open a paragraph. `weak` ones follow no end of a sentence or clause,
    and `doubtful` ones could be a figure: both count only as the next of a chain that goes on.
    `depth` is the level of a Markdown heading, or `PLAIN_DEPTH`.
    """

    start: int
    end: int
    notation: Notation
    key: str
    number: int | None
    paragraph: int
    block: bool = False
    weak: bool = False
    doubtful: bool = False
    depth: int = PLAIN_DEPTH

    @property
    def rank(self) -> tuple[int, int]:
        """Where a new chain of these stands against others: smaller is outer."""
        return self.depth, self.notation.rank


def tokens_of(document: Document, start: int, end: int, breaks: list[int]) -> list[Token]:
    """The tokens of the view range `[start, end)`, in order; `breaks` are paragraph starts."""
    text = document.view.text
    noted = _noted(text, breaks)
    blocks = list(islice(_blocks(document, start, end, breaks), _MOST_TOKENS))
    blocks = [token for token in blocks if token.paragraph not in noted]
    taken = {token.start for token in blocks}
    inline = islice(_inline(text, start, end, breaks), _MOST_TOKENS)
    rest = [each for each in inline if each.paragraph not in noted and each.start not in taken]
    return sorted(
        [*blocks, *_in_words(rest, text)], key=lambda token: (token.start, token.doubtful)
    )


def _noted(text: str, breaks: list[int]) -> set[int]:
    """The paragraphs of notes and of lists of attachments: 注：1.…⏎2.…, 附表：1.…⏎2.…"""
    found: set[int] = set()
    begun = {bisect_right(breaks, match.start()) - 1 for match in _NOTES_INSIDE.finditer(text)}
    number: int | None = None  # how far the list has come that the paragraph above belongs to
    goes_on = 0  # paragraphs that may still stand between two notes of the list
    for paragraph, place in enumerate(breaks):
        label = _NOTES.match(text, place)
        counted = _COUNTED_ON.match(text, label.end() if label else place)
        if label is not None and (counted is not None or label["note"]):
            number = int(counted[1]) if counted is not None else 0
        elif number is not None and counted is not None and int(counted[1]) == number + 1:
            number += 1
        elif number is not None and counted is None and goes_on and paragraph not in begun:
            goes_on -= 1
            continue
        else:
            number, goes_on = (1, _WITHIN_NOTE) if paragraph in begun else (None, 0)
            continue
        goes_on = _WITHIN_NOTE
        found.add(paragraph)
    return found


def _blocks(document: Document, start: int, end: int, breaks: list[int]) -> Iterator[Token]:
    view, text = document.view, document.view.text
    marked = "#" in document.text
    for match in _BLOCK.finditer(text, start, end):
        notation = BLOCKS[int((match.lastgroup or "n0")[1:])]
        first, last = match.span()
        following = text[last : min(last + 1, end)]
        if notation.key.startswith(DECIMAL):
            # It could be the item 2. that begins with a figure as well: the chain tells.
            yield _dotted(text, first, bisect_right(breaks, first) - 1)
        if notation.heading and not opens_heading(following):
            continue
        if notation.gap and not _parted(document, last, end):
            continue
        found = markdown_heading(document, view.offset(first)) if marked else None
        yield Token(
            first,
            last,
            notation,
            f"{LABEL}:{match[0].rstrip(_ORDINALS)}" if notation.key == LABEL else notation.key,
            number_of(match[0]),
            bisect_right(breaks, first) - 1,
            block=True,
            doubtful=notation.key in _LIKE_FIGURES and _DIGIT.match(following) is not None,
            depth=found[0] if found else PLAIN_DEPTH,
        )


def _dotted(text: str, start: int, paragraph: int) -> Token:
    end = text.index(".", start) + 1
    number = int(text[start : end - 1])
    return Token(start, end, _DOT, DOT, number, paragraph, block=True, doubtful=True)


def _parted(document: Document, place: int, end: int) -> bool:
    """Whether white space stands in the source before `place`, and none behind the next word."""
    view = document.view
    if place + 1 >= end:
        return False
    gap = view.offset(place) - view.offset(place - 1)
    return gap > 1 and view.offset(place + 1) - view.offset(place) == 1


def _inline(text: str, start: int, end: int, breaks: list[int]) -> Iterator[Token]:
    for match in _INLINE.finditer(text, start, end):
        group = match.lastgroup
        if group is None:
            continue
        notation = _BY_GROUP[group]
        place = match.start()
        before = text[place - 1] if place > start else "\n"
        # A circled number behind a word is a note's, unless the next one is near.
        joined = notation.key == "circle~" and before not in _WEAK and before not in _STRONG
        weak = before in _WEAK or joined or group in ("is", "must")
        if (
            (before == "、" and notation.key not in _IN_LISTS)
            or (weak and notation.key in _AFTER_SENTENCES)
            or (before == ":" and text.endswith(_NO_LISTS, max(start, place - 4), place))
        ):
            continue
        key, last = notation.key, match.end()
        if key == "word":
            found = _WORD_AFTER.match(match[0])
            key = f"word:{found[1]}" if found else key
        elif key == "kind":
            found = _KIND_OF.match(match[0])
            key = f"kind:{found[1]}" if found else key
        yield Token(
            place,
            last,
            notation,
            key,
            number_of(match[0]),
            bisect_right(breaks, place) - 1,
            weak=weak,
        )


def _in_words(tokens: list[Token], text: str) -> list[Token]:
    """首先、其次、最后 as a series of their own, which 第一、第二 may hold; not 首先、第二."""
    result = list(tokens)
    places = [place for place, token in enumerate(tokens) if token.key == ORDINAL]
    count = numbered = 0  # how far the series in words has come, and the one that holds it
    paragraph = -1  # of the last number
    for place, behind in zip_longest(places, places[1:]):
        token = tokens[place]
        if text[token.start] == "第":
            if count and token.number == count + 1 and token.number != numbered + 1:
                count += 1
                result[place] = replace(token, key=_WORDS)
                continue
            count, numbered, paragraph = 0, token.number or 0, token.paragraph
        elif token.number == 1:
            numbered = numbered if token.paragraph == paragraph else 0
            count = int(behind is not None and not text.startswith("第二", tokens[behind].start))
        elif count:
            count = token.number or count + 1
        if count:
            result[place] = replace(token, key=_WORDS)
    return result


def strong(before: str) -> bool:
    """Whether a character ends a sentence or a clause of its own."""
    return before in _STRONG


def markdown_heading(document: Document, source_start: int) -> tuple[int, int] | None:
    """Depth of the Markdown heading whose text starts at a source offset, and where its # are."""
    line = document.text.rfind("\n", max(0, source_start - 24), source_start) + 1
    found = _HASHES.search(document.text, max(line, source_start - 24), source_start)
    if found is None:
        return None
    place, view = found.start(1), document.view
    # A # that the view shows (far from its words, as a cell is) is text of another paragraph.
    shown = view.offset(view.locate(place)) == place
    return None if shown else (len(found[1]), place)


def heading_token(start: int, paragraph: int, depth: int) -> Token:
    """A heading without a number; `depth` as of Markdown, or `PLAIN_DEPTH` for a plain one."""
    plain = depth == PLAIN_DEPTH
    # Above all that stands deeper, and never above what is marked as a heading of its own depth.
    notation = Notation("plain" if plain else f"heading-{depth}", 40 if plain else 2 * ITEM, "")
    return Token(start, start, notation, notation.key, None, paragraph, block=True, depth=depth)
