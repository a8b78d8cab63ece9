"""How the parts above the models reach a report's own methods.

A report can save and show itself, yet the models know neither renderers nor readers: they ask for
what `summarizer/__init__` has provided here, which is imported when it is first used.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import os

    from summarizer.models import Report
    from summarizer.reading.reader import Source
    from summarizer.vocabulary import Lang


class ReportMethods(Protocol):
    """What `Report` does with the help of other rooms; each is a method of it by the same name."""

    def save(self, report: Report, path: str | os.PathLike[str], lang: Lang, /) -> None: ...

    def load(self, path: str | os.PathLike[str], source: Source | None, /) -> Report: ...

    def to_html(self, report: Report, lang: Lang, /) -> str: ...

    def to_markdown(self, report: Report, lang: Lang, /) -> str: ...

    def to_frame(self, report: Report, /) -> Any: ...

    def to_notebook(self, report: Report, /) -> str: ...


_provided: list[Callable[[], ReportMethods]] = []


def provide(methods: Callable[[], ReportMethods]) -> None:
    """Say where the methods come from; called once, by the package itself."""
    _provided[:] = [methods]


def methods() -> ReportMethods:
    """The methods that were provided."""
    return _provided[0]()
