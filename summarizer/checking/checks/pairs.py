"""Label–value pairs under 分别, in parallel lists and side by side."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from summarizer.anchors.records import Figure
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import Kinship, flat, same_amount, unit_kinship
from summarizer.checking.matching import FigureMatch, label_likeness
from summarizer.checking.textual import bigrams, brief, share
from summarizer.vocabulary import FigureKind

_TOLD = 0.6  # of the words that only the other figure has
_OWN = 0.2  # of the words that only this figure has
_MANY = 20
_LED = 0.5
_LEADING = 60
_SAME = 0.9
_ONE_THING = 1.0
_MARGIN = 0.3
_APART = 0.4
_WORDS = 3
_REACH = 24
_SENTENCES = 400  # characters to either side
_EDGE = re.compile("[、，,；;。：:（）()！？!?\n]")
_LISTED = re.compile("分别|依次|各为")
# 11类问题细化分解为48个: what leads over to the next figure is no word of this one.
_OVER = re.compile(
    "(?:细化|分解|梳理|归纳|整合|划分|拆分|归并|汇总|细分|分|转化|压减|精简|优化|调整)+(?:[为成到至出]|$)"
)
_PART_OF = re.compile("^.{2,}中(?=已|有|完|开|建|办|新|正|未|[^心小央学])")


def pair(context: Context, match: FigureMatch) -> Fault | None:
    """The figure stands in the source, under the words that the claim gives to another figure."""
    source, claim = match.source, match.claim
    if source is None or claim.verbatim or claim.quoted:
        return None
    near, said = _claimed(context, claim.figure)
    own = _printed(context, source)
    if len(near) < 1 or _better(context, source, near):
        return None
    for other in (*_companions(context, source), *_named(context, match, source)):
        # 由16.9%提高到20.3%: two figures of one thing are told apart by other checks.
        if label_likeness(other.label, source.label) >= _ONE_THING:
            if _led_by_other(context, match, source, other):
                return pair_fault(context, match, source, said, _clause(context, source))
            if source.kind is FigureKind.RATIO:
                continue
        if _doubled(context, match, source, other):
            return pair_fault(context, match, source, said, source.label or "")
        theirs = _printed(context, other)
        only_own, only_theirs = own - theirs, theirs - own
        clear = share(only_theirs, near) >= _TOLD and share(only_own, near) <= _OWN
        nearer = share(near, theirs) - share(near, own) >= _MARGIN and not only_own & near
        if not (clear or nearer) or (not only_own and not _taken(context, match, other)):
            continue
        return pair_fault(context, match, source, said, source.label or _clause(context, source))
    return _crossed(context, match)


def _led_by_other(context: Context, match: FigureMatch, source: Figure, other: Figure) -> bool:
    """Two figures of one label, told apart by what leads to each: 线索…处分3人, 信访…处分8人."""
    figures = context.claims.anchors.figures
    near = _lead(context.claims.text, match.claim.figure, figures, _spans(figures))
    view = context.index.document.view
    own, theirs = (
        _lead(
            view.text,
            figure,
            around := _between(
                context.index.analysis.anchors.figures,
                figure.span.start - _SENTENCES,
                figure.span.start,
            ),
            [view.slice(found.span) for found in around],
            view.slice(figure.span)[0],
        )
        for figure in (source, other)
    )
    only_own, only_theirs = own - theirs, theirs - own
    if min(len(only_own), len(only_theirs)) < _WORDS:
        return False
    return share(only_theirs, near) >= _LED and share(only_own, near) <= _OWN / 2


def _lead(
    text: str,
    figure: Figure,
    figures: Sequence[Figure],
    spans: Sequence[tuple[int, int]],
    start: int | None = None,
) -> frozenset[str]:
    """The letter pairs between the last figure of the same unit, in the sentence, and this one."""
    start = figure.span.start if start is None else start
    low = max(0, start - _LEADING)
    for found, (_, end) in zip(figures, spans, strict=True):
        if end <= start and found.unit == figure.unit:
            low = max(low, end)
    stop = max(text.rfind(mark, low, start) for mark in "。\n")
    return bigrams(text[max(low, stop + 1) : start])


def _doubled(context: Context, match: FigureMatch, source: Figure, other: Figure) -> bool:
    """结案918件 where that is told of 金融案件结案 too: the plain label is the other figure's."""
    label = flat(match.claim.figure.label or "")
    if not label or label != flat(other.label or "") or label == flat(source.label or ""):
        return False
    beside = context.matches_beside(match)
    told = any(found.source is other for found in beside)
    return not told and any(
        found is not match
        and found.source is source
        and flat(found.claim.figure.label or "") == flat(source.label or "")
        for found in beside
    )


def pair_fault(
    context: Context, match: FigureMatch, source: Figure, mine: str, theirs: str
) -> Fault:
    """The fault of a figure told with the words `mine` that the source has with `theirs`."""
    return Fault(
        kind="pair",
        grade=Grade.WRONG,
        claim=match.claim.text,
        message="pair",
        at=match.claim.figure.span.start,
        near=context.near(source.span),
        details={"mine": brief(mine), "theirs": brief(theirs)},
    )


