"""Lists under 分别, 依次 and 各, expanded: each figure gets its own subject and its own period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer import patterns as re
from summarizer.anchors.records import DateMention, Figure, Ordinal
from summarizer.facts.governing import MARKER
from summarizer.facts.moves import MOVED
from summarizer.facts.words import pairs

_SHARES = re.compile("分别|依次|各自|先后")
_BETWEEN = re.compile(r"(?:以[上下内]|左右|[余多])?(?:[、/]|以及|和|与|及)[^、,。;:]{0,6}?$")
_JOINED = re.compile("(?:以[上下内]|左右|[余多])?(?:[、/]|以及|和|与|及)$")
_SEPARATOR = re.compile("、|以及|和(?!谐|平)|与|(?<!普)及|/")
_YEARS = re.compile(r"((?:19|20)\d\d)年?(?:度)?(?:至|到|-|—|~)((?:19|20)\d\d)年")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)|(?:19|20)\d\d(?=、(?:19|20)\d\d)")
_DATED = re.compile(r"(?:19|20)\d\d年?度?")
_LONGEST = 8  # a list of more items is a table
_MEMBER = re.compile("[A-Za-z一-龥]{2,16}")
_HEAD = re.compile("[^,。;:()]*$")
_ASIDE = re.compile(r"\([^()]*\)$")  # 平均浓度(剔除沙尘后)分别为
_FIRST = re.compile("(第?)[一二三四五六七八九十]$")
_NUMBER = re.compile("第?[一二三四五六七八九十]")
_LAST = re.compile("第?[一二三四五六七八九十](.+)")

Numbered = tuple[int, int, "Figure | Ordinal"]


@dataclass(frozen=True, slots=True)
class Shared:
    """What a word of sharing gives to one figure: its label, and its year among several."""

    label: str
    period: tuple[str, str, DateMention] | None = None


def shared_out(text: str, start: int, numbers: Sequence[Numbered]) -> dict[int, Shared]:
    """By the start of a figure, what the list that it stands in gives to it."""
    found: dict[int, Shared] = {}
    if len(numbers) < 2:
        return found
    _named_in_row(text, numbers, found)
    end = numbers[-1][1]
    for word in _SHARES.finditer(text, start, end):
        row = _row(text, word.end(), numbers)
        if len(row) < 2:
            continue
        aside = _ASIDE.search(text, start, word.start())
        head = _HEAD.search(text, start, aside.start() if aside is not None else word.start())
        words = text[head.start() : word.start()] if head is not None else ""
        years = _years(words, len(row))
        labels = (
            _labels(words, row, text[start : word.start() - len(words)])
            if words.strip()
            else _before(text, start, word.start(), numbers, len(row))
        )
        verb = text[word.end() : row[0][0]]
        for place, (begin, _, anchor) in enumerate(row):
            period = None
            if years:
                mention = DateMention(
                    anchor.span,
                    f"{years[place]}年",
                    f"{years[place]}-01-01",
                    f"{years[place]}-12-31",
                )
                period = (mention.first, mention.last, mention)
            found[begin] = Shared(labels[place] + verb, period)
        _going_on(text, numbers, row, labels, found)
    return found


def _named_in_row(text: str, numbers: Sequence[Numbered], found: dict[int, Shared]) -> None:
    """养老保险和医疗保险参保率达90%和98%: each of a row has its own name, without 分别."""
    at = 0
    while at < len(numbers):
        row = [numbers[at]]
        for number in numbers[at + 1 :]:
            if not _JOINED.match(text[row[-1][1] : number[0]]):
                break
            row.append(number)
        at += len(row)
        figures = [anchor for _, _, anchor in row if isinstance(anchor, Figure)]
        names = {figure.label for figure in figures}
        one_unit = len({figure.unit for figure in figures}) == 1
        if len(names) == len(row) > 1 and one_unit and all(names):
            for (begin, _, _), figure in zip(row, figures, strict=True):
                found[begin] = Shared(figure.label or "")


def _going_on(
    text: str,
    numbers: Sequence[Numbered],
    row: Sequence[Numbered],
    labels: Sequence[str],
    found: dict[int, Shared],
) -> None:
    """甲、乙分别完成3亿元、4亿元，增长5%和6%: as many changes behind are of the same things."""
    while True:
        end = row[-1][1]
        following = _row(text, end, numbers)
        moved = MOVED.fullmatch(text, end, following[0][0]) if following else None
        if moved is None or len(following) != len(row):
            return
        for label, (begin, _, _) in zip(labels, following, strict=True):
            found[begin] = Shared(label + moved[0].lstrip(",、 "))
        row = following


def _row(text: str, at: int, numbers: Sequence[Numbered]) -> list[Numbered]:
    """The figures after a word of sharing that follow each other with nothing between."""
    row: list[Numbered] = []
    for number in numbers:
        if number[0] < at:
            continue
        if not row:
            if number[0] - at > 16:
                break
            row.append(number)
            continue
        if not _BETWEEN.match(text[row[-1][1] : number[0]]):
            break
        row.append(number)
    return row


def _before(text: str, start: int, end: int, numbers: Sequence[Numbered], count: int) -> list[str]:
    """What the figures before are said of: 收入3.38亿元、游客313万人次，分别增长…."""
    held = [number for number in numbers if number[1] <= end]
    labels: list[str] = []
    for place in range(max(0, len(held) - count), len(held)):
        begin = held[place - 1][1] if place else start
        head = _HEAD.search(text, begin, held[place][0])
        labels.append(head[0] if head is not None else "")
    return labels if len(labels) == count else [""] * count


def _years(words: str, count: int) -> list[str]:
    listed = _YEARS.search(words)
    if listed is not None:
        first, last = int(listed[1]), int(listed[2])
        years = [str(year) for year in range(first, last + 1)] if last - first < 12 else []
    else:
        years = _YEAR.findall(words)
    return years if len(years) == count else []


def _labels(words: str, row: list[Numbered], before: str) -> list[str]:
    own = [anchor.label or "" for _, _, anchor in row if isinstance(anchor, Figure)]
    if len(own) == len(row) and len(set(own)) == len(own) and all(own):
        return own
    parts = [part for part in _SEPARATOR.split(words) if part]
    if len(parts) == len(row):
        if not any(map(pairs, (_DATED.sub("", MARKER.sub("", part)) for part in parts[:-1]))):
            return [_DATED.sub("", parts[-1])] * len(row)  # 2023年、2024年信访量: of one thing
        return _numbered(parts)
    members = _members(before, len(row))
    if members:
        return [member + words for member in members]
    return [words] * len(row)


def _numbered(parts: list[str]) -> list[str]:
    """第一产业增加值, 第二产业增加值 of 第一、二产业增加值: the noun is printed once."""
    first, last = _FIRST.search(parts[0]), _LAST.match(parts[-1])
    if first is None or last is None or not all(map(_NUMBER.fullmatch, parts[1:-1])):
        return parts
    head = parts[0][: first.start()] + first[1]
    return [
        parts[0] + last[1],
        *(f"{head}{part.lstrip('第')}{last[1]}" for part in parts[1:-1]),
        head + parts[-1].lstrip("第"),
    ]


def _members(before: str, count: int) -> list[str]:
    """The things listed earlier in the sentence: 城东区、城中区 of 指导城东区、城中区优化…; else
    the last clause of so many as it is: 投资和消费双双下降,降幅分别为…."""
    listed = [
        items
        for run in reversed(re.split("[,。;:()]", before))
        if len(items := [item for item in _SEPARATOR.split(run) if item]) == count
    ]
    for items in listed:
        last = items[0][-1]
        size = len(items[1]) if count > 2 else items[1].find(last) + 1
        if 0 < size <= _LONGEST:
            return [items[0][-size:], *items[1:-1], items[-1][:size]]
    return next((items for items in listed if all(map(_MEMBER.fullmatch, items))), [])
