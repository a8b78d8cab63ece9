"""What each clause is worth in a summary, and which other clauses it cannot be told without."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.engines.extractive import cues
from summarizer.engines.extractive.clauses import Clause, balanced, sound
from summarizer.engines.extractive.scope import Scope
from summarizer.engines.extractive.shorten import shorten

UNFIT = -100.0
_MAX_REACH = 3
_POINTLESS = 4.0  # what points back to something outside of the unit
_HOLLOW = 3.0  # what is told under a head of set phrases


class Marks(NamedTuple):
    """Positions, in the text of the clauses, of what a summary should carry; sorted.

    `figures` are (start, reach): `reach` is where the label or period starts that the figure must
    not be parted from. `titles` are starting positions.
    """

    figures: Sequence[tuple[int, int]] = ()
    titles: Sequence[int] = ()


class Scored(NamedTuple):
    """A clause, its words and the mark after it as printed, its worth, and what it needs.

    `needs` are the indices of the clauses it must come with.
    A worth of `UNFIT` marks heads, which are told only together with what they govern. `leading`
    is true for the first clause of a sentence that is no head; `figures` counts its figures.
    """

    clause: Clause
    text: str
    stop: str
    score: float
    needs: tuple[int, ...]
    leading: bool
    figures: int


def score_clauses(clauses: Sequence[Clause], view: str, printed: str, marks: Marks) -> list[Scored]:
    """Score the clauses of `view`; `printed` are the source's own characters, same length."""
    scope = Scope()
    scored: list[Scored] = []
    figure = title = 0
    last = len(clauses) - 1
    certain = "\n" not in view and sound(view)
    for index, clause in enumerate(clauses):
        text = view[clause.start : clause.end]
        scope.enter(clause)
        first_figure, first_title, reach = figure, title, clause.start
        while figure < len(marks.figures) and marks.figures[figure][0] < clause.end:
            reach = min(reach, marks.figures[figure][1])
            figure += 1
        while title < len(marks.titles) and marks.titles[title] < clause.end:
            title += 1
        figures, titles = figure - first_figure, title - first_title
        words = printed[clause.start : clause.end]
        stop = printed[clause.stop_at] if clause.stop else ""
        if scope.head(index, text, clause, figures) or not (certain or balanced(text)):
            scored.append(Scored(clause, shorten(words), stop, UNFIT, (), False, figures))
        else:
            needs = scope.needs(index, text, figures)
            if reach < clause.start:
                needs |= _covering(clauses, index, reach)
            if index < last and clauses[index + 1].sentence == clause.sentence:
                following = clauses[index + 1]
                if cues.CONTRAST.match(view, following.start):
                    needs.add(index + 1)
            leading = scope.take_lead()
            hollow = bool(needs) and any(low < index and _hollow(scored[low]) for low in needs)
            worth = _worth(text, figures, titles, leading, index, clause.stop == "\n")
            worth -= _HOLLOW if hollow else 0.0
            if index == 0 and cues.DEMONSTRATIVE.match(text):
                worth -= _POINTLESS
            scored.append(
                Scored(clause, shorten(words), stop, worth, tuple(sorted(needs)), leading, figures)
            )
        scope.leave(clause)
    return scored


def _hollow(head: Scored) -> bool:
    return head.score <= UNFIT and cues.BOILERPLATE.search(head.text) is not None


def _covering(clauses: Sequence[Clause], index: int, reach: int) -> set[int]:
    """The clause of the same sentence that holds `reach`, looking back a few clauses."""
    for low in range(index - 1, max(index - 1 - _MAX_REACH, -1), -1):
        if clauses[low].sentence != clauses[index].sentence:
            break
        if clauses[low].start <= reach:
            return {low} if reach < clauses[low].end else set()
    return set()


def _worth(text: str, figures: int, titles: int, leading: bool, index: int, unended: bool) -> float:
    worth = -min(index, 20) * 0.05 - max(len(text) - 30, 0) * 0.03
    if figures:
        worth += 2.0 + 0.6 * min(figures - 1, 3)
    action = cues.ACTION.search(text) is not None
    if titles:
        worth += 1.5 if action else 0.3
    if action:
        worth += 1.0
    if cues.CONCRETE_START.match(text):
        worth += 0.6
    if cues.RESULT.search(text):
        worth += 2.8 if cues.STRONG_RESULT.search(text) else 0.7
    if leading:
        worth += 0.6
    if unended:
        worth -= 2.5
    if cues.PURPOSE.match(text):
        worth -= 0.5 if figures or titles else 1.6
    if cues.BOILERPLATE.search(text):
        worth -= 1.0 if cues.CONCRETE_START.match(text) else 4.5
    if not figures and (len(text) < 7 or cues.SLOGAN.match(text)):
        worth -= 1.5
    return worth
