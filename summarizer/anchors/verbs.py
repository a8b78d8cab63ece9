"""Verbs that govern what stands behind them: 疏浚|县乡河道, 制发|优待证, 遗址|晋升…单位.

The verbs are learned from texts (`lexicons/verbs.toml`, `scripts/verbs.py`) and stand beside the
grammar of set verbs in `phrases.py`. Not every verb before a noun governs it: 入驻企业 and 常住人口
name whom they describe, 消费总额 is a measure, 使用权 one word. Behind a noun that acts (党员)
a verb begins what is said of it.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache

from summarizer.anchors.phrases import ACTION, ADVERB, HOW, LISTS
from summarizer.patterns import lazy
from summarizer.resources import text as resource
from summarizer.words import worded

WORD = 2  # characters: of one the lexicon holds none
# Nouns so general that the verb before them is what tells them apart.
_DESCRIBED = worded("objects", "{general}")
# What is measured: with the verb before it one name (消费总额, 就业人数).
_MEASURE = worded("objects", "{measured}")
# Names that begin like a verb: 营造林, 超长期国债, 巩固拓展…衔接资金, 采集系统.
_WHOLE = lazy("营造林|年产[品值]|结转下年|超长期|巩固拓展|(?:采集|管理|控制|监测|检测|预警)系统")
_MEASURED = lazy("(?:能力|[率数税])$")
# 高于全国平均, 超过预期: what stands behind is what a figure is compared with.
_COMPARED = lazy(".于|[超高]出|超过|相当|.民")  # 便民: its object is in it
# What stands before a verb and behind a subject; some of it nowhere else.
_MANNER = worded("objects", "(?P<sure>{sure})|{manner}")
_LEADING = worded(
    "objects",
    "(?:{leading})(?:{second})*(?:了|好|完)?(?=[一-龥A-Za-z“(]{4})(?!(?:{acts}))",
)
_TWO_ACTS = lazy("(?:提升|改造|建设|整治|修复|治理|升级)(?:工程|项目|行动|计划)")
_FORMS = frozenset("性型类式会")  # make a noun or an attribute of the verb before them
_BODY = lazy("[镇乡县市局委院厅署组织司]")  # who does something: 逍林镇|清理往来款项
# 镇党委负责同志领办|整改问题: who acts, with any verb.
_AGENT = lazy("(?:同志|领导|公司|成员|金融机构|[党省市县区]委)$")
_NOMINAL = lazy("建设|改造")
_HOW = worded(LISTS, f"(?:提前|部分|基本|正在|尚?未|{HOW})+")
# Verbs that name by themselves what is counted.
_STATE = lazy("[常在留][住建守]|赔付|投产|阅读|.款|消费|结转")
# They say nothing without what they are done to, and that stands before them.
_LIGHT = lazy("进行|予以|加以|给予|作出|实行")
# 助推创建了|产业园, 团队有|教师: what stands before is a clause, whatever its verb.
_SAID = lazy(
    "(?<![即必])将(?![来军士领近要])|把(?![关手握脉柄])|(?<![为除])了(?![解断得然结])|(?<![国公私所拥共既享具富持没占还原固含稀])有"
    "(?![效色机关线期偿限意望序利待无力害毒的所])"
)
_DONE = lazy("(?:了|好|完(?![工成善])|到(?![位达期账岗]))")


_LISTS = ("governing", "nouns", "acting", "adverbs", "sure")


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], ...]:
    rows = tomllib.loads(resource("lexicons", "verbs.toml"))
    return tuple(frozenset(rows[name].split()) for name in _LISTS)


def verb_at(text: str, place: int, end: int) -> bool:
    """Whether a verb that governs begins at `place`, and no noun that only begins like it."""
    governing, nouns, *_ = _words()
    stop = place + WORD
    if stop > end or text[place:stop] not in governing:
        return False
    if _WHOLE.match(text, place, end):
        return False
    return text[place : min(stop + 1, end)] not in nouns and not _COMPARED.match(text, place, stop)


def surely(text: str, start: int, last: int, end: int) -> int | None:
    """Where in `[start, last)` the first verb begins, behind a noun, that is nothing but a verb.

    Not in 流转|交易, nor where one more character makes a noun of it (推进会, 配备率).
    """
    governing, nouns, acting, _, sure = _words()
    for place in range(start, min(last, end - 2 * WORD + 1)):
        if text[place : place + WORD] not in sure or text[place + WORD] in _FORMS:
            continue
        before = text[place - 1 : place + 1]
        whole = text[place : place + WORD + 1] not in nouns
        if whole and before not in governing and before not in acting:
            return place
    return None


def acts(text: str, start: int, place: int) -> bool:
    """Whether `[start, place)` ends in a noun that acts."""
    return place - start >= WORD and text[place - WORD : place] in _words()[2]


def verb_alone(text: str, begin: int, end: int) -> bool:
    """Whether a phrase is a verb and how it was done (提前下拨), which names nothing."""
    adverb = _HOW.match(text, begin, end)
    begin = adverb.end() if adverb is not None else begin
    if end - begin != WORD or _STATE.fullmatch(text, begin, end):
        return False
    how = adverb is not None and ACTION.match(text[begin:end]) is not None
    return how or verb_at(text, begin, end)


def torn(text: str, start: int, cut: int, end: int) -> bool:
    """Whether a cut goes through a verb (隔离点组|建成立) that begins one character before it."""
    if cut - 1 <= start or not verb_at(text, cut - 1, end):
        return False
    word = text[cut - WORD : cut]
    return not (acts(text, start, cut) or ACTION.match(word) or verb_at(text, cut - WORD, cut))


def is_adverb(word: str) -> bool:
    """Whether a word stands before verbs and in no name (一直, 纷纷)."""
    return word in _words()[3]


def predicate_at(text: str, place: int, end: int) -> bool:
    """Whether a predicate begins at `place`, behind its subject: 党员|走出, 企业|与…签订."""
    if verb_at(text, place, end):
        return _LIGHT.match(text, place, end) is None
    if is_adverb(text[place : min(place + WORD, end)]):
        return True
    adverb = _MANNER.match(text, place, end)
    if adverb is None:
        manner = ADVERB.match(text, place, end)
        return manner is not None and verb_at(text, manner.end(), end)
    return adverb["sure"] is not None or verb_at(text, adverb.end(), end)


def object_at(text: str, begin: int, end: int) -> int:
    """Where the object begins of a clause that prints subject, verb and object; else `begin`.

    驻村干部帮助培养|后备干部: the verb stands behind a noun that acts. A clause in 的 describes.
    """
    place = begin
    if _MEASURED.search(text, begin, end):
        return begin  # 农村享受低保人数, 垃圾焚烧处理能力
    for said in _SAID.finditer(text, begin + WORD, end - WORD):
        place = said.end()
    if place > begin:
        return place
    for verb in range(begin + WORD, end - WORD - 1):
        named = _BODY.match(text, verb - 1, verb) is not None and verb - begin > WORD
        action = ACTION.match(text[verb:end]) if named else None
        if action is not None and _NOMINAL.match(text, verb, end):
            action = None
        told = acts(text, begin, verb) and predicate_at(text, verb, end)
        if _AGENT.search(text, begin, verb) is not None:
            action = ACTION.match(text[verb:end])
            if action is not None and end - verb - action.end() < 2 * WORD:
                action = None
        if action is not None or told or surely(text, verb, verb + 1, end) is not None:
            adverb = _MANNER.match(text, verb, end)
            after = governed(text, verb if adverb is None else adverb.end(), end)
            after = max(after, verb + action.end() if action is not None else after)
            if after <= verb or "的" in text[after:end] or text[after] in "和与及、":
                continue
            place = after
    return place


def leading(text: str, begin: int, end: int) -> int:
    """Where the object begins behind a verb that is as often part of a name: 修缮|旧城居民房屋."""
    verb = _LEADING.match(text, begin, end)
    return verb.end() if verb is not None else begin


def governed(text: str, begin: int, end: int) -> int:
    """Where what a verb at `begin` governs begins; `begin` where no verb governs the rest."""
    if not verb_at(text, begin, end):
        return begin
    place = begin + WORD
    if text.startswith("及", place):
        return begin  # 返还及转移支付: one of two nouns
    done = _DONE.match(text, place, end)
    if done is not None:
        place = done.end()
    elif _TWO_ACTS.fullmatch(text, place, end):
        return begin  # 养护提升工程
    elif _DESCRIBED.match(text, place, end) or _MEASURE.match(text, place, end):
        return begin
    return place if end - place >= WORD else begin
