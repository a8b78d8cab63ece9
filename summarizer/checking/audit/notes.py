"""An observation on the source, and its wording in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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
    "total": (
        "文中称“{claimed}”（位置{at}），正文编号列出的是{printed}",
        "the text speaks of {claimed} at {at}; its numbering prints {printed}",
    ),
    "parts_sum": (
        "“{whole}”（位置{at}）与其中各项之和{total}不一致：{parts}",
        "{whole} at {at} differs from the sum {total} of its parts: {parts}",
    ),
    "part_exceeds": (
        "“{whole}”（位置{at}）小于其中的一项：{parts}（位置{second}）",
        "{whole} at {at} is less than one of its parts: {parts} at {second}",
    ),
    "ratio": (
        "“{claimed}”（位置{at}）与按{parts}（位置{second}）计算的{total}不一致",
        "{claimed} at {at} differs from {total}, which {parts} at {second} give",
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
        "同一段文字用在{units}两处（位置{at}、{second}）：“{claimed}”",
        "the same words stand in {units} (at {at} and {second}): {claimed}",
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


def render(note: Note, lang: Lang) -> AuditFinding:
    """A note as the published finding, worded in `lang`."""
    zh, en = _WORDING[note.kind]
    second = note.spans[1] if len(note.spans) > 1 else note.spans[0]
    fields = {"at": str(note.spans[0].start), "second": str(second.start), **note.details}
    return AuditFinding(
        kind=note.kind,
        severity=note.severity,
        message=(zh if lang == "zh" else en).format_map(fields),
        spans=tuple(Span(start=span.start, end=span.end) for span in note.spans),
    )
