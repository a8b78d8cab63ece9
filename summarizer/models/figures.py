"""The anchors of the source as they are published: figures, dates, documents."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from summarizer.models.values import DecimalString, Record, Span
from summarizer.vocabulary import Bound, FigureKind, FigureRole, PeriodFrom


class Figure(Record):
    """A figure of the source. `text` is as printed, without layout white space.

    `value` is in the base unit (22350000 for 2235万元, unit 元), `per` the denominator (户 of
    3.5万元/户). `subject` is the path of words that the figure is said of, outermost first;
    `label` the same in one phrase. `period_from` says how `period` was found.
    """

    shown: ClassVar[tuple[str, ...]] = (
        "text",
        "value",
        "value_high",
        "unit",
        "label",
        "period",
        "span",
    )

    text: str
    value: DecimalString
    value_high: DecimalString | None = None
    unit: str
    per: str | None = None
    kind: FigureKind
    role: FigureRole = FigureRole.LEVEL
    bound: Bound = Bound.EQUAL
    qualifier: str | None = None
    label: str | None = None
    subject: tuple[str, ...] = ()
    direction: Literal["up", "down", "flat"] | None = None
    comparator: str | None = None
    period: str | None = Field(default=None, description="ISO 8601 interval, both ends included")
    period_from: PeriodFrom = PeriodFrom.NONE
    span: Span


class DateMention(Record):
    """A date or period: ISO 8601 dates, both ends included; a month or a year is an interval."""

    text: str
    start: str
    end: str
    span: Span


class DocumentTitle(Record):
    """The title of a document, with its 《》, or a document number."""

    title: str
    span: Span
