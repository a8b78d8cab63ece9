"""The closed vocabularies of the published report, with their labels in Chinese and English."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Literal

Lang = Literal["zh", "en"]

EXTERNAL = "external"
"""The engine of a report that stands for somebody's own text."""


class Category(StrEnum):
    """What a measure is about."""

    SYSTEM = "system"
    LEADERSHIP = "leadership"
    STUDY = "study"
    SUPERVISION = "supervision"
    DISCIPLINE = "discipline"
    CAMPAIGN = "campaign"
    PROJECT = "project"
    SERVICE = "service"
    ECONOMY = "economy"
    PERSONNEL = "personnel"
    PARTY_BUILDING = "party_building"
    PUBLICITY = "publicity"
    GOVERNANCE = "governance"
    ENVIRONMENT = "environment"
    OTHER = "other"


class Status(StrEnum):
    """How far a measure has come, as the source tells it."""

    COMPLETED = "completed"
    MOSTLY_COMPLETED = "mostly_completed"
    IN_PROGRESS = "in_progress"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROBLEM = "problem"
    REPORTED = "reported"


# From the one that a reader must hear of first to the one that needs no second look.
_WEIGHTIEST = (
    Status.PROBLEM,
    Status.IN_PROGRESS,
    Status.MOSTLY_COMPLETED,
    Status.PLANNED,
    Status.REPORTED,
    Status.ONGOING,
    Status.COMPLETED,
)


def status_of(points: Sequence[Status]) -> Status:
    """The status of a whole from those of its points: the lowest that matters.

    A promise beside things done does not make the whole a plan: `planned` counts only where at
    least half of the points are plans. `reported` where there are no points.
    """
    promises = points.count(Status.PLANNED)
    told = [point for point in points if point is not Status.PLANNED]
    if not told or promises * 2 >= len(points):
        return Status.PLANNED if promises else Status.REPORTED
    return min(told, key=_WEIGHTIEST.index)


class Verdict(StrEnum):
    """What the source says of a claim, from best to worst."""

    SUPPORTED = "supported"
    APPROXIMATED = "approximated"
    UNVERIFIABLE = "unverifiable"
    CONTRADICTED = "contradicted"


class Severity(StrEnum):
    """How loudly a finding is told."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Origin(StrEnum):
    """Who wrote a text: an engine, or (of a finding) the model asked for a second opinion."""

    LLM = "llm"
    EXTRACTIVE = "extractive"
    JUDGE = "judge"


class FigureRole(StrEnum):
    """What a figure is of its subject."""

    LEVEL = "level"
    CHANGE = "change"
    SHARE = "share"
    RANK = "rank"
    TARGET = "target"
    COUNT = "count"


class Bound(StrEnum):
    """How a figure bounds the quantity it is said of (不得超过5% is <=, 60%以上 is >=)."""

    EQUAL = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    LESS = "<"
    ABOUT = "~"


class PeriodFrom(StrEnum):
    """How the period of a figure was found."""

    STATED = "stated"
    INHERITED = "inherited"
    NONE = "none"


class FigureKind(StrEnum):
    """What a figure measures; figures of two kinds are never equal."""

    COUNT = "count"
    MONEY = "money"
    RATIO = "ratio"
    PERCENTAGE_POINTS = "percentage_points"
    PHYSICAL = "physical"
    DURATION = "duration"
    MULTIPLE = "multiple"


_VERDICT_ORDER = list(Verdict)


def worst(verdicts: list[Verdict]) -> Verdict:
    """The worst of `verdicts`; `supported` where there are none."""
    return max(verdicts, key=_VERDICT_ORDER.index, default=Verdict.SUPPORTED)


LABELS: dict[Lang, dict[str, str]] = {
    "zh": {
        "system": "制度建设",
        "leadership": "组织部署",
        "study": "学习教育",
        "supervision": "监督检查",
        "discipline": "执纪问责",
        "campaign": "专项整治",
        "project": "项目与资金",
        "service": "民生服务",
        "economy": "产业与招商",
        "personnel": "干部人才",
        "party_building": "基层党建",
        "publicity": "宣传",
        "governance": "社会治理与风险",
        "environment": "生态环境",
        "other": "其他",
        "completed": "已完成",
        "mostly_completed": "基本完成",
        "in_progress": "正在推进",
        "ongoing": "长期坚持",
        "planned": "计划",
        "problem": "仍存问题",
        "reported": "已开展",
        "supported": "有据",
        "approximated": "近似",
        "unverifiable": "无法核实",
        "contradicted": "与原文不符",
        "note": "提示",
        "warning": "警告",
        "error": "错误",
        "llm": "模型",
        "extractive": "摘录",
        "judge": "复核",
        "level": "水平",
        "change": "变化",
        "share": "占比",
        "rank": "位次",
        "target": "目标",
        "count": "数量",
        "stated": "写明",
        "inherited": "承上",
        "none": "无",
    },
    "en": {
        "system": "rules and systems",
        "leadership": "leadership and deployment",
        "study": "study and education",
        "supervision": "supervision",
        "discipline": "discipline and accountability",
        "campaign": "special campaign",
        "project": "projects and funds",
        "service": "public services",
        "economy": "industry and investment",
        "personnel": "personnel",
        "party_building": "party building",
        "publicity": "publicity",
        "governance": "governance and risk",
        "environment": "environment",
        "other": "other",
        "completed": "completed",
        "mostly_completed": "mostly completed",
        "in_progress": "in progress",
        "ongoing": "ongoing",
        "planned": "planned",
        "problem": "remaining problem",
        "reported": "reported",
        "supported": "supported",
        "approximated": "approximated",
        "unverifiable": "unverifiable",
        "contradicted": "contradicted",
        "note": "note",
        "warning": "warning",
        "error": "error",
        "llm": "model",
        "extractive": "extractive",
        "judge": "second opinion",
        "level": "level",
        "change": "change",
        "share": "share",
        "rank": "rank",
        "target": "target",
        "count": "count",
        "stated": "stated",
        "inherited": "inherited",
        "none": "none",
    },
}


def label(term: str, lang: Lang = "zh") -> str:
    """The label of a vocabulary term in `lang`; the term itself where it has none."""
    return LABELS[lang].get(term, term)
