"""Runs the command line as its users do: as a process of its own."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import summarizer
from summarizer import Settings, pipeline
from summarizer.__main__ import main
from summarizer.reading import from_text
from summarizer.testing import FakeEndpoint
from summarizer.testing.model import answer

ROOT = Path(__file__).resolve().parents[2]
CHENGZHONG = ROOT / "examples" / "reports" / "chengzhong-2025.txt"

_SMALL = "一、整改情况\n（一）印发《办法》，清退资金12万元。\n"
_OF_A_MODEL = frozenset({"-m", "--model", "--base-url", "OPENAI_BASE_URL", "SUMMARIZE_MODEL"})
_SECONDS = 120
_CRASHED = 70  # no exit code of the command line


def summarize(
    *arguments: str | Path,
    stdin: bytes = b"",
    cwd: Path = ROOT,
    environment: dict[str, str] | None = None,
    prefix: Sequence[str] = (),
    cores: int = 1,
) -> subprocess.CompletedProcess[bytes]:
    """One call of `summarize`; outputs are bytes.

    The process is forked from this one, where everything is imported already: importing is most of
    a short run. With a `prefix` (`setsid`, `prlimit` …) it is an interpreter of its own. Several
    inputs are worked on by as many processes as there are `cores`, each of which imports all anew.
    """
    words = list(map(str, arguments))
    if prefix or not hasattr(os, "fork"):
        path = os.pathsep.join(part for part in (str(ROOT), os.environ.get("PYTHONPATH")) if part)
        return subprocess.run(
            [*prefix, sys.executable, "-m", "summarizer", *words],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env=os.environ | {"PYTHONPATH": path} | (environment or {}),
            timeout=_SECONDS,
            check=False,
        )
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        given.write(stdin)
        given.seek(0)
        _imported(model=bool(_OF_A_MODEL & {*words, *(environment or {})}))
        child = os.fork()
        if not child:
            files = [given.fileno(), out.fileno(), err.fileno()]
            _become(words, files, cwd, environment or {}, cores)
        code = _exit_code(child)
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(["summarize", *words], code, out.read(), err.read())


@cache
def _imported(*, model: bool) -> None:
    """What a run imports and compiles at its first use, for all runs that are forked from here."""
    settings = Settings(engine="extractive", cache="off")
    if not model:
        summarizer.summarize(from_text(_SMALL), settings).to_json()
        return
    with FakeEndpoint(lambda request: answer(request.messages)) as fake:
        settings = Settings(engine="llm", cache="off", model="m", base_url=fake.base_url)
        summarizer.summarize(from_text(_SMALL), settings)


def _become(
    words: list[str], files: list[int], cwd: Path, environment: dict[str, str], cores: int
) -> None:
    """The rest of a forked child's life: never returns."""
    code = _CRASHED
    try:
        pipeline._threads.cache_clear()  # they are threads of the parent
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
        for number, file in enumerate(files):
            os.dup2(file, number)
        sys.stdin = io.TextIOWrapper(io.FileIO(0, "r", closefd=False))
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), write_through=True)
        sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), write_through=True)
        os.chdir(cwd)
        os.environ.update(environment)
        sys.argv = ["summarize", *words]
        main()
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else int(done.code is not None)
    finally:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None and not stream.closed:
                stream.flush()
        os._exit(code)


def _exit_code(child: int) -> int:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise subprocess.TimeoutExpired("summarize", _SECONDS)


def error_lines(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """Standard error without the line that names the engine."""
    lines = done.stderr.decode().splitlines()
    return [line for line in lines if not line.startswith("engine: ")]
