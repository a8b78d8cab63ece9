"""The year that a date without one inherits, as the reading of a text goes on."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.points import Found
from summarizer.patterns import lazy

_SENTENCE_END = lazy("[。！？!?\n]")
# Of a chapter (三、2016年工作安排), of a section (（二）2015年的工作), or of a part without a
# number that governs chapters (2022年工作回顾, 2019年：开新局); the title of a
# report (2026年政府工作报告) is the year it is given in.
HEADING = re.compile(
    "^#{0,6} ?(?:[(（](?P<section>[一二三四五六七八九十]{1,3})[)）]"
    "|(?P<chapter>[一二三四五六七八九十]{1,3}、"
    "|第[一二三四五六七八九十]部分)|(?P<part>(?:19|20)[0-9]{2}年(?![0-9]{1,2}月)|“?十[一二三四五]五”?(?:时期|期间)?(?![、及和至])"
    "|(?:过去|今后|未来)的?[一二两三四五]年|[一二两三四五]年来|本届政府)"
    "(?=[^\n,，。:：]{0,24}(?:工作(?!报告)|回顾|建议|目标|任务|安排|情况|打算|总结)[^\n,，。:：]{0,8}$"
    "|[:：][^\n0-9。；;！!？?]{4,24}$))"
    "[^\n。;；]{2,40}$",
    re.M,
)
_BACK = lazy("过去的?[一二两三四五]年|[一二两三四五]年来|本届政府")
_HEADING_YEAR = re.compile("(?<![—–至到-])((?:19|20)[0-9]{2})年")
_BESIDE = 200  # 99 % of sentences are shorter than 191
# 到2030年 is a goal, 由2020年的 and 是2010年的 are what others are compared with.
_NO_RULE = frozenset("到由是与")
_CLAUSE_BEGINS = frozenset("\n,，。;；:：、(（“”》)）和及在于至从自")


class Years:
    """The year in force at each position; `reach` must be called with rising positions.

    Within a sentence the last printed year governs, then the year of the chapter's heading.
    Across sentences only a date with a month (or a year that begins a paragraph) does, since a
    bare year is often a year that others are compared with. Open intervals (2018年以来),
    comparisons (较2019年), goals (到2030年, and every year after the text's own) and the years of
    events (筹备2020年冬运会) govern nothing. `gone` is the year that 过去五年 ends with.
    """

    def __init__(
        self,
        text: str,
        fallback: int | None,
        this_year: int | None,
        told: int | None = None,
        gone: int | None = None,
    ) -> None:
        self._text = text
        self._strong: int | None = None
        self._weak: int | None = None
        self._last: int | None = None
        self._last_end = 0
        self._section = self._told = told
        self._fallback = fallback
        self._this_year = this_year
        self._gone = gone
        self._part: int | None = None
        self._headings = HEADING.finditer(text)
        self._heading = next(self._headings, None)

    def reach(self, position: int) -> None:
        """Enters the chapters that begin up to a position."""
        while self._heading is not None and self._heading.start() <= position:
            years = _HEADING_YEAR.findall(self._heading.group())
            if not years and self._gone and _BACK.search(self._heading.group()):
                years = [str(self._gone)]
            if self._heading["part"]:
                self._part = int(years[-1]) if years else None
            if years:
                self._section = int(years[-1])
            elif self._heading["chapter"]:
                self._section = self._part or self._told
            if years and self._section is not None:
                self._strong, self._weak = self._section, None
            self._heading = next(self._headings, None)

    def at(self, position: int) -> int | None:
        """The year in force at a position."""
        return self.printed(position) or self._strong or self._weak or self._fallback

    def of(self, word: str, position: int) -> int | None:
        """The year from which a calendar word is counted."""
        if word.startswith(("上", "次", "翌")):
            return self.printed(position)
        if word in ("全年", "本年", "本年度", "当年") or word[0] == "近":
            return (
                self.printed(position) or self._section or (self.now() if word != "全年" else None)
            )
        if word.startswith("年") and self._text[position - 1 : position] == "至":
            return self.at(position)  # 至年底全部结转 tells what has been
        if word.startswith("年"):
            return self.printed(position) or self._section or self.now()
        return self.now()

    def printed(self, position: int) -> int | None:
        """The last year printed in the sentence of `position`."""
        if self._last is None or position - self._last_end > _BESIDE:
            return None
        apart = _SENTENCE_END.search(self._text, self._last_end, position)
        return None if apart else self._last

    def now(self) -> int | None:
        """The year that 今年 names."""
        return self._this_year or self._strong or self._weak or self._fallback

    def note(self, found: Found) -> None:
        """Takes a printed year into account."""
        year = found.year
        if year is None or found.relation in ("以来", "较", "比", "同", "至今", "到"):
            return
        if self._this_year is not None and year > self._this_year:
            return
        before = self._text[found.start - 1] if found.start else "\n"
        whole = found.last.months == (1, 12)
        if before in _NO_RULE or (
            whole
            and before not in _CLAUSE_BEGINS
            and "一" <= self._text[found.end : found.end + 1] <= "龥"
        ):
            return
        self._last, self._last_end = year, found.end
        if found.relative:
            return
        if not whole or before == "\n":
            self._strong = year
        else:
            self._weak = year
