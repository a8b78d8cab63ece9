"""The README in two languages: in step, and true where a machine can tell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

ENGLISH, CHINESE = ROOT / "README.md", ROOT / "README.zh-CN.md"


def _blocks(path: Path) -> list[str]:
    """Blocks of code without the words of their remarks, which are in the language of the page."""
    text = path.read_text(encoding="utf-8")
    blocks = re.findall(r"^```.*?^```", text, re.MULTILINE | re.DOTALL)
    return [re.sub(r" +# .*$", " #", block, flags=re.MULTILINE) for block in blocks]


def _skeleton(path: Path) -> list[str]:
    """What both languages must share, in order: levels of headings, rows, list items, links."""
    text = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    marks = re.findall(r"^(#+ |\| \d|- )|\]\(((?!README)[^)]+)\)", text, re.MULTILINE)
    return [mark or target for mark, target in marks]


def test_both_languages_are_in_step() -> None:
    """Code is the same to the letter; headings, rows, items and links come in one order."""
    assert _blocks(ENGLISH) == _blocks(CHINESE)
    assert _skeleton(ENGLISH) == _skeleton(CHINESE)


@pytest.mark.parametrize("page", [ENGLISH, CHINESE, *sorted((ROOT / "docs").glob("*.md"))])
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of the README and the docs names a file of the repository."""
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), target
