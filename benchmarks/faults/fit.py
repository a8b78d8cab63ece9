"""Fits the weights of the alignment on faithful statements, one report left out at a time.

    PYTHONPATH=. python benchmarks/faults/fit.py

The data are the natural statements of `tests/checking/natural`: a figure of a statement whose value
stands once in its unit speaks of that fact and of no other. Conditional logistic regression over the
facts of the unit, by gradient; prints, for each report left out, how often the right fact has the
best score, then the weights fitted on all reports (`similarity.FITTED`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import exp
from pathlib import Path

from summarizer.analysis import analyse
from summarizer.checking import SourceIndex
from summarizer.checking.amounts import Relation, relation
from summarizer.checking.similarity import NAMES, features
from summarizer.facts.extract import facts_of_text
from summarizer.facts.records import Fact, within
from summarizer.reading import read
from summarizer.spans import Range

TESTS = Path(__file__).parents[2] / "tests"
FOLDER = TESTS / "checking" / "natural"
SOURCES = TESTS / "data" / "reports"
ROUNDS, STEP, DECAY = 120, 2.0, 0.002

Group = list[tuple[tuple[float, ...], bool]]


def groups_of(report: str) -> list[Group]:
    """For every figure with one counterpart, the features of all facts of its passage."""
    index = SourceIndex(analyse(read(SOURCES / f"{report}.txt")))
    found: list[Group] = []
    for line in (FOLDER / f"{report}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["judged"] != "ok" or "end" not in row:
            continue
        own = within(index.facts.facts, Range(row["start"], row["end"]))
        for claim in facts_of_text(row["summary"]).facts:
            right = [fact for fact in own if relation(claim, fact) is Relation.EQUAL]
            if len(right) == 1 and len(own) > 1:
                found.append(_group(claim, own, right[0], index))
    return found


def _group(claim: Fact, own: Sequence[Fact], right: Fact, index: SourceIndex) -> Group:
    return [(features(claim, fact, index.weights), fact is right) for fact in own]


def fitted(groups: Sequence[Group]) -> list[float]:
    """The weights under which the right facts are most likely."""
    weights = [1.0] * len(NAMES)
    for _ in range(ROUNDS):
        gradient = [0.0] * len(weights)
        for group in groups:
            scores = [_score(weights, row) for row, _ in group]
            top = max(scores)
            likely = [exp(score - top) for score in scores]
            whole = sum(likely)
            for (row, right), share in zip(group, likely, strict=True):
                error = right - share / whole
                for place, value in enumerate(row):
                    gradient[place] += error * value
        for place, slope in enumerate(gradient):
            weights[place] += STEP * (slope / len(groups) - DECAY * weights[place])
    return weights


def _score(weights: Sequence[float], row: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, row, strict=True))


def best_share(groups: Sequence[Group], weights: Sequence[float]) -> float:
    """How often the right fact has the best score."""
    good = sum(max(group, key=lambda pair: _score(weights, pair[0]))[1] for group in groups)
    return good / len(groups)


def main() -> None:
    """Prints what each report left out gives, and the weights of all."""
    data = {
        path.stem: groups
        for path in sorted(FOLDER.glob("*.jsonl"))
        if (groups := groups_of(path.stem))
    }
    for name, groups in data.items():
        others = [group for other in data if other != name for group in data[other]]
        share = best_share(groups, fitted(others))
        print(f"{name}: {share:.1%} of {len(groups)} figures")
    weights = fitted([group for groups in data.values() for group in groups])
    for name, weight in zip(NAMES, weights, strict=True):
        print(f"{name}: {weight:.2f}")


if __name__ == "__main__":
    main()
