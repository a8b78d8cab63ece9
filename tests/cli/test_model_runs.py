"""Runs with a model behind an endpoint, on the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.cli import exit_codes
from summarizer.cli.exit_codes import of_report, of_run
from summarizer.models import Overview, Run, Verification
from summarizer.testing import FakeEndpoint
from summarizer.testing.model import answer
from summarizer.vocabulary import Origin
from tests.cli.commands import CHENGZHONG, ROOT, error_lines, summarize
from tests.output.reports import measure, report


@pytest.fixture
def endpoint():
    """An endpoint that answers in the source's own words."""
    with FakeEndpoint(lambda request: answer(request.messages)) as fake:
        yield fake


def test_a_model_writes_and_the_cache_answers_the_second_run(endpoint, tmp_path: Path):
    """The first run asks, is complete and names its engine; the second makes no call."""
    place = ("--base-url", endpoint.base_url, "-m", "m", "--cache-dir", tmp_path / "cache")
    first = summarize(CHENGZHONG, *place, "--json")
    told = json.loads(first.stdout)
    assert first.stderr.decode().splitlines() == [f"engine: llm, m at {endpoint.base_url}"]
    assert told["run"]["calls"] == endpoint.calls > 0
    assert told["run"]["units"]["llm"] > 20
    asked = endpoint.calls
    code = (
        "import sys; from summarizer.cli import run; code = run(sys.argv[1:]);"
        "print({'openai', 'instructor'} & set(sys.modules), file=sys.stderr); sys.exit(code)"
    )
    second = subprocess.run(
        [sys.executable, "-c", code, "-q", str(CHENGZHONG), *map(str, place), "--json"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert second.stderr.decode().strip() == "set()"
    assert endpoint.calls == asked
    assert json.loads(second.stdout)["sections"] == told["sections"]
    assert first.returncode == second.returncode


def test_an_endpoint_that_is_not_there_is_one_line(tmp_path: Path):
    """An unreachable endpoint ends with exit code 1 and one line."""
    place = ("--base-url", "http://127.0.0.1:9/v1", "-m", "m", "--cache-dir", tmp_path / "cache")
    environment = {"SUMMARIZE_MAX_ATTEMPTS": "1"}
    done = summarize(CHENGZHONG, *place, environment=environment)
    assert done.returncode == 1
    assert len(error_lines(done)) == 1


def test_exit_codes_tell_contradicted_from_incomplete():
    """3 where a claim is contradicted, 4 where a model left a unit; 3 wins, in a run as well."""
    clean = Verification()
    by_model = Run(engine="llm", model="m", started_at="", seconds=0)
    written = Overview(summary="", origin=Origin.LLM)
    whole = measure("1", "二是6月3日制定《督查办法》。", origin=Origin.LLM)
    section = report().sections[1].model_copy(update={"measures": (whole,)})
    complete = report(run=by_model, sections=(section,), overview=written, verification=clean)
    assert of_report(report(verification=clean)) == 0
    assert of_report(report()) == 3
    assert of_report(complete) == 0
    assert of_report(report(run=by_model, verification=clean)) == 4
    assert of_report(report(run=by_model)) == 3
    for measures, code in (((whole,), 0), ((whole, whole), 4)):
        # A section of one measure has nothing of its own for the model to write.
        cut = {"measures": measures, "sections": (), "origin": Origin.EXTRACTIVE}
        extract = section.model_copy(update=cut)
        left = report(run=by_model, sections=(extract,), overview=written, verification=clean)
        assert of_report(left) == code
    above = section.model_copy(update={"sections": (section,), "measures": (), "origin": Origin.EXTRACTIVE})
    left = report(run=by_model, sections=(above,), overview=written, verification=clean)
    assert of_report(left) == 4
    nothing = Overview(summary="", origin=Origin.EXTRACTIVE)
    empty = report(run=by_model, sections=(), overview=nothing, verification=clean)
    assert of_report(empty) == 0
    assert [of_run(codes) for codes in ([0, 4, 3, 1], [1, 4], [0, 1], [0], [])] == [3, 4, 1, 0, 0]


def test_exit_codes_are_those_of_the_manual():
    """Scripts depend on them: 0 to 4, and 128 with the signal as a shell tells it."""
    told = [exit_codes.COMPLETE, exit_codes.FAILED, exit_codes.USAGE]
    told += [exit_codes.CONTRADICTED, exit_codes.INCOMPLETE, exit_codes.INTERRUPTED]
    told += [exit_codes.CLOSED_PIPE, exit_codes.TERMINATED]
    assert told == [0, 1, 2, 3, 4, 128 + 2, 128 + 13, 128 + 15]
    assert [of_run(codes) for codes in ([2, 1], [4, 2], [2, 0])] == [2, 4, 2]
