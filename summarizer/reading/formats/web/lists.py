"""Lists of a page: which number a browser prints before an item.

A list of nothing but links leads elsewhere (首页, 政务公开, …): its items are no units of a text,
and stay without a number.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer import patterns as re
from summarizer.reading.formats.blocks import Paragraph
from summarizer.reading.formats.ordinals import ordinal

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CSS = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "simp-chinese-formal": "chineseLegalSimplified",
    "cjk-decimal": "ideographDigital",
    "cjk-heavenly-stem": "ideographTraditional",
}
_IDEOGRAPHIC = ("chinese", "ideograph")
_BULLET = "* "


@dataclass(slots=True)
class Numbered:
    """An open list: its items get their numbers when it ends."""

    ordered: bool
    told: dict[str, str]
    _next: int = 1
    _step: int = 1
    _waiting: dict[str, str] | None = None
    _printed: list[tuple[Paragraph, int, str]] = field(default_factory=list)
    _late: bool = False
    _linked: bool = True

    def __post_init__(self) -> None:
        if "reversed" in self.told:
            self._step = -1
            self._late = _number(self.told.get("start")) is None
        start = _number(self.told.get("start"))
        self._next = start if start is not None else 1

    def item(self, told: dict[str, str]) -> None:
        """An item begins; the first line in it will carry the number."""
        self._waiting = told

    def mark(self, paragraph: Paragraph, *, linked: bool) -> None:
        """Keep the first line of the item that has just begun; `linked`: it is all a link."""
        self._linked = self._linked and linked
        told, self._waiting = self._waiting, None
        if told is None:
            return
        style = self._style(told)
        if style == "none":
            self._next += self._step
            return
        if not self.ordered and style is None:
            self._printed.append((paragraph, 0, _BULLET))
            return
        value = _number(told.get("value"))
        if value is not None:
            self._next = value
        self._printed.append((paragraph, self._next, style or "decimal"))
        self._next += self._step

    def close(self) -> None:
        """The list ends: a reversed one without a start counts down to 1."""
        if self._linked:
            return
        count = len(self._printed)
        for place, (paragraph, number, style) in enumerate(self._printed):
            shown = count - place if self._late else number
            mark = style if style == _BULLET else _shown(shown, style)
            paragraph.text = mark + paragraph.text

    def _style(self, told: dict[str, str]) -> str | None:
        """The number format of an item: its own, else its list's; `none` for no number."""
        for attributes in (told, self.told):
            match = _STYLE.search(attributes.get("style", ""))
            if match is not None:
                name = match[1].lower()
                return "none" if name == "none" else _CSS.get(name)
            kind = attributes.get("type")
            if kind in _TYPES and self.ordered:
                return _TYPES[kind]
        return None


def _shown(number: int, style: str) -> str:
    mark = "、" if style.startswith(_IDEOGRAPHIC) else ". "
    return f"{ordinal(number, style)}{mark}"


def _number(told: str | None) -> int | None:
    text = (told or "").strip()
    return int(text) if re.fullmatch(r"-?[0-9]{1,7}", text) else None
