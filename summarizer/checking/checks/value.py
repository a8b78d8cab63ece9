"""Figures without an equal in scope that stand close to one: approximated, transposed, rounded,
off by a power of ten, a range with another end, or simply another value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation

from summarizer.anchors.records import Figure
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import Bound, Kinship, amounts, bound_of, unit_kinship, unit_name
from summarizer.checking.matching import FigureMatch, affinity, label_likeness

_RELATED = 0.12  # a numeric relation needs little help from the words around
_MANY_DIGITS = 3
_COUNTABLE = 100  # nobody rounds 39 to 40
_UNLABELLED = 0.5  # and much more where the label is another
_GOVERNED = 0.3  # another value needs more


def approximated(context: Context, match: FigureMatch) -> Fault | None:
    """“2235万” said as “2200余万”, “近2300万” or “约2200万”: a note."""
    bound = bound_of(match.claim.figure.qualifier)
    if bound is Bound.NONE:
        return None
    return _first(
        context,
        match,
        lambda claim, source: _approximates(claim, source, bound),
        ("approximated", Grade.ROUGH),
        least=0.2,
    )


def transposed(context: Context, match: FigureMatch) -> Fault | None:
    """The same digits in another order: 23.63 as 23.36."""
    return _first(context, match, _is_transposed, ("transposed", Grade.WRONG))


def scale(context: Context, match: FigureMatch) -> Fault | None:
    """The same digits at another power of ten: 亿 as 万, a lost decimal point."""
    return _first(context, match, _is_scaled, ("scale", Grade.WRONG))


def rounding(context: Context, match: FigureMatch) -> Fault | None:
    """Fewer digits without a word of caution: 83.2% as 83%."""
    if bound_of(match.claim.figure.qualifier) is not Bound.NONE:
        # 近66% of 66.15% is rounded with a word of caution, if not the best one.
        return _first(context, match, _is_rounded, ("approximated", Grade.ROUGH))
    return _first(context, match, _is_rounded, ("rounding", Grade.WRONG))


def ends(context: Context, match: FigureMatch) -> Fault | None:
    """A range of which one end is right: 15—30% as 15—35%, or one end alone."""
    return _first(context, match, _shares_end, ("range", Grade.WRONG))


def close_value(context: Context, match: FigureMatch) -> Fault | None:
    """Another value of many digits, a few per cent away: 9324.4亿元 for 9323.1亿元."""
    return _first(context, match, _is_close, ("value", Grade.WRONG))


def another_value(context: Context, match: FigureMatch) -> Fault | None:
    """Another value under the same words."""
    rival = match.rival
    if rival is None or match.closeness < _GOVERNED:
        return None
    label = match.claim.figure.label
    known = label is not None and label_likeness(label, rival.label) > 0.3
    if not known and match.closeness < _UNLABELLED:
        return None
    return _fault(context, match, rival, "value", Grade.WRONG)


def _first(
    context: Context,
    match: FigureMatch,
    related: Callable[[Figure, Figure], bool],
    verdict: tuple[str, Grade],
    least: float = _RELATED,
) -> Fault | None:
    found = [
        (affinity(context.index, match.claim, source), -source.span.start, source)
        for source in _kin(context, match)
        if related(match.claim.figure, source)
    ]
    if not found:
        return None
    closeness, _, source = max(found, key=lambda row: row[:2])
    # Three digits related by chance are rare; for fewer the words must decide.
    telling = _digits(source) > 2
    least = least if telling else max(least, _GOVERNED)
    outdone = match.closeness > (2.5 if telling else 1.1) * closeness
    if closeness < least or (outdone and match.closeness > _GOVERNED):
        return None
    return _fault(context, match, source, *verdict)


def _kin(context: Context, match: FigureMatch) -> Iterator[Figure]:
    for source in context.figures:
        if unit_kinship(match.claim.figure, source) is not Kinship.DIFFERENT:
            yield source


def _fault(context: Context, match: FigureMatch, source: Figure, kind: str, grade: Grade) -> Fault:
    mine, theirs = _values(match.claim.figure, source)
    factor = max(mine, theirs) / min(mine, theirs) if mine and theirs else Decimal(1)
    return Fault(
        kind=kind,
        grade=grade,
        claim=match.claim.text,
        message=kind,
        at=match.claim.figure.span.start,
        near=context.near(source.span),
        details={"factor": format(factor.normalize(), "f") if kind == "scale" else ""},
    )


def _coefficient(value: Decimal) -> str:
    """The significant digits of a value."""
    return "".join(map(str, value.as_tuple().digits)).strip("0")


def _digits(figure: Figure) -> int:
    return len(_coefficient(abs(figure.value)))


def _values(claim: Figure, source: Figure) -> tuple[Decimal, Decimal]:
    """Both values in one unit: the common one where they have it."""
    if unit_name(claim.unit) == unit_name(source.unit):
        return abs(claim.value), abs(source.value)
    return amounts(claim)[0], amounts(source)[0]


def _is_transposed(claim: Figure, source: Figure) -> bool:
    mine, theirs = _values(claim, source)
    a, b = _plain(mine), _plain(theirs)
    if a == b or len(a) != len(b) or Counter(a) != Counter(b):
        return False
    return sum(x != y for x, y in zip(a, b, strict=True)) == 2


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _is_scaled(claim: Figure, source: Figure) -> bool:
    mine, theirs = _values(claim, source)
    if not mine or not theirs or mine == theirs:
        return False
    return _coefficient(mine) == _coefficient(theirs)


def _is_rounded(claim: Figure, source: Figure) -> bool:
    mine, theirs = _values(claim, source)
    if not mine or len(_coefficient(mine)) >= len(_coefficient(theirs)):
        return False
    if theirs < _COUNTABLE and theirs == int(theirs):
        return False
    step = _step(mine)
    return mine in (_quantised(theirs, step, ROUND_HALF_UP), _quantised(theirs, step, ROUND_DOWN))


def _round_step(value: Decimal) -> Decimal:
    """How finely a round value is told: 85 may stand for all up to 90, 83 for all up to 84."""
    step = _step(value)
    return 5 * step if _coefficient(value).endswith("5") and value != 5 * step else step


def _step(value: Decimal) -> Decimal:
    """The place of the last significant digit: 0.1 for 83.2, 1000000 for 22000000."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal((0, (1,), exponent if isinstance(exponent, int) else 0))


def _quantised(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    try:
        return (value / step).quantize(Decimal(1), rounding=rounding) * step
    except InvalidOperation:
        return value


def _is_close(claim: Figure, source: Figure) -> bool:
    mine, theirs = _values(claim, source)
    if min(_digits(claim), _digits(source)) < _MANY_DIGITS:
        return False
    return mine != theirs and abs(mine - theirs) <= theirs / 20


def _approximates(claim: Figure, source: Figure, bound: Bound) -> bool:
    mine, theirs = _values(claim, source)
    # A word of caution that the source has too is no caution of the summary's own.
    if not mine or not theirs or bound_of(source.qualifier) is bound:
        return False
    step = min(_round_step(mine), mine / 2)
    if bound is Bound.ABOVE:
        return mine <= theirs < mine + step
    if bound is Bound.BELOW:
        return mine - step < theirs <= mine
    return abs(mine - theirs) <= max(mine / 20, min(step / 2, mine / 10))


def _shares_end(claim: Figure, source: Figure) -> bool:
    (low, high), (source_low, source_high) = amounts(claim), amounts(source)
    if high is None and source_high is None:
        return False
    mine = {low, high} - {None}
    theirs = {source_low, source_high} - {None}
    return bool(mine & theirs) and mine != theirs
