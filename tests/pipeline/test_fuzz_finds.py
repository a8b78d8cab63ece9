"""What the fuzz run found, each as the least input that showed it (see docs/reliability.md)."""

from __future__ import annotations

import json
import time
from decimal import Decimal
from itertools import pairwise
from typing import Literal

import pytest

from summarizer import Report, Settings, summarize, verify_text
from summarizer.analysis import analyse
from summarizer.anchors import anchors_of_text
from summarizer.engines.llm.client.answer_json import json_text
from summarizer.errors import SummarizerError, SummaryFormatError, one_line
from summarizer.models import Span
from summarizer.models.stored import parse
from summarizer.output import Style, by_name
from summarizer.output.places import Places
from summarizer.output.reading_view import published, render
from summarizer.reading import from_text

EXTRACTIVE = Settings(engine="extractive")
UNIT = "一、整改成效\n新增岗位35个。\n二、下一步打算\n继续整改。\n"
HIDDEN = "\x7f\x9b\u202e\u2028\u2066\ufeff"


def made(text: str) -> Report:
    return summarize(from_text(text), EXTRACTIVE)


def test_a_line_of_angle_brackets() -> None:
    """Breadcrumbs are found in time that does not grow with the ways of cutting them."""
    started = time.process_time()
    document = from_text(f"首页>新闻>要闻>正文\n支出{'>' * 200}亿元\n{UNIT}")
    assert time.process_time() - started < 5
    assert [part.reason for part in document.noise] == ["breadcrumb", "page header"]


def test_a_number_of_a_hundred_digits() -> None:
    """What no report can print is no figure; what stands beside it is read."""
    report = made(f"一、收入\n收入1{'万亿' * 8}元，支出35万元。\n二、支出\n继续。\n")
    assert [figure.value for figure in report.measures[0].figures] == [Decimal(350_000)]


@pytest.mark.parametrize(
    ("listed", "values"),
    [
        ("投资3、2万元", [30_000, 20_000]),
        ("投资3、1亿2000万元", [120_000_000]),
        (f"投资2、{'1万亿' * 7}元", [7 * 10**12]),
        (f"投资{'9' * 16}、1{'亿' * 6}元", [10**48]),
    ],
)
def test_the_scale_of_a_list(listed: str, values: list[int]) -> None:
    """The last figure of a list lends the others its scale, where it prints one and no sum of some."""
    assert [figure.value for figure in anchors_of_text(f"全年{listed}。").figures] == values


def test_a_column_of_circled_numbers() -> None:
    """① is a digit to Unicode and no number to Python."""
    rows = "\n".join(
        f"| {number} | 甲 | {value} |" for number, value in zip("①②③", "579", strict=True)
    )
    table = f"| 序号 | 项目 | 金额 |\n| --- | --- | --- |\n{rows}"
    document = from_text(f"一、收支\n单位：万元\n\n{table}\n\n{UNIT}")
    (found,) = analyse(document).tables
    assert found.block.rows[0][0].text == "①"


def test_a_day_that_the_year_does_not_have() -> None:
    """2月29日 in a text of 2014 keeps its year open, as 2月28日 does not."""
    text = "2014年3月1日开工，2月28日签约，2月29日验收。"
    dates = [(date.first, date.last) for date in anchors_of_text(text).dates]
    assert dates[1:] == [("2014-02-28", "2014-02-28"), ("--02-29", "--02-29")]


def test_a_day_before_the_day_it_runs_from() -> None:
    """12月30日至2日 leaves open which month ends it: the first day alone is told."""
    dates = anchors_of_text("12月30日至2日开会，2024年2月29日至1日，3月5日至8日。").dates
    assert [(date.first, date.last) for date in dates] == [
        ("--12-30", "--12-30"),
        ("2024-02-29", "2024-02-29"),
        ("2024-03-05", "2024-03-08"),
    ]


def test_a_document_number_across_a_line_end() -> None:
    """The title of a number is what stands at its place."""
    report = made("一、就业\n印发了县就业\n\n〔2020〕10号文件。\n二、下一步打算\n继续。\n")
    told = [
        "".join(report.source.text[d.span.start : d.span.end].split())
        for part in (*report.walk(), *report.measures)
        for d in part.documents
    ]
    titles = [d.title for part in (*report.walk(), *report.measures) for d in part.documents]
    assert told == titles


