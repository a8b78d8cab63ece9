"""Escaping: everything from a report or a model passes through here before it reaches a page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from summarizer import patterns as re
from summarizer.models import Span
from summarizer.output.phrases import clean

# HTML has no place for these characters, and parsers replace or drop them in ways that differ.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
# A mark that reorders what follows it does so within its own element only.
_REORDERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def text(value: str) -> str:
    """`value` as HTML text or attribute content."""
    return escape(_FORBIDDEN.sub("\ufffd", value), quote=True)


def line(value: str) -> str:
    """`value` on one line without control or reordering characters, as HTML text."""
    return text(clean(value))


def whole(value: str) -> str:
    """Every character of `value` as HTML text, those that reorder kept to themselves."""
    return _REORDERING.sub(r"<bdi>\g<0></bdi>", text(value))


def element(tag: str, content: str, *, classes: str = "", **attributes: str) -> str:
    """An element around `content`, which is HTML already; attribute values are escaped here."""
    parts = [f' class="{text(classes)}"'] if classes else []
    parts += [
        f' {name.rstrip("_").replace("_", "-")}="{text(value)}"'
        for name, value in attributes.items()
    ]
    return f"<{tag}{''.join(parts)}>{content}</{tag}>"


def badge(label: str, kind: str = "") -> str:
    """A small label."""
    return element("span", line(label), classes=f"badge {kind}".strip())


def place(span: Span) -> str:
    """The name of a place in the source, shared by links and marks."""
    return f"{span.start}-{span.end}"


def to_place(content: str, span: Span, *, classes: str = "fig", **attributes: str) -> str:
    """A link to a place in the source; `content` is HTML already."""
    return element("a", content, classes=classes, href=f"#f-{place(span)}", **attributes)


def to_unit(unit: str, *, classes: str = "id") -> str:
    """A link to a unit by its id; nothing without one."""
    return element("a", text(unit), classes=classes, href=f"#{unit}") if unit else ""


def linked(
    value: str,
    units: Iterable[str],
    page: str = "",
    most: int | None = None,
    more: str = "",
) -> str:
    """`value` as a line of HTML, each unit that it names a link to it; the others stand behind it.

    `page` is the address of the page that has the units, `most` how many of the others are told,
    `more` the word that says that there are others.
    """
    told = line(value)
    behind = []
    for unit in dict.fromkeys(filter(None, units)):
        link = element("a", text(unit), classes="id", href=f"{page}#{unit}")
        named = re.search(rf"(?<![0-9.#>-]){re.escape(text(unit))}(?![0-9.<-])", told)
        if named is None:
            behind.append(link)
        else:
            told = told[: named.start()] + link + told[named.end() :]
    cut = [text(more)] if most is not None and len(behind) > most else []
    return " ".join([told, *behind[:most], *cut])


def items(parts: Iterable[str], *, classes: str = "", tag: str = "ul") -> str:
    """A list of parts, each HTML already; nothing where there are none."""
    content = "".join(element("li", part) for part in parts)
    return element(tag, content, classes=classes) if content else ""
