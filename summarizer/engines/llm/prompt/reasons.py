"""Why an answer was not taken, as a wording and what to put into it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """The name of a wording, and the values for it."""

    name: str
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, name: str, **values: object) -> Reason:
        """A reason with the values of its wording."""
        return cls(name, tuple((key, str(value)) for key, value in values.items()))
