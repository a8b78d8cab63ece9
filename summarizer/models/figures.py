"""The anchors of the source as they are published: figures, dates, documents."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from summarizer.models.values import DecimalString, Record, Span
from summarizer.vocabulary import Bound, FigureKind, FigureRole, PeriodFrom

_MEASURE = 3  # letters of a measure alone: 增加值


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
    value_high: DecimalString | None = Field(default=None, description="upper end of a range")
    unit: str = Field(description="base unit of the value, as 元")
    per: str | None = None
    kind: FigureKind = Field(description="count, money, ratio …")
    role: FigureRole = Field(default=FigureRole.LEVEL, description="what it tells of its matter")
    bound: Bound = Field(default=Bound.EQUAL, description="exactly, at least, more than …")
    qualifier: str | None = Field(default=None, description="as printed, as 余 or 以上")
    label: str | None = None
    subject: tuple[str, ...] = ()
    direction: Literal["up", "down", "flat"] | None = Field(default=None, description="of a change")
    comparator: str | None = Field(default=None, description="against what, as 较上年")
    period: str | None = Field(default=None, description="ISO 8601 interval, both ends included")
    period_from: PeriodFrom = PeriodFrom.NONE
    span: Span = Field(description="its place in the source")

    @property
    def called(self) -> str:
        """What a reader calls it: its label with what it is a member of (投资增速：甲县) or is
        measured by (制造业增加值); of one without a label the words that it is said of, if any."""
        label, path = self.label or "", "".join(self.subject)
        if len(self.subject) != 1 or not label or path in label:
            return label or path
        return f"{path}：{label}" if len(path) > _MEASURE else f"{label}{path}"


class DateMention(Record):
    """A date or period: ISO 8601 dates, both ends included; a month or a year is an interval."""

    text: str = Field(description="as printed")
    start: str = Field(description="first day, ISO 8601; -- for an unknown year")
    end: str = Field(description="last day, ISO 8601")
    span: Span = Field(description="its place in the source")


class DocumentTitle(Record):
    """The title of a document, with its 《》, or a document number."""

    title: str = Field(description="as printed, or the document number")
    span: Span = Field(description="its place in the source")
