"""Planning: the tasks of one report."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.anchors.records import Figure
from summarizer.engines.llm.tasks.keys import TaskKeys, digest
from summarizer.engines.llm.tasks.pieces import pieces
from summarizer.engines.llm.tasks.points import MOST_POINTS, POINT_LENGTH, points_for
from summarizer.engines.llm.tasks.task import Anchor, Issue, SummaryTask
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range

_MOST_FIGURES = 60
"""Figures without a label in one part of a unit, so that the answer can name all of them."""
_SECTION_ANSWER = 100
"""Tokens of a section's headline and summary."""
_OVERVIEW_ANSWER = 150  # tokens of 150 characters of Chinese
# A figure of a whole says so before it.
_TOTAL = re.compile(r"(?:共|总|合计|累计|全部|总计|一共)[^，。；、,;\d]{0,8}$")
_TOTAL_REACH = 12  # 合计, 共 and a unit's name stand so near their total


class TaskPlanner:
    """Makes the tasks of one report. `budget` bounds the tokens of source in one of them."""

    def __init__(self, analysis: Analysis, keys: TaskKeys, budget: int) -> None:
        self._analysis = analysis
        self._keys = keys
        self._budget = budget
        self.issue = issue_of(analysis)

    def units(self) -> dict[str, tuple[SummaryTask, ...]]:
        """By leaf id, in reading order: one task, or several where the leaf is oversized."""
        return {
            unit.id: tuple(self._parts(unit, _context(path)))
            for unit, path in walk_with_paths(self._analysis.outline.units)
            if unit.is_leaf
        }

    def sections(self) -> list[SummaryTask]:
        """A task for every unit that says more than its only child, in reading order."""
        document = self._analysis.document
        found = []
        for unit, path in walk_with_paths(self._analysis.outline.units):
            if unit.is_leaf or repeats_its_child(unit):
                continue
            context = _context(path)
            whole = document.printed(Range(unit.marker_span.end, unit.span.end))
            found.append(
                SummaryTask(
                    key=self._key("section", *context, digest(whole)),
                    kind="section",
                    unit_id=unit.id,
                    text=self._own(unit),
                    context=context,
                    span=unit.span,
                    issue=self.issue,
                    heading=_heading(unit),
                    problem=_problem(unit),
                    members=tuple(below.id for below in unit.walk() if below.is_leaf),
                    answer_tokens=_SECTION_ANSWER,
                )
            )
        return found

    def overview(self) -> SummaryTask:
        """The task of the whole report."""
        document, outline = self._analysis.document, self._analysis.outline
        texts = [document.printed(unit.span) for unit in outline.units]
        return SummaryTask(
            key=self._key("overview", *map(digest, texts)),
            kind="overview",
            unit_id="",
            text="",
            context=(),
            issue=self.issue,
            heading=self.issue.title,
            members=tuple(leaf.id for leaf in outline.leaves()),
            answer_tokens=_OVERVIEW_ANSWER,
        )

    def _key(self, kind: str, *content: str) -> str:
        issue = self.issue
        return self._keys.key(kind, issue.title, issue.issuer, issue.date, *content)

    def _parts(self, unit: Unit, context: tuple[str, ...]) -> Iterator[SummaryTask]:
        view = self._analysis.document.view
        start, end = view.slice(Range(unit.marker_span.end, unit.span.end))
        figures = self._figures(view.source(start, end)) if start < end else []
        unnamed = sum(not figure.label for figure in figures)
        cut = list(pieces(view.printed, start, end, self._budget, -(-unnamed // _MOST_FIGURES)))
        most = max(1, MOST_POINTS // len(cut))
        for first, last in cut:
            text = view.printed[first:last].strip()
            span = view.source(first, last) if first < last else unit.span
            within = [figure for figure in figures if span.start <= figure.span.start < span.end]
            anchors = _numbered([figure for figure in within if not figure.label])
            totals = tuple(dict.fromkeys(f.text for f in within if self._is_total(f)))
            points = min(most, points_for(len(text)))
            printed = [f"{anchor.id} {anchor.text}" for anchor in anchors]
            yield SummaryTask(
                key=self._key("unit", *context, text, str(points), *printed, *totals),
                kind="unit",
                unit_id=unit.id,
                text=text,
                context=context,
                span=span,
                issue=self.issue,
                anchors=anchors,
                totals=totals,
                points=points,
                answer_tokens=_answer_tokens(text, points, anchors),
            )

    def _own(self, unit: Unit) -> str:
        """The section's own text, lead and closing, cut where it is very long."""
        view = self._analysis.document.view
        paragraphs = [view.printed[slice(*view.slice(span))].strip() for span in unit.own]
        text = "\n".join(filter(None, paragraphs))
        first, last = next(pieces(text, 0, len(text), self._budget // 2))
        # What stands between the heading and the text belongs to neither.
        return text[first:last].strip().lstrip("。.：:；;，, ")

    def _figures(self, span: Range) -> list[Figure]:
        return [f for f in self._analysis.anchors.within(span).figures if not f.non_quantity]

    def _is_total(self, figure: Figure) -> bool:
        view = self._analysis.document.view
        place = view.locate(figure.span.start)
        return _TOTAL.search(view.text[max(0, place - _TOTAL_REACH) : place]) is not None


def issue_of(analysis: Analysis) -> Issue:
    """Who issued the report, as far as it says."""
    document = analysis.document
    title, issuer = (" ".join((part or "").split()) for part in (document.title, document.issuer))
    return Issue(title, issuer, document.issued_on or "")


def repeats_its_child(unit: Unit) -> bool:
    """True for a unit of which all that can be said is said of its only child."""
    return len(unit.children) == 1 and not unit.own


def walk_with_paths(
    units: tuple[Unit, ...], path: tuple[Unit, ...] = ()
) -> Iterator[tuple[Unit, tuple[Unit, ...]]]:
    """Every unit in reading order, with the units above it from the top."""
    stack = [(unit, path) for unit in reversed(units)]
    while stack:
        unit, above = stack.pop()
        yield unit, above
        stack.extend((child, (*above, unit)) for child in reversed(unit.children))


def _numbered(figures: list[Figure]) -> tuple[Anchor, ...]:
    return tuple(
        Anchor(f"f{number}", figure.text, figure.span.start)
        for number, figure in enumerate(figures, start=1)
    )


def _heading(unit: Unit) -> str:
    return "".join((unit.heading or "").split())


def _problem(unit: Unit) -> str:
    """The problem a unit answers, where its heading does not already say it."""
    problem = "".join((unit.problem or "").split())
    return "" if problem in _heading(unit) else problem


def _context(path: tuple[Unit, ...]) -> tuple[str, ...]:
    named = [(_heading(unit), _problem(unit)) for unit in path]
    return tuple(
        heading + (f"（{problem}）" if problem else "")
        for heading, problem in named
        if heading or problem
    )


def _answer_tokens(text: str, points: int, anchors: tuple[Anchor, ...]) -> int:
    """What an answer needs: its frame, its points of at most fifty characters, actors, labels."""
    said = min(len(text), points * POINT_LENGTH)
    return 40 + points * 14 + said * 3 // 4 + 14 * len(anchors)
