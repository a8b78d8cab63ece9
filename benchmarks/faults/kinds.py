"""The numbered faults, and which findings tell that a checker saw them.

`right` are the finding kinds that name the fault as what it is (an altered value may happen to be
two transposed digits, or a figure of another measure); `caught` adds kinds that still tell the
reader, truly, that this claim is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FaultKind:
    """A numbered fault; a `lexicon` one counts as caught by a warning."""

    number: int
    name: str
    right: frozenset[str]
    caught: frozenset[str]
    lexicon: bool = False


def _kind(number: int, name: str, right: str, caught: str = "", lexicon: bool = False) -> FaultKind:
    named = frozenset(right.split())
    return FaultKind(number, name, named, named | frozenset(caught.split()), lexicon)


_VALUE = "value transposed rounding scale figure_invented scope"

KINDS = {
    kind.number: kind
    for kind in (
        _kind(
            1,
            "altered value",
            "value transposed rounding figure_invented scope",
            _VALUE + " pair sum",
        ),
        _kind(2, "transposed digits", "transposed", _VALUE + " pair sum"),
        _kind(3, "rounding", "rounding", _VALUE + " qualifier sum"),
        _kind(4, "scale", "scale", _VALUE + " sum"),
        _kind(5, "unit or classifier", "unit", _VALUE + " label"),
        _kind(6, "% and percentage points", "points unit", _VALUE),
        _kind(7, "direction", "direction"),
        _kind(8, "comparator", "comparator", "period"),
        _kind(9, "grown to and grown by", "change", "direction value"),
        _kind(10, "date", "date period", "range"),
        _kind(11, "range endpoint", "range", "date period"),
        _kind(12, "period of another figure", "period date range", "comparator"),
        _kind(13, "qualifier", "qualifier", "value rounding"),
        # A finding that gives the value that belongs there tells the same thing.
        _kind(14, "swapped pair", "pair period value", _VALUE + " label"),
        _kind(
            15,
            "figure of another measure",
            "scope value transposed rounding figure_invented",
            _VALUE + " pair",
        ),
        _kind(16, "label swapped", "label", "pair period unit scope value", lexicon=True),
        _kind(17, "invented title", "title_invented", "title_altered title_scope"),
        _kind(18, "title altered", "title_altered", "title_invented title_scope"),
        _kind(19, "title of another measure", "title_scope", "title_invented title_altered"),
        _kind(20, "document number", "document_number", "title_altered title_invented"),
        _kind(21, "quotation tampered", "quotation", "formula name"),
        _kind(22, "formula altered", "formula quotation", "value figure_invented"),
        _kind(23, "organisation or person", "name", "label title_altered", lexicon=True),
        _kind(24, "status inflated", "status", "plan_as_result"),
        _kind(25, "negation", "negation", "status", lexicon=True),
        # What is told as done and only intended is inflated in status too: either name is true.
        _kind(26, "plan as result", "plan_as_result status", lexicon=True),
        _kind(27, "scope inflated", "scope_word", "status degree", lexicon=True),
        _kind(28, "problem as achievement", "problem_as_achievement", "negation", lexicon=True),
        _kind(29, "unsupported cause", "cause", lexicon=True),
        _kind(30, "unstated sum", "sum", "figure_invented value scope transposed rounding unit"),
        _kind(31, "measure omitted", "omitted"),
        _kind(32, "measure duplicated", "duplicated", "merged scope"),
        _kind(33, "two measures merged", "merged", "omitted duplicated scope"),
        _kind(34, "measure invented", "invented"),
        # Nobody gave the figure; where its words are those of another, that one is named.
        _kind(35, "figure invented", "figure_invented value scope", _VALUE + " unit points"),
        _kind(37, "degree inflated", "degree", "status scope_word", lexicon=True),
    )
}
