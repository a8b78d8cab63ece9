"""The engine: plans the tasks of a report, has each answered once, and drafts every unit."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace

from summarizer.analysis import Analysis
from summarizer.engines.base import CheckerMaker, Drafts, ProgressListener, Usage
from summarizer.engines.llm.ask.attempt import Attempt, Outcome
from summarizer.engines.llm.ask.runner import ChunkRunner, run_all
from summarizer.engines.llm.ask.usefulness import Usefulness
from summarizer.engines.llm.client.interface import CallStats, Completer
from summarizer.engines.llm.configured import completer_of, store_of
from summarizer.engines.llm.drafting import Drafting
from summarizer.engines.llm.fallback import failures_told
from summarizer.engines.llm.item_check import AnswerChecker
from summarizer.engines.llm.packing import chunks_above, keys_of, packed, planner_of
from summarizer.engines.llm.prompt.templates import Prompts, prompts_of
from summarizer.engines.llm.run_state import RunState
from summarizer.engines.llm.second_opinion import SecondOpinions
from summarizer.errors import EndpointError, UsageError
from summarizer.models import Report
from summarizer.settings import Settings

log = logging.getLogger("summarizer.llm")


class LLMEngine:
    """Drafts by a language model; see `Engine`.

    One engine drafts any number of reports, one after another or at once, in one event loop: they
    share the limits (calls at once, paces, money) and what is found out about the endpoint, and a
    text that two of them hold is asked for once. `completer` replaces the endpoint of the settings
    (in tests); it is then the caller's to close. Connections and store are closed whenever no
    draft is on its way, and opened again by the next.
    """

    name = "llm"

    def __init__(
        self,
        settings: Settings,
        *,
        check: CheckerMaker | None = None,
        progress: ProgressListener | None = None,
        completer: Completer | None = None,
    ) -> None:
        if settings.model is None:
            raise UsageError("the engine llm needs a model (-m)")
        self._settings = settings
        self._check = check
        self._progress = progress
        self._given = completer
        self._opened: Completer | None = None
        self._drafting = 0
        self._flights: dict[str, asyncio.Future[Outcome | None]] = {}
        self._store = store_of(settings)
        self._usefulness = Usefulness()
        self._probing = asyncio.Lock()
        self._unusable: EndpointError | None = None

    async def draft(self, analysis: Analysis, progress: ProgressListener | None = None) -> Drafts:
        """The drafts of every unit of a report; `progress` listens to this one.

        Raises EndpointError where the endpoint cannot be used; whatever else goes wrong with a
        unit ends in its extractive draft, and in one warning of the log.
        """
        self._drafting += 1
        try:
            return await self._draft(analysis, progress or self._progress)
        finally:
            self._drafting -= 1
            if not self._drafting:
                await self._close()

    async def second_opinions(self, analysis: Analysis, report: Report) -> Report:
        """A checked report with the model's opinion on the claims that nobody could decide; see
        `SecondOpinions`. Asks nothing where there is no such claim."""
        prompts = prompts_of(self._settings)
        self._drafting += 1
        try:
            asking = SecondOpinions(
                analysis,
                self._completer(),
                self._store,
                prompts,
                keys_of(self._settings, prompts),
                self._settings.lang,
            )
            return await asking.of(report)
        finally:
            self._drafting -= 1
            if not self._drafting:
                await self._close()

    async def _draft(self, analysis: Analysis, progress: ProgressListener | None) -> Drafts:
        settings, prompts = self._settings, prompts_of(self._settings)
        checker = AnswerChecker(analysis, self._check(analysis)) if self._check else None
        state = RunState(
            analysis,
            planner_of(analysis, settings, prompts),
            self._store,
            checker,
            progress,
        )
        state.recall()
        drafting = Drafting(analysis, settings.lang, settings.fields)
        await self._settle_units(prompts, state)
        while waiting := state.open_above():
            chunks = chunks_above(
                state,
                waiting,
                drafting,
                settings,
                prompts,
                self._completer().window,
                concurrency=settings.concurrency,
            )
            await self._settle(prompts, state, chunks)
        for line in failures_told(state.outcomes.values()):
            log.warning("%s: %s", analysis.document.name, line)
        return drafting.drafts(
            state.parts_ended(),
            {task.unit_id: state.outcomes[task.key] for task in state.above},
            usage=_usage(state),
            model=settings.model,
            prompt_digest=prompts.digest,
        )

    async def _settle_units(self, prompts: Prompts, state: RunState) -> None:
        """Have all units settled; at an endpoint that has never answered, the shortest one first,
        by itself, so that a hundred calls do not find out together what one can."""
        attempts = state.open_units()
        if not attempts:
            return
        window = self._completer().window
        if not window.proved and len(packed(attempts, self._settings, prompts, window)) > 1:
            async with self._probing:
                if not (self._completer().window.proved or self._usefulness.hopeless):
                    probe = min(attempts, key=lambda attempt: attempt.task.answer_tokens)
                    await self._settle(prompts, state, [[probe]])
                    self._usefulness.note_shortest(state.outcomes[probe.task.key].failure)
                    attempts = state.open_units()
        window = self._completer().window
        chunks = packed(attempts, self._settings, prompts, window, reports=self._drafting)
        await self._settle(prompts, state, chunks, along=True)

    async def _settle(
        self,
        prompts: Prompts,
        state: RunState,
        chunks: Sequence[Sequence[Attempt]],
        *,
        along: bool = False,
    ) -> None:
        """Have attempts settled: by asking, or by waiting for a draft that asks the same already.
        Sections may stay open, to be asked again in another request."""
        if self._drafting > 1:  # what another report has asked meanwhile is answered by now
            state.recall()
            renewed = [state.attempts([attempt.task for attempt in chunk]) for chunk in chunks]
            chunks = [chunk for chunk in renewed if chunk]
        if not chunks:
            return
        if self._unusable is not None:  # what refused one report for good refuses them all
            raise self._unusable
        runner = self._runner(prompts, state)
        going = [list(chunk) for chunk in chunks]
        while going:
            theirs = [a for chunk in going for a in chunk if a.task.key in self._flights]
            waiting = [self._flights[attempt.task.key] for attempt in theirs]
            mine = [[a for a in chunk if a.task.key not in self._flights] for chunk in going]
            mine = [chunk for chunk in mine if chunk]
            loop = asyncio.get_running_loop()
            flights = {a.task.key: loop.create_future() for chunk in mine for a in chunk}
            self._flights.update(flights)
            try:
                await run_all(
                    [runner.ask(chunk, state.covered(chunk) if along else ()) for chunk in mine]
                )
            except EndpointError as error:
                self._unusable = error
                raise
            finally:
                for key, flight in flights.items():
                    del self._flights[key]
                    flight.set_result(state.outcomes.get(key))
            left = []
            for attempt, flight in zip(theirs, waiting, strict=True):
                outcome = await flight
                if outcome is None:
                    left.append(attempt)
                else:
                    state.settle(replace(outcome, task=attempt.task))
            # What another draft did not finish is asked here; sections are planned anew.
            going = [left] if left and along else []

    def _runner(self, prompts: Prompts, state: RunState) -> ChunkRunner:
        return ChunkRunner(
            self._completer(),
            prompts,
            self._store,
            self._usefulness,
            state.account,
            state.check,
            state.settle,
            state.carry,
            state.tell,
            self._settings.reasks,
        )

    def _completer(self) -> Completer:
        if self._given is not None:
            return self._given
        if self._opened is None:
            self._opened = completer_of(self._settings)
        return self._opened

    async def _close(self) -> None:
        if self._opened is not None:
            await self._opened.aclose()
        self._store.close()


def _usage(state: RunState) -> Usage:
    spent: CallStats = state.account
    return Usage(
        calls=spent.calls,
        cache_hits=state.cache_hits,
        retries=spent.retries,
        prompt_tokens=spent.prompt_tokens,
        cached_prompt_tokens=spent.cached_prompt_tokens,
        completion_tokens=spent.completion_tokens,
        cost=spent.cost,
        refused=state.refused,
    )
