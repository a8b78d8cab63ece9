"""Escaping: everything from a report or a model passes through here before it reaches a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from summarizer.models import Span

# HTML has no place for these characters, and parsers replace or drop them in ways that differ.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def text(value: str) -> str:
    """`value` as HTML text or attribute content."""
    return escape(_FORBIDDEN.sub("\ufffd", value), quote=True)


def element(tag: str, content: str, *, classes: str = "", **attributes: str) -> str:
    """An element around `content`, which is HTML already; attribute values are escaped here."""
    parts = [f' class="{text(classes)}"'] if classes else []
    parts += [f' {name.replace("_", "-")}="{text(value)}"' for name, value in attributes.items()]
    return f"<{tag}{''.join(parts)}>{content}</{tag}>"


def chip(label: str, kind: str = "") -> str:
    """A small label."""
    return element("span", text(label), classes=f"chip {kind}".strip())


def place(span: Span) -> str:
    """The name of a place in the source, shared by links and marks."""
    return f"{span.start}-{span.end}"


def link(content: str, *, unit: str = "", span: Span | None = None, classes: str = "ref") -> str:
    """A button that shows a unit or a place in the source; `content` is HTML already."""
    attributes = {"data_go": "1", "type": "button"}
    if unit:
        attributes["data_u"] = unit
    if span is not None:
        attributes["data_s"] = place(span)
    return element("button", content, classes=classes, **attributes)


def rows(items: Iterable[str]) -> str:
    """A row of chips or links; nothing where there are none."""
    content = "".join(items)
    return element("div", content, classes="row") if content else ""
