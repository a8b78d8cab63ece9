"""Text of a report or a model as Markdown shows it: nothing in it acts as markup."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.output.phrases import clean

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~$&!]")
_BLOCK_START = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)]))")


def inline(text: str) -> str:
    """Text in the middle of a line."""
    return _SPECIAL.sub(r"\\\g<0>", clean(text))


def escape(text: str) -> str:
    """Text on a line of its own, which must not begin a list or a rule either."""
    return guard(inline(text))


def guard(line: str) -> str:
    """A line of Markdown whose first characters begin no block."""
    match = _BLOCK_START.match(line)
    if match is None:
        return line
    if match[2].isdigit():
        return f"{line[: match.end()]}\\{line[match.end() :]}"
    return f"{match[1]}\\{line[match.end(1) :]}"


def inline_part(text: str) -> str:
    """A stretch of a point's text; its blanks at either end are kept."""
    shown = inline(text)
    lead = " " if text[:1] == " " and shown else ""
    return lead + shown + (" " if text[-1:] == " " and shown else "")
