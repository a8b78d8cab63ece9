"""What the heads of a table make of the quantities under them, read once for all of one form.

A cell is read as the end of the sentence that its heads make with it (比上年增长 and 3.5 are
比上年增长3.5%): the words decide direction, comparator, role and bound, the unit the scale. Cells
of one form under one head differ in their number alone, so that only the first of them is read as
a sentence: a table of some hundred thousand cells would take minutes otherwise.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from summarizer import patterns as re
from summarizer.anchors import anchors_of_text
from summarizer.anchors.records import Figure

# A number whose digits say nothing but its value. Years, days of the calendar, zeros and leading
# zeros may be read otherwise than their likes, and are read each for itself.
_NUMBER = re.compile(r"(?P<number>[-+]?(?!0|(?:19|20)[0-9]{2}(?![0-9,]))[0-9][0-9,]*(?:\.[0-9]+)?)")
_OTHERWISE = re.compile("[0-9年月日号季时点分:：/~—–-]|[至到][0-9]")
_DIGITS = str.maketrans("123456789", "0" * 9)
_JOINS = 2  # letters of a head: a single one (比, 占) makes a word with the name before it
_PROBE = "35"


class Quantities:
    """The forms of quantities of one table that were read so far."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, str, str], tuple[Figure, Decimal]] = {}
        self._silent: dict[tuple[str, str], bool] = {}

    def said(self, name: str, head: str, quantity: str) -> Figure | None:
        """The figure that a cell states under the name of its row and the head of its column.

        Positions, label and period are those of the sentence, or of another cell of the form.
        """
        match = _NUMBER.match(quantity)
        rest = quantity[match.end() :] if match is not None else ""
        if match is None or _OTHERWISE.search(rest):
            return _said(name + head, quantity)
        if name and len(head) >= _JOINS and self._says_nothing(name, rest):
            name = ""
        number = Decimal(match["number"].replace(",", ""))
        key = (name, head, quantity.translate(_DIGITS))
        form = self._forms.get(key)
        if form is not None:
            return replace(form[0], value=number * form[1])
        figure = _said(name + head, quantity)
        if figure is not None and figure.high is None:
            self._forms[key] = figure, figure.value / number
        return figure

    def _says_nothing(self, name: str, rest: str) -> bool:
        """True where the words of a row leave a quantity as it is without them."""
        key = name, rest
        silent = self._silent.get(key)
        if silent is None:
            plain = _aspects(_said("", _PROBE + rest))
            silent = self._silent[key] = plain == _aspects(_said(name, _PROBE + rest))
        return silent


def _said(words: str, quantity: str) -> Figure | None:
    """The figure at the end of a sentence of these words."""
    sentence = words + quantity
    start = len(words)
    said = anchors_of_text(sentence).figures
    if said and said[-1].span == (start, len(sentence)):
        return said[-1]
    alone = [f for f in anchors_of_text(quantity).figures if f.span == (0, len(quantity))]
    if len(alone) != 1:
        return None
    for figure in reversed(said):
        same = figure.span.end == len(sentence) and figure.span.start >= start
        if same and figure.unit == alone[0].unit and abs(figure.value) == abs(alone[0].value):
            return figure
    return alone[0]


def _aspects(figure: Figure | None) -> tuple[object, ...]:
    """All that words may change about a quantity."""
    if figure is None:
        return ()
    amount = (figure.value, figure.unit, figure.kind, figure.qualifier, figure.bound, figure.per)
    return (*amount, figure.direction, figure.comparator, figure.change, figure.role)
