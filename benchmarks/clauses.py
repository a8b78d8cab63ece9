"""How far the clause that weighs most is the one that people tell: `python benchmarks/clauses.py`.

For every passage that a right statement of `statements` is about, the clauses of its leaves are
ranked by their worth. A clause's share is that of its letter pairs and of its figures which stand in the
statement, half each where it has figures. Printed are the mean shares of the clause, and of the two
clauses, that weigh most; of one and two by lot; and of the best there are.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from statistics import mean

import statements

from summarizer.analysis import Analysis, analyse
from summarizer.engines.extractive.scoring import UNFIT
from summarizer.engines.extractive.units import score_span
from summarizer.reading import read

_LONGEST = 2500  # characters of a passage; what is longer is told as a whole
_FEWEST = 3  # clauses of a passage to choose from
_TOLD = 0.35  # of the best clause: else the statement is about something else in the passage
_FIGURE = re.compile(r"\d[\d.,]*")
_WORD = re.compile(r"[^一-龥0-9A-Za-z.]")


_Passage = list[tuple[float, float]]


def _pairs(text: str) -> list[str]:
    plain = _WORD.sub("", text)
    return [plain[place : place + 2] for place in range(len(plain) - 1)]


def _share(clause: str, summary: str) -> float:
    words, figures = _pairs(clause), _FIGURE.findall(clause)
    said, printed = set(_pairs(summary)), set(_FIGURE.findall(summary))
    of_words = sum(word in said for word in words) / max(1, len(words))
    if not figures:
        return of_words
    return (of_words + sum(figure in printed for figure in figures) / len(figures)) / 2


def _passages(analysis: Analysis, rows: Sequence[dict[str, object]]) -> Iterator[_Passage]:
    """For each passage in a leaf, worth and share of its clauses."""
    view = analysis.document.view
    for leaf in analysis.outline.leaves():
        told = score_span(analysis, leaf.text_span, leaf.tense, leaf.ahead, leaf.heading or "")
        places = [
            view.source(told.start + item.clause.start, told.start + item.clause.end)
            for item in told.scored
        ]
        for row in rows:
            start, end = int(str(row["start"])), int(str(row["end"]))
            if end - start > _LONGEST:
                continue
            inside = [
                item
                for item, place in zip(told.scored, places, strict=True)
                if start - 1 <= place.start and place.end <= end + 1 and item.score > UNFIT
            ]
            found = [(item.score, _share(item.text, str(row["summary"]))) for item in inside]
            if len(found) >= _FEWEST and max(share for _, share in found) >= _TOLD:
                yield found


def main() -> None:
    """Print the table."""
    lot = random.Random(1)
    found: list[_Passage] = []
    texts = set()
    for path in sorted(statements.HERE.glob("*/*.jsonl")):
        if path.stem.endswith(".faults"):
            continue
        texts.add(path.stem)
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        found.extend(_passages(analyse(read(statements._text(path.stem))), rows))
    print(f"{len(found)} passages of {len(texts)} texts\n")
    print("| clauses | the one | the two |\n|---|---|---|")
    orders: dict[str, Callable[[_Passage], _Passage]] = {
        "that weigh most": lambda row: sorted(row, key=lambda item: -item[0]),
        "by lot": lambda row: lot.sample(row, len(row)),
        "the best": lambda row: sorted(row, key=lambda item: -item[1]),
    }
    for name, order in orders.items():
        shares = [[share for _, share in order(row)] for row in found]
        one, two = mean(row[0] for row in shares), mean(mean(row[:2]) for row in shares)
        print(f"| {name} | {one:.3f} | {two:.3f} |")


if __name__ == "__main__":
    main()
