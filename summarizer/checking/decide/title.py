"""Titles of documents: invented, altered, or of another unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from summarizer import patterns as re
from summarizer.anchors.records import Title
from summarizer.checking.case import Case
from summarizer.checking.equality import flat, title_key
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import NEARLY_WHOLE, PLAINLY, RETOLD
from summarizer.checking.textual import compared_at_most, likeness
from summarizer.facts.words import pairs
from summarizer.spans import Range

_SHORT = 8  # of two short titles fewer letter pairs are common
_SHORTEST = 4  # letters: 《方案》 is the end of every other title
_STRETCH = 4  # letters: of 21 titles altered by hand all, of the one false alarm not
_ISSUED = re.compile("(?:.{2,20}?)?关于(?:印发|转发|下发|公布|发布)(?P<named>.+)的通知$")
_TITLED = re.compile("《[^》]*》")
_SUFFIX = re.compile(r"\((?:试行|暂行|草案|修订|征求意见稿|\d{4}-\d{4}年?)\)$")


def titles(case: Case) -> Iterator[Fault]:
    """Every title of the statement that its scope does not have as printed."""
    for title in case.said.anchors.titles:
        if case.is_literal(title.span):
            continue
        if is_supported(case, title.text):
            continue
        yield _fault(case, title)


def is_supported(case: Case, text: str) -> bool:
    """True where the scope names this document, bare or inside a longer title."""
    scope, key = case.scope, title_key(text)
    if not key or key in _keys((*scope.own.titles, *scope.around.titles)):
        return True
    # A title printed with the text or in its notes is no part of any unit.
    if any(title_key(printed) == key for printed in _TITLED.findall(case.index.aside.text)):
        return True
    return any(
        key in _TITLED.sub(" ", text).replace('"', "")
        for text in (scope.own_flat, case.index.aside.text)
    )


def _keys(found: Iterable[Title]) -> dict[str, Title]:
    keys: dict[str, Title] = {}
    for title in found:
        for text in (title.text, *title.inner):
            key = title_key(text)
            keys.setdefault(key, title)
            issued = _ISSUED.match(key)
            if issued is not None:
                keys.setdefault(issued["named"].strip("《》"), title)
    return keys


def _fault(case: Case, title: Title) -> Fault:
    claim, key = (title.text, title.span), title_key(title.text)
    most = compared_at_most(len(case.said.anchors.titles))
    own = _keys(case.scope.own.titles[:most])
    for printed, source in own.items():
        if _bare(key) == _bare(printed) and not _redated(key, printed):
            return case.says("title_altered", Grade.DOUBTFUL, claim, "title_altered", source.span)
        if _shortened(key, printed):
            return case.says("title_altered", Grade.OPEN, claim, "title_altered", source.span)
    for printed, source in own.items():
        if len(key) <= _SHORT and likeness(key, printed) >= RETOLD:
            return case.says("title_altered", Grade.WRONG, claim, "title_altered", source.span)
    elsewhere = case.index.titles_by_key.get(key)
    if elsewhere:
        return case.says("title_scope", Grade.WRONG, claim, "title_scope", elsewhere[0].span)
    for candidates in (own, _keys(case.index.analysis.anchors.titles[:most])):
        near = max(candidates, key=lambda printed: _resemblance(key, printed), default=None)
        if near is not None and _resemblance(key, near) >= PLAINLY:
            place = candidates[near].span
            grade = Grade.WRONG if _differ_in_one_place(key, near) else Grade.DOUBTFUL
            return case.says("title_altered", grade, claim, "title_altered", place)
    if (aside := _altered_aside(case, key)) is not None:
        return case.says("title_altered", Grade.WRONG, claim, "title_altered", aside)
    known = flat(key) in case.index.report_flat or _stands_in_head(case, key)
    grade = Grade.OPEN if known else Grade.WRONG
    return case.says("title_invented", grade, claim, "title_invented")


def _altered_aside(case: Case, key: str) -> Range | None:
    """Where a title of the notes or the head stands from which this one differs in one place."""
    for printed in _TITLED.findall(case.index.aside.text):
        near = title_key(printed)
        start = case.index.document.text.find(printed)
        if start >= 0 and _resemblance(key, near) >= PLAINLY and _differ_in_one_place(key, near):
            return Range(start, start + len(printed))
    return None


def _differ_in_one_place(mine: str, theirs: str) -> bool:
    """True where one stretch of few letters is another: 实施方案 for 实施意见; 《甲考核意见》 of
    《甲考核指标》 and words around it are two documents."""
    shortest, longest = sorted((len(mine), len(theirs)))
    front = _common(mine, theirs)
    back = _common(mine[front:][::-1], theirs[front:][::-1])
    return longest - min(front + back, shortest) <= _STRETCH


def _common(mine: str, theirs: str) -> int:
    """How many letters both begin with."""
    alike = takewhile(lambda held: held[0] == held[1], zip(mine, theirs, strict=False))
    return sum(1 for _ in alike)


def _stands_in_head(case: Case, key: str) -> bool:
    """True for the title of the text itself, however its head prints it."""
    own = pairs(key)
    return len(own & pairs(case.index.aside.text)) >= NEARLY_WHOLE * len(own)


def _bare(key: str) -> str:
    return _SUFFIX.sub("", key).removeprefix("关于")


def _redated(mine: str, theirs: str) -> bool:
    """True where both end in years or a stage, and not in the same."""
    first, second = _SUFFIX.search(mine), _SUFFIX.search(theirs)
    return (
        first is not None
        and second is not None
        and first[0].rstrip("年)") != second[0].rstrip("年)")
    )


def _shortened(mine: str, theirs: str) -> bool:
    """True where a title leaves out only its beginning, as writers do: 《整改落实方案》."""
    return len(mine) >= _SHORTEST and theirs.endswith(mine)


def _resemblance(mine: str, theirs: str) -> float:
    """Likeness of two titles; a title cut out of a longer one is an alteration too."""
    short, long = sorted((mine, theirs), key=len)
    if len(short) > 5 and short in long:
        return 1.0
    return likeness(mine, theirs)
