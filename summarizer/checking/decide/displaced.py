"""Who, where and which: a thing in the place in which the source has another one.

A stretch of a clause is left out, and what the rest retells is found: a clause of the source, else
a sentence. What that has in the slot has been replaced where the stretch is in nothing that may be
meant as well, and both are things of one sort: before one head (财政 and 人社 before 部门), by what
their names end in, behind one preposition, or as those who do it (由). Two stretches that stand in
each other's slot have been exchanged, whatever they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault
from summarizer.checking.margins import (
    AS_LIKELY,
    BESIDE,
    LIKELY,
    LONGEST_NAME,
    NEARLY_WHOLE,
    PLAINLY,
    RETOLD,
)
from summarizer.checking.propositions import Propositions
from summarizer.checking.short_names import stands_for
from summarizer.checking.slots import (
    EDGE,
    END,
    HEAD,
    Slot,
    alone,
    begins,
    beside_tiles,
    has_verb,
    in_roles,
)
from summarizer.facts.records import Clause
from summarizer.facts.words import pairs

_TITLE = re.compile("《[^》]*》")
_NEAREST = 6  # clauses in which the slot may be; the work grows with them
_FRAMES = 2  # clauses alike in what is around a slot: more of them, and it tells nothing
_NEAR = 3  # clauses, or sentences of the source, apart: what is exchanged stands side by side
_SPEAKER = 4  # letters of a body, without its office
_PERSON = 3  # letters of a name behind an office
_HAN = re.compile("[一-龥]+")
# What names nobody: pronouns, all, times, numbers, and the small words of a sentence.
_NO_NAME = re.compile(
    "[了从到各该本全每某其有无个一二三四五六七八九十两几多数余等你我这此因于以至或并经据报来已将仍也还年月日时都均不未且但则-]|城乡(?!规划|建设)|"
    "[前后内外上下]$|其中|自[己身]|相关|有关|同期|当地|所属|实现|完成|达到"
)
_OURS = re.compile("[我本]")  # 由区财政局 of 由我局 is a word of the writer's place
_BEFORE = re.compile("[向由经在与据给、]$")
_LISTS = ("、", "等", "和", "及")  # what goes on behind a name, and is no part of it


@dataclass(frozen=True, slots=True)
class _Held:
    """A slot of a clause of the statement; `near` are the texts that may be meant."""

    number: int
    clause: Clause
    slot: Slot
    source: Clause
    near: tuple[str, ...]


def displaced(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every thing in another's place, and every two in each other's."""
    sides: list[_Held] = []
    for number, clause in enumerate(case.clauses):
        if number in case.verbatim:
            continue
        content = pairs(clause.text)
        nearest = case.index.nearest_clauses(content, most=_NEAREST, span=case.scope.span)
        clauses = {held.text: held for _, held in nearest}
        whole = list(_held(case, number, clauses, PLAINLY))
        sides += (held for held in whole if not held.slot.named)
        sentences = {held.sentence_text: held for _, held in reversed(nearest)}
        found = (
            _first(case, whole, _is_replaced)
            or _first(case, _held(case, number, sentences, RETOLD), _is_replaced)
            or _first(case, _held(case, number, sentences, LIKELY, alone), _is_unheard)
        )
        if found is not None and not _is_retold_elsewhere(case, content, found.slot):
            mine, theirs = (part + found.slot.head for part in (found.slot.mine, found.slot.theirs))
            place = found.source.span
            message = "contrast" if theirs else "stronger"
            yield case.of_clause("name", clause, place, message, mine=mine, theirs=theirs)
    for first, other in combinations(sides, 2):
        here, there = _moved(first, other), _moved(other, first)
        if here and there and here != there:
            place = first.source.span
            yield case.of_clause("label", first.clause, place, "exchange", mine=here, theirs=there)


def _is_retold_elsewhere(case: Case, content: frozenset[str], slot: Slot) -> bool:
    """True where a clause of the report beyond the unit is retold with the very name; who does
    something does it in other units in the same words."""
    nearest = case.index.nearest_clauses(content, most=_NEAREST) if not slot.alone else ()
    return any(share >= NEARLY_WHOLE and slot.mine in held.text for share, held in nearest)


def _slots(text: str, told: str) -> Iterator[Slot]:
    yield from in_roles(text, told)
    yield from beside_tiles(text, told)


def _held(
    case: Case,
    number: int,
    texts: Mapping[str, Clause],
    enough: float,
    slots: Callable[[str, str], Iterator[Slot]] = _slots,
) -> Iterator[_Held]:
    """The slots of a clause in each of the texts that retells so much of what is around them."""
    clause = case.clauses[number]
    text = _TITLE.sub(" ", clause.text).strip()
    content = pairs(text)
    share = case.index.weights.share
    known = {told: pairs(told) for told in texts}
    shares: dict[str, dict[str, float]] = {}
    for told, source in texts.items():
        for slot in slots(text, _TITLE.sub(" ", told)):
            if not slot.mine:
                continue
            around = text[max(0, slot.start - 1) : slot.end + 1]
            if around not in shares:
                rest = content - pairs(around)
                shares[around] = {t: share(rest, held) for t, held in known.items()}
            own = shares[around][told]
            least = LIKELY if slot.alone else own - AS_LIKELY
            near = tuple(t for t, found in shares[around].items() if found >= least)
            if own < enough or (len(near) > _FRAMES and not slot.alone):
                continue
            if slot.named:  # by its role alone it may be that of the other clauses
                near = (*near, source.sentence_text)
            yield _Held(number, clause, slot, source, near)


