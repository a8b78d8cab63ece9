"""A corpus of many reports out of the bundled ones, and what a run over it costs.

`make FOLDER [COUNT] [small|mixed|large]` writes the corpus: real sections of the bundled reports,
recombined under heads of other places and years, their figures shifted so that indicators move; the
same arguments give the same files. Small reports are one short section, mixed ones two to four of
any length, large ones four long ones.

`run [COUNT ...] [small|mixed|large] [--one]` measures runs without a model, by `-o all.jsonl`: files
a second and the peak memory of the run's own process and of its largest worker. With `--one`, a
single process that summarises one file after another.

`ask [COUNT] [small|mixed|large] [--token SECONDS]` measures a run against an endpoint on loopback
that takes 0.5 s and 10 ms a token of its answer. The floor is what is left where the limit of calls
in flight is all that binds: the time of all calls divided by the limit. Wall time is that of the
command line from start to end.

`ray [COUNT]` makes the tables by the command line and by `summarizer.ray` in local mode, and says
which of them differ in a byte. Needs the extras ray and parquet.

`cap [COUNT] [CEILING]` says what is spent under `--max-cost` at an endpoint on loopback whose price
is one dollar for a million tokens.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.made_reports import KINDS, make  # noqa: E402
from summarizer.testing import FakeEndpoint, Latency, ReceivedRequest  # noqa: E402
from summarizer.testing.model import answer  # noqa: E402

CONCURRENCY = 8
FIRST = 0.5


_PROBE = """
import resource, sys
from summarizer.__main__ import main
try:
    code = main()
except SystemExit as end:
    code = end.code
