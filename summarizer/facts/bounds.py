"""What a figure bounds: = ≥ ≤ > < ≈, by the words on both sides of it and their polarity.

不得超过5% and 5%以内 are at most 5; 不少于3处, 3处以上 and 至少3处 are at least 3. A word of
limit denied is the limit of the other side.
"""

from __future__ import annotations

from dataclasses import replace

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.facts.records import Fact
from summarizer.vocabulary import Bound, FigureKind

_BEFORE = re.compile(
    "(?P<no>不得?|[未没]能?|没有?|不能|不应|不可)?(?P<limit>[高多大长宽厚远]于|超[过出]?|[跨突][破过]|(?<![经通路透])过|破|跨[上越入]|冲破|逾|[低少小短窄薄]于|足|达?到|满)了?(?:每[年月日天周季人户次]|[人户]均)?$"
    "|(?:(?P<least>(?:至少|起码|下限为?)[^,、。]{0,4}|最[低少短早][为达到可有需应按要给补罚扣抵减免奖贷领享限不]{0,3})|(?P<least2>≥|>=))$|(?:(?P<most>(?:至多|不超|上限为?|限[高在定])[^,、。]{0,4}|最[多高大长远迟晚][为达到可有需应按要给补罚扣抵减免奖贷领享限不]{0,3})|(?P<most2>≤|<=))$|(?P<more>>)$|(?P<less><)$|(?P<near>近|接近|将近)$"
    "|(?P<about>约|大约|大概|约为|左右|上下)(?:[增降升减占为达高低合折]?长?|相当于|等于)$"
)
_DOWNWARD = frozenset(("低于", "少于", "小于", "短于", "窄于", "薄于"))
_AFTER = re.compile(
    "^(?:[规数]模|面积)?(?:及|或|和)?(?P<least>以上|之上|起|多|余|有余|开外|还多)|^(?P<most>以内|以下|之内|之下)|^(?P<about>左右|上下|前后)"
)
_INSIDE = (
    (Bound.AT_MOST, re.compile("不超|以内|以下|之内|最多|至多|不高于|不大于|不多于")),
    (Bound.AT_LEAST, re.compile("不少于|不低于|不小于|至少|以上|不下")),
    (Bound.LESS, re.compile("近|不足|不到|未满|未达|低于|少于|小于")),
    (Bound.MORE, re.compile("余|多|超|逾|突破|高于|大于|过|^上(?:[百千万亿]|$)")),
    (Bound.ABOUT, re.compile("约|左右|上下|大概|几|数|来|前后")),
)
_ENDING = frozenset((Bound.AT_LEAST, Bound.AT_MOST, Bound.ABOUT))
_NEARLY = re.compile("接?近|将近")
_NEARLY_BEFORE = re.compile("(?<![附最临靠亲新就邻])(?:接近|将近|近)$")
_DENIED = re.compile("(?:不得?|不能|不应|不可|未|没有)$")
_NOT_YET = re.compile("[未没]$|没有$")
_OPPOSITE = {Bound.LESS: Bound.AT_LEAST, Bound.MORE: Bound.AT_MOST}


# 429户规模以上企业 are of a size by name; 500头规模以上 says how large.
_NAMED = re.compile("^(?:规模|限额)以上")
_COUNTERS = frozenset("个家户名项")
# 比支出262.6亿元多0.4亿元: what compares bounds nothing.
_COMPARES = re.compile("[还要又]?多出?(?:[约近])?[0-9一二两三四五六七八九十]")
_BRACKET = re.compile(r"\([^()\n]{1,30}\)")
_LONGEST = 3  # letters of 以上, 以内, 左右


def beyond(text: str, end: int, right: str) -> str:
    """The words that bound a figure: those behind it, or behind the brackets that follow it.

    以上 of 88万亩（约5.87万公顷）以上.
    """
    if right:
        return "" if _COMPARES.match(text, end) else right
    bracket = _BRACKET.match(text, end)
    return text[bracket.end() : bracket.end() + _LONGEST] if bracket is not None else ""


