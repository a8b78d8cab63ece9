"""A law in few words: its articles in a line each, and what all of it is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.engines.extractive import rules
from summarizer.engines.extractive.lines import CELLS, HEADLINE, cells
from summarizer.engines.extractive.scoring import UNFIT, Scored
from summarizer.engines.extractive.shorten import excerpt, tighten, without_short_names
from summarizer.engines.extractive.units import goes_on, score_span, score_with_heading
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range

_EVERY_LAW = ("总则", "附则")
_PENALTIES = re.compile(r"责任|罚则")
_TERM = re.compile(
    r"每[^,，]{1,8}[次回]|[\d一二三四五六七八九十百两]{1,4}(?:个?工作日|[日天]|个?月|小时)[之以]?内"
)
_LAST = 2  # the place of a fine: before the last article, which says when the law begins
_IN_FORCE = re.compile(r"(?:自[^,，。]{2,24}起|自?(?:公布|发布|印发)之日)(?:施行|实施|执行|生效)")
_HOLDS_FOR = re.compile(r"适用(?:本|于)")
_LISTS = re.compile(r"下列|以下|如下")  # what an article lists, its line does not say
# What somebody is to do for another's work, and says nothing of that: 应当支持督察工作，协助做好.
_HELPS = re.compile(r"(?:应当|必须)(?:积极|主动|自觉|依法)?(?:支持|配合|协助)")
_AIM_AND_MATTER = 2  # clauses of a lead that says something
_LONG_PURPOSE = 60  # characters; of a longer one its first aim is told


def is_unnamed_article(unit: Unit) -> bool:
    """Whether a unit is an article that is called by its number alone.

    What stands as its heading may be the first sentence of its rule: 本条例自发布之日起施行.
    """
    heading = unit.heading or ""
    rule = rules.NORM.search(heading) or _IN_FORCE.search(heading)
    return unit.is_article and (not heading or goes_on(unit) or rule is not None)


def article_line(analysis: Analysis, unit: Unit) -> str:
    """What an article says first, in whole clauses of at most 40 characters: whom it binds to what.

    Cut, ending in …, where its first clauses are longer; empty for an article without a word.
    """
    sentence = _sentence(analysis, unit)
    if rules.ENACTED.search(_joined(sentence)):
        purpose = _purpose(sentence, HEADLINE)
        if len(purpose) <= HEADLINE and cells(purpose) <= CELLS:
            return purpose
    return _line(sentence) or excerpt(_joined(sentence[_start(sentence) :]), HEADLINE).rstrip("。")


def law_overview(analysis: Analysis, most: int, highest: str = "") -> str:
    """What a law holds for, when it begins, its highest fine, its first duties, what it is for.

    `highest` is what the highest fine is told by.
    Whole clauses, within `most` characters, in the order of the law; empty where it has none.
    """
    articles = [unit for unit in analysis.outline.walk() if is_unnamed_article(unit)]
    chosen: dict[int, str] = {}
    room = most
    sentences = [_sentence(analysis, unit) for unit in articles]
    lead = _lead(analysis)
    if lead and len(lead) < room:
        chosen[-1] = lead
        room -= len(lead) + 1
    if highest and len(highest) < room:
        chosen[len(articles) - _LAST] = highest
        room -= len(highest) + 1
    for place, text in _told_first(sentences, _of_duties(analysis, articles)):
        if text and place not in chosen and len(text) + 1 <= room:
            chosen[place] = text
            room -= len(text) + 1
    return "；".join(chosen[place] for place in sorted(chosen)) + "。" if chosen else ""


def _told_first(
    sentences: Sequence[Sequence[Scored]], duties: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """The lines of a law with their places, what a reader must know before the rest."""
    texts = [_joined(sentence) for sentence in sentences]
    opening = 0
    purposes: list[int] = []
    for place, text in enumerate(texts):
        if _HOLDS_FOR.search(text):
            yield place, _purpose(sentences[place], _LONG_PURPOSE)
            opening = place + 1
        elif rules.ENACTED.search(text):
            purposes.append(place)
            opening = place + 1
        if place > opening:
            break
    for place in range(len(texts) - 1, -1, -1):
        if _IN_FORCE.search(texts[place]):
            yield place, _line(sentences[place])
            break
    for place in duties:
        line = _line(sentences[place])
        yield place, line if rules.NORM.search(line) or rules.AMOUNT.search(line) else ""
    for place in purposes:
        yield place, _purpose(sentences[place], _LONG_PURPOSE)
    for place, sentence in enumerate(sentences):
        yield place, _line(sentence) if not _LISTS.search(texts[place]) else ""


def _lead(analysis: Analysis) -> str:
    """What the text above the first article is for: 为惩治甲，根据乙，现就丙解释如下."""
    start = analysis.document.body.start
    first = next((unit.span.start for unit in analysis.outline.units if unit.level), start)
    clauses = score_span(analysis, Range(start, first)).scored
    sentence = [item for item in clauses if item.clause.sentence == 0]
    if len(sentence) < _AIM_AND_MATTER or not sentence[0].text.startswith("为"):
        return ""
    return f"{sentence[0].text}，{sentence[-1].text.rstrip('：:')}"


def _of_duties(analysis: Analysis, articles: Sequence[Unit]) -> list[int]:
    """The articles that bind somebody, one of each chapter of duties in turn.

    Those with a rate or a term come first; those by which somebody only helps another are none.
    """
    places = {unit.id: place for place, unit in enumerate(articles)}
    chapters: list[list[int]] = []
    for chapter in analysis.outline.units:
        name = chapter.heading or ""
        if not chapter.marker.endswith("章") or name in _EVERY_LAW or _PENALTIES.search(name):
            continue
        ranked: list[tuple[bool, int]] = []
        for unit in chapter.walk():
            if unit.id not in places:
                continue
            text = _joined(_sentence(analysis, unit))
            exact = _TERM.search(text) or rules.AMOUNT.search(text)
            norm = rules.NORM.search(text) and not _HELPS.search(text)
            if (exact or norm) and not _LISTS.search(text):
                ranked.append((exact is None, places[unit.id]))
        chapters.append([place for _, place in sorted(ranked)])
    turns = zip_longest(*chapters)
    return [place for turn in turns for place in turn if place is not None]


def _sentence(analysis: Analysis, unit: Unit) -> list[Scored]:
    """The clauses of the first sentence of an article, without names given for short."""
    scored = score_with_heading(analysis, unit).scored
    first = takewhile(lambda item: item.clause.sentence == 0, scored)
    return [item._replace(text=without_short_names(item.text)) for item in first]


def _purpose(sentence: Sequence[Scored], most: int) -> str:
    """为了加强管理，…，根据甲，制定本条例 → 为了加强管理，制定本条例, where it is long."""
    text = _joined(sentence)
    if len(text) <= most or not rules.ENACTED.search(text):
        return text if len(text) <= most else _line(sentence)
    return f"{sentence[0].text}，{sentence[-1].text}"


def _line(sentence: Sequence[Scored]) -> str:
    """The most of the first clauses that fits a line and says something; empty where none does."""
    first = _start(sentence)
    for shorter in (False, True):
        for end in range(len(sentence), first, -1):
            last = sentence[end - 1]
            if last.score <= UNFIT or max(last.needs, default=0) >= end:
                continue
            if rules.BREACH.search(last.text):
                continue
            told = _joined(sentence[first:end])
            told = tighten(told) if shorter else told
            if len(told) <= HEADLINE and cells(told) <= CELLS:
                return told
    return ""


def _start(sentence: Sequence[Scored]) -> int:
    """Where an article begins to say something: behind 违反本条例规定，."""
    said = (at for at, item in enumerate(sentence) if not rules.BREACH_OF_IT.match(item.text))
    return next(said, 0)


def _joined(sentence: Sequence[Scored]) -> str:
    marks = [item.stop for item in sentence[:-1]]
    return "".join(item.text + mark for item, mark in zip(sentence, [*marks, ""], strict=True))
