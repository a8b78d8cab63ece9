"""`summarize verify`: check a stored summary against its source, without a model."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarizer.cli import console, options
from summarizer.cli.main_job import exit_code
from summarizer.errors import SummaryFormatError, UsageError
from summarizer.output import by_name
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.models import Report
    from summarizer.reading import Document
    from summarizer.vocabulary import Lang

_TABLES = frozenset({".csv", ".tsv", ".xlsx", ".xls", ".jsonl", ".parquet"})
_PAGES = frozenset({".html", ".htm"})
_ROW = re.compile(r'"[^"\n]*"(?:[,;\t]"[^"\n]*"){4,}')
_PAGE = re.compile(r"<(?:!doctype\s+html|html|\?xml)\b", re.IGNORECASE)
_JSON = '["ntf-'  # what a value that is no object begins with
_HINT = "verify takes the .json of this program, Markdown or plain text"


@click.command("verify", context_settings=options.HELP)
@click.argument("summary", metavar="SUMMARY")
@click.argument("file", metavar="FILE")
@options.formats(*options.PRINTABLE, default="text")
@options.encoding
@options.common
def verify(
    summary: str,
    file: str,
    format_name: str | None,
    quiet: bool,
    verbose: bool,
    **flags: Any,
) -> int:
    """Re-check SUMMARY against FILE, the source it was made from, without any model.

    SUMMARY is a .json written by this program, or a Markdown or plain text that anybody wrote.
    Prints the findings; with -f json the whole report with fresh findings. - is standard input.
    """
    from summarizer.reading import read

    if summary == file == "-":
        raise UsageError("standard input (-) can be read only once")
    settings = Settings.from_flags(flags)
    told = _text(summary)
    document = read(file, encoding=settings.encoding)
    report = _checked(told, summary, document, settings.lang)
    style = console.style(settings.lang)
    if format_name in (None, "text"):
        from summarizer.output.text import render_findings

        console.put(render_findings(report, style))
    else:
        console.put(by_name(format_name or "json").render(report, style))
    return exit_code(report)


def _text(summary: str) -> str:
    try:
        data = sys.stdin.buffer.read() if summary == "-" else Path(summary).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SummaryFormatError(f"{summary}: a summary must be in UTF-8") from None
    except OSError as error:
        raise SummaryFormatError(f"{summary}: {error.strerror}") from None


def _is_json(told: str, name: str) -> bool:
    """Whether the text is to be read as a stored report. Raises where it is no summary at all."""
    text = told.strip()
    suffix = Path(name).suffix.lower()
    if not text:
        raise SummaryFormatError(f"{name}: the summary is empty")
    if suffix in _TABLES or _ROW.match(text):
        raise SummaryFormatError(f"{name}: a table is not a summary", hint=_HINT)
    if suffix in _PAGES or _PAGE.match(text):
        raise SummaryFormatError(f"{name}: a web page is not a summary", hint=_HINT)
    if suffix == ".json" or text.startswith("{") or (text[0] in _JSON and _parses(text)):
        return True
    if not any(map(str.isalnum, text)):
        raise SummaryFormatError(f"{name}: the summary is empty")
    return False


def _parses(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _checked(told: str, name: str, document: Document, lang: Lang) -> Report:
    from summarizer.pipeline import verify as check
    from summarizer.pipeline import verify_text

    if _is_json(told, name):
        return check(_report(told, name), document, lang=lang)
    return verify_text(told, document, lang=lang)


def _report(told: str, name: str) -> Report:
    from pydantic import ValidationError

    from summarizer.models import Report

    try:
        return Report.model_validate_json(told)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "JSON"
        message = f"{name}: not a report of schema version 1 or 2: {place}: {first['msg']}"
        raise SummaryFormatError(message) from None
