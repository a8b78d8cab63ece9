"""Where a span stands, told as readers look it up: the id of its unit and a few words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from summarizer import patterns as re
from summarizer.models import AuditFinding, Finding, Report, Span
from summarizer.output.phrases import clean
from summarizer.output.wording import word
from summarizer.vocabulary import Lang

_FEW = 16  # the clause around a figure: half have 13 or fewer
# A clause ends here; what is cut off at either end must not look like another figure or title.
_ENDS = "，,。；;：:！？!?\n"
# A comma between figures (2,235) ends nothing.
_CLAUSE_END = re.compile("[，。；！？;]|,(?![0-9]{3})")
_STOPS = "，；,;"
_MOST_QUOTED = 60
"""Characters of a quotation: enough to know the sentence again, not to read it twice."""


class Places:
    """The units of a report by position. Without the source's text only ids can be told."""

    def __init__(self, report: Report, lang: Lang) -> None:
        self.source = report.source.text if report.source.attached else ""
        self.lang = lang
        units = {(s.span.start, -s.span.end, s.id) for s in report.walk()}
        units |= {(m.span.start, -m.span.end, m.id) for m in report.measures}
        self._units = sorted(units)
        self._starts = [start for start, _, _ in self._units]

    def unit_at(self, offset: int) -> str:
        """The id of the innermost unit that holds an offset; empty outside all units."""
        for place in range(bisect_right(self._starts, offset) - 1, -1, -1):
            _, end, unit = self._units[place]
            if offset < -end:
                return unit
        return ""

    def words(self, span: Span, most: int = _FEW) -> str:
        """The clause of the source around a place, of about `most` characters on either side."""
        before = self.source[max(0, span.start - most) : span.start]
        after = self.source[span.end : span.end + most]
        start = max((before.rfind(end) + 1 for end in _ENDS), default=0)
        stops = [at for at in (after.find(end) for end in _ENDS) if at >= 0]
        before = before[start:] if start or span.start <= most else _whole_head(before)
        after = after[: min(stops)] if stops else _whole_tail(after)
        return clean(before + self.source[span.start : span.end] + after)

    def told(self, span: Span, *, cited: bool = False) -> str:
        """The unit of a place; with the words around it where they are not `cited` already."""
        unit = self.unit_at(span.start)
        if unit and cited:
            return unit
        quoted = self._quoted(self.words(span)) if self.source else ""
        return f"{unit} {quoted}".strip() or word("text", self.lang)

    def passage(self, span: Span, anchors: Iterable[Span] = ()) -> str:
        """The unit of a place and its clauses that hold these anchors, else its first clause."""
        unit = self.unit_at(span.start)
        if not self.source:
            return unit or word("text", self.lang)
        anchors = tuple(anchors)
        if anchors == (span,):  # the place is the anchor itself
            return f"{unit} {self._quoted(self.words(span))}".strip()
        clauses = list(_clauses(self.source, span))
        starts = {anchor.start for anchor in anchors}
        told = [
            at
            for at, (start, end) in enumerate(clauses)
            if any(start <= place < end for place in starts)
        ]
        shown, before = "", -1
        for at in told or [0]:
            start, end = clauses[at]
            if shown and len(shown) + end - start > _MOST_QUOTED:
                break
            if at != before + 1:
                shown = shown.rstrip(_STOPS) + "…"
            shown += clean(self.source[start:end])
            before = at
        if before + 1 < len(clauses):
            shown = shown.rstrip(_STOPS) + "…"
        return f"{unit} {self._quoted(shown)}".strip()

    def finding(self, item: Finding) -> str:
        """The reason of a finding, with its place told by unit."""
        spans = (item.nearest.span,) if item.nearest is not None else ()
        return self._placed(clean(item.reason), spans, cited=True)

    def observation(self, note: AuditFinding) -> str:
        """The message of an observation on the source, with its places told by unit."""
        message = self._placed(clean(note.message), note.spans, cited=True)
        units = [unit for unit in map(self.unit_at, (s.start for s in note.spans)) if unit]
        missing = [unit for unit in dict.fromkeys(units) if unit not in message]
        return f"{message}{self.bracketed(missing)}" if missing else message

    def bracketed(self, units: Iterable[str]) -> str:
        """Ids in brackets; nothing where there are none."""
        listed = word(", ", self.lang).join(units)
        return word("()", self.lang).format(listed) if listed else ""

    def _quoted(self, text: str) -> str:
        return word('""', self.lang).format(text)

    def _placed(self, text: str, spans: Iterable[Span], *, cited: bool) -> str:
        """`text` with every offset of `spans` that it prints (位置4312) turned into the unit."""
        for span in spans:
            parts = re.split(rf"(?:位置|\bat |(?<=、)|(?<= and )){span.start}(?![0-9])", text)
            if len(parts) > 1:
                text = self.told(span, cited=cited).join(parts)
        return text


def _clauses(source: str, span: Span) -> Iterator[tuple[int, int]]:
    """The stretches of a place up to and with each mark that ends a clause; never none."""
    start = span.start
    for end in _CLAUSE_END.finditer(source, span.start, span.end):
        yield start, end.end()
        start = end.end()
    if start < span.end or start == span.start:
        yield start, span.end


def _whole_head(before: str) -> str:
    """What stands before a place, not begun in the middle of a figure, a word or a title."""
    return re.sub(r"^[0-9０-９A-Za-z.．,%％]+[年月日个]?|^[^《]*》", "", before)


def _whole_tail(after: str) -> str:
    return re.sub(r"[0-9０-９A-Za-z.．,]+$|《[^》]*$", "", after)
