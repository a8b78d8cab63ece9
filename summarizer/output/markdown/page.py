"""The one page at the head of the Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.models import Report
from summarizer.output.markdown.escape import escape, inline
from summarizer.output.markdown.notes import Notes
from summarizer.output.one_page import Line, OnePage, progress_words
from summarizer.output.wording import word
from summarizer.vocabulary import Lang, Status, Verdict, label


def page_lines(page: OnePage, report: Report, notes: Notes, lang: Lang) -> list[str]:
    """Title, facts, overview and the lists of the page."""
    lines = [f"# {escape(page.title)}", "", *(f"- {escape(fact)}" for fact in page.facts)]
    extract = f" 〔{word('extract', lang)}〕" if page.overview_is_extract else ""
    lines += ["", f"## {word('overview', lang)}", "", escape(page.overview) + extract]
    keys = zip(page.key_figures, report.overview.key_figures, strict=False)
    lines += _list(
        "key_figures",
        [_line(line) + notes.mark(key.figure.span, (key.figure.span,)) for line, key in keys],
        0,
        lang,
    )
    if page.progress:
        progress = inline(" · ".join(progress_words(page, lang)))
        lines += ["", f"**{word('progress', lang)}**{word(': ', lang)}{progress}"]
    lines += _list(
        "still_open",
        [f"{_line(line)} 〔{label(Status(line.tone), lang)}〕" for line in page.open],
        page.open_left,
        lang,
    )
    lines += _list(
        "sections",
        ["  " * line.depth + "- " + _line(line) for line in page.sections],
        page.sections_left,
        lang,
        nested=True,
    )
    lines += _list("look_at", [_doubt(line, lang) for line in page.look], page.look_left, lang)
    lines += ["", f"{word('findings', lang)}{word(': ', lang)}{inline(page.checks)}"]
    return lines


def _list(
    term: str, items: Iterable[str], left: int, lang: Lang, *, nested: bool = False
) -> list[str]:
    items = [item if nested else f"- {item}" for item in items]
    if not items:
        return []
    rest = [f"- {word('more_items', lang).format(n=left)}"] if left else []
    return ["", f"## {word(term, lang)}", "", *items, *rest]


def _line(line: Line) -> str:
    ids = " ".join(unit for unit in line.units if unit)
    return f"**{inline(ids)}** {inline(line.text)}" if ids else escape(line.text)


def _doubt(line: Line, lang: Lang) -> str:
    sign = "❌ " if line.tone == Verdict.CONTRADICTED else ""
    ids = [unit for unit in line.units if unit and unit not in line.text]
    places = word("()", lang).format(word(", ", lang).join(ids))
    return sign + inline(line.text) + (inline(places) if ids else "")
