"""Physical lines of a source: where their text stands, how wide they are, what precedes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.characters import (
    CAPITAL_NUMERAL,
    LINE_END,
    NUMERAL,
    SPACE,
    ZERO_WIDTH,
    display_width,
)

_LINE = re.compile(rf"[^{SPACE}{ZERO_WIDTH}{LINE_END}][^{LINE_END}]*")
# Text saved on one line keeps the indents of its paragraphs as runs of wide spaces.
_WIDE_GAP = lazy(
    r"(?<=[。！？：；!?:;”）)])[ \u3000\u00a0]*[\u3000\u00a0][ \u3000\u00a0]+"
    r"|[ \u3000\u00a0]{6,}|(?<=\d号)(?=各[省市区县])"
)
# One of these stands in every wide gap; most lines have none.
_WIDE, _FIXED, _SIX, _BEHIND = "\u3000", "\u00a0", " " * 6, "号各"
_GAP = lazy(r"[ \u3000\u00a0]*[\u3000\u00a0][ \u3000\u00a0]+|(?<=号)(?=各[省市区县])")
_LONG_LINE = 800  # 99 % of 1,675 paragraphs are shorter than 802
_MANY = 3  # two may be chance
_TRAILING = " \t\u3000\u00a0\u200b\ufeff\u2002\u2003\u2009"
_BREAK = re.compile(rf"\r\n|[{LINE_END}]")
_MARKDOWN = re.compile(rf"(?:#{{1,6}}(?!#)|>|\*\*|__|[-*•●■◆▪○][{SPACE}]|\\(?=[-#*(\d]))[{SPACE}]*")
# Cheap test on the first characters; the outline rules judge the rest.
_S = f"[{SPACE}]*"
MARKER = re.compile(
    rf"(?:[{NUMERAL}]{{1,4}}{_S}(?:、|[.．](?=[\u4e00-\u9fff“《]))|[{CAPITAL_NUMERAL}]{{1,3}}{_S}、"
    rf"|[(（]{_S}(?:[{NUMERAL}](?:{_S}[{NUMERAL}]){{0,2}}|[\d０-９](?:{_S}[\d０-９]){{0,2}}){_S}[)）]"
    rf"|[\d０-９](?:{_S}[\d０-９]){{0,2}}{_S}\\?(?:[.．](?![\d０-９](?!0\d\d年))|、|[)）])"
    rf"|第{_S}[{NUMERAL}\d]{{1,4}}{_S}(?:章|节|条|部分|篇|个问题)|[①-⑳㈠-㈩⑴-⒇⒈-⒛]"
    rf"|[【\[(（]?(?:巡[视察]|督[察导]|审计|反馈|具体|存在|突出|主要|整改|的){{0,3}}"
    rf"(?:问题|任务|事项|清单|措施|举措)[{NUMERAL}\d]{{1,3}}(?:[】\])）:：、.．]|$)"
    rf"|(?:具体|反馈|突出)?问题[(（][{NUMERAL}\d]{{1,3}}[)）])"
)

# 1 总则, 4.2 响应: a number that white space parts from a heading; an amount has its unit there.
SPACED = lazy(
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})*|[{NUMERAL}]{{1,2}})[ \u3000\ue5e5]+"
    r"(?![年月日亿万千百十个余多元米公平方立吨人次件项户家倍点种条台套亩分度版])"
    r"[\u4e00-\u9fff](?! )"
)


_SPACED_OUT = 3  # a line of which a third is blanks has its letters spaced, or columns
_BETWEEN = re.compile(r"(?<=[^\x00-\x7f]) {1,2}(?=\S)|(?<=\S) {1,2}(?=[^\x00-\x7f])")


class Line(NamedTuple):
    """A line that is not blank: source range without the white space around it.

    `columns` and `characters` measure the line with its indent; `gap` counts the blank lines
    before it, `trailing` the white space after it. `goes_on` marks a line that a page break parts
    from the sentence it belongs to.
    """

    start: int
    end: int
    indent: int
    gap: int
    trailing: int
    columns: int
    characters: int
    marker: bool
    heading: bool
    goes_on: bool = False


def _segments(text: str, start: int, units: Sequence[int]) -> Iterator[tuple[int, int]]:
    place = 0
    for match in _LINE.finditer(text, start):
        first, end = match.span()
        while place < len(units) and units[place] <= first:
            place += 1
        behind = place
        while behind < len(units) and units[behind] < end:
            behind += 1
        breaks = _inner_breaks(text, first, end)
        if behind > place:
            breaks = sorted([*breaks, *((unit, unit) for unit in units[place:behind])])
        for gap_start, gap_end in breaks:
            if first < gap_end < end:
                yield first, gap_start
                first = gap_end
        yield first, end


def _inner_breaks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where paragraphs end inside a line, as text saved without its line ends has them."""
    if end - start > _LONG_LINE:
        gaps = [gap.span() for gap in _GAP.finditer(text, start, end)]
        if len(gaps) >= _MANY:
            return gaps
    line = text[max(0, start - 1) : end]
    if not (_WIDE in line or _FIXED in line or _SIX in line or _BEHIND in line):
        return []
    return [gap.span() for gap in _WIDE_GAP.finditer(text, start, end)]


def split_lines(text: str, start: int = 0, units: Sequence[int] = ()) -> list[Line]:
    """The lines of `text` from `start` on that hold more than white space, in order.

    `units` are the places inside lines where paragraphs begin that were run together.
    """
    lines = []
    previous = start
    for first, stop in _segments(text, start, units):
        end = first + len(text[first:stop].rstrip(_TRAILING))
        gap_text = text[previous:first]
        breaks = _BREAK.findall(gap_text)
        indent = len(gap_text.rsplit(breaks[-1], 1)[1]) if breaks else len(gap_text)
        previous = end
        body, heading = first, False
        while (mark := _MARKDOWN.match(text, body, end)) and mark.end() < end:
            heading = heading or text[body] == "#"
            body = mark.end()
        raw = text[first - indent : end]
        if raw.count(" ") * _SPACED_OUT > len(raw):
            raw = raw[:indent] + _BETWEEN.sub("", raw[indent:])  # 全  市  收  入: as if set close
        lines.append(
            Line(
                start=body,
                end=end,
                indent=indent,
                gap=max(0, len(breaks) - 1),
                trailing=stop - end,
                columns=display_width(raw),
                characters=len(raw),
                marker=MARKER.match(text, body, end) is not None,
                heading=heading,
            )
        )
    return lines
