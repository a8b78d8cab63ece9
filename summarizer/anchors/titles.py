"""Titles of documents: 《…》, with the titles nested in them (〈…〉 or 《…》).

GB/T 15834-2011, 4.15, asks for 〈〉 inside 《》; reports print 《》 inside 《》 too.
"""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.anchors.brackets import Pair
from summarizer.anchors.records import Title
from summarizer.reading.document import View


def find_titles(view: View, pairs: Iterable[Pair]) -> tuple[Title, ...]:
    """The outermost titles, as printed; a lone 〈…〉 outside 《》 is no title."""
    titles: list[Title] = []
    outer: Pair | None = None
    inner: list[str] = []
    for pair in [pair for pair in pairs if pair.kind == "title"]:
        if outer is not None and pair.start < outer.end:
            inner.append(f"《{view.printed[pair.start + 1 : pair.end - 1]}》")
            continue
        if outer is not None:
            titles.append(_title(view, outer, inner))
        outer, inner = (pair if pair.mark == "《" and pair.end - pair.start > 2 else None), []
    if outer is not None:
        titles.append(_title(view, outer, inner))
    return tuple(titles)


def _title(view: View, pair: Pair, inner: list[str]) -> Title:
    return Title(
        span=view.source(pair.start, pair.end),
        text=view.printed[pair.start : pair.end],
        inner=tuple(inner),
    )
