"""Lines of styled segments for a terminal, wrapped for Chinese."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from summarizer.output.phrases import printable
from summarizer.output.style import Style
from summarizer.output.wording import word
from summarizer.output.wrapping import wrap
from summarizer.vocabulary import Severity, Status, Verdict

Segments = list[tuple[str, str]]

_MOST_INDENT = 12  # deeper levels would leave no room at 40 columns
LOOKS: dict[str, str] = {
    Status.COMPLETED: "green",
    Status.MOSTLY_COMPLETED: "green",
    Status.IN_PROGRESS: "yellow",
    Status.ONGOING: "cyan",
    Status.PLANNED: "magenta",
    Status.PROBLEM: "red",
    Status.REPORTED: "",
    Verdict.SUPPORTED: "green",
    Verdict.APPROXIMATED: "yellow",
    Verdict.UNVERIFIABLE: "yellow",
    Verdict.CONTRADICTED: "bold red",
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.NOTE: "dim",
}
"""The colour of a status, a verdict or a severity."""
SIGNS: dict[str, str] = {
    Verdict.SUPPORTED: "✓",
    Verdict.APPROXIMATED: "≈",
    Verdict.UNVERIFIABLE: "?",
    Verdict.CONTRADICTED: "✗",
    Severity.ERROR: "!",
    Severity.WARNING: "!",
    Severity.NOTE: "·",
}


class Canvas:
    """Lines of styled segments, wrapped to the width of the style."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.lines: list[Segments] = []

    def add(self, text: str, *, indent: int = 0, mark: str = "", look: str = "") -> None:
        """`text` wrapped at `indent` cells, hanging behind the `mark` of its first line."""
        indent = min(indent, _MOST_INDENT)
        hang = indent + cell_len(mark)
        first: Segments = [(" " * indent, ""), (mark, f"bold {look}")]
        for line in wrap(text, self.style.width - hang):
            self.lines.append([*first, (line, look)])
            first = [(" " * hang, "")]

    def gap(self) -> None:
        """An empty line, never two."""
        if self.lines and self.lines[-1]:
            self.lines.append([])

    def word(self, term: str) -> str:
        """A word in the language of the page."""
        return word(term, self.style.lang)

    def text(self) -> str:
        """The page, coloured where that is wanted; whatever it was drawn from moves no cursor."""
        # Ids are written by this program, but a stored report may come from anywhere.
        lines = [[(printable(words), look) for words, look in line] for line in self.lines]
        if self.style.colour:
            return _coloured(lines)
        return "".join("".join(t for t, _ in line).rstrip() + "\n" for line in lines)


def _coloured(lines: Iterable[Segments]) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    sink = StringIO()
    console = Console(
        file=sink, force_terminal=True, color_system="standard", width=1_000, highlight=False
    )
    for line in lines:
        # Assembled, not parsed: square brackets in a report are text, never markup.
        text = Text.assemble(*((part, look.strip()) for part, look in line if part))
        console.print(text, no_wrap=True, overflow="ignore", crop=False)
    return sink.getvalue()
