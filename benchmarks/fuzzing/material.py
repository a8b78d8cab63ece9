"""Passages of the reports at hand: what the mutators start from."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "tests" / "data" / "reports"
ANSWERS = ROOT / "tests" / "checking" / "assistants"
_PIECE = re.compile(r"[^。\n]{0,200}(?:。|\n+|$)|[^。\n]{200}")


@cache
def pieces(folder: Path = REPORTS) -> tuple[tuple[str, ...], ...]:
    """Every text of a folder as its sentences and line ends, in order."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())]
    return tuple(tuple(filter(None, _PIECE.findall(text))) for text in texts)


def passage(rng: random.Random, size: int, folder: Path = REPORTS) -> str:
    """Whole sentences from one place of one text, about `size` characters."""
    found = rng.choice(pieces(folder))
    start = rng.randrange(len(found))
    taken = 0
    end = start
    while end < len(found) and taken < size:
        taken += len(found[end])
        end += 1
    return "".join(found[start:end])


def outlined(rng: random.Random, size: int) -> str:
    """A passage, most often with a title and a first number, so that it reads as a report."""
    text = passage(rng, size)
    if rng.random() < 0.7:
        text = f"关于某某工作情况的报告\n（2024年3月5日）\n一、总体情况\n{text}\n二、下一步打算\n{passage(rng, 80)}"
    return text
