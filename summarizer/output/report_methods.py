"""What a `Report` does by its own methods: saved, loaded and shown; see `summarizer.shows`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from summarizer.errors import PairingError, SummaryFormatError, UsageError
from summarizer.files import opened
from summarizer.models import Report
from summarizer.models.stored import parse
from summarizer.output import RENDERERS, Style, atomic, by_name, by_suffix
from summarizer.output import frame as frames
from summarizer.output.many import gathering
from summarizer.reading import read
from summarizer.reading.reader import Source
from summarizer.vocabulary import Lang


def save(report: Report, path: str | os.PathLike[str], lang: Lang) -> None:
    """Write the report in the format of the suffix."""
    target = Path(path)
    renderer, over_many = by_suffix(target.name), gathering(target)
    if renderer is not None:
        atomic.write(target, renderer.to_file(report, Style(lang=lang)))
    elif over_many is not None:
        made = over_many(target, Style(lang=lang))
        try:
            made.add(0, report)
        except BaseException:
            made.abandon()
            raise
        made.finish()
    else:
        known = " ".join(r.suffix for r in RENDERERS)
        raise UsageError(f"{target}: the suffix chooses the format, one of {known} .duckdb")


def load(path: str | os.PathLike[str], source: Source | None) -> Report:
    """The stored report; with its text where the source is given."""
    stored = Path(path)
    try:
        with opened(stored) as file:
            data = file.read()
    except OSError as error:
        raise SummaryFormatError(f"{stored}: {error.strerror}") from None
    report = parse(Report, data.removeprefix(b"\xef\xbb\xbf"), stored.name)
    return report if source is None else with_source(report, source)


def with_source(report: Report, source: Source) -> Report:
    """The report with the text that it was made from. Raises PairingError for any other."""
    document = read(source)
    if report.source.sha256 != document.sha256:
        raise PairingError(
            f"{document.name} is not the text this summary was made from "
            f"(sha256 {document.sha256[:12]}…, summary of {report.source.sha256[:12]}…)"
        )
    return report.model_copy(update={"source": report.source.with_text(document.text)})


def to_html(report: Report, lang: Lang) -> str:
    """The page."""
    return str(by_name("html").render(report, Style(lang=lang)))


def to_markdown(report: Report, lang: Lang) -> str:
    """The Markdown with its footnotes."""
    return str(by_name("md").render(report, Style(lang=lang)))


def to_frame(report: Report) -> Any:
    """The measures as a frame."""
    return frames.to_frame(report)


def to_notebook(report: Report) -> str:
    """What a notebook shows."""
    from summarizer.output.notebook import render

    return render(report)
