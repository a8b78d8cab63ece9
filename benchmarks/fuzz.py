"""Mutated input of every kind: does anything get further than one line?

    python benchmarks/fuzz.py --cases 5000 --seed 1          # past the door, shared out by kind
    python benchmarks/fuzz.py --only docx --cases 500
    python benchmarks/fuzz.py --case text:1:4711             # one case again, with its traceback

Reports, web pages, Word files, PDFs, stored summaries, answers, batch lines and replies of an
endpoint are mutated from the reports at hand, and what must hold whatever came in is looked at:
spans are slices of the source, values are numbers, every paragraph has one owner, errors are one
line, nothing printed moves a cursor, a case ends in time and memory. A failure is printed with the
seed that makes it again. `--keep FILE` adds the run to a file and prints the table over all of
them. Needs a system with `fork` (not Windows).
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from fuzzing.runner import Tally, kept, one, run, table
from fuzzing.subjects import SUBJECTS


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=2000, help="how many past the door")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", choices=list(SUBJECTS))
    parser.add_argument("--seconds", type=float, default=3600, help="stop after so many")
    parser.add_argument("--case", help="name:seed:number of one case")
    parser.add_argument("--keep", type=Path, help="a file that runs are added to")
    options = parser.parse_args()
    if options.case:
        name, seed, number = options.case.split(":")
        tally = Tally()
        one(name, int(seed), int(number), tally, loud=True)
        return 1 if tally.failures else 0
    print(f"seed {options.seed}")
    names = options.only or list(SUBJECTS)
    tallies = run(options.cases, options.seed, names, time.time() + options.seconds)
    failed = any(tally.failures for tally in tallies.values())
    if options.keep:
        tallies = kept(options.keep, options.seed, tallies)
    print(table(tallies), end="")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
