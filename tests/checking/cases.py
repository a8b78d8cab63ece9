"""The readable cases and the small reports they are set in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from summarizer.analysis import Analysis, analyse
from summarizer.checking import SourceIndex, Statement, check_statement
from summarizer.reading import from_text

_FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """One claim about one source sentence, and what the checks must say of it."""

    source: str
    claim: str
    kind: str = ""
    other: str = "组织专题研讨，交流学习体会。"
    problem: str = "工作机制不够健全"
    rough: str = ""


_FIELDS = {"原文": "source", "摘要": "claim", "种类": "kind", "另处": "other", "问题": "problem",
           "近似": "rough"}  # fmt: skip


def load(name: str) -> list[Case]:
    """The cases of a file: blocks of `字段：值` lines, apart by blank lines."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    found = []
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            pairs = (line.split("：", 1) for line in lines)
            found.append(Case(**{_FIELDS[key]: value for key, value in pairs}))
    return found


def report_of(case: Case) -> Analysis:
    """A small report that holds the case's sentence as its measure 1.1.1."""
    return analyse(
        from_text(
            "关于整改进展情况的通报\n\n"
            "根据统一部署，省委巡视组对甲区开展了巡视。现将整改情况予以公布。\n\n"
            "一、狠抓整改落实\n\n"
            f"（一）着力解决“{case.problem}”的问题。一是{case.source}二是{case.other}\n\n"
            "（二）着力解决“宣传引导不够”的问题。一是加大宣传力度。二是办好专题栏目。\n\n"
            "二、巩固整改成果\n\n"
            "坚持常抓不懈，保持力度不减。\n\n"
            "中共甲区委员会\n2025年7月15日\n"
        )
    )


@cache
def _index(source: str) -> SourceIndex:
    return SourceIndex(analyse(from_text(source)))


def kinds(source: str, place: str, text: str, *, whole: bool = False) -> list[str]:
    """What a statement on the unit that holds `place`, or on the `whole`, is blamed for."""
    index = _index(source)
    unit = None if whole else index.unit_at(source.index(place))
    role = "overview" if whole else "measure"
    checked = check_statement(Statement(text, unit, role), index)
    return [finding.kind for finding in checked.findings if finding.severity != "note"]
