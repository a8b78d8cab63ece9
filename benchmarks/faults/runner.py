"""The tables: faults caught and missed by kind, false alarms on faithful statements by cause."""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from faults import corpus
from faults.injectors import INJECTORS, faults_of
from faults.kinds import KINDS
from faults.records import Faithful, Split
from faults.scoring import Checks, Outcome, loud
from faults.wholes import whole_faults
from summarizer.vocabulary import Severity, Verdict

_SPLITS: tuple[Split, ...] = ("tune", "held-out")


@dataclass(slots=True)
class Row:
    """The count of one kind in one split."""

    instances: int = 0
    caught: int = 0
    right: int = 0
    wrong: int = 0

    def take(self, outcome: Outcome) -> None:
        """Count one fault; a fault that only raised other alarms counts as a wrong reason."""
        self.instances += 1
        self.caught += outcome.caught
        self.right += outcome.right
        self.wrong += not outcome.caught and bool(outcome.wrong)

    def cells(self) -> str:
        """The row as printed."""
        n = max(self.instances, 1)
        missed = self.instances - self.caught
        return (
            f"{self.instances:>9} {self.caught:>7} {self.caught / n:>7.1%} {self.right:>7} "
            f"{self.right / n:>7.1%} {missed:>7} {self.wrong:>7}"
        )


@dataclass(slots=True)
class Tables:
    """What a run comes to, and the details that may be shown."""

    rows: dict[tuple[int, Split], Row] = field(default_factory=dict)
    misses: list[tuple[Split, str]] = field(default_factory=list)

    def take(self, kind: int, split: Split, outcome: Outcome, told: str) -> None:
        """Count one fault; keep it for reading where it was missed or told wrongly."""
        self.rows.setdefault((kind, split), Row()).take(outcome)
        if not outcome.right:
            state = "misnamed" if outcome.caught else "missed"
            reasons = f" [{' '.join(outcome.wrong)}]" if outcome.wrong else ""
            self.misses.append((split, f"{kind:>2} {state}{reasons} {told}"))


def run_faults(
    checks: Checks, statements: Sequence[Faithful], splits: Sequence[Split], kinds: Iterable[int]
) -> Tables:
    """Inject and check every fault of the kinds asked for."""
    tables = Tables()
    wanted = set(kinds)
    scopes = {name: corpus.scopes(source) for name, source in checks.sources.items()}
    for number, _ in INJECTORS:
        if number not in wanted:
            continue
        for fault in faults_of(number, statements, scopes):
            split = fault.base.split
            if split in splits:
                told = f"{fault.base.report} {fault.base.unit}: {fault.change} | {fault.text}"
                tables.take(number, split, checks.outcome(fault), told)
    for source in checks.sources.values():
        for whole in whole_faults(source):
            if whole.kind in wanted and whole.split in splits:
                told = f"{whole.report} {whole.change}"
                tables.take(whole.kind, whole.split, checks.whole_outcome(whole), told)
    return tables


@dataclass(slots=True)
class Alarms:
    """False alarms in one split, by cause."""

    statements: int = 0
    contradicted: Counter[str] = field(default_factory=Counter)
    warned: Counter[str] = field(default_factory=Counter)
    approximated: Counter[str] = field(default_factory=Counter)
    unverifiable: Counter[str] = field(default_factory=Counter)
    blamed: int = 0
    by_origin: Counter[str] = field(default_factory=Counter)
    by_use: Counter[str] = field(default_factory=Counter)
    expected: Counter[str] = field(default_factory=Counter)
    noted: Counter[str] = field(default_factory=Counter)
    details: list[str] = field(default_factory=list)


