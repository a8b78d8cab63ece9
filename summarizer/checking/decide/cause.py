"""A cause that the source does not state: the words behind the cue have no counterpart there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault
from summarizer.checking.margins import BARELY, LIKELY, NEARLY_WHOLE, PLAINLY
from summarizer.checking.propositions import Propositions
from summarizer.facts.words import pairs

_CUE = re.compile(
    "靠的是|原因[^,]{0,6}是|最大的?问题是|主要是(?=预计|因)|由于|因为|鉴于|考虑到|得益于|归功于|缘于|源于|受益于|有赖于|归因于|(?<![原主成起病诱内外基卡])因(?![此而地素果应势人事时私公病故])(?![^,。]{1,8}(?:而异|而不同|不同|相差|有别))|因(?=此前)(?=[一-龥]{3})|受(?=[^,]{2,14}(?:影响|带动|拉动|推动|冲击|制约))"
)
# Behind it stands what came of it.
_EFFECT = re.compile("(?<=[一-龥]{2})(?:而(?![且言])|[从进]而|致使|导致|造成|引发|使得|受到|被)")
_HAN = re.compile("[一-龥]")
_LIGHT = re.compile("[的了在和与及而被把对等将已也就还都没有未无不能法]")
_LETTERS = 4
_NAMED = 2  # letters that name a cause which the source tells in other words
_SHORT = 4  # letter pairs: a longer cause says more than its name
_UP_TO = re.compile("[一-龥]{4,8}")  # what a cause begins with: its effect may stand behind it
_STATES = re.compile(
    "(?<![原主成起病诱内外基卡])因(?!此|素|地)|由于|因为|原因|为了|得益于|导致|致使|造成|旨在|防止"
)


def causes(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every stated cause whose words the unit does not have."""
    for number, clause in enumerate(case.said.clauses):
        found = _CUE.search(clause.text)
        if found is None or number in case.verbatim:
            continue
        cause = _EFFECT.split(clause.text[found.end() :])[0]
        content = pairs(cause)
        if not content:
            continue
        first = clause.text[found.end() : found.end() + _NAMED]
        if len(content) <= _SHORT and any(
            first in c.text and _CUE.search(c.text) for c in case.scope.clauses
        ):
            continue  # 受非典冲击 of 受非典疫情的影响
        weights = case.index.weights
        around = chain(case.scope.clauses, case.scope.frame_clauses)
        known = case.index.aside.words.union(*(c.pairs for c in around))
        held = weights.share(content, known) >= LIKELY
        if held and not _is_far(case, number, content) and not _has_another(case, number, found):
            continue
        if _in_other_words(case, cause) or _is_stated(case, clause.text[: found.start()], content):
            continue
        near = case.matches[number] or next(filter(None, case.matches), None)
        words = {"mine": clause.text[found.start() :].strip("、,")}
        if near is not None:
            yield case.of_clause("cause", clause, near.clause.span, **words)
        else:
            yield case.of_clause("cause", clause, case.scope.span, near="", **words)


def _in_other_words(case: Case, cause: str) -> bool:
    """True for 没有认证证书上不了牌 of 因未获得强制性产品认证证书无法登记上牌.

    So many of the letters, the light ones aside, stand in one clause that states a cause.
    """
    letters = set(_HAN.findall(_LIGHT.sub("", cause)))
    enough = (NEARLY_WHOLE if len(letters) >= _LETTERS else PLAINLY) * len(letters)
    return len(letters) > 1 and any(
        len(letters & set(clause.text[found.end() :])) >= enough
        for clause in case.scope.clauses
        if (found := _CUE.search(clause.text)) is not None
    )


def _is_stated(case: Case, effect: str, content: frozenset[str]) -> bool:
    """True where one sentence states the cause of this very effect, whatever sentence is nearer:
    支出未达预算数的主要原因是甲, beside 收入未达预算数的主要原因是乙."""
    share, told = case.index.weights.share, pairs(effect)
    sentences: dict[int, frozenset[str]] = {}
    for clause in case.scope.clauses:
        known = sentences.get(clause.sentence, frozenset())
        sentences[clause.sentence] = known | clause.pairs
    return bool(told) and any(
        share(content, known) >= NEARLY_WHOLE and share(told, known) >= PLAINLY
        for known in sentences.values()
    )


def _is_far(case: Case, number: int, content: frozenset[str]) -> bool:
    """True where the unit has the words, but nowhere near what they are told as the cause of."""
    sentence = case.said.clauses[number].sentence
    beside = {
        place + step
        for other, clause in enumerate(case.said.clauses)
        if other != number and clause.sentence == sentence
        for place in _told_in(case, other)
        for step in (-1, 0, 1)
    }
    if not beside:
        return False
    known = frozenset().union(
        *(clause.pairs for clause in case.scope.clauses if clause.sentence in beside)
    )
    return case.index.weights.share(content, known) < BARELY


def _has_another(case: Case, number: int, cue: re.Match[str]) -> bool:
    """True where the sentence that is retold states a cause, and has nothing of this one."""
    clause = case.said.clauses[number]
    cause = _UP_TO.match(clause.text, cue.end())
    if cause is None:
        return False
    beside = [
        place
        for other, held in enumerate(case.said.clauses)
        if held.sentence == clause.sentence and (other != number or held.text[: cue.start()])
        for place in _told_in(case, other)
    ]
    retold = [c for c in case.scope.clauses if c.sentence in beside]
    if not any(_STATES.search(c.text) for c in retold):
        return False
    known = frozenset().union(*(c.pairs for c in retold))
    return case.index.weights.share(pairs(cause[0]), known) < BARELY


def _told_in(case: Case, number: int) -> list[int]:
    """The sentences of the source that a clause of the statement retells, or has literally."""
    match = case.matches[number]
    if match is not None:
        return [match.clause.sentence] if match.share >= LIKELY else []
    clause = case.said.clauses[number]
    nearest = case.index.nearest_clauses(clause.pairs, most=2, span=case.scope.span)
    return [source.sentence for share, source in nearest if share >= NEARLY_WHOLE]
