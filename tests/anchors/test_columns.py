"""Anchors kept as columns are the records they were made of."""

from __future__ import annotations

from summarizer.anchors.columns import Columns
from summarizer.anchors.records import Quotation, within
from summarizer.spans import Range

RECORDS = tuple(Quotation(Range(start, start + 3), f"甲{start % 4}") for start in range(0, 30, 3))
COLUMNS = Columns(Quotation, ((record.span, (record.text,)) for record in RECORDS))


def test_columns_are_a_sequence_of_their_records() -> None:
    """Length, places, slices and order are those of the records."""
    assert tuple(COLUMNS) == RECORDS
    assert COLUMNS == RECORDS
    assert (len(COLUMNS), COLUMNS[-1], COLUMNS[2:4]) == (10, RECORDS[-1], RECORDS[2:4])
    assert COLUMNS[0].text is COLUMNS[4].text


def test_a_stretch_is_what_starts_inside_a_range() -> None:
    """A stretch of a stretch as well; it has what the records would have."""
    for span in (Range(0, 30), Range(4, 13), Range(6, 6), Range(40, 50)):
        stretch = within(COLUMNS, span)
        assert tuple(stretch) == tuple(within(RECORDS, span))
        assert tuple(within(stretch, Range(0, 9))) == tuple(within(tuple(stretch), Range(0, 9)))
