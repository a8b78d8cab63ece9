"""What hangs on each number of `summarizer.checking`: a Markdown table.

    python benchmarks/thresholds.py [ROUND...] [--module NAME...] [--value NAME=VALUE,...]

Each bare number of a module there is taken a fifth lower and a quarter higher, a whole one at least
by one, the others as they are, and the statements of `benchmarks/natural.py` are checked again:
how many right ones are blamed, and how many faults are told. A ROUND is the name of a folder of `benchmarks/statements`, all by default;
`--module decide.plain` limits the table; `--value margins.RETOLD=0.4,0.6` tries those instead.

First every number is replaced by one that notes which statements would see another value: those
that compare with it to another end, or reckon with it. Only these are checked again.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import operator
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import statements

import summarizer.checking

_ROOM = Path(summarizer.checking.__file__).parent
_LOWER, _HIGHER = 0.8, 1.25


class Number(NamedTuple):
    """A constant of a module, e.g. `decide.plain`, `_SURE`, 12.0."""

    module: str
    name: str
    value: float

    def others(self) -> tuple[float, ...]:
        """The two values it is tried with."""
        if isinstance(self.value, int):
            lower, higher = round(self.value * _LOWER), round(self.value * _HIGHER)
            return min(lower, self.value - 1), max(higher, self.value + 1)
        return self.value * _LOWER, self.value * _HIGHER


class Watched:
    """Stands for a number, and notes which other values would have told another thing."""

    def __init__(self, value: float, others: Iterable[float]) -> None:
        self.value, self.others = value, tuple(others)
        self.noted: set[float] = set()

    def taken(self) -> Any:
        """The number, where what is made of it cannot be followed."""
        self.noted.update(self.others)
        return self.value

    def __index__(self) -> int:
        return int(self.taken())

    def __neg__(self) -> float:
        return -float(self.taken()) if isinstance(self.value, float) else -int(self.taken())

    def __hash__(self) -> int:
        return hash(self.taken())

    def __str__(self) -> str:
        return str(self.taken())


def _compares(compare: Callable[[Any, Any], bool]) -> Callable[[Watched, Any], bool]:
    def compared(self: Watched, other: Any) -> bool:
        theirs = other.taken() if isinstance(other, Watched) else other
        found = compare(self.value, theirs)
        self.noted.update(value for value in self.others if compare(value, theirs) != found)
        return found

    return compared


def _reckons(reckon: Callable[[Any, Any], Any]) -> Callable[[Watched, Any], Any]:
    def reckoned(self: Watched, other: Any) -> Any:
        return reckon(self.taken(), other.taken() if isinstance(other, Watched) else other)

    return reckoned


for _name in ("lt", "le", "gt", "ge", "eq", "ne"):
    setattr(Watched, f"__{_name}__", _compares(getattr(operator, _name)))
for _name in ("add", "sub", "mul", "truediv", "floordiv", "pow"):
    _does = getattr(operator, _name)
    setattr(Watched, f"__{_name}__", _reckons(_does))
    setattr(Watched, f"__r{_name}__", _reckons(lambda mine, other, does=_does: does(other, mine)))


def numbers() -> Iterator[Number]:
    """The bare numbers at the top of each module, and those of its frozen groups."""
    for path in sorted(_ROOM.rglob("*.py")):
        module = ".".join(path.relative_to(_ROOM).with_suffix("").parts)
        body = ast.parse(path.read_text("utf-8")).body
        named = {ast.unparse(node.targets[0]) for node in body if isinstance(node, ast.Assign)}
        for node in body:
            if isinstance(node, ast.ClassDef) and node.name.upper() in named:
                group = f"{node.name.upper()}."
                yield from (n for part in node.body for n in _number(part, module, group))
            yield from _number(node, module)


def _number(node: ast.stmt, module: str, group: str = "") -> Iterator[Number]:
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    value = node.value.value if isinstance(node.value, ast.Constant) else None
    known = isinstance(value, int | float) and not isinstance(value, bool)
    if isinstance(target, ast.Name) and known:
        yield Number(module, group + target.id, value)


def holders(number: Number) -> list[Any]:
    """What has a number: its group, else its module and those that import it under its name."""
    group, _, name = number.name.rpartition(".")
    if group:
        module = importlib.import_module(f"{summarizer.checking.__name__}.{number.module}")
        return [getattr(module, group)]
    found = []
    for path in sorted(_ROOM.rglob("*.py")):
        if path.name == "__init__.py":
            continue
        name = ".".join(path.relative_to(_ROOM).with_suffix("").parts)
        if name == number.module or _imports(path, number):
            found.append(importlib.import_module(f"{summarizer.checking.__name__}.{name}"))
    return found


def _imports(path: Path, number: Number) -> bool:
    source = f"{summarizer.checking.__name__}.{number.module}"
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == source
        and any(alias.name == number.name for alias in node.names)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    )


def put(number: Number, held: list[Any], value: Any) -> None:
    """Sets a number wherever it is held."""
    for module in held:
        # A group is frozen, and the one that everybody has.
        object.__setattr__(module, number.name.rpartition(".")[2], value)


Key = tuple[str, bool, int]
"""A text, whether a fault is meant or a right statement, and its number."""


class Statements:
    """All statements of some rounds, and what is told of each as the numbers stand."""

    def __init__(self, rounds: list[str]) -> None:
        self._all: dict[Key, tuple[Any, Any]] = {}
        self._unedited: dict[Key, Key] = {}
        for told in statements.load(rounds):
            for number, statement in told.right.items():
                self._all[told.name, False, number] = statement, told.source
            for number, fault in enumerate(told.faults):
                key = told.name, True, number
                self._all[key] = fault.statement, told.source
                self._unedited[key] = told.name, False, fault.base
        self.as_it_is = {key: self._is_told(key) for key in self._all}

    def _is_told(self, key: Key) -> bool:
        return bool(statements.told_of(*self._all[key]))

    def noted(self, watched: dict[Number, Watched]) -> dict[tuple[Number, float], list[Key]]:
        """By number and other value, the statements that would see it."""
        found = defaultdict(list)
        for key in self._all:
            for held in watched.values():
                held.noted.clear()
            self._is_told(key)
            for number, held in watched.items():
                for value in held.noted:
                    found[number, value].append(key)
        return found

    def again(self, keys: Iterable[Key]) -> tuple[int, int]:
        """Right statements blamed and faults told, some of the statements checked again."""
        told = self.as_it_is | {key: self._is_told(key) for key in keys}
        blamed = sum(told[key] for key in told if not key[1])
        return blamed, sum(told[key] and not told[base] for key, base in self._unedited.items())


def _asked(given: argparse.Namespace) -> Iterator[tuple[Number, tuple[float, ...]]]:
    asked = dict(item.split("=") for item in given.value)
    for number in numbers():
        if asked:
            values = asked.get(f"{number.module}.{number.name}")
            if values is not None:
                yield number, tuple(map(type(number.value), values.split(",")))
        elif not given.module or number.module in given.module:
            yield number, number.others()


def main() -> None:
    """Prints the table, a line as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rounds", nargs="*")
    parser.add_argument("--module", action="append", help="of summarizer.checking, as a dotted name")
    parser.add_argument("--value", action="append", default=[], metavar="NAME=VALUE,...")
    given = parser.parse_args()
    tried = dict(_asked(given))
    held = {number: holders(number) for number in tried}
    known = Statements(given.rounds)
    blamed, told = known.again(())
    print(f"As it is: {blamed} right statements blamed, {told} faults told.\n")
    print("| number | value | other values: blamed, told |\n|---|---|---|", flush=True)
    watched = {number: Watched(number.value, values) for number, values in tried.items()}
    for number, stand_in in watched.items():
        put(number, held[number], stand_in)
    noted = known.noted(watched)
    for number in watched:
        put(number, held[number], number.value)
    idle = 0
    for number, values in tried.items():
        found = {}
        for value in values:
            put(number, held[number], value)
            with suppress(ValueError, IndexError):  # of a number that the code is built on
                found[value] = known.again(noted[number, value])
        put(number, held[number], number.value)
        idle += all(outcome == (blamed, told) for outcome in found.values())
        others = "; ".join(
            f"{value:.4g}: {outcome[0] - blamed:+}, {outcome[1] - told:+}"
            for value, outcome in found.items()
        )
        print(f"| {number.module} {number.name} | {number.value} | {others} |", flush=True)
    print(f"\n{idle} of {len(tried)} change nothing.")


if __name__ == "__main__":
    main()
