"""Sources of every kind, and the one clear line for those that cannot be read."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import DecodingError, InputError, UsageError
from summarizer.reading import from_text, read
from tests.reading.samples import path

TEXT = "一、提高政治站位\n区委召开会议，研究部署整改工作。\n"
REPORT = path("kuiwen-2020").read_text(encoding="utf-8")


def test_paths_and_streams(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path, a string, text and binary streams, standard input and a document read alike."""
    file = tmp_path / "report.txt"
    file.write_bytes(TEXT.encode())
    first = read(file)
    assert (first.name, first.encoding, first.text) == ("report.txt", "utf-8", TEXT)
    assert read(first) is first
    assert read(str(file)).text == TEXT
    with file.open(encoding="utf-8") as text, file.open("rb") as binary:
        assert read(text).name == "report.txt"
        assert read(binary).sha256 == first.sha256
    assert read(io.StringIO(TEXT)).text == TEXT

    class Stdin:
        buffer = io.BytesIO(TEXT.encode("gb18030"))

    monkeypatch.setattr("sys.stdin", Stdin)
    standard = read("-")
    assert (standard.name, standard.encoding, standard.text) == ("<stdin>", "gb18030", TEXT)


def test_line_ends_and_marks() -> None:
    """Line ends stay in the text, a byte order mark does not."""
    document = read(io.BytesIO("\ufeff甲。\r\n乙。\r丙。".encode("utf-16")))
    assert document.text.lstrip("\ufeff") == "甲。\r\n乙。\r丙。"
    assert read(io.BytesIO(("\ufeff" + TEXT).encode())).text == TEXT


def test_explicit_encoding() -> None:
    """An encoding that is named is used strictly."""
    assert read(io.BytesIO(TEXT.encode("big5", "ignore")), encoding="big5").encoding == "big5"
    with pytest.raises(DecodingError, match="not valid utf-8"):
        read(io.BytesIO(TEXT.encode("gb18030")), encoding="utf8")
    for name in ("no-such", "rot13", "hex", "a\0b"):
        with pytest.raises((UsageError, InputError)):
            read(io.BytesIO(b"text"), encoding=name)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        ("\u3000\n".encode(), "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "picture"),
        (b"PK\x03\x04" + b"\0" * 40, "binary|not a readable"),
        (
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(128, 256)) * 3,
            "neither|binary|not a readable",
        ),
        (b"\x01\x02\x03\x04\x05text", "binary"),
        (REPORT.encode()[:3000] + b"\xff" + REPORT.encode()[3000:], "damaged UTF-8"),
        (REPORT.encode()[:3001], "damaged UTF-8"),
        ("今年の報告書について説明します。".encode("shift-jis") * 30, "neither"),
    ],
)
def test_refused(data: bytes, message: str) -> None:
    """Empty, binary and undecodable data are refused in one line."""
    with pytest.raises(InputError, match=message) as caught:
        read(io.BytesIO(data), name="data")
    assert "\n" not in str(caught.value)


def test_missing_and_directory(tmp_path: Path) -> None:
    """A missing file, a directory and an impossible path are refused in one line."""
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(InputError, match="is a directory"):
        read(tmp_path)
    with pytest.raises(InputError):
        read("a\0b")
    with pytest.raises(InputError):
        read("x" * 5000)


def test_short_gb18030() -> None:
    """A few characters are enough to tell GB18030."""
    for text in ("巡视整改", "2024年完成投资1.2亿元。", "关于“双招双引”的通报\r\n"):
        assert read(io.BytesIO(text.encode("gb18030"))).text == text


def test_blank_text() -> None:
    """A blank string is no report."""
    with pytest.raises(InputError):
        from_text("\n \u200b\n")


@pytest.mark.parametrize(
    "source", ["一、整改\n（一）新增岗位12个。\n", "一、整改\n".encode("gb18030")]
)
def test_text_and_bytes_are_read_as_such(source: str | bytes) -> None:
    """A string with a line end is the text itself, bytes are a file's content."""
    assert read(source).text.startswith("一、整改\n")


@pytest.mark.parametrize("source", [None, 7, ["a.txt"]])
def test_other_things_are_refused_by_name(source: Any) -> None:
    """What is neither path, stream nor text is wrong usage, said in one line."""
    with pytest.raises(UsageError, match=type(source).__name__):
        read(source)


def test_closed_standard_input_and_empty_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are input errors of their own."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="closed"):
        read("-")
    with pytest.raises(InputError, match="empty file name"):
        read("")
