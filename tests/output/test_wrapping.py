"""Lines for terminals."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from summarizer.output.wrapping import wrap


@given(st.text(alphabet="中文，。《》（）abc123% \u3000🙂", max_size=200), st.integers(8, 60))
def test_no_line_is_too_wide_and_nothing_is_lost(text, width):
    """Whatever the text, every line fits and every printing character is kept in order."""
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_no_line_begins_with_a_closing_mark():
    """A comma or closing bracket stays with the character before it."""
    for width in range(8, 40):
        for line in wrap("整改完成，效果明显。（已验收）《办法》出台；继续推进，", width)[1:]:
            assert line[0] not in "，。；）》"


def test_figures_stay_whole():
    """A figure is not broken over two lines."""
    for width in range(10, 40):
        assert any("23.63%" in line for line in wrap("全区旅游收入同比增长23.63%以上", width))
