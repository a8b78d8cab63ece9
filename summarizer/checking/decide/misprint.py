"""One number or word put for another in words that are otherwise the source's to the letter.

The plainest fault there is, in every genre: 建设200个基地 where the source has 建设300个基地. It is
told by the letters on both sides alone, so that neither what the grammar of figures could not read
nor what the number might be reckoned of stands in the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from summarizer import patterns as re
from summarizer.anchors.numerals import Numeral
from summarizer.checking.align import Pair
from summarizer.checking.amounts import Relation, relation
from summarizer.checking.case import Case
from summarizer.checking.counting import times_a_year
from summarizer.checking.decide.plain import is_reckoned
from summarizer.checking.decide.value import is_precise
from summarizer.checking.derive import derivation
from summarizer.checking.equality import amounts
from summarizer.checking.evidence import evidence_for
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.framing import FULL, Framing, Reach, Token
from summarizer.checking.margins import SCORES
from summarizer.spans import Range

# Letters that agree, of the 380 right statements and 216 faults of 33 texts of other genres: of a
# token that the source has nowhere 7 letters, 2 on either side, none of the right ones has so many
# (but where the subject stands before the clause) and 9 of 46 faults that all else had missed; of
# one that the source has elsewhere too 24, the right ones having 16 at most.
_SIDE = 2
_ENOUGH = 7
_STRONG = 12  # of what may be reckoned, and of words that stand outside the unit
_AMONG = 24
_SAME = 3  # with so few letters the very token stands there by chance
_TIMES = 3  # as many letters as beside the very word, which the source has elsewhere
_CLOSE = Decimal("0.05")  # 近60% of 近58.7%
_WORDS = 8  # letters beside a token that are printed with it
_HANGS = re.compile("[-—·* ]*(?:占|比|较|同比|环比|增|下?降|上升|提高|其中|达到?|为|约|共|合计|总)")
_EDGE = re.compile("[,，:：;；。.!?！？、\\n]")
_OF_DATE = re.compile(r"\s*[年月日号](?![均度])")
_MOST_OF = re.compile("最[^,，]$")
_SCALE = re.compile("[百千万亿]+")
# By sort the kind and the message.
_WORDED = {
    "bound": ("qualifier", "qualifier_changed"),
    "side": ("qualifier", "qualifier_changed"),
    "every": ("unit", "unit"),
    "rate": ("unit", "unit"),
}


def misprints(case: Case) -> Iterator[Fault]:
    """Every token in whose place the source has another one of its sort."""
    said, source = Framing(case.statement.text), case.index.framing
    for token in said.tokens:
        span = Range(token.start, token.end)
        if case.is_literal(span):
            continue
        best = _best(said, source, token)
        if best is not None and _is_plain(case, said, token, best):
            yield _fault(case, said, token, best)


def _best(said: Framing, source: Framing, token: Token) -> Reach | None:
    """The place whose letters agree best, where they do not agree as well with the token's own."""
    own = other = Reach(0, 0, token)
    word = token.sort != "number"
    enough = FULL // _TIMES if word else _SAME
    for reach in source.reaches(said, token):
        if reach.token.value == token.value:
            own = max(own, reach, key=lambda row: row.total)
            if own.total > enough:
                return None  # whatever else the source has
        else:
            other = max(other, reach, key=lambda row: row.total)
    # A word as common as 左右 stands beside the same number of many things.
    apart = word and other.total >= max(_AMONG, _TIMES * own.total)
    if (own.total > _SAME and not apart) or other.total <= own.total:
        return None
    return other


def _is_plain(case: Case, said: Framing, token: Token, best: Reach) -> bool:
    if _rounds(token, best.token) or _in_table(case, token) or _is_meant(case, token):
        return False
    often = _often(said.text, token)
    if often is not None and often == _often(case.index.framing.text, best.token):
        return False
    if _SCALE.fullmatch(case.index.framing.text[best.token.start : best.token.end]):
        return False  # the 亿 of a unit in a column of its own is no number
    if token.sort == "number" and case.index.framing.prints(said, token):
        return best.total >= _AMONG
    least = min(best.before, best.behind)
    if least < _SIDE or best.total < _ENOUGH or _hangs(said.text, token, best):
        return False
    if best.total >= _STRONG:
        return True
    return best.token.start in case.scope.span and not _is_reckoned(case, token)


