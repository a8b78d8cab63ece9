"""A signal is never lost, wherever it comes."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Callable
from types import ModuleType

import pytest

from summarizer.cli.interrupts import deferred, handled, run_in_loop


class Last:
    """What raises in its `__del__` is dropped by the interpreter."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __del__(self) -> None:
        os.kill(os.getpid(), self.number)


class Broken:
    """Raises in its `__del__` what no signal is."""

    def __del__(self) -> None:
        raise ValueError


@pytest.mark.parametrize(("number", "terminated"), [(signal.SIGINT, False), (signal.SIGTERM, True)])
def test_what_the_interpreter_drops_takes_effect_before_anything_is_written(
    number: int, terminated: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before the next thing that is done whole begins; the next run knows nothing of it.

    Nothing is printed of it but by who takes it; what else is dropped is printed still.
    """
    with handled() as met:
        last = Last(number)
        del last
        assert capsys.readouterr().err == ""
        broken = Broken()
        del broken
        assert "ValueError" in capsys.readouterr().err
        assert met.terminated is terminated
        begun = False
        with pytest.raises(KeyboardInterrupt), deferred():
            begun = True
        assert not begun
    with handled() as met, deferred():
        assert not met.terminated


def test_what_is_done_whole_is_finished_first() -> None:
    """The signal waits for its end, of the outermost where they are nested."""
    done = []
    with handled(), pytest.raises(KeyboardInterrupt), deferred():
        with deferred():
            os.kill(os.getpid(), signal.SIGINT)
            done.append("inner")
        done.append("outer")
    assert done == ["inner", "outer"]


def test_in_an_event_loop_its_main_task_is_cancelled() -> None:
    """Nothing is raised in the middle of a callback; all that was begun gets to its end."""
    told = []

    async def waits() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0)  # the loop still turns
            told.append("closed")

    async def main() -> None:
        begun = asyncio.create_task(waits())
        asyncio.get_running_loop().call_later(0.01, os.kill, os.getpid(), signal.SIGTERM)
        await begun

    with handled() as met:
        with pytest.raises(asyncio.CancelledError):
            asyncio.run(main())
        assert met.pending
    assert told == ["closed"]


def test_the_second_signal_does_not_wait_for_the_loop() -> None:
    """Whoever asks again is not told to be patient."""

    async def main() -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        try:
            await asyncio.sleep(60)
        finally:
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.sleep(60)

    with handled(), pytest.raises(KeyboardInterrupt):
        asyncio.run(main())


def test_a_loop_that_is_just_being_imported_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """The signal takes effect as in a run without one."""
    monkeypatch.setitem(sys.modules, "asyncio", ModuleType("asyncio"))
    with handled(), pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)


def killed_by(number: int, function: Callable[..., object], *, first: bool) -> Callable[..., object]:
    """`function`, with a signal before what it does or behind it, the first time it is called."""
    left = [number]

    def does(*args: object, **named: object) -> object:
        if first and left:
            os.kill(os.getpid(), left.pop())
        done = function(*args, **named)
        if left:
            os.kill(os.getpid(), left.pop())
        return done

    return does


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("name", ["new_event_loop", "_make_self_pipe", "create_task"])
def test_a_signal_while_a_loop_is_made(
    name: str, first: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is begun, and nothing half made is left for the interpreter to complain about."""
    owner = asyncio.events if name == "new_event_loop" else asyncio.SelectorEventLoop
    monkeypatch.setattr(owner, name, killed_by(signal.SIGTERM, getattr(owner, name), first=first))
    begun = []

    async def main() -> None:
        begun.append(1)

    with handled() as met, pytest.raises(asyncio.CancelledError):
        run_in_loop(main)
    monkeypatch.undo()
    gc.collect()
    assert met.terminated
    assert not met.held
    assert not begun
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("name", ["close", "_close_self_pipe"])
def test_a_signal_while_a_loop_is_closed(
    name: str, first: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is closed whole, and the signal takes effect behind it."""
    owner = asyncio.SelectorEventLoop
    monkeypatch.setattr(owner, name, killed_by(signal.SIGTERM, getattr(owner, name), first=first))
    loops = []

    async def main() -> None:
        loops.append(asyncio.get_running_loop())

    with handled() as met, pytest.raises(KeyboardInterrupt):
        run_in_loop(main)
    monkeypatch.undo()
    assert met.terminated
    assert not met.held
    assert loops[0].is_closed()
    del loops[:]
    gc.collect()
    assert capsys.readouterr().err == ""


def test_a_loop_that_cannot_be_made_holds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its error is raised, and a signal is taken as before."""
    monkeypatch.setattr(asyncio.events, "new_event_loop", lambda: 1 / 0)
    with handled() as met:
        with pytest.raises(ZeroDivisionError):
            run_in_loop(lambda: asyncio.sleep(0))
        assert not met.held
