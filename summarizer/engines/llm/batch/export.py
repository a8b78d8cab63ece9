"""Writing the requests that the store cannot answer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from summarizer.analysis import Analysis
from summarizer.engines.base import DraftChecker
from summarizer.engines.llm.ask.attempt import Attempt
from summarizer.engines.llm.batch.requests import (
    MOST_BYTES,
    MOST_REQUESTS,
    BatchRequest,
    disk_of,
    write_lines,
)
from summarizer.engines.llm.client.interface import Window
from summarizer.engines.llm.client.negotiation import Negotiation
from summarizer.engines.llm.configured import endpoint_of
from summarizer.engines.llm.drafting import Drafting
from summarizer.engines.llm.item_check import AnswerChecker
from summarizer.engines.llm.packing import chunks_above, packed, planner_of
from summarizer.engines.llm.prompt.templates import prompts_of
from summarizer.engines.llm.run_state import RunState
from summarizer.engines.llm.store.answers import AnswerStore
from summarizer.errors import UsageError
from summarizer.settings import Settings


@dataclass(frozen=True, slots=True)
class BatchExport:
    """What was written: the files, the requests in them, the answers that the store held already,
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
    check: Callable[[Analysis], DraftChecker] | None = None,
    most_requests: int = MOST_REQUESTS,
    most_bytes: int = MOST_BYTES,
    asked: Collection[str] = frozenset(),
) -> BatchExport:
    """Write the requests that the store cannot answer as OpenAI Batch JSONL, packed as live calls.

    Past the limits further files follow, numbered `name-2.jsonl` and so on. Nothing is written
    where nothing is missing. `check` makes the checker of a report: answers in the store that the
    source contradicts are asked again. `asked` are the keys of tasks that other requests ask
    already; what is made of their answers waits. Raises UsageError without a model or with the
    cache turned off, and OutputError where a file cannot be written or the cache cannot be used.
    """
    if settings.model is None:
        raise UsageError("batch export needs a model (-m)")
    disk = disk_of(settings)
    prompts = prompts_of(settings)
    endpoint = endpoint_of(settings)
    capabilities = Negotiation(endpoint).current
    window = Window(capabilities.context, capabilities.max_output)
    requests: dict[str, BatchRequest] = {}
    sources: dict[str, str] = {}
    cached = later = 0
    for analysis in analyses:
        store = AnswerStore(disk, reads=settings.cache == "on")
        checker = AnswerChecker(analysis, check(analysis)) if check else None
        state = RunState(analysis, planner_of(analysis, settings, prompts), store, checker)
        state.recall()
        made, waiting = _open(state, settings, window, asked)
        cached, later = cached + state.cache_hits, later + waiting
        requests |= {request.custom_id: request for request in made}
        if made:
            sources[analysis.document.sha256] = analysis.document.text
    export = hashlib.sha256("".join(requests).encode()).hexdigest()
    lines = [request.line(prompts, endpoint, capabilities) for request in requests.values()]
    files = write_lines(path, lines, most_requests, most_bytes)
    if requests:
        disk.put_sources(sources)
        disk.put_requests(
            {key: replace(one, export=export).to_json() for key, one in requests.items()}
        )
    disk.close()
    return BatchExport(tuple(files), len(lines), cached, later)


def missing_units(analyses: Iterable[Analysis], settings: Settings) -> list[str]:
    """The units without an answer in the store, as `name id` (of the whole report `name overview`),
    in reading order. Raises OutputError where the cache cannot be used."""
    disk = disk_of(settings)
    prompts = prompts_of(settings)
    found = []
    for analysis in analyses:
        planner = planner_of(analysis, settings, prompts)
        state = RunState(analysis, planner, AnswerStore(disk), None)
        state.recall()
        tasks = [attempt.task for attempt in state.open_units()] + list(state.open_above())
        name = analysis.document.name
        found += [f"{name} {task.unit_id or 'overview'}" for task in tasks]
    disk.close()
    return found


def _open(
    state: RunState, settings: Settings, window: Window, asked: Collection[str]
) -> tuple[list[BatchRequest], int]:
    """The requests to make now, and how many sections come later."""
    prompts = prompts_of(settings)
    attempts, above = state.open_units(), state.open_above()
    if any(task.key in asked for task in [*(one.task for one in attempts), *above]):
        attempts = [attempt for attempt in attempts if attempt.task.key not in asked]
        if not attempts:
            return [], len(above)
    if attempts:
        chunks = packed(attempts, settings, prompts, window)
        made = [_request(state, chunk, along=True) for chunk in chunks]
        along = sum(len(request.along) for request in made)
        return made, len(above) - along
    if not above:
        return [], 0
    drafting = Drafting(state.analysis, settings.lang, settings.fields)
    # One call at a time: every round of requests is a batch to wait for.
    chunks = chunks_above(state, above, drafting, settings, prompts, window, concurrency=1)
    made = [_request(state, chunk, along=False) for chunk in chunks]
    return made, len(above) - sum(len(chunk) for chunk in chunks)


def _request(state: RunState, chunk: list[Attempt], *, along: bool) -> BatchRequest:
    document = state.analysis.document
    return BatchRequest(
        name=document.name,
        source=document.sha256,
        export="",
        tasks=tuple(attempt.task for attempt in chunk),
        along=tuple(state.covered(chunk)) if along else (),
        again=frozenset(attempt.task.key for attempt in chunk if attempt.known is not None),
        tries=max((attempt.tries for attempt in chunk), default=0),
        attempts=tuple(chunk),
    )
