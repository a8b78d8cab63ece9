"""What the value of a claim is to that of a fact: equal, entailed, told roughly, or another.

Rounding is no fault where it is told as rounding: 近20万 of 19.5万, 38万余 of 38.18万, 一成多 of
10.5%. A bound entails what lies inside it. All arithmetic is in the smallest unit of the family.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.checking.equality import (
    Kinship,
    amounts,
    bare_amount,
    flat,
    unit_kinship,
    unit_name,
)
from summarizer.facts.records import Fact
from summarizer.vocabulary import Bound, FigureKind
from summarizer.words import worded

UP = frozenset((Bound.AT_LEAST, Bound.MORE))
DOWN = frozenset((Bound.AT_MOST, Bound.LESS))
_TURNED = {**dict.fromkeys(UP, Bound.LESS), **dict.fromkeys(DOWN, Bound.MORE)}
_LOOSE = Decimal("0.05")  # 550余 of 574, 超过65% of 66.15%
_KEPT = 3  # digits that are kept where a number is rounded with little harm
_LITTLE = Decimal("0.0025")
_NOTHING = Decimal("0.00005")
_FRACTION = Decimal("0.25")  # of the number: what 约 and a simple fraction may be off
_FRACTION_WORD = re.compile("分之|半|翻")
COARSE = re.compile("成|分之|半")
_ARTICLE = re.compile("第[^条章节款项]+[条章节款项]$")
_HALF = re.compile("成[一二三四五六七八九半]")
_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")


# 编制43名 are 43个编制: places for people are counted as either.
_POSTS = worded("counters", "{posts}")


class Relation(Enum):
    """How the value of a claim stands to that of a fact of the source."""

    EQUAL = "equal"
    ROUGH = "rough"
    BOUND = "bound"
    OTHER = "other"


def relation(claim: Fact, source: Fact) -> Relation:
    """`BOUND` where the number is the same and what it bounds is not."""
    mine, theirs = claim.figure, source.figure
    if mine is None or theirs is None:
        if mine is not theirs and any(_ARTICLE.match(fact.text) for fact in (claim, source)):
            return Relation.OTHER  # 共三十九条 is no 第三十九条
        return Relation.EQUAL if _same_places(_places(claim), _places(source)) else Relation.OTHER
    if kinship(claim, source) is Kinship.DIFFERENT:
        return Relation.OTHER
    # 30万 of a list that prints its unit once is no 300公里, which are as many metres.
    bare = not (mine.unit and theirs.unit)
    a, b = (bare_amount(f) if bare else amounts(f) for f in (mine, theirs))
    if a == b or _doubles(mine, theirs):
        return _bounds(claim.bound, source.bound)
    if a[1] is not None or b[1] is not None:
        return Relation.ROUGH if _inside(a, b, claim.bound, source.bound) else Relation.OTHER
    if source.bound is claim.bound is Bound.AT_MOST or _as_exact(claim, source):
        return Relation.OTHER  # another limit, or another number that is told as roughly
    return Relation.ROUGH if _rough(mine, a[0], claim.bound, b[0], theirs.text) else Relation.OTHER


def is_beyond(claim: Fact, source: Fact) -> bool:
    """True for 不足四成 of 42.2%: what the number is rounded from lies on its other side."""
    mine, theirs = claim.figure, source.figure
    if mine is None or theirs is None or mine.high or theirs.high:
        return False
    turned = _TURNED.get(claim.bound) if source.bound is Bound.EQUAL else None
    if turned is None or kinship(claim, source) is Kinship.DIFFERENT:
        return False
    return _rough(mine, amounts(mine)[0], turned, amounts(theirs)[0], theirs.text)


def _as_exact(claim: Fact, source: Fact) -> bool:
    """True for two numbers told as about so much, the claim's with no fewer digits."""
    if source.bound is not Bound.ABOUT or claim.bound is not Bound.ABOUT:
        return False
    mine, theirs = (
        len(abs(fact.figure.value).normalize().as_tuple().digits)
        for fact in (claim, source)
        if fact.figure is not None
    )
    return mine >= theirs


def kinship(claim: Fact, source: Fact) -> Kinship:
    """How the units relate; 12省区 and 12个省区 are one: the noun behind is the unit."""
    mine, theirs = claim.figure, source.figure
    if mine is None or theirs is None:
        return Kinship.DIFFERENT
    found = unit_kinship(mine, theirs)
    if found is Kinship.DIFFERENT and mine.kind is theirs.kind is FigureKind.COUNT:
        for counter, noun in ((source, mine.unit), (claim, theirs.unit)):
            if noun and counter.right.startswith(noun):
                return Kinship.SAME
        if {unit_name(mine.unit), unit_name(theirs.unit)} == {"个", "人"}:
            posts = (_POSTS.search(fact.left + fact.right) for fact in (claim, source))
            return Kinship.SAME if any(posts) else found
    return found


def _places(fact: Fact) -> tuple[str, str]:
    """Value and noun of a place in an order, or of a count beside one: 一期 and 1期."""
    anchor = fact.anchor
    if isinstance(anchor, Figure):
        return format(anchor.value.normalize(), "f"), anchor.unit
    return anchor.value, anchor.noun


