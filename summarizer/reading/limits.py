"""How much of a file is read, so that none can take the machine.

Parsers of foreign formats run in a process of their own (`formats.child`) under `seconds` and
`memory`; the other limits are counted by the readers themselves and named in their messages.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

MEGABYTE = 1 << 20  # bytes; limits are given in MB


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for one file; `times` raises all of them alike.

    `seconds` of processor time: a PDF of 10,000 pages takes under 60 on a slow core. `memory` in
    MB of address space: a Word file of 100 MB of XML takes 700. `unpacked` in MB of one part of a
    .docx: the text of 20 million characters is 100. `paragraphs` of a file: a report of 60,000
    characters has 400, a yearbook 40,000. `depth` of nested elements.
    `size` in MB of a file of any kind: a text of 50 takes 1,500 in memory, a yearbook of scanned
    pages is 300; a sparse file claims any size and takes no room.
    """

    seconds: int = 120
    memory: int = 2048
    unpacked: int = 128
    paragraphs: int = 200_000
    depth: int = 256
    size: int = 512

    def times(self, factor: float) -> Limits:
        """All limits multiplied by a factor."""
        return Limits(*(max(1, int(value * factor)) for value in astuple(self)))
