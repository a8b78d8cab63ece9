"""Tables that are looked at before a pattern is tried lose none of what it matches."""

from __future__ import annotations

import importlib
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]

import pytest

TABLES = (
    ("anchors.owners", "_MEASURED", "_MEASURE_ENDS"),
    ("anchors.bounds", "_BROKEN", "_BROKEN_ENDS"),
    ("anchors.figures", "_NEGATIVE", "_SIGN_ENDS"),
    ("anchors.periods", "_EARLIER", "_EARLIER_ENDS"),
    ("anchors.labels", "_WHEN_SAID", "_WHEN_ENDS"),
    ("engines.extractive.cues", "BARE_VERBS", "BARE_ENDS"),
    ("engines.extractive.topics", "_NAME_END", "_LAST_OF_A_NAME"),
)
PAUSES = frozenset(",，")  # a clause is looked at without the one behind it


def last(parts: object) -> tuple[set[str], bool]:
    """The characters that a match of these parts may end in, and whether it may be empty."""
    found: set[str] = set()
    for kind, value in reversed(list(parts)):  # type: ignore[call-overload]
        ends, empty = last_of(kind, value)
        found |= ends
        if not empty:
            return found, False
    return found, True


def last_of(kind: object, value: object) -> tuple[set[str], bool]:
    """The same of one part of a parsed expression."""
    if kind in (kinds.AT, kinds.ASSERT, kinds.ASSERT_NOT):
        return set(), True
    if kind is kinds.LITERAL:
        return {chr(value)}, False  # type: ignore[arg-type]
    if kind is kinds.IN:
        return set().union(*(last_of(*one)[0] for one in value)), False  # type: ignore[attr-defined]
    if kind is kinds.BRANCH:
        told = [last(branch) for branch in value[1]]  # type: ignore[index]
        return set().union(*(ends for ends, _ in told)), any(empty for _, empty in told)
    if kind is kinds.SUBPATTERN:
        return last(value[-1])  # type: ignore[index]
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
        least, _, inner = value  # type: ignore[misc]
        ends, empty = last(inner)
        return ends, empty or least == 0
    raise AssertionError(f"{kind}: any character may end such a match")


@pytest.mark.parametrize(("module", "pattern", "table"), TABLES)
def test_a_table_holds_every_last_character(module: str, pattern: str, table: str) -> None:
    """Whatever a match may end in stands in the table."""
    room = importlib.import_module(f"summarizer.{module}")
    ends, empty = last(_parser.parse(getattr(room, pattern).pattern))
    assert not empty
    assert ends - PAUSES <= getattr(room, table)
