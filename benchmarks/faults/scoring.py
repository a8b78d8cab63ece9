"""One statement against the checks: what was found, and whether that is what was wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from faults.corpus import Source
from faults.kinds import KINDS, FaultKind
from faults.records import Faithful, Fault
from faults.wholes import WholeFault
from summarizer.checking import SourceIndex, Statement, check_report, check_statement
from summarizer.models import Finding
from summarizer.vocabulary import Severity, Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checks said of one fault. `wrong` are alarms that name something else."""

    caught: bool
    right: bool
    wrong: tuple[str, ...]


class Checks:
    """The checking room, with one index a report."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self.sources = sources
        self._indexes = {name: SourceIndex(s.analysis) for name, s in sources.items()}
        self._baseline = {
            name: _alarms(check_report(s.report, s.analysis).findings)
            for name, s in sources.items()
        }

    def findings(self, base: Faithful, text: str | None = None) -> tuple[Finding, ...]:
        """The findings on a statement, or on `text` in its place."""
        unit = self.sources[base.report].units[base.unit] if base.unit else None
        statement = Statement(text=base.text if text is None else text, unit=unit, role=base.role)
        return check_statement(statement, self._indexes[base.report]).findings

    def outcome(self, fault: Fault) -> Outcome:
        """How a faulted statement fared; alarms that the faithful one already gave do not count."""
        before = _alarms(self.findings(fault.base))
        fresh = [f for f in self.findings(fault.base, fault.text) if _key(f) not in before]
        return _judge(KINDS[fault.kind], fresh)

    def whole_outcome(self, fault: WholeFault) -> Outcome:
        """How a faulted summary of a whole report fared."""
        source = self.sources[fault.report]
        before = self._baseline[fault.report]
        found = check_report(fault.summary, source.analysis).findings
        return _judge(KINDS[fault.kind], [f for f in found if _key(f) not in before])


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.kind, finding.claim, finding.severity


def _alarms(findings: Iterable[Finding]) -> frozenset[tuple[str, str, str]]:
    return frozenset(_key(f) for f in findings if f.severity is not Severity.NOTE)


def loud(finding: Finding) -> bool:
    """True for a contradiction or an error."""
    return finding.verdict is Verdict.CONTRADICTED or finding.severity is Severity.ERROR


def _judge(kind: FaultKind, findings: Iterable[Finding]) -> Outcome:
    alarms = [f for f in findings if loud(f) or (kind.lexicon and f.severity is Severity.WARNING)]
    named = [f.kind for f in alarms]
    return Outcome(
        caught=any(name in kind.caught for name in named),
        right=any(name in kind.right for name in named),
        wrong=tuple(name for name in named if name not in kind.caught),
    )
