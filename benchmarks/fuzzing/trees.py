"""Mutators of JSON: a value anywhere in the tree is gone, doubled, nested or something else."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

from fuzzing.mutators import DATES, NUMERALS, SPECIALS, mutated

_ODD: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2**31, 2**63, 10**40, -(10**9), 0.1, 1e308, float("nan")),
    *("", " ", "0", "1", "NaN", "Infinity", "1E+99999999999", "-0", "1e-400", "supported", "llm"),
    *([], {}, [None], [[]], {"": None}, {"id": "1"}, "x" * 5000, "\x1b[31m红", "\u202e甲"),
    *(word for word in (*NUMERALS[:20], *DATES[:12], *SPECIALS[:20])),
)
_Place = tuple[Any, Any]


def _places(tree: Any) -> list[_Place]:
    """Every (container, key) of a tree."""
    found: list[_Place] = []
    waiting = [tree]
    while waiting:
        held = waiting.pop()
        if isinstance(held, dict | list):
            keys = list(held) if isinstance(held, dict) else list(range(len(held)))
            found += [(held, key) for key in keys]
            waiting += [held[key] for key in keys]
    return found


def tree_mutated(rng: random.Random, tree: Any, most: int = 4, odd: float = 0.3) -> Any:
    """A changed copy. `odd` is how often a value becomes any other instead of a near one."""
    tree = copy.deepcopy(tree)
    for _ in range(rng.randint(1, most)):
        places = _places(tree)
        if not places:
            return rng.choice(_ODD)
        held, key = rng.choice(places)
        if rng.random() < odd:
            _anything(rng, held, key, places)
        else:
            held[key] = _near(rng, held[key], places)
    return tree


def _anything(rng: random.Random, held: Any, key: Any, places: list[_Place]) -> None:
    kind = rng.randrange(5)
    if kind == 0:
        del held[key]
    elif kind == 1:
        held[key] = rng.choice(_ODD)
    elif kind == 2:
        other, name = rng.choice(places)
        held[key] = copy.deepcopy(other[name])
    elif kind == 3:
        for _ in range(rng.choice((1, 3, 200))):
            held[key] = [held[key]] if rng.random() < 0.5 else {"x": held[key]}
    elif isinstance(held, dict):
        held[rng.choice(("id", "extra", "x", "", "\x1b[2J", "span", "text"))] = rng.choice(_ODD)


def _near(rng: random.Random, value: Any, places: list[_Place]) -> Any:
    """Another value of the same type, so that it passes the schema and reaches what is behind."""
    if isinstance(value, bool) or value is None:
        return rng.choice((True, False, None))
    if isinstance(value, int):
        return rng.choice((value + 1, value - 1, 0, 1, value * 2, value + 1000, 10**9, 2**62))
    if isinstance(value, str):
        others = [held[key] for held, key in places if isinstance(held[key], str)]
        return rng.choice((mutated(rng, value, 2), rng.choice(others), rng.choice(NUMERALS), ""))
    if isinstance(value, list):
        value = list(value)
        if value:
            place = rng.randrange(len(value))
            kind = rng.randrange(4)
            if kind == 0:
                del value[place]
            elif kind == 1:
                value.insert(rng.randrange(len(value) + 1), copy.deepcopy(value[place]))
            elif kind == 2:
                rng.shuffle(value)
            else:
                value = value * rng.choice((2, 30))
        return value
    return value


def written(rng: random.Random, tree: Any) -> bytes:
    """The tree as JSON, now and then not quite."""
    text = json.dumps(tree, ensure_ascii=rng.random() < 0.3)
    if rng.random() < 0.1:
        place = rng.randrange(len(text) + 1)
        text = text[:place] + rng.choice(("", ",", "}", '"', "\\", "\x00", "{")) + text[place + 1 :]
    return text.encode("utf-8", "surrogatepass")
