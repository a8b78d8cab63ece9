"""What is handed out or done: the noun behind its amount, the noun or act of a word before it.

处以五千元罚款, 化解68亿元公募债兑付危机, 价值60万元的桌椅; 羊3800只; 留置9人.
"""

from __future__ import annotations

from summarizer.anchors.behind import label_after
from summarizer.anchors.edges import without_head
from summarizer.anchors.labels import Label
from summarizer.anchors.phrases import ACTION, ATTAINED, EMPTY, GOAL_NOUN, LEFT, PAUSES, RIGHT
from summarizer.anchors.raw import Raw, prints_noun
from summarizer.anchors.units import PEOPLE
from summarizer.anchors.verbs import WORD, verb_alone, verb_at
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind
from summarizer.words import worded

_GIVEN = worded("measures", "(?:{given})(?:各|约)?$")
_WHOLE_NOUN = lazy("[一-龥]{2,6}[,，。;；、]")
_OBJECT = lazy("的?[一-龥]{2,16}[,，。;；]")  # 化解68亿元公募债兑付危机
_ACT = lazy("[一-龥]{2,4}(?<![为到至达])")
_DONE_BY = lazy("[一-龥]{2,14}?(?=[,，。;；、]|[均都未曾也])|[一-龥]{2,14}")
_AMONG = lazy("[^,，]{2}中[,，]")
_SPOKEN_OF = 200  # letters of a sentence in which it may say of whom it speaks
_ONE = lazy("[、;；:：][一-龥](?<![另其该每各这那])$")
_TRAINED = lazy("(?:累计|共|已)?(?:完成|开展|组织|举办)?培训")  # 完成培训9000人次
_ATTENDED = frozenset(("人次", "人", "期", "场", "场次"))
_PLACES = frozenset("省市县区镇乡村")
_ANY = frozenset("个批岁次名人位项家户年条种类")  # they count whatever stands before or behind


def handed(text: str, raw: Raw, begin: int, position: int, limit: int) -> Label | None:
    """What is given or taken, behind its amount and the verb before it."""
    told = _hands_out(text, begin, raw)
    if not told and _GIVEN.search(text, max(begin, raw.start - 4), raw.start) is None:
        return None
    given = (_OBJECT if told else _WHOLE_NOUN).match(text, raw.end, limit + 1)
    noun = label_after(text, position, limit) if given is not None else None
    if noun is None or given is None or noun.end != given.end() - 1:
        return None
    place = without_head(text, noun.start, noun.end) if told else noun.start
    aim = told and GOAL_NOUN.search(noun.text)
    if aim or noun.end - place < WORD or verb_alone(text, place, noun.end):
        return None
    return Label(place, noun.end, text[place : noun.end])


def attained(text: str, position: int) -> Label | None:
    """What the people of a figure got (1133人取得 职业技能等级证书)."""
    match = ATTAINED.match(text, position)
    return Label(*match.span("name"), match["name"]) if match is not None else None


def named_briefly(text: str, raw: Raw, begin: int) -> Label | None:
    """A noun of one character in a list of things that have measures of their own (羊3800只).

    People may be counted by what is done to them alone: 留置9人.
    """
    place = raw.start - 1
    if place == begin and raw.unit == "个" and text[place] in _PLACES:
        return Label(place, raw.start, text[place])  # 经济总量超200亿元县2个
    act = raw.start - WORD
    if raw.unit in PEOPLE and act >= begin and text[act - 1] in PAUSES:
        closed = text[raw.end : raw.end + 1] in PAUSES and verb_at(text, act, raw.start)
        moved = RIGHT.search(text, act, raw.start) is not None
        return Label(act, raw.start, text[act : raw.start]) if closed and not moved else None
    if raw.kind not in (FigureKind.COUNT, FigureKind.PHYSICAL) or raw.unit in _ANY:
        return None
    return Label(place, raw.start, text[place]) if _ONE.match(text, place - 1, raw.start) else None


def act_alone(text: str, raw: Raw, begin: int) -> Label | None:
    """What was done, where nothing else says what is counted: 了结39件, 未完成5个."""
    while begin < raw.start and text[begin] in PAUSES:
        begin += 1
    told = text[begin : raw.start]
    counted = raw.kind is FigureKind.COUNT and not prints_noun(text, raw)
    closed = counted and text[raw.end : raw.end + 1] in PAUSES.difference("、")
    trained = _TRAINED.fullmatch(told) if counted and raw.unit in _ATTENDED else None
    if trained is not None:
        return Label(raw.start - WORD, raw.start, "培训")
    if not closed or _ACT.fullmatch(told) is None or EMPTY.fullmatch(told) or LEFT.fullmatch(told):
        return None
    moved = RIGHT.search(text, begin, raw.start)  # 净增6.9万户
    return None if moved is not None and moved.start() == begin else Label(begin, raw.start, told)


def _hands_out(text: str, begin: int, raw: Raw) -> bool:
    """Whether a verb stands right before an amount that is no measure's own (达到, 增加)."""
    low = max(begin, raw.start - WORD)
    if text.startswith("价值", low):
        return text.startswith("的", raw.end)
    if not verb_at(text, low, raw.start):
        return False
    return RIGHT.search(text, low, raw.start) is None


def act_of_some(text: str, raw: Raw, limit: int) -> Label | None:
    """公立医院中，65%开展预约诊疗: what so many of those do of whom the sentence speaks."""
    act = _DONE_BY.match(text, raw.end, limit)
    if act is None or not (verb_at(text, *act.span()) or ACTION.match(act.group())):
        return None
    low = max(0, raw.start - _SPOKEN_OF)
    sentence = max(low, *(text.rfind(mark, low, raw.start) + 1 for mark in "。;；\n"))
    return Label(*act.span(), act.group()) if _AMONG.search(text, sentence, raw.start) else None
