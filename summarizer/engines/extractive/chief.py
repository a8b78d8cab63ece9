"""What stands for a section that tells no result: its chief rule, or what it says first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from summarizer import patterns as re
from summarizer.engines.base import PointDraft
from summarizer.engines.extractive import rules
from summarizer.engines.extractive.lines import CELLS, HEADLINE, cells
from summarizer.engines.extractive.measures import POINT_LIMIT
from summarizer.engines.extractive.parts import Weigher
from summarizer.engines.extractive.scoring import pairs
from summarizer.engines.extractive.topics import verbless
from summarizer.reading.outline.records import Unit

MEASURED = -0.7  # a rate of change by itself
TELLS = -0.5  # beside a heading; counts below ten, meetings and papers are worth less
_ECHO = 0.4  # of a clause's pairs of characters: what the heading has said with as many is no news
_BEGINS, _ENDS = "。；;", "。；;，,"  # around a clause that is whole; 、 goes on with a list
# A term, a frequency, the day from which something holds.
_TERM = re.compile(
    r"[\d一二三四五六七八九十百两]{1,4}(?:个?工作日|[日天]|个?月|小时|年)[之以]?内|每[^,，]{1,8}[次回]|小时|起施行|到20\d\d年"
)
# A time alone, or how it is reckoned: 每满24小时，为1日.
_ONLY_TIME = re.compile(
    r"(?:每满?|[满在自从]|不足|超过)?[\d一二三四五六七八九十百两]{1,4}(?:个?工作日|[日天]|个?月|小时|年)[之以]?[内上下前后]?"
    r"(?:[,，]为[^,，]{1,6})?"
)
_COSTS = 1.0  # a fine says less of a part than what it is for


def chief_rule(
    unit: Unit,
    subject: str,
    points: Sequence[PointDraft],
    weigher: Weigher,
    told: Collection[str],
) -> str:
    """What a part of a plan or law under a bare topic sets: a target, a term, a duty."""
    room = HEADLINE - len(subject) - 1
    wide = CELLS - cells(subject) - 2
    parts = [
        (part.start, part.text, part.rows)
        for point in points
        for part in weigher.parts(point, room)
    ]
    if weigher.is_law:  # whose articles of one sentence have it for a heading
        parts += [(leaf.span.start, leaf.heading or "", ()) for leaf in unit.walk() if leaf.is_leaf]
    found: list[tuple[float, int, str]] = []
    for start, text, rows in parts:
        told_of = any(row.of_its_kind >= MEASURED for row in rows)
        sets = 2.0 if told_of or _TERM.search(text) else 0.0
        norm = rules.NORM.search(text) or rules.RULE.search(text)
        sets += 1.0 if weigher.is_law and norm else 0.0
        known = subject in text[1:] or any(text in line for line in told)
        known = known or _ONLY_TIME.fullmatch(text) is not None or text.endswith("的")
        if not sets or known or len(text) > room or cells(text) > wide:
            continue
        worth = sets + max((row.worth for row in rows if row.worth > 0), default=0.0)
        costs = _COSTS if rules.is_penal(text) else 0.0
        found.append((-worth + costs, start, text))
    return min(found)[2] if found else ""


def main_action(
    heading: str,
    subject: str,
    points: Sequence[PointDraft],
    weigher: Weigher,
    told: Collection[str],
) -> str:
    """What a section without parts of its own says first of how its matter is done.

    Empty where it tells that in figures: something beside them would be a trifle.
    """
    rows = [
        row for point in points for part in weigher.parts(point, POINT_LIMIT) for row in part.rows
    ]
    if any(row.of_its_kind > TELLS for row in rows):
        return ""
    room = HEADLINE - len(subject) - 1
    wide = CELLS - cells(subject) - 2
    found: list[tuple[float, int, str]] = []
    for point in points:
        for part in weigher.parts(point, room):
            text = part.text
            before, _, behind = point.text.partition(text)
            whole = before[-1:] in _BEGINS and behind[:1] in _ENDS and not text.endswith("等")
            words = pairs(text)
            echo = len(words & pairs(heading)) >= _ECHO * len(words)
            known = echo or text in subject or any(text in line for line in told)
            alone = whole and not known and not verbless(text)
            if alone and cells(text) <= wide:
                found.append((-part.worth, part.start, text))
    return min(found)[2] if found else ""
