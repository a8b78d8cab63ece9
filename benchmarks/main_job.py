"""Time, memory, throughput and growth of the main job without a model, as Markdown tables.

`python benchmarks/main_job.py [--quick]`; needs nothing but the checkout. Process figures are the
best of several runs; memory is the peak resident size that the kernel counted for the process.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from time import process_time
from typing import NamedTuple

from summarizer.analysis import Analysis
from summarizer.anchors import extract_anchors
from summarizer.assembly import assemble
from summarizer.checking import check_report
from summarizer.engines.extractive import ExtractiveEngine
from summarizer.models import Run
from summarizer.output import Style, by_name
from summarizer.reading import Document, read
from summarizer.reading.outline import parse_outline

ROOT = Path(__file__).resolve().parent.parent
REPORTS = sorted((ROOT / "examples" / "reports").glob("*.txt"))
QUICK = "--quick" in sys.argv
REPEATS = 3 if QUICK else 7
HUGE_BYTES = 2_000_000 if QUICK else 20_000_000


# Started by a small process of its own: a child inherits the peak of the process it forks from.
_LAUNCHER = """
import os, resource, sys, time
null = os.open(os.devnull, os.O_RDWR)
actions = [(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
started = time.perf_counter()
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=actions)
_, status, usage = os.wait4(pid, 0)
elapsed = time.perf_counter() - started
code = os.waitstatus_to_exitcode(status)
print(elapsed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, code)
"""


class Cost(NamedTuple):
    """What a process took: seconds by the clock and of the processor, and its peak in MB."""

    wall: float
    cpu: float
    peak: float
    code: int


@cache
def _environment() -> dict[str, str]:
    """Modules compiled once, as in an installation, whatever this checkout has."""
    folder = tempfile.mkdtemp(prefix="bytecode-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": folder}


def run(command: Sequence[str]) -> Cost:
    """Run a process from the root of the checkout, its output thrown away."""
    launcher = [sys.executable, "-S", "-c", _LAUNCHER, *command]
    done = subprocess.run(
        launcher, cwd=ROOT, env=_environment(), capture_output=True, check=True, text=True
    )
    wall, cpu, peak, code = done.stdout.split()
    return Cost(float(wall), float(cpu), float(peak), int(code))


def best(command: Sequence[str], repeats: int = REPEATS) -> Cost:
    """The shortest times and the highest peak of several runs. Raises where one fails."""
    run(command)  # compiles the modules
    costs = [run(command) for _ in range(repeats)]
    if any(cost.code not in (0, 3) for cost in costs):
        raise RuntimeError(f"failed: {' '.join(command)}")
    return Cost(
        min(cost.wall for cost in costs),
        min(cost.cpu for cost in costs),
        max(cost.peak for cost in costs),
        costs[0].code,
    )


def job(path: Path, *options: str) -> list[str]:
    """The main job as a process of its own."""
    return [sys.executable, "-m", "summarizer", "-q", "-e", "extractive", *options, str(path)]


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A Markdown table on standard output."""
    print(f"\n### {title}\n")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |", flush=True)


def processes() -> None:
    """Whole processes, against an interpreter that does nothing."""
    bare = best([sys.executable, "-c", "pass"])
    rows = [["bare interpreter", "", *_cells(bare)]]
    for path in REPORTS:
        for name in ("text", "json"):
            rows.append([path.stem, name, *_cells(best(job(path, "-f", name)))])
    table("Whole process", ("sample", "format", "seconds", "CPU seconds", "peak MB"), rows)


def _cells(cost: Cost) -> tuple[str, str, str]:
    return f"{cost.wall:.3f}", f"{cost.cpu:.3f}", f"{cost.peak:.0f}"


def timed(function: Callable[[], object], repeats: int = REPEATS) -> float:
    """The shortest of several calls, in seconds of the processor."""
    times = []
    for _ in range(repeats):
        started = process_time()
        function()
        times.append(process_time() - started)
    return min(times)


def stages() -> None:
    """MB of UTF-8 text a second through each stage, on one core, in one warm process."""
    rows = []
    for path in REPORTS:
        size = len(path.read_bytes()) / 1e6
        document = read(path)
        analysis = _analysis(document)
        drafts = ExtractiveEngine().draft_sync(analysis)
        blank = Run(engine="extractive", started_at="", seconds=0)
        report = assemble(analysis, drafts, blank)
        core: dict[str, Callable[[], object]] = {
            "reading": partial(read, path),
            "outline": partial(parse_outline, document),
            "anchors": partial(extract_anchors, document.view, document=document),
            "extractive": partial(ExtractiveEngine().draft_sync, analysis),
        }
        after: dict[str, Callable[[], object]] = {
            "assembly": partial(assemble, analysis, drafts, blank),
            "checking": partial(check_report, report, analysis, "zh"),
            "json": partial(by_name("json").render, report, Style()),
            "text": partial(by_name("text").render, report, Style()),
        }
        times = {name: timed(stage) for name, stage in (core | after).items()}
        together = sum(times[name] for name in core)
        cells = [f"{size / times[name]:.1f}" for name in core]
        cells.append(f"**{size / together:.1f}**")
        cells += [f"{times[name] * 1000:.0f} ms" for name in after]
        rows.append([path.stem, *cells])
    head = ("sample", "reading", "outline", "anchors", "extractive", "**the four together**")
    table("Throughput, MB/s", (*head, "assembly", "checking", "json", "text"), rows)


def growth() -> None:
    """The four stages on one sample repeated 1 to 100 times."""
    text = REPORTS[-1].read_text(encoding="utf-8")
    rows = []
    first = 0.0
    for factor in (1, 3, 10, 30) if QUICK else (1, 3, 10, 30, 100):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "text.txt"
            path.write_text(f"{text}\n" * factor, encoding="utf-8")
            size = path.stat().st_size / 1e6
            time = timed(partial(_core, path), 1 if factor > 10 else 3)
        first = first or time / size
        ratio = time / size / first
        cells = (f"{size:.2f}", f"{time:.3f}", f"{size / time:.1f}", f"{ratio:.2f}")
        rows.append([f"{factor}x", *cells])
    table("Growth", ("text", "MB", "seconds", "MB/s", "seconds a MB, relative"), rows)


# What a run of many units or figures costs is memory: those are tried at a tenth of the size.
_HUGE = {
    "one line of text": "全区各级党组织认真落实整改责任，",
    "one inline marker": "一是",
    "digits": "1234567890",
    "Chinese numerals": "一二三四五六七八九十百千万亿",
    "opening brackets": "《",
    "quotation marks": "“",
    "full stops": "。",
    "spaces": "字 ",
}
_DENSE = {
    "headings": "（一）整改。\n",
    "line ends": "字\n",
    "percentages": "3.5%",
    "dates": "2024年1月",
    "dashes": "——",
    "bundled reports": "\n".join(path.read_text(encoding="utf-8") for path in REPORTS),
}


def pathological() -> None:
    """Whole processes on large inputs that look for quadratic work."""
    rows = []
    for shapes, size in ((_HUGE, HUGE_BYTES), (_DENSE, HUGE_BYTES // 10)):
        for name, unit in shapes.items():
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "text.txt"
                path.write_text(unit * (size // len(unit.encode())), encoding="utf-8")
                cost = run(job(path, "-o", str(Path(folder) / "out.json")))
            rows.append([name, f"{size / 1e6:.1f}", *_cells(cost), str(cost.code)])
    head = ("input, repeated", "MB", "seconds", "CPU seconds", "peak MB", "exit code")
    table("Pathological inputs, whole process", head, rows)


def _analysis(document: Document) -> Analysis:
    return Analysis(
        document=document,
        outline=parse_outline(document),
        anchors=extract_anchors(document.view, document=document),
    )


def _core(path: Path) -> None:
    ExtractiveEngine().draft_sync(_analysis(read(path)))


def main() -> None:
    """Print every table."""
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    processes()
    stages()
    growth()
    pathological()


if __name__ == "__main__":
    main()
