"""Quotations: “…”, nested or with straight or corner marks; the text without its outer marks.

GB/T 15834-2011, 4.8: “” outside, ‘’ inside; straight and corner marks are what files hold instead.
"""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.anchors.brackets import Pair
from summarizer.anchors.columns import Columns
from summarizer.anchors.records import Quotation
from summarizer.reading.document import View


def find_quotations(view: View, pairs: Iterable[Pair]) -> Columns[Quotation]:
    """Every quotation, the nested ones too, sorted by position."""
    return Columns(
        Quotation,
        (
            (view.source(pair.start, pair.end), (view.printed[pair.start + 1 : pair.end - 1],))
            for pair in pairs
            if pair.kind == "quotation" and pair.end - pair.start > 2
        ),
    )
