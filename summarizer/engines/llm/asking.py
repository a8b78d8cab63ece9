"""Asking for a chunk until every question of it is settled."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass

from summarizer.engines.llm.answers import Answer, Item, Judged, judge
from summarizer.engines.llm.completion import Completer
from summarizer.engines.llm.memory import Known, Memory
from summarizer.engines.llm.prompting import Prompts, Reason, Request
from summarizer.engines.llm.questions import Question
from summarizer.engines.llm.reasks import Failure, ItemCheck, Settled, Trial, contradictions
from summarizer.errors import (
    BudgetError,
    InvalidAnswerError,
    RefusedError,
    TransientEndpointError,
    TruncatedError,
)


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks one chunk after another; any number at once.

    `settle` is told the end of each question, exactly once; `carry` of sections asked along whose
    draft was contradicted, so that they can be asked again by themselves. `tell` is called
    whenever a call begins or ends. `reasks` bounds how often one question is asked again.
    """

    completer: Completer
    prompts: Prompts
    memory: Memory
    check: ItemCheck
    settle: Callable[[Settled], None]
    carry: Callable[[Trial], None]
    tell: Callable[[], None]
    reasks: int
    max_output_tokens: int

    async def ask(self, trials: Sequence[Trial], along: Sequence[Question] = ()) -> None:
        """Settle every trial. Raises EndpointError where the endpoint cannot be used at all."""
        asks = [trial.ask for trial in trials]
        request = self.prompts.request(asks, along)
        try:
            self.tell()
            try:
                completion = await self.completer.complete(
                    request.messages, Answer, max_output_tokens=self.max_output_tokens
                )
            finally:
                self.tell()
        except RefusedError:
            await self._narrow(trials, "refused")
        except TruncatedError:
            if len(trials) > 1:
                await self._halves(trials)
            else:
                await self._again([trials[0].failed(Reason.of("truncated"))], "truncated")
        except InvalidAnswerError:
            # A shorter question has better odds, so the chunk is not repeated as it was.
            again = [trial.failed(Reason.of("unparsable")) for trial in trials]
            await self._again(again, "invalid_answer", halve=True)
        except TransientEndpointError:
            self._give_up(trials, "endpoint_failed")
        except BudgetError:
            self._give_up(trials, "budget_reached")
        else:
            await self._take(trials, along, _Reply(request, judge(completion.answer, request)))

    async def _take(
        self, trials: Sequence[Trial], along: Sequence[Question], reply: _Reply
    ) -> None:
        taken = {id(trial.question): trial.ask.tries for trial in trials}
        answers = [
            (question, Known(item, taken.get(id(question), 0))) for question, item in reply.items()
        ]
        # Before anything else: an answer that is in was paid for.
        self.memory.keep(answers)
        known = {id(question): answer for question, answer in answers}
        again = []
        for trial in trials:
            answer = known.get(id(trial.question))
            if answer is None:
                again.append(trial.failed(*reply.reasons(trial.question)))
            elif found := contradictions(self.check, trial.question, answer.item):
                again.append(trial.contradicted(answer, found))
            else:
                self.settle(Settled(trial.question, answer.item))
        for question in along:
            answer = known.get(id(question))
            if answer is None:
                continue  # it will be asked by itself, from the summaries of its units
            if found := contradictions(self.check, question, answer.item):
                self.carry(Trial.of(question).contradicted(answer, found))
            else:
                self.settle(Settled(question, answer.item))
        await self._again(again, "invalid_answer")

    async def _again(
        self, trials: Sequence[Trial], failure: Failure, *, halve: bool = False
    ) -> None:
        going = []
        for trial in trials:
            if trial.ask.tries <= self.reasks:
                going.append(trial)
                continue
            if trial.known is not None:
                # So that the next run knows that asking was of no use.
                self.memory.keep([(trial.question, Known(trial.known.item, self.reasks))])
            self.settle(trial.given_up("contradicted" if trial.ask.draft else failure))
        if halve and len(going) > 1:
            await self._halves(going)
        elif going:
            await self.ask(going)

    async def _narrow(self, trials: Sequence[Trial], failure: Failure) -> None:
        if len(trials) > 1:
            await self._halves(trials)
        else:
            self._give_up(trials, failure)

    async def _halves(self, trials: Sequence[Trial]) -> None:
        middle = len(trials) // 2
        await run_all([self.ask(trials[:middle]), self.ask(trials[middle:])])

    def _give_up(self, trials: Sequence[Trial], failure: Failure) -> None:
        for trial in trials:
            self.settle(trial.given_up(failure))


@dataclass(frozen=True, slots=True)
class _Reply:
    """A judged answer, by question instead of by id in the request."""

    request: Request
    judged: Judged

    def items(self) -> list[tuple[Question, Item]]:
        return [(self._asked()[name], item) for name, item in self.judged.taken.items()]

    def reasons(self, question: Question) -> tuple[Reason, ...]:
        for name, asked in self._asked().items():
            if asked is question:
                return self.judged.failed[name]
        raise KeyError(question.unit_id)

    def _asked(self) -> dict[str, Question]:
        return {**self.request.units, **self.request.sections}


async def run_all(coroutines: Sequence[Coroutine[object, object, None]]) -> None:
    """Run all at once; the first error stops the others and is raised by itself."""
    tasks = [asyncio.ensure_future(coroutine) for coroutine in coroutines]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
