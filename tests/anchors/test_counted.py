"""The nouns that classifiers count, and the script that learns them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.anchors.counted import counted_end, is_counted

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("words", "classifier", "noun"),
    [
        ("企业勇挑重担", "户", "企业"),
        ("产业链供应", "个", "产业链供应"),  # 链 makes one word with what is before it
        ("“断头路”打通", "条", "“断头路”"),
        ("企业和园区", "家", "企业和园区"),
        ("贫困户脱贫", "吨", "贫困户脱贫"),  # nothing is known of this classifier
        ("自然村(组)通电", "个", "自然村(组)"),
    ],
)
def test_noun_ends_where_the_classifier_is_satisfied(
    words: str, classifier: str, noun: str
) -> None:
    """The words behind a count end at the last noun of its classifier, if they have one."""
    assert words[: counted_end(words, 0, len(words), classifier)] == noun


def test_what_things_undergo_is_not_counted() -> None:
    """Words that stand behind counted nouns as often as before counts are no nouns of theirs."""
    assert not any(is_counted(word, "个") for word in ("开工", "投产", "改造", "摘帽", "竣工"))


def test_lexicon_is_learned_from_texts(tmp_path: Path) -> None:
    """A noun seen before and behind counts is learned; what follows it and opens clauses is not."""
    nouns = ("学校", "医院", "展馆")
    lines = [f"新建{n}12所，5所{n}，7所{n}改造，9所{n}改造，改造{n}3所。" for n in nouns]
    (tmp_path / "texts.txt").write_text("\n".join(lines * 5), "utf-8")
    run = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "counted.py"), str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    endings = [line for line in run.stdout.splitlines() if not line.startswith("#")]
    assert all(noun in "".join(endings) for noun in nouns)
    assert "改造" not in "".join(endings)
