"""What hangs on each number of `summarizer.checking`: a Markdown table.

    python benchmarks/thresholds.py [ROUND...] [--module NAME...] [--jobs N]

Each bare number of a module there is taken a fifth lower and a quarter higher, a whole one at least
by one, the others as they are, and the statements of `benchmarks/natural.py` are checked again:
how many right ones are blamed, and how many faults are told. A ROUND is 1 to 6, all by default;
`--module decide.plain` limits the table. A number that changes nothing is left out but counted. All
takes some three hours of one core.
"""

from __future__ import annotations

import argparse
import ast
import importlib
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import statements

import summarizer.checking

_ROOM = Path(summarizer.checking.__file__).parent
_LOWER, _HIGHER = 0.8, 1.25
_texts: list[statements.Told] = []


class Number(NamedTuple):
    """A constant of a module, e.g. `decide.plain`, `_SURE`, 12.0."""

    module: str
    name: str
    value: float


class Outcome(NamedTuple):
    """Right statements blamed, and faults told."""

    blamed: int
    told: int

    def __str__(self) -> str:
        return f"{self.blamed}, {self.told}"


def numbers() -> Iterator[Number]:
    """The bare numbers at the top of each module."""
    for path in sorted(_ROOM.rglob("*.py")):
        module = ".".join(path.relative_to(_ROOM).with_suffix("").parts)
        for node in ast.parse(path.read_text("utf-8")).body:
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            value = node.value.value if isinstance(node.value, ast.Constant) else None
            if isinstance(value, int | float) and not isinstance(value, bool):
                yield Number(module, node.targets[0].id, value)


def others(value: float) -> tuple[float, float]:
    """The two values it is tried with."""
    if isinstance(value, int):
        lower, higher = round(value * _LOWER), round(value * _HIGHER)
        return min(lower, value - 1), max(higher, value + 1)
    return value * _LOWER, value * _HIGHER


def outcome(number: Number | None = None, value: float = 0) -> Outcome:
    """The texts checked with one number replaced, in every module that has it."""
    held = [] if number is None else list(_held(number))
    for module, before in held:
        setattr(module, before[0], value)
    total: Counter[str] = Counter()
    for told in _texts:
        total += statements.score(told)
    for module, (name, kept) in held:
        setattr(module, name, kept)
    return Outcome(total["error"] + total["warning"], total["det told"] + total["worded told"])


def _held(number: Number) -> Iterator[tuple[object, tuple[str, float]]]:
    """The module of a number, and those that import it under its name."""
    for path in sorted(_ROOM.rglob("*.py")):
        if path.name == "__init__.py":
            continue
        name = ".".join(path.relative_to(_ROOM).with_suffix("").parts)
        own = name == number.module
        if own or (not number.name.startswith("_") and _imports(path, number)):
            module = importlib.import_module(f"{summarizer.checking.__name__}.{name}")
            yield module, (number.name, number.value)


def _imports(path: Path, number: Number) -> bool:
    source = f"{summarizer.checking.__name__}.{number.module}"
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == source
        and any(alias.name == number.name for alias in node.names)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    )


def _load(rounds: Sequence[str]) -> None:
    _texts.extend(statements.load(rounds))


def _tried(number: Number) -> tuple[Number, Outcome, Outcome]:
    lower, higher = others(number.value)
    return number, outcome(number, lower), outcome(number, higher)


def main() -> None:
    """Prints the table, a line as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rounds", nargs="*")
    parser.add_argument("--module", action="append", help="of summarizer.checking, as a dotted name")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    wanted = [n for n in numbers() if not given.module or n.module in given.module]
    with ProcessPoolExecutor(given.jobs, initializer=_load, initargs=(given.rounds,)) as pool:
        base = pool.submit(outcome).result()
        print(f"As it is: {base} (right statements blamed, faults told).\n")
        print("| number | value | a fifth lower | a quarter higher |\n|---|---|---|---|", flush=True)
        idle = 0
        for number, lower, higher in pool.map(_tried, wanted):
            if lower == higher == base:
                idle += 1
                continue
            name = f"{number.module} {number.name}"
            print(f"| {name} | {number.value} | {lower} | {higher} |", flush=True)
        print(f"\n{idle} of {len(wanted)} change nothing.")


if __name__ == "__main__":
    main()
