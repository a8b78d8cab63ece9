"""The only wiring: read, analyse, draft, assemble, check.

`summarize` and `asummarize` give the same report. The extractive engine needs neither an event
loop nor a network, and nothing of the LLM engine is imported for it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextvars import copy_context
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from time import perf_counter
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from summarizer.analysis import Analysis, analyse
from summarizer.assembly import assemble
from summarizer.checking import (
    CheckedText,
    check_draft,
    check_report,
    checked_text,
    index_of,
    places_of,
)
from summarizer.checking.own import Check, with_checks
from summarizer.engines.base import Drafts, Engine, ProgressListener, SecondOpinion
from summarizer.errors import UsageError
from summarizer.models import Report, Run
from summarizer.models.fields import MeasureFields
from summarizer.output.report_methods import with_source
from summarizer.reading import read
from summarizer.reading.formats.pages import PageListener
from summarizer.reading.reader import Source
from summarizer.settings import Settings
from summarizer.vocabulary import Lang

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

_P = ParamSpec("_P")
_T = TypeVar("_T")

_ASIDE = 2
"""Threads for reading and checking beside a loop. The interpreter runs one at a time: of twenty
that share it none is done before all are, and no call can be made meanwhile. The second is for one
that waits for a file in a child process."""


def summarize(
    source: Source,
    settings: Settings | None = None,
    *,
    engine: Engine | None = None,
    checks: Sequence[Check] = (),
    progress: ProgressListener | None = None,
    pages: PageListener | None = None,
) -> Report:
    """The checked report of a path (`-` for standard input), an open file or a document.

    `engine` replaces the one of the settings; `checks` are told each measure beside the package's
    own; `progress` hears how far the engine is, `pages` how many pages of a PDF are read (from
    another thread). Blocks until the report is complete; works inside a
    running event loop too. Raises InputError for what cannot be read, EngineError where a language
    model was asked for and cannot be used.
    """
    settings = settings or Settings()
    if engine is None and settings.chosen_engine == "extractive":
        from summarizer.engines.extractive import ExtractiveEngine  # `verify` needs no engine

        started = _Start()
        analysis = _analyse(source, settings, pages)
        drafts = [ExtractiveEngine().draft_sync(analysis)]
        return _finish(analysis, drafts, ExtractiveEngine.name, settings, checks, started)
    return _in_event_loop(source, settings, engine, checks, progress, pages)


async def asummarize(
    source: Source,
    settings: Settings | None = None,
    *,
    engine: Engine | None = None,
    checks: Sequence[Check] = (),
    progress: ProgressListener | None = None,
    pages: PageListener | None = None,
) -> Report:
    """Like `summarize`, inside an event loop, which goes on meanwhile: reading, checking and the
    extractive engine work in a thread, the calls of the LLM engine in the loop."""
    settings = settings or Settings()
    if engine is None:
        if settings.chosen_engine == "extractive":
            return await _beside(summarize, source, settings, checks=checks, pages=pages)
        engine = llm_engine(settings)
    elif not hasattr(engine, "draft"):
        raise UsageError(f"{engine!r} is no engine; the name of one goes into Settings(engine=…)")
    started = _Start()
    analysis = await _beside(_analyse, source, settings, pages)
    drafts = [await engine.draft(analysis, progress)]
    report = await _beside(_finish, analysis, drafts, engine.name, settings, checks, started)
    if settings.second_opinion and isinstance(engine, SecondOpinion):
        report = await engine.second_opinions(analysis, report)
    return report


def llm_engine(settings: Settings) -> Engine:
    """The engine of the settings' endpoint, which has its drafts checked against the source."""
    from summarizer.engines.llm import LLMEngine

    return LLMEngine(settings, check=partial(check_draft, lang=settings.lang))


