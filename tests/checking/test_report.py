"""A whole report is checked afresh: verdicts, placement of measures, coverage, typed fields."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from summarizer import summarize
from summarizer.analysis import Analysis, analyse
from summarizer.assembly import assemble
from summarizer.checking import (
    SourceIndex,
    Statement,
    check_draft,
    check_report,
    check_statement,
)
from summarizer.engines.base import MeasureDraft, OverviewDraft, PointDraft, SectionDraft
from summarizer.engines.extractive import ExtractiveEngine
from summarizer.models import Finding, Measure, Report, Run, Section
from summarizer.reading import from_text, read
from summarizer.spans import Range
from summarizer.vocabulary import Category, Origin, Severity, Status, Verdict

REPORTS = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))
RUN = Run(engine="extractive", started_at="", seconds=0.0)


def _drafted(path: Path) -> tuple[Analysis, Report]:
    analysis = analyse(read(path))
    return analysis, assemble(analysis, ExtractiveEngine().draft_sync(analysis), RUN)


@pytest.fixture(scope="module", name="chengzhong")
def _chengzhong() -> tuple[Analysis, Report]:
    return _drafted(next(path for path in REPORTS if "chengzhong" in path.name))


def _changed(report: Report, unit_id: str, **update: object) -> Report:
    """The report with one measure changed, or taken out where `update` is empty."""

    def measures(section: Section) -> tuple[Measure, ...]:
        return tuple(
            measure.model_copy(update=update) if measure.id == unit_id else measure
            for measure in section.measures
            if measure.id != unit_id or update
        )

    def section(old: Section) -> Section:
        return old.model_copy(
            update={
                "measures": measures(old),
                "sections": tuple(section(child) for child in old.sections),
            }
        )

    return report.model_copy(update={"sections": tuple(map(section, report.sections))})


def _kinds(measure: Measure | Section) -> list[str]:
    return [finding.kind for finding in measure.findings]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_sources_own_words_are_not_blamed(path: Path) -> None:
    """Extractive summaries of the bundled reports have no contradicted claim."""
    analysis, report = _drafted(path)
    checked = check_report(report, analysis)
    assert checked.verification.contradicted == 0
    assert checked.verification.supported > 100
    assert checked.verification.units == checked.verification.summarised == len(report.measures)


def test_checking_again_changes_nothing(chengzhong: tuple[Analysis, Report]) -> None:
    """Findings are made afresh: a second check gives the same report."""
    analysis, report = chengzhong
    once = check_report(report, analysis)
    assert check_report(once, analysis) == once


def test_little_is_held_twice(chengzhong: tuple[Analysis, Report]) -> None:
    """The facts are let go when the claims are compared; records of a kind share what is the same."""
    analysis, report = chengzhong
    index = SourceIndex(analysis)
    checked = check_report(report, analysis, index=index)
    assert not vars(index).keys() & {"facts", "clauses", "weights", "_scopes"}
    measures = checked.measures
    for records in (measures, [point for measure in measures for point in measure.points]):
        assert len({id(record.__pydantic_fields_set__) for record in records}) == 1
    spans = {measure.id: measure.span for measure in measures}
    assert all(spans.get(one.id, one.span) is one.span for one in checked.walk())


def test_a_verdict_is_the_worst_findings(chengzhong: tuple[Analysis, Report]) -> None:
    """A contradicted figure makes the measure contradicted, and the count says so."""
    analysis, report = chengzhong
    wrong = "申报2025年老旧小区改造项目26个,涉及小区157个。"
    checked = check_report(_changed(report, "2.3.2", summary=wrong), analysis)
    measure = checked.find("2.3.2")
    assert isinstance(measure, Measure)
    assert measure.verdict is Verdict.CONTRADICTED
    assert checked.verification.contradicted == 1
    (finding,) = measure.findings
    assert finding.nearest is not None
    assert finding.nearest.text == "24个"
    assert "（2.3.2）" in finding.reason


def test_reasons_are_worded_in_the_language_asked_for(
    chengzhong: tuple[Analysis, Report],
) -> None:
    """English reasons name the same place."""
    analysis, report = chengzhong
    changed = _changed(report, "2.3.2", summary="申报2025年老旧小区改造项目26个。")
    zh, en = (check_report(changed, analysis, lang) for lang in ("zh", "en"))
    first, second = zh.find("2.3.2").findings[0], en.find("2.3.2").findings[0]
    assert "老旧小区改造项目24个”（2.3.2）" in first.reason
    assert "老旧小区改造项目24个 (2.3.2)" in second.reason
    assert first.model_copy(update={"reason": ""}) == second.model_copy(update={"reason": ""})


def test_an_omitted_measure_is_told(chengzhong: tuple[Analysis, Report]) -> None:
    """A measure that is missing is a finding on the overview and lowers the count."""
    analysis, report = chengzhong
    checked = check_report(_changed(report, "2.3.2"), analysis)
    omitted = [f for f in checked.overview.findings if f.kind == "omitted"]
    assert [f.claim.split()[0] for f in omitted] == ["2.3.2"]
    assert checked.verification.summarised == checked.verification.units - 1


def test_an_item_that_two_lists_share_is_no_duplicate() -> None:
    """Its mark at the end is that of a list in the source and that of a sentence in the summary."""
    item = "学习贯彻上级关于生态文明建设和环境保护的决策部署情况"
    text = (
        f"某市督察条例\n第一条 督察的内容包括：\n（一）{item}；\n（二）问题整改情况。\n"
        f"第二条 县级督察的内容包括：\n（一）{item}；\n（二）信访情况。\n"
    )
    checked = summarize(text.encode())
    assert [(item.id, item.findings) for item in checked.measures if item.findings] == []


def test_what_a_list_forbids_is_denied_in_each_of_its_items() -> None:
    """The denial stands in what opens the list: 不得有下列行为：（一）…, and is no fault of ours."""
    text = (
        "某市电梯安全条例\n第一条 为了安全，制定本条例。\n第二条 乘客应当按照规定乘用电梯，不得有下列行为：\n"
        "（一）使用明示停用的电梯;\n（二）用身体、物品阻挡关门；\n（三）其他危及人身安全的行为。\n"
        "第三条 乘客应当做到：\n（一）使用紧急报警装置；\n（二）先出后进。\n"
    )
    checked = summarize(text.encode())
    assert checked.find("2.1").summary == "不得使用明示停用的电梯。"
    assert checked.find("2.3").summary == "不得有其他危及人身安全的行为。"
    assert [item.id for item in checked.measures if item.findings] == []
    index = SourceIndex(analyse(from_text(text)))
    said = Statement("乘客不得使用紧急报警装置。", index.by_id["3.1"])
    assert [found.kind for found in check_statement(said, index).findings] == ["negation"]


def test_a_list_of_duties_denies_nothing_for_whom_it_binds() -> None:
    """未取得许可的单位应当履行下列义务： opens no list of what is forbidden."""
    text = (
        "某市电梯安全条例\n第一条 为了安全，制定本条例。\n第二条 未取得许可的单位应当履行下列义务：\n"
        "（一）公示紧急报警装置使用方法；\n（二）停用老旧电梯。\n第三条 本条例自2021年1月1日起施行。\n"
    )
    index = SourceIndex(analyse(from_text(text)))
    said = Statement("单位不得公示紧急报警装置使用方法。", index.by_id["2.1"])
    assert [found.kind for found in check_statement(said, index).findings] == ["negation"]


def test_a_duplicated_measure_is_told(chengzhong: tuple[Analysis, Report]) -> None:
    """A measure that repeats another one's words is a duplicate of it."""
    analysis, report = chengzhong
    other = report.find("2.3.2").summary
    checked = check_report(_changed(report, "2.3.1", summary=other), analysis)
    assert "duplicated" in _kinds(checked.find("2.3.1"))


