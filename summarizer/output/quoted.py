"""What is quoted with a key figure: where it came from, how much it grew, its place among others.

一般公共预算收入 86.2亿元 says half of what its sentence says: 增长5.3%，全省第三.
"""

from __future__ import annotations

from bisect import bisect_right

from summarizer import patterns as re
from summarizer.engines.wrongs import is_audit, wrong_at
from summarizer.models import Figure, KeyFigure, Report
from summarizer.output import phrases
from summarizer.output.told import all_figures
from summarizer.output.wording import word
from summarizer.vocabulary import FigureKind, FigureRole, Lang

_BEHIND = 24  # characters up to a growth, with what it is compared with: 比上年同口径增长
_APART = 30  # characters from the start of a rise to its end, with a period of its own
_MOVED = ("up", "down")
_LOWER, _UPPER = (">=", ">"), ("<=", "<")
# Before the rank may stand what one rate is above another. Of 分别排全省第一、第二位 only the order
# tells whose is whose: that is left to the text.
_RANK = re.compile(
    r"(?:[,，、][比较高快][^,，。;；第\n]{2,18})?[,，、]?"
    r"(?P<told>[^,，。;；、\d第\n]{0,14}(?:[居列排]|全?[国省市区县州旗])[^,，。;；、第\n]{0,4}"
    r"第[一二三四五六七八九十\d]{1,3}[位名]?)(?=[,，。;；\n]|$)"
)
_CLAUSE = 40  # characters of one before its figure: four in five are shorter as a whole
_FINDING = 80  # of one that tells what an audit found, lists and all
_BY_YEAR = re.compile(r"(年均|年平均|平均每年)[^,，。;；\n]*$")
_MARKS = re.compile(r"[,，。;；:：]")
_LABEL = 24  # characters: a label and its figure are one line
_LISTED = re.compile(r"、[^,，]*等(?=[一-龥]{2})")
_ESTIMATE, _PASSED = "预计", "突破"
_BARE = 2  # characters of a label: 投资, 资金, 面积
_OWNED = re.compile(r"(?:^|[,，、。;；:：\n])(?P<told>[^,，、。;；:：\n\d]{3,14})[达共为约]?$")
_SHARED = re.compile("分别|各|均")


class Quoted:
    """The figures of a report in their order, looked through once for all that are quoted."""

    def __init__(self, report: Report) -> None:
        self._figures = [figure for _, _, figure in all_figures(report)]
        self._starts = [figure.span.start for figure in self._figures]
        self._text = report.source.text if report.source.attached else ""
        self._audit = is_audit(report.source.title)

    def line(self, item: KeyFigure, lang: Lang) -> str:
        """Label, figure, what belongs to it, and the period it is said of."""
        figure = self.said(item.figure)
        told = [phrases.figure(figure, self.start(figure)), *self.beside(item.figure)]
        when = phrases.when_of(figure, lang)
        return " ".join(told) + (word("()", lang).format(when) if when else "")

    def said(self, figure: Figure) -> Figure:
        """The figure with the words that make it a rate by the year: 年均分别增长24.78%和18.6%.

        One that only names a measure has the words before it in its clause: 挽回资金; what an
        audit found has those by which it is wrong: 未及时享受税费优惠.
        """
        label = figure.label or ""
        wrong = self._wrong(figure)
        if wrong:
            return figure.model_copy(update={"label": wrong})
        if label and len(label) <= _BARE and self._text:
            before = self._text[max(0, figure.span.start - _CLAUSE) : figure.span.start]
            named = _OWNED.search(before)
            if named is not None and named["told"].endswith(label):
                figure = figure.model_copy(update={"label": phrases.clean(named["told"])})
        figure = self._ranged(self._hedged(figure))
        if figure.role is not FigureRole.CHANGE or figure.comparator or not self._text:
            return figure
        before = self._text[max(0, figure.span.start - _CLAUSE) : figure.span.start]
        found = _BY_YEAR.search(before)
        if found is None or found[1] in (figure.label or ""):
            return figure
        return figure.model_copy(update={"comparator": found[1]})

    def _ranged(self, figure: Figure) -> Figure:
        """An upper bound with the lower one right before it: 一万元以上三万元以下."""
        place = bisect_right(self._starts, figure.span.start) - 2
        if place < 0 or figure.bound not in _UPPER:
            return figure
        lower = self._figures[place]
        joined = lower.bound in _LOWER and lower.span.end == figure.span.start
        return figure.model_copy(update={"text": lower.text + figure.text}) if joined else figure

    def _hedged(self, figure: Figure) -> Figure:
        """A level with what makes it an estimate, or a mark that was passed: 预计, 突破."""
        before = self._text[max(0, figure.span.start - _CLAUSE) : figure.span.start]
        clause = "".join(_MARKS.split(before)[-1].split())
        if figure.role is FigureRole.CHANGE or not clause:
            return figure
        label, told = figure.label or "", figure.text
        if clause.endswith(_PASSED) and not told.startswith(_PASSED):
            told = f"{_PASSED}{told}"
        if _ESTIMATE in clause and label and _ESTIMATE not in label:
            label = f"{_ESTIMATE}{label}"
        return figure.model_copy(update={"label": label or None, "text": told})

    def _wrong(self, figure: Figure) -> str:
        """What was found to be wrong in the clause before a figure, within the room of a label."""
        if not self._audit:
            return ""
        before = self._text[max(0, figure.span.start - _FINDING) : figure.span.start]
        clause = "".join(_MARKS.split(before)[-1].split())
        start = wrong_at(clause)
        told = clause[start:].rstrip("共约达为计") if start is not None else ""
        label = figure.label or ""
        behind = self._text[figure.span.end : figure.span.end + _BEHIND]
        told += label if told and behind.startswith(label) else ""
        told = _LISTED.sub("等", told) if len(told) > _LABEL else told
        return phrases.clean(told) if _BARE < len(told) <= _LABEL else ""

    def start(self, figure: Figure) -> str:
        """The other end of a rise or fall that ends in `figure`, as printed; empty for none."""
        place = bisect_right(self._starts, figure.span.start) - 2
        if place < 0 or figure.direction not in _MOVED or figure.role is FigureRole.CHANGE:
            return ""
        before = self._figures[place]
        near = 0 < figure.span.start - before.span.end <= _APART
        same = (before.unit, before.label) == (figure.unit, figure.label)
        return before.text if near and same and before.role is not FigureRole.CHANGE else ""

    def beside(self, figure: Figure) -> list[str]:
        """The growth of a level, and the rank of either, where they stand right behind it."""
        found, last = [], figure
        place = bisect_right(self._starts, figure.span.start)
        growth = self._figures[place] if place < len(self._figures) else None
        if growth is not None and _is_growth(growth, figure):
            found.append(phrases.moved(self.said(growth)))
            last = growth
        rank = self._rank(last)
        return [*found, rank] if rank else found

    def _rank(self, last: Figure) -> str:
        match = _RANK.match(self._text, last.span.end) if self._text else None
        if match is None or _SHARED.search(match["told"]):
            return ""
        return phrases.clean(match["told"])


def _is_growth(growth: Figure, level: Figure) -> bool:
    return (
        level.role is not FigureRole.CHANGE
        and growth.role is FigureRole.CHANGE
        and growth.kind in (FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS)
        and growth.direction is not None
        and growth.label == level.label
        and 0 < growth.span.start - level.span.end <= _BEHIND
    )
