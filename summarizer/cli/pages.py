"""How far the reading of a PDF is: a line on the terminal, gone when the file is read."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from types import TracebackType
from typing import Self

from summarizer.errors import one_line

_CLEAR = "\r\x1b[K"  # back to the start of the line, and nothing on it


class PageLine:
    """A listener of `read`: `report.pdf: page 1,200 of 9,800`, written over itself."""

    def __init__(self, name: str) -> None:
        self._name = one_line(name)
        self._shown = False

    def __call__(self, read: int, of: int) -> None:
        """Show that so many pages are read; a reader's thread may call."""
        line = f"{self._name}: page {read:,} of {of:,}"
        # Chinese letters take two columns: half as many fit in any case.
        self._write(_CLEAR + line[-(shutil.get_terminal_size().columns // 2 - 1) :])
        self._shown = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            self._write(_CLEAR)

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):  # nobody watches any more
            sys.stderr.write(text)
            sys.stderr.flush()
