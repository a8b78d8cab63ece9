"""Record the cassettes again, with an endpoint and a key of your own:

    OPENAI_API_KEY=… python tests/recorded/record.py --base-url URL --model MODEL [NAME…]

Neither the key nor the address of the endpoint is stored. The model's name is, in the body of
each request: the replay in the tests must then use the same name (`MODEL` in runs.py).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from runs import MODEL, RUNS

from cassettes import cassette


def main() -> None:
    """Record the runs named, or all of them."""
    parser = argparse.ArgumentParser(description="Record the cassettes again.")
    parser.add_argument("--base-url", required=True)
    parser.add_argument("--model", default=MODEL)
    parser.add_argument("--timeout", type=float, default=600.0, help="seconds a request")
    parser.add_argument("names", nargs="*", metavar="NAME", help="of a run; all by default")
    given = parser.parse_args()
    for run in RUNS:
        if given.names and run.name not in given.names:
            continue
        with cassette(run.name, record=True):
            report = run.summarise(
                model=given.model, base_url=given.base_url, timeout=given.timeout
            )
        units = report.run.units
        sys.stdout.write(
            f"{run.name}: {report.run.calls} calls, {units.llm} units by the model, "
            f"{units.extractive} extractive, {units.refused} refused\n"
        )


if __name__ == "__main__":
    main()