def bound_of(figure: Figure, left: str, right: str) -> Bound:
    """The bound of a figure from its own grammar, else from the words beside it."""
    if _NEARLY.match(figure.text) or _NEARLY_BEFORE.search(left):
        return Bound.LESS
    if figure.bound is not Bound.EQUAL:
        return Bound.AT_MOST if figure.text == "过半" and _NOT_YET.search(left) else figure.bound
    for bound, pattern in _INSIDE if figure.qualifier else ():
        if pattern.search(figure.qualifier or ""):
            denied = _DENIED.search(left) and figure.text.startswith(figure.qualifier or "")
            return _OPPOSITE.get(bound, bound) if denied else bound
    after = _AFTER.match(right.lstrip())
    if figure.unit in _COUNTERS and _NAMED.match(right):
        after = None
    if after is not None and not right.startswith(("多次", "余次", "多年")):
        return Bound.AT_LEAST if after["least"] else Bound.AT_MOST if after["most"] else Bound.ABOUT
    before = _BEFORE.search(left.rstrip())
    if before is None:
        return _of_base(figure, left)
    if before["limit"]:
        return _limit(before["limit"], bool(before["no"]))
    for name, bound in (
        ("least", Bound.AT_LEAST),
        ("least2", Bound.AT_LEAST),
        ("most", Bound.AT_MOST),
        ("most2", Bound.AT_MOST),
        ("more", Bound.MORE),
        ("less", Bound.LESS),
        ("near", Bound.LESS),
    ):
        if before[name]:
            return bound
    return Bound.ABOUT


# 接近上年的三倍, 约占总量的四成: the word stands before what is multiplied or shared.
_BASED = re.compile(
    "(?:(?P<less>接近|将近|逼近|不足|不到)|(?P<more>超过?)|(?P<about>约|大致))"
    "(?:占|是|为|相当于)?(?![0-9])[^,。;、0-9]{1,10}的$"
)


def _of_base(figure: Figure, left: str) -> Bound:
    if figure.kind not in (FigureKind.MULTIPLE, FigureKind.RATIO):
        return Bound.EQUAL
    found = _BASED.search(left)
    if found is None:
        return Bound.EQUAL
    return Bound.LESS if found["less"] else Bound.MORE if found["more"] else Bound.ABOUT


def _limit(word: str, denied: bool) -> Bound:
    if word in ("足", "到", "达到", "满"):
        return Bound.LESS if denied else Bound.EQUAL
    if word in _DOWNWARD:
        return Bound.AT_LEAST if denied else Bound.LESS
    return Bound.AT_MOST if denied else Bound.MORE


_ROW = re.compile("(?:[、/]|和|与|及)[^,。;、]{0,6}$")
_PURE = re.compile("(?:[、/]|和|与|及)$")


def spread(facts: list[Fact]) -> list[Fact]:
    """A row in one unit shares the bound that is printed once, at its head or at its end."""
    found = list(facts)
    for place in range(len(found) - 2, -1, -1):
        here, following = found[place], found[place + 1]
        if (
            here.bound is Bound.EQUAL
            and following.bound in _ENDING
            and _in_row(here, following, _ROW)
        ):
            found[place] = replace(here, bound=following.bound, spread=True)
    for place in range(1, len(found)):
        before, here = found[place - 1], found[place]
        if (
            here.bound is Bound.EQUAL
            and before.bound is not Bound.EQUAL
            and _in_row(before, here, _PURE)
        ):
            found[place] = replace(here, bound=before.bound, spread=True)
    return found


def _in_row(first: Fact, second: Fact, between: re.Pattern[str]) -> bool:
    mine, theirs = first.figure, second.figure
    return (
        mine is not None
        and theirs is not None
        and mine.unit == theirs.unit
        and between.match(second.left) is not None
    )
