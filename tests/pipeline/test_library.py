"""A report in Python: saved, loaded, asked and shown."""

from __future__ import annotations

import json
import pickle
from decimal import Decimal
from pathlib import Path

import pytest

import summarizer
from summarizer import Report, Settings, SummarizerError, summarize, verify, verify_text
from summarizer.errors import (
    NoSourceTextError,
    PairingError,
    SummaryFormatError,
    UsageError,
)
from summarizer.models import Figure, Measure, Section, Span
from tests.conftest import REPORTS

CHENGZHONG = REPORTS[0]


@pytest.fixture(scope="module")
def report() -> Report:
    """A bundled report."""
    return summarize(CHENGZHONG, Settings(engine="extractive"))


def test_saved_and_loaded_it_is_the_same(report: Report, tmp_path: Path):
    """What `save` writes `load` reads; with the source it has its text, without it does not."""
    path = tmp_path / "report.json"
    report.save(path)
    assert Report.load(path, source=CHENGZHONG) == report
    assert Report.load(path, source=CHENGZHONG).source.text == report.source.text
    bare = Report.load(str(path))
    assert bare == report
    assert not bare.source.attached
    with pytest.raises(NoSourceTextError, match=r"source=") as told:
        str(bare.source.text) and pytest.fail()
    assert isinstance(told.value, SummarizerError)
    assert verify(bare, CHENGZHONG).source.attached


@pytest.mark.parametrize("suffix", [".json", ".jsonl", ".md", ".html", ".csv", ".txt"])
def test_saved_by_suffix(report: Report, tmp_path: Path, suffix: str):
    """Every format is chosen by its suffix, and is what the command line writes."""
    report.save(tmp_path / f"r{suffix}")
    assert (tmp_path / f"r{suffix}").stat().st_size > 1000


def test_what_is_no_report_is_not_loaded(report: Report, tmp_path: Path):
    """Another text, another JSON, no file and an unknown suffix raise errors of the tree."""
    path = tmp_path / "report.json"
    report.save(path)
    with pytest.raises(PairingError):
        Report.load(path, source=REPORTS[1])
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(SummaryFormatError, match=r"report\.json: not a report"):
        Report.load(path)
    with pytest.raises(SummaryFormatError, match="No such file"):
        Report.load(tmp_path / "none.json")
    with pytest.raises(UsageError, match="suffix"):
        report.save(tmp_path / "report.unknown")


@pytest.mark.parametrize("value", ["1E+99999999999", "NaN", "Infinity", "1E-99999", "1" + "0" * 80])
def test_a_value_of_no_sane_size_is_refused(report: Report, tmp_path: Path, value: str):
    """A stored value that is no number, or whose digits would fill the memory, is one line."""
    data = json.loads(report.to_json())
    measure = next(m for m in _measures(data["sections"]) if m["figures"])
    measure["figures"][0]["value"] = value
    path = tmp_path / "report.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(SummaryFormatError, match="value"):
        Report.load(path)


def test_a_value_is_written_out_whole(report: Report):
    """Long values keep every digit and get no exponent."""
    figure = report.figures[0].model_copy(
        update={"value": Decimal("123456789012345678901234567890.5")}
    )
    assert json.loads(figure.model_dump_json())["value"] == "123456789012345678901234567890.5"


def test_figures_of_the_whole_report(report: Report):
    """Every figure of measures and of sections' own text, in reading order, each once."""
    spans = [(figure.span.start, figure.span.end) for figure in report.figures]
    assert spans == sorted(set(spans))
    held = {f.span.start for m in report.measures for f in m.figures}
    held |= {f.span.start for s in report.walk() for f in s.figures}
    assert {start for start, _ in spans} == held


def test_units_are_found_by_their_ids(report: Report):
    """`find` gives the measure or the section; the two others one kind only."""
    measure = report.measures[0]
    assert report.find(measure.id) == report.find_measure(measure.id) == measure
    section = next(section for section in report.walk() if section.sections)
    assert report.find(section.id) == report.find_section(section.id) == section
    for find in (report.find, report.find_measure, report.find_section):
        with pytest.raises(KeyError, match=r"^[^']*no unit 99\.99$") as missing:
            find("99.99")
        assert isinstance(missing.value, SummarizerError)
    assert isinstance(report.find_measure(measure.id), Measure)
    assert isinstance(report.find_section(section.id), Section)


def test_reprs_are_short(report: Report):
    """A report and each part of it tells itself in a line of a terminal or two."""
    parts = [
        *(report, report.source, report.overview, report.verification, report.run),
        *(report.sections[0], report.measures[0], report.figures[0], *report.audit),
    ]
    for part in parts:
        assert repr(part).startswith(type(part).__name__ + "(")
        assert len(repr(part)) < 240
        assert "\n" not in repr(part)
    assert repr(Span(start=3, end=5)) == "Span(3, 5)"
    assert str(report.measures[0].id) in repr(report.measures[0])


def test_a_figure_tells_its_value():
    """Values and terms stand in a repr as they are printed."""
    figure = Figure(
        text="2235万元",
        value=Decimal("2.235E+7"),
        unit="元",
        kind="money",
        span=Span(start=1, end=7),
    )
    told = repr(figure)
    assert "value=22350000" in told
    assert "span=Span(1, 7)" in told


def test_the_package_lists_its_names():
    """`dir` shows what the package offers, although it is imported on first use."""
    assert set(summarizer.__all__) <= set(dir(summarizer))
    for name in summarizer.__all__:
        assert getattr(summarizer, name)
    with pytest.raises(AttributeError):
        _ = summarizer.nonsense


def test_a_report_shows_itself(report: Report):
    """As a page, as Markdown, and in a notebook with its text on the left."""
    assert report.to_html().startswith("<!")
    assert report.to_markdown().startswith("# ")
    shown = report._repr_html_()
    assert "text-align:left" in shown
    assert shown.count("<tr>") == len(report.measures) + 1


def test_a_text_by_anybody_is_checked():
    """`verify_text` takes the source as `summarize` does."""
    checked = verify_text("细化分解48个具体问题162条整改措施。", CHENGZHONG)
    assert checked.verification.contradicted == 1
    assert isinstance(checked, Report)


def test_no_key_is_pickled():
    """Settings that travel to another process leave the key at home."""
    settings = Settings(api_key="secret-key", model="m")
    assert b"secret-key" not in pickle.dumps(settings)
    assert pickle.loads(pickle.dumps(settings)).model == "m"  # noqa: S301 (made here)
    assert settings.api_key is not None


def _measures(sections):
    for section in sections:
        yield from section["measures"]
        yield from _measures(section["sections"])
