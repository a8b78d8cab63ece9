"""The line that tells how far the reading of a PDF is."""

from __future__ import annotations

import pytest

from summarizer.cli.pages import PageLine


def test_the_line_is_written_over_itself_and_vanishes(capsys: pytest.CaptureFixture[str]) -> None:
    """Each step replaces the one before, and at the end nothing is left of it."""
    with PageLine("a.pdf") as line:
        line(20, 9_800)
        line(40, 9_800)
    out, err = capsys.readouterr()
    assert not out
    assert err.split("\r\x1b[K") == ["", "a.pdf: page 20 of 9,800", "a.pdf: page 40 of 9,800", ""]


def test_a_file_without_pages_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """A text is read at once: nothing is shown and nothing is cleared."""
    with PageLine("a.txt"):
        pass
    assert capsys.readouterr() == ("", "")


def test_a_name_that_a_terminal_would_obey_is_shown_as_letters(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No control characters of a file's name, and never more than a line."""
    monkeypatch.setenv("COLUMNS", "80")
    with PageLine("\x1b]0;x\x07" + "长" * 200 + "\n.pdf") as line:
        line(20, 40)
    shown = capsys.readouterr().err.split("\r\x1b[K")[1]
    assert shown.isprintable() and len(shown) < 40 and shown.endswith("page 20 of 40")
