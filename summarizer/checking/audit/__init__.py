"""The audit of the source itself: where a report contradicts or repeats itself.

Findings are observations with their places, never judgements; a doubtful one is left out. They
stand apart from everything said about a summary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from summarizer.analysis import Analysis
from summarizer.checking.audit.conflicts import conflicts
from summarizer.checking.audit.notes import Note, grouped, render
from summarizer.checking.audit.numbering import numbering
from summarizer.checking.audit.parts import parts
from summarizer.checking.audit.reuse import reuse
from summarizer.checking.audit.scope import scope, unread_tables
from summarizer.checking.audit.totals import totals
from summarizer.checking.index import SourceIndex
from summarizer.models import AuditFinding
from summarizer.vocabulary import Lang

__all__ = ["audit", "audit_index"]

_RULES: tuple[Callable[[SourceIndex], Iterator[Note]], ...] = (
    scope,
    unread_tables,
    totals,
    parts,
    conflicts,
    reuse,
    numbering,
)


def audit(analysis: Analysis, lang: Lang = "zh") -> tuple[AuditFinding, ...]:
    """Observations on the source, in the order of their places, repeats told as one.

    Deterministic; never raises.
    """
    return audit_index(SourceIndex(analysis), lang)


def audit_index(index: SourceIndex, lang: Lang = "zh") -> tuple[AuditFinding, ...]:
    """Like `audit`, over an index that stands already."""
    notes = [note for rule in _RULES for note in rule(index)]
    notes.sort(key=lambda note: (note.spans[0], note.kind))
    return tuple(render(note, lang) for note in grouped(notes))
