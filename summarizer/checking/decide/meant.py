"""What speaks for it that a claim means exactly one fact of the source, the value left aside.

Each piece of evidence by itself is told by right statements too: the words of a claim name a part
of what a longer label names, two rows have one word before their figures. What is called for where
is decided in `plain`.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from summarizer import patterns as re
from summarizer.checking.align import Pair
from summarizer.checking.amounts import Relation, relation
from summarizer.checking.case import Case
from summarizer.checking.equality import digits_of, flat
from summarizer.checking.evidence import is_told, subject_share
from summarizer.checking.margins import NAMED, PRECISE, SCORES, TOLERANCE
from summarizer.checking.similarity import period_agrees
from summarizer.facts.records import Fact
from summarizer.vocabulary import Bound, FigureKind, FigureRole

_WORD = 2  # letters
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FEWEST = 2  # digits: any other number is one digit away from a single one
# What stands between a word and its figure, and says nothing of what the figure is of.
_BETWEEN = re.compile(
    "(?:达到了?|达|为|是|约|近|超过?|已|有|共|完成|实现|控制在|不|[,:、]|了|的)+$"
)
# A score: of 897 facts that were meant 807 have it and are told by no other claim, of 728 that were
# not, those of the right value being hidden, 87 (`benchmarks/statements`, rounds 1 to 4).
_REASONED = re.compile("[倒反]推|[推折换估测]算")
_AGAIN = re.compile("[0-9一二三四五六七八九十][^()]{0,6}[(][^()]{0,4}$")
_NOTHING = re.compile("[合总一]?[共计]|全部|其中|分别|[、,:;.·()-]|[一二三四五六七八九十]是")


def in_its_place(claim: Fact, fact: Fact) -> bool:
    """True where the word before the figure, or the one behind it, is the same, or one has before
    its figure what the other has behind it: 制度41项, 41项制度."""
    before, other = (_BETWEEN.sub("", held.left) for held in (claim, fact))
    if len(before) >= _WORD and before[-_WORD:] == other[-_WORD:]:
        return True
    if len(claim.right) >= _WORD and claim.right[:_WORD] == fact.right[:_WORD]:
        return True
    return turned_round(claim, fact)


def turned_round(claim: Fact, fact: Fact) -> bool:
    """True where one has before its figure what the other has behind it."""
    before, other = (_BETWEEN.sub("", held.left) for held in (claim, fact))
    return _turns_round(before, fact.right) or _turns_round(other, claim.right)


def _turns_round(before: str, behind: str) -> bool:
    return any(before.endswith(behind[:size]) for size in range(_WORD, len(behind) + 1))


def named(case: Case, claim: Fact, fact: Fact) -> float:
    """The lesser of two shares: of the claim's own words that the fact has around it, and of the
    fact's own words that the claim's sentence has; none where either has no words."""
    weights = case.index.weights
    if not (weights.of(claim.near) and weights.of(fact.near)):
        return 0.0
    return min(
        subject_share(case, claim, fact),
        weights.share(fact.near, claim.near | claim.sentence_pairs | claim.context),
    )


def rest_agrees(case: Case, pair: Pair, fact: Fact) -> bool:
    """True where another claim of the statement rightly tells a fact of the same sentence."""
    return any(
        other is not pair
        and (held := other.told) is not None
        and held.clause_sentence == fact.clause_sentence
        and relation(other.claim, held) in (Relation.EQUAL, Relation.ROUGH)
        for other in case.pairs
    )


def follows_on(case: Case, pair: Pair, fact: Fact) -> bool:
    """True where the figure right before is told rightly, and of the fact right before this one."""
    order = pair.claim.order
    before = case.pairs[order - 1] if order else None
    held = before.told if before is not None else None
    return (
        before is not None
        and held is not None
        and pair.claim.clause - before.claim.clause <= 1
        and held.order == fact.order - 1
        and held.clause_sentence == fact.clause_sentence
    )


def goes_on_elsewhere(case: Case, pair: Pair) -> bool:
    """True where a claim and its neighbour tell two neighbours of the source in their order, and
    every word of the claim's is one of theirs: 零售前100位企业2470亿元 of 零售前10位企业1504亿元,
    前100位2470亿元. So many things rightly told in a row are hardly another's."""
    claim = pair.claim
    told, place = _letters(claim), led_by(claim, case.said.facts)
    facts = case.index.facts.facts
    for other in case.pairs:
        step = other.claim.order - claim.order
        if abs(step) != 1 or other.claim.clause_sentence != claim.clause_sentence:
            continue
        places = {fact.order for fact in other.equals}
        if any(
            fact.order + step in places
            and _letters(fact) <= told
            and led_by(fact, facts) in ("", place)
            and period_agrees(claim, fact)
            for fact in pair.equals
        ):
            return True
    return False


def goes_on_with(case: Case, pair: Pair, fact: Fact) -> bool:
    """True for a share behind a precise figure that is told of the very sentence of this fact.

    总量108.61亿元，占全州39.9%: a share names its whole alone, which other things share.
    """
    claim, figure = pair.claim, pair.claim.figure
    before = case.pairs[claim.order - 1] if claim.order else None
    if before is None or before.told is None or before.claim.figure is None or figure is None:
        return False
    return (
        figure.role is FigureRole.SHARE
        and len(digits_of(before.claim.figure)) >= PRECISE
        and before.claim.clause_sentence == claim.clause_sentence
        and before.told.clause_sentence == fact.clause_sentence
    )