@pytest.mark.parametrize("kind", ["json", "jsonl"])
def test_json_moves_no_cursor(kind: str) -> None:
    """Controls and marks of direction are written as escapes, and mean the same."""
    report = made(UNIT)
    report = report.model_copy(update={"source": report.source.model_copy(update={"name": HIDDEN})})
    shown = by_name(kind).render(report, Style())
    assert isinstance(shown, str)
    assert not set(HIDDEN) & set(shown)
    assert HIDDEN in json.dumps(
        json.loads(shown.splitlines()[0] if kind == "jsonl" else shown), ensure_ascii=False
    )


@pytest.mark.parametrize("kind", ["text", "md", "csv"])
@pytest.mark.parametrize("detail", ["page", "sections", "full"])
def test_an_id_moves_no_cursor(kind: str, detail: Literal["page", "sections", "full"]) -> None:
    """The ids of a stored report may be anybody's."""
    written = made(UNIT).to_json().replace('"2"', json.dumps(f"2\x1b[2J\r{HIDDEN}"))
    told = parse(Report, written, "report.json")
    told = told.model_copy(update={"source": told.source.with_text(UNIT)})
    assert told.sections[1].id.endswith(HIDDEN)
    shown = by_name(kind).render(told, Style(detail=detail))
    assert isinstance(shown, str)
    assert not (set(HIDDEN) | set("\x1b\r")) & set(
        shown.removeprefix("\ufeff").replace("\r\n", "\n")
    )


def test_the_outline_moves_no_cursor() -> None:
    """Neither does the title of a text in what the outline command prints."""
    document = from_text(f"关于某某\x08工作情况的报告\n（2024年3月5日）\n{UNIT * 4}")
    assert "\x08" not in render(published(analyse(document)), document.text, "zh")


def test_errors_are_one_line() -> None:
    """Whatever a message holds, it is one line that a terminal shows and does not obey."""
    error = SummarizerError(f"a\nb{HIDDEN}c\ud800", hint="d\x1b[2Je")
    assert (str(error), error.hint) == ("a b c", "d [2Je")
    assert len(one_line("甲" * 10_000)) <= 600
    with pytest.raises(SummaryFormatError) as caught:
        parse(Report, b'{"\x1b[2J": 1}'.replace(b"\x1b", rb"\u001b"), "s.json")
    assert "\x1b" not in str(caught.value)


def test_half_a_character_in_a_summary() -> None:
    """A summary with a lone surrogate is checked, and its report can be written."""
    report = verify_text("新增岗位35个\ud800，新增岗位36个。", from_text(UNIT))
    assert report.verification.contradicted + report.verification.unverifiable == 1
    assert Report.model_validate_json(report.to_json()) == report
    assert json_text('{"a": "甲\ud800", }') == '{"a": "甲\ufffd"}'


def test_a_value_rounded_over_thirty_digits() -> None:
    """A claim of another number of digits than the precision of arithmetic is contradicted."""
    source = f"一、收入\n收入{'1234567890' * 3}.5万元。\n二、下一步打算\n继续。\n"
    report = verify_text("收入0.1万元。", from_text(source))
    assert report.verification.contradicted + report.verification.unverifiable == 1


def test_a_nought_with_decimals() -> None:
    """0.00 of 0.0%: the size of its last place was asked for in a circle."""
    source = from_text("二、工作\n\n1.居民消费价格上涨0.0%，工业增长3.2%。\n")
    report = verify_text("居民消费价格上涨0.00%。", source)
    assert report.verification.contradicted == 0
    report = verify_text("居民消费价格上涨0.4%。", source)
    assert report.verification.contradicted == 1


def test_a_stored_place_far_outside() -> None:
    """A span of a stored report that ends behind all texts costs nothing."""
    places = Places(made(UNIT), "zh")
    assert places.passage(Span(start=0, end=2**62), [Span(start=3, end=4)])


def test_a_hash_far_from_its_words() -> None:
    """A # that is shown as text marks no heading: no character belongs to two units."""
    document = from_text(
        f"一、成效\n新增岗位35个。\n\n   501\n\n               #      4125\n\n{UNIT}"
    )
    units = [unit for unit in analyse(document).outline.walk() if unit.own]
    owned = sorted(span for unit in units for span in (*unit.own, unit.marker_span))
    assert all(before.end <= after.start for before, after in pairwise(owned))
