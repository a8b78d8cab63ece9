"""The tools for an assistant, asked by the official SDK's own client over standard input."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sys
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer import Settings, summarize
from summarizer.errors import InputError
from summarizer.mcp import answers
from summarizer.mcp.folders import Folders
from summarizer.reading import from_text
from tests.conftest import REPORTS, ROOT

mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")

CHENGZHONG = next(path for path in REPORTS if path.stem.startswith("chengzhong"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of reports with a way out of it, and a secret beside it."""
    place = tmp_path_factory.mktemp("served")
    inside = place / "reports"
    (inside / "2025").mkdir(parents=True)
    shutil.copy(CHENGZHONG, inside / "2025" / "chengzhong.txt")
    (place / "secret.txt").write_text("一、机密。", encoding="utf-8")
    (inside / "out.txt").symlink_to(place / "secret.txt")
    (inside / ".hidden.txt").write_text("一、隐藏。", encoding="utf-8")
    (inside / "key.pem").write_text("key", encoding="utf-8")
    return inside


def _asked(folder: Path, ask: Callable[[Any], Awaitable[Any]]) -> Any:
    """What a client of `summarize mcp FOLDER` gets; in a thread, beside loops of other tests."""
    from mcp import Client
    from mcp.client.stdio import StdioServerParameters

    async def session() -> Any:
        command = StdioServerParameters(
            command=sys.executable,
            args=["-m", "summarizer", "mcp", str(folder)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        async with Client(command) as client:
            return await ask(client)

    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.append(asyncio.run(session())))
    thread.start()
    thread.join(120)
    return found[0]


def _text(result: Any) -> str:
    return "".join(part.text for part in result.content)


def test_the_tools_of_an_assistant(folder: Path):
    """Names, outline, page, figures and the check of an answer, as the tools tell them."""

    async def ask(client: Any) -> dict[str, Any]:
        report = {"report": "2025/chengzhong.txt"}
        tools = await client.list_tools()
        said = "细化分解48个具体问题162条整改措施。"
        return {
            "tools": {tool.name: tool for tool in tools.tools},
            "reports": await client.call_tool("reports", {}),
            "outline": await client.call_tool("outline", report),
            "page": await client.call_tool("summarize", report),
            "figures": await client.call_tool("find_figures", {**report, "query": "整改措施"}),
            "verify": await client.call_tool("verify", {**report, "text": said}),
            "misnamed": await client.call_tool("find_figures", {**report, "words": "整改措施"}),
            "outside": await client.call_tool("outline", {"report": "../secret.txt"}),
        }

    told = _asked(folder, ask)
    assert told["misnamed"].is_error  # not every figure of the report, as if it had been asked
    assert set(told["tools"]) == {"reports", "outline", "summarize", "verify", "find_figures"}
    assert all(tool.description for tool in told["tools"].values())
    assert told["reports"].structured_content == {"result": ["2025/chengzhong.txt"]}
    outline = told["outline"].structured_content
    assert len(outline["units"]) > 20
    assert _text(told["page"]).startswith("# ")
    figures = told["figures"].structured_content["figures"]
    assert any(line["text"] == "161条" for line in figures)
    source = "".join(CHENGZHONG.read_text(encoding="utf-8").split())
    assert all(line["sentence"] in source for line in figures)
    verdict = told["verify"].structured_content
    assert verdict["contradicted"] == 1
    counted = verdict["contradicted"] + verdict["unverifiable"] + verdict["unread"]
    assert len(verdict["doubts"]) == counted
    assert any("161条" in json.dumps(doubt, ensure_ascii=False) for doubt in verdict["doubts"])
    assert told["outside"].is_error
    assert "no report of this name" in _text(told["outside"])
    assert "机密" not in str(told)


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "2025/../../secret.txt",
        "out.txt",
        ".hidden.txt",
        "key.pem",
        "2025",
        "",
        "\0",
        "x" * 5000,
        "/etc/passwd",
        "~/secret.txt",
        "2025/chengzhong.txt/x.txt",
    ],
)
def test_nothing_outside_the_folders_is_read(folder: Path, name: str):
    """Neither by dots, by links, by absolute paths, nor what is hidden or no report."""
    with pytest.raises(InputError, match="no report of this name"):
        Folders([folder]).path(name)
    with pytest.raises(InputError):
        Folders([folder]).path(str(folder.parent / "secret.txt"))


def test_values_are_written_as_in_the_json():
    """The base unit, without the zeros that the notation in 万 or 亿 leaves."""
    report = summarize(from_text("一、整改情况\n（一）清退资金3.50万元。\n（二）追回1200元。\n"))
    assert [line.value for line in answers.figures(report, "", 9).figures] == ["35000", "1200"]


def test_reports_are_named_from_their_folder(folder: Path):
    """One folder needs no path; of several each name says which."""
    assert Folders([folder]).names() == ["2025/chengzhong.txt"]
    both = Folders([folder, ROOT / "examples" / "reports"])
    for name in both.names():
        assert both.path(name).is_file()
    assert str(folder / "2025" / "chengzhong.txt") in both.names()
    with pytest.raises(InputError, match="no such folder"):
        Folders([folder / "none"])


def test_figures_come_with_their_whole_sentence_those_of_the_label_first():
    """A sentence is told from mark to mark, cut only where it is longer than any."""
    told = f"{'全' * 400}建成学校3所{'市' * 400}"
    report = summarize(
        from_text(f"一、开展工作\n学校周边，改造道路2条。建成学校5所，惠及群众。{told}"),
        Settings(engine="extractive"),
    )
    found = answers.figures(report, "学校", 9).figures
    labelled = ["学校" in (line.label or "") for line in found]
    assert labelled == sorted(labelled, reverse=True)
    assert len(set(labelled)) == 2
    sentences = {line.text: line.sentence for line in found}
    assert sentences["2条"] == "学校周边，改造道路2条。"
    assert sentences["5所"] == "建成学校5所，惠及群众。"
    assert len(sentences["3所"]) < len(told)
    assert "建成学校3所市" in sentences["3所"]
    assert answers.figures(report, "学校", 1).more == len(found) - 1
