"""A batch from end to end against a service on loopback: partial, expired, unordered, failed."""

from __future__ import annotations

import json
import os
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from summarizer.checking import check_draft
from summarizer.engines.llm.batch import running, service
from summarizer.engines.llm.batch.requests import chat_path
from summarizer.engines.llm.batch.running import BatchRun, run_batches
from summarizer.errors import BudgetError, InputError, UsageError
from summarizer.settings import Settings
from tests.cli.commands import CHENGZHONG, summarize
from tests.engines.llm.engine.batch_service import FakeBatchService, Plan
from tests.engines.llm.engine.scripted import Scripted, analysis_of, draft, settings_in
from tests.engines.llm.engine.test_batch import answered

ANALYSIS = analysis_of()


def with_usage(line: dict[str, Any]) -> dict[str, Any]:
    told = answered(line)
    told["response"]["body"]["usage"] = {"prompt_tokens": 1000, "completion_tokens": 100}
    return told


def settings_of(tmp_path: Path, fake: FakeBatchService, **values: Any) -> Settings:
    return settings_in(tmp_path, base_url=fake.base_url, api_key="sk-very-secret-key", **values)


def run(
    tmp_path: Path, fake: FakeBatchService, **values: Any
) -> tuple[BatchRun, list[str], list[str]]:
    """The run's own words, and the reasons for what was declined."""
    said: list[str] = []
    reasons: list[str] = []
    folder = tmp_path / "run"
    folder.mkdir(exist_ok=True)
    told = run_batches(
        lambda: [ANALYSIS],
        settings_of(tmp_path, fake, **values),
        folder,
        check=partial(check_draft, lang="zh"),
        poll=0.0,
        say=said.append,
        imported=lambda done: reasons.extend(one.reason for one in done.declined),
        sleep=lambda seconds: None,
    )
    return told, said, reasons


def complete(tmp_path: Path, fake: FakeBatchService) -> bool:
    """Whether a run from the store asks nothing."""
    completer = Scripted()
    drafts = draft(ANALYSIS, settings_of(tmp_path, fake), completer)
    origins = {measure.origin for measure in drafts.measures.values()}
    return completer.requests == [] and origins == {"llm"}


def test_two_rounds_without_a_fault(tmp_path: Path):
    with FakeBatchService(with_usage, [Plan(looks=2)]).running() as fake:
        told, said, reasons = run(tmp_path, fake)
        assert (told.rounds, len(fake.batches), reasons) == (2, 2, [])
        assert told.requests == told.taken
        assert (told.usage.prompt, told.usage.completion) == (
            told.requests * 1000,
            told.requests * 100,
        )
        assert told.cost is None
        assert complete(tmp_path, fake)
        assert any("in_progress" in line for line in said)
        uploaded = {batch["input_file_id"] for batch in fake.batches.values()}
        assert fake.deleted == uploaded
        again, _, _ = run(tmp_path, fake)
        assert (again.rounds, len(fake.batches)) == (2, 2)


def test_failed_expired_lost_and_broken_lines_are_asked_again(tmp_path: Path):
    """Unordered partial answers are taken, the rest is asked again, and the service's words told."""
    ends = ["failed", "expired", "lost", "broken", "ok"]
    plans = [Plan(ends=lambda place: ends[place % 5], status="expired"), Plan()]
    with FakeBatchService(with_usage, plans).running() as fake:
        told, _, reasons = run(tmp_path, fake)
        assert complete(tmp_path, fake)
        assert told.declined > 0
        assert any("503" in one and "请稍后再试" in one for one in reasons)
        assert any("completion window expired" in one for one in reasons)
        asked = [{line["custom_id"] for line in fake.lines(name)} for name in fake.batches]
        answered_first = {
            line["custom_id"]
            for place, line in enumerate(fake.lines("batch-0"))
            if ends[place % 5] == "ok"
        }
        assert not answered_first & set().union(*asked[1:])


def test_a_batch_that_fails_as_a_whole_is_told_and_made_again(tmp_path: Path):
    with FakeBatchService(with_usage, [Plan(status="failed"), Plan()]).running() as fake:
        _, said, _ = run(tmp_path, fake)
        assert any("Enqueued token limit reached" in line for line in said)
        assert complete(tmp_path, fake)


