"""The words of every printed form: one table a language, `zh.toml` and `en.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from summarizer.vocabulary import Lang


@cache
def words(lang: Lang) -> Mapping[str, str]:
    """Every word of a language by its term."""
    return tomllib.loads(files(__package__).joinpath(f"{lang}.toml").read_text(encoding="utf-8"))


def word(term: str, lang: Lang) -> str:
    """A word of the printed forms in `lang`. Raises KeyError for a term that has none."""
    return words(lang)[term]
