"""What decides between two places that the words fit alike: never the order of a set."""

from __future__ import annotations

from random import Random

from summarizer.checking import SourceIndex, Statement
from summarizer.checking.case import case_of
from summarizer.checking.decide.plain import exchanged
from tests.checking.cases import Case, report_of


def _index(source: str) -> SourceIndex:
    return SourceIndex(report_of(Case(source, source)))


def test_weights_add_up_to_the_same_in_any_order() -> None:
    """A sum of a set must not hang on the order in which the set is gone through."""
    index = _index(
        "全年新建水厂26个，改造管网1707公里，培训水工2605人次；各县供水保障率由32.4%提高到80.4%。"
    )
    pairs = sorted({pair for clause in index.clauses for pair in clause.pairs})
    assert len(pairs) > 20
    sums = set()
    for seed in range(50):
        Random(seed).shuffle(pairs)
        sums.add(index.weights.of([*pairs, "没有"]))
    assert len(sums) == 1


def test_of_two_facts_that_fit_alike_each_is_given_its_own_value() -> None:
    """The words name both alike: the sum of the scores is the same, whichever is which."""
    index = _index("甲村47人，乙村56人。")
    for text in ("涉及47人、56人。", "涉及56人、47人。"):
        case = case_of(Statement(text, index.by_id["1.1.1"]), index)
        assert [pair.given.text for pair in case.pairs if pair.given] == [
            pair.claim.text for pair in case.pairs
        ]


def test_what_is_turned_round_names_its_own_fact() -> None:
    """26个贫困县 is 贫困县26个, though 1707个贫困村 has 贫困 behind it as well."""
    index = _index("全市有贫困县26个、贫困村1707个。")
    for text, other in (("26个贫困县中已退出一些。", False), ("26个山村已退出。", True)):
        case = case_of(Statement(text, index.by_id["1.1.1"]), index)
        pair = case.pairs[0]
        facts = {fact.text: fact for _, fact in pair.candidates}
        assert exchanged(case, pair, facts["1707个"], facts["26个"]) is other
