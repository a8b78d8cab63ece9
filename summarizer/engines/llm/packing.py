"""Planning and packing as the settings want it: the same for live calls and for batch files."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.analysis import Analysis
from summarizer.engines.llm.answer.schema import schema_digest
from summarizer.engines.llm.ask.attempt import Attempt
from summarizer.engines.llm.client.interface import Window
from summarizer.engines.llm.client.tokens import estimate
from summarizer.engines.llm.drafting import Drafting
from summarizer.engines.llm.prompt.templates import Prompts
from summarizer.engines.llm.run_state import RunState
from summarizer.engines.llm.tasks.chunks import Room, plan
from summarizer.engines.llm.tasks.keys import TaskKeys
from summarizer.engines.llm.tasks.material import Material
from summarizer.engines.llm.tasks.planner import TaskPlanner
from summarizer.engines.llm.tasks.task import SummaryTask
from summarizer.settings import Settings

_ONE_EACH = 1_000_000
"""Divides a room so that it holds a single task."""


def planner_of(analysis: Analysis, settings: Settings, prompts: Prompts) -> TaskPlanner:
    """The planner of a report under these settings."""
    return TaskPlanner(analysis, keys_of(settings, prompts), settings.chunk_tokens)


def keys_of(settings: Settings, prompts: Prompts) -> TaskKeys:
    """The maker of cache keys under these settings."""
    return TaskKeys.of(settings, prompts.digest, schema_digest(settings.fields))


def packed(
    attempts: Sequence[Attempt],
    settings: Settings,
    prompts: Prompts,
    window: Window,
    *,
    reports: int = 1,
) -> list[list[Attempt]]:
    """The units in chunks, in reading order; `reports` share the calls that may run at once: one
    by itself is asked in several small calls, one among many in few large ones."""
    by_task = {id(attempt.task): attempt for attempt in attempts}
    chunks = plan(
        [attempt.task for attempt in attempts],
        room=room_of(settings, prompts, window),
        concurrency=max(1, settings.concurrency // reports),
    )
    return [[by_task[id(task)] for task in chunk] for chunk in chunks]


def chunks_above(
    state: RunState,
    waiting: Sequence[SummaryTask],
    drafting: Drafting,
    settings: Settings,
    prompts: Prompts,
    window: Window,
    *,
    concurrency: int,
) -> list[list[Attempt]]:
    """The sections (and the overview) that can be asked now, in chunks from the bottom up, spread
    over `concurrency` calls. Where requests have failed, the next are smaller, and in the end a
    section each."""
    material = Material(state.analysis, room_of(settings, prompts, window), concurrency)
    tries = max((attempt.tries for attempt in state.attempts(waiting)), default=0)
    shrunk = _ONE_EACH if tries >= settings.reasks else 4**tries
    ready = material.ready(waiting, state.known(drafting), shrunk)
    return [state.attempts(chunk) for chunk in ready]


def room_of(settings: Settings, prompts: Prompts, window: Window) -> Room:
    """What a chunk may hold, by the settings and by what is known of the endpoint."""
    return Room.of(
        source=settings.chunk_tokens,
        rules=estimate(prompts.system),
        context=window.context,
        max_output=window.max_output or settings.max_output_tokens,
    )
