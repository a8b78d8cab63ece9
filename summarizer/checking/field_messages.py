"""The wording of the reasons about typed fields: what a report publishes beside its summaries.

Each field is told by one template, under its own kind.
"""

from __future__ import annotations

from collections.abc import Mapping

_NAMES: Mapping[str, tuple[str, str]] = {
    "text": ("写法", "text"),
    "span": ("位置", "span"),
    "value": ("数值", "value"),
    "unit": ("单位", "unit"),
    "kind": ("种类", "kind"),
    "qualifier": ("限定词", "qualifier"),
    "direction": ("升降", "direction"),
    "comparator": ("比较基准", "comparator"),
    "period": ("时期", "period"),
    "period_from": ("时期来源", "source of the period"),
    "per": ("分母", "denominator"),
    "role": ("性质", "role"),
    "bound": ("界限", "bound"),
    "subject": ("对象", "subject"),
    "own": ("自有文字", "own text"),
    "points": ("要点位置", "places of the points"),
    "tables": ("表格", "tables"),
    "label": ("指标", "label"),
    "date": ("日期", "date"),
    "title": ("文件名", "title"),
    "marker": ("序号", "marker"),
    "heading": ("标题", "heading"),
    "problem": ("问题", "problem"),
    "level": ("层级", "level"),
    "issuer": ("发文单位", "issuer"),
    "issued_on": ("成文日期", "date of issue"),
    "inspection": ("巡视巡察", "inspection"),
    "characters": ("字数", "number of characters"),
    "noise": ("页面杂项", "page furniture"),
}


def field_message(name: str) -> str:
    """The key of the message for the field `name`."""
    return f"field_{name}"


FIELD_MESSAGES: Mapping[str, tuple[str, str]] = {
    "misreckoned": (
        "“{claim}”：由{parts}得{theirs}",
        "{claim}: {parts} come to {theirs}",
    ),
    "no_points": (
        "“{claim}”：占比、比率和增幅不以百分点计，应为{theirs}",
        "{claim}: a share or a rate is no number of points but {theirs}",
    ),
    "misranked": (
        "“{claim}”：原文为“{parts}”（{unit}）",
        "{claim}: the source has {parts} ({unit})",
    ),
    "misordered": (
        "“{claim}”：按{parts}，大小正相反",
        "{claim}: by {parts} it is the other way round",
    ),
    **{
        field_message(name): (
            f"{{claim}}：字段“{zh}”为“{{mine}}”，原文为“{{theirs}}”",
            f"{{claim}}: the field {en} says {{mine}}, the source says {{theirs}}",
        )
        for name, (zh, en) in _NAMES.items()
    },
    "label_strange": (
        "{claim}：指标“{mine}”与原文此处的文字毫无关联（{near}，位置{at}）",
        "{claim}: the label {mine} shares nothing with the source's words ({near} at {at})",
    ),
    "actor_absent": (
        "{claim}：原文没有这个主体",
        "{claim}: the source names no such actor",
    ),
    "outline_unknown": (
        "{claim}：原文没有这个编号的单元",
        "{claim}: the source has no unit of this number",
    ),
    "status_said": (
        "进度写作“{claim}”，原文为“{near}”（位置{at}）",
        "status told as {claim}, the source says {near} (at {at})",
    ),
    "status_unsure": (
        "进度写作“{claim}”，本单元原文没有说已完成",
        "status told as {claim}, the unit does not say that it is completed",
    ),
    "status_field": (
        "进度写作“{mine}”，按各要点的措辞为“{theirs}”",
        "status told as {mine}, by the words of its points it is {theirs}",
    ),
    "status_plan": (
        "进度写作“{claim}”，本单元原文只是计划",
        "status told as {claim}, the unit tells only plans",
    ),
}

FIELD_KINDS = frozenset({"text", "span", "kind", "outline", "source"})
"""Kinds of findings on typed fields that no message is named after."""
