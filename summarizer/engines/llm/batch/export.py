"""Writing the requests that the cache cannot answer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.analysis import Analysis
from summarizer.engines.llm.answers import Answer
from summarizer.engines.llm.batch.requests import cache_of, kept, maker_of
from summarizer.engines.llm.board import Board
from summarizer.engines.llm.cache import AnswerCache
from summarizer.engines.llm.completion import CallStats, Endpoint
from summarizer.engines.llm.dialects import Dialect, Dialects
from summarizer.engines.llm.memory import Memory
from summarizer.engines.llm.prompting import Ask, Prompts, Request, load_prompts
from summarizer.engines.llm.questions import Question
from summarizer.engines.llm.rollup import Rollup
from summarizer.engines.llm.wire_schema import wire_schema
from summarizer.errors import OutputError, UsageError
from summarizer.settings import Settings

MOST_REQUESTS = 50_000
MOST_BYTES = 200_000_000
"""The limits of one file of the OpenAI Batch service."""


@dataclass(frozen=True, slots=True)
class BatchExport:
    """What was written: the files, the requests in them, the answers that the cache held already,
    and the sections whose requests come in a later round."""

    files: tuple[Path, ...]
    requests: int
    cached: int
    later: int


def export_requests(
    analyses: Iterable[Analysis],
    settings: Settings,
    path: Path,
    *,
    most_requests: int = MOST_REQUESTS,
    most_bytes: int = MOST_BYTES,
) -> BatchExport:
    """Write the requests that the cache cannot answer as OpenAI Batch JSONL.

    Past the limits further files follow, numbered `name-2.jsonl` and so on. Nothing is written
    where nothing is missing. Raises UsageError without a model or with the cache turned off, and
    OutputError where a file cannot be written.
    """
    if settings.model is None:
        raise UsageError("batch export needs a model (-m)")
    cache = cache_of(settings)
    prompts = load_prompts()
    dialect = _dialect(settings)
    lines: dict[str, bytes] = {}
    asked: dict[str, Question] = {}
    cached = later = 0
    for analysis in analyses:
        questions, known, waiting = _open(analysis, settings, cache, prompts)
        cached, later = cached + known, later + waiting
        for question in questions:
            body = _body(prompts.request([Ask(question)]), settings, dialect)
            lines[question.key] = _line(question.key, body)
            asked[question.key] = question
    files = _write(path, list(lines.values()), most_requests, most_bytes)
    export = hashlib.sha256("".join(asked).encode()).hexdigest()
    cache.put_requests({key: kept(question, export) for key, question in asked.items()})
    cache.close()
    return BatchExport(tuple(files), len(lines), cached, later)


def _dialect(settings: Settings) -> Dialect:
    endpoint = Endpoint(
        model=settings.model or "",
        base_url=settings.base_url,
        mode=settings.mode,
        temperature=settings.temperature,
        modes_file=settings.cache_dir / "modes.tsv",
    )
    return Dialects(endpoint).current


def _open(
    analysis: Analysis, settings: Settings, cache: AnswerCache, prompts: Prompts
) -> tuple[list[Question], int, int]:
    """The questions to ask now, the answers known, and the sections to ask for later."""
    memory = Memory(cache, reads=settings.cache == "on")
    maker = maker_of(analysis, settings, prompts)
    board = Board(analysis, maker, memory, None, None, CallStats, settings)
    board.recall()
    units = [trial.question for trial in board.open_units()]
    sections = [trial.question for trial in board.open_sections()]
    if units or not sections:
        return units, board.cache_hits, len(sections)
    ready = Rollup(analysis, settings.chunk_tokens).ready(sections, board.summaries())
    return ready, board.cache_hits, len(sections) - len(ready)


def _body(request: Request, settings: Settings, dialect: Dialect) -> dict[str, Any]:
    body: dict[str, Any] = {
        "model": settings.model,
        "messages": [{"role": one.role, "content": one.content} for one in request.messages],
    }
    if settings.temperature is not None and dialect.temperature:
        body["temperature"] = settings.temperature
    limit = "max_completion_tokens" if dialect.newer_limit else "max_tokens"
    body[limit] = settings.max_output_tokens
    schema = wire_schema(Answer)
    if dialect.mode == "json_schema":
        named = {"name": "Answer", "schema": schema, "strict": dialect.strict}
        body["response_format"] = {"type": "json_schema", "json_schema": named}
    elif dialect.mode == "tools":
        function = {"name": "Answer", "parameters": schema}
        body["tools"] = [{"type": "function", "function": function}]
        body["tool_choice"] = {"type": "function", "function": {"name": "Answer"}}
    elif dialect.mode == "json":
        body["response_format"] = {"type": "json_object"}
    return body


def _line(key: str, body: dict[str, Any]) -> bytes:
    line = {"custom_id": key, "method": "POST", "url": "/v1/chat/completions", "body": body}
    return json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n"


def _write(path: Path, lines: Sequence[bytes], most: int, most_bytes: int) -> list[Path]:
    files: list[Path] = []
    start = 0
    try:
        while start < len(lines):
            end, size = start, 0
            while end < len(lines) and end - start < most:
                size += len(lines[end])
                if size > most_bytes and end > start:
                    break
                end += 1
            number = len(files) + 1
            name = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
            name.write_bytes(b"".join(lines[start:end]))
            files.append(name)
            start = end
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from None
    return files
