"""Where the noun behind a count ends: at the last word that its classifier counts.

A classifier chooses its nouns: 2名 goes with 教师 and 企业家, 12所 with 学校. What follows such a
noun in the same clause is said of it (12所学校|标准化, 300户居民|用上) and is no part of what is
counted. The nouns are learned from texts (`lexicons/counted.toml`, `scripts/counted.py`).
"""

from __future__ import annotations

import tomllib
from functools import lru_cache

from summarizer.anchors.verbs import acts, predicate_at
from summarizer.patterns import lazy
from summarizer.resources import text as resource

# What makes one word with the characters before it (产业|链, 企业|集团) or joins a further noun.
_BOUND = lazy(
    "小组|[级化型性式链群团制者率力度量区县镇村市站点库厂室馆院校所厅网带圈园员户类件品物器机组队之和与及、)·]"
    "|[一-龥]$"
)
_BRACKET = lazy("[(][^()]{1,8}[)]")
_WORD = 2
_PLACES = frozenset("区站库厂廊带队班")  # and bodies: 产业|招商工作队
_ATTRIBUTES = frozenset(("专项", "重点"))  # before a noun they only describe it
_ACTORS = frozenset(("名", "位", "户", "人", "家", "", "%"))  # what they count can act
_BODIES = frozenset(("党委", "党组", "政府", "支部"))
_PERSONS = frozenset("名位")
_DESCRIBED = frozenset("个种")  # what they count acts or describes
_CLAUSE = 6  # a verb and its object: a describing one has four with its noun (选用关口)
_CLOSING = "”’》"
_OPENING = "“‘《"


@lru_cache(maxsize=1)
def _nouns() -> dict[str, frozenset[str]]:
    rows = tomllib.loads(resource("lexicons", "counted.toml"))
    return {classifier: frozenset(endings.split()) for classifier, endings in rows.items()}


@lru_cache(maxsize=1)
def _all_nouns() -> frozenset[str]:
    return frozenset().union(*_nouns().values())


def is_counted(noun: str, classifier: str) -> bool:
    """Whether a phrase ends in a noun that the classifier counts."""
    return noun.rstrip(_CLOSING)[-2:] in _nouns().get(classifier, ())


def has_counted(words: str, classifier: str) -> bool:
    """Whether a noun that the classifier counts stands in `words`."""
    nouns = _nouns().get(classifier, frozenset())
    return any(words[place : place + _WORD] in nouns for place in range(len(words) - 1))


def subject_end(text: str, start: int, last: int, end: int, classifier: str) -> int | None:
    """Where the noun counted ends, at most at `last`, that the words up to `end` are said of.

    5000余名党员|走出会议室, 130家企业|签订…协议. What a classifier of things counts may describe
    what stands behind it (4个干部选用关口): there a whole clause has to follow.
    """
    nouns = _nouns().get(classifier, frozenset())
    for place in range(start + _WORD, min(last, end - _WORD) + 1):
        noun = text[place - _WORD : place]
        if noun in _ATTRIBUTES or not (noun in nouns or acts(text, start, place)):
            continue
        if not predicate_at(text, place, end):
            continue
        if noun in nouns or classifier in _ACTORS:
            return place
        clause = classifier in _DESCRIBED and end - place >= _CLAUSE and "的" not in text[place:end]
        if clause and not is_counted(text[start:end], classifier):
            return place
    return None


def counted_end(text: str, start: int, end: int, classifier: str) -> int:
    """The end of the noun counted in `[start, end)`: `end` where none inside is known."""
    nouns = _nouns().get(classifier)
    if nouns is None:
        return end
    if is_counted(text[start:end], classifier):
        return end
    for place in range(end - 1, start + 1, -1):
        if text[place - 2 : place] not in nouns:
            continue
        while place < end and text[place] in _CLOSING:
            place += 1
        if _BOUND.match(text, place, end):
            continue
        if end - place == _WORD and text[place:end] in _all_nouns():
            continue  # 支撑计划|课题: a noun of another classifier closes the name
        if text[place - _WORD : place] in _ATTRIBUTES:
            return end  # 重点|帮扶县, 专项|审计
        if classifier in _PERSONS and acts(text, place, end):
            return end  # 专家|学者, 博士|服务团成员
        if end - place == _WORD and text[place:end] in _BODIES:
            return end  # 二级单位|党委
        if end - place <= 4 * _WORD and text[end - 1] in _PLACES:
            return end  # 渔港|经济区, 义务教育|优质均衡发展区
        bracket = _BRACKET.match(text, place, end)
        place = bracket.end() if bracket is not None else place
        inner = text[start:place]
        if sum(map(inner.count, _OPENING)) == sum(map(inner.count, _CLOSING)):
            return place
    return end


def counted_start(text: str, start: int, end: int, classifier: str) -> int:
    """Where the first noun of `[start, end)` ends that the classifier counts; else `start`."""
    nouns = _nouns().get(classifier, frozenset())
    for place in range(start + 3, end + 1):
        if text[place - 2 : place] in nouns:
            return place
    return start


def noun_behind(text: str, start: int, owner: int, end: int, classifier: str) -> bool:
    """Whether the noun counted stands behind the 的 at `owner`: 12个有关纪检工作的制度."""
    if classifier not in _nouns() or is_counted(text[start:owner], classifier):
        return False
    behind = text[owner + 1 : end]
    if classifier in _PERSONS and has_counted(text[start:owner], classifier):
        return has_counted(behind, classifier)  # 300名退休人员养老保障的|历史遗留问题
    known = any(behind[i : i + _WORD] in _all_nouns() for i in range(len(behind) - 1))
    return known and (owner - start >= 2 * _WORD or has_counted(behind, classifier))
