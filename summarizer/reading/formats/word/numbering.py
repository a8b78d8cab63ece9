"""Automatic numbers as Word counts them (ECMA-376 Part 1, 17.9).

Lists (`num`) that share a definition (`abstractNum`) count on from each other, unless one starts
anew (`startOverride`), which it does once, where it is first used. A level starts again behind any
level above it, or behind the one that `lvlRestart` names, or never.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer import patterns as re
from summarizer.reading.formats.ordinals import ordinal
from summarizer.reading.formats.word.package import Element, W
from summarizer.reading.formats.word.styles import NumberPlace, Styles, number, value

LEVELS = 9  # of ECMA-376, 17.9.6
# Word takes 255 characters at most.
_LONGEST_TEXT = 255
_PLACEHOLDER = re.compile("%([1-9])")
_LARGEST = 1_000_000  # more is no number that is printed


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    style: str
    text: str
    legal: bool
    restart: int | None
    suffix: str
    linked: str | None


@dataclass(slots=True)
class _List:
    """The levels of a list, the counters it shares, and the levels it starts anew."""

    levels: dict[int, _Level]
    counts: list[int | None]
    anew: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of a document in their order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._lists: dict[str, _List | None] = {}
        for element in root if root is not None else ():
            if element.tag == f"{W}abstractNum":
                self._abstract.setdefault(value(element, "abstractNumId") or "", element)
            elif element.tag == f"{W}num":
                self._nums.setdefault(value(element, "numId") or "", element)

    def marker(self, properties: Element | None, style: str | None) -> str:
        """The number that Word shows before a paragraph, with what parts it from the text."""
        place = self._place(properties, style)
        known = self._list(place.number) if place.number not in (None, "0") else None
        if known is None:
            return ""
        at = place.level if place.level is not None else self._linked(known, style)
        level = known.levels.get(at)
        if level is None:
            return ""
        self._count(known, at, level)
        text = "".join(self._printed(known, at, level))
        if not text.strip():
            return ""
        if text[-1].isdecimal():
            # Only a gap parts the number from the text; blanks before a figure are not enough.
            text += "."
        return text if level.suffix == "nothing" else f"{text} "

    def _place(self, properties: Element | None, style: str | None) -> NumberPlace:
        own = properties.find(f"{W}numPr") if properties is not None else None
        inherited = self._styles.place(style)
        if own is None:
            return inherited
        told = value(own.find(f"{W}numId")) or inherited.number
        level = own.find(f"{W}ilvl")
        return NumberPlace(told, number(level, 0) if level is not None else inherited.level)

    def _linked(self, known: _List, style: str | None) -> int:
        """The level that names the paragraph's style as its own, else the first."""
        linked = {level.linked: at for at, level in known.levels.items()}
        return next((linked[name] for name in self._styles.names(style) if name in linked), 0)

    def _list(self, name: str | None) -> _List | None:
        if name is None:
            return None
        if name not in self._lists:
            self._lists[name] = self._opened(name)
        return self._lists[name]

    def _opened(self, name: str) -> _List | None:
        num = self._nums.get(name)
        key = value(num.find(f"{W}abstractNumId")) if num is not None else None
        abstract = self._abstract.get(key or "")
        if num is None or key is None or abstract is None:
            return None
        link = value(abstract.find(f"{W}numStyleLink"))
        if link is not None:
            # The levels are those of the list that the numbering style uses.
            other = self._nums.get(self._styles.place(link).number or "")
            target = value(other.find(f"{W}abstractNumId")) if other is not None else None
            if target in self._abstract and target != key:
                abstract = self._abstract[target]
        levels = dict(_levels(abstract))
        anew: dict[int, int] = {}
        for override in num.findall(f"{W}lvlOverride"):
            at = (
                int(value(override, "ilvl") or 0)
                if (value(override, "ilvl") or "0").isdecimal()
                else 0
            )
            levels.update(_levels(override))
            start = override.find(f"{W}startOverride")
            if start is not None:
                anew[at] = number(start, 1)
        counts = self._counts.setdefault(key, [None] * LEVELS)
        return _List(levels, counts, anew)

    def _count(self, known: _List, at: int, level: _Level) -> None:
        counts = known.counts
        if at in known.anew:
            counts[at] = known.anew.pop(at)
        else:
            before = counts[at]
            counts[at] = level.start if before is None else min(before + 1, _LARGEST)
        for above in range(at):
            # A level that was skipped shows, and counts as, its first number.
            if counts[above] is None:
                counts[above] = known.levels[above].start if above in known.levels else 1
        for below in range(at + 1, LEVELS):
            restart = known.levels[below].restart if below in known.levels else None
            # `restart` is counted from 1: behind the level of that number, and those above it.
            if restart is None or (restart and at < restart):
                counts[below] = None

    @staticmethod
    def _printed(known: _List, at: int, level: _Level) -> Iterator[str]:
        end = 0
        for match in _PLACEHOLDER.finditer(level.text):
            yield level.text[end : match.start()]
            end = match.end()
            place = int(match[1]) - 1
            if place > at or place not in known.levels:
                continue
            style = known.levels[place].style
            count = known.counts[place]
            shown = "decimal" if level.legal and style != "none" else style
            yield ordinal(count if count is not None else known.levels[place].start, shown)
        yield level.text[end:]


def _levels(parent: Element) -> Iterator[tuple[int, _Level]]:
    for definition in parent.findall(f"{W}lvl"):
        at = value(definition, "ilvl") or ""
        if len(at) != 1 or at not in "012345678":
            continue
        style = value(definition.find(f"{W}numFmt")) or "decimal"
        text = (value(definition.find(f"{W}lvlText")) or "")[:_LONGEST_TEXT]
        restart = definition.find(f"{W}lvlRestart")
        yield (
            int(at),
            _Level(
                start=number(definition.find(f"{W}start"), 0),
                style=style,
                # A bullet is no marker; the text behind it says what it is.
                text="" if style == "bullet" else text,
                legal=definition.find(f"{W}isLgl") is not None,
                restart=number(restart, 0) if restart is not None else None,
                suffix=value(definition.find(f"{W}suff")) or "tab",
                linked=value(definition.find(f"{W}pStyle")),
            ),
        )
