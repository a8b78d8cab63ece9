"""Which lines at the edges of a text are its title, and which head its first part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.patterns import lazy
from summarizer.reading.characters import fold
from summarizer.reading.issuance import office
from summarizer.reading.metadata import DOCUMENT_NUMBER, ISSUER
from summarizer.reading.paragraph import Paragraph, squeezed
from summarizer.words import worded

_TITLE = worded("titles", r"[^。;!?]{2,90}(?:{kinds})(?:\([^()]{1,16}\))?")
_WHOLE_TITLE = worded("titles", "的(?:{wholes})$")
_NO_TITLE = lazy(
    r"[-—–(]|.*[>»|]|.{0,40}:$|附件|.*〔\d{4}〕\d+号$|.*第\d+号$|.*(?:会议|大会)上\)?$"
    r"|.*作了?(?:政府|法院|检察院)?工作报告$"  # what somebody did, under a picture
)
# What is no part of a title on its line: 标题：, where and when a report was given, a note's mark.
_LABEL = lazy(r"(?:标题|名称):(?=.{6})")
_BEHIND = lazy(
    r"(?:\([^()]{0,24}\d日[^()]{0,40}(?:会议|大会)上?\)"
    r"|[-—–]{1,3}[^()—–-]{0,24}\d日[^()]{0,40}(?:会议|大会)上|\[\d{1,2}\])$"
)
_MIDDLE = 40  # a title of two lines has 30 to 40 in each
_PART = lazy(r"[\u4e00-\u9fff“”\d]{4,40}")
_NAMES = lazy(
    r"(?:(?<!增)(?<!延)(?<!成)长|主席|主任|书记|记者|局|委|会|府)[\u4e00-\u9fff]{0,4}$"
    r"|第\d+号$|\d日$"
)
_COLUMN_NAME = 6  # 要闻, 政务公开: the name of a section of a site
_FIRST = "一、"
_TITLE_LINES = 3  # who issues it, what it is about, and its kind: each on a line of its own at most
# A page title often carries the site's name on either side.
SITE = lazy(r"\s*(?:->|--|\||_|»)\s*|\s+-\s+|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff]{2,16}$)")
_LONGEST = 60  # of 123 titles 95 % have 40 or fewer, the longest 54
_LINKS = 4  # words that blanks part: a line of links, no headline has so many
_BESIDES = 6  # characters: （河南省）, 2025
_LONGEST_NAME = 120  # characters, twice the longest title, with what blanks part
_NAMED_REACH = 600  # lines of links above an article: a portal's menu has three hundred
_ABOVE_TEXT, _TEXT = 20, 80  # so many lines of date and source at most, then a paragraph of prose
_OPEN_ENDS = ",，、;；:："
_SHORTEST = 12  # half of 185 titles have 21; shorter lines name a column


def proper(line: str) -> tuple[int, int]:
    """The start and the end of the title on a line that names it, holds a date or a note's mark."""
    label, behind = _LABEL.match(line), _BEHIND.search(line)
    return (label.end() if label else 0), (behind.start() if behind else len(line))


def may_be_title(line: str) -> bool:
    """Whether a line ends as the title of an official text does: …的通报, …工作报告."""
    line = DOCUMENT_NUMBER.sub("", line)
    start, end = proper(line)
    line = line[start:end]
    return _TITLE.fullmatch(line) is not None and _NO_TITLE.match(line) is None


def named_title(
    text: str, paragraphs: Sequence[Paragraph], head: Sequence[int], names: Sequence[str]
) -> tuple[int, ...]:
    """The last lines of the head that are what a page calls itself; empty where none are.

    A name may carry that of the site, a line the date behind the title.
    """
    wanted = _wanted(names)
    if not wanted:
        return ()
    lines = [squeezed(text, paragraphs[index]) for index in head]
    nearly: tuple[int, ...] = ()
    for place in range(len(head) - 1, -1, -1):
        for count in range(1, min(_TITLE_LINES, len(head) - place) + 1):
            if head[place + count - 1] != head[place] + count - 1:
                break
            joined = "".join(lines[place : place + count])
            if joined in wanted:
                return tuple(head[place : place + count])
            if not nearly and _is_one_of(joined, wanted):
                nearly = tuple(head[place : place + count])
    return nearly


def named_line(text: str, paragraphs: Sequence[Paragraph], names: Sequence[str]) -> int:
    """The line by which a page names its article, below all that leads to other pages; else 0.

    The first with the name that text follows soon: a path to the page may end in the name as well.
    """
    wanted = _wanted(names)
    if not wanted:
        return 0
    for index, paragraph in enumerate(paragraphs[:_NAMED_REACH]):
        if paragraph[-1].end - paragraph[0].start > _LONGEST_NAME:
            continue
        if _is_one_of(squeezed(text, paragraph), wanted):
            below = paragraphs[index + 1 : index + 1 + _ABOVE_TEXT]
            if any(each[-1].end - each[0].start >= _TEXT for each in below):
                return index
    return 0