def _claimed(context: Context, figure: Figure) -> tuple[frozenset[str], str]:
    """The letter pairs of the words beside a claimed figure, and these words."""
    text = context.claims.text
    spans = _spans(context.claims.anchors.figures)
    words = _beside(text, figure.span.start, figure.span.end, spans)
    label = _OVER.sub("", _PART_OF.sub("", figure.label or ""))
    return bigrams(f"{flat(label)} {words}"), label or words


def _printed(context: Context, source: Figure) -> frozenset[str]:
    """The letter pairs of the words beside a figure of the source."""
    found = context.index.beside.get(source.span.start)
    if found is not None:
        return found
    view = context.index.document.view
    low, high = source.span.start - 2 * _REACH, source.span.end + 2 * _REACH
    around = _between(context.index.analysis.anchors.figures, low, high)
    spans = [view.slice(figure.span) for figure in around]
    start, end = view.slice(source.span)
    label = _PART_OF.sub("", source.label or "")
    found = bigrams(f"{flat(label)} {_beside(view.text, start, end, spans)}")
    context.index.beside[source.span.start] = found
    return found


def _spans(figures: Sequence[Figure]) -> list[tuple[int, int]]:
    return [(figure.span.start, figure.span.end) for figure in figures]


def _between(figures: Sequence[Figure], low: int, high: int) -> Sequence[Figure]:
    first = bisect_left(figures, low, key=lambda figure: figure.span.start)
    return figures[first : bisect_right(figures, high, key=lambda figure: figure.span.start)]


def _beside(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """The words between the marks on either side; none where they are another figure's too."""
    low = max([0, start - _REACH, *(b for _, b in spans if b <= start)])
    high = min([len(text), end + _REACH, *(a for a, _ in spans if a >= end)])
    edges = [edge.end() for edge in _EDGE.finditer(text, low, start)]
    after = _EDGE.search(text, end, high)
    before = text[edges[-1] if edges else low : start]
    behind = text[end : after.start() if after is not None else high]
    if after is None and any(a == high for a, _ in spans) and (over := _OVER.search(behind)):
        behind = behind[: over.start()] + "，"
        after = over
    if _LISTED.search(before):
        return ""
    if not edges and any(b == low for _, b in spans):
        before = ""
    if after is None and any(a == high for a, _ in spans):
        behind = ""
    return f"{before} {behind}"


def _better(context: Context, source: Figure, near: frozenset[str]) -> bool:
    """True where an equal figure of the scope has the claim's words."""
    here = share(near, _printed(context, source))
    return any(
        figure is not source
        and same_amount(figure, source)
        and share(near, _printed(context, figure)) > here
        for figure in context.scope.own_amounts.get((source.value, source.high), ())[:_MANY]
    )


def _taken(context: Context, match: FigureMatch, other: Figure) -> bool:
    """True where the other figure is told too, elsewhere in the statement, or not at all."""
    near, _ = _claimed(context, match.claim.figure)
    for found in context.matches_beside(match):
        if found.source is other:
            words, _ = _claimed(context, found.claim.figure)
            return share(near, words) < _TOLD
    return True


def _crossed(context: Context, match: FigureMatch) -> Fault | None:
    """Two figures of one unit, each told with the words that the source has around the other."""
    source, near = match.source, match.claim.near
    if source is None or len(near) < _WORDS:
        return None
    own = context.index.surroundings(source)
    for other in context.matches_beside(match):
        far = other.source
        if far is None or other is match or far.unit != source.unit or same_amount(far, source):
            continue
        place = context.index.surroundings(far)
        if (
            abs(place.sentence - own.sentence) <= 1
            and share(near, place.near) - share(near, own.near) >= _APART
            and share(other.claim.near, own.near) - share(other.claim.near, place.near) >= _APART
        ):
            return pair_fault(context, match, source, place.clause, own.clause)
    return None


def _clause(context: Context, source: Figure) -> str:
    return context.index.surroundings(source).clause


def _named(context: Context, match: FigureMatch, source: Figure) -> list[Figure]:
    """The figures of the unit that have the claim's label, wherever they stand."""
    label = match.claim.figure.label
    if not label or label_likeness(label, source.label) >= _SAME:
        return []
    return [
        figure
        for figure in context.figures
        if figure.unit == source.unit
        and not figure.loose
        and not same_amount(figure, source)
        and label_likeness(label, figure.label) >= _SAME
    ][:_MANY]


def _companions(context: Context, source: Figure) -> list[Figure]:
    """The other figures of the same sort in the source's sentence and those beside it."""
    number = context.index.surroundings(source).sentence
    low, high = source.span.start - _SENTENCES, source.span.end + _SENTENCES
    return [
        figure
        for figure in _between(context.scope.own.figures, low, high)
        if figure is not source
        and not figure.loose
        and not same_amount(figure, source)
        and unit_kinship(figure, source) is not Kinship.DIFFERENT
        and abs(context.index.surroundings(figure).sentence - number) <= 1
    ]
