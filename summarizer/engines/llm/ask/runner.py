"""Asking for a chunk until every task of it is settled."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace

from summarizer.engines.llm.answer.models import Answer, Item
from summarizer.engines.llm.answer.schema import common_schema, schema_of
from summarizer.engines.llm.answer.validation import Judged, judge
from summarizer.engines.llm.ask.attempt import (
    Attempt,
    Failure,
    ItemCheck,
    Outcome,
    contradicted,
    settled,
)
from summarizer.engines.llm.ask.usefulness import Usefulness
from summarizer.engines.llm.client.error_mapping import TimedOutError
from summarizer.engines.llm.client.interface import CallStats, ChatRequest, Completer
from summarizer.engines.llm.prompt.reasons import Reason
from summarizer.engines.llm.prompt.rendering import Rendered, render
from summarizer.engines.llm.prompt.templates import Prompts
from summarizer.engines.llm.store.answers import AnswerStore, CachedAnswer
from summarizer.engines.llm.tasks.task import SummaryTask
from summarizer.errors import (
    BudgetError,
    EngineError,
    InvalidAnswerError,
    PromptTooLongError,
    RefusedError,
    TransientEndpointError,
    TruncatedError,
)


def chat_request(rendered: Rendered, attempts: Sequence[Attempt] = ()) -> ChatRequest[Answer]:
    """The request for what is rendered; an answer that was cut is given more room."""
    tries = {id(attempt.task): attempt.tries for attempt in attempts}
    tokens = sum(
        task.answer_tokens * 2 ** min(tries.get(id(task), 0), 2)
        for task in rendered.asked().values()
    )
    return ChatRequest(
        rendered.messages,
        Answer,
        schema=schema_of(rendered),
        common_schema=common_schema(rendered.fields),
        answer_tokens=tokens,
        again=any(attempt.again for attempt in attempts),
    )


@dataclass(frozen=True, slots=True)
class ChunkRunner:
    """Asks one chunk after another; any number at once.

    `settle` is told the outcome of each unit, exactly once, and of each section unless `carry` is
    told to ask it again in another request: sections of one request build on each other. `tell` is
    called whenever a call begins or ends. `reasks` bounds how often one task is asked again because
    its answer did not fit; one that the source contradicts is asked again once.
    """

    completer: Completer
    prompts: Prompts
    store: AnswerStore
    usefulness: Usefulness
    account: CallStats
    check: ItemCheck
    settle: Callable[[Outcome], None]
    carry: Callable[[Attempt], None]
    tell: Callable[[], None]
    reasks: int

    async def ask(self, attempts: Sequence[Attempt], along: Sequence[SummaryTask] = ()) -> None:
        """Settle every attempt. Raises EndpointError where the endpoint cannot be used at all."""
        if self.usefulness.hopeless:
            self._give_up(attempts, self.usefulness.failure)
            return
        rendered = render(self.prompts, [attempt.asking for attempt in attempts], along)
        try:
            self.tell()
            try:
                request = chat_request(rendered, attempts)
                completion = await self.completer.complete(request, self.account)
            finally:
                self.tell()
        except RefusedError as error:
            self.usefulness.note(0, "refused", asked=len(attempts))
            await self._narrow(attempts, "refused", error)
        except PromptTooLongError as error:
            self.usefulness.note(0, "too_long", asked=len(attempts))
            await self._narrow(attempts, "too_long", error)
        except TruncatedError:
            if len(attempts) > 1 and not _above(attempts):
                await self._halves(attempts)
            else:
                self.usefulness.note(0, "truncated")
                again = [attempt.failed(Reason.of("truncated")) for attempt in attempts]
                await self._again(again, "truncated")
        except InvalidAnswerError:
            self.usefulness.note(0)
            # A shorter question has better odds, so the chunk is not repeated as it was.
            again = [attempt.failed(Reason.of("unparsable")) for attempt in attempts]
            await self._again(again, "invalid_answer", halve=True)
        except TimedOutError as error:
            # Half as much is written in half the time.
            await self._narrow(attempts, "endpoint_failed", error)
        except TransientEndpointError as error:
            self._give_up(attempts, "endpoint_failed", error)
        except BudgetError as error:
            self._give_up(attempts, "budget_reached", error)
        else:
            judged = judge(completion.answer, rendered)
            self.usefulness.note(len(judged.taken))
            await self._take(attempts, along, _Reply(rendered, judged))

    async def _take(
        self, attempts: Sequence[Attempt], along: Sequence[SummaryTask], reply: _Reply
    ) -> None:
        reasked = {id(attempt.task): attempt.known is not None for attempt in attempts}
        answers = [
            (task, CachedAnswer(item, reasked.get(id(task), False))) for task, item in reply.items()
        ]
        # Before anything else: an answer that is in was paid for.
        self.store.keep(answers)
        known = {id(task): answer.item for task, answer in answers}
        again = []
        for attempt in attempts:
            item = known.get(id(attempt.task))
            if item is None:
                again.append(attempt.failed(*reply.reasons(attempt.task)))
                continue
            found = self.check(attempt.task, item)
            if found and attempt.known is None:
                again.append(contradicted(attempt.task, item, found))
            else:
                self.settle(settled(attempt.task, item, found))
        for task in along:
            item = known.get(id(task))
            if item is None:
                continue  # it will be asked by itself, from the summaries of its units
            if found := self.check(task, item):
                self.carry(contradicted(task, item, found))
            else:
                self.settle(Outcome(task, item))
        await self._again(again, "invalid_answer")

    async def _again(
        self, attempts: Sequence[Attempt], failure: Failure, *, halve: bool = False
    ) -> None:
        going = []
        for attempt in attempts:
            if attempt.tries <= self.reasks:
                going.append(attempt)
            else:
                self._give_up([attempt], failure)
        if _above(going):
            for attempt in going:
                self.carry(attempt)
            return
        if halve and len(going) > 1:
            await self._halves(going)
        elif going:
            await self.ask(going)

    async def _narrow(
        self, attempts: Sequence[Attempt], failure: Failure, error: EngineError
    ) -> None:
        if len(attempts) > 1 and _above(attempts):
            # Each by itself, and no more than once.
            alone = [
                replace(attempt, tries=max(attempt.tries, self.reasks)) for attempt in attempts
            ]
            for attempt in alone:
                self.carry(attempt)
        elif len(attempts) > 1:
            rest = list(attempts)
            if failure != "endpoint_failed":
                # Whether anything can be had at all is found out by the shortest units.
                rest.sort(key=lambda attempt: attempt.task.tokens, reverse=True)
                while rest and not (self.usefulness.taken or self.usefulness.hopeless):
                    await self.ask([rest.pop()])
                rest = [attempt for attempt in attempts if attempt in rest]
            await self._halves(rest)
        else:
            self._give_up(attempts, failure, error)

    async def _halves(self, attempts: Sequence[Attempt]) -> None:
        middle = len(attempts) // 2
        halves = [half for half in (attempts[:middle], attempts[middle:]) if half]
        await run_all([self.ask(half) for half in halves])

    def _give_up(
        self, attempts: Sequence[Attempt], failure: Failure, error: EngineError | None = None
    ) -> None:
        told = ""
        if error is not None:
            told = f"{error} ({error.hint})" if error.hint else str(error)
        for attempt in attempts:
            if attempt.known is not None and failure not in ("endpoint_failed", "budget_reached"):
                # So that the next run knows that asking was of no use.
                self.store.keep([(attempt.task, CachedAnswer(attempt.known.item, reasked=True))])
            self.settle(attempt.given_up(failure, told))


def _above(attempts: Sequence[Attempt]) -> bool:
    """True for sections and the overview."""
    return any(attempt.task.kind != "unit" for attempt in attempts)


@dataclass(frozen=True, slots=True)
class _Reply:
    """A judged answer, by task instead of by id in the request."""

    rendered: Rendered
    judged: Judged

    def items(self) -> list[tuple[SummaryTask, Item]]:
        asked = self.rendered.asked()
        return [(asked[name], item) for name, item in self.judged.taken.items()]

    def reasons(self, task: SummaryTask) -> tuple[Reason, ...]:
        for name, asked in self.rendered.asked().items():
            if asked is task:
                return self.judged.failed[name]
        raise KeyError(task.unit_id)


async def run_all(coroutines: Sequence[Coroutine[object, object, None]]) -> None:
    """Run all at once; the first error stops the others and is raised by itself."""
    tasks = [asyncio.ensure_future(coroutine) for coroutine in coroutines]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
