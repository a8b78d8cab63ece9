"""What a batch run has under way, kept in a file so that it goes on wherever it was stopped."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from summarizer.errors import InputError, OutputError
from summarizer.files import opened

_FILE = "run.json"
_VERSION = 1  # of the file of jobs


@dataclass(slots=True)
class Job:
    """A file of requests on its way: `requests` and `responses` are names within the folder."""

    round: int
    requests: str
    uploaded: str | None = None
    batch: str | None = None
    responses: str | None = None
    taken: bool = False


@dataclass(slots=True)
class Jobs:
    """All jobs of a run in their order; `identity` tells model, address and prompts apart.

    `again` names the file of requests that the next round begins with; `idle` counts the rounds in
    a row that brought no new answer.
    """

    folder: Path
    identity: str
    all: list[Job] = field(default_factory=list)
    again: str | None = None
    idle: int = 0

    @property
    def round(self) -> int:
        """The number of the last round; 0 before the first."""
        return max((job.round for job in self.all), default=0)

    @property
    def open(self) -> list[Job]:
        """The jobs whose answers are not taken yet."""
        return [job for job in self.all if not job.taken]

    @classmethod
    def at(cls, folder: Path, identity: str) -> Jobs:
        """The jobs of an earlier run in this folder, else none.

        Raises InputError where the file cannot be read, or is of a run with another model, address
        or wording: its answers would fit no request.
        """
        path = folder / _FILE
        try:
            with opened(path) as file:
                kept = json.load(file)
            made = cls(
                folder,
                str(kept["identity"]),
                [Job(**job) for job in kept["jobs"]],
                kept["again"],
                int(kept["idle"]),
            )
            known = kept["version"] == _VERSION
        except FileNotFoundError:
            return cls(folder, identity)
        except (OSError, ValueError, TypeError, KeyError):
            raise InputError(f"{path}: cannot be read as the state of a batch run") from None
        if not known or made.identity != identity:
            raise InputError(
                f"{folder}: holds a run with another model, address or version",
                hint="give another folder",
            )
        return made

    def save(self) -> None:
        """Write the file in one step. Raises OutputError."""
        kept = {
            "version": _VERSION,
            "identity": self.identity,
            "jobs": [asdict(job) for job in self.all],
            "again": self.again,
            "idle": self.idle,
        }
        path = self.folder / _FILE
        try:
            partial = path.with_suffix(".partial")
            with partial.open("w", encoding="utf-8") as sink:
                json.dump(kept, sink, ensure_ascii=False, indent=1)
                sink.flush()
                os.fsync(sink.fileno())
            partial.replace(path)
        except OSError as error:
            raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from None
