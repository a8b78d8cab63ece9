"""A number of things that a text announces, against the list that it then prints."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.audit.notes import Note
from summarizer.checking.case import told
from summarizer.checking.index import SourceIndex
from summarizer.facts.records import within
from summarizer.vocabulary import Bound, FigureKind

_ANNOUNCED = re.compile("(?:以下|如下|下列|下述)[^。;]{0,24}$|:$")
_REACH = 30  # letters from an announced number to the first heading below it


def totals(index: SourceIndex) -> Iterator[Note]:
    """The announced numbers of parts that differ from what is printed below them."""
    for unit in index.units:
        if len(unit.children) < 2:
            continue
        for stretch in unit.own[:1]:
            for fact in within(index.facts.facts, stretch):
                figure = fact.figure
                if figure is None or figure.kind is not FigureKind.COUNT or not fact.firm:
                    continue
                sentence = index.sentence_at(fact.span.start).strip()
                last = unit.children[0].span.start - fact.span.end < _REACH
                if fact.bound is not Bound.EQUAL or not last or not _ANNOUNCED.search(sentence):
                    continue
                if figure.value != len(unit.children):
                    names = {
                        "claimed": told(fact) + fact.right[:6],
                        "printed": str(len(unit.children)),
                    }
                    yield Note("total", (fact.span,), names)