def _wanted(names: Sequence[str]) -> dict[str, None]:
    return {
        part: None
        for name in names
        for part in map(_plain, (name, *SITE.split(name)))
        if len(part) >= _SHORTEST
    }


def _is_one_of(line: str, wanted: Mapping[str, None]) -> bool:
    """Whether a line is one of the names, but for a few characters that either has besides.

    A year behind it (…统计公报 2025), the province before it.
    """
    if line in wanted:
        return True
    if len(line) < _SHORTEST:
        return False
    bare = line.rstrip("0123456789")
    return any(
        abs(len(line) - len(name)) <= _BESIDES
        and (line.startswith(name) or line.endswith(name) or name.endswith(bare))
        for name in wanted
    )


def own_name(names: Sequence[str]) -> str | None:
    """The title of a page whose text prints none: its article, or a title that names a kind."""
    for name in names:
        for part in sorted((name, *SITE.split(name)), key=len, reverse=True):
            if may_be_title(_plain(part)):
                return part
    return None


def _plain(name: str) -> str:
    return fold("".join(name.split()))


def title_of(text: str, paragraphs: Sequence[Paragraph], head: Sequence[int]) -> tuple[int, ...]:
    """The lines of the head that are the title, one that was broken whole; empty without any."""
    for place in range(len(head) - 1, -1, -1):
        line = squeezed(text, paragraphs[head[place]])
        if not may_be_title(line):
            continue
        if len(line) <= _COLUMN_NAME and place + 1 < len(head):
            # The name of a column above a title that says no kind of document.
            below = squeezed(text, paragraphs[head[-1]])
            named = _NO_TITLE.match(below) or office(below) is not None
            if len(below) >= _SHORTEST and not named:
                return (head[-1],)
        chosen = [head[place]]
        for before in reversed(head[max(0, place - 3) : place]):
            above = squeezed(text, paragraphs[before])
            if before != chosen[0] - 1 or _NO_TITLE.match(above):
                break
            joins = "关于" in above if "关于" not in line else ISSUER.fullmatch(above) is not None
            if not joins and "关于" not in line:
                # The middle of a title, if its beginning stands above.
                joins = len(above) <= _MIDDLE and any(
                    "关于" in squeezed(text, paragraphs[higher])
                    for higher in range(before - 1, before - 3, -1)
                    if higher in head
                )
            if not joins or _WHOLE_TITLE.search(above):
                break
            chosen.insert(0, before)
            line = above + line
        return tuple(chosen)
    return ()


def first_line(text: str, paragraphs: Sequence[Paragraph], head: Sequence[int]) -> tuple[int, ...]:
    """The first line of the head where none names a kind of document: the headline of an article.

    A line that reads like a title, above others or above the text; empty where it does not.
    """
    if not head:
        return ()
    line = squeezed(text, paragraphs[head[0]])
    told = _SHORTEST <= len(line) <= _LONGEST and not line.endswith(tuple(_OPEN_ENDS))
    printed = "".join(text[each.start : each.end] for each in paragraphs[head[0]])
    if not told or len(printed.split()) >= _LINKS:
        return ()
    if _NO_TITLE.match(line) or ISSUER.fullmatch(line) or _NAMES.search(line):
        return ()
    return (head[0],)


def tail_title(text: str, paragraphs: Sequence[Paragraph], tail: Sequence[int]) -> tuple[int, ...]:
    """The title among what stands behind the text: a newspaper sets it where there is room."""
    if not tail:
        return ()
    end = tail[0]
    line = squeezed(text, paragraphs[end])
    above = squeezed(text, paragraphs[end - 1])
    if "关于" not in line and "关于" in above and len(above) < 60:
        return (end - 1, end)
    return (end,)


def heads_first_part(
    text: str,
    paragraphs: Sequence[Paragraph],
    first: int,
    head: Sequence[int],
    *,
    listed: bool,
) -> bool:
    """Whether the last line of the head is the heading of the first part, right above its text.

    It is one where the contents (`listed`) stand right above it, or where 一、 stands below it and
    starts anew further down, below headings of the same kind; and the title stands above it.
    """
    if len(head) < 2 or head[-1] != first - 1:
        return False
    line = squeezed(text, paragraphs[head[-1]])
    if not _PART.fullmatch(line) or ISSUER.fullmatch(line):
        return False
    if listed and any(may_be_title(squeezed(text, paragraphs[index])) for index in head[:-1]):
        return not may_be_title(line)
    if _NAMES.search(line) or not text.startswith(_FIRST, paragraphs[first][0].start):
        return False
    again = [
        index
        for index in range(first + 1, len(paragraphs))
        if text.startswith(_FIRST, paragraphs[index][0].start)
    ]
    return bool(again) and all(
        _PART.fullmatch(squeezed(text, paragraphs[index - 1])) for index in again
    )
