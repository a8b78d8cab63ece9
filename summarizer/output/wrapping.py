"""Lines of a given width in terminal cells, broken as Chinese typesetting does.

No line begins with a closing mark or ends with an opening one; words and figures in Latin
letters and digits stay whole where they fit.
"""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, chop_cells

from summarizer import patterns as re

_OPENING = "（《〈“‘「『【〔[(｛"
_CLOSING = "，。、；：！？）》〉”’」』】〕％%…·,.;:!?)]｝"
_ATOM = re.compile(
    f"[{re.escape(_OPENING)}]{{0,4}}"
    rf"(?:[A-Za-z0-9.,:/_+\-]{{1,40}}|[^\s])?"
    f"[{re.escape(_CLOSING)}]{{0,4}}|\\s"
)
_cells = lru_cache(maxsize=8192)(cell_len)


def wrap(text: str, width: int) -> list[str]:
    """`text` as lines of at most `width` cells (never less than eight); at least one line."""
    width = max(width, 8)
    if cell_len(text) <= width:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for match in _ATOM.finditer(text):
        atom = match.group()
        cells = _cells(atom)
        if used + cells > width and line:
            lines.append(line.rstrip())
            line, used = "", 0
        if cells > width:
            *whole, atom = chop_cells(atom, width)
            lines.extend(whole)
            cells = _cells(atom)
        if line or not atom.isspace():
            line += atom
            used += cells
    if line.rstrip() or not lines:
        lines.append(line.rstrip())
    return lines
