"""Cases one after the other, each under an alarm and a limit of memory, and the table of a run."""

from __future__ import annotations

import gc
import io
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any

from fuzzing.subjects import SUBJECTS
from summarizer.reading.formats import child

SECONDS = 10.0
"""Processor time of one case. The slowest of the first 20,000 took a hundredth of that."""
MEMORY = 3 << 30
"""Address space of this process: the corpus and the libraries take 1 GB of it."""


class TooSlowError(BaseException):
    """A case took all its time. No `Exception`: the parsers' own net must not catch it."""


@dataclass(slots=True)
class Tally:
    """What the cases of one subject came to."""

    past: int = 0
    turned: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    grown: int = 0
    failures: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count another run in."""
        self.past += other.past
        self.turned += other.turned
        self.seconds += other.seconds
        self.slowest = max(self.slowest, other.slowest)
        self.grown = max(self.grown, other.grown)
        self.failures += other.failures


def run(cases: int, seed: int, names: Sequence[str], until: float) -> dict[str, Tally]:
    """`cases` past the door, shared out among the subjects, or as many as the time allows."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, _too_slow)
    child.subprocess.run = _forked  # type: ignore[attr-defined]
    for module in ("web", "word", "pdf"):  # imported once, and not in every child
        import_module(f"summarizer.reading.formats.{module}")
    share = sum(SUBJECTS[name][1] for name in names)
    tallies = {name: Tally() for name in names}
    wanted = {name: round(cases * SUBJECTS[name][1] / share) for name in names}
    for name in names:  # grammars are compiled at their first use, which is no case's time
        for warm in range(3):
            one(name, -1, warm, Tally())
    gc.freeze()  # a child copies no page for the collector's sake
    number = 0
    while any(tallies[name].past < wanted[name] for name in names) and time.time() < until:
        for name in names:
            # In step, so that a run that ends early has its shares all the same.
            done = tallies[name]
            if done.past < wanted[name] and done.past * cases <= wanted[name] * (number + 1):
                one(name, seed, number, done)
        number += 1
    return tallies


def one(name: str, seed: int, number: int, tally: Tally, *, loud: bool = False) -> None:
    """One case: its seed is the name, the seed of the run and its number."""
    rng = random.Random(f"{name}:{seed}:{number}")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        past = SUBJECTS[name][0](rng)
        tally.past += past
        tally.turned += not past
    except (Exception, TooSlowError) as error:
        signal.setitimer(signal.ITIMER_PROF, 0)
        tally.failures.append(f"{name}:{seed}:{number} {_told(error)}")
        print(tally.failures[-1], flush=True)
        if loud:
            traceback.print_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    seconds = time.process_time() - started
    tally.seconds += seconds
    tally.slowest = max(tally.slowest, seconds)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    tally.grown = max(tally.grown, grown // 1024 if number else 0)


def _told(error: BaseException) -> str:
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "summarizer" in f.filename]
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno} " if frames else ""
    return f"{type(error).__name__} {where}{str(error)[:400]}".replace("\n", " ")


def _too_slow(_: int, __: FrameType | None) -> None:
    raise TooSlowError


def _forked(command: Sequence[str], *, input: bytes, timeout: float, **_: Any) -> Any:
    """The reader's own process, forked instead of started: same limits, a tenth of the time."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        signal.setitimer(signal.ITIMER_PROF, 0)
        os.close(reading)
        code = 1
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # it tells every page that it has read
            sys.stdin = io.TextIOWrapper(io.BytesIO(input))
            sys.stdout = os.fdopen(writing, "w")
            code = child.main()
            sys.stdout.flush()
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        output = told.read()
    _, status = os.waitpid(pid, 0)
    return subprocess.CompletedProcess(command, os.waitstatus_to_exitcode(status), output, b"")


def table(tallies: dict[str, Tally]) -> str:
    """The table of docs/reliability.md."""
    head = "| input | past the door | turned away | failures | mean ms | slowest ms | most memory MB |\n"
    rows = ["|---|---:|---:|---:|---:|---:|---:|\n"]
    whole = Tally()
    for tally in tallies.values():
        whole.add(tally)
    for name, tally in [*tallies.items(), ("all", whole)]:
        count = max(1, tally.past + tally.turned)
        rows.append(
            f"| {name} | {tally.past:,} | {tally.turned:,} | {len(tally.failures)} | "
            f"{tally.seconds / count * 1000:.1f} | {tally.slowest * 1000:.0f} | {tally.grown} |\n"
        )
    return head + "".join(rows)


def kept(path: Path, seed: int, tallies: dict[str, Tally]) -> dict[str, Tally]:
    """Add a run to a file of runs; what all of them come to, each seed once."""
    runs = json.loads(path.read_text("utf-8")) if path.exists() else {}
    runs[str(seed)] = {name: asdict(tally) for name, tally in tallies.items()}
    path.write_text(json.dumps(runs, ensure_ascii=False), encoding="utf-8")
    whole: dict[str, Tally] = {}
    for found in runs.values():
        for name, values in found.items():
            whole.setdefault(name, Tally()).add(Tally(**values))
    return whole
