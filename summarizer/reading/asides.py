"""What stands in a text and says nothing of it: tables of contents, and what words mean.

Both are paragraphs with numbers that look like units. A table of contents is told by its label or
its leaders, and by headings that are all printed again; a glossary by its label and by entries
that define a term.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.characters import NUMERAL, fold
from summarizer.reading.lines import Line
from summarizer.words import worded

CONTENTS = "table of contents"
GLOSSARY = "glossary"
NOTES = "notes"

_KEY = 10  # characters that tell headings apart
_LONGEST_ENTRY = 80  # twice the longest of 304 headings (38)
_LONGEST_LABEL = 32  # 名词解释 with what it is about; 95 % of headings have 26 or fewer
_REACH = 60  # lines from either end in which contents and glossaries stand
_NEXT_PAGE = 400  # paragraphs; a page has fifty lines
_MANY = 3  # two lines may look like a list by chance
_WITHIN = 5  # paragraphs from one numbered entry to the next: terms that one of them defines
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,20}>")
_CONTENTS = re.compile(r"[(《【]?(?:目录|目次|总目录|本期目录|CONTENTS|Contents)[)》】:]?")
# …………3, ......3, ----3 or a page in brackets; the spaces are gone.
_LEADER = re.compile(r"(?:[.·•…‥_~—–-]{2,}|[(\[])\d{1,4}[)\]]?$|[.·…‥]{3,}$")
# A page that white space alone parts from its heading: that of a label's entries only.
_PAGE = re.compile(r"[ \t\u3000]+(?P<page>[0-9]{1,4})\Z")
_NUMBERED = re.compile(
    rf"(?:\(?(?P<digits>\d{{1,3}})(?:[.、)]|(?=[“《]))|(?P<circle>[①-⑳])|(?P<han>[{NUMERAL}]{{1,3}})、"
    rf"|\((?P<inner>[{NUMERAL}]{{1,3}})\)"
    r"|\[(?P<note>\d{1,3})\])"
)
_NOTE = re.compile(r"(?:附?注|注[释解]|备注|说明)[:]")
_ANNEX = re.compile(rf"附(?:件|录|注)?[{NUMERAL}\d]{{0,3}}[:、.]?")
_LABEL_HEAD = rf"(?:附(?:件|录|注)?[{NUMERAL}\d]{{0,3}}[:、.]?)?[(《【\[]?"
_LABEL_TAIL = r"[)》】\]]?[:]?"
# A label that names terms speaks for itself; one that only says 注释 needs entries that define.
_LABEL = worded(
    "furniture",
    rf"{_LABEL_HEAD}(?P<sure>[^。;,:]{{0,16}}(?:{{terms}})[^。;,:]{{0,8}}(?:{{meanings}}))?"
    rf"(?(sure)|[^。;,:]{{0,12}}(?:{{meanings}}|注))[^。;,:]{{0,4}}{_LABEL_TAIL}",
)
_DEFINES = lazy(
    r"[“《][^“”》\n]{1,40}[”》][^。;]{0,12}?[:是指即为—,]|[^。;:,]{1,30}(?:[:]|是指|指的?是|即|——|指)"
)
_MEANS = lazy(r"是指|指的?是|指的|即|——|(?<!详)指[\u4e00-\u9fff]|\A\W{0,3}\d{0,3}\W{0,3}[“《]")
_QUANTITY = lazy(r"(?<!\d)(?<![\d,.][,.])\d[\d.,]*(?:%|‰|[余多]?[^\W\d_年月日号])")


def asides(text: str, paragraphs: Sequence[Sequence[Line]]) -> dict[int, str]:
    """Which paragraphs are no text of the report, by index, with the reason. Never raises."""
    heads = [_head(text, paragraph) for paragraph in paragraphs]
    found = dict.fromkeys(_contents(text, heads, paragraphs), CONTENTS)
    # The contents may list a glossary as their last entry: what follows is no entry of it.
    shown = ["" if index in found else head for index, head in enumerate(heads)]
    found.update(dict.fromkeys(_glossaries(text, paragraphs, shown), GLOSSARY))
    # 附件 on a line of its own names the glossary below it.
    found.update(
        (index - 1, GLOSSARY)
        for index, reason in list(found.items())
        if reason == GLOSSARY and index and _ANNEX.fullmatch(shown[index - 1])
    )
    found.update(dict.fromkeys(_notes(heads, paragraphs), NOTES))
    return found


def is_label(line: str) -> bool:
    """Whether a line, squeezed and in half-width forms, could stand above a glossary."""
    return len(line) <= _LONGEST_LABEL and _LABEL.fullmatch(line) is not None


def _head(text: str, paragraph: Sequence[Line]) -> str:
    """A paragraph without white space and in half-width forms, whole if it is short."""
    size = sum(line.end - line.start for line in paragraph)
    parts = [
        text[line.start : min(line.end, line.start + _LONGEST_ENTRY)] for line in paragraph[:4]
    ]
    squeezed = _TAG.sub("", fold("".join("".join(parts).replace("**", "").split())))
    return squeezed if size <= 2 * _LONGEST_ENTRY else squeezed[:_LONGEST_ENTRY] + "。"


def _entry(head: str) -> str:
    """A heading as a table of contents prints it, without leader and page."""
    return re.sub(r"[.·•…‥_~—–\-(\[]*\d{0,4}[)\]]?$", "", head) if _LEADER.search(head) else head


def _contents(text: str, heads: Sequence[str], paragraphs: Sequence[Sequence[Line]]) -> list[int]:
    found: list[int] = []
    again: dict[str, list[int]] | None = None
    index = 0
    while index < len(heads):
        labelled = _CONTENTS.fullmatch(heads[index]) is not None
        if labelled or _LEADER.search(heads[index]):
            again = again if again is not None else _places(heads)
            if labelled:
                last = _behind_label(text, heads, paragraphs, index + 1, again)
                found += range(index, last)
                index = last
                continue
            last = _last_entry(heads, index)
            if last - index >= _MANY:
                found += range(index, last)
                index = last
                continue
        index += 1
    return found or _unlabelled(heads, [paragraph[0].marker for paragraph in paragraphs])


def _places(heads: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for index, head in enumerate(heads):
        places.setdefault(head[:_KEY], []).append(index)
    return places


def _last_entry(heads: Sequence[str], first: int) -> int:
    """Behind the last of the entries with a leader, from `first` on."""
    index = first
    while index < len(heads) and not _told(heads[index]):
        head = heads[index]
        entry = _entry(head)
        if head and (entry == head or (index > first and entry == _entry(heads[first]))):
            break
        index += 1
    return index


def _behind_label(
    text: str,
    heads: Sequence[str],
    paragraphs: Sequence[Sequence[Line]],
    first: int,
    again: dict[str, list[int]],
) -> int:
    """Behind the last entry of a table of contents whose label stands above `first`.

    It ends where its first entry is printed again, else above the first sentence. What it lists
    has a leader or is printed again; where no text stands behind it, a number is enough.
    """
    last = index = first
    opening = ""
    while index < len(heads) and not _told(heads[index]):
        head = heads[index]
        paged = _PAGE.search(text, paragraphs[index][0].start, paragraphs[index][-1].end)
        entry = head[: -len(paged["page"])] if paged else _entry(head).rstrip("…")
        if opening and entry == opening:
            break
        opening = opening or entry
        if entry != head or again.get(entry[:_KEY], [-1])[-1] > index:
            last = index + 1
        index += 1
    if index == len(heads) or (opening and index > first and _entry(heads[index]) == opening):
        marked = [place for place in range(last, index) if paragraphs[place][0].marker]
        last = max([last, *(place + 1 for place in marked)])
    return last


def _told(head: str) -> bool:
    """Whether a paragraph says something, as no entry of a table of contents does."""
    return "。" in head or len(head) > _LONGEST_ENTRY


def _unlabelled(heads: Sequence[str], marked: Sequence[bool]) -> list[int]:
    """Headings at the top without a sentence between them, all of which are printed again."""
    first = next((place for place, marker in enumerate(marked) if marker), len(heads))
    if first >= _REACH or any("。" in head for head in heads[:first]):
        return []
    again: dict[str, list[int]] | None = None
    index = first
    while index < len(heads) and "。" not in heads[index]:
        again = again if again is not None else _places(heads)
        if index > first and heads[index] == heads[first]:
            break
        if again[heads[index][:_KEY]][-1] <= index:
            return []
        index += 1
    return list(range(first, index)) if index - first >= _MANY and index < len(heads) else []


def _glossaries(text: str, paragraphs: Sequence[Sequence[Line]], heads: Sequence[str]) -> list[int]:
    found: list[int] = []
    index = 0
    while index < len(heads):
        head = heads[index]
        label = _LABEL.fullmatch(head) if len(head) <= _LONGEST_LABEL else None
        if label is None:
            index += 1
            continue
        sure = label["sure"] is not None
        last, number, kind = _entries(heads, index + 1, 0)
        if not sure and not any(map(_NUMBERED.match, heads[index + 1 : index + 2])):
            last = index + 1  # 情况说明 above a paragraph is a heading
        defining = sum(
            1 for each in heads[index + 1 : last] if _defines(each) and (sure or _explains(each))
        )
        if last > index + 1 and (sure or 3 * defining >= 2 * (last - index - 1)):
            found += range(index, last)
            found += _rest(text, paragraphs, heads, last, number, kind)
            index = last
        elif sure and last == index + 1:
            # Nothing but terms follows such a label at the end of a text.
            tail = [each for each in heads[last:] if _defines(each)]
            if 3 * len(tail) >= 2 * (len(heads) - last):
                return [*found, *range(index, len(heads))]
            index += 1
        else:
            index += 1
    return found


def _notes(heads: Sequence[str], paragraphs: Sequence[Sequence[Line]]) -> list[int]:
    """Numbered notes that end a text, behind 注： or with their first one in that paragraph."""
    for index in range(max(0, len(heads) - _REACH), len(heads)):
        label = _NOTE.match(heads[index])
        if label is None:
            continue
        one = _NUMBERED.match(heads[index], label.end())
        first = one or next(map(_NUMBERED.match, heads[index + 1 : index + 2]), None)
        if first is not None and first["han"]:
            continue  # 说明：一、… is a part of the text
        last, *_ = _entries(heads, index + 1, _value(one) if one else 0)
        behind = paragraphs[last:]
        if last > index + 1 and not any(paragraph[0].marker for paragraph in behind):
            return list(range(index, last))
    return []


def _entries(heads: Sequence[str], first: int, number: int) -> tuple[int, int, str]:
    """Behind the last entry that counts on from `number`, its number and how it is printed.

    A paragraph without a number belongs to an entry where the next number follows it.
    """
    index, pending = first, first
    kind = ""
    while index < len(heads) and index - pending < _WITHIN:
        match = _NUMBERED.match(heads[index])
        if match is None:
            label = _LABEL.fullmatch(heads[index]) if len(heads[index]) <= _LONGEST_LABEL else None
            following = next(map(_NUMBERED.match, heads[index + 1 : index + 2]), None)
            again = following is not None and _value(following) == 1
            if label is not None and (again or label["sure"] is not None):
                break  # another list
            index += 1
            continue
        name = match.lastgroup or ""
        value = _value(match)
        if (kind and name != kind) or not number <= value <= number + 2:
            break
        kind, number = name, value
        index += 1
        pending = index
    return pending, number, kind


def _value(match: re.Match[str]) -> int:
    digits = match["digits"] or match["note"]
    if digits:
        return int(digits)
    if match["circle"]:
        return ord(match["circle"]) - ord("①") + 1
    numeral = match["han"] or match["inner"]
    return "一二三四五六七八九十".find(numeral) + 1 if len(numeral) == 1 else 10 + len(numeral)


def _rest(
    text: str,
    paragraphs: Sequence[Sequence[Line]],
    heads: Sequence[str],
    last: int,
    number: int,
    kind: str,
) -> list[int]:
    """The other half of a glossary that stands at the foot of two pages."""
    for index in range(last, min(len(heads), last + _NEXT_PAGE)):
        match = _NUMBERED.match(heads[index])
        if match is None or match.lastgroup != kind or _value(match) != number + 1:
            continue
        if not _defines(heads[index]):
            continue
        end, *_ = _entries(heads, index, number)
        cut = text[paragraphs[last - 1][-1].end - 1] not in "。！？.!?；;"
        return list(range(index - 1 if cut and index > last else index, end))
    return []


def _explains(head: str) -> bool:
    """Whether an entry says what a term means: 项目名称：投资35万元 gives a value."""
    return _MEANS.search(head) is not None or _QUANTITY.search(head) is None


def _defines(head: str) -> bool:
    match = _NUMBERED.match(head)
    return _DEFINES.match(head, match.end() if match else 0) is not None