def _in_table(case: Case, token: Token) -> bool:
    """True for a number that a cell has: the prose is of another thing, whatever its letters."""
    pair = _pair_at(case, token)
    if token.sort != "number":
        return False
    figure = pair.claim.figure if pair is not None else None
    equals = case.index.facts_by_amount.get(amounts(figure), []) if figure is not None else []
    tables = [table.block.span for table in case.index.analysis.tables]
    if any(fact.span.start in table for fact in equals for table in tables):
        return True
    number = case.statement.text[token.start : token.end].rstrip("%").replace(",", "")
    return number in case.index.unread


def _is_meant(case: Case, token: Token) -> bool:
    """True for a number of three digits and more that its own words find in the source too."""
    pair = _pair_at(case, token) if token.sort == "number" else None
    fact = pair.told if pair is not None else None
    return (
        pair is not None
        and fact is not None
        and is_precise(pair.claim)
        and relation(pair.claim, fact) is Relation.EQUAL
        and pair.score_of(fact) >= SCORES.sure
    )


def _hangs(text: str, token: Token, best: Reach) -> bool:
    """True for 占总额的92.1%: of what stands in the clause before, which is another."""
    *before, left = _EDGE.split(text[: token.start])
    return _HANGS.match(left) is not None and best.before <= len(left) + len("".join(before[-1:]))


def _rounds(token: Token, other: Token) -> bool:
    """True for 192万亩 of 192.4万亩: rounding is judged with the figures."""
    mine, theirs = token.value, other.value
    if not (isinstance(mine, Numeral) and isinstance(theirs, Numeral)):
        return False
    short, long = (len(held.value.normalize().as_tuple().digits) for held in (mine, theirs))
    return short < long and abs(mine.value - theirs.value) <= abs(theirs.value) * _CLOSE


def _often(text: str, token: Token) -> Decimal | None:
    """How many times in twelve months: 一年两次 is 每半年一次."""
    if not isinstance(token.value, Numeral) or not text.startswith("次", token.end):
        return None
    return times_a_year(text[max(0, token.start - 2 * _WORDS) : token.start], token.value.value)


def _is_reckoned(case: Case, token: Token) -> bool:
    """True where the number is the writer's own by its words, or follows from the source's."""
    pair = _pair_at(case, token)
    if pair is None:
        return False
    if is_reckoned(pair.claim) and not _MOST_OF.search(pair.claim.left):
        return True
    derived = derivation(pair.claim, evidence_for(case, pair, ()))
    return derived is not None and derived.sure


def _pair_at(case: Case, token: Token) -> Pair | None:
    return next(
        (p for p in case.pairs if p.claim.span.start <= token.start < p.claim.span.end), None
    )


def _fault(case: Case, said: Framing, token: Token, best: Reach) -> Fault:
    kind, message = _WORDED.get(token.sort) or _numbered(said.text, token)
    words = _around(said.text, token)
    details = {"claim": said.text[words.start : words.end]}
    claim = (details["claim"], Range(token.start, token.end))
    near = _around(case.index.framing.text, best.token)
    return case.says(kind, Grade.WRONG, claim, message, near, details)


def _numbered(text: str, token: Token) -> tuple[str, str]:
    """Kind and message of a number: of an order, of a date, or of a figure."""
    if text[: token.start].endswith("第"):
        return "ordinal", "ordinal"
    return ("date" if _OF_DATE.match(text[token.end :]) else "value"), "value"


def _around(text: str, token: Token) -> Range:
    """A token with the letters beside it, to the ends of its clause."""
    before = _EDGE.split(text[max(0, token.start - _WORDS) : token.start])[-1]
    behind = _EDGE.split(text[token.end : token.end + _WORDS])[0]
    return Range(token.start - len(before), token.end + len(behind))
