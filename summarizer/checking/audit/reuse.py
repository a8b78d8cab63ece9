"""The same words used in two units."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.audit.notes import Note
from summarizer.checking.equality import flat
from summarizer.checking.index import SourceIndex
from summarizer.reading.outline.records import Unit
from summarizer.spans import Range

_LONG = 40
_WITH_FIGURE = 20
_CLAUSE = re.compile(r"[^,，。；;！!？?：:\n]+")
_DIGIT = re.compile(r"[0-9０-９]")
_SEEN_OFTEN = 4
_SHOWN = 60
_LONGEST_RUN = 60


def reuse(index: SourceIndex) -> Iterator[Note]:
    """Runs of clauses that stand in two units: long ones, or shorter ones with a figure."""
    clauses, texts = _clauses(index)
    seen: dict[str, list[int]] = {}
    done = -1
    for number, text in enumerate(texts):
        earlier = seen.setdefault(text, []) if len(text) > 3 else []
        if number > done:
            run = max(
                (
                    _run(texts, place, number)
                    for place in earlier[:_SEEN_OFTEN]
                    if _apart(index, clauses[place], clauses[number])
                ),
                key=lambda found: found[1],
                default=(0, 0),
            )
            note = _note(index, clauses, texts, run[0], number, run[1])
            if note is not None:
                yield note
                done = number + run[1] - 1
        earlier.append(number)


def _clauses(index: SourceIndex) -> tuple[list[Range], list[str]]:
    view, text = index.document.view, index.document.view.text
    body = view.slice(index.document.body)
    places, texts = [], []
    for match in _CLAUSE.finditer(text, body.start, body.end):
        places.append(Range(*match.span()))
        texts.append(flat(match[0]))
    return places, texts


def _apart(index: SourceIndex, first: Range, second: Range) -> bool:
    """True where two view ranges lie in different leaves."""
    view = index.document.view
    units = [_leaf(index, view.source(*place)) for place in (first, second)]
    return None not in units and units[0] is not units[1]


def _run(texts: list[str], first: int, second: int) -> tuple[int, int]:
    """The first place of a common run of clauses, and how many clauses it holds."""
    size = 0
    while (
        size < _LONGEST_RUN
        and first + size < second
        and second + size < len(texts)
        and texts[first + size] == texts[second + size]
    ):
        size += 1
    return first, size


def _note(
    index: SourceIndex, places: list[Range], texts: list[str], first: int, second: int, size: int
) -> Note | None:
    letters = "".join(texts[second : second + size])
    if len(letters) < _WITH_FIGURE or (len(letters) < _LONG and not _DIGIT.search(letters)):
        return None
    view = index.document.view
    spans = tuple(
        view.source(places[start].start, places[start + size - 1].end) for start in (first, second)
    )
    units = [_leaf(index, span) for span in spans]
    if units[0] is None or units[1] is None or units[0] is units[1]:
        return None
    shown = index.printed(spans[0])
    return Note(
        "reused",
        spans,
        {
            "units": f"{units[0].id}、{units[1].id}",
            "claimed": shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…",
        },
    )


def _leaf(index: SourceIndex, span: Range) -> Unit | None:
    unit = index.unit_at(span.start)
    return unit if unit is not None and unit.is_leaf else None