def run_faithful(checks: Checks, statements: Sequence[Faithful], split: Split) -> Alarms:
    """Check every faithful statement of a split."""
    alarms = Alarms()
    for statement in statements:
        if statement.split != split:
            continue
        alarms.statements += 1
        findings = checks.findings(statement)
        if statement.expect != "supported":
            wanted = "approximated" if statement.expect == "approximated" else "sum"
            alarms.expected[statement.expect] += 1
            alarms.noted[statement.expect] += not any(loud(f) for f in findings) and any(
                wanted in (f.verdict, f.kind) for f in findings
            )
        if any(loud(f) for f in findings):
            alarms.blamed += 1
            alarms.by_origin[statement.origin] += 1
            alarms.by_use.update(statement.uses)
        for finding in findings:
            if loud(finding):
                alarms.contradicted[finding.kind] += 1
            elif finding.severity is Severity.WARNING:
                alarms.warned[finding.kind] += 1
            elif finding.verdict is Verdict.UNVERIFIABLE:
                alarms.unverifiable[finding.kind] += 1
            elif finding.verdict is Verdict.APPROXIMATED and statement.expect == "supported":
                alarms.approximated[finding.kind] += 1
            else:
                continue
            alarms.details.append(
                f"{finding.severity}/{finding.verdict} {finding.kind} “{finding.claim}” "
                f"{statement.origin} {statement.report} {statement.unit} | {statement.text}"
            )
    return alarms


def _print_faults(tables: Tables, split: Split) -> tuple[int, int]:
    print(f"\nFaults, {split}")
    print(f"{'':36} instances  caught          right kind      missed  wrong reason")
    total, lexicon = Row(), Row()
    for number, kind in KINDS.items():
        row = tables.rows.get((number, split))
        if row is None:
            continue
        mark = " *" if kind.lexicon else ""
        print(f"{number:>3} {kind.name + mark:<32}{row.cells()}")
        summed = lexicon if kind.lexicon else total
        for name in ("instances", "caught", "right", "wrong"):
            setattr(summed, name, getattr(summed, name) + getattr(row, name))
    print(f"    {'deterministic':<32}{total.cells()}")
    print(f"    {'lexicon (*)':<32}{lexicon.cells()}")
    return total.caught + lexicon.caught, total.instances + lexicon.instances


def _print_alarms(alarms: Alarms, split: Split) -> None:
    print(f"\nFaithful statements, {split}: {alarms.statements}, contradicted {alarms.blamed}")
    for name in ("contradicted", "warned", "unverifiable", "approximated"):
        causes = getattr(alarms, name)
        told = ", ".join(f"{kind} {count}" for kind, count in causes.most_common()) or "none"
        print(f"    {name:<14} {told}")
    for name, count in alarms.expected.items():
        print(f"    {name + ' by intent':<24} {count}, told so {alarms.noted[name]}")
    if alarms.by_origin:
        print("    contradicted by origin:", dict(alarms.by_origin))
        print("    contradicted by use:   ", dict(alarms.by_use))


def main() -> int:
    """Run the benchmark; prints tables only, unless details are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("tune", "held-out", "all"), default="all")
    parser.add_argument("--kind", type=int, action="append", choices=sorted(KINDS))
    parser.add_argument("--verbose", action="store_true", help="list misses and false alarms")
    parser.add_argument("--reveal", action="store_true", help="also those of the held-out half")
    options = parser.parse_args()
    splits = _SPLITS if options.split == "all" else (options.split,)
    started = time.perf_counter()
    checks = Checks(corpus.sources())
    statements = corpus.statements(checks.sources)
    tables = run_faults(checks, statements, splits, options.kind or KINDS)
    for split in splits:
        caught, instances = _print_faults(tables, split)
        alarms = run_faithful(checks, statements, split)
        _print_alarms(alarms, split)
        specificity = 1 - alarms.blamed / max(alarms.statements, 1)
        balanced = (caught / max(instances, 1) + specificity) / 2
        print(f"    balanced accuracy {balanced:.1%}")
        if options.verbose and (split == "tune" or options.reveal):
            print("\n".join(line for s, line in tables.misses if s == split))
            print("\n".join(alarms.details))
    print(f"\n{time.perf_counter() - started:.1f} s")
    return 0
