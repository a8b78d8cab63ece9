"""What a run of the LLM engine costs: wall time, calls and tokens on the bundled reports.

    python benchmarks/llm_run.py            # with latency, about half a minute
    python benchmarks/llm_run.py --fast     # without: calls and tokens only

The endpoint is a fake on loopback, reached through the real SDK. An answer takes 0.5 s and 10 ms
for each of its tokens. `wave` is what a single wave of calls would take that share the tokens of
all units (and of the sections answered along) evenly; `above` what comes after it, as evenly: the
other sections in one wave, and then the overview. The first call of all, by itself at an endpoint
that is new, is in the wall time and in neither of them. The wall time is of the drafts alone, in a process that has used the SDK before (importing it and
setting it up takes a second or more, once). Prompt tokens count the system prompt once, since it is
a prefix that all calls share. The second run is the command line as a process of its own, from
start to end, its modules compiled as in an installation: the best of five.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from summarizer import Settings, read
from summarizer.analysis import analyse
from summarizer.checking import check_draft
from summarizer.engines.base import Drafts
from summarizer.engines.llm import LLMEngine
from summarizer.engines.llm.prompt.templates import load_prompts
from summarizer.testing import FakeEndpoint, Latency, ReceivedRequest
from summarizer.testing.endpoint import count_tokens
from summarizer.testing.model import answer
from summarizer.vocabulary import Origin

REPORTS = Path(__file__).resolve().parent.parent / "examples" / "reports"
CONCURRENCY = 8
LATENCY = Latency(first=0.5, per_token=0.01)

CHILD = """
import sys
from summarizer import patterns_kept
from summarizer.cli import run
code = run(["-q", sys.argv[1]])
print(*sorted({"openai", "instructor"} & set(sys.modules)), file=sys.stderr)
patterns_kept.keep()
raise SystemExit(code)
"""


def drafts_of(report: Path, url: str, cache: str) -> tuple[Drafts, float]:
    """One run in this process, and its seconds."""
    analysis = analyse(read(str(report)))
    settings = Settings(
        model="fake", base_url=url, api_key="none", cache_dir=cache, concurrency=CONCURRENCY
    )
    start = time.perf_counter()
    engine = LLMEngine(settings, check=check_draft)
    drafts = asyncio.run(engine.draft(analysis))
    return drafts, time.perf_counter() - start


def again(report: Path, url: str, cache: str, bytecode: str) -> tuple[str, float]:
    """The same run as a process: which parts of the SDK it imported, and its least seconds."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {
        "OPENAI_BASE_URL": url,
        "OPENAI_API_KEY": "none",
        "SUMMARIZE_MODEL": "fake",
        "SUMMARIZE_CACHE_DIR": cache,
        "PYTHONPYCACHEPREFIX": bytecode,
    }
    seconds, imported = [], ""
    for _ in range(6):  # the first compiles the modules
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", CHILD, str(report)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=True,
        )
        seconds.append(time.perf_counter() - start)
        imported = done.stderr.strip()
    return imported or "no SDK", min(seconds)


def reply(request: ReceivedRequest) -> dict[str, object]:
    """What the fake model answers."""
    return answer(request.messages)


def even_waves(requests: Sequence[ReceivedRequest]) -> tuple[float, float]:
    """Seconds of an even wave for the units, and of what comes after it."""
    tokens = {"units": 0, "sections": 0, "overview": 0}
    for request in requests:
        given = reply(request)
        kind = next(kind for kind in ("units", "overview", "sections") if given[kind])
        tokens[kind] += count_tokens(json.dumps(given, ensure_ascii=False))
    wave = LATENCY.first + LATENCY.per_token * tokens["units"] / CONCURRENCY
    above = LATENCY.per_token * (tokens["sections"] / CONCURRENCY + tokens["overview"])
    return wave, above + LATENCY.first * sum(bool(tokens[k]) for k in ("sections", "overview"))


def warm_up(report: Path) -> float:
    """Have the SDK imported and set up; how long that took, with a run that costs little else."""
    with FakeEndpoint(reply) as fake, tempfile.TemporaryDirectory() as cache:
        return drafts_of(report, fake.base_url, cache)[1]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Wall time, calls and tokens of the LLM engine.")
    parser.add_argument("--fast", action="store_true", help="no latency")
    parser.add_argument("reports", nargs="*", type=Path, default=sorted(REPORTS.glob("*.txt")))
    options = parser.parse_args()
    shared = count_tokens(load_prompts().system)
    print(f"first use of the SDK: {warm_up(options.reports[0]):.2f} s, not counted below\n")
    print("report            units calls   wall   wave  above  prompt   text  ratio  second run")
    for report in options.reports:
        text = count_tokens(report.read_text(encoding="utf-8"))
        latency = None if options.fast else LATENCY
        with (
            FakeEndpoint(reply, latency=latency) as fake,
            tempfile.TemporaryDirectory() as cache,
            tempfile.TemporaryDirectory() as bytecode,
        ):
            drafts, wall = drafts_of(report, fake.base_url, cache)
            calls = fake.calls
            wave, above = even_waves([past.request for past in fake.history])
            imported, seconds = again(report, fake.base_url, cache, bytecode)
            more = fake.calls - calls
        used = drafts.usage
        sent = used.prompt_tokens - shared * (calls - 1)
        units = [draft.origin for draft in drafts.measures.values()]
        print(
            f"{report.stem:<16} {units.count(Origin.LLM):>3}/{len(units):<3} {calls:>4} "
            f"{wall:>5.2f}s {wave:>5.2f}s {above:>5.2f}s {sent:>7} {text:>6} "
            f"{sent / text:>6.2f}  {more} calls, {seconds:.2f} s, {imported}"
        )


if __name__ == "__main__":
    main()
