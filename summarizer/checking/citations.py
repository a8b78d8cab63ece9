"""Which anchors of the source a statement mentions."""

from __future__ import annotations

from summarizer.checking.checks.value import approximated
from summarizer.checking.context import Context
from summarizer.checking.equality import flat, number_key, title_key
from summarizer.checking.periods import Interval, covers
from summarizer.spans import Range


def cited_in(context: Context) -> frozenset[Range]:
    """The ranges of the figures, dates, titles and numbers of the scope that are mentioned."""
    own, said = context.scope.own, context.claims.anchors
    cited: set[Range] = set()
    for match in context.matches:
        if match.source is not None:
            cited.add(match.source.span)
        elif match.rival is not None and approximated(context, match):
            cited.add(match.rival.span)
    titles = {title_key(text) for title in said.titles for text in (title.text, *title.inner)}
    cited.update(title.span for title in own.titles if title_key(title.text) in titles)
    numbers = {number_key(number.text) for number in said.document_numbers}
    cited.update(
        number.span for number in own.document_numbers if number_key(number.text) in numbers
    )
    texts = {flat(date.text) for date in said.dates}
    intervals = {Interval(date.first, date.last) for date in said.dates}
    cited.update(
        date.span
        for date in own.dates
        if flat(date.text) in texts
        or any(covers(interval, Interval(date.first, date.last)) for interval in intervals)
    )
    return frozenset(cited)
