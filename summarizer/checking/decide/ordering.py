"""Which of two figures of a statement is said to be the greater: 6.2%慢于0.3%.

Where the statement gives both, nothing else is asked: 快于, 高于, 多于 or 比…高 between them, and
the first is the smaller one, or the other way round. Told is nothing of what falls, of which the
greater number may be called the slower one, and nothing of other units.

A move from one figure to another goes the way that its verb says (由120元提高到80元), and a part is
no more than its whole (政府采购246万元，其中服务采购251万元).

Where it names both alone (农村居民收入增速快于城镇) the rates of the source are asked for, of two
labels that end alike, or are members of one whole, and begin with what tells the two names apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from summarizer import patterns as re
from summarizer.checking.amounts import kinship
from summarizer.checking.case import Case
from summarizer.checking.equality import Kinship, amounts, flat
from summarizer.checking.findings import Fault, Grade
from summarizer.facts.records import Clause, Fact
from summarizer.vocabulary import Bound, FigureKind, FigureRole

_FIRST = "[)）]?[,，]?[一-龥]{0,4}?"
_NAME = "[^,，;；。0-9]{0,12}[(（]?"
_THAN = re.compile(f"{_FIRST}(?:(?P<up>[快高多大]于|超过)|[慢低少小]于){_NAME}")
_AGAINST = re.compile(f"{_FIRST}比{_NAME}")
_WAY = re.compile(
    "[)）]?的?(?:要|明显|显著|略|稍|还|更)*(?:(?P<up>[快高多大])|[慢低少小])(?![于中学型])"
)
_RANKED = re.compile(
    "(?P<first>[一-龥]{0,16}?)的?(?:(?P<fall>[降跌减]幅)|增[速幅]|涨幅|增长率?|涨得?"
    "|(?P<bare>(?=(?:明显|显著|略|稍)*[快慢高低]于)))"  # 轻工业快于重工业
    "(?:也|要|则|却|都|均|明显|显著|略|稍|继续|仍|依然)*"
    "(?:更?(?:(?P<up>[快高大]于)|[慢低小]于)(?P<second>[一-龥]{2,16})|更(?:(?P<more>[快高大])|[慢低小]))$"
)
_OVER = re.compile("超过|[高多大]于")
_PASSES = re.compile("[)）]?[,，][已也均都]+")  # without such a word 超过…的 may describe
_FROM = re.compile("(?:^|[,，;；。、:：])[^,，;；。0-9]{0,20}?[由从自][^,，;；。0-9]{0,10}$")
_TO = re.compile("[^,，;；。0-9]{0,6}[,，]?[^,，;；。0-9]{0,6}[到至为成]了?")
_OF_IT = re.compile("[^,，;；。0-9]{0,6}[,，;；:：(（]?其中[^,，;；。0-9]{0,14}")
_AMONG = re.compile(
    "[^,，;；。0-9于]{0,8}(?:里(?![程中弄])|[当之]中|中(?=[,，有]))[,，]?[^,，;；。0-9为]{0,6}"
)
_AMOUNTS = frozenset((FigureRole.LEVEL, FigureRole.COUNT, FigureRole.TARGET))
_ADDED_UP = (FigureKind.MONEY, FigureKind.COUNT)
_MEAN = re.compile("均|价|标准|工资|成本|最|每")
_LED = 40  # characters of whatever moves, with 由
_PLACES = ("位", "名", "级", "线")  # the better, the smaller
_MARKS = " ,，;；。"
_MEASURE = 2  # letters that the labels of two members end with: 投资, 企业
_DENIED = re.compile("[不未没]|差距|[升降涨跌减增]幅|降|跌|减|收窄|逆差|亏")


def orderings(case: Case) -> Iterator[Fault]:
    """Every figure that is said to lie on the wrong side of the one before it."""
    for first, second in pairwise(case.said.facts):
        mine, theirs = first.figure, second.figure
        if mine is None or theirs is None or first.clause_sentence != second.clause_sentence:
            continue
        if mine.high is not None or theirs.high is not None:
            continue
        way = _way(case, first, second)
        if way is None and _exact(first, second):
            way = _of_move(case, first, second)
            way = _of_part(case, first, second) if way is None else way
        if way is None or amounts(mine)[0] == amounts(theirs)[0]:
            continue
        if (amounts(mine)[0] > amounts(theirs)[0]) != way:
            parts = {"parts": f"{first.text}、{second.text}"}
            yield case.fault("direction", Grade.WRONG, second, "misordered", None, parts)


def _of_move(case: Case, first: Fact, second: Fact) -> bool | None:
    """False where something rises from the first figure to the second, True where it falls."""
    text, moved = case.statement.text, second.figure
    begun = first.figure
    if begun is None or begun.direction == "down" or begun.value < 0:
        return None
    if moved is None or moved.change != "to" or moved.direction is None or moved.unit in _PLACES:
        return None
    if not _TO.fullmatch(text, first.span.end, second.span.start):
        return None
    if not _FROM.search(text, max(0, first.span.start - _LED), first.span.start):
        return None
    return moved.direction == "down"


def _of_part(case: Case, first: Fact, second: Fact) -> bool | None:
    """True where the second figure is said to be a part of the first."""
    mine, theirs = first.figure, second.figure
    if mine is None or theirs is None or not {mine.role, theirs.role} <= _AMOUNTS:
        return None
    if mine.kind not in _ADDED_UP or any(
        held.per or _MEAN.search(held.label or "") for held in (mine, theirs)
    ):
        return None  # 病床使用率78.8%，其中公立医院84.8%
    counts = mine.kind is FigureKind.COUNT and mine.unit == theirs.unit
    words = (_OF_IT, _AMONG) if counts else (_OF_IT,)
    between = case.statement.text[first.span.end : second.span.start]
    if not any(word.fullmatch(between) for word in words):
        return None
    # 较大事故8起、重大事故1起，其中5起: the whole may be any of them, or all.
    wholes = [
        amounts(fact.figure)[0]
        for fact in case.said.facts[: second.order]
        if fact.clause_sentence == second.clause_sentence
        and fact.figure is not None
        and kinship(fact, second) is Kinship.SAME
    ]
    return True if sum(wholes) < amounts(theirs)[0] else None


def rankings(case: Case) -> Iterator[Fault]:
    """Every rate that is said, by the names of both alone, to lie on the wrong side of another."""
    for clause in case.said.clauses:
        told = None if case.is_literal(clause.span) else _RANKED.search(clause.text.rstrip(_MARKS))
        if told is None:
            continue
        first = told["first"] or _before(case, clause)
        found = [
            (mine, theirs, _stands(told, mine, theirs))
            for mine, theirs in _members(
                case, first, told["second"] or _others(clause), levels=told["bare"] is not None
            )
        ]
        if found and all(stands is False for _, _, stands in found):
            mine, theirs, _ = found[0]
            parts = "、".join(f"{f.figure.label}{f.text}" for f in (mine, theirs) if f.figure)
            yield case.of_clause("direction", clause, mine.span, "misranked", parts=parts)


def _before(case: Case, clause: Clause) -> str:
    """What the figure right before a clause is of: 外商控股企业增长16.3%，增速低于国有控股企业."""
    facts = [fact for fact in case.said.facts if fact.span.end <= clause.span.start]
    figure = facts[-1].figure if facts and facts[-1].clause_sentence == clause.sentence else None
    return (figure.label or "") if figure is not None else ""


def _others(clause: Clause) -> str:
    """What the sentence of a clause names before it: 城镇居民收入4万元，…，不过农村收入增长更快."""
    return clause.sentence_text.partition(clause.text.strip())[0]


def _members(
    case: Case, first: str, second: str, *, levels: bool
) -> Iterator[tuple[Fact, Fact]]:
    """The rates of two things of one measure that are told in one sentence or in two neighbours.

    With `levels` those that tell no rise or fall too: 婴儿死亡率（城市3.4‰，农村6.6‰）.
    """
    rates = [
        (fact, flat(fact.figure.label or ""))
        for fact in case.scope.facts
        if fact.figure is not None
        and fact.figure.kind is FigureKind.RATIO
        and (levels or fact.figure.direction in ("up", "down"))
    ]
    for mine, label in rates:
        for theirs, other in rates:
            alike = _common_end(label, other)
            head, against = label[: len(label) - alike], other[: len(other) - alike]
            near = abs(mine.clause_sentence - theirs.clause_sentence) <= 1
            told = bool(head and against) and head in first and against in second
            apart = head not in second and against not in first
            if near and told and apart and (alike >= _MEASURE or _of_one(mine, theirs)):
                yield mine, theirs


def _of_one(first: Fact, second: Fact) -> bool:
    """True for two members of one whole, and for two levels or two moves alike."""
    mine, theirs = first.figure, second.figure
    if mine is None or theirs is None or not mine.subject:
        return False
    return mine.subject == theirs.subject and (mine.direction is None) == (theirs.direction is None)


def _common_end(first: str, second: str) -> int:
    """How many letters two labels have in common at their ends."""
    ends = zip(reversed(first), reversed(second), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))


def _stands(told: re.Match[str], mine: Fact, theirs: Fact) -> bool | None:
    """Whether the source ranks two rates as they are told; None where it does not say."""
    first, second = mine.figure, theirs.figure
    if first is None or second is None:
        return None
    a, b = amounts(first)[0], amounts(second)[0]
    if told["fall"]:
        if not first.direction == second.direction == "down":
            return None
    else:
        a = -a if first.direction == "down" else a
        b = -b if second.direction == "down" else b
    return None if a == b else (a > b) == bool(told["up"] or told["more"])


def _comparable(first: Fact, second: Fact) -> bool:
    sides = first.figure, second.figure
    levels = all(side is not None and side.direction != "down" for side in sides)
    if _is_limit(second):
        return levels and first.bound is Bound.EQUAL and kinship(first, second) is Kinship.SAME
    if first.left.endswith("、") or second.right.startswith(("、", "和")):
        return False  # 30元、60元，低于50元、140元: the members of two lists
    return levels and _exact(first, second)


def _exact(first: Fact, second: Fact) -> bool:
    """True for two numbers of one unit without a bound."""
    exact = first.bound is second.bound is Bound.EQUAL
    return exact and kinship(first, second) is Kinship.SAME


def _is_limit(fact: Fact) -> bool:
    """True for what the figure before it has passed: 余额469亿元，已超过540亿元的限额."""
    return _OVER.match(fact.text) is not None and fact.right.startswith("的")


def _way(case: Case, first: Fact, second: Fact) -> bool | None:
    """True where the first figure is said to be the greater, None where nothing is said."""
    if not _comparable(first, second):
        return None
    text = case.statement.text
    between = text[first.span.end : second.span.start]
    if _DENIED.search(between) or case.is_literal(second.span):
        return None
    if _is_limit(second):
        return True if _PASSES.fullmatch(between) else None
    found = _THAN.fullmatch(between)
    if found is None and _AGAINST.fullmatch(between):
        found = _WAY.match(text, second.span.end)
    return None if found is None else found["up"] is not None
