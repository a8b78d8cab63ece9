"""Every entry of the lists of words that patterns name decides its example."""

from __future__ import annotations

import importlib
import pkgutil
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest

from summarizer.resources import text
from summarizer.words import Worded, lists

_ROOMS = ("reading", "anchors", "facts", "engines", "checking")


def _within(value: object) -> Iterator[Worded]:
    """The pattern, or those of a table of patterns."""
    if isinstance(value, Worded):
        yield value
    elif isinstance(value, (tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _within(one)


def _worded() -> dict[str, list[Worded]]:
    """All patterns that name a list, by the file of their lists."""
    found: dict[str, list[Worded]] = defaultdict(list)
    for room in _ROOMS:
        package = importlib.import_module(f"summarizer.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"summarizer.{room}."):
            if not module.name.startswith("summarizer.engines.llm"):
                for value in vars(importlib.import_module(module.name)).values():
                    for pattern in _within(value):
                        if pattern not in found[pattern.file]:
                            found[pattern.file].append(pattern)
    return found


WORDED = _worded()
LISTS = [(file, name) for file in sorted(WORDED) for name in lists(file)]


def _told(pattern: str, example: str) -> list[object]:
    return [(found.span(), found.groups()) for found in re.finditer(pattern, example)]


def _alone(patterns: Iterable[Worded], name: str, entry: str, example: str) -> bool:
    """Whether a pattern tells another thing of the example with this entry alone than with none."""
    return any(
        _told(pattern.filled({**lists(pattern.file), name: (entry,)}), example)
        != _told(pattern.filled({**lists(pattern.file), name: ("(?!)",)}), example)
        for pattern in patterns
        if f"{{{name}}}" in pattern.template
    )


@pytest.mark.parametrize(("file", "name"), LISTS)
def test_every_entry_decides_its_example(file: str, name: str) -> None:
    """An entry a line, none twice, each with an example that a pattern reads by it."""
    rows = tomllib.loads(text("lexicons", f"{file}.toml"))[name].strip().splitlines()
    entries = [row.partition("  ")[0] for row in rows]
    assert len(set(entries)) == len(entries)
    unread = [row for row in rows if not _alone(WORDED[file], name, *re.split(" {2,}", row))]
    assert unread == []


def test_every_list_of_such_a_file_is_named() -> None:
    """No list stands there that no pattern names."""
    for file, patterns in WORDED.items():
        named = {name for one in patterns for name in re.findall(r"\{([a-z_]+)\}", one.template)}
        assert named == set(lists(file)), file
