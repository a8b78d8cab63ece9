"""What a section is made of, by the headings of its parts: 应急保障：粮食储备、通信保障等."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from summarizer import patterns as re
from summarizer.engines.extractive.clauses import balanced
from summarizer.engines.extractive.lines import (
    CELLS,
    HEADLINE,
    SHORTEST,
    cells,
    matter,
    short_clauses,
)
from summarizer.engines.extractive.scoring import pairs
from summarizer.reading.outline.records import Unit

_FEWEST = 2  # of one part among others nobody can tell how far it stands for the others
_LONGEST = 30  # characters: a longer heading is a sentence, and its last clause no name
_ALIKE = 2  # characters that all begin with or end in are a word, and tell no part from the others
_ECHO = 0.5  # of a name's pairs of characters: what the section's heading has said is no part
_OPENS = re.compile(r"(?:[如以]下|下列)[^,，]*$|包括$|为$|如下$")
_MORE = "等"


def contents(unit: Unit, subject: str) -> str:
    """The parts of a section by name, as many as fit a line behind its subject.

    等 stands for those that have no room or no heading. What all begin with is left out, what all
    end in told once: 甲、乙等收支情况. Empty where fewer than two of several can be named.
    """
    found = (name for child in unit.children if (name := _name(child, subject)))
    named = list(dict.fromkeys(found))
    if len(named) == len(unit.children) == 1:
        fits = len(subject) + 1 + len(named[0]) <= HEADLINE
        return named[0] if fits and cells(subject) + 2 + cells(named[0]) <= CELLS else ""
    if len(named) < _FEWEST:
        return ""
    before, behind = _begin(named), _begin(name[::-1] for name in named)[::-1]
    before, behind = (
        part if len(part) >= _ALIKE and min(map(len, named)) >= len(part) + SHORTEST else ""
        for part in (before, behind)
    )
    parted = [name.removeprefix(before).removesuffix(behind) for name in named]
    if all(map(balanced, (*parted, behind))):
        named = parted
    else:
        behind = ""
    for count in range(len(named), _FEWEST - 1, -1):
        more = "" if count == len(unit.children) else _MORE
        text = "、".join(_shortest_first(named, count)) + more + behind
        if len(subject) + 1 + len(text) <= HEADLINE and cells(subject) + 2 + cells(text) <= CELLS:
            return text
    return ""


def _begin(names: Iterable[str]) -> str:
    """What all of them begin with."""
    alike = takewhile(lambda column: len(set(column)) == 1, zip(*names, strict=False))
    return "".join(column[0] for column in alike)


def _shortest_first(named: list[str], count: int) -> list[str]:
    """`count` of the names in their order: the first one, then those that take least room."""
    places = sorted(range(1, len(named)), key=lambda place: len(named[place]))
    return [named[place] for place in sorted((0, *places[: count - 1]))]


def _name(child: Unit, subject: str) -> str:
    """What names a part: the last clause of its heading or problem; empty where there is none."""
    heading = matter(child.problem or child.heading or "")
    clauses = short_clauses(heading, _LONGEST) if len(heading) <= _LONGEST else []
    if not clauses or _OPENS.search(heading):
        return ""
    name, words = clauses[-1], pairs(clauses[-1])
    return "" if len(words & pairs(subject)) > _ECHO * len(words) else name
