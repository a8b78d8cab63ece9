"""Readable cases: a line of text and what the grammars find in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.anchors import Anchors, anchors_of_text
from summarizer.anchors.records import DateMention, Figure

CASES = Path(__file__).parent / "cases"
Case = tuple[str, list[str]]


def cases(name: str) -> Iterator[Case]:
    """Each line of a case file with its indented expectations."""
    text, wanted = "", list[str]()
    for line in (CASES / name).read_text("utf-8").splitlines():
        if line.startswith("    "):
            wanted.append(line.strip())
        elif line and not line.startswith("#"):
            if text:
                yield text, wanted
            text, wanted = line, []
    yield text, wanted


def anchors(line: str) -> Anchors:
    """The anchors of a case's line; a leading (2025) is its context year."""
    context = re.match(r"\((\d{4})\) ", line)
    if context is None:
        return anchors_of_text(line)
    return anchors_of_text(line[context.end() :], context_year=int(context[1]))


def told_figure(figure: Figure) -> tuple[str, set[str]]:
    """A figure as the case files tell it: its value and everything it is bound to."""
    value = f"{figure.value.normalize():f}"
    if figure.high is not None:
        value += f"~{figure.high.normalize():f}"
    bound = {
        f"q={figure.qualifier}",
        f"label={figure.label}",
        f"cmp={figure.comparator}",
        f"period={figure.period}",
        f"b={figure.bound}",
        f"per={figure.per}",
        f"role={figure.role}",
        f"from={figure.period_from}",
        str(figure.direction),
        str(figure.change),
        "non_quantity" if figure.non_quantity else "",
    }
    return f"{figure.text} = {value} {figure.unit} {figure.kind}", bound


@pytest.mark.parametrize(("line", "wanted"), list(cases("figures.txt")))
def test_figures(line: str, wanted: list[str]) -> None:
    """Every figure of a line is found with value, unit, kind and what it is bound to."""
    found = [told_figure(figure) for figure in anchors(line).figures]
    assert [told for told, _ in found] == [" ".join(want.split(" ")[:5]) for want in wanted]
    for (told, bound), want in zip(found, wanted, strict=True):
        expected = set(want.split(" ")[5:])
        assert expected <= bound, told
        assert ("non_quantity" in bound) == ("non_quantity" in expected), told
        assert "q=None" in bound or any(part.startswith("q=") for part in expected), told


def told_date(date: DateMention) -> str:
    """A date as the case files tell it."""
    words = [f"{date.text} = {date.first}/{date.last}"]
    words += ["inherited"] if date.inherited else []
    words += ["relative"] if date.relative else []
    words += ["non_date"] if date.non_date else []
    words += [f"relation={date.relation}"] if date.relation else []
    return " ".join(words)


@pytest.mark.parametrize(("line", "wanted"), list(cases("dates.txt")))
def test_dates(line: str, wanted: list[str]) -> None:
    """Every date of a line is found with its interval, its year inherited where not printed."""
    assert [told_date(date) for date in anchors(line).dates] == wanted


def told_others(found: Anchors) -> dict[str, list[str]]:
    """The anchors of all other kinds as the case files tell them."""
    return {
        "title": [
            " ".join([title.text, *(f"inner={inner}" for inner in title.inner)])
            for title in found.titles
        ],
        "number": [number.text for number in found.document_numbers],
        "quotation": [quotation.text for quotation in found.quotations],
        "formula": [set_phrase.text for set_phrase in found.set_phrases],
        "status": [f"{word.text} {word.status}" for word in found.statuses],
        "name": [f"{name.text} {name.kind}" for name in found.names],
        "ordinal": [f"{order.text} = {order.value} {order.noun}" for order in found.ordinals],
    }


@pytest.mark.parametrize(("line", "wanted"), list(cases("others.txt")))
def test_others(line: str, wanted: list[str]) -> None:
    """Titles, numbers, quotations, set phrases, status words and names are found as printed."""
    told = told_others(anchors(line))
    kinds = {want.partition(": ")[0] for want in wanted}
    for kind in kinds or {"status"}:
        expected = [text for k, _, text in (want.partition(": ") for want in wanted) if k == kind]
        assert told[kind] == expected


@pytest.mark.parametrize(("line", "wanted"), list(cases("ordinals.txt")))
def test_ordinals(line: str, wanted: list[str]) -> None:
    """Every ordinal of a line is found with its value and noun, and none of them is a count."""
    found = anchors(line)
    assert told_others(found)["ordinal"] == wanted
    assert not {order.span for order in found.ordinals} & {item.span for item in found.figures}


EQUAL = [line.split(" ≡ ") for line, _ in cases("equal.txt")]


def canonical(text: str) -> tuple[object, ...]:
    """What a comparison sees of an expression."""
    found = anchors_of_text(text, context_year=2025)
    if found.document_numbers:
        return tuple(number.text for number in found.document_numbers)
    if found.dates:
        return tuple((date.first, date.last) for date in found.dates)
    return tuple(
        (figure.value, figure.high, figure.unit, figure.kind, figure.qualifier, figure.direction)
        for figure in found.figures
    )


@pytest.mark.parametrize("expressions", EQUAL, ids=lambda group: group[0])
def test_equal(expressions: list[str]) -> None:
    """Notations of one thing have one canonical form."""
    forms = {canonical(expression) for expression in expressions}
    assert len(forms) == 1
    assert forms != {()}


def test_different_kinds_are_never_equal() -> None:
    """3.8个百分点 is not 3.8%, 3亿美元 is not 3亿元, 三四百人 is no list."""
    assert canonical("3.8个百分点") != canonical("3.8%")
    assert canonical("3亿美元") != canonical("3亿元")
    assert canonical("三四百人") != canonical("三、四百人")


def test_values_are_exact_decimals() -> None:
    """A value never passes through a float."""
    (figure,) = anchors_of_text("收入0.1亿元").figures
    assert isinstance(figure.value, Decimal)
    assert figure.value == 10_000_000
