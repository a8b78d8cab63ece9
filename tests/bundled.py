"""The bundled reports as they are read and summarised without a model, each once a process.

All records are frozen, so that one can serve every test that only looks at it; a test of reading
or summarising itself makes its own.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from summarizer import Report, Settings, read, summarize
from summarizer.analysis import Analysis, analyse
from summarizer.checking import SourceIndex
from summarizer.reading import Document


@cache
def document(path: Path) -> Document:
    """A report as it is read."""
    return read(path)


@cache
def analysis(path: Path) -> Analysis:
    """Its outline and anchors."""
    return analyse(document(path))


@cache
def index(path: Path) -> SourceIndex:
    """What its summaries are checked against."""
    return SourceIndex(analysis(path))


@cache
def summary(path: Path) -> Report:
    """Its summary by the extractive engine."""
    return summarize(path, Settings(engine="extractive"))
