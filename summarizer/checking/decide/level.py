"""The whole of another level: 全省 told of what the source says of 全市, or of nothing but its own.

A report is of one level, and says so time and again. What it says without a level is of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault
from summarizer.checking.margins import RETOLD
from summarizer.checking.propositions import Propositions

_OWN = 3  # times that a report names the whole of its level, twice as often as any other
_WHOLE = re.compile("全(?P<level>[国省市县区州旗乡镇村])(?![场际家营有资民])")


def levels(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every whole of a level of which the sentences that may be meant have nothing."""
    own = _own(case.index.report_flat)
    for prop in said.saying(_WHOLE):
        best = prop.readings[0]
        found = _WHOLE.search(prop.words)
        if found is None or best.share < RETOLD or found["level"] == own:
            continue
        level = found["level"]
        if any(level in text for r in prop.admissible for text in (r.sentence, r.clause.lead)):
            continue
        if re.search(f"[全本我]{level}|{level}[内级]", case.scope.around_flat):
            continue
        printed = _WHOLE.search(best.sentence)
        if printed is not None and printed[0] in prop.words:
            continue
        theirs = printed[0] if printed is not None else f"全{own}" if own else ""
        if theirs:
            told = {"mine": found[0], "theirs": theirs}
            yield case.of_clause("scope_word", prop.clause, best.span, "contrast", **told)


def _own(report: str) -> str:
    """The level of which the report is, or nothing."""
    counts = Counter(found["level"] for found in _WHOLE.finditer(report)).most_common(2)
    if not counts or counts[0][1] < _OWN or (counts[1:] and counts[1][1] * 2 > counts[0][1]):
        return ""
    return counts[0][0]

