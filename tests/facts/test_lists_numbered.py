"""第一、二、三产业 under 依次: the noun that is printed once belongs to each."""

from __future__ import annotations

from summarizer.facts.extract import facts_of_text


def test_a_noun_printed_once_belongs_to_every_number() -> None:
    """Each figure is said of its own one."""
    found = facts_of_text("第一、二、三产业增加值占比依次为3.8%、80.9%和15.3%。").facts
    named = [fact.named for fact in found if fact.shared]
    assert [name[:4] for name in named] == ["第一产业", "第二产业", "第三产业"]
    found = facts_of_text("养殖业、种植业产值分别为3亿元、4亿元。").facts
    assert [fact.named[:3] for fact in found if fact.shared] == ["养殖业", "种植业"]


def test_as_many_changes_behind_a_list_are_of_the_same_things() -> None:
    """增长5%和6% behind two shares goes on with both, one change alone with neither."""
    shares = "养殖业、种植业产值分别为3亿元、4亿元"
    found = facts_of_text(f"{shares}，增长5%和6%，下降7%和8%。").facts
    assert [fact.named for fact in found[2:]] == [
        "养殖业产值增长",
        "种植业产值增长",
        "养殖业产值下降",
        "种植业产值下降",
    ]
    found = facts_of_text(f"{shares}，增长5%。").facts
    assert [fact.shared for fact in found] == [True, True, False]
