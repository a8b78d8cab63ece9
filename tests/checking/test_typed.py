"""Every typed field of a stored report is compared with what the source says at its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer import Report, summarize, verify
from summarizer.checking import check_report
from summarizer.output.report_methods import with_source
from summarizer.reading import Document
from summarizer.settings import Settings
from summarizer.testing.endpoint import FakeEndpoint
from summarizer.testing.model import answer
from summarizer.vocabulary import Severity, Verdict
from tests import bundled

REPORTS = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))
CHENGZHONG = next(path for path in REPORTS if "chengzhong" in path.name)
Json = dict[str, Any]
Change = Callable[[Json], None]


@pytest.fixture(scope="module", name="source")
def _source() -> Document:
    return bundled.document(CHENGZHONG)


@pytest.fixture(scope="module", name="stored")
def _stored(source: Document) -> str:
    return bundled.summary(CHENGZHONG).to_json()


def _measures(sections: list[Json]) -> list[Json]:
    return [
        measure
        for section in sections
        for measure in (*section["measures"], *_measures(section["sections"]))
    ]


def _sections(sections: list[Json]) -> list[Json]:
    return [found for item in sections for found in (item, *_sections(item["sections"]))]


def _measure(report: Json, unit_id: str) -> Json:
    return next(item for item in _measures(report["sections"]) if item["id"] == unit_id)


def _section(report: Json, unit_id: str) -> Json:
    return next(item for item in _sections(report["sections"]) if item["id"] == unit_id)


def _checked(stored: str, source: Document, change: Change) -> Report:
    report = json.loads(stored)
    change(report)
    attached = with_source(Report.model_validate(report), source)
    return check_report(attached, bundled.analysis(CHENGZHONG))


def _figure(**fields: object) -> Change:
    return lambda report: _measure(report, "2.2.1")["figures"][0].update(fields)


FORGED: dict[str, tuple[str, Change]] = {
    "figure text": ("text", _figure(text="99%")),
    "figure value": ("value", _figure(value="61.9")),
    "figure upper value": ("value", _figure(value_high="99")),
    "figure unit": ("unit", _figure(unit="个百分点")),
    "figure kind": ("kind", _figure(kind="percentage_points")),
    "figure qualifier": ("qualifier", _figure(qualifier="以上")),
    "figure label": ("label", _figure(label="GDP占比")),
    "figure direction": ("direction", _figure(direction="down")),
    "figure comparator": ("comparator", _figure(comparator="环比")),
    "figure period": ("period", _figure(period="2019-01-01/2019-12-31")),
    "figure period, nonsense": ("period", _figure(period="garbage")),
    "figure span, shortened": ("span", lambda r: _shorten(_measure(r, "2.2.1")["figures"][0])),
    "figure elsewhere": ("figure_invented", _figure(span={"start": 0, "end": 3})),
    "date text": ("date", lambda r: _dated(r)["dates"][0].update(text="2019年")),
    "date start": ("date", lambda r: _dated(r)["dates"][0].update(start="2019-01-01")),
    "document title": (
        "title_altered",
        lambda r: _measure(r, "2.2.2")["documents"][0].update(title="《城中区方案》"),
    ),
    "measure heading": ("outline", lambda r: _measure(r, "2.2.1").update(heading="另一标题")),
    "measure marker": ("outline", lambda r: _measure(r, "2.2.1").update(marker="九是")),
    "measure span": ("outline", lambda r: _shorten(_measure(r, "2.2.1"))),
    "section problem": ("outline", lambda r: _section(r, "2.2").update(problem="没有问题")),
    "section heading": ("outline", lambda r: _section(r, "2.2").update(heading="另一标题")),
    "section level": ("outline", lambda r: _section(r, "2.2").update(level=7)),
    "section id": ("outline", lambda r: _section(r, "2").update(id="9")),
    "overview figure": (
        "value",
        lambda r: r["overview"]["figures"][0].update(value="1234", text="1234个"),
    ),
    "actor of no report": ("name", lambda r: _measure(r, "2.2.1").update(actors=["国务院"])),
    "source title": ("source", lambda r: r["source"].update(title="某某通报")),
    "source issuer": ("source", lambda r: r["source"].update(issuer="某某县委")),
    "source date": ("source", lambda r: r["source"].update(issued_on="2019-01-01")),
    "source inspectors": (
        "source",
        lambda r: r["source"]["inspection"].update(inspectors="省委第九巡视组"),
    ),
    "inspection's end": ("source", lambda r: r["source"]["inspection"].update(to="2024-07-29")),
    "source length": ("source", lambda r: r["source"].update(characters=1)),
    "status inflated": ("status", lambda r: _measure(r, "2.2.2").update(status="completed")),
    "plan completed": ("status", lambda r: _measure(r, "3").update(status="completed")),
}


def _shorten(item: Json) -> None:
    item["span"] = {**item["span"], "end": item["span"]["end"] - 1}


def _dated(report: Json) -> Json:
    return next(item for item in _measures(report["sections"]) if item["dates"])


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_field_is_contradicted(name: str, stored: str, source: Document) -> None:
    """A single altered field is an error of its kind, counted once by every field it breaks."""
    kind, change = FORGED[name]
    report = _checked(stored, source, change)
    wrong = [item for item in report.findings if item.verdict is Verdict.CONTRADICTED]
    assert kind in {item.kind for item in wrong}
    assert all(item.severity is Severity.ERROR and item.reason for item in wrong)
    assert report.verification.contradicted == len(wrong)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_sources_anchor_is_the_nearest(stored: str, source: Document, lang: Any) -> None:
    """A forged field names the figure as printed, its place, and what the source says."""
    report = json.loads(stored)
    _figure(qualifier="以上")(report)
    checked = verify(Report.model_validate(report), source, lang=lang)
    (finding,) = [item for item in checked.findings if item.kind == "qualifier"]
    assert finding.nearest is not None
    assert finding.nearest.text == "16.9%"
    start, end = finding.nearest.span.start, finding.nearest.span.end
    assert source.text[start:end] == "16.9%"
    assert "以上" in finding.reason


def test_an_emptied_summary_is_an_omitted_measure(stored: str, source: Document) -> None:
    """A measure without a word is told as omitted, like one that is missing."""
    report = _checked(stored, source, lambda r: _measure(r, "2.2.1").update(summary=" "))
    (finding,) = [item for item in report.overview.findings if item.kind == "omitted"]
    assert finding.claim.startswith("2.2.1")
    assert report.verification.unverifiable == 1
    assert report.verification.summarised == report.verification.units - 1


def test_a_body_of_another_unit_is_doubtful(stored: str, source: Document) -> None:
    """An actor that the report names elsewhere only is a warning, no contradiction."""

    def change(report: Json) -> None:
        _measure(report, "2.2.1")["actors"] = ["省委第三巡视组"]

    report = _checked(stored, source, change)
    found = [item for item in report.findings if item.verdict is not Verdict.SUPPORTED]
    assert {item.severity for item in found} <= {Severity.WARNING}


def test_a_models_label_may_be_its_own_wording(stored: str, source: Document) -> None:
    """A shortened label of a model is fine; one that shares nothing with the clause is doubted."""

    def relabel(label: str) -> Change:
        def change(report: Json) -> None:
            measure = _measure(report, "2.3.2")
            measure["origin"] = "llm"
            measure["figures"][0]["label"] = label

        return change

    fine = _checked(stored, source, relabel("老旧小区改造项目(申报)"))
    assert fine.find("2.3.2").findings == ()
    assert _checked(stored, source, relabel("总数量")).find("2.3.2").findings == ()
    strange = _checked(stored, source, relabel("粮食产量"))
    assert "label" in {item.kind for item in strange.find("2.3.2").findings}
    assert strange.verification.contradicted == 0


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_stored_model_report_is_not_blamed_for_its_fields(path: Path, tmp_path: Path) -> None:
    """What a model judges itself, in its source's words, contradicts nothing when verified."""
    source = bundled.document(path)
    with FakeEndpoint(lambda request: answer(request.messages)) as fake:
        settings = Settings(
            engine="llm",
            model="fake",
            base_url=fake.base_url,
            cache_dir=tmp_path,
        )
        report = summarize(source, settings)
    checked = verify(Report.model_validate_json(report.to_json()), source)
    assert checked.verification == report.verification
    assert checked.verification.contradicted == 0


def test_a_read_report_equals_the_written_one() -> None:
    """The attached text is no part of what a report says: JSON there and back is equal."""
    report = bundled.summary(CHENGZHONG)
    again = Report.model_validate_json(report.to_json())
    assert again == report
    assert hash(again.source.sha256) == hash(report.source.sha256)
    assert again.source != report.source.model_copy(update={"name": "other"})
