"""How many are listed: 五项 before a list of four, 规定有8项 of a source that numbers ten.

A count that the source does not print is the writer's own. Where it stands by its list, or at the
lead of a list that the source numbers, it is that list which says whether it is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.anchors.records import Ordinal
from summarizer.checking.case import Case
from summarizer.checking.counting import LAST
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import PLAINLY
from summarizer.facts.records import Clause, Fact
from summarizer.vocabulary import FigureKind

_CHAPTER = "章"  # numbered on through a whole text
_GENERAL = frozenset("项条个种类点步")  # what counts the members of any list
_COUNTERS = frozenset((*_GENERAL, "方面", "个方面", "大"))
_NEAR = 24  # letters from a lead to its first member: 。主要包括以下方面：一是
_LONGEST = 8000  # characters of a numbered list
_NOUN = re.compile('[一-龥“”"]{0,8}')
_OPEN = re.compile("等|…|其他|其它")
_HEAD = re.compile("[^,:;()]+$")
_PART = re.compile("其中|[多少]$|第$|[前后另余再又]")
_ALL = re.compile("(?:共|分为?|列[了出]|部分|来自)[^,、]{0,2}$")
_JOINED = re.compile("[和与及]")
_FEW = 5  # of fewer the outline has some other level, and lists have them in running text
_DIGIT = "一二三四五六七八九十"
_MARKERS = tuple(
    re.compile(form)
    for form in (
        f"(?<![{_DIGIT}])(?P<n>[{_DIGIT}]{{1,3}})(?:是|要)",
        f"[(（](?P<n>[{_DIGIT}]{{1,3}})[)）]",
        f"(?<![{_DIGIT}第])(?P<n>[{_DIGIT}]{{1,3}})、",
        r"(?<![\d.])(?P<n>\d{1,2})[.．、](?!\d)",
    )
)
_VALUES = {letter: number for number, letter in enumerate(_DIGIT, 1)}


def counted(case: Case, claim: Fact) -> Fault | None:
    """What the list beside a count, or the one it speaks of, says of it; None without a list."""
    figure = claim.figure
    if figure is None or figure.kind is not FigureKind.COUNT or figure.unit not in _COUNTERS:
        return None
    number = int(figure.value)
    sizes = set(_beside(claim))
    if sizes:
        return _told(case, claim, None, min(sizes)) if number not in sizes else None
    match = case.matches[claim.clause]
    first = not claim.order or case.said.facts[claim.order - 1].clause != claim.clause
    if match is None or match.share < PLAINLY or not first or _PART.search(claim.left):
        return None
    members = _members(case, match.clause)
    if members < 2:
        return None
    if members == number:
        return case.fault("counted", Grade.FINE, claim, "counted")
    if not members < 2 * number < 4 * members:
        return None  # 宁夏4项 of a list of 130: so far off nobody counts the same
    return _told(case, claim, match.clause, members)


def of_outline(case: Case, claim: Fact) -> Fault | None:
    """共22条 of a text of 20: the count of what the outline has, told of the whole or of a unit."""
    figure = claim.figure
    if figure is not None and figure.unit == _CHAPTER:
        named = (_nth(f) for f in case.index.facts.facts if f.text.endswith(_CHAPTER))
        chapters = max(named, default=0)
        plain = figure.value == chapters or chapters < 2 or _PART.search(claim.left)
        return None if plain else _told(case, claim, None, chapters)
    if figure is None or figure.kind is not FigureKind.COUNT or figure.unit not in _COUNTERS:
        return None
    number, sizes = int(figure.value), case.index.sizes(case.scope.unit)
    near = [size for size in sizes if 2 * number < 3 * size and 2 * size < 3 * number]
    if figure.unit == "个" and not claim.right.startswith(("部分", "方面")):
        return None  # 五个部门 are no members of an outline
    told = _ALL.search(claim.left) or (claim.carried and not claim.left)  # 8个部分22条
    if number < _FEW or not near or number in sizes or not told:
        return None
    articles = [_nth(fact) for fact in case.scope.facts if fact.text.endswith(figure.unit)]
    if number == max(articles, default=0):
        return None  # 第七十一条, whatever the outline made of the articles before it
    return _told(case, claim, None, min(near, key=lambda size: abs(size - number)))


def _nth(fact: Fact) -> int:
    value = fact.anchor.value if isinstance(fact.anchor, Ordinal) else ""
    return int(value) if value.isdigit() else 0


def aspects(case: Case, claim: Fact) -> Fault | None:
    """组织、政策、宣传四个方面: fewer are named right before the count."""
    figure, head = claim.figure, _HEAD.search(claim.left)
    if figure is None or head is None or head[0].find("、") < 1 or _OPEN.search(head[0][-2:]):
        return None
    named = figure.unit.endswith("方面") or claim.right.startswith("方面")
    most = max(_sizes(head[0])) + len(_JOINED.findall(head[0]))
    if not named or figure.value <= most:
        return None
    return _told(case, claim, None, most)


def _told(case: Case, claim: Fact, lead: Clause | None, number: int) -> Fault:
    details = {"theirs": str(number)}
    place = lead.span if lead is not None else None
    told = (claim.text, claim.span)
    return case.says("count", Grade.DOUBTFUL, told, "miscounted", place, details)


def _beside(claim: Fact) -> Iterator[int]:
    """How many things stand behind the colon of a count, or more than it right before it."""
    clause, figure = claim.said_in, claim.figure
    behind = clause.sentence_text[clause.end :]
    noun = _NOUN.fullmatch(claim.right)
    if behind.startswith(":") and noun is not None and clause.text.endswith(claim.right):
        row = behind[1:]
        if "、" in row and "," not in row and ":" not in row and not _OPEN.search(row):
            yield from _sizes(row)
            return
    head = _HEAD.search(claim.left)
    if head is None or "、" not in head[0] or not claim.right or figure is None:
        return
    sizes = set(_sizes(head[0]))
    if not _OPEN.search(head[0][-2:]) and figure.value < min(sizes):
        yield from sizes


def _sizes(row: str) -> Iterator[int]:
    """甲、乙和丙 are three, and may be two where the last is 乙和丙部."""
    items = row.split("、")
    yield len(items)
    if LAST.search(items[-1], 1):
        yield len(items) + 1


def _members(case: Case, lead: Clause) -> int:
    """How many members the list has that the source numbers behind a clause; 0 for none."""
    text = case.index.document.text[lead.span.end : lead.span.end + _LONGEST]
    for marker in _MARKERS:
        reached = 0
        for found in marker.finditer(text):
            number = _value(found["n"])
            if not reached and (number != 1 or found.start() > _NEAR):
                break
            if number == 1 and reached:
                break
            if number == reached + 1:
                reached = number
        if reached:
            return reached
    return 0


def _value(text: str) -> int:
    """The number of 十二 or 12."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return _VALUES.get(text, 0)
    return (_VALUES.get(tens, 0) if tens else 1) * 10 + _VALUES.get(ones, 0)
