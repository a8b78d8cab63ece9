"""What a report covers, by its head: the period of figures that nothing nearer dates."""

from __future__ import annotations

from summarizer.patterns import lazy
from summarizer.reading.document import Document
from summarizer.words import worded

_YEAR = lazy("((?:19|20)[0-9]{2})年(?![0-9]{1,2}月)")
_DAY = lazy("((?:19|20)[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日")
# The year on a cover, on a line of its own; and that with which a text begins.
_COVER = lazy(r"(?:\A|\n)[ \t　]*[(（]?(?P<year>(?:19|20)[0-9]{2}) ?年度?[)）]?[ \t\r]*(?=\n)")
_OPENING = lazy(r"(?:[^\n]{0,60}\n+){0,8}?(?P<year>(?:19|20)[0-9]{2})年[,，][^\n]{40}")
_STAMP = lazy(
    r"\n[ \t　]*((?:19|20)[0-9]{2})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?"
    r"[ \t\r]*(?=\n)"
)
_BUDGET = lazy("预算(?!执行|.*执行|.*草案)")
_HEAD = 400  # lines of title, name and cover: 99 % of heads are shorter
# A report on what has been: its title names the year it is about (of a communiqué the title may be
# the bureau alone).
_REVIEW = worded("titles", "{reviews}")
# A government reports to the assembly that meets in the first months of the year.
_TO_ASSEMBLY = lazy("(?P<year>(?:19|20)[0-9]{2})年[^,，。]{0,24}政府工作报告")
_MONTH_OF_ASSEMBLY = "02"
_CHAPTER = r"(?m)^[ \t　]*[一二三四五六七]、[ \t　]*(?P<year>(?:19|20)\d\d)年[^\n。，,；;]{0,20}"
_CHAPTER_BACK = lazy(_CHAPTER + r"(?:回顾|总结|完成情况|执行情况)[^\n。]{0,8}$")
_CHAPTER_AHEAD = lazy(_CHAPTER + r"(?:安排|目标|任务|重点|打算|建议|要求)[^\n。]{0,12}$")
# 2005年政府工作报告 is given in the year of its title, of the year before.
_YEAR_OF_ISSUE = worded("titles", "{of_year}")


def covered(document: Document) -> tuple[str, str] | None:
    """The first and last day that a report is about, as ISO dates; None where its head says none.

    An inspection report covers what was done from the feedback to its issue; a yearly review, or a
    budget, the one year of its title; a review whose title has none that of its cover, or the one
    before its issue with which it opens. Plans, rules and notices cover no period.
    """
    facts, issued = document.inspection, document.issued_on
    begun = facts.feedback_on if facts is not None else None
    if begun and issued and len(begun) == len(issued) == 10 and begun < issued:
        return begun, issued
    title = document.title or ""
    years = set(_YEAR.findall(title))
    looks_back = _REVIEW.search(title) and not _YEAR_OF_ISSUE.search(title)
    if len(years) == 1 and (looks_back or _BUDGET.search(title)):
        year = years.pop()
        return f"{year}-01-01", f"{year}-12-31"
    head = document.text[:_HEAD]
    if years or _YEAR_OF_ISSUE.search(title) or not _REVIEW.search(title or head):
        return None
    told = _COVER.search(head)
    if told is None and issued:
        told = _OPENING.match(document.view.text)
        told = told if told is not None and int(told["year"]) == int(issued[:4]) - 1 else None
    return (f"{told['year']}-01-01", f"{told['year']}-12-31") if told is not None else None


def given_on(document: Document) -> str | None:
    """The ISO date on which a report was given: its own, that in its title or alone under it.

    Of a government's yearly report without any it is the month in which most are given: in the
    year that its title names, or that one chapter plans where another looks back on the year
    before (一、2007年工作回顾, 二、2008年工作目标).
    """
    if document.issued_on is not None:
        return document.issued_on
    title = document.title or ""
    dated = _DAY.search(title) or _STAMP.search(document.text[:_HEAD])
    if dated is not None:
        return f"{dated[1]}-{int(dated[2]):02d}-{int(dated[3]):02d}"
    yearly = _TO_ASSEMBLY.search(title)
    year = yearly["year"] if yearly is not None else _planned_year(document.text)
    return f"{year}-{_MONTH_OF_ASSEMBLY}" if year else None


def _planned_year(text: str) -> int | None:
    """The year that a chapter plans, where another looks back on the year before it."""
    told = {int(found["year"]) for found in _CHAPTER_BACK.finditer(text)}
    planned = {int(found["year"]) for found in _CHAPTER_AHEAD.finditer(text)}
    return next((year for year in sorted(planned) if year - 1 in told), None)
