"""The wording of every reason, in Chinese and English.

Fields: `claim` as the summary prints it, `near` the nearest anchor as the source prints it, `unit`
the id of the unit that holds it, `at` its offset in the source, and what a check names besides.
"""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.checking.field_messages import FIELD_MESSAGES
from summarizer.checking.terms import told_term
from summarizer.vocabulary import Lang

MESSAGES: Mapping[str, tuple[str, str]] = {
    "value": (
        "写作“{claim}”，原文为“{near}”（{unit}）",
        "{claim}: the source says {near} ({unit})",
    ),
    "transposed": (
        "写作“{claim}”，数字次序颠倒，原文为“{near}”（{unit}）",
        "{claim}: digits transposed, the source says {near} ({unit})",
    ),
    "rounding": (
        "写作“{claim}”，取整而未说明，原文为“{near}”（{unit}）",
        "{claim}: rounded without saying so, the source says {near} ({unit})",
    ),
    "scale": (
        "写作“{claim}”，数量级不同，原文为“{near}”（{unit}）",
        "{claim}: another order of magnitude, the source says {near} ({unit})",
    ),
    "range": (
        "写作“{claim}”，起止端点不符，原文为“{near}”（{unit}）",
        "{claim}: an end of the range differs, the source says {near} ({unit})",
    ),
    "ordinal": (
        "写作“{claim}”，次序或等级不符，原文为“{near}”（{unit}）",
        "{claim}: another rank or grade, the source says {near} ({unit})",
    ),
    "unit": (
        "写作“{claim}”，单位不同，原文为“{near}”（{unit}）",
        "{claim}: another unit, the source says {near} ({unit})",
    ),
    "points": (
        "写作“{claim}”，百分比与百分点混淆，原文为“{near}”（{unit}）",
        "{claim}: per cent and percentage points confused, the source says {near} ({unit})",
    ),
    "direction": (
        "写作“{claim}”，升降相反，原文为“{near}”（{unit}）",
        "{claim}: the opposite direction, the source says {near} ({unit})",
    ),
    "comparator": (
        "写作“{claim}”，比较基准为“{mine}”，原文为“{theirs}”（{unit}）",
        "{claim}: compared with {mine}, the source compares with {theirs} ({unit})",
    ),
    "comparator_added": (
        "写作“{claim}”，原文没有与“{mine}”比（“{near}”，{unit}）",
        "{claim}: the source does not compare with {mine} ({near}, {unit})",
    ),
    "change_to": (
        "写作“{claim}”，说成达到该值，原文是变动了该值（“{near}”，{unit}）",
        "{claim}: told as the level reached, the source tells the change ({near}, {unit})",
    ),
    "change_by": (
        "写作“{claim}”，说成变动了该值，原文是达到该值（“{near}”，{unit}）",
        "{claim}: told as the change, the source tells the level reached ({near}, {unit})",
    ),
    "change_from": (
        "写作“{claim}”，说成达到该值，原文是变动的起点（“{near}”，{unit}）",
        "{claim}: told as the level reached, the change begins there ({near}, {unit})",
    ),
    "qualifier_lost": (
        "写作“{claim}”，漏掉限定，原文为“{near}”（{unit}）",
        "{claim}: the qualifier is lost, the source says {near} ({unit})",
    ),
    "qualifier_added": (
        "写作“{claim}”，原文没有这层限定，原文为“{near}”（{unit}）",
        "{claim}: the source has no such qualifier, it says {near} ({unit})",
    ),
    "qualifier_changed": (
        "写作“{claim}”，限定相反，原文为“{near}”（{unit}）",
        "{claim}: the opposite bound, the source says {near} ({unit})",
    ),
    "period": (
        "“{claim}”说的是{mine}，原文为{theirs}（“{near}”，{unit}）",
        "{claim}: said of {mine}, the source says it of {theirs} ({near}, {unit})",
    ),
    "paired": (
        "写作“{claim}”，原文为“{near}”（{unit}），该数属于“{other}”",
        "{claim}: the source says {near} ({unit}); the number belongs to {other}",
    ),
    "paired_elsewhere": (
        "写作“{claim}”，原文为“{near}”（{unit}），该数见于“{other}”（{away}）",
        "{claim}: the source says {near} ({unit}); the number belongs to {other} ({away})",
    ),
    "label": (
        "“{claim}”说的是“{mine}”，原文为“{theirs}”（{unit}）",
        "{claim}: said of {mine}, the source speaks of {theirs} ({unit})",
    ),
    "scope": (
        "“{claim}”：本单元没有这个数，它见于{unit}（“{near}”）",
        "{claim}: not in this unit, the figure belongs to {unit} ({near})",
    ),
    "sum": (
        "“{claim}”：原文没有这个合计，也不能由原文的数相加得出",
        "{claim}: the source has no such total, nor do its figures add up to it",
    ),
    "figure_invented": (
        "“{claim}”：原文没有这个数，也不能由原文的数得出",
        "{claim}: the source has no such figure, nor does it follow from those it has",
    ),
    "undecided": (
        "“{claim}”：原文没有写出，未能核对",
        "{claim}: not printed in the source, not decided",
    ),
    "not_sure": (
        "{claim}：原文有此数（“{near}”，{unit}），但不能确定说的是同一件事",
        "{claim}: the source has this number ({near}, {unit}), but perhaps of another thing",
    ),
    "not_given": (
        "{claim}：原文没有直接写出此数，可能是归纳或推算，未能核对",
        "{claim}: not printed in the source, perhaps reckoned from it; not decided",
    ),
    "approximated": (
        "“{claim}”是原文“{near}”的约数（{unit}）",
        "{claim}: an approximation of {near} ({unit})",
    ),
    "derived": (
        "“{claim}”原文未直接写出，由{parts}得出",
        "{claim}: not printed in the source, follows from {parts}",
    ),
    "counted": (
        "“{claim}”原文未直接写出，按所列项目清点相符",
        "{claim}: not printed in the source, but so many are listed there",
    ),
    "miscounted": (
        "“{claim}”：所列为{theirs}项",
        "{claim}: {theirs} are listed",
    ),
    "date": (
        "写作{claim}，原文为{near}（{unit}）",
        "{claim}: the source says {near} ({unit})",
    ),
    "date_swapped": (
        "“{claim}”：原文此处为{near}（{unit}）",
        "{claim}: the source says {near} here ({unit})",
    ),
    "date_elsewhere": (
        "{claim}：本单元没有这个日期，它见于{unit}",
        "{claim}: not in this unit, the date stands in {unit}",
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
        "写作{claim}，原文的文件名为{near}（{unit}）",
        "{claim}: the title differs, the source has {near} ({unit})",
    ),
    "title_scope": (
        "{claim}：这份文件属于{unit}",
        "{claim}: this document belongs to {unit}",
    ),
    "document_number": (
        "写作{claim}，原文的文号为{near}（{unit}）",
        "{claim}: another document number, the source has {near} ({unit})",
    ),
    "document_number_scope": (
        "{claim}：该文号属于{unit}",
        "{claim}: this document number belongs to {unit}",
    ),
    "document_number_invented": (
        "{claim}：原文没有这个文号",
        "{claim}: the source has no such document number",
    ),
    "quotation": (
        "引文写作“{claim}”，原文为“{near}”（{unit}）",
        "{claim}: the quotation is altered, the source has {near} ({unit})",
    ),
    "quotation_unknown": (
        "“{claim}”：本单元原文没有这处引文",
        "{claim}: the unit has no such quotation",
    ),
    "formula": (
        "写作{claim}，原文的提法为{near}（{unit}）",
        "{claim}: the set phrase is altered, the source has {near} ({unit})",
    ),
    "formula_unknown": (
        "{claim}：原文相应之处没有这个提法",
        "{claim}: no such set phrase there in the source",
    ),
    "name": (
        "“{claim}”：写作“{mine}”，原文为“{theirs}”（{unit}）",
        "{claim}: {mine} stands where the source has {theirs} ({unit})",
    ),
    "contrast": (
        "“{claim}”：写作“{mine}”，原文为“{theirs}”（“{near}”，{unit}）",
        "{claim}: {mine} where the source says {theirs} ({near}, {unit})",
    ),
    "stronger": (
        "“{claim}”：写作“{mine}”，原文没有这么说（“{near}”，{unit}）",
        "{claim}: told as {mine}, the source does not say so much ({near}, {unit})",
    ),
    "added": (
        "“{claim}”：写作“{mine}”，原文没有这么说",
        "{claim}: told as {mine}, the source does not say so",
    ),
    "degree_of_own": (
        "“{claim}”：写作“{mine}”，与所写的幅度不符",
        "{claim}: {mine} does not fit the rate beside it",
    ),
    "exchange": (
        "“{claim}”：“{mine}”与“{theirs}”互换了位置（“{near}”，{unit}）",
        "{claim}: {mine} has changed places with {theirs} ({near}, {unit})",
    ),
    "name_unknown": (
        "{claim}：本单元原文没有这个名称",
        "{claim}: not named in the unit",
    ),
    "status": (
        "“{claim}”：写作“{mine}”，原文为“{theirs}”（“{near}”，{unit}）",
        "{claim}: told as {mine}, the source says {theirs} ({near}, {unit})",
    ),
    "plan_as_result": (
        "“{claim}”：原文是计划，不是结果（“{near}”，{unit}）",
        "{claim}: the source tells a plan, no result ({near}, {unit})",
    ),
    "negation": (
        "“{claim}”：肯定与否定和原文相反（“{near}”，{unit}）",
        "{claim}: affirmed where the source denies, or the reverse ({near}, {unit})",
    ),
    "scope_word": (
        "“{claim}”：“{mine}”扩大了范围，原文为“{near}”（{unit}）",
        "{claim}: {mine} widens the scope, the source says {near} ({unit})",
    ),
    "degree": (
        "“{claim}”：“{mine}”夸大了程度，原文为“{near}”（{unit}）",
        "{claim}: {mine} overstates, the source says {near} ({unit})",
    ),
    "cause": (
        "“{claim}”：原文没有说“{mine}”这层原因（“{near}”，{unit}）",
        "{claim}: the source states no such cause ({mine}; {near}, {unit})",
    ),
    "problem_as_achievement": (
        "“{claim}”：原文是存在的问题，不是成效（“{near}”，{unit}）",
        "{claim}: the source names a problem, no achievement ({near}, {unit})",
    ),
    "omitted": (
        "{claim}：原文有此举措，摘要未写（位置{at}）",
        "{claim}: the source has this measure at {at}, the summary has not",
    ),
    "omitted_many": (
        "摘要未单独写到{count}项举措：{claim}",
        "the summary does not speak of {count} measures by themselves: {claim}",
    ),
    "duplicated": ("“{claim}”：与{unit}重复", "{claim}: repeats {unit}"),
    "merged": ("“{claim}”：把{unit}并入了一处", "{claim}: merges {unit} into one"),
    "invented": ("“{claim}”：原文没有这项举措", "{claim}: the source has no such measure"),
    "located": ("按{way}对应到{unit}", "located at {unit} by {way}"),
    "unread": (
        "{claim}：这个数没有读懂，未核对",
        "{claim}: this number was not understood and is not checked",
    ),
    "too_many": (
        "“{claim}”：一段所列过多，自此起{count}个数未核对",
        "{claim}: too much in one paragraph, {count} numbers from here on are not checked",
    ),
    "nothing_read": (
        "没有一句能与原文对应，什么也没有核对",
        "nothing in it can be placed in the source: nothing is checked",
    ),
    "another_document": (
        "这份摘要说的不是这份原文：{count}处数字和文件名，原文只有{found}处",
        "a summary of another document: of {count} figures and titles the source has {found}",
    ),
    **FIELD_MESSAGES,
}
_TYPED = ("status_", "field_")  # their fields are published terms
_NO_UNIT = {"zh": "各单元之外的正文", "en": "text outside all units"}


def word(key: str, lang: Lang, fields: Mapping[str, str]) -> str:
    """The reason with this key in `lang`. Raises KeyError for a key that has no wording."""
    zh, en = MESSAGES[key]
    named = {"unit": _NO_UNIT[lang]} if fields.get("unit") == "—" else {}
    if key.startswith(_TYPED):
        named |= {name: told_term(value, lang) for name, value in fields.items()}
    return (zh if lang == "zh" else en).format_map({**fields, **named})
