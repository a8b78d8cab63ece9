"""Patterns that are compiled at their first use."""

from __future__ import annotations

import re

import pytest

from summarizer.patterns import lazy


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
