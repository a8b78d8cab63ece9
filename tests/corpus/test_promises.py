"""Which sentence of the next report a promise comes back in, by what the two have in common."""

from __future__ import annotations

from math import log

import pytest

from summarizer.corpus.compare.digest import Digest
from summarizer.corpus.compare.promises import promises_of
from summarizer.corpus.compare.records import Place, PlacedPoint, Promise
from summarizer.vocabulary import Status

PLANT = "建设城北污水处理厂"


def _digest(number: int, *sentences: str, status: Status = Status.PLANNED) -> Digest:
    told = tuple(
        PlacedPoint(Place(number, str(at), at, text), text, status)
        for at, text in enumerate(sentences, 1)
    )
    return Digest(number, "", None, None, None, "", (), (), told, ())


def _followed(promised: str, *later: str, status: Status = Status.PLANNED) -> tuple[Promise, ...]:
    first = _digest(1, promised, status=status)
    return promises_of({1: first, 2: _digest(2, *later)}, [(1, 2)])


def test_a_promise_comes_back_in_the_nearest_sentence() -> None:
    """Of two that speak of it the one with more of its words, of two alike the first."""
    (one,) = _followed(PLANT, "新建学校三所", "城北污水处理厂建成投用", "污水处理达标")
    assert one.following == 2
    assert one.later is not None
    assert one.later.text == "城北污水处理厂建成投用"
    (one,) = _followed(PLANT, "新建学校三所", PLANT, PLANT)
    assert one.later is not None
    assert (one.later.place.unit, one.shared) == ("2", 1.0)


def test_what_is_shared_is_a_share_of_the_weight() -> None:
    """A pair weighs by how few sentences hold it: log((sentences + 1) / (holders + 1)) + 0.1."""
    (one,) = _followed("甲乙丙丁戊己", "甲乙丙丁", "丁戊庚辛", "壬癸子丑")
    # 甲乙, 乙丙, 丙丁 and 丁戊 are held once, 戊己 by none.
    held, unheld = log(4 / 2) + 0.1, log(4 / 1) + 0.1
    assert one.shared == round(3 * held / (4 * held + unheld), 3)


@pytest.mark.parametrize(("words", "back"), [("建设城北路", True), ("建设路", False)])
def test_a_little_in_common_is_nothing_said(words: str, back: bool) -> None:
    """Less than two fifths of the weight is another matter, told as silence with no share."""
    (one,) = _followed("建设城北路桥", words, "改造公园")
    assert (one.later is not None) is back
    assert (one.shared > 0) is back
    assert one.shared == 0.0 or one.shared >= 0.4


def test_a_sentence_joined_by_semicolons_is_several_promises() -> None:
    """Each is followed on its own, where enough characters are left to know it by."""
    found = _followed(f"{PLANT}；建设东湖湿地公园。 抓好落实; ——甲乙丙丁戊！", PLANT)
    assert [p.promise.text for p in found] == [PLANT, "建设东湖湿地公园"]
    assert [p.later is not None for p in found] == [True, False]
    assert len(_followed("甲乙丙丁戊己", "庚")) == 1


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.PLANNED])
def test_only_what_is_planned_is_a_promise(status: Status) -> None:
    """What is done, or goes on, needs nobody to come back to it."""
    assert _followed(PLANT, PLANT, status=status) == ()


def test_what_all_sentences_say_is_not_followed() -> None:
    """A pair that more than forty sentences hold tells nothing; forty are followed."""
    assert _followed(PLANT, *[PLANT] * 40)[0].later is not None
    (one,) = _followed(PLANT, *[PLANT] * 41)
    assert (one.later, one.shared) == (None, 0.0)


def test_silence() -> None:
    """A next report without a sentence keeps the promise as one that did not come back."""
    (one,) = _followed(PLANT)
    assert (one.later, one.shared) == (None, 0.0)
