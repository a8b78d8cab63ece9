"""What this program printed is verified by what its summary says, not by what stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import Report, verify
from summarizer.checking.foreign_markup import blocks_of
from summarizer.checking.own_rendering import claims_only
from summarizer.output import Style, by_name
from summarizer.pipeline import verify_text
from summarizer.reading import Document
from summarizer.vocabulary import Lang, Origin, Verdict
from tests import bundled

REPORTS = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))
CHENGZHONG = next(path for path in REPORTS if "chengzhong" in path.name)
SENTENCES = """\
新兴服务业占比由16.9%提高到20.3%。
申报2025年老旧小区改造项目24个，涉及小区157个。
居民满意率达到90%。
细化分解48个具体问题161条整改措施。
"""


@pytest.fixture(scope="module", name="source")
def _source() -> Document:
    return bundled.document(CHENGZHONG)


def _printed(source: Document, form: str, lang: Lang, width: int = 80) -> str:
    return _rendered(bundled.summary(CHENGZHONG), form, lang, width)


def _rendered(report: Report, form: str, lang: Lang, width: int = 80) -> str:
    printed = by_name(form).render(report, Style(lang=lang, width=width, detail="full"))
    assert isinstance(printed, str)
    return printed


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["md", "text"])
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_own_output_verifies_clean(path: Path, form: str, lang: Lang) -> None:
    """Neither its Markdown nor its text, in either language, gives a doubt about the summary."""
    source = bundled.document(path)
    report = bundled.summary(path)
    checked = verify_text(_rendered(report, form, lang), source)
    verification = checked.verification
    assert (verification.contradicted, verification.unverifiable) == (0, 0)
    assert verification.supported > report.verification.supported / 2 > 50
    assert verification.summarised > 0.6 * verification.units


@pytest.mark.parametrize("width", [40, 63, 80, 120])
def test_wrapped_lines_are_joined(source: Document, width: int) -> None:
    """At any width of the page the same sentences are read."""
    wide = blocks_of(_printed(source, "text", "zh", 1000))
    narrow = blocks_of(_printed(source, "text", "zh", width))
    assert [b.text.replace(" ", "") for b in narrow] == [b.text.replace(" ", "") for b in wide]


@pytest.mark.parametrize("form", ["md", "text"])
def test_an_altered_figure_is_still_found(source: Document, form: str) -> None:
    """Leaving out what stands beside a summary leaves its figures to be checked."""
    printed = _printed(source, form, "zh", 1000)
    assert "157个" in printed
    checked = verify_text(printed.replace("157个", "175个"), source)
    told = {f.claim for measure in checked.measures for f in measure.findings if f.nearest}
    assert told == {"175个"}
    assert checked.verification.contradicted >= 1


def test_findings_printed_beside_a_summary_are_no_claims(source: Document) -> None:
    """The doubts that a report prints about itself are not read as its sentences."""
    report = verify_text("居民满意率达95%，长期入驻同意率达82%。", source)
    assert report.verification.contradicted == 1
    printed = by_name("md").render(report, Style(lang="zh"))
    assert isinstance(printed, str)
    assert "⚠" in printed
    assert verify_text(printed, source).verification.contradicted == 1


@pytest.mark.parametrize(
    "line",
    ["[^1]: 原文 10–12：…共建成99个…", "[^note]: 见第99页", "---", "***"],
)
def test_notes_and_rules_of_any_author_are_no_claims(line: str) -> None:
    """The definition of a footnote tells where something stands, not what the summary says."""
    assert blocks_of(line) == []


def test_escaped_marks_are_read_as_marks() -> None:
    """A backslash before punctuation is Markdown, not text."""
    assert blocks_of(r"\[2020\]10号 \*")[0].text == "[2020]10号 *"


def test_other_texts_are_left_as_they_are() -> None:
    """Only a text that ends in this program's accounting is taken for its own."""
    text = "# 总结\n- 来源：某报 (800 字)\n数据：24个\n"
    assert claims_only(text) == text
    assert claims_only("") == ""


def test_a_summary_of_unknown_author_is_told_as_such(source: Document) -> None:
    """No model is named for it, the run says when it was checked and counts its measures."""
    report = verify_text(SENTENCES, source)
    assert report.run.engine == "external"
    assert report.run.started_at[:2] == "20"
    assert "T" in report.run.started_at
    assert {measure.origin for measure in report.measures} == {Origin.EXTRACTIVE}
    assert report.run.units.extractive == len(report.measures)
    assert report.run.units.llm == 0


def test_a_stored_foreign_report_verifies_alike(source: Document) -> None:
    """Its JSON, checked again, has the same findings and counts; spans are those of each part."""
    report = verify_text(SENTENCES + "老旧小区改造项目42个。\n", source)
    again = verify(Report.model_validate_json(report.to_json()), source)
    assert again.verification == report.verification
    for first, second in zip(report.measures, again.measures, strict=True):
        assert [f.reason for f in first.findings] == [f.reason for f in second.findings]
        for finding in second.findings:
            span = finding.span_in_summary
            assert span is not None
            assert second.summary[span.start : span.end] == finding.claim


def test_counts_are_those_of_the_findings(source: Document) -> None:
    """Approximations and contradictions are counted as they are listed."""
    report = verify_text(SENTENCES + "建设高标准农田35万亩。\n满意率近95%。\n", source)
    for verdict in (Verdict.APPROXIMATED, Verdict.CONTRADICTED):
        listed = [finding for finding in report.findings if finding.verdict is verdict]
        assert getattr(report.verification, verdict.value) == len(listed)


def test_what_cannot_be_placed_at_all_is_said(source: Document) -> None:
    """A text that has nothing to do with the report is not passed in silence."""
    report = verify_text("Hello world", source)
    assert [finding.kind for finding in report.overview.findings] == ["nothing_read"]
