"""A summary by anybody is located in the outline and checked there."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.analysis import Analysis, analyse
from summarizer.checking import check_text
from summarizer.models import Report
from summarizer.reading import read

REPORT = Path(__file__).parents[2] / "examples" / "reports"

SUMMARY = """\
# 城中区巡视整改情况总结

**一、总体情况**

- 制定整改措施161条，涉及48个具体问题，出台制度46项。
- 巡视时间：2024年4月28日至7月29日。

## 推动城中区高质量发展

1. 新兴服务业占比由16.9%提高到**21.3%**，推出5条文旅精品线路。
2. 2024年旅游人数、旅游收入分别同比增长23.63%和23%。

| 项目 | 数量 |
|---|---|
| 老旧小区改造项目 | 24个 |

> 试运营3个月，居民满意率达90%，长期入驻同意率达92%。

## 农业

建设高标准农田35万亩，粮食产量达到120万吨。
"""


@pytest.fixture(scope="module", name="analysis")
def _analysis() -> Analysis:
    return analyse(read(next(REPORT.glob("chengzhong*.txt"))))


@pytest.fixture(scope="module", name="checked")
def _checked(analysis: Analysis) -> Report:
    return check_text(SUMMARY, analysis)


def _kinds(report: Report, unit_id: str) -> dict[str, str]:
    return {finding.kind: finding.reason for finding in report.find(unit_id).findings}


def test_claims_are_shown_under_the_unit_they_speak_of(checked: Report) -> None:
    """Bullets, rows and quotations find their leaves by their words, whatever the headings say."""
    assert {"2.2.1", "2.3.2", "2.3.3"} <= {measure.id for measure in checked.measures}


def test_findings_have_their_place_in_the_text_as_given(checked: Report) -> None:
    """The span of a finding cuts its claim out of the Markdown."""
    findings = [f for m in checked.measures for f in m.findings if f.span_in_summary]
    assert findings
    for finding in findings:
        span = finding.span_in_summary
        assert span is not None
        assert finding.claim in SUMMARY[span.start : span.end]


def test_wrong_figures_are_told_with_the_right_ones(checked: Report) -> None:
    """A wrong figure, a swapped pair and a wrong end of a period are each named."""
    assert "20.3%" in _kinds(checked, "2.2.1")["value"]
    assert "pair" in _kinds(checked, "2.2.1")
    assert "82%" in _kinds(checked, "2.3.3")["value"]
    reasons = [f.reason for measure in checked.measures for f in measure.findings]
    assert any("2024年4月28日至7月27日" in reason for reason in reasons)


def test_right_claims_are_left_alone(checked: Report) -> None:
    """A table row that says what the source says is supported."""
    assert not checked.find("2.3.2").findings


def test_what_fits_nowhere_is_told(checked: Report) -> None:
    """Figures that the source does not have, of things it does not speak of, are errors."""
    claims = {finding.claim for finding in checked.overview.findings}
    claims |= {finding.claim for measure in checked.measures for finding in measure.findings}
    assert {"35万亩", "120万吨"} <= claims


def test_another_document_is_told_in_one_line(analysis: Analysis) -> None:
    """A summary of something else has one error, not one for every figure."""
    text = "".join(f"- 完成第{n}类作物播种{n}37.{n}万亩，产量{n}9.4万吨。\n" for n in range(2, 8))
    findings = check_text(text, analysis).overview.findings
    assert [finding.kind for finding in findings] == ["another_document"]


def test_unmentioned_measures_are_one_note(checked: Report) -> None:
    """A summary by somebody else owes no measure: the rest is counted in one note."""
    omitted = [finding for finding in checked.overview.findings if finding.kind == "omitted"]
    assert len(omitted) == 1
    assert checked.verification.summarised < checked.verification.units


def test_dotted_numbers_locate(analysis: Analysis) -> None:
    """A line that begins with the dotted id of a unit speaks of that unit."""
    report = check_text("2.3.2 老旧小区改造项目24个，涉及小区157个。", analysis)
    assert [measure.id for measure in report.measures] == ["2.3.2"]


@pytest.mark.parametrize("text", ["", "\n\n", "#", "|", "|---|", "**", "2.3.2", "- ", "```"])
def test_nothing_to_say_is_no_error(text: str, analysis: Analysis) -> None:
    """An empty summary, or one of markup alone, gives a report without measures."""
    assert check_text(text, analysis).measures == []
