"""Time, memory, throughput and growth of the main job without a model, as Markdown tables.

`python benchmarks/main_job.py [--quick]`; needs nothing but the checkout. Process figures are the
best of several runs; memory is the peak resident size that the kernel counted for the process.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

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
PATHOLOGICAL_BYTES = 2_000_000 if QUICK else 20_000_000


def run(command: Sequence[str]) -> tuple[float, float, int]:
    """Seconds, peak MB and exit code of a process."""
    started = perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return perf_counter() - started, usage.ru_maxrss / 1024, process.returncode


def best(command: Sequence[str], repeats: int = REPEATS) -> tuple[float, float]:
    """The shortest time and the highest peak of several runs. Raises where one fails."""
    results = [run(command) for _ in range(repeats)]
    if any(code not in (0, 3) for _, _, code in results):
        raise RuntimeError(f"failed: {' '.join(command)}")
    return min(time for time, _, _ in results), max(peak for _, peak, _ in results)


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
    rows = [["bare interpreter", "", f"{bare[0]:.3f}", f"{bare[1]:.0f}"]]
    for path in REPORTS:
        for name in ("text", "json"):
            time, peak = best(job(path, "-f", name))
            rows.append([path.stem, name, f"{time:.3f}", f"{peak:.0f}"])
    table("Whole process", ("sample", "format", "seconds", "peak MB"), rows)


def timed(function: Callable[[], object], repeats: int = REPEATS) -> float:
    """The shortest of several calls, in seconds."""
    times = []
    for _ in range(repeats):
        started = perf_counter()
        function()
        times.append(perf_counter() - started)
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


def pathological() -> None:
    """Whole processes on large inputs that look for quadratic work."""
    shapes = {
        "one line of text": "全区各级党组织认真落实整改责任，",
        "one marker repeated": "一是",
        "marker lines repeated": "（一）整改。\n",
        "digits": "1234567890",
        "Chinese numerals": "一二三四五六七八九十百千万亿",
        "opening brackets": "《",
        "quotation marks": "“",
        "full stops": "。",
        "spaces": "字 ",
        "line ends": "字\n",
        "percentages": "3.5%",
        "dates": "2024年1月",
    }
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name, unit in shapes.items():
            path = Path(folder) / "text.txt"
            size = len(unit.encode())
            path.write_text(unit * (PATHOLOGICAL_BYTES // size), encoding="utf-8")
            time, peak, code = run(job(path, "-o", str(Path(folder) / "out.json")))
            rows.append([name, f"{time:.1f}", f"{peak:.0f}", str(code)])
    title = f"Pathological inputs of {PATHOLOGICAL_BYTES / 1e6:.0f} MB, whole process"
    table(title, ("input", "seconds", "peak MB", "exit code"), rows)


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
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    processes()
    stages()
    growth()
    pathological()


if __name__ == "__main__":
    main()
