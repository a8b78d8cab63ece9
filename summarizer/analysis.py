"""Everything that the deterministic grammars derive from a document, in one record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from summarizer.anchors import extract_anchors
from summarizer.anchors.records import Anchors
from summarizer.facts.cells import TypedTable, typed
from summarizer.reading.document import Document
from summarizer.reading.kinds import stands
from summarizer.reading.outline import parse_outline
from summarizer.reading.outline.records import Outline, Unit


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with its outline and anchors: all that engines and checks work from.

    `tables` are those of the document with the figures of their cells; `anchors` are of the prose
    alone. `made` holds what rooms above derive from all of it once, by a name of their own.
    """

    document: Document
    outline: Outline
    anchors: Anchors
    tables: tuple[TypedTable, ...] = ()
    made: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_law(self) -> bool:
        """True for a text of norms, by its articles or its title: they are not left to do."""
        return self.outline.is_law or stands(self.document.title or "")

    def anchors_of(self, unit: Unit) -> Anchors:
        """The anchors of a unit, marker, heading and children included."""
        return self.anchors.within(unit.span)

    def unit_at(self, offset: int) -> Unit | None:
        """The innermost unit that holds an offset of the source; None outside all units."""
        held = None
        level = self.outline.units
        while level:
            inner = next((u for u in level if u.span.start <= offset < u.span.end), None)
            if inner is None:
                break
            held, level = inner, inner.children
        return held


def analyse(document: Document) -> Analysis:
    """Parse the outline of a document and find its anchors. Deterministic; never raises."""
    return Analysis(
        document=document,
        outline=parse_outline(document),
        anchors=extract_anchors(document.view, document=document),
        tables=tuple(typed(table, _year(document)) for table in document.tables),
    )


def _year(document: Document) -> int | None:
    day = document.issued_on or ""
    return int(day[:4]) if day[:4].isdecimal() else None
