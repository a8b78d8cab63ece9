"""What a text is estimated to cost, and how much text fits into a budget."""

from __future__ import annotations

import pytest

from summarizer.engines.llm.client.tokens import characters_within, estimate


@pytest.mark.parametrize(
    ("text", "tokens"),
    [("", 0), ("a", 1), ("word", 1), ("words", 2), ("中", 1), ("中国", 2), ("中" * 400, 300)],
)
def test_four_bytes_are_a_token(text: str, tokens: int) -> None:
    """Rounded up, so that only the empty text costs nothing."""
    assert estimate(text) == tokens


def test_half_a_character_is_estimated_too() -> None:
    """A lone surrogate, as a damaged reply holds it, raises nothing."""
    assert estimate("\ud800") == 1


@pytest.mark.parametrize(("tokens", "characters"), [(0, 1), (1, 1), (3, 4), (300, 400)])
def test_what_fits_costs_no_more(tokens: int, characters: int) -> None:
    """At least one character, else no text would ever go on."""
    assert characters_within(tokens) == characters
    if tokens:
        assert estimate("中" * characters) <= tokens
