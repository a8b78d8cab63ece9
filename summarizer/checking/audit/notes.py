"""An observation on the source, and its wording in Chinese and English."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.models import AuditFinding, Span
from summarizer.spans import Range
from summarizer.vocabulary import Lang, Severity


@dataclass(frozen=True, slots=True)
class Note:
    """What a rule saw: its kind, the places it speaks of, and what the wording names."""

    kind: str
    spans: tuple[Range, ...]
    details: Mapping[str, str] = field(default_factory=dict)
    severity: Severity = Severity.NOTE


_WORDING: Mapping[str, tuple[str, str]] = {
    "foreign": (
        "全文不是中文，超出本工具的范围：除位置外均不可作为依据",
        "the text is not Chinese and out of scope: rely on nothing but its positions",
    ),
    "empty": (
        "标题、目录之外没有正文，无可概括",
        "nothing stands behind title and contents: there is nothing to summarise",
    ),
    "unstructured": (
        "全文没有可识别的编号或标题，按一个整体概括",
        "no numbering or headings were found: the text is summarised as one whole",
    ),
    "unconverted": (
        "全文为繁体，未安装转换库，读取可能不全（pip install 'report-summarize[traditional]'）",
        "the text is in traditional characters and read without conversion "
        "(pip install 'report-summarize[traditional]')",
    ),
    "table_unread": (
        "表格“{claimed}”（位置{at}）有{count}个数据未能读取：{reason}",
        "the table {claimed} at {at} holds {count} values that could not be read: {reason_en}",
    ),
    "total": (
        "文中称“{claimed}”（位置{at}），正文编号列出的是{printed}",
        "the text speaks of {claimed} at {at}; its numbering prints {printed}",
    ),
    "part_exceeds": (
        "“{whole}”（位置{at}）小于其中的一项：{parts}（位置{second}）",
        "{whole} at {at} is less than one of its parts: {parts} at {second}",
    ),
    "difference": (
        "“{claimed}”（位置{at}）与{parts}（位置{second}）之差{total}不一致",
        "{claimed} at {at} differs from {total}, the difference of {parts} at {second}",
    ),
    "conflict": (
        "同一事项两处数字不同：“{first}”（位置{at}）与“{other}”（位置{second}）",
        "one matter, two figures: {first} at {at}, {other} at {second}",
    ),
    "inspection": (
        "同一次巡视巡察的时间两处写法不同：“{first}”（位置{at}）与“{other}”（位置{second}）",
        "one inspection, two periods: {first} at {at}, {other} at {second}",
    ),
    "reused": (
        "同一段文字用在{units}两处：“{claimed}”",
        "the same words stand in {units}: {claimed}",
    ),
    "numbering_skip": (
        "编号“{claimed}”（位置{at}）跳号，按顺序应为“{expected}”",
        "the number {claimed} at {at} skips; {expected} comes next",
    ),
    "numbering_repeat": (
        "编号“{claimed}”（位置{at}）重复，按顺序应为“{expected}”",
        "the number {claimed} at {at} repeats; {expected} comes next",
    ),
    "numbering_back": (
        "编号“{claimed}”（位置{at}）回退，按顺序应为“{expected}”",
        "the number {claimed} at {at} goes back; {expected} comes next",
    ),
}


_MORE: Mapping[Lang, str] = {
    "zh": "；同类情况另有{more}处",
    "en": "; {more} more of this kind",
}
_ALIKE = 5  # notes that say the same of one marker or figure
_MOST = 100  # notes of one kind: more are only met in texts made to be odd
_PLACES = 20  # of a group: a reader goes to the first ones, if to any


def grouped(notes: Iterable[Note]) -> list[Note]:
    """The notes in their order, where one kind says the same very often as a single note.

    Of each kind at most `_MOST` are told by themselves; the last one counts those left out. The
    note of a group has the first places only, and its count in `more`.
    """
    alike: dict[tuple[str, str], list[Note]] = {}
    for note in notes:
        alike.setdefault((note.kind, note.details.get("claimed", "")), []).append(note)
    single: dict[str, list[Note]] = {}
    for (kind, _), group in alike.items():
        told = [_joined(group)] if len(group) > _ALIKE else group
        single.setdefault(kind, []).extend(told)
    found: list[Note] = []
    for rest in single.values():
        found += rest[: _MOST - 1]
        found += [_joined(rest[_MOST - 1 :])] if len(rest) > _MOST else rest[_MOST - 1 :]
    return sorted(found, key=lambda note: (note.spans[0], note.kind))


def _joined(notes: Sequence[Note]) -> Note:
    places = list(itertools.islice((span for note in notes for span in note.spans), _PLACES))
    more = sum(1 + int(note.details.get("more", 0)) for note in notes) - 1
    details = {**notes[0].details, "more": str(more)}
    return replace(notes[0], spans=tuple(places), details=details)


def wording(kind: str, lang: Lang) -> str:
    """What a kind of note says, with the names of its details in braces."""
    zh, en = _WORDING[kind]
    return zh if lang == "zh" else en


def render(note: Note, lang: Lang) -> AuditFinding:
    """A note as the published finding, worded in `lang`."""
    second = note.spans[1] if len(note.spans) > 1 else note.spans[0]
    told = wording(note.kind, lang)
    if "more" in note.details:
        told += _MORE[lang]
    fields = {"at": str(note.spans[0].start), "second": str(second.start), **note.details}
    return AuditFinding(
        kind=note.kind,
        severity=note.severity,
        message=told.format_map(fields),
        spans=tuple(Span(start=span.start, end=span.end) for span in note.spans),
    )