def test_what_fails_for_ever_is_not_asked_for_ever(tmp_path: Path):
    with FakeBatchService(with_usage, [Plan(ends=lambda place: "failed")]).running() as fake:
        told, said, _ = run(tmp_path, fake)
        assert (told.rounds, told.taken, len(fake.batches)) == (2, 0, 2)
        assert "no new answer" in said[-1]
        assert not complete(tmp_path, fake)


class _KilledError(BaseException):
    pass


_STEPS = ("upload", "submit", "look", "download")


@pytest.mark.parametrize("step", _STEPS)
@pytest.mark.parametrize("after", [False, True])
def test_killed_at_any_step_it_goes_on(
    tmp_path: Path, step: str, after: bool, monkeypatch: pytest.MonkeyPatch
):
    """Each call of the step is cut off once, before or after it; nothing is submitted twice."""
    real = getattr(service.BatchService, step)
    calls = 0

    def cut(self: Any, *given: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls % 2 and not after:
            raise _KilledError
        result = real(self, *given)
        if calls % 2:
            raise _KilledError
        return result

    monkeypatch.setattr(service.BatchService, step, cut)
    with FakeBatchService(with_usage).running() as fake:
        for _ in range(20):
            try:
                told, _, _ = run(tmp_path, fake)
                break
            except _KilledError:
                continue
        assert (told.rounds, len(fake.batches)) == (2, 2)
        assert told.taken == told.requests
        assert complete(tmp_path, fake)


def test_the_cost_limit_ends_the_rounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(running, "cost", lambda usage, **_: usage.prompt / 1000)
    with FakeBatchService(with_usage).running() as fake:
        with pytest.raises(BudgetError, match="cost limit"):
            run(tmp_path, fake, max_cost=1.0)
        assert len(fake.batches) == 1
        told, _, _ = run(tmp_path, fake)
        assert told.rounds == 2


def test_a_folder_belongs_to_one_model(tmp_path: Path):
    with FakeBatchService(with_usage).running() as fake:
        run(tmp_path, fake)
        with pytest.raises(InputError, match="another model"):
            run(tmp_path, fake, model="other")
    (tmp_path / "run" / "run.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read"):
        run(tmp_path, fake)
    with pytest.raises(UsageError, match="needs a model"):
        run(tmp_path, fake, model=None)


@pytest.mark.parametrize(
    ("base_url", "path"),
    [
        (None, "/v1/chat/completions"),
        ("https://dashscope.aliyuncs.com/compatible-mode/v1", "/v1/chat/completions"),
        ("https://open.bigmodel.cn/api/paas/v4/", "/v4/chat/completions"),
        ("http://localhost:8000", "/v1/chat/completions"),
    ],
)
def test_paths_of_services(base_url: str | None, path: str):
    assert chat_path(base_url) == path


def test_command(tmp_path: Path):
    """The command line, its last line, and no key anywhere in what it leaves or says."""
    with FakeBatchService(with_usage, [Plan(looks=0)]).running() as fake:
        done = summarize(
            *("batch", "run", CHENGZHONG, "-m", "fake", "-o", tmp_path / "run", "--poll", "0"),
            *("--cache-dir", tmp_path / "cache", "--base-url", fake.base_url, "--json"),
            environment={"OPENAI_API_KEY": "sk-very-secret-key"},
        )
        assert fake.keys == {"Bearer sk-very-secret-key"}
    assert done.returncode == 0, done.stderr.decode()
    told = json.loads(done.stdout)
    assert (told["missing"], told["rounds"]) == ([], 2)
    assert b"secret" not in done.stdout + done.stderr
    for folder, _, names in os.walk(tmp_path):
        for name in names:
            assert b"sk-very-secret" not in (Path(folder) / name).read_bytes()


def test_a_service_without_batches_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    # The library waits half a minute at most before its fifth try; the second is as good here.
    monkeypatch.setattr(service, "_RETRIES", 1)
    with FakeBatchService(with_usage).running() as fake:
        pass
    done = summarize(
        *("batch", "run", CHENGZHONG, "-m", "fake", "-o", tmp_path / "run", "-q"),
        *("--cache-dir", tmp_path / "cache", "--base-url", fake.base_url),
    )
    assert done.returncode == 1
    assert len(done.stderr.decode().splitlines()) == 1
    assert b"cannot be reached" in done.stderr
