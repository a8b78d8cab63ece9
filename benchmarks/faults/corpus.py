"""The faithful statements and their scopes: hand-written, the source's own, and the engines'."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from faults.notation import FIGURE, TITLE, loosen, masked, numbers, squeeze
from faults.records import Faithful, Scope
from summarizer import Report, Settings, read, summarize
from summarizer.analysis import Analysis, analyse
from summarizer.reading.outline.records import Unit

HERE = Path(__file__).parent
REPORTS = HERE.parent.parent / "examples" / "reports"
NAMES = ("chengzhong-2025", "xining-2025", "kuiwen-2020")
_SHORTEST, _LONGEST = 14, 220


@dataclass(frozen=True, slots=True)
class Source:
    """One bundled report: as analysed, its units by id, and what the extractive engine says."""

    name: str
    analysis: Analysis
    units: dict[str, Unit]
    report: Report

    def printed(self, unit: Unit | None) -> str:
        """The unit's text without layout white space; the whole body where there is no unit."""
        document = self.analysis.document
        return squeeze(document.printed(unit.span if unit else document.body))


def sources() -> dict[str, Source]:
    """The bundled reports, read and summarised without a model."""
    found = {}
    for name in NAMES:
        path = REPORTS / f"{name}.txt"
        analysis = analyse(read(str(path)))
        units = {unit.id: unit for unit in analysis.outline.walk()}
        report = summarize(str(path), settings=Settings(engine="extractive"))
        found[name] = Source(name, analysis, units, report)
    return found


def _handwritten() -> Iterator[Faithful]:
    for path in sorted(HERE.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield Faithful(
                report=row["report"],
                unit=row["unit"],
                role=row["role"],
                text=row["text"],
                origin=path.stem,
                expect=row["expect"],
                uses=tuple(row["uses"]),
            )


def _sentences(source: Source) -> Iterator[Faithful]:
    for unit in source.analysis.outline.leaves():
        text = source.analysis.document.printed(unit.text_span)
        for sentence in re.split("(?<=[。；;])", text):
            told = sentence.strip().rstrip("。；;")
            if _SHORTEST <= len(told) <= _LONGEST and _balanced(told):
                yield Faithful(source.name, unit.id, "measure", told + "。", "sentence")


def _balanced(text: str) -> bool:
    return all(text.count(a) == text.count(b) for a, b in ("《》", "“”", "（）", "()"))


def _extractive(source: Source) -> Iterator[Faithful]:
    report = source.report
    for measure in report.measures:
        yield Faithful(source.name, measure.id, "measure", measure.summary, "extractive")
    leaves = {measure.id for measure in report.measures}
    for section in report.walk():
        if section.id not in leaves:
            yield Faithful(source.name, section.id, "section", section.summary, "extractive")
    yield Faithful(source.name, "", "overview", report.overview.summary, "extractive")


def statements(found: dict[str, Source]) -> list[Faithful]:
    """Every faithful statement, without repeats."""
    every = list(_handwritten())
    for source in found.values():
        every += _extractive(source)
        every += _sentences(source)
    return list({(s.report, s.unit, s.text): s for s in reversed(every)}.values())[::-1]


def scopes(source: Source) -> dict[str, Scope]:
    """The scope of every unit, and of the whole report under the empty id."""
    texts = {unit_id: source.printed(unit) for unit_id, unit in source.units.items()}
    leaves = [unit.id for unit in source.analysis.outline.leaves()]
    titles = {i: tuple(dict.fromkeys(TITLE.findall(texts[i]))) for i in leaves}
    figures = {
        i: [(m["number"], (m["scale"] or "") + m["unit"]) for m in FIGURE.finditer(masked(text))]
        for i, text in texts.items()
        if i in titles
    }

    def scope(unit_id: str, text: str, unit: Unit | None) -> Scope:
        away = [i for i in leaves if unit and i != unit_id and not i.startswith(f"{unit_id}.")]
        return Scope(
            text=text,
            numbers=numbers(text),
            titles=frozenset(loosen(t) for t in TITLE.findall(text)),
            foreign_titles=tuple(dict.fromkeys(t for i in away for t in titles[i])),
            foreign_figures=tuple(dict.fromkeys(f for i in away for f in figures[i])),
            problem=_problem(source, unit_id),
            plan=bool(unit and _planned(source, unit_id)),
        )

    every = {i: scope(i, texts[i], unit) for i, unit in source.units.items()}
    return every | {"": scope("", source.printed(None), None)}


def _path(source: Source, unit_id: str) -> list[Unit]:
    parts = unit_id.split(".")
    return [source.units[".".join(parts[:n])] for n in range(len(parts), 0, -1)] if unit_id else []


def _problem(source: Source, unit_id: str) -> str | None:
    return next((u.problem for u in _path(source, unit_id) if u.problem), None)


def _planned(source: Source, unit_id: str) -> bool:
    # The last section of each bundled report tells what comes next.
    last = source.analysis.outline.units[-1].id
    return unit_id == last or unit_id.startswith(f"{last}.")
