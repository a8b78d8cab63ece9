"""Figures without a name of their own: the name before them that they go on with.

What stands between such a figure and the one before it tells when, how or against what it is
measured, never what: 收入39218元，比上年增长6.3%; 由2014年的101人降至2016年的19人. A figure that
is the first of its clause takes the topic of the clause before: 食糖，1985年达到430万吨.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from summarizer.anchors.changes import change
from summarizer.anchors.choice import OF_PLAN
from summarizer.anchors.edges import without_head, without_tail
from summarizer.anchors.labels import Label, label_before
from summarizer.anchors.phrases import ACTION, BESIDE, EMPTY, LEFT, PREDICATE
from summarizer.anchors.raw import Raw
from summarizer.anchors.rows import SENTENCE_END, clause_start
from summarizer.anchors.scan import Dated
from summarizer.anchors.verbs import WORD, verb_alone
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind
from summarizer.words import worded

Said = Literal["nothing", "act", "name"]

CARRIED = 30  # two clauses of the usual 13: behind a longer gap words of its own have begun
_BETWEEN = 16  # a clause of its own between two figures and the verb behind it (按不变价格计算)
_TOPIC = 40  # nine clauses of ten are shorter
_LONGEST = 16  # 99 % of 1,456 labels of six reports have 17 or fewer
_BACK = 4  # figures of one sentence that are looked through for the same unit
_MARKS = "、,，:：()（） "
# 比1980年的2187亿元增长21.7%: another value of the same thing, to compare with.
_AGAINST = lazy("[,，、]?(?:[比较与同由从]|相当于|是)[^,，。;；、]{0,16}的?$")
_SET_BESIDE = lazy("[,，、]?(?:高于|低于|快于|慢于|高出|领先|超过?|[比较])[^,，。;；、]{1,24}$")
# 收入预算为160万元，实际完成161万元: what was planned, then what came of it.
EXECUTED = lazy(
    "^[,，、]?(?:全年)?(?:实际)?(?:完成|执行|到位|支出)(?:数|了)?为?$|^[,，、]?实际[一-龥]{2}为?$"
)
# 突破亿元大关、达1.09亿元: the mark behind one figure is no name of the next.
_MARK = lazy(r"[多余]?(?:大关|关口|(?:新?的?)台阶)|[(（][^()（）]{1,8}[)）]")
# 超过“十五”时期总和，比上年增长50.8%: a clause that only compares is about what stood before it.
_COMPARING = lazy("超过|[高低快慢多少好]于|相当于|接近|[比较]")
_RISEN = worded("measures", "(?P<name>[^,，。;；、0-9]{2,18}(?:{rising}))(?:{risen})[^,，。;；]*")
# Stages that one thing passes: each has a count of its own.
_ACTS = worded("measures", "新建|{stages}")
_ACTED = worded("measures", "(?:{stages})$")
_SEEN_FROM = lazy("从(?P<name>[^,，。;；]{3,36}?)(?:[来上]?看|来说|而言)")
# 增速最快的则是经营净收入，增长6.0%, 交通运输支出降幅最大，为51.7%: who holds which place.
_HOLDS = lazy(
    "[^,，。;；]{0,8}(?:最[快慢大小多少高低]|[居排]首位?|第[一二三])的?[则却也]?[是为](?P<held_by>[^,，。;；的]{2,16})"
    "|(?P<holds>[一-龥]{2,18}?)的?(?:[增降涨跌减]幅|增[速长]|下降|涨得?)最[快慢大小高低]"
)
_ASIDE = lazy("[(（][^()（）0-9]{1,30}[)）]")
_BY_PRICES = lazy("(?:按|以)?(?:不变|可比)价格?(?:计算)?[,，]?")
_THINGS = frozenset((FigureKind.COUNT, FigureKind.PHYSICAL))


def said(text: str, begin: int, end: int, date: Dated | None) -> Said:
    """Whether the words of `[begin, end)` name a thing, only an act (累计建成), or nothing.

    The words of `date` name nothing.
    """
    if date is not None and begin <= date.found.start and date.found.end <= end:
        parts = [(begin, date.found.start), (date.found.end, end)]
    else:
        parts = [(begin, end)]
    told: Said = "nothing"
    for start, stop in parts:
        mark = _MARK.match(text, start, stop)
        start = mark.end() if mark is not None else start
        for _ in range(2):
            if start >= stop:
                break
            stop = without_tail(text, start, stop)
            while start < stop and text[start] in _MARKS:
                start += 1
            while start < stop and text[stop - 1] in _MARKS:
                stop -= 1
            start = without_head(text, start, stop)
        if start >= stop:
            continue
        if EMPTY.fullmatch(text, start, stop) is None and not verb_alone(text, start, stop):
            return "name"
        told = "act"
    return told


def carried_from(
    text: str, raws: Sequence[Raw], index: int, begin: int, own: str, date: Dated | None
) -> int | None:
    """The figure whose label a figure without words of its own goes on with, by its index.

    `own` are its words from `begin` on without those of a date right before it. Things are counted
    on in their own unit (项目902个，完成投资1300亿元，竣工200个), amounts and rates in any.
    """
    raw = raws[index]
    if not index:
        return None
    before = raws[index - 1]
    gap = _BY_PRICES.sub("", _ASIDE.sub("", text[before.end : raw.start]))
    if SENTENCE_END.search(gap):
        near = len(gap) <= _BETWEEN
        again = gap.lstrip("。")
        plan = near and (OF_PLAN.fullmatch(again) or EXECUTED.match(again))
        return index - 1 if plan or (near and _moves_on(text, before, raw, date)) else None
    if not gap:
        return index - 1
    alike = raw.unit == before.unit
    told = said(text, begin, raw.start, date)
    beside = BESIDE.match(own.lstrip(_MARKS)) is not None
    near = begin - before.end <= 1 or beside or (alike and told == "act")
    if len(gap) > (CARRIED if near else _BETWEEN):
        return None
    if OF_PLAN.search(own) or EXECUTED.search(own) or beside:
        return index - 1
    if _SET_BESIDE.match(own) or (alike and _AGAINST.match(own)):
        return index - 1
    rates = raw.kind is FigureKind.PERCENTAGE_POINTS and before.kind is FigureKind.RATIO
    if rates and _SET_BESIDE.match(text[begin : raw.start]):
        return index - 1  # 负债率59.6%，比上年末高0.8个百分点
    if raw.kind is FigureKind.RATIO and told == "nothing" and text.startswith("用于", raw.end):
        return index - 1  # 支出3亿元，74%用于民生
    money = raw.kind is before.kind is FigureKind.MONEY and raw.leads
    if told == "name" or (gap in _MARKS and not alike and not money):
        return None
    if told == "act" or raw.kind in _THINGS or raw.kind is FigureKind.DURATION:
        return _same_unit(text, raws, index)
    return index - 1


def turned(label: Label, act: str) -> Label:
    """The label of a figure that is told by an act alone, of another act: 新开工住宅, then 竣工.

    What was done first and what is done now are two counts of one thing.
    """
    now = _ACTS.fullmatch(act.strip(_MARKS))
    if now is not None and _ACTS.fullmatch(label.text):
        return Label(label.start, label.end, now.group())  # 续建259个，竣工200个
    ending = _ACTED.search(label.text)
    if now is not None and ending is not None and ending.start() >= 2:
        return Label(label.start, label.end, label.text[: ending.start()] + now.group())
    done = _ACTS.match(label.text)
    if done is None or now is None or done.group() == act or len(label.text) - done.end() < 2:
        return label
    return Label(label.start, label.end, now.group() + label.text[done.end() :])


def _moves_on(text: str, before: Raw, raw: Raw, date: Dated | None) -> bool:
    """价格环比上涨0.2%。1—12月同比上涨0.1%: a sentence that only dates another rate of change."""
    if raw.kind is not FigureKind.RATIO or raw.unit != before.unit:
        return False
    start = before.end + 1
    moved = change(text[start : raw.start]).direction is not None
    return moved and text[before.end] == "。" and said(text, start, raw.start, date) == "nothing"


def _same_unit(text: str, raws: Sequence[Raw], index: int) -> int | None:
    """The last figure of the sentence in the unit of figure `index`."""
    raw = raws[index]
    for before in range(index - 1, max(-1, index - 1 - _BACK), -1):
        if SENTENCE_END.search(text, raws[before].end, raws[before + 1].start):
            return None
        if raws[before].unit == raw.unit:
            return before
    return None


def ahead(text: str, clause: int, previous_end: int) -> Label | None:
    """进出口总值创历史新高，达到5379亿元: the measure that the clause before is about, or who
    holds the place that it names."""
    end = clause - 1
    if end <= previous_end or text[end] not in ",，":
        return None
    start = clause_start(text, end, end - _TOPIC)
    held = _HOLDS.fullmatch(text, start, end) if start >= previous_end else None
    if held is not None:
        return label_before(text, *held.span("held_by" if held["held_by"] else "holds"))
    told = _RISEN.fullmatch(text, start, end) if start > previous_end else None
    return label_before(text, *told.span("name")) if told is not None else None


def topic(text: str, clause: int, previous_end: int, raw: Raw, told: Said) -> Label | None:
    """What the clause that ends right before `clause` is about, where no figure is in it.

    Its subject (食糖，1985年达到430万吨; 三年行动项目全部开工，累计建成710个; 事业总收入：32亿元),
    or, of things that are counted by an act, its object (精准对接外资企业，引进10户).
    """
    end = clause - 1
    if told == "name" or end <= previous_end or text[end] not in ",，:：":
        return None
    start = clause_start(text, end, end - _TOPIC)
    seen = _SEEN_FROM.fullmatch(text, start, end)
    if seen is not None:  # 从受教育年限看，2019年我国为9.7年
        return label_before(text, *seen.span("name"))
    if start < previous_end or raw.kind is FigureKind.DURATION or _COMPARING.match(text, start):
        return None
    if told == "act" and raw.kind not in _THINGS:
        return None
    lead = LEFT.match(text[start:end])
    start += lead.end() if lead is not None else 0
    if ACTION.match(text[start:end]):
        if told != "act":
            return None
        start = without_head(text, start, end)
    cut = PREDICATE.search(text, start, end)
    stop = cut.start() if cut is not None else end
    twice = cut is not None and stop - start <= WORD  # 更新|完善任务举措: two verbs
    if twice or stop - start > _LONGEST or "、" in text[start:stop]:
        return None
    return label_before(text, start, stop)
