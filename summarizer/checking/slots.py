"""Slots: what a clause has in the place in which a sentence of the source has something else.

Two stretches are in one slot where the letters beside them are the same, whatever the order of the
rest, or where both name a thing of one sort in one role: behind one preposition, as who does it,
or as the only ones of their sort.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer import patterns as re
from summarizer.anchors.verbs import verb_at
from summarizer.checking.margins import BESIDE
from summarizer.checking.tiles import Gap, gaps
from summarizer.words import worded

_NAMED = {
    "body": "{bodies}",
    "office": "{offices}",
    "region": "{regions}",
    "province": "{provinces}",
    "county": "{counties}",
    "town": "{towns}",
    "village": "{villages}",
}
_SORTS = {
    "body": "{bodies}|{other_bodies}",
    "office": "{offices}|{other_offices}",
    "people": "{people}",
    "place": "{regions}|{provinces}|{counties}|{towns}|{villages}|{places}",
    "branch": "业(?!务)|型|性(?!别)|级",
}


def _either(sorts: dict[str, str]) -> str:
    return "|".join(f"(?P<{sort}>{ends})" for sort, ends in sorts.items())


HEAD = worded("sorts", f"(?:行政|主管|有关)*(?:{_either(_SORTS)})")
"""What the thing in a slot may be part of: 部门 behind 财政."""
END = worded("sorts", f"(?:{_either(_SORTS)})$")
"""By what a name tells its sort."""
_MENTION = worded("sorts", f"(?=(?P<own>[一-龥]{{2}})(?P<end>{_either(_NAMED)}))")
_GENERAL = worded(
    "sorts",
    "[的了和与及在由对向把被从为到是各该本全每某其有无个两三四五六七八九十几多数余等新万名家年地老小中上下前后内外于以至或并自经据报来委]"
    "|[省市县区镇乡村州]级?$|{general}",
)
_ROLE = re.compile("(由|归|设在|设于|来自|授权|委托|报请?|经|向|在|据)[一-龥]{0,2}$")
_OPENS = re.compile("(?:^|[,;:。 、]|的是)[一-龥]{0,2}$")
_AGENT = re.compile(
    "(?<![自理缘])(?:由|归(?![为于类因结属集还入]))"
    "(?![一-龥]{0,6}[推测折换计估]算)(?P<who>[一-龥]{2,8})"
)
# 由人均80元提高到120元 says from what, and 归自己 names nobody.
_FROM = re.compile("[^,;]{1,12}?[变改转升]为|[^,;]*(?:到|至|转向|变|成)")
_SELF = re.compile("自己|自身|本人|个人|其[他它]?|[他她它谁](?:们|的)?")
_PARTS = re.compile("[的了从到由向在与和及或据给对为被把是以于、,:;]|经(?![济营验费过贸信])")
_VAGUE = re.compile("^(?:相关|有关|各|所属|当地)+(?:地方|部门)?|^-")
_ADVERBS = "也则都均还仍就已将"
_MODALS = "要应须"  # 建设管理委要|会同: no part of a name
_HAN = re.compile("[一-龥]+")
EDGE = re.compile("[^一-龥0-9]|[省市县区州委家由在自向与和及对给据把被经报]")
"""Behind what a name begins."""
_PROPER = worded("sorts", "(?:{proper})$")
_WHOLE = 6  # letters of a name from the small word before it on


@dataclass(frozen=True, slots=True)
class Slot:
    """`[start, end)` of a clause and what the source has in its place.

    `before` and `behind` are the letters beside that both have, 0 where there are none, and both
    nought for two names in one role and for one that stands `alone`; `leads` and `follows` is what
    the clause has there.
    """

    start: int
    end: int
    mine: str
    theirs: str
    leads: str
    follows: str = ""
    before: int = 0
    behind: int = 0
    alone: bool = False

    @property
    def head(self) -> str:
        """The letters behind it that are told with it."""
        return self.follows[:BESIDE]

    @property
    def framed(self) -> bool:
        """True where the letters on both sides are the source's."""
        return min(self.before, self.behind) >= BESIDE

    @property
    def named(self) -> bool:
        """True for two names in one role."""
        return not self.before and not self.behind


def beside_tiles(text: str, told: str) -> Iterator[Slot]:
    """The slots that the letters beside them tell."""
    return (_slot(text, gap) for gap in gaps(text, told))


def in_roles(text: str, told: str) -> Iterator[Slot]:
    """The slots of two names of one sort and in one role."""
    for start, end, *sort in _mentions(text):
        for begin, stop, *other in _mentions(told):
            owns = text[start : start + BESIDE], told[begin : begin + BESIDE]
            alike = sort == other and (sort[1] != "-" or sort[0] in ("body", "office"))
            if alike and owns[0] != owns[1]:
                yield Slot(start, end, text[start:end], told[begin:stop], text[:start])


def alone(text: str, _told: str = "") -> Iterator[Slot]:
    """Those who do it, behind 由 or 归, whoever does it in the source; bodies with proper names."""
    for found in _AGENT.finditer(text):
        start = found.start("who")
        if not _FROM.match(text, start) and not _SELF.match(text, start):
            yield Slot(start, found.end(), found["who"], "", text[:start], alone=True)
    for start, end, *_ in _mentions(text):
        if _PROPER.search(text[start:end]):
            yield Slot(start, end, text[start:end], "", text[:start], alone=True)


def _slot(text: str, gap: Gap) -> Slot:
    """What stands at the stretch that both sides have, up to the next small word."""
    end, follows, behind = gap.start + len(gap.mine), gap.follows, gap.behind
    mine = _PARTS.split(_VAGUE.sub("", gap.mine).rstrip(_ADVERBS))
    theirs = _PARTS.split(_VAGUE.sub("", gap.theirs).rstrip(_MODALS))
    a, b = (mine[-1], theirs[-1]) if behind else (mine[0], theirs[0])
    while behind and min(len(a), len(b)) > BESIDE and a[0] == b[0]:
        a, b = a[1:], b[1:]
    start = end - len(a) if behind else gap.start
    while behind and a and b and a[-1] == b[-1]:
        follows, behind = a[-1] + follows, behind + 1
        a, b = a[:-1], b[:-1]
    return Slot(start, start + len(a), a, b, text[:start], follows, gap.before, behind)


@lru_cache(maxsize=256)
def _mentions(text: str) -> tuple[tuple[int, int, str, str], ...]:
    """Bodies, offices and places with their roles: two letters before what ends like one."""
    return tuple(
        (
            found.start(),
            found.end("end"),
            next(sort for sort in _NAMED if found[sort]),
            _role(text[: found.start()]),
        )
        for found in _MENTION.finditer(text)
        if not _GENERAL.search(found["own"])
    )


def _role(before: str) -> str:
    found = _ROLE.search(before)
    if found is not None:
        return "" if found[1] in "由归" else found[1]
    return "" if _OPENS.search(before) else "-"


def begins(slot: Slot, report: str) -> bool:
    """True for a name that begins for certain, or that the report knows."""
    run = _PARTS.split(slot.leads)[-1]
    whole = run + slot.mine
    return (
        not slot.leads
        or EDGE.match(slot.leads[-1]) is not None
        or _PROPER.search(slot.mine) is not None
        or (len(whole) <= _WHOLE and _HAN.fullmatch(whole) is not None and not has_verb(run))
        or slot.mine in report
    )


def has_verb(name: str) -> bool:
    """True for what holds a verb that governs something, and is no name."""
    return any(verb_at(name, place, len(name)) for place in range(len(name)))
