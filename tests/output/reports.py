"""Hand-made reports for the renderers."""

from __future__ import annotations

from decimal import Decimal

from summarizer.models import (
    AnchorCount,
    AuditFinding,
    DocumentTitle,
    Figure,
    Finding,
    Inspection,
    Measure,
    Nearest,
    Omitted,
    Overview,
    Report,
    Run,
    Section,
    Source,
    Span,
    UnitsByOrigin,
    Verification,
)
from summarizer.vocabulary import Category, FigureKind, Origin, Severity, Status, Verdict

TEXT = """\
某区通报
一、关于“作风不实”问题
一是开展培训3次，办结率83.2%。二是制定《督查办法》。
二、下一步打算
继续整改。
"""


def span(part: str) -> Span:
    """Where `part` first stands in the text."""
    start = TEXT.index(part)
    return Span(start=start, end=start + len(part))


def measure(unit_id: str, part: str, **changes: object) -> Measure:
    """A measure whose source is `part`."""
    values: dict[str, object] = {
        "id": unit_id,
        "marker": part[:2],
        "span": span(part),
        "summary": part[2:],
        "origin": Origin.EXTRACTIVE,
        "category": Category.STUDY,
        "status": Status.REPORTED,
    }
    return Measure.model_validate(values | changes)


FIGURE = Figure(
    text="83.2%",
    value=Decimal("83.2"),
    unit="%",
    kind=FigureKind.RATIO,
    label="办结率",
    direction="up",
    comparator="同比",
    span=span("83.2%"),
)
FINDING = Finding(
    kind="value",
    severity=Severity.ERROR,
    verdict=Verdict.CONTRADICTED,
    claim="83.6%",
    reason="原文为83.2%",
    nearest=Nearest(text="83.2%", span=span("83.2%")),
)


def report(**changes: object) -> Report:
    """A small report with everything a renderer can meet."""
    first = measure(
        "1.1",
        "一是开展培训3次，办结率83.2%。",
        figures=(FIGURE,),
        verdict=Verdict.CONTRADICTED,
        findings=(FINDING,),
        actors=("区委",),
    )
    second = measure(
        "1.2",
        "二是制定《督查办法》。",
        documents=(DocumentTitle(title="《督查办法》", span=span("《督查办法》")),),
    )
    plan = measure("2", "二、下一步打算\n继续整改。", summary="继续整改。", status=Status.PLANNED)
    sections = (
        Section(
            id="1",
            marker="一、",
            level=1,
            heading="关于“作风不实”问题",
            problem="作风不实",
            span=span(TEXT[5:-15]),
            summary="开展培训，制定办法。",
            origin=Origin.EXTRACTIVE,
            measures=(first, second),
        ),
        Section(
            id="2",
            marker="二、",
            level=1,
            heading="下一步打算",
            span=plan.span,
            summary="继续整改。",
            origin=Origin.EXTRACTIVE,
            measures=(plan,),
        ),
    )
    values: dict[str, object] = {
        "source": Source(
            name="report.txt",
            sha256="0" * 64,
            encoding="utf-8",
            characters=len(TEXT),
            title="某区通报",
            issuer="中共某区委",
            issued_on="2025-07-15",
            inspection=Inspection(inspectors="省委巡视组", from_="2024-04-28", to="2024-07-27"),
        ).with_text(TEXT),
        "overview": Overview(summary="共两部分三项措施。", origin=Origin.EXTRACTIVE),
        "sections": sections,
        "audit": (
            AuditFinding(
                kind="total", severity=Severity.WARNING, message="共3项", spans=(span("3次"),)
            ),
        ),
        "verification": Verification(
            supported=4,
            contradicted=1,
            units=4,
            summarised=4,
            omitted=(Omitted(unit="1.1", kind="figure", text="3次", span=span("3次")),),
            anchors=AnchorCount(total=3, cited=2),
        ),
        "run": Run(
            engine="extractive",
            started_at="2026-01-01T00:00:00+08:00",
            seconds=0.12,
            units=UnitsByOrigin(extractive=3),
        ),
    }
    return Report.model_validate(values | changes)