def led_by(fact: Fact, facts: Sequence[Fact]) -> str:
    """The place in an order that a figure of `facts` is of (4A级26个, 第三产业160亿元，增长6%), as
    printed; empty where it is of none."""
    while fact.order and not fact.shared:
        before = facts[fact.order - 1]
        if before.figure is None and before.clause == fact.clause:
            return before.text
        if not fact.carried:
            break
        fact = before
    return ""


def _letters(fact: Fact) -> frozenset[str]:
    return frozenset("".join(fact.near))


def is_misprint(claim: Fact, fact: Fact) -> bool:
    """True for one digit that is another, is left out or too many, digits in another order, or a
    number in another order of magnitude, rounded or not: 504万 of 503.98亿."""
    mine, theirs = (_digits(held) for held in (claim, fact))
    if len(mine) >= PRECISE and _is_scaled(claim, fact):
        return True
    if max(len(mine), len(theirs)) < _FEWEST or not (mine and theirs):
        return False
    if len(mine) == len(theirs):
        other = sum(a != b for a, b in zip(mine, theirs, strict=True))
        return other <= 1 or sorted(mine) == sorted(theirs)
    short, long = sorted((mine, theirs), key=len)
    return len(long) - len(short) == 1 and any(
        long[:at] + long[at + 1 :] == short for at in range(len(long))
    )


def is_turned(claim: Fact, fact: Fact) -> bool:
    """True for the same digits in another order, noughts that are printed at the end included."""
    pairs = [(_digits(claim), _digits(fact)), (_printed(claim), _printed(fact))]
    return any(
        len(mine) >= _FEWEST and mine != theirs and sorted(mine) == sorted(theirs)
        for mine, theirs in pairs
    )


def _printed(fact: Fact) -> tuple[int, ...]:
    number = _NUMBER.search(flat(fact.text))
    return tuple(map(int, number[0].replace(".", ""))) if number is not None else ()


def _is_scaled(claim: Fact, fact: Fact) -> bool:
    if claim.figure is None or fact.figure is None:
        return False
    mine, theirs = (abs(float(held.figure.value)) for held in (claim, fact) if held.figure)
    if not mine or not theirs:
        return False
    power = log10(mine / theirs)
    return round(power) != 0 and abs(power - round(power)) < TOLERANCE.scale


def _digits(fact: Fact) -> tuple[int, ...]:
    return digits_of(fact.figure) if fact.figure is not None else ()


def is_called(claim: Fact, fact: Fact) -> bool:
    """True for 住房保障支出降幅最大，为51.7% of 住房保障支出…，下降16.6%: one name, however many
    words of another thing stand between it and the figure."""
    mine, theirs = claim.figure, fact.figure
    if mine is None or theirs is None or not mine.label:
        return False
    return flat(mine.label) == flat(theirs.label or "")


def is_nameless(claim: Fact) -> bool:
    """True for 共17项: neither words of its own nor a figure before it whose words it shares."""
    words = _NOTHING.sub("", _BETWEEN.sub("", claim.left))
    return not (words or claim.right or claim.carried or claim.shared)


def is_spoken_of(case: Case, pair: Pair, fact: Fact) -> bool:
    """True where a fact that no other claim tells is very likely the one that is meant."""
    return pair.score_of(fact) >= SCORES.clear and not is_told(case, pair, fact)


def told_again(claim: Fact) -> bool:
    """True for 20年（240个月）, the figure before in other words, and 按降幅倒推，上年约153人."""
    said = claim.said_in
    before = said.sentence_text[: said.begin] + claim.left
    return _AGAIN.search(before) is not None or _REASONED.search(before) is not None


def is_named_by(claim: Fact, fact: Fact) -> bool:
    """True where two amounts have one name, or one of them the end of the other's.

    A share of an amount is named by that, whatever it is a share of.
    """
    mine, theirs = claim.figure, fact.figure
    if mine is None or theirs is None or mine.kind is FigureKind.RATIO:
        return False
    one, other = mine.label or "", theirs.label or ""
    return bool(one and other) and (one.endswith(other) or other.endswith(one))


def told_roughly(claim: Fact, fact: Fact) -> bool:
    """True for 约3亿元 and 不到20万元 beside a number that is not told so: of what is open."""
    return claim.bound is not Bound.EQUAL and claim.bound is not fact.bound


def is_nearly_plain(case: Case, pair: Pair, fact: Fact) -> bool:
    """True for a value in exact words of a fact that nothing else tells: 早两年 of 早一年.

    Of what was held back on 2,396 right statements and 1,071 deterministic faults it lets none and
    five be told; without the share of the words 5 and 10.
    """
    claim = pair.claim
    exact = claim.bound is Bound.EQUAL and not told_again(claim) and period_agrees(claim, fact)
    return exact and is_spoken_of(case, pair, fact) and named(case, claim, fact) >= NAMED