def test_what_opens_a_list_completes_its_items() -> None:
    """A penalty that two articles share is neither's alone; 基本实现 bears out 基本完成."""
    fined = "由特种设备安全监督管理部门责令限期改正；逾期不改正的，处一万元以上五万元以下罚款"
    text = (
        "某市电梯安全条例\n\n第一章 总则\n第一条 为了加强电梯安全工作，制定本条例。\n"
        "第二条 保障电梯安全的目标基本实现，年内检验电梯八千台。\n第二章 法律责任\n"
        f"第三条 维护保养单位未按照规定记录的，{fined}。\n"
        f"第四条 使用管理单位有下列情形之一的，{fined}：\n"
        "（一）未按照规定使用和管理电梯钥匙；\n（二）未按照规定移交电梯安全技术档案；\n"
    )
    report = summarize(from_text(text))
    assert {f.severity for m in report.measures for f in m.findings} <= {Severity.NOTE}


def test_a_merged_measure_is_told(chengzhong: tuple[Analysis, Report]) -> None:
    """A measure that tells two measures at once merges them."""
    analysis, report = chengzhong
    both = report.find("2.3.1").summary + report.find("2.3.2").summary
    checked = check_report(_changed(report, "2.3.1", summary=both), analysis)
    assert "merged" in _kinds(checked.find("2.3.1"))


