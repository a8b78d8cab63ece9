"""Writes what is derived from the code: `schemas/*.schema.json`, `docs/cli.md`, `docs/report.md`.

With `--check` nothing is written; the exit code is 1 where a file differs.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
from manual import man_page
from model_page import model_page

from summarizer.cli.groups import walk
from summarizer.cli.program import MAIN_JOB, PROGRAM, program
from summarizer.output.published import PUBLISHED, schema

_USE = """Options of the main job may stand before the name of a command. A shell completes
commands, options and files after `eval "$(_SUMMARIZE_COMPLETE=bash_source summarize)"` in its
start file (`zsh_source` for zsh; for fish `_SUMMARIZE_COMPLETE=fish_source summarize | source`).
The package brings a man page, too: `man summarize`."""

ROOT = Path(__file__).resolve().parent.parent


def cli_page() -> str:
    """The help of every command, as a page."""
    parts = [
        "# The command line",
        "Generated from the program by `make derived`; a test keeps it in step.",
        _USE,
    ]
    commands = [(PROGRAM, MAIN_JOB.load())]
    commands += [(f"{PROGRAM} {' '.join(words)}", entry.load()) for words, entry in walk(program)]
    for name, command in commands:
        context = click.Context(command, info_name=name, max_content_width=100)
        context.terminal_width = 100
        parts.append(f"## {name}\n\n```\n{command.get_help(context).rstrip()}\n```")
    return "\n\n".join(parts) + "\n"


def derived() -> dict[Path, str]:
    """Every derived file with its content."""
    files = {ROOT / "schemas" / f"{name}.schema.json": schema(name) for name in PUBLISHED}
    files[ROOT / "docs" / "cli.md"] = cli_page()
    files[ROOT / "docs" / "summarize.1"] = man_page()
    files[ROOT / "docs" / "report.md"] = model_page()
    return files


def main() -> int:
    """Write the files, or with `--check` compare them."""
    stale = [
        path
        for path, content in derived().items()
        if not path.is_file() or path.read_text(encoding="utf-8") != content
    ]
    for path in stale:
        if "--check" in sys.argv:
            print(f"out of step with the code: {path.relative_to(ROOT)} (make derived)")
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(derived()[path], encoding="utf-8")
            print(f"wrote {path.relative_to(ROOT)}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