def verify(
    report: Report,
    document: Source,
    *,
    fields: type[MeasureFields] | None = None,
    checks: Sequence[Check] = (),
    lang: Lang = "zh",
) -> Report:
    """A copy of a stored report with fresh findings, verdicts, verification and audit.

    `document` is what `read` gives, or anything that it takes.

    No model is asked. `fields` are the user's own that the report was made with (without them what
    was found about `extra` stays as it is), `checks` those of `summarize`. `lang` is the language
    of the reasons. Raises PairingError where the report was made from another text.
    """
    document = read(document)
    attached = with_source(report, document)
    checked = check_report(attached, analyse(document), lang)
    return with_checks(checked, checks, fields, lang)


def verify_text(text: str, document: Source, *, lang: Lang = "zh") -> Report:
    """What a summary in Markdown or plain text, by whoever wrote it, amounts to; checked.

    Its statements are placed by the ids or headings they print, or by the unit they match best;
    a note in the report says how. What could not be decided is among the findings, as remarks. No
    model is asked. Any text can be checked; raises InputError where `document` cannot be read.
    """
    return verify_answer(text, document, lang=lang).report


def verify_answer(text: str, document: Source, *, lang: Lang = "zh") -> CheckedText:
    """The report of `verify_text`, and which place of the source bears out which claim."""
    started = _Start()
    checked = checked_text(text, analyse(read(document)), lang)
    run = {"started_at": started.at, "seconds": started.seconds}
    run_of = checked.report.run.model_copy(update=run)
    return replace(checked, report=checked.report.model_copy(update={"run": run_of}))


async def _beside(function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """`asyncio.to_thread`, with no more than a few at a time."""
    from asyncio import get_running_loop

    call = partial(copy_context().run, partial(function, *args, **kwargs))
    return await get_running_loop().run_in_executor(_threads(), call)


@cache
def _threads() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(_ASIDE, thread_name_prefix="summarize")


if hasattr(os, "register_at_fork"):  # threads do not come along
    os.register_at_fork(after_in_child=_threads.cache_clear)


class _Start:
    """When a run began: by the calendar for the reader, by the counter for its length."""

    def __init__(self) -> None:
        self.at = datetime.now().astimezone().isoformat(timespec="seconds")
        self._counter = perf_counter()

    @property
    def seconds(self) -> float:
        return round(perf_counter() - self._counter, 3)


def _analyse(source: Source, settings: Settings, pages: PageListener | None) -> Analysis:
    encoding, limits = settings.encoding, settings.file_limits
    return analyse(read(source, encoding=encoding, limits=limits, pages=pages))


def _in_event_loop(
    source: Source,
    settings: Settings,
    engine: Engine | None,
    checks: Sequence[Check],
    progress: ProgressListener | None,
    pages: PageListener | None,
) -> Report:
    import asyncio

    def run() -> Report:
        made = asummarize(
            source, settings, engine=engine, checks=checks, progress=progress, pages=pages
        )
        return asyncio.run(made)

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return run()
    return _in_thread(run)  # a notebook: its loop is busy with the cell that called us


def _in_thread(run: Callable[[], Report]) -> Report:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(run).result()


def _finish(
    analysis: Analysis,
    taken: list[Drafts],
    engine: str,
    settings: Settings,
    checks: Sequence[Check],
    started: _Start,
) -> Report:
    """The checked report. `taken` is emptied: of a long report nobody is to hold the drafts while
    it is checked."""
    drafts = taken.pop()
    usage = drafts.usage
    run = Run(
        engine=engine,
        model=drafts.model,
        prompt_digest=drafts.prompt_digest,
        started_at=started.at,
        seconds=0.0,
        calls=usage.calls,
        cache_hits=usage.cache_hits,
        retries=usage.retries,
        prompt_tokens=usage.prompt_tokens,
        completion_tokens=usage.completion_tokens,
        cost=usage.cost,
    )
    index = index_of(analysis)
    report = assemble(
        analysis, drafts, run, settings.lang, told=places_of(drafts.overview.summary, index)
    )
    del drafts
    checked = check_report(report, analysis, settings.lang, index=index)
    checked = with_checks(checked, checks, settings.fields, settings.lang)
    seconds = started.seconds
    return checked.model_copy(update={"run": checked.run.model_copy(update={"seconds": seconds})})
