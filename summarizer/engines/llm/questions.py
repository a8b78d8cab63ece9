"""What is asked: one record a unit, a part of an oversized unit, a section, or the whole report."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol
from urllib.parse import urlsplit, urlunsplit

from summarizer.analysis import Analysis
from summarizer.engines.llm.tokens import characters_within, estimate
from summarizer.reading.outline.records import Unit
from summarizer.settings import Settings
from summarizer.spans import Range

Kind = Literal["unit", "section", "report"]

_KEY_VERSION = "1"
_DEFAULT_URL = "https://api.openai.com/v1"
_SLACK = 80  # characters a piece may be longer than the average, so that sentences fit
_MOST_FIGURES = 120  # in one part of a unit, so that the answer can name all of them
_SENTENCE_END = re.compile(r"[。！？；!?;]+[”’」』）)]*|\n")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A figure (f1), date (d1) or document (t1) of a unit, numbered in reading order.

    `start` is the offset in the source.
    """

    id: str
    text: str
    start: int


class Line(NamedTuple):
    """The summary of one unit, as material for what stands above it."""

    unit_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A text to be summarised. `unit_id` is empty for the whole report.

    `key` names the answer in the cache. `text` is the source's own, as printed; for a section it
    is its running text, and `members` are the leaves below it. `context` is the path of headings
    above, with the problem they answer. `weight` estimates the tokens of the answer. `lines` are
    the summaries that a section is summarised from, `left_out` how many did not fit.
    """

    key: str
    kind: Kind
    unit_id: str
    text: str
    context: tuple[str, ...]
    heading: str = ""
    problem: str = ""
    anchors: tuple[Anchor, ...] = ()
    members: tuple[str, ...] = ()
    weight: int = 0
    lines: tuple[Line, ...] = ()
    left_out: int = 0

    @property
    def tokens(self) -> int:
        """An estimate of what the question costs in a prompt."""
        listed = sum(estimate(anchor.text) + 2 for anchor in self.anchors)
        return estimate(self.text) + listed + sum(estimate(line.text) + 2 for line in self.lines)


@dataclass(frozen=True, slots=True)
class KeyMaker:
    """Makes cache keys out of everything that can change an answer, and nothing else."""

    model: str
    base_url: str
    temperature: float | None
    prompt_digest: str
    schema_digest: str

    @classmethod
    def of(cls, settings: Settings, prompt_digest: str, schema_digest: str) -> KeyMaker:
        """The key maker of these settings."""
        return cls(
            settings.model or "",
            normalised_url(settings.base_url),
            settings.temperature,
            prompt_digest,
            schema_digest,
        )

    def key(self, kind: Kind, *content: str) -> str:
        """The key of a question of this kind about this content."""
        parts = [
            _KEY_VERSION,
            self.model,
            self.base_url,
            self.temperature,
            self.prompt_digest,
            self.schema_digest,
            kind,
            *content,
        ]
        packed = json.dumps(parts, ensure_ascii=True).encode("ascii")
        return hashlib.sha256(packed).hexdigest()


def normalised_url(url: str | None) -> str:
    """A base URL without what makes no difference: case of the host, user and password, a slash or
    a pasted `/chat/completions` at the end."""
    parts = urlsplit(url or _DEFAULT_URL)
    host = parts.netloc.rpartition("@")[2].lower()
    path = parts.path.rstrip("/").removesuffix("/chat/completions")
    return urlunsplit((parts.scheme.lower(), host, path, parts.query, ""))


class QuestionMaker:
    """Makes the questions of one report."""

    def __init__(self, analysis: Analysis, keys: KeyMaker, budget: int) -> None:
        self._analysis = analysis
        self._keys = keys
        self._budget = budget

    def units(self) -> dict[str, tuple[Question, ...]]:
        """By leaf id, in reading order: one question, or several where the leaf is oversized."""
        return {
            unit.id: tuple(self._parts(unit, _context(path)))
            for unit, path in walk_with_paths(self._analysis.outline.units)
            if unit.is_leaf
        }

    def sections(self) -> list[Question]:
        """A question for every unit with children, in reading order, then the whole report."""
        document = self._analysis.document
        found = []
        for unit, path in walk_with_paths(self._analysis.outline.units):
            if unit.is_leaf:
                continue
            context = _context(path)
            whole = document.printed(Range(unit.marker_span.end, unit.span.end))
            found.append(
                Question(
                    key=self._keys.key("section", *context, "", _digest(whole)),
                    kind="section",
                    unit_id=unit.id,
                    text=self._lead(unit),
                    context=context,
                    heading=_heading(unit),
                    problem=_problem(unit),
                    members=tuple(below.id for below in unit.walk() if below.is_leaf),
                    weight=75,
                )
            )
        units = self._analysis.outline.units
        texts = [document.printed(unit.span) for unit in units]
        title = document.title or ""
        found.append(
            Question(
                key=self._keys.key("report", title, *map(_digest, texts)),
                kind="report",
                unit_id="",
                text="",
                context=(),
                heading=title,
                members=tuple(leaf.id for leaf in self._analysis.outline.leaves()),
                weight=110,
            )
        )
        return found

    def _parts(self, unit: Unit, context: tuple[str, ...]) -> Iterator[Question]:
        view = self._analysis.document.view
        start, end = view.slice(Range(unit.marker_span.end, unit.span.end))
        whole = self._anchors(view.source(start, end)) if start < end else ()
        least = -(-sum(anchor.id.startswith("f") for anchor in whole) // _MOST_FIGURES)
        pieces = list(_pieces(view.printed, start, end, self._budget, least))
        for first, last in pieces:
            text = view.printed[first:last].strip()
            anchors = whole if len(pieces) == 1 else self._anchors(view.source(first, last))
            printed = [f"{anchor.id} {anchor.text}" for anchor in anchors]
            yield Question(
                key=self._keys.key("unit", *context, "", text, *printed),
                kind="unit",
                unit_id=unit.id,
                text=text,
                context=context,
                anchors=anchors,
                weight=_weight(text, anchors),
            )

    def _lead(self, unit: Unit) -> str:
        """The running text of a section before its first child, cut where it is very long."""
        view = self._analysis.document.view
        start, end = view.slice(unit.text_span)
        first, last = next(_pieces(view.printed, start, end, self._budget // 2))
        # What stands between the heading and the text belongs to neither.
        return view.printed[first:last].strip().lstrip("。.：:；;，, ")

    def _anchors(self, span: Range) -> tuple[Anchor, ...]:
        found = self._analysis.anchors.within(span)
        documents = sorted([*_placed(found.titles), *_placed(found.document_numbers)])
        numbered = {
            "f": _placed(figure for figure in found.figures if not figure.loose),
            "d": _placed(date for date in found.dates if not date.loose and not date.in_title),
            "t": documents,
        }
        return tuple(
            Anchor(f"{letter}{number}", text, start)
            for letter, anchors in numbered.items()
            for number, (start, text) in enumerate(anchors, start=1)
        )


class _Printed(Protocol):
    @property
    def span(self) -> Range: ...
    @property
    def text(self) -> str: ...


def _placed(anchors: Iterable[_Printed]) -> list[tuple[int, str]]:
    return [(anchor.span.start, anchor.text) for anchor in anchors]


def walk_with_paths(
    units: tuple[Unit, ...], path: tuple[Unit, ...] = ()
) -> Iterator[tuple[Unit, tuple[Unit, ...]]]:
    """Every unit in reading order, with the units above it from the top."""
    stack = [(unit, path) for unit in reversed(units)]
    while stack:
        unit, above = stack.pop()
        yield unit, above
        stack.extend((child, (*above, unit)) for child in reversed(unit.children))


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


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _weight(text: str, anchors: tuple[Anchor, ...]) -> int:
    figures = sum(anchor.id.startswith("f") for anchor in anchors)
    return 38 + min(60, len(text) * 5 // 8) + 11 * min(figures, 12)


def _pieces(
    text: str, start: int, end: int, budget: int, least: int = 1
) -> Iterator[tuple[int, int]]:
    """The range whole, or cut after sentence ends into at least so many pieces of about the same
    size."""
    count = max(least, -(-estimate(text[start:end]) // budget))
    if count <= 1:
        yield start, end
        return
    aim = min(characters_within(budget), -(-(end - start) // count) + _SLACK)
    while end - start > aim:
        cut = start + aim
        for match in _SENTENCE_END.finditer(text, start + aim // 2, start + aim):
            cut = match.end()
        yield start, cut
        start = cut
    yield start, end
