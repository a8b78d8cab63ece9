"""A degree that the statement's own figure speaks against: 略有下降 by 51.3%, 大幅增长 by 2%.

What the source itself calls so is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checking.case import Case
from summarizer.checking.equality import flat
from summarizer.checking.findings import Fault, Grade
from summarizer.spans import Range
from summarizer.words import worded

_SLIGHT = 10  # per cent: of 2,525 right statements none calls more than 3.7 slight
_STEEP = 3  # none calls less than 11.2 steep; the three faults of degree have 51.3, 2 and 0.1
_CALLED = worded(
    "changes",
    "(?P<called>(?:(?P<slightly>{slightly})|(?P<steeply>{steeply}))(?:有所)?(?:(?P<up>{rose})|(?P<down>{fell})))"
    "(?:[^。;!?%但却而]{0,30}?(?:(?P<too_up>{rose})|(?P<too_down>{fell})))?"
    "[约近超过了达逾]{0,3}(?P<rate>\\d+(?:\\.\\d+)?)%",
)


def degrees(case: Case) -> Iterator[Fault]:
    """Every change that is called slight or steep beside a rate that is not."""
    text = case.statement.text
    for found in _CALLED.finditer(text):
        rate = float(found["rate"])
        far = rate >= _SLIGHT if found["slightly"] else rate <= _STEEP
        turned = (found["up"] and found["too_down"]) or (found["down"] and found["too_up"])
        if not far or turned or case.scope.states(flat(found["called"])):
            continue
        claim = (found[0], Range(*found.span()))
        yield case.says(
            "degree", Grade.DOUBTFUL, claim, "degree_of_own", details={"mine": found["called"]}
        )