def _is_pair(mine: str, theirs: str) -> bool:
    """True for two stretches that may be names, and not one written short: what they have in
    common at both ends, and most of the rest, is not the same."""
    if not (_HAN.fullmatch(mine) and _HAN.fullmatch(theirs)):
        return False
    if min(len(mine), len(theirs)) < BESIDE or max(len(mine), len(theirs)) > LONGEST_NAME:
        return False
    while mine and theirs and mine[0] == theirs[0]:
        mine, theirs = mine[1:], theirs[1:]
    while mine and theirs and mine[-1] == theirs[-1]:
        mine, theirs = mine[:-1], theirs[:-1]
    short, long = sorted((len(mine), len(theirs)))
    if short == 1 and long > BESIDE:
        return False  # 新任干部 of 新提拔重用干部
    common = sum(letter in theirs for letter in mine)
    return common * 2 < short


def _first(case: Case, slots: Iterable[_Held], test: Callable[[Case, _Held], bool]) -> _Held | None:
    """The first slot that another thing of its sort stands in."""
    return next((held for held in slots if test(case, held)), None)


def _is_unheard(case: Case, held: _Held) -> bool:
    """True for an agent of whom nothing is said that may be meant, and for a body that the whole
    report does not know."""
    slot, who = held.slot, held.slot.mine[:BESIDE]
    if not slot.leads.endswith(("由", "归")):
        torn = (slot.leads[-BESIDE:] + who[0])[-BESIDE - 1 :]  # 户办 of 贫困户办公司
        report = case.index.report_flat
        return not stands_for(who, report) and not (len(torn) > BESIDE and torn in report)
    if slot.mine[:_SPEAKER] in case.index.aside.text:
        return False  # 由市财政局局长受托作出: the head of the report says who speaks
    near = "\n".join((*held.near, held.source.lead))
    words = slot.leads[-1] + slot.mine[: BESIDE + 1]
    return not (
        any(words[place : place + BESIDE] in near for place in range(len(words) - 1))
        or stands_for(who, near)
        or _OURS.search(near)
    )


def _is_replaced(case: Case, held: _Held) -> bool:
    slot, mine, theirs = held.slot, held.slot.mine, held.slot.theirs
    if not _is_pair(mine, theirs) or theirs + slot.head in held.clause.sentence_text:
        return False
    if mine in case.index.aside.text and not slot.framed:
        return False  # the report's own place or body
    torn = slot.leads[-1:] + mine[0] if not EDGE.match(slot.leads[-1:]) else ""
    if len(torn) == BESIDE and torn in case.index.aside.text:
        return False  # 岩城镇 of 龙岩城镇
    # 由国务院|环境保护|主管部门 of another body than 城镇排水、环境保护主管部门 beside it
    led = slot.leads[-BESIDE:] if slot.framed else ""
    if led + mine + slot.head in case.scope.around_flat:
        return False
    name = mine if slot.head[:1] in _LISTS else mine + slot.head[:1]
    if any(stands_for(name, text) for text in (*held.near, held.source.lead)):
        return False
    if _NO_NAME.search(mine) or _NO_NAME.search(theirs):
        return False
    return _alike(slot) and (not slot.named or begins(slot, case.index.report_flat))


def _alike(slot: Slot) -> bool:
    """True for two things of one sort."""
    part = slot.behind >= BESIDE and HEAD.match(slot.follows) is not None
    if part and slot.framed:
        return True
    office = END.search(slot.leads)
    if slot.before and office is not None and office.lastgroup == "office":
        return max(len(slot.mine), len(slot.theirs)) <= _PERSON
    if has_verb(slot.mine) or has_verb(slot.theirs):
        return False
    if part:
        return True
    if slot.framed and _BEFORE.search(slot.leads) and len(slot.mine) == len(slot.theirs):
        return True
    mine, theirs = END.search(slot.mine), END.search(slot.theirs)
    if mine is None or theirs is None or mine.lastgroup != theirs.lastgroup:
        return False
    return mine.lastgroup != "office" or mine.start() > 0  # one person has two bare offices


def _moved(held: _Held, other: _Held) -> str:
    """What stands in a slot and belongs into the other one; empty where nothing does."""
    same = held.number == other.number
    if abs(other.number - held.number) > _NEAR or same != (held.source is other.source):
        return ""
    if abs(held.source.sentence - other.source.sentence) > _NEAR:
        return ""
    slot, mine, theirs = held.slot, held.slot.mine, other.slot.theirs
    way = 1 if slot.behind else -1
    size = 0
    for a, b in zip(mine[::-way], theirs[::-way], strict=False):
        if a != b:
            break
        size += 1
    if not size or (size == 1 and mine != theirs):
        return ""
    found = mine[-size:] if slot.behind else mine[:size]
    beside = found + slot.follows[:1] if slot.behind else slot.leads[-1:] + found
    told = not same and any(beside in text for text in held.near)
    return "" if told or not _HAN.fullmatch(found) or has_verb(found) else found
