"""JSON is found in whatever a model writes around it."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.engines.llm.client.answer_json import json_text

OBJECT = '{"a": "```json </think> {b}"}'


@pytest.mark.parametrize(
    "written",
    [
        OBJECT,
        f"  {OBJECT}\n",
        f"```json\n{OBJECT}\n```",
        f"```\n{OBJECT}\n```\n说明",
        f"```json\n{{}}\n```\n更正：\n```json\n{OBJECT}\n```",
        f"```json\n{OBJECT}",
        f"<think>{{不是}}</think>{OBJECT}",
        f"<thinking>一\n</thinking>\n\n```json\n{OBJECT}\n```",
        f"答案：{OBJECT}。",
    ],
)
def test_the_object_is_found(written: str) -> None:
    """Thoughts, fences and prose are taken away, and what stands in strings is not."""
    assert json_text(written) == OBJECT


@pytest.mark.parametrize("around", ["{}", "```json\n{}\n```", "<think>[1]</think>\n{}"])
def test_a_list_of_objects_stands_for_the_object(around: str) -> None:
    """A model that leaves the outer object out has answered nevertheless."""
    listed = f"[{OBJECT}, {OBJECT}]"
    assert json_text(around.replace("{}", listed)) == listed


def test_a_broken_object_stays_as_it_is() -> None:
    """An object that breaks off is passed on whole, for the error to show where."""
    assert json_text('好的：{"a": [1, 2') == '{"a": [1, 2'


def test_raw_line_ends_in_strings_are_understood() -> None:
    """A line end within a string is escaped, as the model should have done."""
    assert json.loads(json_text('{"a": "一\n二\t三"}')) == {"a": "一\n二\t三"}


@given(st.text(alphabet='{}[]"`</think>json\n a中', max_size=80))
def test_never_raises(text: str) -> None:
    """Any text gives a text that stands in it, or an object."""
    found = json_text(text)
    assert found in text or isinstance(json.loads(found), dict | list)


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=9), max_size=4))
def test_any_object_survives_a_fence(value: dict[str, str]) -> None:
    """Whatever its strings hold, an object comes out of a fence as it went in."""
    written = json.dumps(value, ensure_ascii=False)
    assert json.loads(json_text(f"<think>…</think>\n```json\n{written}\n```")) == value


@pytest.mark.parametrize("unit", ["{", "</think>", "```\n", "`", "<think>"])
def test_linear_in_repeated_markers(unit: str) -> None:
    """Very many of one marker are read in seconds on any machine; a square of it never would be."""
    started = time.process_time()
    json_text(unit * (300_000 // len(unit)))
    assert time.process_time() - started < 5


def test_the_interface_costs_no_sdk() -> None:
    """Opening a completer imports neither openai nor instructor."""
    code = (
        "import sys\n"
        "from summarizer.engines.llm.client.interface import Endpoint\n"
        "from summarizer.engines.llm.client.opening import open_completer\n"
        "open_completer(Endpoint('m', 'http://127.0.0.1:9/v1'))\n"
        "assert not {'openai', 'instructor', 'httpx2'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
