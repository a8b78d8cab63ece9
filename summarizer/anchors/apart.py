"""Names that stand apart from their figure: before a bracket, behind a purpose, in a plan.

市级（含开发区，下同）收入38亿元; 拨付6亿元，支持文艺创作; 支出预算26亿元，实际支出25亿元.
"""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.carrying import EXECUTED
from summarizer.anchors.edges import without_head
from summarizer.anchors.labels import Label, label_before
from summarizer.anchors.phrases import ACTION, PAUSES, PREDICATE
from summarizer.anchors.raw import Raw
from summarizer.anchors.rows import clause_start
from summarizer.anchors.units import PEOPLE
from summarizer.anchors.verbs import WORD, verb_at
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind
from summarizer.words import worded

_BRACKET = 60  # of 520 brackets in twelve reports 99.8 % are shorter
_HEAD = 12  # characters of a name before a bracket that goes on behind it
_PURPOSE = worded(
    "measures",
    "(?:[(（][^()（）]{1,20}[)）])?[,，](?:主要|专门|全部|重点|统筹|分别)*(?:{spent_on})(?:了)?"
    "(?P<name>[^,，。;；:：0-9()（）]{2,30})(?=[,，。;；\n]|等[0-9])",
)
_NAME = 5  # characters; four are a slogan as often as a name (推动扩优提质)
# 统筹2亿元加强基层能力建设: any other verb right behind it.
_THEN = lazy(
    "[,，]?(?:主要|专门|全部|重点|有力|顺利|继续|积极|全力|着力)*"
    "(?P<name>[^,，。;；:：0-9()（）]{2}[^于了给向][^,，。;；:：0-9()（）]{1,27})(?=[,，。;；\n])"
)
_LEVELS = frozenset("类款项目")  # 普通教育（款）小学教育: the last level of a budget is the name
_DIGITS = re.compile("[0-9]")
_PLACE = lazy("[省市县区州旗乡镇村]$")  # 北村已有53户105人: where they live says not who they are
_SHARE_BASE = lazy("[,，]?[约仅只]?占(?!地|用)")
_PLANNED = lazy("(?:年初|年度|调整|变动)?预算(?:数|合计|总计|安排|调整)?$")
_CHANGED_PLAN = lazy("(?:年初|调整|变动)预算数?$")
_AMOUNTS = frozenset((FigureKind.MONEY, FigureKind.COUNT, FigureKind.PHYSICAL))
# What auditors find of those whom a count tells.
_WENT_WRONG = worded("measures", "{wrong}")
_FOR = lazy("[为向给对]$")
_BESIDE = frozenset(("", "、", ",", "，"))
_THINGS = frozenset((FigureKind.COUNT, FigureKind.PHYSICAL))


def before_bracket(text: str, label: Label, raw: Raw) -> Label:
    """The label with the words that stand before a bracket in its middle."""
    if label.end > raw.start or label.start < 2 or text[label.start - 1] not in ")）":
        return label
    low = max(0, label.start - _BRACKET)
    opened = max(text.rfind("(", low, label.start), text.rfind("（", low, label.start))
    if opened < 0 or text[label.start - 2] in _LEVELS or _DIGITS.search(text, opened, label.start):
        return label
    head = label_before(text, clause_start(text, opened, opened - _BRACKET), opened)
    if head is None or head.end != opened or len(head.text) > _HEAD:
        return label
    return Label(head.start, label.end, head.text + label.text)


def purpose_of(text: str, raw: Raw) -> Label | None:
    """What a sum of money is for, where only the clause behind it says so."""
    if raw.kind is not FigureKind.MONEY:
        return None
    match, least = _PURPOSE.match(text, raw.end), WORD
    if match is None:
        match, least = _THEN.match(text, raw.end), _NAME
        if match is None or not verb_at(text, match.start("name"), match.end()):
            return None
    start, end = match.span("name")
    start = without_head(text, start, end)
    cut = PREDICATE.search(text, start + 2, end)
    end = cut.start() if cut is not None and len(cut.group()) > 1 else end
    end -= text[end - 1] == "、"
    return Label(start, end, text[start:end]) if end - start >= least else None


