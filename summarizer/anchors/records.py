"""What the grammars find: one frozen record a kind, each with its range.

Ranges index the text that was given: the source for a document, the string itself for a claim.
`text` is as printed, without layout white space.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from operator import attrgetter
from typing import Literal, Protocol, TypeVar

from summarizer.anchors.columns import Columns
from summarizer.spans import Range
from summarizer.vocabulary import Bound, FigureKind, FigureRole, PeriodFrom, Status

Direction = Literal["up", "down", "flat"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity. `value` is in the base unit `unit` (元, %, 个百分点, 平方米, 个 …).

    A range has `high`. `qualifier` is as printed (余, 多, 近, 约, 以上, 以下, 不足, 超过 …).
    `change` tells 增长到 (`to`) from 增长了 (`by`). `period` is the ISO 8601 interval that the
    clause binds to the figure, `period_span` where it is printed. `label` is what is counted, in
    the clause's own words; `label_place` its range, counted from where the figure begins (it may
    precede or follow it; None in a table): the same few of thousands of figures, held once. Of the
    subjects that 分别 shares out each figure has its own, with the noun they share (of
    城乡居民收入 农村居民收入), so that the label may be other than the text of its span. A
    proportion a∶b has the value a and the unit ∶b. `per` is the denominator (户 of 3.5万元/户),
    `bound` what the qualifiers of both sides and their polarity come to, `subject` the path of
    words the figure is said of, outermost first.
    `non_quantity` marks what is no firm quantity: idioms, slogans, names, levels, figures inside a
    title: readable, but neither required of a summary nor counted as an anchor.
    """

    span: Range
    text: str
    value: Decimal
    high: Decimal | None
    unit: str
    kind: FigureKind
    qualifier: str | None = None
    label: str | None = None
    label_place: Range | None = None
    direction: Direction | None = None
    comparator: str | None = None
    change: Literal["to", "by"] | None = None
    period: str | None = None
    period_span: Range | None = None
    period_from: PeriodFrom = PeriodFrom.NONE
    per: str | None = None
    bound: Bound = Bound.EQUAL
    role: FigureRole = FigureRole.LEVEL
    subject: tuple[str, ...] = ()
    non_quantity: bool = False

    @property
    def label_span(self) -> Range | None:
        """Where the label is printed."""
        place, start = self.label_place, self.span.start
        return Range(start + place.start, start + place.end) if place is not None else None


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in an order, never a count: 第3位, 排名第二, 第四批, 三级甲等, Ⅲ类, 二期.

    `value` is the number or the grade as canonical text; `noun` what is ordered (位, 批, 期 …).
    """

    span: Range
    text: str
    value: str
    noun: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period as an interval of ISO dates, both ends included.

    `first` and `last` are empty for words without an interval (近期, 截至目前), and of the form
    `--06-30` where no context gives a year. `inherited` is true where the year is not printed and
    comes from the nearest dated context; `relation` is 以来, 截至, 前 … where such a word stands
    beside the date. `relative` marks calendar words (今年以来, 年底). `non_date` marks years inside
    names and document numbers, and words without an interval.
    """

    span: Range
    text: str
    first: str
    last: str
    inherited: bool = False
    relative: bool = False
    relation: str | None = None
    in_title: bool = False
    non_date: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a document, with its 《》; `inner` are the titles nested in it.

    《关于印发〈X〉的通知》 has the inner title 《X》, which it also names.
    """

    span: Range
    text: str
    inner: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number, canonical with 〔〕: 奎发〔2020〕10号."""

    span: Range
    text: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: `text` without its outer quotation marks."""

    span: Range
    text: str


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """A set phrase with numbers that is no figure: 四个意识, 1+7+N, 三重一大."""

    span: Range
    text: str


@dataclass(frozen=True, slots=True)
class StatusWord:
    """A word that tells how far something has come."""

    span: Range
    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class Name:
    """An organisation or a person, as printed."""

    span: Range
    text: str
    kind: Literal["organisation", "person"]


class _Placed(Protocol):
    @property
    def span(self) -> Range: ...


PlacedT = TypeVar("PlacedT", bound=_Placed)
_SPAN = attrgetter("span")


def within(anchors: Sequence[PlacedT], span: Range) -> Sequence[PlacedT]:
    """The anchors, sorted by position, that start inside `span`."""
    if not anchors:
        return anchors
    if isinstance(anchors, Columns):
        return anchors.within(span)
    low = bisect_left(anchors, (span.start,), key=_SPAN)
    return anchors[low : bisect_left(anchors, (span.end,), lo=low, key=_SPAN)]


@dataclass(frozen=True, slots=True)
class Anchors:
    """Everything the grammars found in a text; each sequence is sorted by position."""

    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    titles: tuple[Title, ...] = ()
    document_numbers: tuple[DocumentNumber, ...] = ()
    quotations: Sequence[Quotation] = ()
    set_phrases: Sequence[SetPhrase] = ()
    statuses: Sequence[StatusWord] = ()
    names: Sequence[Name] = ()
    ordinals: tuple[Ordinal, ...] = ()

    def within(self, span: Range) -> Anchors:
        """The anchors that start inside `span`."""
        return Anchors(
            figures=tuple(within(self.figures, span)),
            dates=tuple(within(self.dates, span)),
            titles=tuple(within(self.titles, span)),
            document_numbers=tuple(within(self.document_numbers, span)),
            quotations=within(self.quotations, span),
            set_phrases=within(self.set_phrases, span),
            statuses=within(self.statuses, span),
            names=within(self.names, span),
            ordinals=tuple(within(self.ordinals, span)),
        )


def joined(parts: Sequence[Anchors]) -> Anchors:
    """The anchors of several stretches, given in reading order, as one."""
    if len(parts) <= 1:
        return parts[0] if parts else _NONE
    return Anchors(
        **{name: tuple(item for part in parts for item in getattr(part, name)) for name in _KINDS}
    )


_NONE = Anchors()
_KINDS = tuple(field.name for field in fields(Anchors))
