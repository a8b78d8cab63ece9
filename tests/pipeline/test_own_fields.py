"""A user's own fields: asked for, validated, published, and looked for in the source."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Literal

import pytest
from pydantic import Field

from summarizer import MeasureFields, OwnWords, Report, Settings, summarize, verify
from summarizer.errors import UsageError
from summarizer.models import Finding
from summarizer.reading import from_text
from summarizer.testing import FakeEndpoint
from summarizer.testing.model import answer
from summarizer.vocabulary import Severity, Verdict
from tests.cli.commands import error_lines
from tests.cli.commands import summarize as command

TEXT = (
    "一、整改情况\n"
    "（一）区财政局牵头清退资金12万元，2025年6月30日前完成。\n"
    "（二）区住建局制定《工地管理办法》，已经印发。\n"
)


class Fields(MeasureFields):
    """谁来办、何时办完。"""

    责任单位: str | None = Field(description="负责整改的单位")
    完成时限: date | None = None
    金额: int | None = None
    评语: OwnWords | None = None
    进度: Literal["快", "慢"] | None = None


TRUE = {"责任单位": "区财政局", "完成时限": "2025-06-30", "金额": 120000, "评语": "很好"}


@pytest.fixture
def endpoint():
    """An endpoint that answers the fields as `extra` says, and remembers the prompts."""

    told = SimpleNamespace(extra=dict(TRUE))

    def reply(request):
        given = answer(request.messages)
        for unit in given["units"]:
            unit["extra"] = dict.fromkeys(Fields.model_fields) | told.extra
        return given

    with FakeEndpoint(reply) as fake:
        told.fake = fake
        yield told


def _settings(endpoint, tmp_path: Path, **values) -> Settings:
    given = {"fields": Fields, "cache_dir": tmp_path / "cache", "mode": "json_schema"} | values
    return Settings(model="m", base_url=endpoint.fake.base_url, **given)


def test_answers_are_published_and_checked(endpoint, tmp_path: Path):
    """Quotations, dates and amounts are looked for in the measure; words of one's own are not."""
    report = summarize(from_text(TEXT), _settings(endpoint, tmp_path))
    first, second = report.measures
    assert first.extra == TRUE
    assert [f.claim for f in first.findings if f.kind == "extra"] == []
    # The same answers are of no source in the second measure.
    claims = {finding.claim for finding in second.findings if finding.kind == "extra"}
    assert claims == {"区财政局", "2025-06-30", "120000"}
    assert second.verdict is Verdict.UNVERIFIABLE
    assert report.verification.unverifiable >= 3
    request = endpoint.fake.history[0].request
    system = request.messages[0].content
    assert "责任单位：负责整改的单位" in system
    assert "谁来办、何时办完。" in system
    schema = request.body["response_format"]["json_schema"]["schema"]
    unit = schema["properties"]["units"]["items"]
    assert set(unit["properties"]["extra"]["properties"]) == set(Fields.model_fields)
    assert "$ref" not in json.dumps(schema)


def test_without_fields_nothing_is_asked(endpoint, tmp_path: Path):
    """The requests of others do not change, and their answers are kept apart."""
    plain = summarize(from_text(TEXT), _settings(endpoint, tmp_path, fields=None))
    assert all(measure.extra == {} for measure in plain.measures)
    asked = endpoint.fake.calls
    summarize(from_text(TEXT), _settings(endpoint, tmp_path))
    assert endpoint.fake.calls > asked
    asked = endpoint.fake.calls
    again = summarize(from_text(TEXT), _settings(endpoint, tmp_path))
    assert endpoint.fake.calls == asked
    assert again.measures[0].extra == TRUE


def test_an_answer_that_does_not_fit_is_told(endpoint, tmp_path: Path):
    """It costs neither the measure nor the other fields, and it is no silent loss."""
    endpoint.extra = {"责任单位": "区财政局", "完成时限": "年底", "进度": "很快"}
    report = summarize(from_text(TEXT), _settings(endpoint, tmp_path))
    measure = report.measures[0]
    assert measure.origin == "llm"
    assert measure.extra == {"责任单位": "区财政局"}
    misfits = [finding.claim for finding in measure.findings if finding.kind == "extra_misfit"]
    assert misfits == ["年底", "很快"]


