"""What is derived from the code, and what names the version."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

import summarizer
from summarizer import resources
from summarizer.output import Style, by_name
from summarizer.output.published import PUBLISHED
from summarizer.output.reading_view import published
from tests import bundled

ROOT = Path(__file__).resolve().parents[2]


def test_derived_files_are_in_step():
    """Schemas and the page on the command line equal what the code gives."""
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "derive.py", "--check"],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.decode() + done.stderr.decode() == ""
    assert done.returncode == 0


def test_every_published_shape_has_a_schema():
    """The folder of schemas holds exactly the published shapes, as valid JSON."""
    assert resources.names("schemas", ".schema.json") == sorted(PUBLISHED)
    for name in PUBLISHED:
        assert json.loads(resources.text("schemas", f"{name}.schema.json"))["title"]


def test_every_published_field_is_described():
    """By a description of its own, or by name in the text of its record."""
    shapes = json.loads(resources.text("schemas", "report.schema.json"))
    for name, shape in {**shapes["$defs"], "Report": shapes}.items():
        for field, told in shape.get("properties", {}).items():
            assert told.get("description") or f"`{field}`" in shape["description"], (name, field)


def test_schemas_describe_what_is_printed(report_path: Path):
    """Each bundled report's JSON, its lines and its outline fit the published schemas."""
    report = bundled.summary(report_path)
    lines = str(by_name("jsonl").render(report, Style())).splitlines()
    printed = [("report", report.to_json()), *(("measure-line", line) for line in lines)]
    reading = published(bundled.analysis(report_path))
    printed.append(("outline", reading.model_dump_json(by_alias=True)))
    known = {
        name: Draft202012Validator(json.loads(resources.text("schemas", f"{name}.schema.json")))
        for name in dict(printed)
    }
    for name, text in printed:
        known[name].validate(json.loads(text))


def test_changelog_names_the_version():
    """The newest entry of the changelog is the version of the package."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\d+\.\d+\.\d+)", changelog, re.MULTILINE)
    assert newest is not None
    assert newest[1] == summarizer.__version__


def test_readme_has_the_two_commands():
    """The README's commands that install and run stand on one line each, as CI calls them."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = [line for line in readme.splitlines() if line.startswith("python3 -m venv")]
    assert len(commands) == 2
    assert "examples/reports/" in commands[0]
    assert commands[1].endswith("-m pytest")
