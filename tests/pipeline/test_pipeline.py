"""The whole path without a model."""

from __future__ import annotations

import asyncio
import io
import itertools
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer import Report, Settings, asummarize, read, summarize, verify
from summarizer.errors import InputError, PairingError, SummarizerError, UsageError
from summarizer.models import Section
from summarizer.reading import Document
from summarizer.vocabulary import Verdict, worst
from tests import bundled
from tests.conftest import REPORTS

EXTRACTIVE = Settings(engine="extractive")


@pytest.fixture
def report(report_path: Path) -> Report:
    """The report of each bundled text."""
    return bundled.summary(report_path)


def same(first: Report, second: Report) -> bool:
    """True where two reports differ in the run's time only."""
    return first.model_dump(exclude={"run"}) == second.model_dump(exclude={"run"})


def as_read(document: Document) -> Document:
    """A document without what tells its file: all that a summary is made of."""
    return replace(document, name="", encoding="", sha256="")


def test_every_leaf_gives_exactly_one_measure(report: Report, report_path: Path):
    """The measures are the leaves of the outline, each once and in reading order."""
    leaves = [unit.id for unit in bundled.analysis(report_path).outline.leaves()]
    assert [measure.id for measure in report.measures] == leaves
    assert report.run.units.extractive == len(leaves)


def test_every_unit_is_found_by_its_id(report: Report, report_path: Path):
    """`find` gives each unit of the outline, with the unit's own span."""
    for unit in bundled.analysis(report_path).outline.walk():
        found = report.find(unit.id)
        assert (found.span.start, found.span.end) == unit.span
    with pytest.raises(KeyError):
        report.find("99.99")


def test_a_section_without_items_carries_its_own_measure(report: Report):
    """A section that is a leaf has one measure with its own id and span."""
    for section in report.walk():
        if not section.sections and len(section.measures) == 1:
            only = section.measures[0]
            if only.id == section.id:
                assert only.span == section.span


def test_children_stand_inside_their_parents(report: Report):
    """Sections and measures lie inside their section, apart from each other."""

    def check(section: Section) -> None:
        inside = sorted([*section.sections, *section.measures], key=lambda item: item.span.start)
        for item in inside:
            assert section.span.start <= item.span.start <= item.span.end <= section.span.end
        for before, after in itertools.pairwise(inside):
            assert before.span.end <= after.span.start
        for child in section.sections:
            check(child)

    for section in report.sections:
        check(section)


def test_anchors_are_sliced_from_the_source(report: Report):
    """Every figure, date and title is printed in the source at its span, inside its measure."""
    text = report.source.text
    for measure in report.measures:
        printed = [(item.text, item.span) for item in (*measure.figures, *measure.dates)]
        for words, span in printed:
            assert "".join(text[span.start : span.end].split()) == "".join(words.split())
            assert measure.span.start <= span.start < span.end <= measure.span.end


def test_figures_of_the_overview_are_figures_of_the_source(report: Report):
    """The overview's figures stand in its text and in the source."""
    for figure in report.overview.figures:
        assert figure.text.lstrip("约近") in report.overview.summary


def test_a_verdict_is_the_worst_finding(report: Report):
    """The verdict of a measure is that of its worst finding."""
    for measure in report.measures:
        assert measure.verdict == worst([item.verdict for item in measure.findings])


def test_the_extractive_engine_contradicts_nothing(report: Report):
    """What is made of the source's own words is not contradicted by the source."""
    assert report.verification.contradicted == 0
    assert all(measure.verdict is not Verdict.CONTRADICTED for measure in report.measures)


def test_json_round_trips(report: Report, report_path: Path):
    """A report read back from its JSON gives the same JSON, and verifies to the same findings, none
    of which is a doubt."""
    text = report.to_json()
    loaded = Report.model_validate_json(text)
    assert loaded.to_json() == text
    checked = verify(loaded, bundled.document(report_path))
    assert same(checked, report)
    assert all(item.verdict is Verdict.SUPPORTED for item in checked.findings)


def test_sync_and_async_give_the_same():
    """`asummarize`, and `summarize` inside a running loop, give the report of `summarize`."""

    async def both() -> tuple[Report, Report]:
        return await asummarize(REPORTS[0], EXTRACTIVE), summarize(REPORTS[0], EXTRACTIVE)

    # A thread of its own: a browser driven by other tests keeps a loop running in this one.
    with ThreadPoolExecutor(max_workers=1) as pool:
        reports = pool.submit(asyncio.run, both()).result()
    assert all(same(other, bundled.summary(REPORTS[0])) for other in reports)


def test_sources_of_every_kind_give_the_same(report_path: Path):
    """A path as text, an open text or binary file and a document are all read alike."""
    text = report_path.read_bytes().decode()
    openers = (lambda: str(report_path), lambda: io.BytesIO(text.encode()), lambda: io.StringIO(text))
    for opened in openers:
        assert as_read(read(opened())) == as_read(bundled.document(report_path))
    if report_path == REPORTS[0]:
        for opened in (*openers, lambda: read(report_path)):
            made = summarize(opened(), EXTRACTIVE)
            assert made.sections == bundled.summary(report_path).sections


@pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-8-sig"])
def test_encodings_give_the_same(report_path: Path, codec: str):
    """The same text in another encoding is the same document, positions included."""
    data = report_path.read_bytes().decode().encode(codec)
    assert as_read(read(io.BytesIO(data))) == as_read(bundled.document(report_path))


def test_a_wrong_pairing_raises(report: Report):
    """Verifying against another text raises PairingError."""
    with pytest.raises(PairingError):
        verify(report, read(io.StringIO("一、别的报告。\n")))


def test_the_name_of_an_engine_is_no_engine():
    """What goes into the settings is told so, before anything is read."""
    with pytest.raises(UsageError, match=r"Settings\(engine=…\)"):
        summarize(REPORTS[0], engine="extractive")  # type: ignore[arg-type]


def test_errors_are_ours():
    """Unreadable input and impossible settings raise errors of the one tree."""
    with pytest.raises(InputError):
        summarize("no/such/file.txt", EXTRACTIVE)
    with pytest.raises(UsageError):
        summarize(io.StringIO("一、整改。"), Settings(engine="llm"))
    assert issubclass(UsageError, SummarizerError)
