"""Texts that are no statements any more: checked in portions, and told where they are not."""

from __future__ import annotations

import pytest

from summarizer.checking import align
from summarizer.checking import portions as cutting
from summarizer.checking.portions import portions
from summarizer.facts.records import Fact
from summarizer.pipeline import verify_text
from summarizer.reading.reader import from_text

_MEMBER = "{a}{b}项目投资{n}万元"


def _list_of(count: int) -> str:
    told = (
        _MEMBER.format(a="甲乙丙丁戊己庚辛"[n % 8], b="东南西北中"[n % 5], n=n * 7 % 9973 + 1)
        for n in range(count)
    )
    return f"全年完成{'、'.join(told)}。"


def _source(count: int) -> str:
    return f"某市工作报告\n一、成效\n{_list_of(count)}\n二、打算\n继续努力。\n"


@pytest.mark.parametrize("text", ["", "新增岗位35个。", "完成35个、36个。\n" * 20])
def test_a_statement_is_one(text: str) -> None:
    """What anybody would write is never cut."""
    assert portions(text) == [(0, len(text))]


def test_portions_have_no_gaps() -> None:
    """A long text is cut behind its marks, nothing left out and nothing twice."""
    text = _list_of(500)
    found = portions(text)
    assert [(a.end, text[a.end - 1]) for a in found[:-1]] == [(b.start, "、") for b in found[1:]]
    assert (found[0].start, found[-1].end) == (0, len(text))


def test_the_work_grows_with_the_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each figure of an endless sentence is weighed against a bounded number of facts."""
    source = from_text(_source(100))
    weighed: list[Fact] = []
    score = align.score
    monkeypatch.setattr(align, "score", lambda *given: weighed.append(given[0]) or score(*given))
    counts = []
    for size in (25, 50, 100):
        weighed.clear()
        verify_text(_list_of(size).replace("投资", "投入"), source)
        counts.append(len(weighed) / size)
    assert max(counts) < 1.3 * min(counts)


def test_what_is_beyond_them_all_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the figures of one sentence so many portions are checked; one line tells of the rest."""
    monkeypatch.setattr(cutting, "_MOST", 2)
    report = verify_text(_list_of(260), from_text(_source(260)))
    counts = report.verification
    assert (counts.supported, counts.contradicted, counts.unread) == (200, 0, 60)
    told = [finding for finding in report.overview.findings if finding.kind == "unread"]
    assert [finding.reason.partition("：")[2] for finding in told] == [
        "一段所列过多，自此起60个数未核对"
    ]
