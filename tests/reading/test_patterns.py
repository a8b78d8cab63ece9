"""Patterns that are compiled at their first use."""

from __future__ import annotations

import re

import pytest

from summarizer.engines.extractive import segments
from summarizer.patterns import lazy
from summarizer.reading import asides
from summarizer.reading.outline import opening, tree


def test_finds_what_the_compiled_pattern_finds() -> None:
    """A lazy pattern gives the same matches as a compiled one, positions and flags included."""
    text, expression = "一、甲\n二、乙", r"^[一二]、"
    put_off = lazy(expression, re.MULTILINE)
    compiled = re.compile(expression, re.MULTILINE)
    assert [m.span() for m in put_off.finditer(text)] == [m.span() for m in compiled.finditer(text)]
    assert put_off.match(text, 4) and not put_off.fullmatch(text, 4)
    assert (put_off.pattern, put_off.groups) == (compiled.pattern, compiled.groups)


def test_is_compiled_at_the_first_use_only() -> None:
    """An invalid pattern raises when it is used, not where it is written down."""
    broken = lazy("(")
    with pytest.raises(re.error):
        broken.search("")


@pytest.mark.parametrize(
    "quantity", [opening._QUANTITY, tree._QUANTITY, asides._QUANTITY, segments._QUANTITY]
)
@pytest.mark.parametrize("text", ["12345万元", "1,234,567.89万元", "1.2.3万元", "1,,2..3万元"])
def test_a_number_is_tried_from_its_first_digit_only(quantity: re.Pattern[str], text: str) -> None:
    """A search that tried each digit of a long run would look at the run once for each."""
    assert quantity.match(text) is not None
    assert [start for start in range(1, len(text)) if quantity.match(text, start)] == []
    assert quantity.search(f"增长,{text}") is not None
