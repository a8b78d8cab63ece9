"""Another thing in a place where all around it is the source's: a label or a name replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checking.context import Context, Fault, Grade, Replaced
from summarizer.checking.equality import flat
from summarizer.checking.words import DEGREE_WORDS, LIGHT, SCOPE_WORDS

_ALIGNED = 0.5
_LONGER = 3  # letters: one name for another, not one clause for another
_MANY = 200
_CLOSE = 14  # letters between a word and the figure that it governs
_NUMERAL = re.compile("[0-9０-９〇○零一二两三四五六七八九十百千万亿%％]")
_LETTERS = re.compile("[\u3400-\u9fffA-Za-z]")
_LEVEL = frozenset("省市区县州盟旗镇乡村国")
_OF_LEVEL = re.compile("[委级属直纪府内外人政中公检法组]")
_OPPOSITES = ({"内", "外"}, {"男", "女"}, {"老", "新"}, {"旧", "新"}, {"进", "出"}, {"买", "卖"},
              {"东", "西"}, {"南", "北"}, {"正", "副"}, {"入", "出"}, {"上", "下"})  # fmt: skip
_POSTS = frozenset(("主要", "分管", "常务", "党政", "协管"))
_ORGAN = re.compile(
    "中央|国务院|[省市区县州镇乡][委级直]|政府|人大|政协|纪委|监委|法院|检察|审判|公安|常委|党组|党委|"
    "负责|书记|主席|主任|[省市区县镇局厅部处科院校所]长|巡视|巡察|机关"
)


def replacements(context: Context) -> Iterator[Fault]:
    """Every word of substance that the unit does not have, where it has another."""
    anchors = context.claims.anchors
    marked = [
        anchor.span
        for group in (
            anchors.titles,
            anchors.quotations,
            anchors.formulas,
            anchors.dates,
            anchors.figures,
        )
        for anchor in group
    ]
    for change in context.replaced:
        # Titles, quotations, dates and figures have their own checks.
        if any(change.at in span for span in marked[:_MANY]):
            continue
        if _opposed(context, change):
            kind = "label" if _governs(context, change) else "name"
            yield _fault(context, change, kind, change.mine + change.after[:1])
        elif _level(change) or _another_organ(change):
            after = change.after[: 2 if change.mine in _POSTS else 1 if len(change.mine) < 2 else 0]
            yield _fault(context, change, "name", change.mine + after)
        elif _substantial(change):
            governs = _governs(context, change)
            alike = change.sure or abs(len(change.mine) - len(change.theirs)) <= _LONGER
            near = governs or (alike and change.alignment.share >= _ALIGNED)
            if (governs and change.sure) or (near and _strange(context, change.mine)):
                yield _fault(context, change, "label" if governs else "name", change.mine)


def _opposed(context: Context, change: Replaced) -> bool:
    """省内 where the source has 省外, 非税 where it has 税."""
    if change.mine == "非" and not change.theirs and change.after:
        return _governs(context, change)
    return change.sure and {change.mine, change.theirs} in _OPPOSITES


def _level(change: Replaced) -> bool:
    """市委 where the source has 区委."""
    return (
        change.mine in _LEVEL
        and change.theirs in _LEVEL
        and _OF_LEVEL.match(change.after) is not None
    )


def _another_organ(change: Replaced) -> bool:
    """省委 where the source has 中央, 分管负责同志 where it has 主要负责同志."""
    if not change.sure and len(change.theirs) > len(change.mine) + 2:
        return False
    if change.mine in _POSTS and change.theirs in _POSTS:
        return change.after[:2] in ("负责", "领导")
    return all(_ORGAN.search(words) for words in (change.mine, change.theirs))


def _substantial(change: Replaced) -> bool:
    mine, theirs = LIGHT.sub("", change.mine), LIGHT.sub("", change.theirs)
    if len(mine) < 2 or len(_LETTERS.findall(theirs)) < 1 or _NUMERAL.search(change.mine):
        return False
    if SCOPE_WORDS.search(change.mine) or DEGREE_WORDS.search(change.mine):
        return False
    return not _shortened(mine, change.theirs)


def _strange(context: Context, mine: str) -> bool:
    """True where neither the unit nor what frames it has any two of the letters together."""
    whole = context.scope.own_flat + context.scope.around_flat
    return all(mine[place : place + 2] not in whole for place in range(len(mine) - 1))


def _shortened(mine: str, theirs: str) -> bool:
    """True where the letters stand in the source's words in this order: 督导 for 督查指导."""
    letters = iter(theirs)
    return all(letter in letters for letter in mine)


def _governs(context: Context, change: Replaced) -> bool:
    """True where a figure stands close by in the clause, and no organ is meant."""
    if _ORGAN.search(change.mine + change.after) or _ORGAN.search(change.theirs + change.after):
        return False
    end = change.alignment.start + len(change.alignment.text)
    for match in context.matches_in(change.alignment.start, end):
        figure = match.claim.figure.span
        if match.source is None:
            continue
        if change.at - figure.end >= -_CLOSE and change.at - figure.end <= _CLOSE:
            return True
        if 0 <= figure.start - change.at - len(change.mine) <= _CLOSE:
            return True
    return False


def _fault(context: Context, change: Replaced, kind: str, mine: str) -> Fault:
    theirs = flat(change.theirs) + (change.after[:1] if len(change.theirs) == 1 else "")
    return Fault(
        kind,
        Grade.DOUBTFUL,
        _around(context, change),
        "replaced",
        change.at,
        context.near(change.alignment.source.span),
        {"mine": mine, "theirs": theirs},
    )


def _around(context: Context, change: Replaced) -> str:
    text = context.claims.text
    start = max(change.alignment.start, change.at - len(change.before))
    return text[start : change.at + len(change.mine) + len(change.after)]
