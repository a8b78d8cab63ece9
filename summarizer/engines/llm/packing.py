"""Planning and packing as the settings want it: the same for live calls and for batch files."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.analysis import Analysis
from summarizer.engines.llm.answer.schema import schema_digest
from summarizer.engines.llm.ask.attempt import Attempt
from summarizer.engines.llm.client.interface import Window
from summarizer.engines.llm.client.tokens import estimate
from summarizer.engines.llm.prompt.templates import Prompts
from summarizer.engines.llm.tasks.chunks import SMALLEST_ANSWER, Room, plan
from summarizer.engines.llm.tasks.keys import TaskKeys
from summarizer.engines.llm.tasks.planner import TaskPlanner
from summarizer.settings import Settings

SECTION_ANSWER = 150
"""Tokens of answer worth a call of sections: they are short, and everything waits for them."""


def planner_of(analysis: Analysis, settings: Settings, prompts: Prompts) -> TaskPlanner:
    """The planner of a report under these settings."""
    keys = TaskKeys.of(settings, prompts.digest, schema_digest())
    return TaskPlanner(analysis, keys, settings.chunk_tokens)


def packed(
    attempts: Sequence[Attempt],
    settings: Settings,
    prompts: Prompts,
    window: Window,
    smallest: int = SMALLEST_ANSWER,
) -> list[list[Attempt]]:
    """The attempts in chunks, in reading order; `smallest` is the least answer worth a call."""
    by_task = {id(attempt.task): attempt for attempt in attempts}
    chunks = plan(
        [attempt.task for attempt in attempts],
        room=Room.of(
            source=settings.chunk_tokens,
            rules=estimate(prompts.system),
            context=window.context,
            max_output=window.max_output or settings.max_output_tokens,
        ),
        concurrency=settings.concurrency,
        smallest=smallest,
    )
    return [[by_task[id(task)] for task in chunk] for chunk in chunks]
