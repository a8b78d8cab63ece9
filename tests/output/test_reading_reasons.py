"""Why a figure has its label, as `summarize outline --explain` says."""

from __future__ import annotations

import pytest

from summarizer.analysis import analyse
from summarizer.output.reading_reasons import reasons
from summarizer.output.wording import word
from summarizer.reading import from_text


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("35个项目开工。", ["label_behind"]),
        ("新增岗位35个。", ["label_before"]),
        ("投资完成12亿元，增长8%。", ["label_before", "label_carried"]),
        ("城镇、农村居民收入分别增长5%、6%。", ["label_joined", "label_before"]),
        ("完成5%。", ["label_none"]),
    ],
)
def test_each_rule_is_told_where_it_gave_the_label(sentence: str, rules: list[str]) -> None:
    """The place of the label's words against the figure says which rule found them."""
    analysis = analyse(from_text(f"一、开展工作。{sentence}"))
    told = reasons(analysis, "zh").figures
    assert list(told) == [figure.span.start for figure in analysis.anchors.figures]
    wanted = [word("label_from", "zh").format(word(rule, "zh")) for rule in rules]
    assert [why.split("; ")[0] for why in told.values()] == wanted
