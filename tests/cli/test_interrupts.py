"""A signal is never lost, wherever it comes."""

from __future__ import annotations

import os
import signal

import pytest

from summarizer.cli.interrupts import deferred, handled


class Last:
    """What raises in its `__del__` is dropped by the interpreter."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __del__(self) -> None:
        os.kill(os.getpid(), self.number)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(("number", "terminated"), [(signal.SIGINT, False), (signal.SIGTERM, True)])
def test_what_the_interpreter_drops_takes_effect_before_anything_is_written(
    number: int, terminated: bool
) -> None:
    """Before the next thing that is done whole begins; the next run knows nothing of it."""
    with handled() as met:
        last = Last(number)
        del last
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
