"""Progress bars on standard error; each vanishes when it is done."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from summarizer.engines.base import Progress as Step


class _Bar:
    """A bar with a name, a count, what was spent, and a column of time."""

    def __init__(self, name: str, total: int | None, time: ProgressColumn) -> None:
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[spent]}", markup=False),
            time,
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,  # results go where they are sent, never to standard error
        )
        self._task = self._progress.add_task(Text(name).plain, total=total, spent="")

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()


class ReportBar(_Bar):
    """Of one report: measures done, calls in flight, tokens. A listener of an engine."""

    def __init__(self, name: str) -> None:
        super().__init__(name, None, TimeElapsedColumn())

    def pages(self, read: int, of: int) -> None:
        """How many pages of a PDF are read, before there are measures."""
        self._progress.update(self._task, completed=read, total=of, spent="pages read")

    def __call__(self, step: Step) -> None:
        self._progress.update(self._task, completed=step.done, total=step.total, spent=_spent(step))


class FilesBar(_Bar):
    """Of a run over several reports: reports done, what was spent, time left."""

    def __init__(self, total: int) -> None:
        super().__init__("", total, TimeRemainingColumn())

    def tell(self, name: str, step: Step) -> None:
        """What one of the reports under way says; calls and tokens are of the whole run."""
        self._progress.update(self._task, spent=_spent(step))

    def advance(self, name: str) -> None:
        """One more report is done."""
        self._progress.update(self._task, advance=1, description=Text(name).plain)


def _spent(step: Step) -> str:
    return f"{step.in_flight} in flight, {step.tokens:,} tokens"
