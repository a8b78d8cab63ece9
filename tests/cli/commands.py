"""Runs the command line as its users do: as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHENGZHONG = ROOT / "examples" / "reports" / "chengzhong-2025.txt"


def summarize(
    *arguments: str | Path,
    stdin: bytes = b"",
    cwd: Path = ROOT,
    environment: dict[str, str] | None = None,
    prefix: Sequence[str] = (),
) -> subprocess.CompletedProcess[bytes]:
    """One call of `summarize`; outputs are bytes."""
    path = os.pathsep.join(part for part in (str(ROOT), os.environ.get("PYTHONPATH")) if part)
    return subprocess.run(
        [*prefix, sys.executable, "-m", "summarizer", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": path} | (environment or {}),
        timeout=120,
        check=False,
    )


def error_lines(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """Standard error without the line that names the engine."""
    lines = done.stderr.decode().splitlines()
    return [line for line in lines if not line.startswith("engine: ")]
