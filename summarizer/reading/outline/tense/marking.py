"""The tense of every unit: from the document, its headings, its leads, and the vote of its words.

Rules in their order; the first that speaks decides:

1. the unit's own heading: what it names (回顾, 安排) and its years against the report's; behind a
   paragraph of it that turns to a time to come (“十四五”时期是…) all is to come;
2. once a report has turned to the coming period at its first level, it does not turn back;
3. the sentence that leads a series in running text (还存在一些问题：一是…), or such a series itself
   where nearly all of it was done;
4. the unit above;
5. what the sentence above the first unit announces (提出如下要求, 有关事项通知如下);
6. the kind of the document, by its title;
7. the vote of the modal and perfect words, where the title says nothing or a last section ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.document import Document
from summarizer.reading.kinds import Bent, bent_of
from summarizer.reading.outline.records import Tense, Unit
from summarizer.reading.outline.tense.announced import announces_orders
from summarizer.reading.outline.tense.headings import heading_tense
from summarizer.reading.outline.tense.periods import (
    Now,
    aims_ahead,
    now_of,
    turns_to_come,
    years_of,
)
from summarizer.reading.outline.tense.turns import short_of, turns_ahead
from summarizer.reading.outline.tense.votes import Vote, demands, vote
from summarizer.spans import Range
from summarizer.words import worded

# The means of 23 texts lie apart: sections that look back above -0.2, opinions, plans and coming
# years at -0.6 and below; measures of rectification, told in bare verbs, between the two (to -0.9).
_INTENDED = -0.65
_SURELY_INTENDED = -0.9  # below all measures of rectification
_DONE = 0.8  # nearly every sentence says what was done
_FEW = 3  # sentences; one or two may vote by chance
# One section in the review of a report may be told in bare verbs, two long ones in a row are not.
_LEAST_RUN = 2
_LONG = 10  # sentences of a text whose mean is to be relied on

_LASTING = worded("headings", "{lasting}")
_WILL = worded("headings", "将(?:{goes_on})|下一?步|今后")
_LEAD_AHEAD = lazy(
    r"(?:要|将|重点|着力|集中)(?:着力|重点|切实|突出|全力|认真)?(?:抓好|做好|推进|实施|完成|办好|聚焦|打好)(?!了)[^。]{0,30}$"
    r"|下一?步|今后|重点抓(?!了)|提出[^。]{0,24}建议:?$"
)
_SENTENCES = re.compile(r"[^。!?\n]+")
_FIRST = lazy("[(（]?(?:第?一|首|1|①)(?![0-9十])")
_OPENING = 40  # characters of a paragraph in which it may name the time that it is about
_LEAD = 120  # characters before a series that may lead it
_LEAD_REACH = 400  # source characters above the first unit: its last paragraph
_BY_BENT: dict[str | None, Tense] = {"reports": "result", "intends": "plan"}
_MARKED = lazy(r"(?:\A|(?<=\n))#{1,6}[ \t]+([^\n]{2,80})")
_HEADED_REACH = 2_000  # source characters: a page between a heading and the first number below it
_LEAST_LEAD = 4  # characters: a connective alone leads nothing


def told_tenses(document: Document, units: Sequence[Unit]) -> tuple[Unit, ...]:
    """`units` with their tense; see the module. Never raises; linear in the text."""
    return _Marker(document).first_level(units)


class _Marker:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._view = document.view
        self._now: Now | None = now_of(document)
        title = document.title or ""
        bent = bent_of(title)
        if bent is None and document.inspection is not None:
            bent = "reports"
        self._bent = bent
        self._intends = bent == "intends"

    def first_level(self, units: Sequence[Unit]) -> tuple[Unit, ...]:
        if self._bent is None:
            self._bent = self._headed(units)
            self._intends = self._bent == "intends"
        if self._bent is None:
            ballot = self._vote_of(units)
            self._intends = ballot.mean <= _INTENDED and ballot.sentences >= _LONG
        first = next((unit for unit in units if unit.level), None)
        if first is not None and announces_orders(self._above(first)):
            self._intends = True
        marked: list[Unit] = []
        turned = False
        latest = 9999
        for position, unit in enumerate(units):
            heading = unit.heading or ""
            said = heading_tense(heading, self._now, inline=unit.inline)
            if unit.marker[:1] in ("", "#") and heading:
                # The title of another document in the same file, which may report on a later year.
                bent = bent_of(heading)
                later = said == "plan" and bent == "reports"
                said = None if later else said or _BY_BENT.get(bent)
            years = years_of(heading)
            if said is None and years is not None and self._now is None and years[0] > latest:
                said = "plan"
            latest = years[1] if years is not None else latest
            if not unit.inline and not self._intends:
                turned = said == "plan" or (turned and said is None)
            last = position > 0 and position == len(units) - 1
            tense = said or ("plan" if turned else self._silent(unit, last=last))
            marked.append(self._mark(unit, tense))
            # What a part without a number of its own turns to stands behind the last item above it.
            turned = turned or (unit.inline and marked[-1].ahead is not None)
        return self._chains(marked, None, Range(self._document.body.start, self._document.closing))

    def _headed(self, units: Sequence[Unit]) -> Bent | None:
        """What the Markdown heading above the first unit says, where no title does."""
        first = next((unit for unit in units if unit.level), None)
        end = first.span.start if first is not None else 0
        start = max(self._document.body.start, end - _HEADED_REACH)
        found = _MARKED.findall(self._document.text, start, end)
        return bent_of(found[-1].strip()) if found else None

    def _silent(self, unit: Unit, *, last: bool) -> Tense | None:
        """The tense of a unit of the first level whose heading does not say."""
        text = self._text(unit.span)
        ballot = vote(text) if self._intends or self._bent is None or last else None
        if demands(text):
            return "plan"
        if self._intends:
            looks_back = ballot is not None and ballot.mean >= _DONE and ballot.sentences >= _FEW
            opening = unit.level == 0 and ballot is not None and ballot.mean > _INTENDED
            opening = opening and not aims_ahead(text, self._now)
            return None if looks_back or opening else "plan"
        if turns_ahead(self._text(unit.text_span)):
            return "plan"
        if last and self._closes(unit, text):
            return "plan"
        if ballot is None or unit.level == 0:
            return None
        if self._bent == "reports" or self._document.inspection is not None:
            return "plan" if ballot.mean <= _SURELY_INTENDED and ballot.sentences >= _FEW else None
        return "plan" if ballot.mean <= _INTENDED and ballot.sentences >= _FEW else None

    def _closes(self, unit: Unit, text: str) -> bool:
        """Whether the last section promises to keep up what was done."""
        lasting = _LASTING.search(unit.heading or "") is not None
        return lasting and _WILL.search(text) is not None

    def _mark(self, unit: Unit, tense: Tense | None) -> Unit:
        """A unit and all below it; `tense` is the unit's own."""
        children: list[Unit] = []
        ahead = self._ahead(unit) if tense in (None, "result") else None
        for child in unit.children:
            turned = ahead is not None and child.span.start >= ahead
            above: Tense | None = "plan" if turned else tense
            said = heading_tense(child.heading or "", self._now, above=above, inline=child.inline)
            own: Tense | None = said or above
            if own != "plan" and turns_ahead(self._text(child.text_span)):
                own = "plan"
            children.append(self._mark(child, own))
        if tense is None and announces_orders(self._text(unit.text_span)):
            children = [
                child if child.inline or child.tense else self._mark(child, "plan")
                for child in children
            ]
        if tense != "plan" and unit.level == 1:
            children = self._turned_within(children)
        chained = self._chains(children, tense, unit.span) if children else ()
        return replace(unit, tense=tense, ahead=ahead, children=chained)

    def _ahead(self, unit: Unit) -> int | None:
        """Where the paragraphs of a unit that looks back turn to a time to come."""
        for own in unit.own:
            if turns_to_come(self._text(own)[:_OPENING], self._now):
                return own.start
        return None

    def _turned_within(self, children: list[Unit]) -> list[Unit]:
        """Sections at the end of a part that all intend, where the part's title went unread."""
        first = len(children)
        while first and self._sets_out(children[first - 1]):
            first -= 1
        if len(children) - first < _LEAST_RUN or first == 0:
            return children
        return [*children[:first], *(self._mark(child, "plan") for child in children[first:])]

    def _sets_out(self, unit: Unit) -> bool:
        if unit.inline or unit.is_leaf or unit.tense == "problem":
            return False
        ballot = vote(self._text(unit.span))
        return ballot.sentences >= _LONG and ballot.mean <= _INTENDED

    def _chains(self, units: Sequence[Unit], above: Tense | None, span: Range) -> tuple[Unit, ...]:
        """Series in running text take the tense of the sentence that leads them."""
        told: list[Unit] = []
        end = span.start
        lead: Tense | None = None
        for place, unit in enumerate(units):
            if unit.inline:
                gap = self._gap(end, unit.span.start)
                if not gap and end > span.start and _FIRST.match(unit.marker):
                    gap = self._same_paragraph(unit.span.start)
                if len(gap) >= _LEAST_LEAD:
                    lead = _lead_tense(gap)
                    if lead is None and above == "plan" and self._was_done(units[place:]):
                        lead = "result"
                if lead is not None and unit.tense in (above, None) and unit.tense != lead:
                    unit = self._mark(unit, lead)
                elif unit.tense == "result" and demands(self._text(unit.span)):
                    unit = self._mark(unit, None)  # 启示：一是必须…, a lesson and no result
            else:
                lead = None
            end = unit.span.end
            told.append(unit)
        return tuple(told)

    def _was_done(self, units: Sequence[Unit]) -> bool:
        """Whether the series that begins here nearly only says what was done, as reasons do."""
        series = [units[0]]
        for unit in units[1:]:
            gap = self._gap(series[-1].span.end, unit.span.start)
            if not unit.inline or len(gap) >= _LEAST_LEAD:
                break
            series.append(unit)
        ballot = self._vote_of(series)
        return ballot.mean >= _DONE and ballot.sentences >= _FEW

    def _above(self, unit: Unit) -> str:
        """The end of what stands before the first unit, normalised."""
        end = unit.span.start
        return self._text(Range(max(self._document.body.start, end - _LEAD_REACH), end))

    def _gap(self, start: int, end: int) -> str:
        """The end of what stands between two units, normalised."""
        if end <= start:
            return ""
        return self._text(Range(start, end))[-_LEAD:].strip()

    def _same_paragraph(self, end: int) -> str:
        """What leads a series in the paragraph that the last item of the one before it owns."""
        text = self._text(Range(max(self._document.body.start, end - _LEAD), end))
        return text.rpartition("\n")[2].strip()

    def _text(self, span: Range) -> str:
        start, end = self._view.slice(span)
        return self._view.text[start:end]

    def _vote_of(self, units: Sequence[Unit]) -> Vote:
        if not units:
            return Vote(0.0, 0)
        return vote(self._text(Range(units[0].span.start, units[-1].span.end)))


def _lead_tense(gap: str) -> Tense | None:
    sentences = [match.group() for match in _SENTENCES.finditer(gap)][-2:]
    if any(short_of(sentence) for sentence in sentences):
        return "problem"
    if sentences and _LEAD_AHEAD.search(sentences[-1]):
        return "plan"
    return None
