"""Several reports in one run, in Python."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from summarizer import Settings, asummarize, read, summarize, summarize_all
from summarizer.corpus import workers
from summarizer.engines.base import Drafts
from summarizer.engines.extractive import ExtractiveEngine
from summarizer.errors import InputError, SomeFailedError, SummarizerError
from summarizer.testing import FakeEndpoint
from summarizer.testing.model import answer
from tests import bundled
from tests.conftest import REPORTS

EXTRACTIVE = Settings(engine="extractive")
# Where it is how many there are that matters, and not what is in them: as many as are worked on at
# once, and with a copy one more.
SHORTEST = sorted(REPORTS, key=lambda path: path.stat().st_size)[:3]


def _run(coroutine):
    """Run it in a thread of its own: a browser driven by other tests keeps a loop in this one."""
    found = []
    thread = threading.Thread(target=lambda: found.append(asyncio.run(coroutine)))
    thread.start()
    thread.join(120)
    return found[0]


async def _all(sources, settings=EXTRACTIVE, **options):
    return [pair async for pair in summarize_all(sources, settings, **options)]


def test_every_kind_of_source_comes_back_with_its_name():
    """Paths, documents and open files are summarised alike, in whatever order they are ready."""
    sources = [
        REPORTS[0],
        str(REPORTS[1]),
        read(REPORTS[2]),
        io.StringIO("一、整改。制定制度3项。"),
    ]
    found = dict(_run(_all(sources)))
    assert set(found) == {str(REPORTS[0]), str(REPORTS[1]), REPORTS[2].name, "<text>"}
    for path in REPORTS[:2]:
        assert found[str(path)].sections == bundled.summary(path).sections


def test_one_bad_source_never_stops_the_others(tmp_path: Path):
    """Without `failed` the errors are raised together at the end; with it they are told."""
    sources = [tmp_path / "none.txt", REPORTS[0]]
    told: list[tuple[str, SummarizerError]] = []
    (name, _), *more = _run(_all(sources, failed=lambda *pair: told.append(pair)))
    assert (name, more) == (str(REPORTS[0]), [])
    assert [name for name, _ in told] == [str(sources[0])]

    async def raising():
        made = []
        with pytest.raises(SomeFailedError, match=r"1 of 2") as error:
            async for name, _ in summarize_all(sources, EXTRACTIVE):
                made.append(name)
        return made, error.value.errors

    made, errors = _run(raising())
    assert made == [str(REPORTS[0])]
    assert isinstance(errors[str(sources[0])], InputError)


def test_a_process_that_dies_costs_one_report(monkeypatch: pytest.MonkeyPatch):
    """The report at hand is told as failed; the others are made."""
    started = workers.Workers._start
    victims = []

    async def start(self):
        process = await started(self)
        if not victims:
            victims.append(process)
            process.send_signal(signal.SIGKILL)
            await asyncio.sleep(0.1)
        return process

    monkeypatch.setattr(workers.Workers, "_start", start)
    told = []
    found = _run(_all(SHORTEST, failed=lambda *pair: told.append(pair)))
    assert len(found) == len(SHORTEST) - 1
    assert len(told) == 1
    assert isinstance(told[0][1], InputError)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc on this system")
def test_leaving_early_leaves_no_process():
    """Breaking out of the loop ends the processes."""

    async def first():
        reports = summarize_all(SHORTEST, EXTRACTIVE)
        async for _ in reports:
            break
        await reports.aclose()

    before = set(_children())
    _run(first())
    assert set(_children()) <= before


def _children() -> list[str]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[1] == str(os.getpid()) and fields[0] != "Z":
            found.append(path.parent.name)
    return found


def test_few_results_are_held_at_a_time():
    """A caller that takes its time is not run ahead of: sources are taken as results are."""
    taken = 0

    def sources():
        nonlocal taken
        for _ in range(60):
            taken += 1
            yield read(io.StringIO("一、整改。制定制度3项。"))

    async def slowly():
        ahead = []
        made = 0
        async for _ in summarize_all(sources(), EXTRACTIVE):
            made += 1
            ahead.append(taken - made)
        return ahead

    ahead = _run(slowly())
    assert len(ahead) == 60
    assert max(ahead) <= 4 * len(os.sched_getaffinity(0))


def test_the_loop_goes_on():
    """While reports are analysed the event loop turns; held up by each, it would turn once a report."""

    async def turns():
        turned = 0

        async def tick():
            nonlocal turned
            while True:
                await asyncio.sleep(0.005)
                turned += 1

        ticking = asyncio.create_task(tick())
        await asyncio.gather(*(asummarize(path, EXTRACTIVE) for path in SHORTEST))
        ticking.cancel()
        return turned

    assert _run(turns()) > 3 * len(SHORTEST)


def test_one_engine_serves_all(tmp_path: Path):
    """Reports of one run share the endpoint, its limits and the answers; a copy asks nothing."""
    together = 0
    most = 0
    lock = threading.Lock()

    def reply(request):
        nonlocal together, most
        with lock:
            together += 1
            most = max(most, together)
        time.sleep(0.02)
        with lock:
            together -= 1
        return answer(request.messages)

    with FakeEndpoint(reply) as fake:
        settings = Settings(
            model="m", base_url=fake.base_url, cache_dir=tmp_path / "cache", concurrency=3
        )
        copy = tmp_path / "copy.txt"
        copy.write_bytes(SHORTEST[0].read_bytes())
        found = dict(_run(_all([*SHORTEST, copy], settings)))
        assert max(fake.counts.values()) == 1
    assert set(found) == {*map(str, SHORTEST), str(copy)}
    assert 1 < most <= 3
    assert all(report.run.engine == "llm" for report in found.values())
    assert found[str(copy)].sections == found[str(SHORTEST[0])].sections


def test_an_engine_of_ones_own():
    """Whatever has a name and drafts is an engine; the report names it."""

    class Mine:
        name = "mine"

        async def draft(self, analysis, progress=None) -> Drafts:
            return ExtractiveEngine().draft_sync(analysis)

    report = summarize(REPORTS[0], EXTRACTIVE, engine=Mine())
    assert report.run.engine == "mine"
    (_, other), *_ = _run(_all([REPORTS[0]], engine=Mine()))
    assert other.sections == report.sections


class _Gone:
    """A process that ends on the way from the question whether it runs to the signal."""

    returncode = None
    stdin = None

    async def wait(self) -> int:
        await asyncio.sleep(0)
        return 0

    def kill(self) -> None:
        raise ProcessLookupError


def test_a_worker_that_ends_by_itself_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is gone when it is killed, for it was slow to end, is no error."""
    monkeypatch.setattr(workers, "_GRACE", 0.0)
    pool = workers.Workers(1)
    pool._all.add(_Gone())  # type: ignore[arg-type]
    asyncio.run(pool.__aexit__(None, None, None))
