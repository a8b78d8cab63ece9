"""What says nothing until its end: a penalty with its case, a term with its meaning.

A breach is told with what it costs, a term with what it means, a rule with what it comes to. Where
there is too little room for all of it, what a reader misses least goes first: which article is
broken, who punishes, what is said in the mildest case, the rest of a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from summarizer import patterns as re
from summarizer.engines.extractive import cues, relations, rules
from summarizer.engines.extractive.clauses import balanced
from summarizer.engines.extractive.runs import closure
from summarizer.engines.extractive.scoring import UNFIT, Scored
from summarizer.engines.extractive.shorten import excerpt, tighten
from summarizer.engines.extractive.topics import aims

_LEAST_CASE = 12  # characters of a case that is cut: whom it is about, and a verb
_CUT = "…"
_TIMES = 3  # the limit: what is longer is no matter of a list
# 由甲公司承建的乙工程: whose work it was is told where there is room.
_BUILDER = re.compile(r"由[^,，的\d]{4,40}的(?=[^,，]{4})")
# What is done with five things or more, to the end of its clause or the bound that it leads to.
_LONG_LIST = re.compile(
    r"(?P<kept>[^、,，\d的]{2,16}、[^、,，\d的]{2,16})"
    r"(?P<rest>(?:、[^、,，\d的]{2,24}){2,}(?:以?及|和|与|、)[^、,，\d的一二三四五六七八九十]{2,24}?)"
    r"(?=$|(?:不少于|不低于|不超过)\d)"
)
_REACH = 2  # clauses behind a level: by what prices, and how much it grew by those
# What a list that stays open begins with: 与水接触的管材、管件及其他材料.
_OPEN_LIST = re.compile(r"([^、,，]{2,30})、[^,，]*(?:以?及|和)其他[^,，]*$")


def whole(scored: Sequence[Scored], limit: int) -> list[Scored]:
    """The clauses with every penalty and every meaning as one, within `limit` characters."""
    told = list(scored)
    for _, places in groupby(range(len(told)), key=lambda at: told[at].clause.sentence):
        segments = [
            list(group) for _, group in groupby(places, key=lambda at: scored[at].clause.segment)
        ]
        while segments:
            texts = [told[at].text for at in segments[0]]
            penalty = _penalty(told, segments, limit)
            if penalty is not None:
                used, text = penalty[0], fitting(penalty[1], limit)
            else:
                counts = any(told[at].figures for at in segments[0][1:])
                used, text = 1, fitting(_meanings(texts, whole=counts), limit)
            if text:
                _merge(told, [at for part in segments[:used] for at in part], text)
            else:
                _shorten_subject(told, segments[0], limit)
                _cut(told, segments[0], limit)
                _bind(told, segments[0], limit)
                _bind_changes(told, segments[0], limit)
            del segments[:used]
    return told


def fitting(texts: Iterable[str], limit: int) -> str:
    """The first of some wordings that fits, with its full stop; empty where none does."""
    return next((text for text in texts if len(text) < limit), "")


def _merge(told: list[Scored], places: Sequence[int], text: str) -> None:
    """Put `text` in the first place, and nothing in the others."""
    first, last = places[0], places[-1]
    items = [told[at] for at in places]
    taken = set(places)
    clause = items[0].clause._replace(
        end=items[-1].clause.end, stop=items[-1].clause.stop, stop_at=items[-1].clause.stop_at
    )
    told[first] = Scored(
        clause,
        text,
        told[last].stop,
        max(item.score for item in items),
        tuple({low for item in items for low in item.needs} - taken),
        any(item.leading for item in items),
        sum(item.figures for item in items),
        items[0].opens,
    )
    for at in places[1:]:
        told[at] = told[at]._replace(score=UNFIT, needs=(), leading=False, figures=0)
    for at, item in enumerate(told):
        if at not in taken and not taken.isdisjoint(item.needs):
            told[at] = item._replace(needs=tuple(sorted({*item.needs} - taken | {first})))


def _penalty(
    told: Sequence[Scored], segments: Sequence[Sequence[int]], limit: int
) -> tuple[int, Iterator[str]] | None:
    """How many segments a penalty takes, and its wordings, the fullest first."""
    texts = [told[at].text for at in segments[0]]
    begins = rules.costs_at(texts)
    if not begins:
        return None
    costs = [texts[begins:]]
    for places in segments[1:]:
        more = [told[at].text for at in places]
        worse = rules.AGGRAVATED.match(more[0]) or rules.WORSENED.match(more[0])
        if not worse and not rules.OR_COSTS.match(more[0]):
            break
        costs.append(more)
    return len(costs), penalties(texts[:begins], costs, limit)


def penalties(case: Sequence[str], costs: Sequence[Sequence[str]], limit: int) -> Iterator[str]:
    """The wordings of what a case costs, in segments of clauses, the fullest first."""
    uncited = rules.uncited(case)
    parts = [list(part) for part in costs]
    while len(parts) > 1 and not any(rules.SEVERE.search(text) for text in parts[-1]):
        del parts[-1]
    fined = next((at for at, part in enumerate(parts) if _fine(part) >= 0), 0)
    least = parts[: fined + 1]
    for told in (parts, least):
        yield _joined(case, told)
        yield _joined(uncited, told)
        yield _joined(uncited, _by_nobody(told))
        yield _joined(uncited, _without_mild(_by_nobody(told)))
    short = _by_nobody(least)
    least = [[rules.without_whom(text) for text in part] for part in _only_fine(short)]
    for shorter in (short, _without_mild(short), _only_fine(short), least):
        for words in _shorter_cases(uncited):
            yield _joined(words, shorter)
    room = limit - len(_joined([], least)) - len("的，") - 1
    if room >= _LEAST_CASE:
        cut = excerpt("，".join(uncited), room).rstrip(f"。{_CUT}")
        yield _joined([f"{cut}{_CUT}的"], least)


def _joined(case: Sequence[str], costs: Sequence[Sequence[str]]) -> str:
    told = "；".join("，".join(part) for part in costs if part)
    return "，".join((*case, told))


def _fine(part: Sequence[str]) -> int:
    return next((at for at, text in enumerate(part) if rules.FINE.search(text)), -1)


def _by_nobody(parts: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[rules.without_actor(text) for text in part] for part in parts]


def _without_mild(parts: Sequence[Sequence[str]]) -> list[list[str]]:
    """What is costs without a warning or an order; what 逾期不改 goes back to stays."""
    found: list[list[str]] = []
    ordered = [text for part in parts for text in part if rules.ORDERED.match(text)][-1:]
    overdue = any(rules.OVERDUE.match(text) for part in parts for text in part)
    for part in parts:
        kept = [
            text for text in part if not rules.MILD.match(text) or (overdue and text in ordered)
        ]
        found.append(kept or list(part))
    return found


def _only_fine(parts: Sequence[Sequence[str]]) -> list[list[str]]:
    """The first fine, with the case that it is for."""
    for part in _without_mild(parts):
        at = _fine(part)
        if at >= 0:
            first = at - 1 if at and part[at - 1].endswith("的") else at
            return [part[first : at + 1]]
    penal = [text for text in parts[0] if rules.is_penal(text)]
    return [penal or list(parts[0])]


def _shorter_cases(case: Sequence[str]) -> Iterator[Sequence[str]]:
    """A case as it stands, without asides and further subjects, then its first alternative."""
    yield case
    tight = [tighten(text) for text in case]
    if tight:
        tight[0] = rules.first_subject(tight[0])
    yield tight
    other = next((at for at, text in enumerate(tight) if at and text.startswith("或者")), 0)
    if other:
        yield [*tight[: other - 1], f"{tight[other - 1].removesuffix('的')}的"]


def _meanings(texts: Sequence[str], *, whole: bool) -> Iterator[str]:
    """The wordings of what a term means, the fullest first; none where no term is told.

    Only the `whole` of it where figures stand behind: 总量是指甲和乙之和，全县的总量为11亿 goes on.
    """
    means = [at for at, text in enumerate(texts) if rules.MEANS.search(text)]
    if len(texts) < 2 or len(means) != 1 or means[0] > 1:
        return
    told = list(texts)
    while len(told) > means[0] + 1 and rules.INCLUDES.match(told[-1]):
        del told[-1]
    for words in (texts, told, [tighten(text) for text in told]):
        yield "，".join(words)
    if whole:
        return
    told = [rules.HEREIN.sub("", tighten(text)) for text in told]
    yield "，".join(told)
    yield "，".join((*told[:-1], _OPEN_LIST.sub(r"\1等", told[-1])))
    opening = "，".join(told[: means[0] + 1])
    opening = opening[: [match.end() for match in rules.MEANS.finditer(opening)][-1]]
    for first in range(means[0] + 1, len(told)):
        yield f"{opening}{'，'.join(told[first:])}"


def _shorten_subject(told: list[Scored], places: Sequence[int], limit: int) -> None:
    """Name the first of those whom a rule binds, where all of it has no room."""
    first = places[0]
    texts = [told[at].text for at in places]
    if sum(len(text) + 1 for text in texts) <= limit or not any(
        rules.MODAL.search(text) or rules.COMES_TO.match(text) for text in texts
    ):
        return
    shorter = tighten(told[first].text)
    named = rules.first_subject(shorter)
    if named != shorter:
        told[first] = told[first]._replace(text=named)


def _cut(told: list[Scored], places: Sequence[int], limit: int) -> None:
    """Cut what a figure cannot be told without, where all of that has no room.

    First who built what it happened to (由甲公司承建的乙工程), then the rest of a list.
    """
    for at in places:
        item = told[at]
        if not item.figures or item.score <= UNFIT:
            continue
        for cut in (_without_builder, _list_cut):
            needed = closure(told, (at,), frozenset(), limit * _TIMES)
            if needed is None or closure(told, (at,), frozenset(), limit) is not None:
                break
            for place in needed:
                told[place] = told[place]._replace(text=cut(told[place].text))


def _without_builder(text: str) -> str:
    return _BUILDER.sub("", text, count=1)


def _list_cut(text: str) -> str:
    """What is done with a long list of things, with the first two of them alone."""
    found = _LONG_LIST.search(text)
    if found is None or not balanced(found["kept"]) or not balanced(found["rest"]):
        return text
    begins = text[: found.end("kept")]
    if not aims(begins) and not any(verb.search(begins) for verb in (cues.ACTION, cues.PREDICATE)):
        return text
    return f"{text[: found.start()]}{found['kept']}等{text[found.end() :]}"


def _bind(told: list[Scored], places: Sequence[int], limit: int) -> None:
    """A rule comes with what it comes to, where there is room: …合格后方可供水."""
    for last in places[1:]:
        if told[last].score <= UNFIT or not rules.COMES_TO.match(told[last].text):
            continue
        for at in places:
            if at >= last:
                break
            if told[at].score > UNFIT and closure(told, (at, last), frozenset(), limit):
                told[at] = told[at]._replace(needs=tuple(sorted({*told[at].needs, last})))


def _bind_changes(told: list[Scored], places: Sequence[int], limit: int) -> None:
    """A level comes with its rise or fall, where there is room: 进口246亿元，下降0.8%.

    Of several told in a row the last would else stand without it, and only the others' be heard.
    """
    for at in places[:-1]:
        item = told[at]
        if not item.figures or item.score <= UNFIT or relations.CHANGES.match(item.text):
            continue
        behind = list(takewhile(lambda place: place in places, range(at + 1, at + 1 + _REACH)))
        change = next((p for p in behind if relations.CHANGES.match(told[p].text)), None)
        between = range(at + 1, change) if change is not None else ()
        if change is None or not all(relations.BASIS.fullmatch(told[p].text) for p in between):
            continue
        if closure(told, (at, change), frozenset(), limit) is not None:
            told[at] = item._replace(needs=tuple(sorted({*item.needs, *between, change})))
