"""Settings: layers, values and errors."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from summarizer import Settings
from summarizer.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory and an empty user configuration."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


def test_layers(folder: Path, monkeypatch: pytest.MonkeyPatch):
    """Value over environment over working directory over user configuration over default."""
    assert Settings().concurrency == 8
    user = folder / "config" / "summarize" / "config.toml"
    user.parent.mkdir(parents=True)
    user.write_text("concurrency = 1\nrpm = 10\n", encoding="utf-8")
    assert Settings().concurrency == 1
    (folder / "summarize.toml").write_text("concurrency = 2\n", encoding="utf-8")
    assert Settings().concurrency == 2
    assert Settings().rpm == 10
    monkeypatch.setenv("SUMMARIZE_CONCURRENCY", "3")
    assert Settings().concurrency == 3
    assert Settings(concurrency=4).concurrency == 4
    assert Settings.from_flags({"concurrency": None}).concurrency == 3


def test_the_sdk_names(folder: Path, monkeypatch: pytest.MonkeyPatch):
    """Key and base URL are read under the SDK's names; empty variables count as unset."""
    monkeypatch.setenv("OPENAI_API_KEY", "secret-key")
    monkeypatch.setenv("OPENAI_BASE_URL", "")
    settings = Settings()
    assert settings.api_key is not None
    assert settings.api_key.get_secret_value() == "secret-key"
    assert settings.base_url is None


def test_the_key_is_never_shown(folder: Path):
    """Neither the text of settings nor an error about them holds the key."""
    settings = Settings(api_key="secret-key")
    assert "secret-key" not in repr(settings) + str(settings) + settings.model_dump_json()
    with pytest.raises(UsageError) as told:
        Settings(api_key={"secret-key": 1})
    assert "secret-key" not in str(told.value)


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"concurrency": 0}, "concurrency"),
        ({"timeout": "soon"}, "timeout"),
        ({"base_url": "nowhere"}, "base-url"),
        ({"mode": "magic"}, "mode"),
        ({"encoding": "klingon"}, "encoding"),
        ({"encoding": "zip"}, "encoding"),
        ({"lang": "fr"}, "lang"),
        ({"unknown": 1}, "unknown"),
    ],
)
def test_a_value_that_does_not_fit_is_one_line(folder: Path, values: dict[str, object], name: str):
    """A bad value raises UsageError, one line that names the setting."""
    with pytest.raises(UsageError) as told:
        Settings(**values)
    assert "\n" not in str(told.value)
    assert str(told.value).startswith(name)


def test_a_broken_file_is_named(folder: Path):
    """A configuration file that is no TOML raises UsageError with its name."""
    (folder / "summarize.toml").write_text("concurrency =\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"summarize\.toml"):
        Settings()


def test_settings_are_frozen(folder: Path):
    """Settings cannot be changed after they are made."""
    with pytest.raises(ValidationError):
        Settings().concurrency = 2


@pytest.mark.parametrize(
    ("values", "engine"),
    [
        ({}, "extractive"),
        ({"model": "m"}, "extractive"),
        ({"api_key": "k"}, "extractive"),
        ({"model": "m", "api_key": "k"}, "llm"),
        ({"model": "m", "base_url": "http://127.0.0.1/v1"}, "llm"),
        ({"model": "m", "api_key": "k", "engine": "extractive"}, "extractive"),
    ],
)
def test_what_auto_comes_to(folder: Path, values: dict[str, object], engine: str):
    """`auto` takes the model when a model and a key or base URL are configured."""
    assert Settings(**values).chosen_engine == engine
