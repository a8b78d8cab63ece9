"""Checks beside the package's own: of a user's fields, and those that a user wrote.

A check is a function of a measure and its report that tells findings; it reads the source at
`report.source.text`. Whatever it tells is counted and decides verdicts like every other finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from summarizer.errors import SummarizerError, UsageError
from summarizer.models import Finding, Measure, Report, Section
from summarizer.models.fields import MeasureFields, quoted
from summarizer.vocabulary import Lang, Severity, Verdict, worst

Check = Callable[[Measure, Report], Iterable[Finding]]

EXTRA = "extra"
"""The kind of a finding about an answer to a user's own field."""

_NOT_THERE = {
    "zh": "{name}：原文没有“{value}”",
    "en": "{name}: the source does not say {value}",
}


def with_checks(
    report: Report,
    checks: Sequence[Check] = (),
    fields: type[MeasureFields] | None = None,
    lang: Lang = "zh",
) -> Report:
    """A copy of the report with what the checks say of each measure, counted; no model.

    With `fields` the answers in `extra` are looked for in the source, afresh. What is said already,
    in a report that was stored, is not said twice. Raises UsageError where a check fails itself.
    """
    if not checks and fields is None:
        return report
    before, after = Counter[Verdict](), Counter[Verdict]()
    own = list(checks) if fields is None else [_check_of(fields, lang), *checks]

    def of_measure(measure: Measure) -> Measure:
        kept = [f for f in measure.findings if fields is None or f.kind != EXTRA]
        told = [finding for check in own for finding in _told(check, measure, report)]
        findings = tuple(dict.fromkeys([*kept, *told]))
        before.update(finding.verdict for finding in measure.findings)
        after.update(finding.verdict for finding in findings)
        verdict = worst([finding.verdict for finding in findings])
        return measure.model_copy(update={"findings": findings, "verdict": verdict})

    def of_section(section: Section) -> Section:
        return section.model_copy(
            update={
                "sections": tuple(map(of_section, section.sections)),
                "measures": tuple(map(of_measure, section.measures)),
            }
        )

    sections = tuple(map(of_section, report.sections))
    told = report.verification
    counts = {
        verdict.value: getattr(told, verdict.value) + after[verdict] - before[verdict]
        for verdict in (Verdict.APPROXIMATED, Verdict.CONTRADICTED, Verdict.UNVERIFIABLE)
    }
    verification = told.model_copy(update=counts)
    return report.model_copy(update={"sections": sections, "verification": verification})


def _told(check: Check, measure: Measure, report: Report) -> list[Finding]:
    try:
        return list(check(measure, report))
    except SummarizerError:
        raise
    except Exception as error:  # somebody else's code may raise anything
        name = getattr(check, "__name__", type(check).__name__)
        kind = type(error).__name__
        raise UsageError(f"the check {name} failed at measure {measure.id}: {kind}") from error


def _check_of(fields: type[MeasureFields], lang: Lang) -> Check:
    """The check of a user's own fields: texts, dates and numbers must stand in the measure."""
    names = quoted(fields)

    def check(measure: Measure, report: Report) -> Iterator[Finding]:
        text = _flat(report.source.text[measure.span.start : measure.span.end])
        for name, value in measure.extra.items():
            if name not in names:
                continue
            for item in value if isinstance(value, list) else [value]:
                if not _stands(item, text, measure):
                    yield Finding(
                        kind=EXTRA,
                        severity=Severity.WARNING,
                        verdict=Verdict.UNVERIFIABLE,
                        claim=str(item),
                        reason=_NOT_THERE[lang].format(name=name, value=item),
                    )

    return check


def _stands(value: Any, text: str, measure: Measure) -> bool:
    """Whether the measure's source says a value: as its own words, or as one of its anchors."""
    if isinstance(value, bool) or value is None:
        return True  # a judgement: there is nothing to quote
    if isinstance(value, int | float):
        return _is_figure(Decimal(str(value)), measure)
    if not isinstance(value, str):
        return True
    return _flat(value) in text or _is_date(value, measure) or _is_number(value, measure)


def _is_date(value: str, measure: Measure) -> bool:
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return False
    # A day of 2025年6月底前 is asked for as a date: any day of what is printed will do.
    return any(mention.start <= value[:10] <= mention.end for mention in measure.dates)


def _is_number(value: str, measure: Measure) -> bool:
    """A Decimal is published as a string."""
    try:
        number = Decimal(value)
    except ArithmeticError:
        return False
    return number.is_finite() and _is_figure(number, measure)


def _is_figure(value: Decimal, measure: Measure) -> bool:
    return any(value in (figure.value, figure.value_high) for figure in measure.figures)


def _flat(text: str) -> str:
    return "".join(text.split())
