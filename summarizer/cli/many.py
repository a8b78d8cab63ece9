"""The main job over several inputs: each result as it is ready, one line at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from summarizer.cli import console, exit_codes, interrupts
from summarizer.cli.progress import FilesBar
from summarizer.cli.targets import Targets
from summarizer.corpus.finished import Finished, Keys
from summarizer.corpus.run import run
from summarizer.corpus.walk import Found, Input
from summarizer.errors import EndpointError, SummarizerError
from summarizer.models import Report
from summarizer.reading.reader import Source
from summarizer.settings import Settings

_NAMED = 20  # inputs of a kind in the last line; -v names all
_WORDS = {
    exit_codes.FAILED: "not made",
    exit_codes.CONTRADICTED: "contradicted",
    exit_codes.INCOMPLETE: "incomplete",
}


def summarize_many(
    found: Found, settings: Settings, goal: Targets, *, resume: bool, quiet: bool, verbose: bool
) -> int:
    """Summarise all inputs and deliver each; returns the exit code of the run."""
    tally = _Tally()
    for path, error in found.problems:
        tally.fail(path, error)
    keys = Keys(settings)
    inputs = list(enumerate(found.inputs))
    if resume:
        inputs = [(at, one) for at, one in inputs if not goal.reaches(one, keys.of(one))]
    tally.passed = len(found.inputs) - len(inputs)
    bar = not (quiet or verbose) and console.is_terminal() and not goal.shows_on_terminal
    shown: AbstractContextManager[FilesBar | None] = FilesBar(len(inputs)) if bar else nullcontext()
    kept: AbstractContextManager[Finished | None] = (
        Finished(goal.over_all) if goal.over_all else nullcontext()
    )
    with kept as finished, goal.whole(), shown as listener:
        job = _Job(goal, tally, keys, finished, listener)
        left = job.take_up(inputs) if finished else inputs
        interrupts.run_in_loop(lambda: job.make(left, settings))
    if not quiet and len(tally.codes) + tally.passed > 1:
        console.say(tally.line(None if verbose else _NAMED))
    return tally.code


_Numbered = list[tuple[int, Input]]


@dataclass(frozen=True, slots=True)
class _Job:
    """One run, and where its reports go."""

    goal: Targets
    tally: _Tally
    keys: Keys
    finished: Finished | None
    listener: FilesBar | None

    def take_up(self, inputs: _Numbered) -> _Numbered:
        """Deliver what a run that was broken off had finished; returns the others."""
        left = []
        for place, source in inputs:
            report = self.finished and self.finished.report(self.keys.of(source))
            if report:
                self._deliver(place, source, report)
                self.tally.taken += 1
                if self.listener is not None:
                    self.listener.advance(source.path)
            else:
                left.append((place, source))
        return left

    async def make(self, inputs: _Numbered, settings: Settings) -> None:
        """Summarise and deliver."""
        met: dict[int, str] = {}
        told = None if self.listener is None else self.listener.tell

        def sources() -> Iterator[Source]:
            for at, (_, source) in enumerate(inputs):
                # Before it is read: of one that changes meanwhile another key is made next time.
                met[at] = self.keys.of(source) if self._keeps else ""
                yield source.source

        async for outcome in run(sources(), settings, progress=told):
            place, source = inputs[outcome.place]
            key = met.pop(outcome.place)
            try:
                if outcome.error is not None:
                    raise outcome.error
                if outcome.report is not None:
                    complete = exit_codes.is_complete(outcome.report)
                    if self.finished is not None and key and complete:
                        self.finished.add(key, outcome.report)
                    self._deliver(place, source, outcome.report, key if complete else "")
            except EndpointError as error:
                # It would refuse the next one with the same words.
                self.tally.fail(source.path, error)
                left = len(inputs) - len(self.tally.codes) + self.tally.taken
                if left:
                    console.complain(f"the endpoint cannot be used: {left} inputs were not tried")
                return
            except SummarizerError as error:
                self.tally.fail(source.path, error)
            if self.listener is not None:
                self.listener.advance(outcome.name)

    @property
    def _keeps(self) -> bool:
        return self.finished is not None or bool(self.goal.folders)

    def _deliver(self, place: int, source: Input, report: Report, key: str = "") -> None:
        self.goal.deliver(place, source, report, key)
        console.scope(report, source.path)
        self.tally.codes[source.path] = exit_codes.of_report(report)


@dataclass(slots=True)
class _Tally:
    """What became of each input, by its path; `passed` stand in the folders of results already, and
    `taken` (which have a code) were made by a run that was broken off."""

    codes: dict[str, int] = field(default_factory=dict)
    passed: int = 0
    taken: int = 0

    def fail(self, path: str, error: SummarizerError) -> None:
        """Tell the error in a line of its own."""
        console.error(error, name=path)
        self.codes[path] = error.exit_code

    @property
    def code(self) -> int:
        return exit_codes.of_run(self.codes.values())

    def line(self, named: int | None) -> str:
        """How many were written, and which of them, or of the others, need a look."""
        failed = [path for path, code in self.codes.items() if code in _NOT_MADE]
        written = len(self.codes) - len(failed)
        parts = [f"{written} of {len(self.codes) + self.passed} written"]
        if self.passed + self.taken:
            parts.append(f"{self.passed + self.taken} finished before")
        for code, word in _WORDS.items():
            met = failed if code == exit_codes.FAILED else self._with(code)
            if met:
                parts.append(f"{word} ({len(met)}): {_few(met, named)}")
        return "; ".join(parts)

    def _with(self, wanted: int) -> list[str]:
        return [path for path, code in self.codes.items() if code == wanted]


_NOT_MADE = (exit_codes.FAILED, exit_codes.USAGE)


def _few(names: list[str], limit: int | None) -> str:
    shown = names if limit is None else names[:limit]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
