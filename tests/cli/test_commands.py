"""The commands beside the main job."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from summarizer.cli.main_job import main_job
from summarizer.cli.tree import ENTRIES, VALUED, route
from tests.cli.commands import CHENGZHONG, ROOT, error_lines, summarize


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stored summary of a bundled report."""
    path = tmp_path_factory.mktemp("stored") / "report.json"
    assert summarize("-q", CHENGZHONG, "-o", path).returncode == 0
    return path


def test_a_faithful_summary_verifies(stored: Path):
    """What the program wrote is not contradicted by its source."""
    done = summarize("verify", stored, CHENGZHONG)
    assert done.returncode == 0
    assert done.stderr == b""


def test_a_falsified_figure_is_caught(stored: Path, tmp_path: Path):
    """A changed figure gives exit code 3 and is shown with the right one; options may lead."""
    report = json.loads(stored.read_text(encoding="utf-8"))
    measure, figure = next(
        (measure, figure)
        for section in _sections(report["sections"])
        for measure in section["measures"]
        for figure in measure["figures"]
        if figure["text"].rstrip("%个次人项") in measure["summary"] and len(figure["value"]) > 1
    )
    digits = figure["text"]
    changed = digits.replace(digits[0], "9" if digits[0] != "9" else "8", 1)
    measure["summary"] = measure["summary"].replace(digits, changed, 1)
    false = tmp_path / "false.json"
    false.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    done = summarize("--lang", "en", "verify", false, CHENGZHONG)
    assert done.returncode == 3
    assert changed in done.stdout.decode()
    fresh = json.loads(summarize("verify", "--json", false, CHENGZHONG).stdout)
    assert fresh["verification"]["contradicted"] >= 1


def test_a_wrong_pairing_is_said_at_once(stored: Path):
    """A summary of another text is refused in one line."""
    done = summarize("verify", stored, CHENGZHONG.with_name("xining-2025.txt"))
    assert done.returncode == 1
    assert "sha256" in error_lines(done)[0]


def test_a_summary_by_anybody_is_checked(tmp_path: Path):
    """A Markdown summary that another program wrote is checked; its wrong figure is shown."""
    path = tmp_path / "chat.md"
    path.write_text(
        "# 总结\n## 一、提高政治站位\n- 细化分解48个具体问题162条整改措施。\n", encoding="utf-8"
    )
    done = summarize("verify", path, CHENGZHONG)
    assert done.returncode == 3
    told = done.stdout.decode()
    assert "162条" in told
    assert "161条" in told


@pytest.mark.parametrize("content", ["{}", '{"schema_version": 2}', "{nonsense"])
def test_a_foreign_json_is_refused(content: str, tmp_path: Path):
    """JSON that is not one of our reports is refused in one line."""
    path = tmp_path / "other.json"
    path.write_text(content, encoding="utf-8")
    done = summarize("verify", path, CHENGZHONG)
    assert done.returncode == 1
    assert len(error_lines(done)) == 1


def test_outline_prints_units_anchors_and_noise():
    """The outline command shows the units as text and, with --json, as the published shape."""
    assert "单元 (" in summarize("outline", CHENGZHONG).stdout.decode()
    assert "units (" in summarize("outline", "--lang", "en", CHENGZHONG).stdout.decode()
    shown = json.loads(summarize("outline", "--json", CHENGZHONG).stdout)
    text = CHENGZHONG.read_text(encoding="utf-8")
    assert len(shown["units"]) > 20
    for figure in shown["figures"]:
        printed = text[figure["span"]["start"] : figure["span"]["end"]]
        assert "".join(printed.split()) == figure["text"]


@pytest.mark.parametrize("family", ["batch", "cache"])
def test_a_family_of_commands_has_help(family: str):
    """The first word alone, with -h, lists its commands."""
    done = summarize(family, "-h")
    assert done.returncode == 0
    assert f"{family} " in done.stdout.decode()


def test_schemas_are_printed():
    """Each published schema is printed by name; the report's is the default."""
    assert summarize("schema").stdout == summarize("schema", "report").stdout
    for path in (ROOT / "schemas").glob("*.schema.json"):
        printed = summarize("schema", path.name.removesuffix(".schema.json")).stdout
        assert printed == path.read_bytes()


def test_cache_commands(tmp_path: Path):
    """An empty cache is told as such, and cleared without a complaint."""
    place = ("--cache-dir", tmp_path / "cache")
    assert summarize("cache", "path", *place).stdout.decode().strip() == str(tmp_path / "cache")
    assert json.loads(summarize("--json", *place, "cache", "info").stdout)["answers"] == 0
    assert summarize("cache", "clear", *place).returncode == 0


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: " ".join(entry.words))
def test_every_command_has_help(entry):
    """Every command loads, and takes -h, -q, -v, --lang and -f."""
    command = entry.load()
    taken = {flag for option in command.params for flag in option.opts}
    assert {"-q", "-v", "--lang", "-f", "--json"} <= taken
    assert command.get_help(click.Context(command))


def test_options_with_a_value_are_known_to_the_router():
    """The router knows exactly the options that take a value, over all commands."""
    commands = [main_job, *(entry.load() for entry in ENTRIES)]
    valued = {
        flag
        for command in commands
        for option in command.params
        if isinstance(option, click.Option) and not option.is_flag
        for flag in option.opts
    }
    assert valued == VALUED


def test_options_may_stand_before_the_command():
    """The name of a command is found behind options and their values, and not after --."""
    name, _, rest = route(["-f", "json", "verify", "a", "b"])
    assert (name, rest) == ("summarize verify", ["-f", "json", "a", "b"])
    name, _, rest = route(["-o", "verify", "x.txt"])
    assert name == "summarize"
    name, _, rest = route(["--", "verify"])
    assert name == "summarize"


def _sections(sections):
    for section in sections:
        yield section
        yield from _sections(section["sections"])
