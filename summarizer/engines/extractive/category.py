"""What a measure is about: a weighted vote of words over its headings, its opening, its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.engines.extractive.lexicon import Term, lexicon
from summarizer.vocabulary import Category
from summarizer.words import worded

# The zones of a measure. A heading names the matter in a few words, so that one word of it weighs
# as much as several of the text; the headings above count half of what stands below them.
_HEADING, _OPENING, _TEXT, _PROBLEM = 2.5, 1.5, 1.0, 0.6
_ABOVE = (1.0, 0.5, 0.25)  # own heading, then each heading above half as much
_OPENING_LENGTH = 70  # two or three clauses: the main action
_TEXT_LENGTH = 1500  # 99.9 % of 357 leaves of six reports are shorter; bounds the work
# Of the words of a category in one zone the heaviest counts whole, each further one less: a long
# text names many things beside its matter.
_PARTS = (1.0, 0.6, 0.36, 0.22, 0.13)
_COMMON = 0.25  # of the measures; words of more of them tell less
_FLOOR = 0.5  # a common word is still a hint
_MOST = 0.5  # of the measures; what so many of them name is the topic of the report
_TOPIC = 1.6  # as much as a likely word of the text
_HINT = 0.7  # words of this weight name no topic
_LEAST = 1.2  # a hint in the heading (1.75), not one in the text (1.05 at most)
_ORDER = tuple(Category)
_FORM = _ORDER.index(Category.SYSTEM)


# Names of offices and companies: 工业和信息化部 says who acts and not what is done.
_OFFICES = worded(
    "actors",
    r"(?:国家)?(?:{departments})"
    r"(?:总局|部门|局|厅|部(?![署分队位件])|委(?![托派]))"
    r"|[一-龥]{2,10}有限(?:责任)?公司|公安机关(?:交通管理部门)?|[一-龥]{2,4}(?:行政)?(?:管理|主管)部门",
)
# The same by their fields: 自然资源、林草、农业等相关部门.
_FIELDS = re.compile(r"(?:[一-龥]{2,6}、)+[一-龥]{2,6}等(?:各|相关|有关|职能)?(?:部门|单位)")


# What every plan opens with, whatever it is about: 以某思想为指导，全面贯彻某精神.
_FORMULA = re.compile(
    r"以[^,，。;；]{0,30}思想[^,，。;；]{0,8}为指导|(?:全面|深入|认真|坚决)(?:学习)?贯彻(?:落实)?(?:党的[^,，。;；]*精神|习近平[^,，。;；]*思想)"
    r"|(?:全面|深入|认真|坚决)?(?:贯彻)?落实党中央、国务院[^,，。;；]*|五位一体|四个全面"
)


class Common(NamedTuple):
    """What a report as a whole is about: what is left of the weight of the words that it repeats.

    A word is repeated alone or in a longer one. `topic` is the category of the word that most of
    its measures hold, as its place in the vocabulary, else of what the title of a plan names.
    """

    left: Mapping[str, float]
    topic: int | None = None


def words_of(texts: Sequence[str], title: str = "") -> Common:
    """The words that the texts, those of all measures of a report, have in common.

    Where no matter is in half of them, the topic is the one that `title` names.
    """
    counts: Counter[str] = Counter()
    categories: dict[str, int] = {}
    for text in texts:
        told = _told(_OFFICES.sub("", text[:_TEXT_LENGTH]))
        counts.update({stem for term, _ in told for stem in term.stems})
        categories.update((term.word, term.category) for term, _ in told if term.weight > _HINT)
    named = [(counts[word], word) for word in categories if counts[word] >= _MOST * len(texts)]
    of_title = [
        (term.weight, -start, term.category)
        for term, start in _told(title)
        if term.category != _FORM  # 办法, 规则, 方案: what it is, not what it is about
    ]
    named_first = max(of_title, default=(0.0, 0, 0))
    topic = categories[max(named)[1]] if named else None
    if topic is None and named_first[0] > _HINT:
        topic = named_first[2]
    shares = {word: counts[word] / len(texts) for word in counts}
    shares = {word: share for word, share in shares.items() if share > _COMMON}
    left = {
        term.word: max(_FLOOR, 1.0 - max(shares.get(stem, 0.0) for stem in term.stems))
        for terms in (lexicon().by_pair.values() if shares else ())
        for term in terms
        if not shares.keys().isdisjoint(term.stems)
    }
    return Common(left, topic)


def categorise(
    text: str,
    *,
    heading: str = "",
    above: Sequence[str] = (),
    problem: str = "",
    common: Common | None = None,
) -> Category:
    """The category with the most weight of words; the earlier of two in the vocabulary.

    `above` are the headings of the units above, the nearest first; `problem` is what they answer.
    `common` is what all of the report is about: it tells its parts from each other less, and is
    what a part is about that has no other matter. `other` where hardly a word tells.
    """
    totals = [0.0] * len(_ORDER)
    left = common.left if common is not None else {}
    if common is not None and common.topic is not None:
        totals[common.topic] += _TOPIC
    text = text[:_TEXT_LENGTH]
    text = _OFFICES.sub("", _FIELDS.sub("", _FORMULA.sub("", text)))
    zones: list[tuple[str, float]] = [
        (text, _TEXT),
        (heading, _HEADING),
        (problem, _PROBLEM),
        *zip(above, _ABOVE, strict=False),
    ]
    for place, (zone, factor) in enumerate(zones):
        weights: dict[int, list[float]] = {}
        for term, start in _told(zone):
            weight = term.weight * left.get(term.word, 1.0)
            if place == 0 and start < _OPENING_LENGTH:
                weight *= _OPENING
            weights.setdefault(term.category, []).append(weight)
        for category, found in weights.items():
            if len(found) > 1:
                found.sort(reverse=True)
            for weight, part in zip(found, _PARTS, strict=False):
                totals[category] += factor * weight * part
    best = max(totals)
    return _ORDER[totals.index(best)] if best >= _LEAST else Category.OTHER


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[tuple[Term, int], ...]:
    """The words of a text with the first place of each.

    Where two overlap, the one that begins first stands, of two that begin together the longer:
    党组织领导班子 holds no 组织领导, and 营商环境 no 环境.
    """
    by_pair, pairs = lexicon()
    places: list[tuple[int, int, Term]] = []
    for pair in by_pair.keys() & set(pairs.findall(text)):
        for term in by_pair[pair]:
            word = term.word
            start = text.find(word)
            while start >= 0:
                places.append((start, -len(word), term))
                start = text.find(word, start + 2)
    places.sort()
    end = 0
    found: dict[str, tuple[Term, int]] = {}
    for start, length, term in places:
        if start >= end:
            if term.word not in found:
                found[term.word] = (term, start)
            end = start - length
    return tuple(found.values())
