"""Verbs that govern the noun behind them, and the script that learns them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.anchors.verbs import governed

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("疏浚县乡河道", "县乡河道"),
        ("修复了破损路面", "破损路面"),
        ("入驻企业", "入驻企业"),  # the verb tells which enterprises
        ("进出口总额", "进出口总额"),  # one word that begins like a verb
        ("高于全国平均", "高于全国平均"),  # what it is compared with is not governed
        ("使用权证", "使用权证"),
        ("学校操场", "学校操场"),
    ],
)
def test_verb_governs_the_noun_behind_it(phrase: str, noun: str) -> None:
    """A verb before a noun is no part of its name, unless the two make one name."""
    assert phrase[governed(phrase, 0, len(phrase)) :] == noun


def test_lexicon_is_learned_from_tagged_text(tmp_path: Path) -> None:
    """A verb with objects is learned, one without and one that holds its object are not."""
    lines = ["疏浚/v 河道/n", "休养/v 。/w", "打井/v 农田/n", "凿/v 井/n", "一/m 口/q 井/n"]
    (tmp_path / "tagged.txt").write_text("\n".join(lines * 6), "utf-8")
    (tmp_path / "words.txt").write_text("疏浚 9 v\n休养 9 v\n打井 9 v\n疏浚船 9 n\n", "utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "one.txt").write_text("，疏浚河道。疏浚船来，休养三天，打井两口。\n" * 30, "utf-8")
    run = subprocess.run(
        [
            sys.executable,
            str(ROOT / "scripts" / "verbs.py"),
            *(str(tmp_path / name) for name in ("tagged.txt", "words.txt", "texts")),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    words = set(run.stdout.split())
    assert {"疏浚", "疏浚船"} <= words
    assert not words & {"休养", "打井"}
    shipped = (ROOT / "lexicons" / "verbs.toml").read_text("utf-8")
    assert shipped.startswith(run.stdout.partition("governing")[0])
