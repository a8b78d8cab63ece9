"""What the command line says of an endpoint that fails, and how many calls that costs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from summarizer.engines.llm import configured
from summarizer.engines.llm.client.interface import RetryPolicy
from summarizer.testing import FakeEndpoint, Fault, faults
from summarizer.testing.model import answer
from tests.cli.commands import error_lines, summarize
from tests.engines.llm.engine.scripted import REPORT


def reports_in(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"report-{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(REPORT.replace("12次", f"{number + 12}次"), encoding="utf-8")
    return paths


def run(fake: FakeEndpoint, tmp_path: Path, *files: Path):
    place = ("--cache-dir", tmp_path / "cache", "-m", "some-model", "--base-url", fake.base_url)
    return summarize(*files, *place, "-q")


FAILING = [
    (faults.error(500, "the disk is on fire"), "the disk is on fire", 4),
    (faults.error(500, "the disk is on fire"), "what was answered is kept", 4),
    (Fault("junk", kind="answer", alter=lambda _: "我不写 JSON。"), "try another --mode", 4),
    (faults.length(), "raise --max-output", 4),
    (Fault("in a body", body={"error": {"message": "Invalid token"}}), "HTTP 200 from", 1),
    (faults.error(400, "API key not valid."), "check OPENAI_API_KEY", 1),
]


@pytest.mark.parametrize(
    ("fault", "words", "code"), FAILING, ids=lambda it: getattr(it, "name", "")
)
def test_a_run_without_any_answer_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Fault, words: str, code: int
) -> None:
    """It ends soon, with marked extracts, exit code 4, and the reason on standard error."""
    # The waits between tries are tested in the client's room; here nobody waits for them.
    monkeypatch.setattr(configured, "RetryPolicy", partial(RetryPolicy, first_wait=0.01))
    (report,) = reports_in(tmp_path, 1)
    with FakeEndpoint(lambda it: answer(it.messages), inject=lambda _: fault) as fake:
        done = run(fake, tmp_path, report)
        assert fake.calls <= 13
    assert done.returncode == code
    assert words in done.stderr.decode()


def test_sentences_that_fall_are_told(tmp_path: Path) -> None:
    """An exit code 4 has its line where the source contradicts all that the model says, too."""
    (report,) = reports_in(tmp_path, 1)
    falsified = faults.altered(lambda text: text.replace("12次", "21次"))
    with FakeEndpoint(lambda it: answer(it.messages), inject=lambda _: falsified) as fake:
        done = run(fake, tmp_path, report)
    assert done.returncode == 4
    assert any("(contradicted)" in line for line in error_lines(done))


def test_a_final_refusal_ends_the_whole_command(tmp_path: Path) -> None:
    """A wrong key is asked once, not for each file, and the others are said to be untried."""
    files = reports_in(tmp_path, 5)
    with FakeEndpoint(lambda it: answer(it.messages), inject=lambda _: faults.bad_key()) as fake:
        done = run(fake, tmp_path, *files)
        assert fake.calls == 1
    assert done.returncode == 1
    assert any("not tried" in line for line in error_lines(done))


@pytest.mark.parametrize("broken", ["read-only", "file"])
def test_a_cache_that_cannot_be_used_costs_one_line(tmp_path: Path, broken: str) -> None:
    """The result is printed nevertheless, and one line says what happened."""
    (report,) = reports_in(tmp_path, 1)
    place = tmp_path / "cache"
    if broken == "file":
        place.write_text("")
    else:
        place.mkdir()
        (place / "cache.db").write_bytes(b"no database at all" * 100)
    with FakeEndpoint(lambda it: answer(it.messages)) as fake:
        done = run(fake, tmp_path, report)
    assert done.returncode == 0
    assert done.stdout
    assert sum("cannot be used" in line for line in error_lines(done)) == 1
