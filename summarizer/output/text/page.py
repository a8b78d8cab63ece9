"""The one page on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.cells import cell_len, set_cell_size

from summarizer import patterns as re
from summarizer.models import Report
from summarizer.output.one_page import Line, OnePage, one_page, progress_words
from summarizer.output.page_fit import fitted
from summarizer.output.style import Style
from summarizer.output.text.canvas import LOOKS, SIGNS, Canvas
from summarizer.vocabulary import Lang, Severity, Status, label

_WIDTH = 80
"""The page is measured at this width, so that it holds the same on every terminal."""
_FIGURE = re.compile(r"\d")
_HANGING = re.compile(
    r"(?:[，；。,;]|^)[^，；。,;]{0,4}(?:\d{2,4}年|目前|[今去]年|以来)[^，；。,;]{0,4}$"
)
# When it holds and of whom; what is said of them is cut off: 自1月1日至12月31日, 对…的小微企业贷款.
_HEAD = re.compile(r"^(?:自|对|凡)[^，；。,;]*$|的$|期间内?$")
_MOST_IDS = 4  # as many as fit beside a name at 80 columns
_DOUBT, _NOTE = 150, 75
"""Cells of what is to be looked at: two lines where a claim and its source stand in it."""


def page_for(report: Report, lang: Lang) -> OnePage:
    """The one page of a report with as many items as a page holds."""

    def measured(page: OnePage) -> tuple[int, int]:
        canvas = Canvas(Style(lang=lang, width=_WIDTH))
        draw(canvas, page)
        canvas.add(page.accounting)
        return len(canvas.lines), len(canvas.text())

    return fitted(one_page(report, lang), report.source.characters, measured)


def draw(canvas: Canvas, page: OnePage) -> None:
    """Every part of the page that has something to say."""
    lang = canvas.style.lang
    canvas.add(page.title, look="bold")
    for fact in _joined(page.facts):
        canvas.add(fact, look="dim")
    if page.overview:
        canvas.gap()
        extract = f" 〔{canvas.word('extract')}〕" if page.overview_is_extract else ""
        canvas.add(page.overview + extract)
    if page.key_figures:
        _heading(canvas, "key_figures")
        _columns(canvas, page.key_figures)
    if page.progress:
        canvas.gap()
        canvas.add(" · ".join(progress_words(page, lang)), mark=f"{canvas.word('progress')}  ")
    if page.open:
        _heading(canvas, "still_open")
        for line in page.open:
            _open_item(canvas, line, whole=page.open_whole)
        _left(canvas, page.open_left)
    if page.sections:
        _heading(canvas, "sections")
        for line in page.sections:
            _one_line(canvas, line)
        _left(canvas, page.sections_left)
    if page.look:
        _heading(canvas, "look_at")
        for line in page.look:
            canvas.add(
                _cut(_with_ids(canvas, line), _NOTE if line.tone == Severity.NOTE else _DOUBT),
                indent=1,
                mark=f"{SIGNS[line.tone]} ",
                look=LOOKS[line.tone],
            )
        _left(canvas, page.look_left)
    canvas.gap()
    canvas.add(page.checks, mark=f"{canvas.word('verdict')}  ", look="dim")


def _joined(facts: Iterable[str]) -> list[str]:
    """Facts on as few lines as hold them."""
    lines: list[str] = []
    for fact in facts:
        if lines and cell_len(lines[-1]) + cell_len(fact) + 3 <= _WIDTH:
            lines[-1] += f" · {fact}"
        else:
            lines.append(fact)
    return lines


def _heading(canvas: Canvas, term: str) -> None:
    canvas.gap()
    canvas.add(canvas.word(term), look="bold cyan")


def _left(canvas: Canvas, count: int) -> None:
    if count:
        canvas.add(canvas.word("more_items").format(n=count), indent=1, look="dim")


def _columns(canvas: Canvas, lines: Iterable[Line]) -> None:
    """Two to a line where both fit in half of it."""
    half = (canvas.style.width - 1) // 2
    waiting = ""
    for line in lines:
        told = f"{' '.join(line.units)} {line.text}"
        if waiting and cell_len(told) < half:
            canvas.add(set_cell_size(waiting, half) + told, indent=1)
            waiting = ""
            continue
        if waiting:
            canvas.add(waiting, indent=1)
        waiting = ""
        if cell_len(told) < half:
            waiting = told
        else:
            canvas.add(told, indent=1)
    if waiting:
        canvas.add(waiting, indent=1)


def _open_item(canvas: Canvas, line: Line, *, whole: bool) -> None:
    """A promise on one line; what is not done or still a problem on two, where there is room."""
    status = f"{label(Status(line.tone), canvas.style.lang)}  "
    if line.tone == Status.PLANNED or not whole:
        _one_line(canvas, line, status, look=LOOKS[line.tone], cut=_cut_to_figure)
        return
    head = f" {' '.join(line.units)} {status}"
    text = _cut(line.text.rstrip("。；"), 2 * (canvas.style.width - cell_len(head)))
    canvas.add(text, mark=head, look="")


def _one_line(
    canvas: Canvas,
    line: Line,
    lead: str = "",
    look: str = "",
    cut: Callable[[str, int], str] | None = None,
) -> None:
    """An item on exactly one line, its end cut where it is longer, or as `cut` does that."""
    indent = 1 + line.depth
    head = f"{' '.join(line.units)} " if any(line.units) else ""
    room = canvas.style.width - indent - cell_len(head) - cell_len(lead)
    text = (cut or _cut)(line.text.rstrip("。；"), room)
    canvas.lines.append([(" " * indent, ""), (head, "dim"), (lead, look), (text, "")])


def _cut(text: str, room: int) -> str:
    """`text` in so many cells, cut behind a clause where that keeps two fifths of them.

    A date at the end, of which the rest was cut off, goes with it. A clause that only says when or
    of whom is none to end with.
    """
    if cell_len(text) <= room:
        return text
    kept = set_cell_size(text, room - 1).rstrip()
    stop = max(kept.rfind(sign) for sign in "，；。,;")
    whole = _HANGING.sub("", kept[: max(stop, 0)])
    ends = cell_len(whole) * 5 > room * 2 and not _HEAD.search(whole)
    return (whole if ends else kept) + "…"


def _cut_to_figure(text: str, room: int) -> str:
    """The same, but from the clause of the first figure on where that would be cut off."""
    kept = _cut(text, room)
    figure = _FIGURE.search(text)
    if figure is None or _FIGURE.search(kept):
        return kept
    start = max(text.rfind(sign, 0, figure.start()) for sign in "，；。") + 1
    from_there = f"…{_cut(text[start:], room - 1)}"
    return from_there if _FIGURE.search(from_there) else kept


def _with_ids(canvas: Canvas, line: Line) -> str:
    """The words of an item with the ids that they do not name themselves."""
    ids = [unit for unit in line.units if unit and unit not in line.text]
    etc = canvas.word("etc") if len(ids) > _MOST_IDS else ""
    shown = canvas.word(", ").join(ids[:_MOST_IDS]) + etc
    return line.text + (canvas.word("()").format(shown) if shown else "")
