"""Statements about public texts of many genres against the checks: a Markdown table.

    python benchmarks/natural.py [ROUND...] [--verbose]

A ROUND is the name of a folder (`benchmarks/statements/README.md`), all by default. A fault counts only where
its unedited statement is neither an error's nor a warning's. `--verbose` lists what is blamed and
what is missed.
"""

from __future__ import annotations

import argparse
from collections import Counter

import statements


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rounds", nargs="*", choices=[*statements.ROUNDS, []])
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    total: Counter[str] = Counter()
    lines = []
    for told in statements.load(given.rounds):
        counts = statements.score(told, given.verbose)
        total += counts
        lines.append(_line(told.name, counts))
    print("| text | right | with an error | with a warning | deterministic | worded |")
    print("|---|---|---|---|---|---|")
    print("\n".join([*lines, _line("all", total)]))
    print("\n| chat answer | errors in the right one | warnings | planted errors told |")
    print("|---|---|---|---|")
    for answer in statements.answers(given.rounds):
        print(
            f"| {answer.name} | {answer.errors} | {answer.warnings} "
            f"| {answer.told} of {answer.planted} |"
        )


def _line(name: str, counts: Counter[str]) -> str:
    shares = " | ".join(f"{counts[f'{sort} told']} of {counts[sort]}" for sort in ("det", "worded"))
    return f"| {name} | {counts['right']} | {counts['error']} | {counts['warning']} | {shares} |"


if __name__ == "__main__":
    main()
