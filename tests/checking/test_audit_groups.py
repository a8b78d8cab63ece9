"""Observations that repeat are told once, with how many more there are."""

from __future__ import annotations

import pytest

from summarizer.analysis import analyse
from summarizer.checking import audit
from summarizer.reading import from_text
from summarizer.vocabulary import Lang


@pytest.mark.parametrize(("lang", "told"), [("zh", "另有"), ("en", "more of this kind")])
def test_one_marker_repeated_is_one_observation(lang: Lang, told: str) -> None:
    """Thousands of one marker give a single entry with a few places and the count."""
    (note,) = audit(analyse(from_text("一、\n" * 2000)), lang)
    assert note.kind == "numbering_repeat"
    assert told in note.message
    assert "1998" in note.message
    assert len(note.spans) == 20


def test_many_different_oddities_are_capped() -> None:
    """What skips at every step is told a hundred times at most, the last time with the rest."""
    text = "".join(f"{2 * number + 1}、办理事项甲。\n" for number in range(300))
    notes = [note for note in audit(analyse(from_text(text))) if note.kind == "numbering_skip"]
    assert len(notes) == 100
    assert "另有199处" in notes[-1].message


def test_few_oddities_are_told_one_by_one() -> None:
    """Three repeats are three entries, each with its own place."""
    text = "".join(f"一、第{number}项工作已办理。\n" for number in "甲乙丙丁")
    notes = [note for note in audit(analyse(from_text(text))) if "numbering" in note.kind]
    assert len({note.spans for note in notes}) == len(notes) == 3
    assert not [note for note in notes if "另有" in note.message]
