"""The members of a proportion that a convention names: 三次产业结构为11：30：59 gives three shares.

Of whom the members are shares is printed nowhere else, and summaries tell them one by one (第三产业
占比59%). They are facts of a source beside the proportion itself, each at its own number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.anchors.subjects import SECTORS
from summarizer.facts.records import Fact
from summarizer.facts.words import pairs
from summarizer.spans import Range

_PART = re.compile(r"\d+(?:\.\d+)?")
_SECTORS = "一二三"
_WHOLE, _ROUNDED = Decimal(100), Decimal(1)  # their sum, and what rounding may take off it or add


def with_members(facts: list[Fact]) -> list[Fact]:
    """The facts of a source with those of the members of its proportions; orders count on."""
    if not any(_is_of_sectors(fact) for fact in facts):
        return facts
    found = [held for fact in facts for held in (fact, *_members(fact))]
    return [replace(fact, order=order) for order, fact in enumerate(found)]


def _is_of_sectors(fact: Fact) -> bool:
    figure = fact.figure
    return (
        figure is not None
        and figure.unit.count("∶") == len(_SECTORS) - 1
        and SECTORS.search(figure.label or "") is not None
    )


def _members(fact: Fact) -> Iterator[Fact]:
    figure = fact.figure
    if figure is None or not _is_of_sectors(fact):
        return
    parts = list(_PART.finditer(figure.text))
    shares = [Decimal(part[0]) for part in parts]
    if len(shares) != len(_SECTORS) or abs(sum(shares, Decimal()) - _WHOLE) > _ROUNDED:
        return
    for sector, part, share in zip(_SECTORS, parts, shares, strict=True):
        start = fact.span.start + part.start()
        span = Range(start, start + len(part[0]))
        name = f"第{sector}产业占比"
        member = _share(figure, span, part[0], share, name)
        yield replace(
            fact,
            span=span,
            text=part[0],
            anchor=member,
            left=name,
            right="",
            subject=(*fact.subject[:-1], name),
            near=pairs(name),
            named=name,
            carried=False,
        )


def _share(figure: Figure, span: Range, text: str, value: Decimal, label: str) -> Figure:
    return replace(
        figure,
        span=span,
        text=text,
        value=value,
        unit="%",
        label=label,
        label_place=None,
        subject=(label,),
    )
