"""A name written short is known where its letters stand near each other in their order."""

from __future__ import annotations

import pytest

from summarizer.checking.short_names import stands_for


@pytest.mark.parametrize("name", ["住建局", "住建", "城乡局", "住房和城乡建设局"])
def test_letters_in_their_order_stand_for_the_whole(name: str) -> None:
    assert stands_for(name, "由住房和城乡建设局负责")


@pytest.mark.parametrize("name", ["建住局", "住交局", "住水局"])
def test_other_letters_or_another_order_do_not(name: str) -> None:
    assert not stands_for(name, "由住房和城乡建设局负责")


def test_letters_far_apart_are_of_two_names() -> None:
    """The second letter may stand anywhere in a long report."""
    assert not stands_for("民政", "民生实事由各乡镇和有关单位分别落实，财政部门保障")
    assert stands_for("民政", "民生实事由各乡镇和有关单位分别落实，民生和政务部门保障")
