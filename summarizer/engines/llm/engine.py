"""The engine: plans the questions of a report, has them answered once, and drafts every unit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from summarizer.analysis import Analysis
from summarizer.engines.base import DraftChecker, Drafts, ProgressListener, Usage
from summarizer.engines.llm.answers import schema_digest
from summarizer.engines.llm.asking import Asker, run_all
from summarizer.engines.llm.board import Board
from summarizer.engines.llm.cache import AnswerCache
from summarizer.engines.llm.chunks import SMALLEST_ANSWER, plan
from summarizer.engines.llm.completion import (
    CallStats,
    Completer,
    Endpoint,
    Limits,
    RetryPolicy,
    open_completer,
)
from summarizer.engines.llm.memory import Memory
from summarizer.engines.llm.prompting import Prompts, load_prompts
from summarizer.engines.llm.questions import KeyMaker, Question, QuestionMaker
from summarizer.engines.llm.reasks import Settled, Trial
from summarizer.engines.llm.rollup import Rollup
from summarizer.engines.llm.tokens import estimate
from summarizer.errors import UsageError
from summarizer.settings import Settings

_SECTION_ANSWER = 70
"""Tokens of answer worth a call of sections: they are short, and everything waits for them."""


CheckerMaker = Callable[[Analysis], DraftChecker]
"""Makes the checker of one report."""


class LLMEngine:
    """Drafts by a language model; see `Engine`.

    One engine may draft several reports, one after another or at once: they share the limits, and
    a text that two of them hold is asked for once. `completer` replaces the endpoint of the
    settings (in tests); it is then the caller's to close.
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
        self._flights: dict[str, asyncio.Future[Settled | None]] = {}
        cache = AnswerCache(settings.cache_dir) if settings.cache != "off" else None
        self._memory = Memory(cache, reads=settings.cache == "on")

    async def draft(self, analysis: Analysis, progress: ProgressListener | None = None) -> Drafts:
        """The drafts of every unit of a report; `progress` listens to this one.

        Raises EndpointError where the endpoint cannot be used, and OutputError where the cache
        cannot; whatever else goes wrong with a unit ends in its extractive draft.
        """
        self._drafting += 1
        before = replace(self._stats())
        try:
            return await self._draft(analysis, before, progress or self._progress)
        finally:
            self._drafting -= 1
            if not self._drafting:
                await self._close()

    async def _draft(
        self, analysis: Analysis, before: CallStats, progress: ProgressListener | None
    ) -> Drafts:
        settings, prompts = self._settings, load_prompts()
        keys = KeyMaker.of(settings, prompts.digest, schema_digest())
        maker = QuestionMaker(analysis, keys, settings.chunk_tokens)
        check = self._check(analysis) if self._check else None
        board = Board(analysis, maker, self._memory, check, progress, self._stats, settings)
        board.recall()
        await self._settle(prompts, board, board.open_units(), along=True)
        rollup = Rollup(analysis, settings.chunk_tokens)
        while waiting := board.open_sections():
            ready = rollup.ready([trial.question for trial in waiting], board.summaries())
            await self._settle(prompts, board, board.trials(ready))
        return board.drafts(_spent(before, self._stats(), board), prompts.digest)

    async def _settle(
        self, prompts: Prompts, board: Board, trials: Iterable[Trial], *, along: bool = False
    ) -> None:
        """Have trials settled: by asking, or by waiting for a draft that asks the same already."""
        going = list(trials)
        if not going:
            return
        asker = self._asker(prompts, board)
        while going:
            mine = [trial for trial in going if trial.question.key not in self._flights]
            theirs = [trial for trial in going if trial.question.key in self._flights]
            waiting = [self._flights[trial.question.key] for trial in theirs]
            loop = asyncio.get_running_loop()
            flights = {trial.question.key: loop.create_future() for trial in mine}
            self._flights.update(flights)
            try:
                await run_all(
                    [
                        asker.ask(chunk, board.covered(chunk) if along else ())
                        for chunk in self._chunks(
                            mine, smallest=SMALLEST_ANSWER if along else _SECTION_ANSWER
                        )
                    ]
                )
            finally:
                for key, flight in flights.items():
                    del self._flights[key]
                    flight.set_result(board.settled.get(key))
            going = []
            for trial, flight in zip(theirs, waiting, strict=True):
                settled = await flight
                if settled is None:
                    going.append(trial)
                else:
                    board.settle(replace(settled, question=trial.question))

    def _chunks(self, trials: Sequence[Trial], *, smallest: int) -> list[list[Trial]]:
        by_question: Mapping[int, Trial] = {id(trial.question): trial for trial in trials}
        chunks: list[list[Question]] = plan(
            [trial.question for trial in trials],
            budget=self._settings.chunk_tokens,
            answer_budget=self._settings.max_output_tokens // 2,
            concurrency=self._settings.concurrency,
            smallest=smallest,
        )
        return [[by_question[id(question)] for question in chunk] for chunk in chunks]

    def _asker(self, prompts: Prompts, board: Board) -> Asker:
        return Asker(
            self._open(),
            prompts,
            self._memory,
            board.check,
            board.settle,
            board.carry,
            board.tell,
            self._settings.reasks,
            self._settings.max_output_tokens,
        )

    def _stats(self) -> CallStats:
        completer = self._given or self._opened
        return CallStats() if completer is None else completer.stats

    def _open(self) -> Completer:
        if self._given is not None:
            return self._given
        if self._opened is None:
            settings = self._settings
            modes = settings.cache_dir / "modes.tsv" if settings.cache != "off" else None
            key = settings.api_key.get_secret_value() if settings.api_key else None
            self._opened = open_completer(
                Endpoint(
                    model=settings.model or "",
                    base_url=settings.base_url,
                    api_key=key,
                    mode=settings.mode,
                    temperature=settings.temperature,
                    modes_file=modes,
                ),
                limits=Limits(
                    concurrency=settings.concurrency,
                    rpm=settings.rpm,
                    tpm=settings.tpm,
                    timeout=settings.timeout,
                    max_cost=settings.max_cost,
                ),
                retry=RetryPolicy(attempts=settings.max_attempts),
                estimate=estimate,
            )
        return self._opened

    async def _close(self) -> None:
        if self._opened is not None:
            opened, self._opened = self._opened, None
            await opened.aclose()


def _spent(before: CallStats, after: CallStats, board: Board) -> Usage:
    cost = None if after.cost is None else after.cost - (before.cost or 0.0)
    return Usage(
        calls=after.calls - before.calls,
        cache_hits=board.cache_hits,
        retries=after.retries - before.retries,
        prompt_tokens=after.prompt_tokens - before.prompt_tokens,
        cached_prompt_tokens=after.cached_prompt_tokens - before.cached_prompt_tokens,
        completion_tokens=after.completion_tokens - before.completion_tokens,
        cost=cost,
        refused=board.refused,
    )
