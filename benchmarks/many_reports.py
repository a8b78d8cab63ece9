"""A corpus of many reports out of the bundled ones, and what a run over it costs without a model.

`python benchmarks/many_reports.py make FOLDER [COUNT]` writes the corpus: real sections of the
bundled reports, recombined under heads of other places and years, their figures shifted so that
indicators move; the same COUNT gives the same files.
`python benchmarks/many_reports.py run [COUNT ...]` makes corpora of these sizes and measures files a
second and the peak memory of the run's own process and of its largest worker, by `-o all.jsonl`.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
REPORTS = sorted((ROOT / "tests" / "data" / "reports").glob("*.txt"))
_SECTION = re.compile(r"\n(?=\s*(?:\*\*)?[一二三四五六七八九十]{1,3}、)")
_FIGURE = re.compile(r"(?<![\d.第〔（(])(\d{2,5})(?=(?:万|亿)?(?:元|人|个|项|户|次|件|家|所))")
_NAMES = "东西南北清安平宁泰和永兴长新"
_LEVELS = "县区市"


def sections() -> list[str]:
    """The sections of all bundled reports that are long enough to be one."""
    found = []
    for path in REPORTS:
        body = path.read_text(encoding="utf-8").split("\n", 5)[-1]
        found += [part.strip() for part in _SECTION.split(body)[1:] if 400 < len(part) < 9000]
    return found


def report(number: int, parts: list[str]) -> str:
    """Report `number`: a place, a year, two to four sections."""
    chance = random.Random(number)
    place, year = number % 60, 2015 + number // 60 % 10
    name = f"{_NAMES[place % 14]}{_NAMES[place // 14 + 5]}{_LEVELS[place % 3]}"
    factor = 0.5 + place / 40 + (year - 2015) / 20
    body = []
    for at, part in enumerate(chance.sample(parts, chance.randint(2, 4))):
        text = re.sub(r"^(?:\*\*)?[一二三四五六七八九十]{1,3}、", f"{'一二三四'[at]}、", part)
        body.append(_FIGURE.sub(lambda m: str(max(10, round(int(m[1]) * factor))), text))
    head = f"{name}人民政府工作报告（{year}年）"
    told = f"{year - 1}年，全{name[-1]}城镇新增就业{round(3000 * factor)}人。"
    return "\n\n".join([head, told, *body, f"{name}人民政府\n{year}年1月{place % 28 + 1}日"]) + "\n"


def make(folder: Path, count: int) -> int:
    """Write the corpus; returns its size in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = sections()
    size = 0
    for number in range(count):
        data = report(number, parts).encode()
        (folder / f"report-{number:06d}.txt").write_bytes(data)
        size += len(data)
    return size


_PROBE = """
import resource, sys
from summarizer.__main__ import main
try:
    code = main()
except SystemExit as end:
    code = end.code
own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
workers = resource.getrusage(resource.RUSAGE_CHILDREN)
print(own, workers.ru_maxrss // 1024, round(workers.ru_utime + workers.ru_stime, 1), file=sys.stderr)
sys.exit(code)
"""


def measure(count: int) -> str:
    """A row of the table."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "reports"
        size = make(folder, count)
        started = perf_counter()
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                _PROBE,
                folder,
                "-q",
                "-e",
                "extractive",
                "-o",
                f"{place}/all.jsonl",
            ],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        seconds = perf_counter() - started
        assert done.returncode in (0, 3), done.stderr[-500:]
        own, worker, cpu = done.stderr.splitlines()[-1].split()
        return (
            f"| {count} | {size / 1e6:.1f} MB | {seconds:.0f} s | {count / seconds:.1f} | {own} MB "
            f"| {worker} MB | {cpu} s | {Path(place, 'all.jsonl').stat().st_size / 1e6:.0f} MB |"
        )


def main() -> None:
    """See the module's first lines."""
    command, *rest = sys.argv[1:] or [""]
    if command == "make":
        count = int(rest[1]) if len(rest) > 1 else 300
        print(f"{make(Path(rest[0]), count) / 1e6:.1f} MB in {count} files")
    elif command == "run":
        print("| reports | text | time | files/s | peak, run | peak, worker | processor | .jsonl |")
        print("| --- " * 8 + "|")
        for count in map(int, rest or ["300"]):
            print(measure(count), flush=True)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
