"""A word of a closed class where the source has another step of the same scale, or none.

部分 for 全部, 可 for 不得, 已 for 将, 全省 for 全市. What tells the place of such a word are the
letters beside it, or all the rest of the clause; any reading with the word's own step acquits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.departures import departures
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import BESIDE, LIKELY, NEARLY_WHOLE, PLAINLY, RETOLD
from summarizer.checking.propositions import Proposition, Propositions, Reading, going_on
from summarizer.checking.scales import Scale, Step, judged, scales, stages

_BETWEEN = "了地的由自能够会在被"  # what may stand between such a word and its verb
_PERFECT = re.compile("(?<=[一-龥])(?<![为除罢免未])了(?![解如结断])")
_OWN = 3  # times that a report names the whole of its level, twice as often as any other

_Found = tuple[str, Reading]  # what the source has in the place, or nothing, and where


def steps(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every word of a scale in whose place the source has another step, or none."""
    for prop in said.saying():
        text = prop.words.strip()
        for scale in scales() if judged().search(text) else ():
            found = _stepped(case, prop, scale, text)
            if found is not None:
                yield _fault(case, prop, scale, *found)
                break


def _fault(case: Case, prop: Proposition, scale: Scale, mine: str, held: _Found) -> Fault:
    theirs, reading = held
    near = reading.span
    if theirs:
        grade = Grade.WRONG if scale.name == "stages" else Grade.DOUBTFUL
        told = {"mine": mine, "theirs": theirs}
        return case.of_clause(scale.kind, prop.clause, near, "contrast", grade, **told)
    message = "stronger" if scale.alone else scale.kind
    return case.of_clause(scale.kind, prop.clause, near, message, mine=mine)


def _stepped(case: Case, prop: Proposition, scale: Scale, text: str) -> tuple[str, _Found] | None:
    mine = scale.words(text)
    if not mine:
        return None
    if scale.up:  # done and in use is in use
        mine = tuple(word for word in mine if word.step == max(held.step for held in mine))
    if scale.name == "plans" and any(_told_done(case, scale, r) for r in prop.admissible):
        return None
    held = {word.step for word in mine}
    for word in mine:
        if any(_is_told(text, scale, word, r) for r in prop.admissible):
            continue
        found = (
            _beside(prop, text, scale, word)
            or _in_clause(case, prop, scale, word, held)
            or _unsaid(case, prop, scale, word, text)
        )
        if found is not None and not _is_told_too(prop, text, scale, found[0]):
            return word.word, found
    return None


def _is_told_too(prop: Proposition, text: str, scale: Scale, theirs: str) -> bool:
    """True where the claim has the source's word of a scope or degree beside its own
    (全市人才特区试点区域), or a clause before it has: 各级委员会3200个，其中省级31个."""
    if not theirs or not (text.startswith("其中") or scale.kind in ("scope_word", "degree")):
        return False
    return theirs in (prop.clause.sentence_text if text.startswith("其中") else text)


def _is_told(text: str, scale: Scale, word: Step, reading: Reading) -> bool:
    """True for 已驳回的 of 应当认定已经驳回的: the step before the same letters, though another
    word governs the source's clause."""
    after = _behind(text, word.end)
    return bool(after) and any(
        _behind(reading.words, held.end()) == after
        for held in scale.steps[word.step].finditer(reading.words)
    )


def _beside(prop: Proposition, text: str, scale: Scale, word: Step) -> _Found | None:
    """The word of another step at the very place, unless a reading has the same step."""
    found = None
    for reading in prop.admissible:
        if reading.share < LIKELY:
            break
        for held in (*scale.words(reading.words), *_placed(text, scale, word, reading)):
            if not scale.excludes(word.step, held.step):
                return None
        for held in _placed(text, scale, word, reading):
            found = found or (held.word, reading)
    return found


