"""The open elements of a page, with the ends that HTML lets a writer leave out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.errors import InputError


def names(text: str) -> frozenset[str]:
    """The tags of a list in words."""
    return frozenset(text.split())


BLOCKS = names(
    "address article aside blockquote body center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend "
    "li main menu nav ol p pre search section summary table caption thead "
    "tbody tfoot tr td th ul title"
)
_HEAD = names("html head title meta link script style base noscript template")
# A start tag ends an open element of these names, unless one of the walls stands between.
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "td", "th", "table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "td", "th", "table"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "td", "th", "table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select", "datalist"})),
}
for _part in ("thead", "tbody", "tfoot"):
    _CLOSES[_part] = (frozenset({"thead", "tbody", "tfoot", "tr"}), frozenset({"table"}))
_PARAGRAPH = (frozenset({"p"}), frozenset({"td", "th", "table", "caption", "button"}))
_WALLS = frozenset({"td", "th", "table", "caption"})
_TABULAR = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})
# More elements are open only where none is ever closed (a browser keeps 512); further inline ones
# say nothing new, a cell or a hidden part not counted would end another one too early.
_DEEPEST = 2000


@dataclass(frozen=True, slots=True)
class Open:
    """An open element: not shown, with its white space kept, printed above the line, a link."""

    tag: str
    hidden: bool = False
    kept: bool = False
    above: bool = False
    linked: bool = False


class Stack:
    """The open elements, outermost first."""

    def __init__(self) -> None:
        self._open = [Open("")]
        # How many of each tag are open: what is not open is not looked for.
        self._count: Counter[str] = Counter()

    @property
    def top(self) -> Open:
        return self._open[-1]

    def push(self, element: Open) -> None:
        if len(self._open) < _DEEPEST:
            self._open.append(element)
            self._count[element.tag] += 1
        elif element.tag in _TABULAR or element.hidden:
            raise InputError(f"elements nested more than {_DEEPEST} deep")

    def closed_by(self, tag: str) -> Iterator[Open]:
        """The elements that the start of another ends, innermost first."""
        if tag not in _HEAD and self._count["head"]:
            yield from self._pop_to(frozenset({"head"}), frozenset())
        names, walls = _CLOSES.get(tag, (frozenset(), frozenset()))
        if names:
            yield from self._pop_to(names, walls)
        if tag in BLOCKS:
            yield from self._pop_to(*_PARAGRAPH)

    def ended(self, tag: str) -> Iterator[Open]:
        """The elements that an end tag ends, innermost first; none where none is open."""
        place = self._find(tag)
        if place is None:
            return
        if tag not in BLOCKS and any(e.tag in BLOCKS for e in self._open[place + 1 :]):
            # <b><p></b>: the end of an inline element does not end the blocks inside it.
            yield self._pop(place)
            return
        while len(self._open) > place:
            yield self._pop()

    def all(self) -> Iterator[Open]:
        """Everything that is still open, innermost first."""
        while len(self._open) > 1:
            yield self._pop()

    def _pop(self, place: int = -1) -> Open:
        element = self._open.pop(place)
        self._count[element.tag] -= 1
        return element

    def _find(self, tag: str) -> int | None:
        if not self._count[tag]:
            return None
        walls = frozenset({"table"}) if tag in _TABULAR and tag != "table" else _WALLS
        for place in range(len(self._open) - 1, 0, -1):
            found = self._open[place].tag
            if found == tag:
                return place
            if found in walls and tag != "table":
                return None
        return None

    def _pop_to(self, names: frozenset[str], walls: frozenset[str]) -> Iterator[Open]:
        if not any(self._count[name] for name in names):
            return
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag in names:
                while len(self._open) > place:
                    yield self._pop()
                return
            if self._open[place].tag in walls:
                return
