"""What the command line ends with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from summarizer.vocabulary import Origin

if TYPE_CHECKING:
    from summarizer.models import Report

# 0, 1 and 2 as of any program; 3 and 4 as `summarize -h` tells; 128 and the signal as of a shell.
COMPLETE: Final = 0
FAILED: Final = 1
USAGE: Final = 2
CONTRADICTED: Final = 3
INCOMPLETE: Final = 4
INTERRUPTED: Final = 130
CLOSED_PIPE: Final = 141
TERMINATED: Final = 143

# What one run over several files ends with: a false claim is worse news than one that is missing,
# and both than a file that could not be read, which its own line has told already.
_WORST_FIRST = (CONTRADICTED, INCOMPLETE, USAGE, FAILED)


def of_report(report: Report) -> int:
    """3 where a claim is contradicted, 4 where the LLM engine left a unit to the extractive one."""
    if report.verification.contradicted:
        return CONTRADICTED
    return COMPLETE if is_complete(report) else INCOMPLETE


def is_complete(report: Report) -> bool:
    """Whether everything that the LLM engine was to write is written by it."""
    if report.run.engine != "llm" or not report.measures:
        return True  # a text that says nothing leaves nothing to write
    written = [measure.origin for measure in report.measures]
    written += [s.origin for s in report.walk() if s.sections or len(s.measures) > 1]
    return Origin.EXTRACTIVE not in (*written, report.overview.origin)


def of_run(codes: Iterable[int]) -> int:
    """The code of a run over several files: 3 wins over 4, both over 1 and 0."""
    met = set(codes)
    return next((code for code in _WORST_FIRST if code in met), COMPLETE)
