"""Our dataclasses do what those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from summarizer.dataclass import dataclass


def _pair(make: Callable[..., Any], **options: bool) -> tuple[type, type]:
    @make(**options)
    class Base:
        number: int
        words: list[str] = field(default_factory=list)
        hidden: int = field(default=3, compare=False, repr=False)

    @make(**options)
    class Record(Base):
        after: str = "x"
        made: str = field(init=False, default="y")

        def __post_init__(self) -> None:
            assert self.words is not None

    return Base, Record


OPTIONS = [
    {"frozen": True, "slots": True},
    {"frozen": True},
    {"slots": True},
    {},
    {"frozen": True, "slots": True, "eq": False},
]


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_records_behave_like_those_of_the_standard_library(options: dict[str, bool]) -> None:
    """Made, printed, compared, hashed, changed, copied and replaced alike, and refused alike."""

    def told(make: Callable[..., Any]) -> list[object]:
        _, record = _pair(make, **options)
        one, other = record(1, ["a"], after="z"), record(1, ["a"], 7, "z")
        found: list[object] = [
            repr(one).replace(".<locals>", ""),
            (one == other, one == 1, one == one),
            dataclasses.asdict(other),
            dataclasses.replace(one, number=2).number,
            copy.copy(one).words,
            record.__match_args__,
            hasattr(one, "__dict__"),
            record(1).words is record(1).words,
        ]
        for refused in (
            lambda: record(),
            lambda: record(1, nothing=2),
            lambda: record(1, made="q"),
            lambda: hash(one),
            lambda: setattr(one, "number", 2),
            lambda: delattr(one, "number"),
        ):
            try:
                refused()
                found.append("done")
            except (TypeError, FrozenInstanceError) as error:
                found.append((type(error), str(error)))
        return found

    assert told(dataclass) == told(dataclasses.dataclass)


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that goes from process to process."""

    number: int
    words: tuple[str, ...] = ()


def test_records_are_kept() -> None:
    """A frozen record is hashed by its values, and what it is kept as makes it again."""
    assert copy.deepcopy(Kept(1, ("a",))) == Kept(1, ("a",))
    assert len({Kept(1), Kept(1), Kept(2)}) == 2
    with pytest.raises(FrozenInstanceError):
        Kept(1).number = 2  # type: ignore[misc]
