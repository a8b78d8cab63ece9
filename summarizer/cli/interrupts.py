"""Ctrl-C and SIGTERM: the run stops where nothing is half written."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from sys import UnraisableHookArgs

_T = TypeVar("_T")


@dataclass(slots=True)
class Met:
    """What came: `terminated` by SIGTERM or a terminal that is gone rather than by Ctrl-C.

    `pending` stays when the exception was raised: in a `__del__` or a callback of the interpreter
    it is dropped, and the run would go on as if nobody had asked it to stop.
    """

    terminated: bool = False
    pending: bool = False
    held: int = 0

    def check(self) -> None:
        """Raises KeyboardInterrupt where a signal came and nothing is held."""
        if self.pending and not self.held:
            raise KeyboardInterrupt


_met = Met()
_TERMINATING = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)
)


@contextmanager
def handled() -> Iterator[Met]:
    """While inside, both signals raise KeyboardInterrupt, at once or when nothing is held.

    In an event loop its main task is cancelled instead: what is raised in the middle of a callback
    leaves the loop half done, and it may wait for ever. A second signal does not wait for it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield _met  # signals are the main thread's
        return
    signals = (signal.SIGINT, *_TERMINATING)
    # One that whoever started us ignores (nohup) stays ignored.
    taken = [one for one in signals if signal.getsignal(one) is not signal.SIG_IGN]
    _met.terminated = _met.pending = False
    before = {one: signal.signal(one, _take) for one in taken}
    hook, sys.unraisablehook = sys.unraisablehook, _unraised
    try:
        yield _met
    finally:
        sys.unraisablehook = hook
        for one, handler in before.items():
            signal.signal(one, handler)


@contextmanager
def deferred() -> Iterator[None]:
    """What is inside is done whole: a signal takes effect before it begins or when it ends."""
    _met.check()
    _met.held += 1
    try:
        yield
    finally:
        _met.held -= 1
    _met.check()


def run_in_loop(make: Callable[[], Coroutine[Any, Any, _T]]) -> _T:
    """`asyncio.run` of what `make` returns, whose loop is made whole before a signal takes effect.

    One that comes while it is half made would leave what its destructor cannot take apart, and a
    coroutine that nobody waits for: both are told to whoever stopped the run, as warnings. Neither
    does the first one break into the end of a run.
    """
    import asyncio

    _met.check()
    _met.held += 1
    entered = False

    async def enter() -> _T:
        nonlocal entered
        entered = True
        _met.held -= 1
        if _met.pending:
            raise asyncio.CancelledError
        return await make()

    runner = asyncio.Runner()
    try:
        runner.get_loop()
        return runner.run(enter())
    finally:
        if not entered:
            _met.held -= 1
        if _met.pending:
            runner.close()  # which may wait for a thread, and a second signal does not wait for it
        else:
            with deferred():
                runner.close()


def _unraised(told: UnraisableHookArgs) -> None:
    """What a destructor drops: an interruption is still pending, and told when it takes effect."""
    if not issubclass(told.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(told)


def _take(number: int, frame: FrameType | None) -> None:
    again, loop = _met.pending, _running_loop()
    _met.terminated = _met.terminated or number in _TERMINATING
    _met.pending = True
    if loop is None or again:
        _met.check()
    else:
        loop.call_soon_threadsafe(_cancel, loop)


def _running_loop() -> AbstractEventLoop | None:
    # Importing it is not for a run that has no loop, and the signal may come while it is imported.
    told = getattr(sys.modules.get("asyncio"), "_get_running_loop", None)
    loop: AbstractEventLoop | None = told() if told else None
    return loop


def _cancel(loop: AbstractEventLoop) -> None:
    # The first is what `asyncio.run` was given, and sees to the others. Without asyncio's own, that
    # join the pipes of a process just started, its end would be waited for in vain.
    tasks = sys.modules["asyncio"].all_tasks(loop)
    numbers = {int(n): task for task in tasks if (n := task.get_name()[len("Task-") :]).isdigit()}
    if numbers:
        numbers[min(numbers)].cancel()
