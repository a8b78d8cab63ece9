"""The labelled reports, and the form in which outlines of rewritten texts are compared."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from summarizer.reading import Document, read
from summarizer.reading.characters import fold
from summarizer.reading.outline import parse_outline

DATA = Path(__file__).parent.parent / "data"
NAMES = ("chengzhong-2025", "kuiwen-2020", "xining-2025")


def path(name: str) -> Path:
    return DATA / "reports" / f"{name}.txt"


@cache
def document(name: str) -> Document:
    return read(path(name))


@cache
def labels(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        (DATA / "labels" / f"{name}.json").read_text(encoding="utf-8")
    )
    return loaded


@cache
def paragraphs(name: str) -> tuple[str, ...]:
    """The report's own paragraphs, as printed, without furniture and line breaks."""
    return tuple(document(name).view.printed.split("\n"))


def canonical(document: Document) -> list[tuple[object, ...]]:
    """The outline with every text in half-width forms and without white space."""

    def plain(text: str | None) -> str | None:
        return None if text is None else re.sub(r"\s", "", fold(text))

    return [
        (
            unit.id,
            unit.level,
            plain(unit.marker),
            unit.inline,
            plain(unit.heading),
            plain(unit.problem),
            unit.plan,
            plain(document.normalised(unit.span)),
        )
        for unit in parse_outline(document).walk()
    ]
