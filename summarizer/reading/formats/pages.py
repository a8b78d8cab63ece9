"""How far the reading of a long file is: told by its reader, in whichever process that works.

A reader in a process of its own says it on standard error, a line of two numbers each time; what a
parser's library says there beside it is passed over.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread

PageListener = Callable[[int, int], None]
"""Told the number of pages read and of all."""

_LONGEST = 64  # bytes of a line of ours, with room


def say_pages(read: int, of: int) -> None:
    """Tell the process that started this one."""
    sys.stderr.write(f"pages {read} {of}\n")
    sys.stderr.flush()


@contextmanager
def heard(listener: PageListener | None) -> Iterator[int | None]:
    """A file number to start a reader with as its standard error; None where nobody listens."""
    if listener is None:
        yield None
        return
    ours, theirs = os.pipe()
    thread = Thread(target=_listen, args=(ours, listener), daemon=True)
    thread.start()
    try:
        yield theirs
    finally:
        os.close(theirs)
        thread.join(timeout=1)  # a process that the reader left behind may hold the other end


def _listen(number: int, listener: PageListener) -> None:
    with os.fdopen(number, "rb") as lines, suppress(OSError):
        while line := lines.readline(_LONGEST):
            match line.split():
                case [b"pages", read, of] if read.isdigit() and of.isdigit():
                    listener(int(read), int(of))
