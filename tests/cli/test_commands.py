"""The commands beside the main job."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from summarizer.cli.groups import walk
from summarizer.cli.program import MAIN_JOB, program
from summarizer.output.wording import words
from summarizer.reading import read
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


def test_outline_explains():
    """With --explain each unit names its notation, each figure the place of its label."""
    shown = summarize("outline", "--explain", "--lang", "en", CHENGZHONG).stdout.decode()
    assert "numbered as: comma" in shown
    assert "numbered as: is" in shown
    assert "label: right behind the figure" in shown
    assert "label: in its clause, in front of it" in shown
    plain = summarize("outline", "--lang", "en", CHENGZHONG).stdout.decode()
    assert set(plain.splitlines()) < set(shown.splitlines())


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
    assert summarize("cache", "info", *place).stdout.decode().startswith("位置：")
    assert summarize("cache", "info", "--lang", "en", *place).stdout.decode().startswith("path: ")
    assert summarize("cache", "clear", *place).returncode == 0


def test_a_schema_is_called_by_the_version_it_describes():
    """The name in `$id` ends in the version that a document of this shape states."""
    for name in ("report", "outline"):
        told = json.loads(summarize("schema", name).stdout)
        stated = told["properties"]["schema_version"]["const"]
        assert told["$id"] == f"urn:summarize:{name}:{stated}"


@pytest.mark.parametrize(
    "entry",
    [MAIN_JOB, *(entry for words, entry in walk(program) if words != ("mcp",))],
    ids=lambda entry: entry.home.partition(":")[0].rpartition("commands.")[2],
)
def test_every_command_has_help(entry):
    """Every command loads, and takes -h, -q, -v, --lang, -f and --json."""
    command = entry.load()
    taken = {flag for option in command.params for flag in option.opts}
    assert {"-q", "-v", "--lang", "-f", "--json"} <= taken
    assert command.get_help(click.Context(command))


def _routed(*arguments: str) -> tuple[str, list[str]]:
    """The words of the command that is called, and what is left for it."""
    group, words, left = program, [], list(arguments)
    while True:
        context = group.make_context("summarize", left)
        name, command, left = group.resolve_command(
            context, [*context._protected_args, *context.args]
        )
        words.append(name)
        if not isinstance(command, type(program)):
            return " ".join(words), left
        group = command


@pytest.mark.parametrize(
    ("arguments", "name", "left"),
    [
        (["-f", "json", "verify", "a", "b"], "verify", ["-f", "json", "a", "b"]),
        (["-qf", "json", "verify", "a", "b"], "verify", ["-qf", "json", "a", "b"]),
        (["-qfjson", "--lang=en", "verify", "a"], "verify", ["-qfjson", "--lang=en", "a"]),
        (["--json", "cache", "--cache-dir", "info", "path"], "cache path", None),
        (["-o", "verify", "x.txt"], "", ["-o", "verify", "x.txt"]),
        (["-o", "--", "verify", "x"], "verify", ["-o", "--", "x"]),
        (["--", "verify"], "", ["--", "verify"]),
        (["-q", "--", "verify"], "", ["-q", "--", "verify"]),
        (["x.txt", "verify"], "", ["x.txt", "verify"]),
        (["./verify"], "", ["./verify"]),
        (["-"], "", ["-"]),
        (["--nonsense", "verify"], "", ["--nonsense", "verify"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_options_may_stand_before_the_command(arguments, name, left):
    """The name of a command is found behind options and their values, and not after --."""
    found, rest = _routed(*arguments)
    assert found == name
    assert left is None or rest == left


def test_joined_short_options_before_a_command(stored: Path):
    """`summarize -qf json verify` verifies."""
    done = summarize("-qf", "json", "verify", stored, CHENGZHONG)
    assert done.returncode == 0
    assert json.loads(done.stdout)["verification"]["contradicted"] == 0


def test_verify_writes_several_files(stored: Path, tmp_path: Path):
    """`verify -o` takes every suffix, several times, and never what it reads."""
    outputs = [tmp_path / name for name in ("a.json", "a.html", "a.md", "a.xlsx", "a.txt")]
    done = summarize("verify", stored, CHENGZHONG, *(p for o in outputs for p in ("-o", o)))
    assert (done.returncode, done.stdout) == (0, b"")
    assert all(path.stat().st_size for path in outputs)
    for given in (stored, CHENGZHONG):
        assert summarize("verify", stored, CHENGZHONG, "-o", given).returncode == 2


def test_the_shell_completes_commands_files_and_options():
    """Completion offers the commands before the first file, and the options of each command."""

    def completed(words: str) -> list[str]:
        environment = {
            "_SUMMARIZE_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split(" ")) - 1),
        }
        done = summarize(environment=environment)
        return [line.partition(",")[2] for line in done.stdout.decode().splitlines()]

    assert "verify" in completed("summarize ve")
    assert "verify" not in completed("summarize x.txt ve")
    assert "--max-cost" in completed("summarize x.txt --max")
    assert "--max-cost" not in completed("summarize verify --max")
    assert "info" in completed("summarize cache in")
    assert (
        b"_SUMMARIZE_COMPLETE"
        in summarize(environment={"_SUMMARIZE_COMPLETE": "bash_source"}).stdout
    )


def _sections(sections):
    for section in sections:
        yield section
        yield from _sections(section["sections"])


def test_outline_words_what_it_sets_aside() -> None:
    """Every reason that the reading of the bundled texts gives has a wording in both languages."""
    for path in sorted((ROOT / "tests" / "data" / "reports").glob("*.txt")):
        for part in read(path).noise:
            key = f"noise_{part.reason.replace(' ', '_')}"
            assert key in words("zh"), part.reason
            assert words("en")[key] == part.reason
