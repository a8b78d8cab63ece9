"""Verbs that govern the noun behind them, and the script that learns them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.anchors.verbs import governed, object_at, surely, torn, verb_alone

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


@pytest.mark.parametrize(
    ("clause", "noun"),
    [
        ("企业减少用电费用", "用电费用"),
        ("清河镇清理往来款项", "往来款项"),
        ("群众反映的问题", "群众反映的问题"),  # a clause in 的 describes
        ("农村享受低保人数", "农村享受低保人数"),  # a measure with what it is of
        ("市委组织部", "市委组织部"),
    ],
)
def test_object_follows_subject_and_verb(clause: str, noun: str) -> None:
    """Of a clause with a subject its object is counted."""
    assert clause[object_at(clause, 0, len(clause)) :] == noun


@pytest.mark.parametrize(
    ("words", "place"),
    [("湖泊出现富营养化", 2), ("电力采用新技术", 2), ("现场推进会议", None), ("流转交易面积", None)],
)
def test_verb_that_is_nothing_else_ends_a_noun(words: str, place: int | None) -> None:
    """What such a verb is said of ends before it; no other word is taken for one."""
    assert surely(words, 1, len(words), len(words)) == place


def test_verb_alone_names_nothing() -> None:
    """A verb with how it was done names nothing; a state of people does."""
    assert all(verb_alone(words, 0, len(words)) for words in ("压减", "提前下拨"))
    assert not any(verb_alone(words, 0, len(words)) for words in ("常住", "用电"))


def test_no_cut_goes_through_a_verb() -> None:
    """组建 begins before 建成; 项目建设|有序 is cut between two words."""
    assert torn("隔离点组建成立", 0, 4, 7)
    assert not torn("项目建设有序推进", 0, 4, 8)


def test_lexicon_is_learned_from_tagged_text(tmp_path: Path) -> None:
    """A verb with objects is learned, one without and one that holds its object are not."""
    lines = ["疏浚/v 河道/n", "休养/v 。/w", "打井/v 农田/n", "凿/v 井/n", "一/m 口/q 井/n"]
    lines += ["渔民/n 一直/d 疏浚/v 河道/n", "航道/n 深度/n"]
    (tmp_path / "tagged.txt").write_text("\n".join(lines * 6), "utf-8")
    (tmp_path / "words.txt").write_text("疏浚 9 v\n休养 9 v\n打井 9 v\n疏浚船 9 n\n", "utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "one.txt").write_text("，疏浚河道。疏浚船来，休养三天，打井两口。渔民，航道。\n" * 30, "utf-8")
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
    acting, adverbs = run.stdout.partition("acting")[2].split("adverbs")
    assert "渔民" in acting and "航道" not in acting
    assert "一直" in adverbs
    shipped = (ROOT / "lexicons" / "verbs.toml").read_text("utf-8")
    assert shipped.startswith(run.stdout.partition("governing")[0])
