"""The normalised view: which characters of a source are kept, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.characters import HAN, LINE_END, SPACE, ZERO_WIDTH, fold, is_han
from summarizer.reading.document import View
from summarizer.reading.writing import simplified
from summarizer.spans import Range

_BLANK = f"[{SPACE}{ZERO_WIDTH}]"
_INNER = re.compile(
    rf"(?P<blank>{_BLANK}+)"
    r"|\*{2,}|_{2,}|\\(?=[!#()*+.>\[\]_`|~-])|<!--[^<>]{0,200}-->"
)
_CLAIM = re.compile(_INNER.pattern.replace(_BLANK, f"[{SPACE}{ZERO_WIDTH}{LINE_END}]"))
_LETTER = re.compile("[A-Za-z]")
_SPACE = lazy(f"[{SPACE}]")
_BREAK = lazy(f"[{LINE_END}]")
_TITLE_REACH = 80  # the longest of 185 titles has 72


class _Builder:
    """Collects kept pieces of a source in order."""

    def __init__(self, source: str, printed: str | None = None) -> None:
        self._source = source
        self._printed = source if printed is None else printed
        self._pieces: list[str] = []
        self._runs: list[int] = [0]
        self._shifts: list[int] = [0]
        self._size = 0

    def keep(self, start: int, end: int, instead: str | None = None) -> None:
        if start >= end:
            return
        shift = start - self._size
        if shift != self._shifts[-1]:
            if self._runs[-1] == self._size:
                self._shifts[-1] = shift
            else:
                self._runs.append(self._size)
                self._shifts.append(shift)
        self._pieces.append(self._source[start:end] if instead is None else instead)
        self._size += end - start

    def view(self) -> View:
        text = "".join(self._pieces)
        printed = text if self._printed is self._source else self._as_printed(text)
        return View(text=fold(text), printed=printed, runs=self._runs, shifts=self._shifts)

    def _as_printed(self, text: str) -> str:
        """The kept characters in the writing of the source; blanks and line ends put in stay."""
        pieces: list[str] = []
        ends = [*self._runs[1:], self._size]
        for start, end, shift in zip(self._runs, ends, self._shifts, strict=True):
            run, kept = text[start:end], self._source[start + shift : end + shift]
            as_printed = self._printed[start + shift : end + shift]
            pieces += (
                [as_printed]
                if run == kept
                else (a if b == c else b for a, b, c in zip(as_printed, run, kept, strict=True))
            )
        return "".join(pieces)


_TIGHT_BLANKS = frozenset(" \u3000\u00a0")
_SPACED_OUT = frozenset("0123456789０１２３４５６７８９.．")
# ２ ０ ２ ４ 年: digits one by one before what they count; of a list of numbers nobody can say.
_SPACED_NUMBER = lazy(
    rf"(?<![0-9０-９])[0-9０-９](?:[ \u3000\u00a0][0-9０-９.．])+[ \u3000\u00a0]?[{HAN}%％]"
)
# How a figure of a cell ends: 35, 35%, (35)
_FIGURE_ENDS = frozenset("0123456789%‰)）")


def document_view(
    text: str, paragraphs: Iterable[tuple[list[Range], bool]], printed: str | None = None
) -> View:
    """The view of a source from its paragraphs, each a list of line ranges in reading order.

    The flag says whether a Latin word that ends a line is followed by a space. `printed` is the
    source where `text` is its simplified form, of the same length.
    """
    builder = _Builder(text, printed)
    deletions = _deletions(text, _INNER)
    start, end, instead = next(deletions, (len(text), len(text), None))
    previous = -1
    for lines, spaced in paragraphs:
        first = True
        for line in lines:
            if previous >= 0:
                _join(builder, text, previous, line.start, first, spaced)
            first = False
            position = line.start
            while start < line.end:
                if start >= position:
                    builder.keep(position, start)
                    if instead is not None:
                        builder.keep(start, start + 1, instead)
                position = max(position, min(end, line.end))
                start, end, instead = next(deletions, (len(text), len(text), None))
            builder.keep(position, line.end)
            previous = line.end
    return builder.view()


def _join(
    builder: _Builder, text: str, previous: int, start: int, paragraph: bool, spaced: bool
) -> None:
    if paragraph:
        place = text.find("\n", previous, start)
        if place < 0:
            found = _BREAK.search(text, previous, start) or _SPACE.search(text, previous, start)
            place = found.start() if found else previous
        builder.keep(place, place + 1, "\n")
    elif spaced and _LETTER.match(text, previous - 1) and _LETTER.match(text, start):
        builder.keep(previous, previous + 1, " ")


def _deletions(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, str | None]]:
    """Ranges to delete; the third item is what stays of the first character, if anything."""
    for match in pattern.finditer(text):
        start, end = match.span()
        blank = match["blank"]
        if blank is not None and _separates(text, start, end) and _SPACE.search(blank):
            yield start, end, " "
        else:
            yield start, end, None


def _separates(text: str, start: int, end: int) -> bool:
    """Whether white space stands between words: Latin ones, figures, or segments of a title."""
    if start == 0 or end == len(text):
        return False
    before, after = text[start - 1], text[end]
    if _parts_cells(text, start, end):
        return True
    if before.isascii() and after.isascii():
        if before.isalpha():
            return after.isalnum() and not _letter_spaced(text, start, end)
        if after.isdigit():
            if before in ".)":
                return start > 1 and text[start - 2].isdigit()
            return before.isdigit() and not _letter_spaced(text, start, end)
        return False
    if before == "．" and after.isdigit():
        return True
    if not (is_han(before) and is_han(after)):
        return False
    if start < 2 or end + 1 >= len(text):
        return False
    if not (_word(text[start - 2]) and _word(text[end + 1])):
        return False
    reach = max(0, start - _TITLE_REACH)
    return text.rfind("《", reach, start) > text.rfind("》", reach, start)


def _parts_cells(text: str, start: int, end: int) -> bool:
    """Whether a tab or a wide gap stands between two figures: cells, never one figure."""
    before, after = text[start - 1], text[end : end + 2]
    if not ("\t" in text[start:end] or end - start > 1) or before not in _FIGURE_ENDS:
        return False
    return after[:1].isdigit() or (after[:1] in "-−+" and after[1:].isdigit())


def _word(character: str) -> bool:
    return character.isalnum() or character in "〈“”‘’、"


def _letter_spaced(text: str, start: int, end: int) -> bool:
    if text[start - 1].isdigit() and text[end].isdigit():
        return _SPACED_NUMBER.match(text, _first_digit(text, start)) is not None
    single_before = start < 2 or not text[start - 2].isalnum()
    single_after = end + 1 >= len(text) or not text[end + 1].isalnum()
    return single_before and single_after


def _first_digit(text: str, start: int) -> int:
    """Where the digits begin that blanks part, one by one, up to a blank."""
    place = start - 1
    while place > 1 and text[place - 1] in _TIGHT_BLANKS and text[place - 2] in _SPACED_OUT:
        place -= 2
    return place


def plain_view(text: str) -> View:
    """The view of a short text such as one sentence of a summary; ranges index `text` itself.

    Deletes and replaces what the view of a document would, line ends included, but knows neither
    paragraphs nor page furniture. Never raises.
    """
    source = text
    text = simplified(source)
    builder = _Builder(text, source)
    position = 0
    for start, end, instead in _deletions(text, _CLAIM):
        builder.keep(position, start)
        if instead is not None:
            builder.keep(start, start + 1, instead)
        position = end
    builder.keep(position, len(text))
    return builder.view()
