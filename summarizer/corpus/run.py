"""Several reports in one run: one engine, one set of limits, one cost ceiling."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from summarizer.checking.own import Check, with_checks
from summarizer.corpus.walk import STANDARD
from summarizer.engines.base import Engine, Progress
from summarizer.errors import InternalError, SomeFailedError, SummarizerError
from summarizer.models import Report
from summarizer.pipeline import asummarize, llm_engine
from summarizer.reading import Document, read
from summarizer.reading.reader import Source
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.corpus.workers import Workers

RunListener = Callable[[str, Progress], None]
"""Told the name of a report and how far it is."""

_Maker = Callable[[Source], Awaitable[Report]]

_AHEAD = 2  # reports under way for each process: one to work on, one to go on with


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the source at `place` (from 0): a report or an error, never both."""

    place: int
    name: str
    report: Report | None = None
    error: SummarizerError | None = None


async def summarize_all(
    sources: Iterable[Source],
    settings: Settings | None = None,
    *,
    engine: Engine | None = None,
    checks: Sequence[Check] = (),
    failed: Callable[[str, SummarizerError], None] | None = None,
    progress: RunListener | None = None,
) -> AsyncIterator[tuple[str, Report]]:
    """The reports of many sources with their names, each as soon as it is ready.

    One engine, one set of limits and one cost ceiling hold for all; without a model as many
    processes as there are cores share the work. No more than a few reports are held at a time.
    A source that cannot be summarised never stops the others: `failed` is told its name and the
    error; without `failed`, SomeFailedError is raised after the last report.
    """
    errors: dict[str, SummarizerError] = {}
    total = 0
    async for outcome in run(
        sources, settings or Settings(), engine=engine, checks=checks, progress=progress
    ):
        total += 1
        if outcome.report is not None:
            yield outcome.name, outcome.report
        elif outcome.error is not None:
            if failed is not None:
                failed(outcome.name, outcome.error)
            else:
                errors[outcome.name] = outcome.error
    if errors:
        raise SomeFailedError(errors, total)


async def run(
    sources: Iterable[Source],
    settings: Settings,
    *,
    engine: Engine | None = None,
    checks: Sequence[Check] = (),
    progress: RunListener | None = None,
) -> AsyncIterator[Outcome]:
    """What becomes of each source, ready ones first; never raises for one of them."""
    waiting: set[asyncio.Task[Outcome]] = set()
    numbered = enumerate(sources)
    async with AsyncExitStack() as stack:
        make, window = await _way(settings, engine, checks, progress, stack)
        try:
            while True:
                for place, source in islice(numbered, window - len(waiting)):
                    waiting.add(asyncio.create_task(_outcome(place, source, make)))
                if not waiting:
                    return
                done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                for outcome in sorted((task.result() for task in done), key=attrgetter("place")):
                    yield outcome
        finally:
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)


async def _way(
    settings: Settings,
    engine: Engine | None,
    checks: Sequence[Check],
    progress: RunListener | None,
    stack: AsyncExitStack,
) -> tuple[_Maker, int]:
    """How one report is made, and how many are under way at a time."""
    if engine is None and settings.chosen_engine == "extractive":
        from summarizer.corpus.workers import Workers

        cores = _cores()
        workers = await stack.enter_async_context(Workers(cores))
        return partial(_in_a_process, workers, settings, checks), cores * _AHEAD
    # A report among many has about one call in flight; a few more are being read or checked, so
    # that no call waits for the processor. Others would only fill the memory.
    chosen = llm_engine(settings) if engine is None else engine
    window = settings.concurrency + _cores() * _AHEAD
    return partial(_in_the_loop, chosen, settings, checks, progress), window


async def _in_a_process(
    workers: Workers, settings: Settings, checks: Sequence[Check], source: Source
) -> Report:
    if not isinstance(source, str | os.PathLike | bytes | Document) or source == STANDARD:
        source = await asyncio.to_thread(
            read, source, encoding=settings.encoding, limits=settings.file_limits
        )
    # A class or function of the caller's script is not known over there, and the fields are asked
    # of a model only: the checks are made here.
    report = await workers.summarize(source, settings.model_copy(update={"fields": None}))
    return await asyncio.to_thread(with_checks, report, checks) if checks else report


async def _in_the_loop(
    engine: Engine,
    settings: Settings,
    checks: Sequence[Check],
    progress: RunListener | None,
    source: Source,
) -> Report:
    told = None if progress is None else partial(progress, _name(source))
    return await asummarize(source, settings, engine=engine, checks=checks, progress=told)


async def _outcome(place: int, source: Source, make: _Maker) -> Outcome:
    name = _name(source)
    try:
        return Outcome(place, name, report=await make(source))
    except SummarizerError as error:
        return Outcome(place, name, error=error)
    except Exception as error:  # one bad source never stops the others
        return Outcome(place, name, error=InternalError.of(error))


def _name(source: Source) -> str:
    """A path as it was given, a document's name, or what an open file is called."""
    if isinstance(source, Document):
        return source.name
    if isinstance(source, str) and "\n" not in source:
        return source
    if isinstance(source, os.PathLike):
        return os.fspath(source)
    return str(getattr(source, "name", "<text>"))


def _cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
