"""The closed vocabularies of the published report, with their labels in Chinese and English."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

Lang = Literal["zh", "en"]


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
    REPORTED = "reported"


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
    """Which engine wrote a text."""

    LLM = "llm"
    EXTRACTIVE = "extractive"


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
    },
}


def label(term: str, lang: Lang = "zh") -> str:
    """The label of a vocabulary term in `lang`; the term itself where it has none."""
    return LABELS[lang].get(term, term)
