"""What compiling made of a pattern, kept for the next run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer import patterns_kept
from summarizer.patterns_kept import Table

pytestmark = pytest.mark.skipif(
    not patterns_kept._ABLE, reason="this interpreter compiles every pattern anew"
)

EXPRESSIONS = [
    (r"(?P<year>(?:19|20)[0-9]{2})年(?P<month>1[0-2]|[1-9])月", 0),
    ("[甲乙丙丁一二三四五六七八九十]+(?![省市县])|(?<=[共计])(?P<n>[0-9]+)", 0),
    (r"^(?i:gdp)\s*[^\n,。;]{0,9}?$", int(re.MULTILINE)),
    ("[\U00020000-\U0002a6df〇一-龥]*", 0),
    ("pm2\\.5", int(re.IGNORECASE)),
]
TEXT = "2024年12月共12个,甲乙县\nGDP 3亿\n〇𠀀一,PM2.5丙丁省"


@pytest.fixture(autouse=True)
def _bytecode_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)


def _kept(path: Path) -> Table:
    table = Table(path)
    for expression, flags in EXPRESSIONS:
        table.compiled(expression, flags)
    table.write()
    return Table(path)


def test_a_kept_pattern_is_the_compiled_one(tmp_path: Path) -> None:
    """Matches, groups and flags are those of `re.compile`, and nothing is compiled again."""
    table = _kept(tmp_path / "t")
    for expression, flags in EXPRESSIONS:
        mine, theirs = table.compiled(expression, flags), re.compile(expression, flags)
        assert [(m.span(), m.groups()) for m in mine.finditer(TEXT)] == [
            (m.span(), m.groups()) for m in theirs.finditer(TEXT)
        ]
        assert (mine.pattern, mine.flags, mine.groups, mine.groupindex) == (
            theirs.pattern,
            theirs.flags,
            theirs.groups,
            theirs.groupindex,
        )
    assert not table._made


def test_an_expression_with_other_flags_is_another_pattern(tmp_path: Path) -> None:
    """The flags are part of what an entry is found by."""
    table = _kept(tmp_path / "t")
    assert not table.compiled("pm2\\.5", 0).search("PM2.5")
    assert table._made


@pytest.mark.parametrize("harm", [b"", b"{", b"[]\n", b'{"by":1}\nabc', None])
def test_a_damaged_table_is_none(tmp_path: Path, harm: bytes | None) -> None:
    """Cut, changed or foreign: the patterns are compiled as if there were no table."""
    path = tmp_path / "t"
    _kept(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-4] + b"\0\0\0\1" if harm is None else harm)
    table = Table(path)
    expression, flags = EXPRESSIONS[0]
    assert table.compiled(expression, flags).search(TEXT)
    assert (expression, flags) in table._made


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    """A folder that is a file costs the table, not the run."""
    (tmp_path / "file").write_text("")
    table = Table(tmp_path / "file" / "t")
    table.compiled("a", 0)
    table.write()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_nothing_is_kept_where_no_bytecode_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`PYTHONDONTWRITEBYTECODE` speaks of this table too."""
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    _kept(tmp_path / "t")
    assert not list(tmp_path.iterdir())


def test_an_interpreter_without_bytecode_has_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no file of bytecode has a name, there is no place for a table, and nothing raises."""
    assert patterns_kept._place() is not None
    monkeypatch.setattr("sys.implementation.cache_tag", None)
    assert patterns_kept._place() is None


def test_a_table_grows_by_what_is_new_and_never_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second run adds its own; too many are those of earlier versions, and all begin anew."""
    table = _kept(tmp_path / "t")
    table.compiled("neu", 0)
    table.write()
    assert len(Table(tmp_path / "t")._entries) == len(EXPRESSIONS) + 1
    monkeypatch.setattr(patterns_kept, "_MOST", len(EXPRESSIONS) + 1)
    table = Table(tmp_path / "t")
    table.compiled("anew", 0)
    table.write()
    assert list(Table(tmp_path / "t")._entries) == [("anew", 0)]
