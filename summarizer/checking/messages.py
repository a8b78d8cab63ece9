"""The wording of every reason, in Chinese and English.

Fields: `claim` as the summary prints it, `near` the nearest anchor as the source prints it, `at`
its offset in the source, and what a check names besides.
"""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.checking.field_messages import FIELD_MESSAGES
from summarizer.vocabulary import Lang

MESSAGES: Mapping[str, tuple[str, str]] = {
    "value": (
        "{claim}：原文为{near}（位置{at}）",
        "{claim}: the source says {near} at {at}",
    ),
    "transposed": (
        "{claim}：数字次序颠倒，原文为{near}（位置{at}）",
        "{claim}: digits transposed, the source says {near} at {at}",
    ),
    "rounding": (
        "{claim}：被取整，原文为{near}（位置{at}）",
        "{claim}: rounded, the source says {near} at {at}",
    ),
    "scale": (
        "{claim}：数量级相差{factor}倍，原文为{near}（位置{at}）",
        "{claim}: off by a factor of {factor}, the source says {near} at {at}",
    ),
    "unit": (
        "{claim}：单位不同，原文为{near}（位置{at}）",
        "{claim}: another unit, the source says {near} at {at}",
    ),
    "points": (
        "{claim}：百分比与百分点混淆，原文为{near}（位置{at}）",
        "{claim}: per cent and percentage points confused, the source says {near} at {at}",
    ),
    "direction": (
        "{claim}：升降方向相反，原文为{near}（位置{at}）",
        "{claim}: the opposite direction, the source says {near} at {at}",
    ),
    "comparator": (
        "{claim}：比较基准为“{mine}”，原文为“{theirs}”（位置{at}）",
        "{claim}: compared with {mine}, the source compares with {theirs} at {at}",
    ),
    "comparator_added": (
        "{claim}：原文没有说“{mine}”（{near}，位置{at}）",
        "{claim}: the source does not compare with {mine} ({near} at {at})",
    ),
    "change_to": (
        "{claim}：写作变动到该值，原文为变动了该值（{near}，位置{at}）",
        "{claim}: told as the level reached, the source tells the change ({near} at {at})",
    ),
    "change_by": (
        "{claim}：写作变动了该值，原文为变动到该值（{near}，位置{at}）",
        "{claim}: told as the change, the source tells the level reached ({near} at {at})",
    ),
    "change_from": (
        "{claim}：写作变动到该值，原文是变动的起点（{near}，位置{at}）",
        "{claim}: told as the level reached, in the source it is where the change begins ({near} at"
        " {at})",
    ),
    "qualifier_lost": (
        "{claim}：漏掉限定词“{theirs}”，原文为{near}（位置{at}）",
        "{claim}: the qualifier {theirs} is lost, the source says {near} at {at}",
    ),
    "qualifier_added": (
        "{claim}：原文没有限定词“{mine}”，原文为{near}（位置{at}）",
        "{claim}: the source has no qualifier {mine}, it says {near} at {at}",
    ),
    "qualifier_changed": (
        "{claim}：限定词“{mine}”与原文“{theirs}”不符（{near}，位置{at}）",
        "{claim}: the qualifier {mine} differs from {theirs} of the source ({near} at {at})",
    ),
    "period": (
        "{claim}：所属时期为{mine}，原文为{theirs}（{near}，位置{at}）",
        "{claim}: said of {mine}, the source says it of {theirs} ({near} at {at})",
    ),
    "pair": (
        "{claim}：与“{mine}”配对，原文属于“{theirs}”（{near}，位置{at}）",
        "{claim}: paired with {mine}, the source gives it for {theirs} ({near} at {at})",
    ),
    "label": (
        "{claim}：说的是“{mine}”，原文为“{theirs}”（{near}，位置{at}）",
        "{claim}: said of {mine}, the source speaks of {theirs} ({near} at {at})",
    ),
    "range": (
        "{claim}：起止端点不符，原文为{near}（位置{at}）",
        "{claim}: an end of the range differs, the source says {near} at {at}",
    ),
    "scope": (
        "{claim}：本单元无此数，该数属于{unit}（{near}，位置{at}）",
        "{claim}: not in this unit, the figure belongs to {unit} ({near} at {at})",
    ),
    "scope_here": (
        "{claim}：该数属于{unit}（{near}，位置{at}），本单元此处为{here}",
        "{claim}: the figure belongs to {unit} ({near} at {at}); this unit says {here}",
    ),
    "figure_invented": (
        "{claim}：原文没有这个数",
        "{claim}: the source has no such figure",
    ),
    "approximated": (
        "{claim}：是原文{near}的约数（位置{at}）",
        "{claim}: an approximation of {near} at {at}",
    ),
    "sum_right": (
        "{claim}：原文未直接写出，由{parts}得出，计算无误",
        "{claim}: not printed in the source, follows from {parts}",
    ),
    "sum_wrong": (
        "{claim}：原文没有这个合计，由{parts}应得{total}",
        "{claim}: the source has no such total; {parts} give {total}",
    ),
    "sum_unknown": (
        "{claim}：原文没有这个合计",
        "{claim}: the source states no such total",
    ),
    "counted": (
        "{claim}：原文未直接写出，按所列项目清点相符",
        "{claim}: not printed in the source, but so many are listed there",
    ),
    "date": (
        "{claim}：原文为{near}（位置{at}）",
        "{claim}: the source says {near} at {at}",
    ),
    "date_elsewhere": (
        "{claim}：本单元无此日期，该日期见于{unit}（{near}，位置{at}）",
        "{claim}: not in this unit, the date stands in {unit} ({near} at {at})",
    ),
    "date_invented": (
        "{claim}：原文没有这个日期",
        "{claim}: the source has no such date",
    ),
    "title_invented": (
        "{claim}：原文没有这份文件",
        "{claim}: the source names no such document",
    ),
    "title_altered": (
        "{claim}：文件名与原文不同，原文为{near}（位置{at}）",
        "{claim}: the title differs, the source has {near} at {at}",
    ),
    "title_scope": (
        "{claim}：该文件属于{unit}（位置{at}）",
        "{claim}: this document belongs to {unit} (at {at})",
    ),
    "document_number": (
        "{claim}：文号与原文不同，原文为{near}（位置{at}）",
        "{claim}: another document number, the source has {near} at {at}",
    ),
    "document_number_scope": (
        "{claim}：该文号属于{unit}（位置{at}）",
        "{claim}: this document number belongs to {unit} (at {at})",
    ),
    "document_number_invented": (
        "{claim}：原文没有这个文号",
        "{claim}: the source has no such document number",
    ),
    "quotation": (
        "{claim}：引文被改动，原文为{near}（位置{at}）",
        "{claim}: the quotation is altered, the source has {near} at {at}",
    ),
    "quotation_unknown": (
        "{claim}：本单元原文没有这处引文",
        "{claim}: the unit has no such quotation",
    ),
    "formula": (
        "{claim}：固定提法被改动，原文为{near}（位置{at}）",
        "{claim}: the set phrase is altered, the source has {near} at {at}",
    ),
    "formula_unknown": (
        "{claim}：本单元原文没有这个提法",
        "{claim}: the unit has no such set phrase",
    ),
    "name": (
        "{claim}：本单元原文没有这个名称，相近的是{near}（位置{at}）",
        "{claim}: not named in the unit, the nearest is {near} at {at}",
    ),
    "name_unknown": (
        "{claim}：本单元原文没有这个名称",
        "{claim}: not named in the unit",
    ),
    "replaced": (
        "{claim}：“{mine}”原文作“{theirs}”（位置{at}）",
        "{claim}: {mine} stands where the source has {theirs} (at {at})",
    ),
    "status": (
        "{claim}：进度说高了，原文为“{near}”（位置{at}）",
        "{claim}: told as further along than the source says ({near} at {at})",
    ),
    "status_word": (
        "{claim}：进度说高了，写作“{mine}”，原文为“{theirs}”（位置{at}）",
        "{claim}: told as further along ({mine}), the source says {theirs} at {at}",
    ),
    "status_unsure": (
        "{claim}：本单元原文没有说已完成",
        "{claim}: the unit does not say that it is completed",
    ),
    "plan_as_result": (
        "{claim}：原文是计划，不是结果（{near}，位置{at}）",
        "{claim}: the source tells a plan, no result ({near} at {at})",
    ),
    "negation": (
        "{claim}：肯定与否定和原文相反（{near}，位置{at}）",
        "{claim}: affirmed where the source denies, or the reverse ({near} at {at})",
    ),
    "scope_word": (
        "{claim}：“{mine}”扩大了范围，原文为“{theirs}”（{near}，位置{at}）",
        "{claim}: {mine} widens the scope, the source says {theirs} ({near} at {at})",
    ),
    "degree": (
        "{claim}：“{mine}”夸大了程度，原文为“{theirs}”（{near}，位置{at}）",
        "{claim}: {mine} overstates, the source says {theirs} ({near} at {at})",
    ),
    "degree_added": (
        "{claim}：原文没有“{mine}”这样的程度（{near}，位置{at}）",
        "{claim}: {mine} overstates, the source names no such degree ({near} at {at})",
    ),
    "cause": (
        "{claim}：原文没有“{mine}”这层因果（{near}，位置{at}）",
        "{claim}: the source states no such cause ({mine}; {near} at {at})",
    ),
    "problem_as_achievement": (
        "{claim}：原文是存在的问题，不是成效（{near}，位置{at}）",
        "{claim}: the source names a problem, no achievement ({near} at {at})",
    ),
    "omitted": (
        "{claim}：原文有此举措，摘要未写（位置{at}）",
        "{claim}: the source has this measure at {at}, the summary has not",
    ),
    "omitted_many": (
        "摘要未单独写到{count}项举措：{claim}",
        "the summary does not speak of {count} measures by themselves: {claim}",
    ),
    "duplicated": (
        "{claim}：与{unit}重复",
        "{claim}: repeats {unit}",
    ),
    "merged": (
        "{claim}：把{unit}并入了一处",
        "{claim}: merges {unit} into one",
    ),
    "invented": (
        "{claim}：原文没有这项举措",
        "{claim}: the source has no such measure",
    ),
    "located": (
        "按{way}对应到{unit}",
        "located at {unit} by {way}",
    ),
    "unplaced": (
        "{claim}：没有一句能与原文对应，无从核对",
        "{claim}: nothing in it can be placed in the source, so nothing is checked",
    ),
    **FIELD_MESSAGES,
}
_NO_UNIT = {"zh": "各单元之外的正文", "en": "text outside all units"}


def word(key: str, lang: Lang, fields: Mapping[str, str]) -> str:
    """The reason with this key in `lang`. Raises KeyError for a key that has no wording."""
    zh, en = MESSAGES[key]
    named = {"unit": _NO_UNIT[lang]} if fields.get("unit") == "—" else {}
    return (zh if lang == "zh" else en).format_map({**fields, **named})
