"""Hard-wrapped lines → paragraphs.

In a wrapped text a line that reaches the width goes on in the next one, across a column break
too, unless a marker or an indent starts a paragraph there. In any text, a line that breaks off in
the middle of a sentence goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.asides import is_label
from summarizer.reading.characters import HAN, SENTENCE_END, fold, is_han
from summarizer.reading.furniture import furniture_reason
from summarizer.reading.lines import MARKER, Line
from summarizer.reading.metadata import DATE, ISSUER
from summarizer.reading.wrapping import (
    PROSE_COLUMNS,
    Wrapping,
    closed,
    indented_line,
    indents_alone_tell,
)

_SENTENCE = lazy(rf"[{SENTENCE_END}][”’」』）)]*$")
_REACH = 61  # characters of a title that one line may hold
_EDGE = 40  # lines at either end, where titles and signatures are wrapped otherwise
_LABEL_COLUMNS = 60  # thirty characters: a label before its colon
_LABEL_ENDS = frozenset("释明义解注：:)）》】]*")
_NEVER_FIRST = "，。、；：）】》”’,;:)!！?？%％"
# A title or quotation that a line leaves open, and how the next one closes it.
_OPEN = re.compile("《[^《》\n]{1,60}$|“[^“”\n]{1,60}$")
_CLOSES = {"《": lazy("[^《》\n]{0,60}》"), "“": lazy("[^“”\n]{0,60}”")}
# What no heading has in it: a sentence, or a label with what it says.
_SAYS = re.compile("。|[：:].")
# 等。 closes a list.
_ENDS_LIST = lazy("等[。，、；,;）)]")
# Words that no paragraph ends with, and pairs such as 一、二 that a marker never begins.
_NEVER_LAST = re.compile("(?<!目)的$|第$|其中$|以及$|共计$")
_NUMERAL_PAIRS = frozenset(f"{one}、{two}" for one, two in pairwise("一二三四五六七八九十"))
_CLAUSE_END = re.compile("[，。；,]")
_CAPTION = lazy(r"附?[图表]\s{0,2}[0-9０-９]+(?:[-—.][0-9]+)?\s[^，。；,]+$")
# A figure cut by the line end; a telephone number before a date or a name is none, nor is a bound,
# which stands in a cell.
_CUT_FIGURE = re.compile(
    r"(?<![0-9０-９.．≥≤≧≦<>＜＞-])(?:[0-9０-９.．]{1,5}|[0-9０-９]{1,9}[.．][0-9０-９]{1,4})$"
)
# A unit cut behind its 万: 887.36万 ⏎ 元.
_CUT_UNIT = re.compile("[0-9０-９][十百千]?[万亿]$")
_CUT_COLUMNS = 40  # twenty characters: shorter lines may be cells
_UNIT_REST = lazy("[元人户亩吨件辆头只株公里米平立千度次]")
_FIGURE_REST = lazy(rf"[0-9０-９%％.．{HAN}]")
_FIGURE = lazy(r"[0-9０-９]+(?:[.．,，][0-9０-９]+)*[%％\u4e00-\u9fff](?<!年)")
_LABEL = re.compile(r"[^，。；：,;:\n]{2,10}[：:]")
# Starts no sentence ever goes on with: the paragraph that invites comments.
_OPENING = lazy(
    r"(?:热忱|诚恳|诚挚|真诚|衷心)?(?:欢\s?迎|希\s?望)广\s?大|各位代表[:：!！,，]|下一?步[,，]"
)
_TITLE_END = re.compile(r"(?:情况的?(?:通报|报告|公告|公示)|工作报告)$")
# How the text below a heading begins, other than with the name of a place.
_LEAD_IN = lazy(
    r"[省市区县州旗盟党校院厅局我本全](?!面)|公司|集团|根据|按照|经过|通过|今年|去年|近年|一年来"
    r"|集中|自|截至|下一?步|当前|目前|[12１２]"
)
_ORDINAL_BEFORE = lazy(r"第$|[0-9０-９.、一二三四五六七八九十]$")


def paragraphs(
    text: str,
    lines: Sequence[Line],
    wrapping: Wrapping | None,
    starting: Collection[int] = (),
) -> list[list[Line]]:
    """The paragraphs of `lines`, in order; each holds at least one line.

    A line that begins at one of the offsets `starting` begins a paragraph whatever it looks like.
    """
    result: list[list[Line]] = []
    flush = wrapping.indented if wrapping is not None else indents_alone_tell(text, lines)
    breaks = _edge_breaks(text, lines, wrapped=wrapping is not None)
    breaks |= _label_breaks(text, lines)
    for index, line in enumerate(lines):
        if (
            result
            and index not in breaks
            and line.start not in starting
            and _continues(text, result[-1], line, wrapping, flush=flush)
        ):
            result[-1].append(line)
        else:
            result.append([line])
    return result if wrapping is None else _split_full_headings(text, result)


def _complete(text: str, line: Line) -> bool:
    return sentence_ended(text, line) or not is_han(text[line.end - 1])


def _edge_breaks(text: str, lines: Sequence[Line], *, wrapped: bool) -> set[int]:
    """Lines near either end that start a paragraph for what they are: furniture, signature."""
    breaks: set[int] = set()
    count = len(lines)
    for index in sorted({*range(min(_EDGE, count)), *range(max(0, count - _EDGE), count)}):
        line = lines[index]
        squeezed = fold("".join(text[line.start : min(line.end, line.start + 200)].split()))
        if furniture_reason(squeezed) is not None:
            breaks |= {index, index + 1}
        elif _TITLE_END.search(squeezed):
            breaks.add(index + 1)
        elif DATE.fullmatch(squeezed.strip("()")):
            breaks |= {index, index + 1}
            below = lines[index + 1] if index + 1 < count else line
            if ISSUER.fullmatch("".join(text[below.start : below.end].split())):
                breaks.add(index + 2)
            above = lines[index - 1]
            if (
                index > 1
                and (not wrapped or _complete(text, lines[index - 2]))
                and ISSUER.fullmatch("".join(text[above.start : above.end].split()))
            ):
                breaks.add(index - 1)
    return breaks


def _label_breaks(text: str, lines: Sequence[Line]) -> set[int]:
    """Labels of glossaries, which a page can put into the middle of a sentence."""
    breaks: set[int] = set()
    for index, line in enumerate(lines):
        if (
            line.columns <= _LABEL_COLUMNS
            and text[line.end - 1] in _LABEL_ENDS
            and is_label(fold("".join(text[line.start : line.end].split())))
        ):
            breaks |= {index, index + 1}
    return breaks


def _split_full_headings(text: str, blocks: list[list[Line]]) -> list[list[Line]]:
    """Part a heading that fills its line exactly from the text below it.

    Nothing in the line itself tells; but where the other headings with the same notation stand
    alone, this one does too.
    """
    alone: Counter[str] = Counter()
    run_on: list[int] = []
    for index, block in enumerate(blocks):
        if not block[0].marker:
            continue
        kind = _notation(text, block[0])
        if "。" not in text[block[0].start : block[-1].end]:
            alone[kind] += 1
        elif (
            len(block) > 1
            and not _SAYS.search(text, block[0].start, block[0].end)
            and not _ENDS_LIST.match(text, block[1].start)
        ):
            run_on.append(index)
    kinds = Counter(_notation(text, block[0]) for block in blocks if block[0].marker)
    result = list(blocks)
    for index in reversed(run_on):
        kind = _notation(text, blocks[index][0])
        if kind.endswith("、") and alone[kind] and alone[kind] * 3 >= kinds[kind]:
            place = _heading_lines(text, blocks[index])
            result[index : index + 1] = [blocks[index][:place], blocks[index][place:]]
    return result


def _heading_lines(text: str, block: list[Line]) -> int:
    for place, line in enumerate(block[1:5], start=1):
        if "。" in text[block[place - 1].start : block[place - 1].end]:
            break
        if _LEAD_IN.match(text, line.start, line.end):
            return place
    return 1


def _notation(text: str, line: Line) -> str:
    """How a line is numbered: 一、 and 1、 are two notations."""
    match = MARKER.match(text, line.start, line.end)
    if match is None:
        return ""
    return ("1" if match[0][0].isdigit() else "") + match[0][-1]


def sentence_ended(text: str, line: Line) -> bool:
    """Whether a line ends with a full stop, question or exclamation mark."""
    return _SENTENCE.search(text, max(line.start, line.end - 3), line.end) is not None


def _interrupted(text: str, paragraph: list[Line], line: Line, *, flush: bool) -> bool:
    """Whether a line that need not be full still goes on: it stops in the middle of a sentence.

    `flush` says that a line that is not indented starts no paragraph.
    """
    before = paragraph[-1]
    last = text[before.end - 1]
    if line.heading or before.heading:
        return False
    prose = _CLAUSE_END.search(text, before.start, before.end) is not None
    long = prose and before.columns >= PROSE_COLUMNS and not closed(text, before)
    if prose and _NEVER_LAST.search(text, before.end - 2, before.end):
        return True
    if line.marker:
        pair = text[line.start : line.start + 3]
        if prose and not closed(text, before) and pair in _NUMERAL_PAIRS:
            return True
        return (last == "第" and before.columns > 2) or (
            flush and long and not indented_line(text, line)
        )
    if text[line.start] in _NEVER_FIRST:
        return True
    if last in ",，、" and line.indent <= 1:
        return before.columns > 2
    if (
        prose
        and _CUT_FIGURE.search(text, max(before.start, before.end - 15), before.end)
        and _FIGURE_REST.match(text, line.start, line.end)
    ):
        return True
    if (
        before.columns > _CUT_COLUMNS
        and _CUT_UNIT.search(text, max(before.start, before.end - 4), before.end)
        and _UNIT_REST.match(text, line.start, line.end)
    ):
        return True
    if flush and before.columns >= PROSE_COLUMNS and not indented_line(text, line):
        # Where every paragraph is indented, what is not goes on, whatever the line looks like.
        return not closed(text, before)
    if not is_han(last) or _LABEL.match(text, line.start, line.end):
        return False
    if prose and _FIGURE.match(text, line.start, line.end):
        return True
    if line.indent > 1:
        return False
    # A heading has no full stop; a line with one that ends without one breaks off.
    return (
        (flush or before.columns > PROSE_COLUMNS)
        and text.rfind("。", paragraph[0].start, before.end) > 0
        and is_han(text[line.start])
    )


def _left_open(text: str, before: Line, line: Line) -> bool:
    """Whether a line closes the title or quotation that the one before it opens."""
    if before.heading or line.heading or line.gap:
        return False
    opened = _OPEN.search(text, max(before.start, before.end - _REACH), before.end)
    if opened is None:
        return False
    return _CLOSES[opened[0][0]].match(text, line.start, line.end) is not None


def _continues(
    text: str, paragraph: list[Line], line: Line, wrapping: Wrapping | None, *, flush: bool
) -> bool:
    before = paragraph[-1]
    if line.goes_on or _ENDS_LIST.match(text, line.start) or _left_open(text, before, line):
        return True
    if wrapping is None or not wrapping.full(before):
        return _interrupted(text, paragraph, line, flush=flush and not line.gap)
    if before.heading or line.heading:
        return False
    if not wrapping.partly and wrapping.size(line) > wrapping.width + wrapping.slack + 6:
        return False
    if wrapping.indented and indented_line(text, line):
        return False
    tail = max(before.start, before.end - 3)
    ended = sentence_ended(text, before)
    if line.marker and not _ORDINAL_BEFORE.search(text, tail, before.end):
        if ended or line.gap:
            return False
        if closed(text, before):
            return False
        # A heading that fills its line exactly, and the first marker below it.
        if (
            paragraph[0].marker
            and len(paragraph) < _EDGE
            and "。" not in text[paragraph[0].start : before.end]
        ):
            return False
    if line.gap:
        caption = any(_CAPTION.match(text, each.start, each.end) for each in (before, line))
        return wrapping.column_breaks and not ended and not caption
    return not (ended and _OPENING.match(text, line.start, line.end))
