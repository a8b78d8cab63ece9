"""The only wiring: read, analyse, draft, assemble, check.

`summarize` and `asummarize` give the same report. The extractive engine needs neither an event
loop nor a network, and nothing of the LLM engine is imported for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from time import perf_counter

from summarizer.analysis import Analysis, analyse
from summarizer.assembly import assemble
from summarizer.checking import SourceIndex, check_draft, check_report, check_text, places_of
from summarizer.checking.own import Check, with_checks
from summarizer.engines.base import Drafts, Engine, ProgressListener, SecondOpinion
from summarizer.engines.extractive import ExtractiveEngine
from summarizer.models import Report, Run
from summarizer.models.fields import MeasureFields
from summarizer.output.report_methods import with_source
from summarizer.reading import read
from summarizer.reading.reader import Source
from summarizer.settings import Settings
from summarizer.vocabulary import Lang


def summarize(
    source: Source,
    settings: Settings | None = None,
    *,
    engine: Engine | None = None,
    checks: Sequence[Check] = (),
    progress: ProgressListener | None = None,
) -> Report:
    """The checked report of a path (`-` for standard input), an open file or a document.

    `engine` replaces the one of the settings; `checks` are told each measure beside the package's
    own. Blocks until the report is complete; works inside a
    running event loop too. Raises InputError for what cannot be read, EngineError where a language
    model was asked for and cannot be used.
    """
    settings = settings or Settings()
    if engine is None and settings.chosen_engine == "extractive":
        started = _Start()
        analysis = _analyse(source, settings)
        drafts = ExtractiveEngine().draft_sync(analysis)
        return _finish(analysis, drafts, ExtractiveEngine.name, settings, checks, started)
    return _in_event_loop(source, settings, engine, checks, progress)


async def asummarize(
    source: Source,
    settings: Settings | None = None,
    *,
    engine: Engine | None = None,
    checks: Sequence[Check] = (),
    progress: ProgressListener | None = None,
) -> Report:
    """Like `summarize`, inside an event loop, which goes on meanwhile: reading, checking and the
    extractive engine work in a thread, the calls of the LLM engine in the loop."""
    from asyncio import to_thread

    settings = settings or Settings()
    if engine is None:
        if settings.chosen_engine == "extractive":
            return await to_thread(summarize, source, settings, checks=checks)
        engine = llm_engine(settings)
    started = _Start()
    analysis = await to_thread(_analyse, source, settings)
    drafts = await engine.draft(analysis, progress)
    report = await to_thread(_finish, analysis, drafts, engine.name, settings, checks, started)
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
    a note in the report says how. No model is asked. Any text can be checked; raises InputError
    where `document` cannot be read.
    """
    started = _Start()
    analysis = analyse(read(document))
    checked = check_text(text, analysis, lang)
    run = {"started_at": started.at, "seconds": started.seconds}
    return checked.model_copy(update={"run": checked.run.model_copy(update=run)})


class _Start:
    """When a run began: by the calendar for the reader, by the counter for its length."""

    def __init__(self) -> None:
        self.at = datetime.now().astimezone().isoformat(timespec="seconds")
        self._counter = perf_counter()

    @property
    def seconds(self) -> float:
        return round(perf_counter() - self._counter, 3)


def _analyse(source: Source, settings: Settings) -> Analysis:
    return analyse(read(source, encoding=settings.encoding, limits=settings.file_limits))


def _in_event_loop(
    source: Source,
    settings: Settings,
    engine: Engine | None,
    checks: Sequence[Check],
    progress: ProgressListener | None,
) -> Report:
    import asyncio

    def run() -> Report:
        made = asummarize(source, settings, engine=engine, checks=checks, progress=progress)
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
    drafts: Drafts,
    engine: str,
    settings: Settings,
    checks: Sequence[Check],
    started: _Start,
) -> Report:
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
    index = SourceIndex(analysis)
    report = assemble(analysis, drafts, run, told=places_of(drafts.overview.summary, index))
    checked = check_report(report, analysis, settings.lang, index=index)
    checked = with_checks(checked, checks, settings.fields, settings.lang)
    seconds = started.seconds
    return checked.model_copy(update={"run": checked.run.model_copy(update={"seconds": seconds})})
