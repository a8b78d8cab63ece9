"""Real processes against a real endpoint: killed, run twice at once, run again."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from summarizer.testing import FakeEndpoint, Latency, ReceivedRequest
from summarizer.testing.model import answer, read_request
from tests.engines.llm.engine.scripted import REPORT, analysis_of

LEAVES = [unit.id for unit in analysis_of().outline.leaves()]

RUN = """
import asyncio, json, os, signal, sys
from summarizer import Settings, read
from summarizer.analysis import analyse
from summarizer.engines.llm import LLMEngine
from summarizer.engines.llm.store.disk import DiskStore

def run(report, after_put=0):
    put_all, puts = DiskStore.put_all, []

    def dying(self, values):
        put_all(self, values)
        puts.append(values)
        if len(puts) == after_put:
            os.kill(os.getpid(), signal.SIGKILL)

    DiskStore.put_all = dying
    drafts = asyncio.run(LLMEngine(Settings()).draft(analyse(read(report))))
    return json.dumps({
        "origins": {unit_id: measure.origin for unit_id, measure in drafts.measures.items()},
        "sections": sorted(drafts.sections),
        "calls": drafts.usage.calls,
        "sdk": sorted({"openai", "instructor"} & set(sys.modules)),
    })
"""

# The SDK takes a second or two until its first answer, so that the runs which are killed fork from
# a process that has one run behind it, and no thread but its own.
NURSERY = """
import threading
from summarizer import pipeline
from summarizer.cli import run as command
run(sys.argv[1])
assert command(["-q", sys.argv[1], "-o", sys.argv[1] + ".json"]) in (0, 3)
pipeline._threads().shutdown()
pipeline._threads.cache_clear()
assert threading.active_count() == 1
print("ready", flush=True)
for line in sys.stdin:
    spec = json.loads(line)
    pid = os.fork()
    if pid == 0:
        signal.alarm(120)
        os.environ.update(spec["environment"])
        if spec["output"]:
            os.dup2(os.open(spec["told"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
            os._exit(command(["-q", spec["report"], "-o", spec["output"]]))
        with open(spec["result"], "w") as file:
            file.write(run(spec["report"], spec["after_put"]))
        os._exit(0)
    print(pid, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


class Nursery:
    """Runs the engine in forked processes, one after another."""

    def __init__(self, report: Path) -> None:
        with FakeEndpoint(lambda request: answer(request.messages)) as fake:
            self.process = subprocess.Popen(
                [sys.executable, "-c", RUN + NURSERY, str(report)],
                env={**os.environ, **environment(fake, report.with_name("cache"), "warm")},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            assert self._line() == "ready\n"

    def start(
        self,
        report: Path,
        environment: dict[str, str],
        after_put: int = 0,
        output: Path | None = None,
    ) -> int:
        """The pid of a new run: of the engine, or of the command line that writes `output`."""
        self.result = report.with_name("result.json")
        self.told = report.with_name("told.txt")
        spec = {
            "report": str(report),
            "environment": environment,
            "after_put": after_put,
            "output": str(output) if output else "",
            "result": str(self.result),
            "told": str(self.told),
        }
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(spec) + "\n")
        self.process.stdin.flush()
        return int(self._line())

    def wait(self) -> int:
        """The exit code of the run, negative for a signal."""
        return int(self._line())

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    path = tmp_path_factory.mktemp("nursery") / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    home = Nursery(path)
    yield home
    home.process.communicate(timeout=60)


def written(cache: Path) -> int:
    """How many answers are on disk."""
    if not (cache / "cache.db").exists():
        return 0
    with closing(sqlite3.connect(cache / "cache.db")) as database:
        for _ in range(600):
            try:
                return int(database.execute("SELECT COUNT(*) FROM Cache").fetchone()[0])
            except sqlite3.OperationalError as error:  # just being made, or being written
                if "no such table" in str(error):
                    return 0
                time.sleep(0.05)
    raise TimeoutError("the cache stays locked")


def by(request: ReceivedRequest, run: str) -> bool:
    """Whether a request is of this run; those of a killed one may still arrive after it."""
    return request.headers["authorization"] == f"Bearer {run}"


class Counting:
    """Answers one request after another, notes what it has answered, and kills on request."""

    def __init__(self, cache: Path, kill_at: int, by: signal.Signals = signal.SIGKILL) -> None:
        self.cache = cache
        self.by = by
        self.kill_at = kill_at
        self.victim = 0
        self.dead = False
        self.answered: Counter[str] = Counter()
        self.requests = 0
        self._turn = threading.Lock()

    def __call__(self, request: ReceivedRequest) -> dict[str, object]:
        with self._turn:
            self.requests += 1
            if self.requests == self.kill_at:
                self._wait_for_readers()
                while not self.victim:
                    time.sleep(0.01)
                os.kill(self.victim, self.by)
                self.dead = True
            if by(request, "second") or not self.dead:
                texts = [one.text for one in read_request(request.messages)]
                self.answered.update(texts)
            return answer(request.messages)

    def _wait_for_readers(self) -> None:
        """Until all that was answered before is on disk: an answer on its way is lost rightly."""
        give_up = time.monotonic() + 60
        while written(self.cache) < self.answered.total():
            assert time.monotonic() < give_up, "answers were given and not kept"
            time.sleep(0.02)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def environment(fake: FakeEndpoint, cache: Path, run: str) -> dict[str, str]:
    # The key tells the runs apart, and is no part of what is cached. Small chunks: many calls, and many points to be killed at.
    return {
        "OPENAI_BASE_URL": fake.base_url,
        "OPENAI_API_KEY": run,
        "SUMMARIZE_MODEL": "fake",
        "SUMMARIZE_CACHE_DIR": str(cache),
        "SUMMARIZE_CONCURRENCY": "4",
        "SUMMARIZE_MAX_OUTPUT_TOKENS": "200",
    }


def complete(found: dict[str, Any]) -> bool:
    return bool(found["origins"] == dict.fromkeys(LEAVES, "llm"))


@pytest.mark.parametrize("point", range(1, 15))
def test_a_run_killed_at_a_request_repeats_no_answer(
    tmp_path: Path, report: Path, nursery: Nursery, point: int
) -> None:
    """Killed while the endpoint holds a request, the next run asks for nothing answered before."""
    counting = Counting(tmp_path / "cache", point)
    with FakeEndpoint(counting) as fake:
        counting.victim = nursery.start(report, environment(fake, tmp_path / "cache", "first"))
        assert nursery.wait() == -signal.SIGKILL
        before = Counter(counting.answered)
        nursery.start(report, environment(fake, tmp_path / "cache", "second"))
        assert nursery.wait() == 0
    assert complete(json.loads(nursery.result.read_text()))
    assert sum(before.values()) >= point - 1
    assert set(counting.answered.values()) == {1}


@pytest.mark.parametrize("point", range(1, 11))
@pytest.mark.parametrize(
    ("by", "code", "word"),
    [(signal.SIGTERM, 143, "terminated"), (signal.SIGINT, 130, "interrupted")],
)
def test_a_run_that_is_interrupted_repeats_no_answer_and_leaves_no_file(
    tmp_path: Path,
    report: Path,
    nursery: Nursery,
    by: signal.Signals,
    code: int,
    word: str,
    point: int,
) -> None:
    """The command line, stopped while the endpoint holds a request, says so in one line and goes on
    where it stood."""
    counting = Counting(tmp_path / "cache", point, by)
    output = tmp_path / "out" / "summary.json"
    output.parent.mkdir()
    with FakeEndpoint(counting) as fake:
        first = environment(fake, tmp_path / "cache", "first")
        counting.victim = nursery.start(report, first, output=output)
        assert nursery.wait() == code
        assert nursery.told.read_text() == f"summarize: {word}\n"
        assert list(output.parent.iterdir()) == []
        second = environment(fake, tmp_path / "cache", "second")
        nursery.start(report, second, output=output)
        assert nursery.wait() in (0, 3)
    units = json.loads(output.read_text())["run"]["units"]
    assert (units["llm"], units["extractive"]) == (len(LEAVES), 0)
    assert set(counting.answered.values()) == {1}


@pytest.mark.parametrize("point", range(1, 9))
def test_a_run_killed_after_a_write_repeats_nothing_written(
    tmp_path: Path, report: Path, nursery: Nursery, point: int
) -> None:
    """Killed right after answers were written, the next run finds all of them."""
    with FakeEndpoint(lambda request: answer(request.messages)) as fake:
        nursery.start(report, environment(fake, tmp_path / "cache", "first"), after_put=point)
        assert nursery.wait() == -signal.SIGKILL
        known = written(tmp_path / "cache")
        nursery.start(report, environment(fake, tmp_path / "cache", "second"))
        assert nursery.wait() == 0
    requests = [past.request for past in fake.history if by(past.request, "second")]
    asked = [one for request in requests for one in read_request(request.messages)]
    everything = len(list(analysis_of().outline.walk())) + 1
    assert known >= point
    assert len(asked) == everything - known
    assert complete(json.loads(nursery.result.read_text()))


def test_two_processes_on_one_report(tmp_path: Path, report: Path) -> None:
    """Both are right, the cache they share stays whole, and a third run needs no SDK."""

    def start(fake: FakeEndpoint) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", RUN + "print(run(sys.argv[1]))", str(report)],
            env={**os.environ, **environment(fake, tmp_path / "cache", "none")},
            stdout=subprocess.PIPE,
            text=True,
        )

    def result(process: subprocess.Popen[str]) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(process.communicate(timeout=60)[0])
        assert complete(found)
        return found

    with FakeEndpoint(lambda request: answer(request.messages), latency=Latency(0.1, 0)) as fake:
        both = [start(fake) for _ in range(2)]
        first, second = [result(process) for process in both]
        assert first["sections"] == second["sections"]
        third = result(start(fake))
    assert (third["calls"], third["sdk"]) == (0, [])
    with sqlite3.connect(tmp_path / "cache" / "cache.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
