"""Which paragraphs are head, body and tail of a page, and which of them is the title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.annexes import annexes_behind
from summarizer.reading.asides import CONTENTS, asides
from summarizer.reading.furniture import furniture_reason
from summarizer.reading.lines import SPACED
from summarizer.reading.metadata import CONTACT, DATE, ISSUER, NOTED, SIGNED
from summarizer.reading.paragraph import Paragraph, squeezed
from summarizer.reading.titles import (
    first_line,
    heads_first_part,
    may_be_title,
    named_line,
    named_title,
    tail_title,
    title_of,
)

_HEAD = 80  # paragraphs at the top that are looked through; bounds the work
_TAIL = 400  # likewise at the bottom, where teasers and links are many
_CLOSING_REACH = 24  # paragraphs: contact, signature, date, distribution
_ANNEX_REACH = 6  # lines: a title of two or three, an addressee, the first sentence
_SHORTEST_LEAD = 12  # 各位代表： is shorter
_DATE_COLUMNS = 80  # forty characters: one line of a page
_PROSE = re.compile(
    r".*[。;].*|(?=.*[,、:!?]).{70,}|(?:根据|按照|为).{18,}"
    r"|.{0,12}(?:各位(?:代表|委员|领导)|同志们|委员长|主任)[^。]{0,30}[:,!]?$"
)
# Lines of a list of contacts or attachments, judged by what stands above them.
_DETAIL = lazy(
    r"电话|邮箱|信箱|邮编|邮政编码|地址|传真|@|\d{3,4}-\d{7,8}|\d{1,2}[.、][^。;,:]{2,40}$"
)
_DETAIL_LENGTH = 150  # a line of telephone, mail and address
# What is printed after a report that has said its last words.
_APPENDIX = lazy(
    r"附件?[一二三四五六七八九十\d]*[:]?|附表\d*[:]?|附录[一二三\d]*[:]?"
    r"|[(《]?(?:政府工作报告)?》?中?(?:部分|有关|相关|专有)?"
    r"(?:内容|名词|术语|词语|专业|用语){1,3}(?:解释|注释|说明)[):]?"
    r"|注释[:]?|相关(?:链接|报道)[:>]*"
)
# The list of annexes above a signature.
_ANNEXED = lazy(r"附(?:件|表|录)?[一二三四五六七八九十\d]{0,2}:")
_APPENDIX_FIRST = "附《(（注名部有相专术词政"


class Layout(NamedTuple):
    """Indexes into the paragraphs: body is `[first, last)`, the closing part of it starts at
    `closing`; `title` holds the paragraphs of the title; `noise` maps the others to reasons.

    `cover` is the date of signature of a notice that the text it issues follows; `signature` and
    `issuers` are those at the end.
    """

    first: int
    last: int
    closing: int
    title: tuple[int, ...]
    signature: int | None
    issuers: tuple[int, ...]
    header: tuple[int, ...]
    noise: dict[int, str]
    cover: tuple[int, ...] = ()


def lay_out(text: str, paragraphs: Sequence[Paragraph], names: Sequence[str] = ()) -> Layout:
    """Find the head, the body and the tail. Never raises; without any hint all is body.

    `names` is what a page calls itself outside its text.
    """
    aside = asides(text, paragraphs)
    first, head, noise = _head(text, paragraphs, aside, named_line(text, paragraphs, names))
    listed = bool(head) and aside.get(head[-1] - 1) == CONTENTS
    if heads_first_part(text, paragraphs, first, head, listed=listed):
        first = head.pop()
    last, signature, issuers = _signature(text, paragraphs, first)
    annexes = annexes_behind(text, paragraphs, last, signature)
    tail: list[int] = []
    for index in range(last, annexes.start):
        noise[index] = "page footer"
    for index in range(annexes.stop, len(paragraphs)):
        line = squeezed(text, paragraphs[index])
        reason = furniture_reason(line)
        if reason is None and signature is not None and may_be_title(line):
            tail.append(index)
        else:
            noise[index] = reason or "page footer"
    title = named_title(text, paragraphs, head, names) or title_of(text, paragraphs, head)
    title = title or tail_title(text, paragraphs, tail) or first_line(text, paragraphs, head)
    for index in tail:
        noise[index] = "page footer"
    for index in title:
        noise.pop(index, None)
    for index in head:
        if index not in title:
            noise[index] = "page header"
    edges = all(index in noise or index in title for index in range(first, len(paragraphs)))
    if edges and not any(index in aside for index in range(first, len(paragraphs))):
        # Nothing but edges: then they are the text.
        return Layout(0, len(paragraphs), len(paragraphs), (), None, (), (), {})
    closing = _closing(text, paragraphs, (first, last), signature, issuers, aside)
    if annexes:
        # The annexes are text: the signature above them is an island.
        noise |= dict.fromkeys(range(closing, last), "signature")
        closing = last = annexes.stop
    noise |= {index: reason for index, reason in aside.items() if index not in title}
    header = tuple(index for index in head if index not in title)
    cover = _cover(text, paragraphs, first)
    if cover and cover[-1] == signature:
        cover = ()
    noise |= dict.fromkeys(_island(text, paragraphs, cover), "signature")
    return Layout(first, last, closing, title, signature, issuers, header, noise, cover)


def _head(
    text: str, paragraphs: Sequence[Paragraph], aside: Mapping[int, str], begin: int
) -> tuple[int, list[int], dict[int, str]]:
    """Where the body begins, the lines above it, and noise: all above `begin` is links."""
    noise = dict.fromkeys(range(begin), "page header")
    head: list[int] = []
    for index, paragraph in enumerate(paragraphs[begin : begin + _HEAD], begin):
        line = squeezed(text, paragraph)
        reason = aside.get(index) or furniture_reason(line)
        if reason is not None:
            noise[index] = reason
        elif (
            paragraph[0].marker
            or SPACED.match(text, paragraph[0].start)
            or _PROSE.fullmatch(line)
            or _introduces(line)
            or (paragraph[0].heading and not may_be_title(line))
        ):
            return index, head, noise
        else:
            head.append(index)
    # No prose at all: only leading furniture and a title are set aside.
    first = 0
    while first in noise:
        first += 1
    kept = {index: reason for index, reason in noise.items() if index < first}
    if first + 1 < len(paragraphs) and first in head:
        line = squeezed(text, paragraphs[first])
        if may_be_title(line):
            return first + 1, [first], kept
    return min(first, max(0, len(paragraphs) - 1)), [], kept


def _introduces(line: str) -> bool:
    """Whether a line announces what follows; one that ends with a name speaks to somebody."""
    return line.endswith(":") and len(line) > _SHORTEST_LEAD and not ISSUER.fullmatch(line[:-1])


def _signed_before_annexes(
    text: str, paragraphs: Sequence[Paragraph], first: int, bottom: int
) -> tuple[int, tuple[int, ...]] | None:
    """The signature in the middle of a text whose annexes, or next document, follow it."""
    numbered = False
    for index in range(first, bottom):
        numbered = numbered or paragraphs[index][0].marker
        if not numbered or paragraphs[index][0].columns > _DATE_COLUMNS:
            continue
        found = _signed(text, paragraphs, index, first)
        if found and annexes_behind(text, paragraphs, index + 1, index):
            return index, found
    return None


def _signature(
    text: str, paragraphs: Sequence[Paragraph], first: int
) -> tuple[int, int | None, tuple[int, ...]]:
    """Where the body ends, the paragraph with the date of signature, those with the issuer."""
    count = len(paragraphs)
    end = count
    # The last prose paragraph; everything below it is the tail.
    bottom = max(first, count - _TAIL)
    for index in range(count - 1, max(first, count - _TAIL) - 1, -1):
        line = squeezed(text, paragraphs[index])
        if furniture_reason(line) is None and _PROSE.fullmatch(line):
            bottom = index + 1
            break
    for index in range(bottom, count):
        found = _signed(text, paragraphs, index, first)
        if found is not None:
            below = index + 1
            # Some print the date first and the issuer below it.
            if not found and below < count and ISSUER.fullmatch(squeezed(text, paragraphs[below])):
                return below + 1, index, (below,)
            return below, index, found
    middle = _signed_before_annexes(text, paragraphs, first, bottom)
    if middle is not None:
        return middle[0] + 1, *middle
    half = first + (count - first) // 2
    for index in range(max(half, count - _TAIL), bottom):
        found = _signed(text, paragraphs, index, first)
        if found:
            return index + 1, index, found
    for index in range(bottom, count):
        if furniture_reason(squeezed(text, paragraphs[index])) is not None:
            end = index
            break
    issuers: tuple[int, ...] = ()
    if end > first + 1 and ISSUER.fullmatch(squeezed(text, paragraphs[end - 1])):
        issuers = (end - 1,)
    return end, None, issuers


def _cover(text: str, paragraphs: Sequence[Paragraph], first: int) -> tuple[int, ...]:
    """The signature of a notice that issues the text below it: issuers, then the date."""
    listed = False
    for index in range(first + 1, min(len(paragraphs), first + _HEAD)):
        if not paragraphs[index][0].marker:
            listed = listed or _ANNEXED.match(squeezed(text, paragraphs[index])) is not None
        elif not (listed and _DETAIL.search(squeezed(text, paragraphs[index]))):
            break
        found = _signed(text, paragraphs, index, first)
        if found:
            return found if found == (index,) else (*found, index)
    return ()


def _island(text: str, paragraphs: Sequence[Paragraph], cover: tuple[int, ...]) -> range:
    """The signature of a notice with the list of annexes above it and what is noted below it."""
    if not cover:
        return range(0)
    start, stop = cover[0], cover[-1] + 1
    for index in range(start - 1, max(0, start - _CLOSING_REACH) - 1, -1):
        line = squeezed(text, paragraphs[index])
        if _ANNEXED.match(line):
            start = index
        elif not _DETAIL.search(line) or len(line) > _DETAIL_LENGTH:
            break
    while stop < len(paragraphs) and NOTED.fullmatch(squeezed(text, paragraphs[stop])):
        stop += 1
    return range(start, stop)


def _signed(
    text: str, paragraphs: Sequence[Paragraph], index: int, first: int
) -> tuple[int, ...] | None:
    line = squeezed(text, paragraphs[index])
    if len(line) > 60:
        return None
    if SIGNED.fullmatch(line):
        return (index,)
    if DATE.fullmatch(line.strip("()")) is None:
        return None
    issuers: list[int] = []
    for above in range(index - 1, max(first, index - 5), -1):
        if not ISSUER.fullmatch(squeezed(text, paragraphs[above])):
            break
        issuers.insert(0, above)
    return tuple(issuers)


def _annex_follows(text: str, paragraphs: Sequence[Paragraph], index: int, closing: int) -> bool:
    """Whether an annex with sentences of its own stands below 附件2, not a list of names."""
    if not squeezed(text, paragraphs[index]).startswith("附件"):
        return False
    below = paragraphs[index + 1 : min(index + 1 + _ANNEX_REACH, closing)]
    return any("。" in squeezed(text, paragraph) for paragraph in below)


def _closing(
    text: str,
    paragraphs: Sequence[Paragraph],
    body: tuple[int, int],
    signature: int | None,
    issuers: Sequence[int],
    aside: Mapping[int, str],
) -> int:
    first, last = body
    closing = min([last, *issuers] if signature is None else [signature, *issuers])
    for index in range(first + (closing - first) // 3 + 1, closing):
        paragraph = paragraphs[index]
        if (
            index not in aside
            and text[paragraph[0].start] in _APPENDIX_FIRST
            and paragraph[0].columns < 60
            and _APPENDIX.fullmatch(squeezed(text, paragraph))
            and not _annex_follows(text, paragraphs, index, closing)
        ):
            closing = index
            break
    lowest = closing
    for index in range(closing - 1, max(first, closing - _CLOSING_REACH), -1):
        line = squeezed(text, paragraphs[index])
        if CONTACT.match(line) or ISSUER.fullmatch(line):
            lowest = index
        elif len(line) <= _DETAIL_LENGTH and _DETAIL.search(line):
            continue
        elif _PROSE.fullmatch(line) or paragraphs[index][0].marker:
            break
    return lowest
