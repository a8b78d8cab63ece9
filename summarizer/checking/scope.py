"""What a statement may speak of: its unit, and what frames the unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer import patterns as re
from summarizer.anchors.records import Anchors
from summarizer.facts.records import Clause, Fact
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range


@dataclass(frozen=True, slots=True)
class Frame:
    """The headings, problems and running text above a unit, the title and the lead paragraph."""

    anchors: Anchors
    flat: str
    facts: Sequence[Fact]
    clauses: Sequence[Clause]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a statement may speak of: `own` is the unit itself, `around` what frames it.

    `around` holds the headings, problems and running text of the units above, the report's title
    and its lead paragraph. For the whole report (`unit` None) it is empty.
    """

    unit: Unit | None
    span: Range
    own: Anchors
    around: Anchors
    own_flat: str
    around_flat: str
    facts: Sequence[Fact]
    frame_facts: Sequence[Fact]
    clauses: Sequence[Clause]
    frame_clauses: Sequence[Clause]

    @property
    def texts(self) -> tuple[str, str]:
        """The flattened text of the unit, and of its frame."""
        return self.own_flat, self.around_flat

    def states(self, flat_text: str) -> bool:
        """True where the unit or its frame holds this flattened text literally."""
        return flat_text in self.own_flat or flat_text in self.around_flat

    def tells(self, flat_text: str) -> bool:
        """True where the text stands there as whole clauses: 65% is not told by 65%以上."""
        return stands_whole(flat_text, self.own_flat) or stands_whole(flat_text, self.around_flat)


_TRIES = 20  # places looked at; a text that stands inside others so often is a mere word
_EDGE = frozenset(',.:;!?。，；：！？\n()"')
_MARKER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[是要、]|第[一二三四五六七八九十]|[)\d.、①-⑳])$"
)


def stands_whole(part: str, whole: str) -> bool:
    """True where `part` stands in `whole` between the edges of clauses or after a marker."""
    place = whole.find(part)
    for _ in range(_TRIES):
        if place < 0:
            return False
        end = place + len(part)
        before = whole[max(0, place - 4) : place]
        if (end == len(whole) or whole[end] in _EDGE) and (
            not before or before[-1] in _EDGE or _MARKER.search(before)
        ):
            return True
        place = whole.find(part, place + 1)
    return False