def _same_places(mine: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """True for one place, and where 第一、二、三产业 names those told one by one together."""
    if mine[1] != theirs[1] or not ("," in mine[0] or "," in theirs[0]):
        return mine == theirs
    a, b = (set(places[0].split(",")) for places in (mine, theirs))
    return a <= b or b <= a


def _doubles(claim: Figure, source: Figure) -> bool:
    """True for 增长1倍 beside 翻一番, either way round."""
    if claim.kind is not FigureKind.MULTIPLE or source.kind is not FigureKind.MULTIPLE:
        return False
    pair = {"翻" in claim.text: claim.value, "翻" in source.text: source.value}
    return len(pair) == 2 and pair[True] == pair[False] + 1


def _bounds(mine: Bound, theirs: Bound) -> Relation:
    if mine is theirs or (mine in UP and theirs in UP) or (mine in DOWN and theirs in DOWN):
        return Relation.EQUAL
    if mine is Bound.ABOUT:
        return Relation.ROUGH
    return Relation.BOUND


def _rough(mine: Figure, a: Decimal, claimed: Bound, b: Decimal, printed_text: str) -> bool:
    """True where the rounded number, with the word that says so, is right for the printed one."""
    step = step_of(mine, a)
    wide = max(step, abs(a) * _LOOSE)
    digits = len(mine.value.normalize().as_tuple().digits)
    if (claimed in UP or claimed in DOWN) and digits >= _KEPT and abs(a - b) * 2 <= step:
        return True  # 近1.91万亿 of 19107.6亿: so many digits are rounded, whatever the word
    if claimed in UP:
        return a < b < a + wide
    if claimed in DOWN:
        below = wide / 2 if "成" in mine.text else wide  # 近六成 of 58.7%, not of 51.2%
        return a - below < b <= a
    if claimed is Bound.ABOUT:
        # The step of 100 is as large as itself, and 60 is nowhere near it.
        return abs(a - b) <= min(step, abs(a) * _FRACTION)
    # 1.4万 of 14055: in a larger unit nobody takes the digits for all there are.
    if larger_unit(mine.text, printed_text):
        return abs(a - b) * 2 <= step
    if not misleads(mine, a, b):
        return True
    # 三成 of 30.94%: such words are rough by themselves.
    return COARSE.search(mine.text) is not None and abs(a - b) * 2 <= step


def misleads(mine: Figure, a: Decimal, b: Decimal) -> bool:
    """False for 21144元 of 21144.1元: rounded in a place that nobody reads."""
    if not a or mine.kind in (FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS):
        return True
    return abs(a - b) * 2 > step_of(mine, a) or abs(a - b) >= abs(b) * _NOTHING


def rounds_little(mine: Figure, a: Decimal, b: Decimal) -> bool:
    """True for 265公里 of 265.41公里; 650家 of 649家 and 83% of 83.2% are other numbers."""
    if mine.kind in (FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS):
        return False
    digits = len(abs(mine.value).normalize().as_tuple().digits)
    return digits >= _KEPT and abs(a - b) < abs(b) * _LITTLE


def larger_unit(mine: str, theirs: str) -> bool:
    """True where the first is printed with 万 or 亿 and the second without."""
    return any(unit in mine and unit not in theirs for unit in "万亿")


def step_of(figure: Figure, amount: Decimal) -> Decimal:
    """One in the last place printed: 1万 of 38万, a tenth of 一成, a quarter of 三分之一."""
    if _FRACTION_WORD.search(figure.text):
        return abs(amount) * _FRACTION
    if "成" in figure.text and figure.unit == "%":
        return Decimal(1) if _HALF.search(figure.text) else Decimal(10)
    printed = _DIGITS.search(flat(figure.text))
    if printed is not None and printed[1]:
        return place_of(figure, amount)
    factor = amount / figure.value if figure.value else Decimal(1)
    digits = abs(figure.value).normalize().as_tuple()
    exponent = digits.exponent if isinstance(digits.exponent, int) else 0
    return Decimal(10) ** exponent * abs(factor)


def place_of(figure: Figure, amount: Decimal) -> Decimal:
    """One in the last digit printed, whether a nought or not: 1亿 of 400亿, 0.1 of 0.0%."""
    printed = _DIGITS.search(flat(figure.text))
    if printed is None:
        return step_of(figure, amount)
    decimals = len(printed[1]) if printed[1] else 0
    if not figure.value:  # a nought tells nothing of its unit's size
        return Decimal(10) ** -decimals
    number = Decimal(printed[0].replace(",", ""))
    scale = abs(figure.value / number) if number else Decimal(1)
    return abs(scale * amount / figure.value) * Decimal(10) ** -decimals


def _inside(
    a: tuple[Decimal, Decimal | None],
    b: tuple[Decimal, Decimal | None],
    claimed: Bound,
    printed: Bound,
) -> bool:
    """True where one end of a range is told with the word for it: 至多3.5万 of 1—3.5万."""
    low, high = b
    if high is None or a[1] is not None:
        return False
    return (claimed in UP and a[0] == low) or (claimed in DOWN and a[0] == high)


def opposed(first: Fact, second: Fact) -> bool:
    """True where one is at least so much and the other at most."""
    a, b = first.bound, second.bound
    return (a in UP and b in DOWN) or (a in DOWN and b in UP)


def is_finer(claim: Fact, fact: Fact) -> bool:
    """True for 268.776万元 of 268.77万元: the same amount told to further places, cut off there."""
    mine, theirs = claim.figure, fact.figure
    if mine is None or theirs is None:
        return False
    (a, _), (b, _) = amounts(mine), amounts(theirs)
    last = place_of(theirs, b)
    return place_of(mine, a) < last and abs(a - b) < last
