"""A few processes for work without a model, so that every core is used.

They are started as `python -c …` and spoken to through pipes. The library's own pools would import
the caller's script again (so that each caller needed a `__main__` guard), or fork a process that
may hold threads; and one report that kills its process would take the others' with it.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import sys
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from summarizer.corpus import worker
from summarizer.errors import InputError
from summarizer.models import Report
from summarizer.reading.reader import Source
from summarizer.settings import Settings

_GRACE = 2.0  # seconds that a process has to end by itself before it is killed


class Workers:
    """At most `count` processes, started when they are needed; a context manager."""

    def __init__(self, count: int) -> None:
        self._free: asyncio.LifoQueue[asyncio.subprocess.Process | None] = asyncio.LifoQueue()
        for _ in range(count):
            self._free.put_nowait(None)
        self._all: set[asyncio.subprocess.Process] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await asyncio.gather(*map(self._end, list(self._all)))

    async def summarize(self, source: Source, settings: Settings) -> Report:
        """The report of a path, bytes or a Document. Raises what `summarizer.summarize` raises.

        A source that ends its process (by its size, mostly) is told as an InputError.
        """
        process = await self._free.get()
        whole = False
        try:
            if process is None:
                process = await self._start()
            answer = await _ask(process, (source, settings))
            whole = True
        except (asyncio.IncompleteReadError, OSError):
            # Its own line names the file.
            raise InputError("the process that read it was ended; too large?") from None
        finally:
            if not whole and process is not None:
                self._kill(process)
                process = None
            self._free.put_nowait(process)
        if isinstance(answer, Report):
            return answer
        raise answer

    async def _start(self) -> asyncio.subprocess.Process:
        # The same packages as here, however this interpreter found them.
        paths = [path or os.getcwd() for path in sys.path]  # noqa: PTH109 (a string is wanted)
        code = f"import sys; sys.path[:] = {paths!r}\nfrom {worker.__name__} import serve; serve()"
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            code,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        self._all.add(process)
        return process

    def _kill(self, process: asyncio.subprocess.Process) -> None:
        with suppress(ProcessLookupError):  # it may end by itself just before
            if process.returncode is None:
                process.kill()

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        if process.stdin is not None:
            process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), _GRACE)
        except TimeoutError:
            self._kill(process)
            await process.wait()


async def _ask(process: asyncio.subprocess.Process, question: Any) -> Any:
    if process.stdin is None or process.stdout is None:
        raise BrokenPipeError
    process.stdin.write(worker.pack(question))
    await process.stdin.drain()
    head = await process.stdout.readexactly(worker.HEAD)
    body = await process.stdout.readexactly(int.from_bytes(head, "big"))
    return pickle.loads(body)  # noqa: S301 (from the process we started)
