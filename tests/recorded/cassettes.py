"""The recordings of this project, by name; see `summarizer.testing.recording`."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from vcr.cassette import Cassette

from summarizer.testing.recording import PLACE, recording

__all__ = ["FOLDER", "PLACE", "cassette"]

FOLDER = Path(__file__).parents[2] / "cassettes"


def cassette(name: str, *, record: bool = False) -> AbstractContextManager[Cassette]:
    """Play (or record) `cassettes/NAME.yaml`; a replay must use every interaction."""
    return recording(FOLDER / f"{name}.yaml", record=record)
