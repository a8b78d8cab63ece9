"""The main job over several inputs: each result as it is ready, one line at the end."""

from __future__ import annotations

import asyncio
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from summarizer.cli import console, exit_codes
from summarizer.cli.progress import FilesBar
from summarizer.cli.targets import Targets
from summarizer.corpus.run import run
from summarizer.corpus.walk import Found, Input
from summarizer.errors import EndpointError, SummarizerError
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
    inputs = [one for one in found.inputs if not (resume and goal.reaches(one))]
    tally.passed = len(found.inputs) - len(inputs)
    bar = not (quiet or verbose) and console.is_terminal() and not goal.shows_on_terminal
    shown: AbstractContextManager[FilesBar | None] = FilesBar(len(inputs)) if bar else nullcontext()
    with goal.whole(), shown as listener:
        asyncio.run(_all(inputs, settings, goal, tally, listener))
    if not quiet and len(tally.codes) + tally.passed > 1:
        console.say(tally.line(None if verbose else _NAMED))
    return tally.code


async def _all(
    inputs: list[Input],
    settings: Settings,
    goal: Targets,
    tally: _Tally,
    listener: FilesBar | None,
) -> None:
    told = None if listener is None else listener.tell
    async for outcome in run((one.source for one in inputs), settings, progress=told):
        source = inputs[outcome.place]
        try:
            if outcome.error is not None:
                raise outcome.error
            if outcome.report is not None:
                goal.deliver(outcome.place, source, outcome.report)
                console.scope(outcome.report, source.path)
                tally.codes[source.path] = exit_codes.of_report(outcome.report)
        except EndpointError as error:
            # It would refuse the next one with the same words.
            tally.fail(source.path, error)
            left = len(inputs) - len(tally.codes)
            if left:
                console.complain(f"the endpoint cannot be used: {left} inputs were not tried")
            return
        except SummarizerError as error:
            tally.fail(source.path, error)
        if listener is not None:
            listener.advance(outcome.name)


@dataclass(slots=True)
class _Tally:
    """What became of each input, by its path; `passed` were finished by an earlier run."""

    codes: dict[str, int] = field(default_factory=dict)
    passed: int = 0

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
        if self.passed:
            parts.append(f"{self.passed} finished before")
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
