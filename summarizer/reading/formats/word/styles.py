"""Styles of a Word file: whether text is hidden or struck out, and which number it has."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.reading.formats.word.package import Element, W

# Properties of a run that take it off the page; each can be switched off again further in.
_GONE = tuple(f"{W}{name}" for name in ("vanish", "webHidden", "strike", "dstrike"))
_OFF = frozenset({"0", "false", "off"})
_LONGEST_CHAIN = 64  # styles above one another; bounds the work


def value(element: Element | None, name: str = "val") -> str | None:
    """The attribute `w:name` of an element, None without one."""
    return element.get(f"{W}{name}") if element is not None else None


def number(element: Element | None, default: int) -> int:
    """The attribute `w:val` as a number; the default where it is none or absurd."""
    try:
        return int(value(element) or "")
    except ValueError:
        return default


@dataclass(slots=True)
class Switches:
    """The switches of a run, and its own place in the number of its paragraph."""

    on: dict[str, bool] = field(default_factory=dict)

    def with_properties(self, properties: Element | None) -> Switches:
        """These switches as properties further in set them."""
        if properties is None:
            return self
        on = dict(self.on)
        for child in properties:
            if child.tag in _GONE:
                on[child.tag] = value(child) not in _OFF
        return Switches(on)

    @property
    def hidden(self) -> bool:
        return any(self.on.get(tag, False) for tag in _GONE[:2])

    @property
    def gone(self) -> bool:
        return any(self.on.values())


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """A paragraph's place in a list: the list's id and the level, from 0; None is not said."""

    number: str | None = None
    level: int | None = None


class Styles:
    """The styles of a file by their ids, with what they inherit; a circle ends where it closes."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default: str | None = None
        self._base = Switches()
        self._known: dict[str, Switches] = {}
        for style in root.iter(f"{W}style") if root is not None else ():
            name = value(style, "styleId")
            if name is None:
                continue
            self._styles.setdefault(name, style)
            paragraph = style.get(f"{W}type") == "paragraph"
            if paragraph and style.get(f"{W}default") not in (None, *_OFF):
                self._default = name
        if root is not None:
            self._base = self._base.with_properties(root.find(f"{W}docDefaults/*/{W}rPr"))

    def chain(self, name: str | None) -> list[Element]:
        """A style and those it is based on, itself first."""
        found: list[Element] = []
        seen: set[str] = set()
        while name is not None and name not in seen and len(found) < _LONGEST_CHAIN:
            seen.add(name)
            style = self._styles.get(name)
            if style is None:
                break
            found.append(style)
            name = value(style.find(f"{W}basedOn"))
        return found

    def switches(self, name: str | None, base: Switches | None = None) -> Switches:
        """The switches of a style's text, over those of what it stands in."""
        if base is None:
            key = name or ""
            if key not in self._known:
                self._known[key] = self._over(name or self._default, self._base)
            return self._known[key]
        return self._over(name, base)

    def _over(self, name: str | None, base: Switches) -> Switches:
        for style in reversed(self.chain(name)):
            base = base.with_properties(style.find(f"{W}rPr"))
        return base

    def place(self, name: str | None) -> NumberPlace:
        """The list that a paragraph's style puts it in."""
        found, level = None, None
        for style in self.chain(name or self._default):
            properties = style.find(f"{W}pPr/{W}numPr")
            if properties is None:
                continue
            if level is None and properties.find(f"{W}ilvl") is not None:
                level = number(properties.find(f"{W}ilvl"), 0)
            found = found or value(properties.find(f"{W}numId"))
            if found is not None:
                break
        return NumberPlace(found, level)

    def names(self, name: str | None) -> list[str]:
        """The ids of a style and of those it is based on."""
        return [value(style, "styleId") or "" for style in self.chain(name or self._default)]
