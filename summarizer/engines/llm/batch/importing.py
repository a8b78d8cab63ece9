"""Taking responses into the store, and saying at once what the source contradicts in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from summarizer.analysis import analyse
from summarizer.engines.base import CheckerMaker
from summarizer.engines.llm.answer.validation import judge
from summarizer.engines.llm.answer.wording import plain
from summarizer.engines.llm.ask.attempt import Attempt, Contradiction, contradicted
from summarizer.engines.llm.batch.requests import BatchRequest, disk_of, write_lines
from summarizer.engines.llm.batch.responses import Declined, Response, read_responses
from summarizer.engines.llm.client.negotiation import Negotiation
from summarizer.engines.llm.configured import endpoint_of
from summarizer.engines.llm.item_check import AnswerChecker
from summarizer.engines.llm.prompt.reasons import Reason
from summarizer.engines.llm.prompt.templates import Prompts, prompts_of
from summarizer.engines.llm.store.answers import AnswerStore, CachedAnswer
from summarizer.engines.llm.store.disk import DiskStore
from summarizer.engines.llm.tasks.task import SummaryTask
from summarizer.reading import from_text
from summarizer.settings import Settings


@dataclass(frozen=True, slots=True)
class ContradictedUnit:
    """A unit (empty id: the whole report) of whose answer the source contradicts a sentence."""

    name: str
    unit_id: str
    claim: str
    why: str


@dataclass(frozen=True, slots=True)
class BatchImport:
    """What was taken: new answers, answers known word for word before, responses (or units of
    them) declined, what the source contradicts, and the units that are still without an answer.
    `again` is the file with the requests to send next, where there is any to send. Where the file
    answers an export, units of other exports are not counted as missing."""

    taken: int
    already: int
    declined: tuple[Declined, ...]
    contradicted: tuple[ContradictedUnit, ...] = ()
    missing: tuple[str, ...] = ()
    again: Path | None = None


def import_responses(
    path: Path,
    settings: Settings,
    *,
    check: CheckerMaker | None = None,
    again: Path | None = None,
) -> BatchImport:
    """Take responses in the format of the Batch service into the store.

    They are validated like live answers, and with `check` compared with the source that was
    exported; what does not fit or is contradicted is written to `again` (by default beside the
    responses) as requests, with the reason. A later answer to the same request replaces the one
    before. Raises InputError where the file cannot be read, OutputError where the cache cannot be
    used or `again` not be written.
    """
    disk = disk_of(settings)
    taking = _Taking(disk, settings, check, prompts_of(settings))
    for given in read_responses(path):
        if isinstance(given, Declined):
            taking.declined.append(given)
        else:
            taking.take(given)
    done = taking.finish(again or path.with_name(f"{path.stem}-again.jsonl"))
    disk.close()
    return done


@dataclass(slots=True)
class _Taking:
    disk: DiskStore
    settings: Settings
    check: CheckerMaker | None
    prompts: Prompts
    declined: list[Declined] = field(default_factory=list)
    _found: list[ContradictedUnit] = field(default_factory=list)
    _texts: dict[str, str] = field(default_factory=dict)
    _exports: dict[str, None] = field(default_factory=dict)
    _next: dict[str, BatchRequest] = field(default_factory=dict)
    _checkers: dict[str, AnswerChecker | None] = field(default_factory=dict)
    _already: int = 0

    def take(self, response: Response) -> None:
        """One response: what fits is kept, the rest is asked again."""
        request = BatchRequest.from_json(self.disk.request(response.custom_id))
        if request is None:
            reason = "no request of this name was exported"
            self.declined.append(Declined(response.line, plain(response.custom_id, 64), reason))
            return
        self._exports[request.export] = None
        rendered = request.rendered(self.prompts)
        judged = judge(response.answer, rendered)
        asked = rendered.asked()
        attempts = []
        for name, task in asked.items():
            item = judged.taken.get(name)
            if item is None:
                reasons = judged.failed[name]
                told = f"{task.unit_id or 'overview'}: {'; '.join(map(_told, reasons))}"
                self.declined.append(Declined(response.line, plain(response.custom_id, 64), told))
                if task in request.tasks:
                    attempts.append(Attempt(task, request.tries + 1, reasons))
                continue
            reasked = task.key in request.again
            self._keep(task, CachedAnswer(item, reasked))
            found = self._contradictions(request, task, CachedAnswer(item, reasked))
            if found and not reasked:
                attempts.append(contradicted(task, item, found))
        if attempts and request.tries < self.settings.reasks:
            self._ask_again(request, attempts)

    def _keep(self, task: SummaryTask, answer: CachedAnswer) -> None:
        text = answer.to_json(task.key)
        self._already += self.disk.get(task.key) == text
        self._texts[task.key] = text

    def _contradictions(
        self, request: BatchRequest, task: SummaryTask, answer: CachedAnswer
    ) -> tuple[Contradiction, ...]:
        checker = self._checker(request)
        found = () if checker is None else checker(task, answer.item)
        for item in found:
            self._found.append(ContradictedUnit(request.name, task.unit_id, item.claim, item.why))
        return found

    def _checker(self, request: BatchRequest) -> AnswerChecker | None:
        """The checker of the source that was exported; None where nothing can be checked."""
        if self.check is None:
            return None
        if request.source not in self._checkers:
            text = self.disk.source(request.source)
            if text is None:
                self._checkers[request.source] = None
            else:
                analysis = analyse(from_text(text, name=request.name))
                self._checkers[request.source] = AnswerChecker(analysis, self.check(analysis))
        return self._checkers[request.source]

    def _ask_again(self, request: BatchRequest, attempts: list[Attempt]) -> None:
        made = replace(
            request,
            tasks=tuple(attempt.task for attempt in attempts),
            along=(),
            again=frozenset(a.task.key for a in attempts if a.known is not None),
            tries=request.tries + 1,
            attempts=tuple(attempts),
        )
        self._next[made.custom_id] = made

    def finish(self, path: Path) -> BatchImport:
        """Store what was taken and write what is to be asked next."""
        self.disk.put_all(self._texts)
        files: list[Path] = []
        if self._next:
            endpoint = endpoint_of(self.settings)
            capabilities = Negotiation(endpoint).current
            lines = [one.line(self.prompts, endpoint, capabilities) for one in self._next.values()]
            files = write_lines(path, lines)
            self.disk.put_requests({key: one.to_json() for key, one in self._next.items()})
        return BatchImport(
            taken=len(self._texts) - self._already,
            already=self._already,
            declined=tuple(self.declined),
            contradicted=tuple(dict.fromkeys(self._found)),
            missing=tuple(self._missing()),
            again=files[0] if files else None,
        )

    def _missing(self) -> Iterator[str]:
        """The keys without an answer, of these exports; of all where the file answers none."""
        store = AnswerStore(self.disk)
        seen: set[str] = set()
        for custom_id in self.disk.requests():
            request = BatchRequest.from_json(self.disk.request(custom_id))
            if request is None or (self._exports and request.export not in self._exports):
                continue
            for task in request.tasks:
                if task.key not in seen and store.recall_text(task.key) is None:
                    yield task.key
                seen.add(task.key)


def _told(reason: Reason) -> str:
    values = ", ".join(f"{name} {value}" for name, value in reason.values)
    return reason.name.replace("_", " ") + (f" ({values})" if values else "")