def _placed(text: str, scale: Scale, word: Step, reading: Reading) -> Iterator[Step]:
    """The words of a sentence that stand beside the same letters, or where the clause departs."""
    sentence = reading.sentence
    before, after = text[max(0, word.start - BESIDE) : word.start], _behind(text, word.end)
    for held in scale.words(sentence):
        if (after and _behind(sentence, held.end) == after) or (
            len(before) == BESIDE and sentence.endswith(before, 0, held.start)
        ):
            yield held
    if scale.part and scale.alone and after and scale.alone.match(text, word.start):
        for part in scale.part.finditer(sentence):
            if sentence.startswith(after, part.end()):
                yield Step(*part.span(), part[0] + after, 0)
    for slot in departures(text, reading.words, sentence):
        if word.start < slot.end and slot.start < word.end:
            for held in scale.words(slot.text) if slot.framed or reading.share >= PLAINLY else ():
                if held.start < slot.stop and slot.begin < held.end:
                    yield held


def _behind(text: str, place: int) -> str:
    while place < len(text) and text[place] in _BETWEEN:
        place += 1
    found = text[place : place + BESIDE]
    return found if len(found) == BESIDE and found.isalnum() else ""


def _in_clause(
    case: Case, prop: Proposition, scale: Scale, word: Step, mine: set[int]
) -> _Found | None:
    """The word of another step in a clause that is retold, where no reading has the same step."""
    found: _Found | None = None
    for reading in prop.admissible:
        whole = scale.up or scale.governs or reading.share >= NEARLY_WHOLE
        theirs = scale.words(reading.words + going_on(case, reading) if whole else reading.sentence)
        above = scale.words(reading.clause.head) if scale.governs else ()
        if any(not scale.excludes(word.step, held.step) for held in (*theirs, *above)):
            return None
        if found is None and _is_retold(scale, reading):
            inside = scale.words(reading.words) or above
            other = [held.word for held in inside if held.step not in mine]
            planned = scale.name == "plans" and word.step > 0 and _is_planned(case, reading)
            if other or (planned and not inside):
                found = next(iter(other), ""), reading
    return found


def _is_retold(scale: Scale, reading: Reading) -> bool:
    if scale.name == "plans":
        return reading.share >= LIKELY
    return reading.share >= RETOLD and reading.back >= LIKELY


def _is_planned(case: Case, reading: Reading) -> bool:
    """True where the source's whole unit tells only plans."""
    unit = case.index.unit_at(reading.clause.span.start)
    return unit is not None and unit.plan


def _told_done(case: Case, scale: Scale, reading: Reading) -> bool:
    """True where the clause tells a stage that was reached: 全部完工, 作出了部署 without any 已."""
    if _PERFECT.search(reading.words) and not scale.words(reading.words):
        return True  # in a unit of plans too
    done = any(held.step for held in stages().words(reading.words))
    return done and not scale.words(reading.words) and not _is_planned(case, reading)


def _unsaid(case: Case, prop: Proposition, scale: Scale, word: Step, text: str) -> _Found | None:
    """The reading, where nothing about it allows a word that says more than nothing."""
    best = prop.readings[0]
    if scale.alone is None or best.share < RETOLD or not scale.alone.match(text, word.start):
        return None
    if scale.own and _own(scale, case) in (None, word.step):
        return None
    around = [r.clause.lead + r.sentence + going_on(case, r) for r in prop.admissible]
    if scale.own:
        around.append(case.scope.around_flat)
    warrant = scale.warrants[word.step]
    for told in around:
        if warrant.search(told):
            return None
        if any(not scale.excludes(word.step, held.step) for held in scale.words(told)):
            return None
    return "", best


def _own(scale: Scale, case: Case) -> int | None:
    """The level of which the report is: what it says without any is of its own."""
    words = [held for held in scale.words(case.index.report_flat) if held.word.startswith("全")]
    counts = Counter(held.step for held in words).most_common(2)
    if not counts or counts[0][1] < _OWN or (counts[1:] and counts[1][1] * 2 > counts[0][1]):
        return None
    return counts[0][0]
