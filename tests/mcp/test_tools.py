"""The tools as the server makes them, asked without a client."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from summarizer import Settings, __version__
from summarizer.errors import InputError
from summarizer.mcp.folders import Folders
from summarizer.mcp.server import server

pytest.importorskip("mcp", reason="the extra mcp is not installed")

TEXT = "关于整改情况的通报\n\n一、整改情况\n（一）新增岗位35个，清退资金20万元。\n（二）制定制度6项。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One report, and a file with the suffix of one that is none."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "old.txt").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    return tmp_path


def _call(folder: Path, tool: str, settings: Settings | None = None, **arguments: Any) -> Any:
    """The structured result of a tool, or its text. Raises the error as the assistant is told."""
    made = server(Folders([folder]), settings or Settings(engine="extractive"))
    return asyncio.run(made.call_tool(tool, arguments))


def _said(result: Any) -> str:
    return str(result.structured_content or result.content)


def test_errors_of_ours_are_told_in_one_line_with_their_hint(folder: Path) -> None:
    """What is wrong with a file and what to do, as on the command line; no trace, no path."""
    from mcp.server.mcpserver.exceptions import ToolError

    with pytest.raises(ToolError) as caught:
        _call(folder, "outline", report="old.txt")
    assert "old.txt: " in str(caught.value)
    assert str(caught.value).endswith("(save it as .docx, PDF or text first)")
    assert "\n" not in str(caught.value)
    with pytest.raises(ToolError) as caught:
        _call(folder, "summarize", report="none.txt")
    told = "no report of this name; there are: a.txt, broken.pdf, old.txt"
    assert str(caught.value).endswith(told)
    for tool, more in (("verify", {"text": "新增岗位35个。"}), ("find_figures", {"query": ""})):
        with pytest.raises(ToolError, match="no report of this name"):
            _call(folder, tool, report="none.txt", **more)


def test_a_page_is_as_long_as_asked(folder: Path) -> None:
    """A page by default; `full` has every measure with its place; the language is the settings'."""
    page = _said(_call(folder, "summarize", report="a.txt"))
    full = _said(_call(folder, "summarize", report="a.txt", detail="full"))
    assert len(full) > len(page)
    english = Settings(engine="extractive", lang="en")
    assert _said(_call(folder, "summarize", english, report="a.txt")) != page


@pytest.mark.parametrize(("limit", "right"), [(0, False), (1, True), (200, True), (201, False)])
def test_figures_are_limited(folder: Path, limit: int, right: bool) -> None:
    """Between one and two hundred; the rest is counted, and no model is ever asked for figures."""
    from mcp.server.mcpserver.exceptions import ToolError

    nowhere = Settings(engine="llm", model="m", base_url="http://127.0.0.1:9/v1", max_attempts=1)
    if not right:
        with pytest.raises(ToolError):
            _call(folder, "find_figures", nowhere, report="a.txt", query="", limit=limit)
        return
    found = _call(folder, "find_figures", nowhere, report="a.txt", query="", limit=limit)
    told = found.structured_content
    assert len(told["figures"]) == min(limit, 3)
    assert told["more"] == 3 - min(limit, 3)


def test_the_server_says_who_it_is(folder: Path) -> None:
    """Its name, its version, and that an answer is to be checked before it is shown."""
    made = server(Folders([folder]), Settings(engine="extractive"))
    assert (made.name, made.version) == ("summarize", __version__)
    assert "`verify`" in (made.instructions or "")
    assert asyncio.run(made.call_tool("reports", {})).structured_content == {
        "result": ["a.txt", "broken.pdf", "old.txt"]
    }


@pytest.mark.parametrize(("many", "tail"), [(0, ": none"), (20, "19.txt"), (22, " and 2 more")])
def test_a_mistyped_name_is_told_a_few(tmp_path: Path, many: int, tail: str) -> None:
    """Twenty names to choose from and how many more there are."""
    for number in range(many):
        (tmp_path / f"{number:02}.txt").touch()
    with pytest.raises(InputError) as caught:
        Folders([tmp_path]).path("x")
    assert str(caught.value).endswith(tail)
    assert str(caught.value).count(".txt") == min(many, 20)