def base_of(text: str, own: str, raw: Raw) -> Label | None:
    """What a share is of, as an amount: 占一般公共预算收入344亿元的82%."""
    match = _SHARE_BASE.match(own) if raw.kind in _AMOUNTS else None
    if match is None:
        return None
    return label_before(text, raw.start - len(own) + match.end(), raw.start, counted=True)


def without_plan(label: Label) -> Label:
    """What was carried out of a plan: of 收入年初预算 the 收入."""
    match = _PLANNED.search(label.text)
    if match is None or match.start() < 2:
        return label
    return Label(label.start, label.end, label.text[: match.start()])


def planned_anew(text: str, label: Label, before: Label | None) -> Label:
    """The label of a plan that was changed: 支出年初预算5亿元，调整预算7亿元 is 支出调整预算."""
    changed = _CHANGED_PLAN.search(text, max(0, label.start - 2), label.end)
    if before is None or changed is None or changed.start() > label.start:
        return label
    planned = without_plan(before)
    if planned.text == before.text:
        return label
    return Label(changed.start(), label.end, planned.text + changed.group())


def carried_out(own: str, before: Label | None) -> Label | None:
    """What was carried out of the plan that the figure before is: 实际支出 of 支出预算."""
    if before is None or EXECUTED.search(own) is None:
        return None
    planned = without_plan(before)
    return planned if planned.text != before.text else None


def of_same_things(text: str, raws: list[Raw], labels: list[Label | None], index: int) -> bool:
    """Whether a count goes on with what the one before counts, which stands before both.

    建档立卡贫困户31户、59人; 参观各类展览320场次、1.2万人次，; 保障性住房1600万平方米、23.9万套，
    """
    if not index:
        return False
    before, raw, label = raws[index - 1], raws[index], labels[index - 1]
    if label is None or label.end > before.start or _PLACE.search(label.text) or "、" in label.text:
        return False
    gap = text[before.end : raw.start]
    if raw.unit in PEOPLE and before.unit in PEOPLE:
        return gap in _BESIDE
    things = before.kind in _THINGS and raw.kind in _THINGS
    return gap == "、" and things and text[raw.end : raw.end + 1] in PAUSES


def done_besides(
    text: str, raws: list[Raw], labels: list[Label | None], index: int, label: Label
) -> Label:
    """What else was done to the things of the figure before: 制定政府规章9件、修改|27件.

    Of each label that is a verb alone, the noun of the one before it is the object.
    """
    before = labels[index - 1] if index else None
    listed = text[label.start - 1 : label.start] == "、" and label.start - 1 == raws[index - 1].end
    if before is None or not listed or label.end != raws[index].start:
        return label
    alike = raws[index].unit == raws[index - 1].unit and before.end == raws[index - 1].start
    if not alike or not _is_act(label.text):
        return label
    verb = text[before.start : before.end]
    done = before.text != verb and before.text.startswith(verb)  # itself such a one
    noun = before.text.removeprefix(verb) if done else before.text
    led = done or _is_act(text[max(0, before.start - WORD) : before.start])
    return Label(label.start, label.end, label.text + noun) if led else label


def _is_act(word: str) -> bool:
    found = ACTION.match(word)
    return found is not None and found.end() == len(word)


def without_subject(
    text: str, counted: Raw, subject: Label | None, label: Label
) -> Label | None:
    """What those did whom the count before tells (9个地区|违规举借20亿元, 44个活动|中乱收费), or
    what was done for them (为29个省份|保供煤炭35亿吨).
    """
    if subject is None or subject.start != label.start or subject.end >= label.end:
        return label
    if _FOR.search(text, max(0, counted.start - 1), counted.start) and counted.unit:
        return label_before(text, subject.end, label.end, counted=True) or label
    if _WENT_WRONG.match(text, subject.end, label.end) is None:
        return label
    return label_before(text, subject.end + text.startswith("中", subject.end), label.end)
