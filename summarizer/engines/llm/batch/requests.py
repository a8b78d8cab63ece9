"""What both directions of a batch share: the store, the lines, and requests kept beside answers."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from summarizer import patterns as re
from summarizer.engines.llm.ask.attempt import Attempt
from summarizer.engines.llm.ask.runner import chat_request
from summarizer.engines.llm.client.base_url import BaseUrl
from summarizer.engines.llm.client.capabilities import Capabilities
from summarizer.engines.llm.client.interface import Endpoint
from summarizer.engines.llm.client.request_body import request_body
from summarizer.engines.llm.prompt.rendering import Asking, Rendered, render
from summarizer.engines.llm.prompt.templates import Prompts
from summarizer.engines.llm.store.disk import DiskStore
from summarizer.engines.llm.tasks.task import Anchor, Issue, Line, SummaryTask
from summarizer.errors import OutputError, UsageError
from summarizer.settings import Settings
from summarizer.spans import Range

_VERSION = re.compile("v[0-9]{1,2}")
MOST_REQUESTS = 50_000
MOST_BYTES = 200_000_000
"""The limits of one file of the OpenAI Batch service."""


def chat_path(base_url: str | None) -> str:
    """The path that a batch service is told for its requests: of OpenAI and DashScope
    /v1/chat/completions, of Zhipu /v4/…: the version is the last part of the base URL."""
    version = BaseUrl(base_url).path.rpartition("/")[2]
    return f"/{version if _VERSION.fullmatch(version) else 'v1'}/chat/completions"


def disk_of(settings: Settings) -> DiskStore:
    """The store that a batch works through. Raises UsageError where it is turned off."""
    if settings.cache == "off":
        raise UsageError("a batch works through the cache, which is turned off")
    return DiskStore(settings.cache_dir)


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """A request as it is exported and kept: what it asks, for which source.

    `export` names the whole export, `source` the text by its digest and `name` the file it came
    from. `again` are the keys of the tasks that the source contradicted before.
    """

    name: str
    source: str
    export: str
    tasks: tuple[SummaryTask, ...]
    along: tuple[SummaryTask, ...] = ()
    again: frozenset[str] = frozenset()
    tries: int = 0
    attempts: tuple[Attempt, ...] = field(default=(), compare=False)

    @property
    def custom_id(self) -> str:
        """The same for the same request."""
        keys = [task.key for task in (*self.tasks, *self.along)]
        packed = json.dumps([keys, sorted(self.again), self.tries])
        return hashlib.sha256(packed.encode("ascii")).hexdigest()

    def rendered(self, prompts: Prompts) -> Rendered:
        """Its messages, and which id in the answer means which task."""
        attempts = self.attempts or tuple(map(Attempt, self.tasks))
        askings: list[Asking] = [attempt.asking for attempt in attempts]
        return render(prompts, askings, self.along)

    def line(self, prompts: Prompts, endpoint: Endpoint, capabilities: Capabilities) -> bytes:
        """The line of the file: the body of a live call under a name."""
        request = chat_request(self.rendered(prompts), self.attempts)
        line = {
            "custom_id": self.custom_id,
            "method": "POST",
            "url": chat_path(endpoint.base_url),
            "body": request_body(request, endpoint, capabilities),
        }
        return json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n"

    def to_json(self) -> str:
        """What it takes to validate an answer without its report."""
        kept: dict[str, Any] = {
            "name": self.name,
            "source": self.source,
            "export": self.export,
            "tasks": [asdict(task) for task in self.tasks],
            "along": [asdict(task) for task in self.along],
            "again": sorted(self.again),
            "tries": self.tries,
        }
        return json.dumps(kept, ensure_ascii=True)

    @classmethod
    def from_json(cls, text: str | None) -> BatchRequest | None:
        """A kept request; None where there is none that can be read."""
        try:
            kept = json.loads(text or "")
            return cls(
                name=str(kept["name"]),
                source=str(kept["source"]),
                export=str(kept["export"]),
                tasks=tuple(map(_task, kept["tasks"])),
                along=tuple(map(_task, kept["along"])),
                again=frozenset(map(str, kept["again"])),
                tries=int(kept["tries"]),
            )
        except (ValueError, TypeError, KeyError, RecursionError):
            return None


def _task(kept: dict[str, Any]) -> SummaryTask:
    made: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()
    }
    made["span"] = Range(*kept["span"])
    made["issue"] = Issue(**kept["issue"])
    made["anchors"] = tuple(Anchor(**anchor) for anchor in kept["anchors"])
    made["lines"] = tuple(Line(*line) for line in kept["lines"])
    return SummaryTask(**made)


def write_lines(
    path: Path,
    lines: Sequence[bytes],
    most: int = MOST_REQUESTS,
    most_bytes: int = MOST_BYTES,
) -> list[Path]:
    """Write a file, or several within the limits, each whole or not at all. Raises OutputError."""
    files: list[Path] = []
    for part in _parts(lines, most, most_bytes):
        number = len(files) + 1
        name = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
        _write(name, part)
        files.append(name)
    return files


def _parts(lines: Sequence[bytes], most: int, most_bytes: int) -> Iterable[Sequence[bytes]]:
    start = 0
    while start < len(lines):
        end, size = start, 0
        while end < len(lines) and end - start < most:
            size += len(lines[end])
            if size > most_bytes and end > start:
                break
            end += 1
        yield lines[start:end]
        start = end


def _write(path: Path, lines: Iterable[bytes]) -> None:
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:80]}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.writelines(lines)
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from None