def test_an_invented_measure_is_told(chengzhong: tuple[Analysis, Report]) -> None:
    """A measure whose words stand nowhere in the source, or whose id has no unit, is invented."""
    analysis, report = chengzhong
    words = "建成海水淡化厂并投产运行，远洋捕捞船队扩编。"
    checked = check_report(_changed(report, "2.3.1", summary=words), analysis)
    assert "invented" in _kinds(checked.find("2.3.1"))
    checked = check_report(_changed(report, "2.3.1", id="2.3.9"), analysis)
    assert "invented" in _kinds(checked.find("2.3.9"))


def test_typed_fields_are_checked_at_their_place(chengzhong: tuple[Analysis, Report]) -> None:
    """A typed value that differs from the anchor at its span is contradicted."""
    analysis, report = chengzhong
    measure = report.find("2.3.2")
    assert isinstance(measure, Measure)
    figures = (measure.figures[0].model_copy(update={"value": Decimal(42)}), *measure.figures[1:])
    checked = check_report(_changed(report, "2.3.2", figures=figures), analysis)
    assert "value" in _kinds(checked.find("2.3.2"))


def test_an_engines_own_findings_are_kept(chengzhong: tuple[Analysis, Report]) -> None:
    """What an engine said of its own draft is not thrown away by the checks."""
    analysis, report = chengzhong
    own = Finding(
        kind="fallback",
        severity=Severity.NOTE,
        verdict=Verdict.SUPPORTED,
        claim="",
        reason="模型未能作答",
    )
    checked = check_report(_changed(report, "2.3.2", findings=(own,)), analysis)
    assert own in checked.find("2.3.2").findings


def test_omitted_anchors_are_ranked_by_weight(chengzhong: tuple[Analysis, Report]) -> None:
    """Figures with labels come first, dates last; cited and omitted make up the total."""
    analysis, report = chengzhong
    verification = check_report(report, analysis).verification
    ranks = {"figure": 0, "title": 1, "document_number": 1, "date": 2}
    labelled = [item for item in verification.omitted if item.kind != "figure" or item.label]
    assert [ranks[item.kind] for item in labelled] == sorted(ranks[item.kind] for item in labelled)
    assert verification.anchors.total == verification.anchors.cited + len(verification.omitted)


def test_outline_counts_in_an_overview_are_right(chengzhong: tuple[Analysis, Report]) -> None:
    """A count of the problems and measures that the outline prints is no invention."""
    analysis, report = chengzhong
    overview = report.overview.model_copy(update={"summary": "围绕8个问题采取35项措施。"})
    checked = check_report(report.model_copy(update={"overview": overview}), analysis)
    assert not [f for f in checked.overview.findings if f.severity is not Severity.NOTE]


def test_drafts_are_checked_for_engines(chengzhong: tuple[Analysis, Report]) -> None:
    """A draft of a measure, a section and the overview each get their findings."""
    analysis, _ = chengzhong
    check = check_draft(analysis)
    wrong = MeasureDraft(
        id="2.3.2",
        points=(
            PointDraft("申报老旧小区改造项目26个。", Status.REPORTED, Origin.LLM, Range(0, 1)),
        ),
        category=Category.PROJECT,
    )
    assert [finding.kind for finding in check("2.3.2", wrong)] == ["value"]
    section = SectionDraft(id="2.3", summary="申报老旧小区改造项目26个。", origin=Origin.LLM)
    assert [finding.kind for finding in check("2.3", section)] == ["value"]
    overview = OverviewDraft(summary="制度建设方面出台制度46项。", origin=Origin.LLM)
    assert check("", overview) == ()