def test_stored_answers_are_checked_again(endpoint, tmp_path: Path):
    """A falsified answer is found where the fields are given; without them nothing is lost."""
    settings = _settings(endpoint, tmp_path)
    report = summarize(from_text(TEXT), settings)
    path = tmp_path / "report.json"
    path.write_text(report.to_json().replace('"区财政局"', '"区教育局"'), encoding="utf-8")
    source = from_text(TEXT)
    false = verify(Report.load(path, source=source), source, fields=Fields)
    assert "区教育局" in [f.claim for f in false.measures[0].findings]
    assert verify(report, source).verification == report.verification
    assert verify(report, source, fields=Fields).verification == report.verification


def test_own_checks_are_counted():
    """What a user's check tells is a finding like every other; said twice it is said once."""

    def no_plans(measure, report):
        if "前完成" in report.source.text[measure.span.start : measure.span.end]:
            yield Finding(
                kind="deadline",
                severity=Severity.WARNING,
                verdict=Verdict.CONTRADICTED,
                claim="前完成",
                reason="时限已过",
            )

    settings = Settings(engine="extractive")
    plain = summarize(from_text(TEXT), settings)
    report = summarize(from_text(TEXT), settings, checks=[no_plans])
    assert report.verification.contradicted == plain.verification.contradicted + 1
    assert report.measures[0].verdict is Verdict.CONTRADICTED
    assert verify(report, from_text(TEXT), checks=[no_plans]).sections == report.sections

    def broken(measure, report):
        raise RuntimeError("secret text")

    with pytest.raises(UsageError, match="the check broken failed at measure") as told:
        summarize(from_text(TEXT), settings, checks=[broken])
    assert "secret" not in str(told.value)


def test_what_cannot_be_asked_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A field that must be answered, no fields, no class and a class by the project's settings."""

    class Must(MeasureFields):
        名称: str

    class Nothing(MeasureFields):
        pass

    with pytest.raises(UsageError, match=r"Must\.名称 must allow None"):
        Settings(fields=Must)
    with pytest.raises(UsageError, match="no fields"):
        Settings(fields=Nothing)
    with pytest.raises(UsageError, match="cannot be loaded"):
        Settings(fields="no_such_module:Fields")
    with pytest.raises(UsageError, match="no subclass"):
        Settings(fields="json:JSONDecoder")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "summarize.toml").write_text('fields = "evil:Fields"\n', encoding="utf-8")
    (tmp_path / "evil.py").write_text("raise SystemExit('ran')\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"summarize\.toml, fields: not from this file"):
        Settings()


def test_on_the_command_line(endpoint, tmp_path: Path):
    """--fields module:Class from the working directory; the answers are in JSON and tables."""
    (tmp_path / "mine.py").write_text(
        "from summarizer import MeasureFields\n"
        "class Fields(MeasureFields):\n"
        "    责任单位: str | None\n",
        encoding="utf-8",
    )
    (tmp_path / "r.txt").write_text(TEXT, encoding="utf-8")
    endpoint.extra = {"责任单位": "区财政局"}
    place = ("--base-url", endpoint.fake.base_url, "-m", "m", "--cache-dir", tmp_path / "cache")
    outputs = ("-o", "r.json", "-o", "r.csv")
    done = command("r.txt", *place, "--fields", "mine:Fields", *outputs, cwd=tmp_path)
    assert done.returncode in (0, 3), error_lines(done)
    stored = Report.load(tmp_path / "r.json")
    extras = [measure.extra for measure in stored.measures]
    assert {"责任单位": "区财政局"} in extras
    assert "责任单位" in (tmp_path / "r.csv").read_text(encoding="utf-8-sig")
    again = command("verify", "r.json", "r.txt", "--fields", "mine:Fields", cwd=tmp_path)
    assert "区财政局" in again.stdout.decode()


def test_own_prompt_wording(endpoint, tmp_path: Path):
    """A file in prompts_dir replaces the one of its name; answers to it are kept apart."""
    folder = tmp_path / "prompts"
    folder.mkdir()
    (folder / "system.md").write_text("只概括制度建设。", encoding="utf-8")
    settings = _settings(endpoint, tmp_path, fields=None)
    summarize(from_text(TEXT), settings)
    asked = endpoint.fake.calls
    own = settings.model_copy(update={"prompts_dir": folder})
    report = summarize(from_text(TEXT), own)
    assert endpoint.fake.calls > asked
    assert endpoint.fake.history[-1].request.messages[0].content.startswith("只概括制度建设。")
    assert report.run.prompt_digest != summarize(from_text(TEXT), settings).run.prompt_digest
