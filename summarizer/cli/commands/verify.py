"""`summarize verify`: check a stored summary against its source, without a model."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import click

from summarizer import patterns as re
from summarizer.cli import console, exit_codes, inputs, options, targets
from summarizer.cli.groups import HELP
from summarizer.corpus.walk import STANDARD, Input
from summarizer.errors import SummaryFormatError
from summarizer.files import opened
from summarizer.output import Renderer, by_name
from summarizer.output.answer import Answer
from summarizer.output.style import Detail, Style
from summarizer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.models import Report
    from summarizer.reading import Document

_TABLES = frozenset({".csv", ".tsv", ".xlsx", ".xls", ".jsonl", ".parquet"})
_PAGES = frozenset({".html", ".htm"})
_ROW = re.compile(r'"[^"\n]*"(?:[,;\t]"[^"\n]*"){4,}')
_PAGE = re.compile(r"<(?:!doctype\s+html|html|\?xml)\b", re.IGNORECASE)
_JSON = '["ntf-'  # what a value that is no object begins with
_HINT = "verify takes the .json of this program, Markdown or plain text"
# Times its source: a summary of a page or an answer is 7 to 33 times shorter, the longest form that
# this program prints (Markdown with every place in notes) 1.7 times longer.
_LONGER = 4
# Characters of a run, of which a summary shares some with its source: thirty printed forms of ten
# reports and three answers of assistants 40 to 70 %, and with another report 19 % at most.
_RUN, _SHARED = 6, 0.3
_MARKS = re.compile(r"[^\d\u4e00-\u9fff]+")


@click.command("verify", context_settings=HELP)
@click.argument("summary", metavar="SUMMARY")
@click.argument("file", metavar="FILE")
@options.outputs
@options.formats(*options.PRINTABLE, default="text")
@click.option(
    "--fields",
    metavar="MODULE:CLASS",
    help="The questions of your own that SUMMARY was made with: their answers are checked again.",
)
@options.encoding
@options.common
def verify(
    summary: str,
    file: str,
    outputs: tuple[str, ...],
    detail: Detail | None,
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

    inputs.once([summary, file])
    settings = Settings.from_flags(flags)
    style = console.style(settings.lang, detail)
    source = Input(file, PurePath(Path(summary).stem))
    goal = targets.plan(outputs, [source], format_name, style, others=[summary])
    goal = goal.telling(Renderer("text", ".txt", _findings))
    if verbose:
        console.log_to_stderr()
    told = _text(summary)
    document = read(source.source, encoding=settings.encoding, limits=settings.file_limits)
    if _is_json(told, summary):
        report = _stored(told, summary, document, settings)
    else:
        report, answer = _written(told, summary, document, settings)
        goal = _beside_the_text(goal, answer)
    with goal.whole():
        goal.deliver(0, source, report)
    console.scope(report, file)
    if _are_swapped(told, document.text):
        console.complain(
            f"{file} reads like a summary of {summary}: the summary is named first, then its source"
        )
    return exit_codes.of_report(report)


def _are_swapped(told: str, source: str) -> bool:
    """Whether the source was named first: it is much longer, and the other is made of its words.

    As well where the other is a stored report, which no source is.
    """
    if source.lstrip().startswith("{") and _parses(source):
        return not told.lstrip().startswith("{")
    if told.lstrip().startswith("{") or len(told) < _LONGER * len(source):
        return False  # a stored report of many figures is longer than its source
    runs = set(_runs(source))
    return bool(runs) and len(runs.intersection(_runs(told))) > _SHARED * len(runs)


def _runs(text: str) -> Iterator[str]:
    bare = _MARKS.sub("", text)
    return (bare[at : at + _RUN] for at in range(len(bare) - _RUN + 1))


def _beside_the_text(goal: targets.Targets, answer: Answer) -> targets.Targets:
    """The same targets, pages and Markdown showing the text as its author wrote it."""
    from summarizer.output import html, markdown

    page, text = by_name("html"), by_name("md")
    goal = goal.telling(replace(page, render=partial(html.render_answer, answer=answer)))
    return goal.telling(replace(text, render=partial(markdown.render_answer, answer=answer)))


def _findings(report: Report, style: Style) -> str:
    from summarizer.output.text import render_findings

    return render_findings(report, style)


def _text(summary: str) -> str:
    try:
        if summary == STANDARD:
            data = sys.stdin.buffer.read()
        else:
            with opened(summary) as file:
                data = file.read()
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


def _stored(told: str, name: str, document: Document, settings: Settings) -> Report:
    """A report of this program, checked afresh."""
    from summarizer.models import Report
    from summarizer.models.stored import parse
    from summarizer.pipeline import verify as check

    stored = parse(Report, told, name)
    return check(stored, document, fields=settings.fields, lang=settings.lang)


def _written(told: str, name: str, document: Document, settings: Settings) -> tuple[Report, Answer]:
    """What somebody's own text amounts to, and the text with the places that bear it out."""
    from summarizer.pipeline import verify_answer

    checked = verify_answer(told, document, lang=settings.lang)
    answer = Answer(PurePath(name).name, told, checked.borne_out, checked.left_out)
    return checked.report, answer
