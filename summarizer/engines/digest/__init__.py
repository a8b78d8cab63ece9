"""What a report will be quoted by, and what it leaves open: for either engine's overview.

All work from the source's anchors and the drafts of the measures, whoever wrote them; they never
raise, and their cost is linear in the figures and the points.

    kind → weights, places → ranking → chosen     the figures that a reader would quote
    unfinished                                    what is not done, only promised or a problem
"""

from __future__ import annotations

from summarizer.engines.digest.chosen import MOST_KEY_FIGURES, key_figures
from summarizer.engines.digest.kind import is_plan
from summarizer.engines.digest.ranking import Ranked, rank_figures
from summarizer.engines.digest.unfinished import open_items

__all__ = [
    "MOST_KEY_FIGURES",
    "Ranked",
    "is_plan",
    "key_figures",
    "open_items",
    "rank_figures",
]