own = resource.getrusage(resource.RUSAGE_SELF)
workers = resource.getrusage(resource.RUSAGE_CHILDREN)
spent = [round(one.ru_utime + one.ru_stime, 1) for one in (own, workers)]
print(own.ru_maxrss // 1024, workers.ru_maxrss // 1024, *spent, file=sys.stderr)
sys.exit(code)
"""

_ONE = """
import resource, sys
from pathlib import Path
from summarizer import Settings, summarize
from summarizer.output import by_suffix
from summarizer.output.style import Style
with open(sys.argv[2], "w", encoding="utf-8") as sink:
    for path in sorted(Path(sys.argv[1]).iterdir()):
        made = summarize(path, Settings(engine="extractive"))
        sink.write(by_suffix(".jsonl").render(made, Style()))
own = resource.getrusage(resource.RUSAGE_SELF)
print(own.ru_maxrss // 1024, 0, round(own.ru_utime + own.ru_stime, 1), 0, file=sys.stderr)
"""


def _called(code: str, arguments: list[str | Path], **environment: str) -> tuple[float, str]:
    """Seconds of a process that runs `code`, and its standard error."""
    started = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 3, 4), done.stderr[-500:]
    return perf_counter() - started, done.stderr


def measure(count: int, kind: str, *, one: bool) -> str:
    """A row of the table of runs without a model."""
    with tempfile.TemporaryDirectory() as place:
        folder, table = Path(place) / "reports", Path(place) / "all.jsonl"
        size = make(folder, count, kind)
        if one:
            seconds, told = _called(_ONE, [folder, table])
        else:
            seconds, told = _called(_PROBE, [folder, "-q", "-e", "extractive", "-o", table])
        own, worker, spent, theirs = told.splitlines()[-1].split()
        return (
            f"| {count} {kind}{', one process' if one else ''} | {size / 1e6:.1f} MB "
            f"| {seconds:.0f} s | {count / seconds:.1f} | {own} MB | {worker} MB | {spent} + {theirs} s "
            f"| {table.stat().st_size / 1e6:.0f} MB |"
        )


@dataclass
class _Load:
    """What an endpoint was asked: when each call began and ended, and the tokens of its answer."""

    per_token: float
    calls: list[tuple[float, float]] = field(default_factory=list)
    prompt: int = 0
    completion: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def in_flight(self) -> float:
        """The mean number of calls in flight from the first one's begin to the last one's end."""
        first, last = min(start for start, _ in self.calls), max(end for _, end in self.calls)
        return sum(end - start for start, end in self.calls) / (last - first)

    @property
    def floor(self) -> float:
        """See the module's first lines."""
        return (len(self.calls) * FIRST + self.per_token * self.completion) / CONCURRENCY


@contextmanager
def endpoint(per_token: float) -> Iterator[tuple[str, _Load]]:
    """The endpoint's address and its load, which is filled while it serves."""
    load = _Load(per_token)

    def reply(request: ReceivedRequest) -> dict[str, object]:
        said = answer(request.messages)
        text = fake.tokens(json.dumps(said, ensure_ascii=False))
        now = perf_counter()
        with load.lock:
            load.calls.append((now, now + FIRST + text * per_token))
            load.completion += text
            load.prompt += sum(fake.tokens(message.content) for message in request.messages)
        return said

    with FakeEndpoint(reply, latency=Latency(FIRST, per_token)) as fake:
        yield fake.base_url, load


def ask(count: int, kind: str, per_token: float) -> str:
    """A row of the table of runs against an endpoint."""
    with tempfile.TemporaryDirectory() as place, endpoint(per_token) as (url, load):
        folder = Path(place) / "reports"
        make(folder, count, kind)
        wall, told = _called(
            _PROBE,
            [folder, "-q", "-o", f"{place}/all.jsonl"],
            OPENAI_BASE_URL=url,
            OPENAI_API_KEY="none",
            SUMMARIZE_MODEL="fake",
            SUMMARIZE_CACHE_DIR=f"{place}/cache",
            SUMMARIZE_CONCURRENCY=str(CONCURRENCY),
        )
        own, _, spent, _ = told.splitlines()[-1].split()
        floor = load.floor
        return (
            f"| {count} {kind} | {len(load.calls)} | {load.prompt} | {load.completion} "
            f"| {wall:.1f} s | {floor:.1f} s | {wall / floor:.2f} "
            f"| {load.in_flight:.1f} of {CONCURRENCY} | {own} MB | {spent} s |"
        )


_RAY = """
import sys
import time
from pathlib import Path
import ray
from summarizer import Settings
from summarizer.ray import run
ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
started = time.perf_counter()
paths = sorted(Path(sys.argv[1]).iterdir())
assert not run(paths, sys.argv[2], Settings(engine="extractive"), shard=len(paths))
print(f"{time.perf_counter() - started:.0f}", file=sys.stderr)
"""


def by_ray(count: int) -> str:
    """How long both ways take, and which tables differ."""
    with tempfile.TemporaryDirectory() as place:
        folder, table, shards = (Path(place) / name for name in ("reports", "all.parquet", "ray"))
        make(folder, count)
        alone, _ = _called(_PROBE, [folder, "-q", "-e", "extractive", "-o", table])
        whole, told = _called(_RAY, [folder, shards])
        files = [(path, shards / "shard-000000.parquet" / path.name) for path in table.iterdir()]
        other = [one.name for one, made in files if one.read_bytes() != made.read_bytes()]
        return (
            f"{count} reports, {len(files)} tables, different: {', '.join(other) or 'none'}; command "
            f"line {alone:.0f} s, Ray {whole:.0f} s ({told.split()[-1]} s without its start)"
        )


_PRICED = (
    """
import sys
from summarizer.engines.llm.client import pricing
pricing.cost = lambda usage, **_: (usage.prompt + usage.completion) / 1e6
"""
    + _PROBE
)


def cap(count: int, ceiling: float) -> str:
    """What a run under a ceiling of cost has spent, and what its dearest call cost."""
    with tempfile.TemporaryDirectory() as place, endpoint(0.001) as (url, load):
        folder = Path(place) / "reports"
        make(folder, count, "mixed")
        _called(
            _PRICED,
            [folder, "-q", "-o", f"{place}/all.jsonl", "--max-cost", str(ceiling)],
            OPENAI_BASE_URL=url,
            OPENAI_API_KEY="none",
            SUMMARIZE_MODEL="fake",
            SUMMARIZE_CACHE_DIR=f"{place}/cache",
        )
        spent = (load.prompt + load.completion) / 1e6
        return (
            f"{len(load.calls)} calls, {spent:.4f} of {ceiling} USD spent; a call costs "
            f"{spent / len(load.calls):.4f} USD in the mean"
        )


def main() -> None:
    """See the module's first lines."""
    command, *rest = sys.argv[1:] or [""]
    kind = next((word for word in rest if word in KINDS), "mixed")
    token = float(rest[rest.index("--token") + 1]) if "--token" in rest else 0.01
    numbers = [word for word in rest if word != str(token) and re.fullmatch(r"\d+(?:\.\d+)?", word)]
    if command == "make":
        count = int(numbers[0]) if numbers else 300
        print(f"{make(Path(rest[0]), count, kind) / 1e6:.1f} MB in {count} files")
    elif command == "run":
        print("| reports | text | time | files/s | peak, run | peak, worker | processor | .jsonl |")
        print("| --- " * 8 + "|")
        for count in map(int, numbers or ["300"]):
            print(measure(count, kind, one="--one" in rest), flush=True)
    elif command == "ask":
        print(
            "| reports | calls | prompt | answers | wall | floor | ratio | in flight | peak | CPU |"
        )
        print("| --- " * 10 + "|")
        print(ask(int(numbers[0]) if numbers else 20, kind, token))
    elif command == "ray":
        print(by_ray(int(numbers[0]) if numbers else 300))
    elif command == "cap":
        print(cap(int(numbers[0]), float(numbers[1])))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
