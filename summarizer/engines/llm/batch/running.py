"""A batch from end to end: submit, wait, take, ask again, until nothing is missing."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from summarizer.analysis import Analysis
from summarizer.engines.base import CheckerMaker
from summarizer.engines.llm.batch.export import export_requests
from summarizer.engines.llm.batch.importing import BatchImport, import_responses
from summarizer.engines.llm.batch.jobs import Job, Jobs
from summarizer.engines.llm.batch.requests import BatchRequest, disk_of
from summarizer.engines.llm.batch.service import Batch, BatchService
from summarizer.engines.llm.client.base_url import BaseUrl
from summarizer.engines.llm.client.interface import TokenUsage
from summarizer.engines.llm.client.pricing import cost
from summarizer.engines.llm.configured import endpoint_of
from summarizer.errors import BudgetError, OutputError, UsageError
from summarizer.settings import Settings

MOST_BYTES = 100_000_000
"""The smallest limit for a file among the services (Zhipu; OpenAI takes 200 MB, DashScope 500)."""
_IDLE = 2
"""Rounds in a row without a new answer after which a run stops: lines that expired or failed in
one round are worth another, those that fail twice would fail for ever and cost each time."""


@dataclass(slots=True)
class BatchRun:
    """What a run has come to so far; `cost` is at the list price, None where it is not known."""

    rounds: int = 0
    requests: int = 0
    taken: int = 0
    declined: int = 0
    usage: TokenUsage = field(default_factory=lambda: TokenUsage(prompt=0, completion=0))
    cost: float | None = None


Listener = Callable[[str], None]
Report = Callable[[BatchImport], None]


def run_batches(
    analyses: Callable[[], Iterable[Analysis]],
    settings: Settings,
    folder: Path,
    *,
    check: CheckerMaker | None = None,
    poll: float,
    say: Listener = lambda line: None,
    imported: Report = lambda done: None,
    sleep: Callable[[float], None] = time.sleep,
) -> BatchRun:
    """Have a batch service answer everything that the reports need; `folder` holds what is under
    way, and a second call with it goes on where the first was stopped, at any point.

    `analyses` is called once a round. `say` is told each step in a line, `imported` what came of
    each file. Raises UsageError without a model, EngineError where the service cannot be used,
    BudgetError before a round where the list price of the answers so far reaches `max_cost`,
    OutputError and InputError for the files.
    """
    if settings.model is None:
        raise UsageError("batch run needs a model (-m)")
    endpoint = endpoint_of(settings)
    jobs = Jobs.at(folder, f"{settings.model} {BaseUrl(endpoint.base_url).identity}")
    with BatchService(endpoint) as service:
        run = _Run(service, jobs, settings, check, say, imported)
        while True:
            if not jobs.open and not run.next_round(analyses()):
                return run.told()
            run.submit()
            while not run.collect():
                sleep(poll)


@dataclass(slots=True)
class _Run:
    service: BatchService
    jobs: Jobs
    settings: Settings
    check: CheckerMaker | None
    say: Listener
    imported: Report
    _seen: dict[str, tuple[str, int]] = field(default_factory=dict)

    def next_round(self, analyses: Iterable[Analysis]) -> bool:
        """Write the requests of the next round; False where there are none, or no use in more."""
        jobs = self.jobs
        if jobs.idle >= _IDLE:
            self.say(f"stopped: {jobs.idle} rounds brought no new answer")
            return False
        spent = self.told().cost
        if self.settings.max_cost and spent is not None and spent >= self.settings.max_cost:
            raise BudgetError(
                f"the cost limit is reached ({spent:.4f} USD): no further batch is submitted"
            )
        number = jobs.round + 1
        files = [jobs.folder / jobs.again] if jobs.again else []
        made = export_requests(
            analyses,
            self.settings,
            jobs.folder / f"requests-{number}.jsonl",
            check=self.check,
            most_bytes=MOST_BYTES,
            asked=self._asked(files),
        )
        files += made.files
        jobs.all += [Job(number, path.name) for path in files]
        jobs.again = None
        jobs.save()
        if files:
            later = f", {made.later} sections in a later round" if made.later else ""
            count = sum(map(_lines, files))
            self.say(f"round {number}: {count} requests, {made.cached} answered{later}")
        return bool(files)

    def _asked(self, files: Iterable[Path]) -> frozenset[str]:
        """The keys of the tasks that files of requests ask."""
        keys: set[str] = set()
        disk = disk_of(self.settings)
        for path in files:
            for line in path.read_text(encoding="utf-8").splitlines():
                request = BatchRequest.from_json(disk.request(json.loads(line)["custom_id"]))
                keys |= {task.key for task in request.tasks} if request else set()
        disk.close()
        return frozenset(keys)

    def submit(self) -> None:
        """Send what is not sent. Each step is noted before the next is made."""
        for job in self.jobs.open:
            if job.uploaded is None:
                job.uploaded = self.service.upload(self.jobs.folder / job.requests)
                self.jobs.save()
            if job.batch is None:
                job.batch = self.service.submit(job.uploaded)
                self.jobs.save()
                self.say(f"{job.requests}: submitted as {job.batch}")

    def collect(self) -> bool:
        """Take what has come; True where nothing of this round is waited for any more."""
        waited = [job for job in self.jobs.open if not self._fetched(job)]
        if waited:
            return False
        new = 0
        again: list[str] = []
        done_with = self.jobs.open
        for job in done_with:
            done = self._taken(job)
            new += done.taken
            if done.again is not None:
                again.append(done.again.name)
            job.taken = True
        self.jobs.idle = 0 if new else self.jobs.idle + 1
        self.jobs.again = self._joined(again)
        self.jobs.save()
        for job in done_with:
            self.service.forget(job.uploaded or "")
        return True

    def _fetched(self, job: Job) -> bool:
        """Whether the responses of a job are here; they are fetched once its batch has ended."""
        if job.responses is not None:
            return True
        batch = self.service.look(job.batch or "")
        self._tell(job, batch)
        if not batch.ended:
            return False
        name = job.requests.replace("requests", "responses")
        partial = self.jobs.folder / f"{name}.partial"
        try:
            with partial.open("wb") as sink:
                for file in (batch.output_file, batch.error_file):
                    if file is not None:
                        self.service.download(file, sink.write)
                        sink.write(b"\n")
            partial.replace(self.jobs.folder / name)
        except OSError as error:
            raise OutputError(f"{partial}: cannot be written: {error.strerror}") from None
        job.responses = name
        self.jobs.save()
        return True

    def _tell(self, job: Job, batch: Batch) -> None:
        seen = (batch.status, batch.completed + batch.failed)
        if self._seen.get(batch.id) != seen:
            self._seen[batch.id] = seen
            problem = f": {batch.problem}" if batch.problem else ""
            failed = f", {batch.failed} failed" if batch.failed else ""
            counts = (
                f"{batch.completed} of {batch.total or _lines(self.jobs.folder / job.requests)}"
            )
            self.say(f"{job.requests}: {batch.status}, {counts}{failed}{problem}")

    def _taken(self, job: Job) -> BatchImport:
        responses = self.jobs.folder / (job.responses or "")
        again = responses.with_name(job.requests.replace("requests", "again"))
        done = import_responses(responses, self.settings, check=self.check, again=again)
        self.imported(done)
        return done

    def _joined(self, names: list[str]) -> str | None:
        """One file of the requests to ask again."""
        if len(names) < 2:
            return names[0] if names else None
        path = self.jobs.folder / f"again-round-{self.jobs.round}.jsonl"
        with path.open("wb") as sink:
            for name in names:
                sink.write((self.jobs.folder / name).read_bytes())
        return path.name

    def told(self) -> BatchRun:
        """Counted from the files, so that a run that was stopped tells the whole."""
        told = BatchRun(rounds=self.jobs.round)
        prompt = completion = cached = 0
        for job in self.jobs.all:
            told.requests += _lines(self.jobs.folder / job.requests)
            for usage in _usages(self.jobs.folder / job.responses) if job.responses else ():
                told.taken += 1
                prompt += usage.prompt
                completion += usage.completion
                cached += usage.cached_prompt
        told.declined = told.requests - told.taken
        told.usage = TokenUsage(prompt=prompt, completion=completion, cached_prompt=cached)
        base_url = BaseUrl(self.settings.base_url).shown
        told.cost = cost(told.usage, model=self.settings.model or "", base_url=base_url)
        return told


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 0


def _usages(path: Path) -> Iterable[TokenUsage]:
    """What each answered line cost."""
    with path.open("rb") as lines:
        for line in lines:
            try:
                body = json.loads(line)["response"]["body"]
                usage = body.get("usage") or {}
                details = usage.get("prompt_tokens_details") or {}
                if body.get("choices"):
                    yield TokenUsage(
                        prompt=int(usage.get("prompt_tokens") or 0),
                        completion=int(usage.get("completion_tokens") or 0),
                        cached_prompt=int(details.get("cached_tokens") or 0),
                    )
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                continue
