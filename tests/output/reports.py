"""Hand-made reports for the renderers."""

from __future__ import annotations

from decimal import Decimal

from summarizer.models import (
    AnchorCount,
    AuditFinding,
    Cell,
    DateMention,
    DocumentTitle,
    Figure,
    Finding,
    Inspection,
    KeyFigure,
    Measure,
    Nearest,
    Omitted,
    OpenItem,
    Overview,
    Point,
    Rejected,
    Report,
    Run,
    Section,
    Source,
    Span,
    Table,
    UnitsByOrigin,
    Verification,
)
from summarizer.vocabulary import (
    Category,
    FigureKind,
    FigureRole,
    Origin,
    PeriodFrom,
    Severity,
    Status,
    Verdict,
)

TEXT = """\
某区通报
一、关于“作风不实”问题
一是开展培训3次，2025年上半年办结率83.2%。整改尚有2件正在推进。二是6月3日制定《督查办法》。
二、下一步打算
继续整改。
附表 单位：万元
项目 金额
道路 35
"""


def span(part: str) -> Span:
    """Where `part` first stands in the text."""
    start = TEXT.index(part)
    return Span(start=start, end=start + len(part))


def point(text: str, part: str, status: Status = Status.REPORTED, **changes: object) -> Point:
    """A point that tells `part` of the source."""
    values: dict[str, object] = {"text": text, "status": status, "span": span(part)}
    return Point.model_validate({"origin": Origin.EXTRACTIVE, **values, **changes})


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
    role=FigureRole.CHANGE,
    label="办结率",
    direction="up",
    comparator="同比",
    period="2025-01-01/2025-06-30",
    period_from=PeriodFrom.STATED,
    span=span("83.2%"),
)
COUNT = Figure(
    text="3次", value=Decimal(3), unit="次", kind=FigureKind.COUNT, label="培训", span=span("3次")
)
MONEY = Figure(
    text="35", value=Decimal(350_000), unit="元", kind=FigureKind.MONEY, span=span("35\n")
)
FINDING = Finding(
    kind="value",
    severity=Severity.ERROR,
    verdict=Verdict.CONTRADICTED,
    claim="83.6%",
    span_in_summary=Span(start=9, end=14),
    reason=f"83.6%：原文为83.2%（位置{FIGURE.span.start}）",
    nearest=Nearest(text="83.2%", span=FIGURE.span),
)
POINTS = (
    point("开展培训3次，办结率83.6%。", "开展培训3次，2025年上半年办结率83.2%。"),
    point("尚有2件正在推进。", "整改尚有2件正在推进。", Status.IN_PROGRESS),
)


def report(**changes: object) -> Report:
    """A small report with everything a renderer can meet."""
    first = measure(
        "1.1",
        "一是开展培训3次，2025年上半年办结率83.2%。整改尚有2件正在推进。",
        points=POINTS,
        summary="".join(item.text for item in POINTS),
        status=Status.IN_PROGRESS,
        figures=(COUNT, FIGURE),
        verdict=Verdict.CONTRADICTED,
        findings=(FINDING,),
        actors=("区委",),
        rejected=(Rejected(text="全部办结。", reason="原文为正在推进"),),
    )
    second = measure(
        "1.2",
        "二是6月3日制定《督查办法》。",
        dates=(
            DateMention(text="6月3日", start="2025-06-03", end="2025-06-03", span=span("6月3日")),
        ),
        documents=(DocumentTitle(title="《督查办法》", span=span("《督查办法》")),),
        extra={"责任单位": "区纪委"},
    )
    plan = measure("2", "二、下一步打算\n继续整改。", summary="继续整改。", status=Status.PLANNED)
    sections = (
        Section(
            id="1",
            marker="一、",
            level=1,
            heading="关于“作风不实”问题",
            headline="培训3次，尚有2件未结",
            problem="作风不实",
            span=span(TEXT[5 : TEXT.index("二、下")]),
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
            inspection=Inspection(
                inspectors="省委巡视组",
                from_="2024-04-28",
                to="2024-07-27",
                feedback_on="2024-10-24",
            ),
        ).with_text(TEXT),
        "overview": Overview(
            summary="共两部分三项措施。",
            origin=Origin.EXTRACTIVE,
            key_figures=(KeyFigure(unit="1.1", figure=FIGURE),),
            open=(
                OpenItem(
                    unit="1.1",
                    status=Status.IN_PROGRESS,
                    text="尚有2件正在推进。",
                    span=span("尚有2件正在推进"),
                ),
            ),
        ),
        "sections": sections,
        "tables": (
            Table(
                id="t1",
                unit="2",
                span=span("附表 单位：万元\n项目 金额\n道路 35"),
                caption="附表",
                unit_note="单位：万元",
                header=("项目", "金额"),
                rows=((Cell(text="道路"), Cell(text="35", figure=MONEY)),),
            ),
            Table(id="t2", span=span("附表"), caption="另表", read=False, reason="列数不齐"),
        ),
        "audit": (
            AuditFinding(
                kind="total",
                severity=Severity.WARNING,
                message=f"文中称“3次”（位置{COUNT.span.start}），正文只有2次",
                spans=(COUNT.span,),
            ),
        ),
        "verification": Verification(
            supported=4,
            contradicted=1,
            unread=1,
            units=4,
            summarised=4,
            omitted=(Omitted(unit="1.1", kind="figure", text="2件", span=span("2件")),),
            anchors=AnchorCount(total=3, cited=2),
        ),
        "run": Run(
            engine="extractive",
            started_at="2026-01-01T00:00:00+08:00",
            seconds=0.12,
            units=UnitsByOrigin(extractive=3, rejected=1),
        ),
    }
    return Report.model_validate(values | changes)


def model_report() -> Report:
    """The same of a model's run in which one unit was refused and so extracted."""
    refusal = Finding(
        kind="refused",
        severity=Severity.WARNING,
        verdict=Verdict.SUPPORTED,
        claim="",
        reason="模型服务拒绝处理这一单元，已改用原文摘录",
        origin=Origin.LLM,
    )
    made = report(run=Run(engine="llm", model="m", started_at="2026-01-01", seconds=1.0))
    by_model = {"origin": Origin.LLM}

    def written(item: Measure) -> Measure:
        if item.id == "1.2":
            return item.model_copy(update={"findings": (refusal,)})
        points = tuple(p.model_copy(update=by_model) for p in item.points)
        return item.model_copy(update={"points": points, **by_model})

    sections = tuple(
        s.model_copy(update={"measures": tuple(map(written, s.measures)), **by_model})
        for s in made.sections
    )
    overview = made.overview.model_copy(update=by_model)
    return made.model_copy(update={"sections": sections, "overview": overview})
