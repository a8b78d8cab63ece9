"""Record the cassettes again, with an endpoint and a key of your own:

    OPENAI_API_KEY=… python tests/recorded/record.py --base-url URL --model MODEL [NAME…]

or with answers that somebody writes into a folder, NAME/NNN.answer.txt beside NNN.request.txt:

    python tests/recorded/record.py --answers FOLDER [NAME…]

Neither the key nor the address of the endpoint is stored. The model's name is, in the body of
each request: the replay in the tests must then use the same name (`MODEL` in runs.py).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from answering import Folder
from runs import MODEL, RUNS, Run

from cassettes import cassette
from summarizer import Report
from summarizer.testing import FakeEndpoint


def main() -> None:
    """Record the runs named, or all of them."""
    parser = argparse.ArgumentParser(description="Record the cassettes again.")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--base-url")
    where.add_argument("--answers", type=Path, metavar="FOLDER", help="requests out, answers in")
    parser.add_argument("--model", default=MODEL)
    parser.add_argument("--timeout", type=float, default=86_000.0, help="seconds a request")
    parser.add_argument("names", nargs="*", metavar="NAME", help="of a run; all by default")
    given = parser.parse_args()
    for run in RUNS:
        if not given.names or run.name in given.names:
            report = _record(run, given)
            units = report.run.units
            sys.stdout.write(
                f"{run.name}: {report.run.calls} calls, {units.llm} units by the model, "
                f"{units.extractive} extractive, {units.refused} refused\n"
            )
            sys.stdout.flush()


def _record(run: Run, given: argparse.Namespace) -> Report:
    options = {"model": given.model, "timeout": given.timeout}
    if given.base_url:
        with cassette(run.name, record=True):
            return run.summarise(base_url=given.base_url, **options)
    folder = Folder(given.answers / run.name)
    with FakeEndpoint(folder, inject=run.refusing) as fake, cassette(run.name, record=True):
        return run.summarise(base_url=fake.base_url, api_key="none", **options)


if __name__ == "__main__":
    main()
