"""A stronger word than the source has: 所有, 唯一, 最终, 根治 where it says nothing of the sort.

Unlike the words of `contrasts`, which exclude a word of the source, these say more than a sentence
that has no word of their family at all. Only the families are closed; what stands in the source
may be anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.equality import amounts
from summarizer.checking.findings import Fault
from summarizer.checking.margins import RETOLD
from summarizer.checking.propositions import Propositions, Reading, going_on
from summarizer.facts.records import Clause


@dataclass(frozen=True, slots=True)
class _Family:
    """Words of one strength, and the words of a source that warrant any of them."""

    kind: str
    words: re.Pattern[str]
    warrant: re.Pattern[str]


_FAMILIES = (
    _Family(
        "scope_word",
        re.compile(
            "(?<!占)(?<!占到)(?<!相当于)所有|(?<![安健占])(?<!占到)(?<!相当于)全部|一律|一概|各方面|普遍|逐一|全体|一切|任何|悉数|无一例外|各级各类|全域|全员|每一"
        ),
        re.compile(
            "所有|全|一律|逐|一切|任何|悉数|各|每|均|都|凡|只要|100%|百分之百|通通|齐|无[一论]|不[论分管]|普遍|整|清零|合计|共|总"
        ),
    ),
    _Family("degree", re.compile("唯一"), re.compile("唯一|仅|只|独|首[个家]")),
    _Family(
        "status",
        re.compile("最终(?!目)|正式|定型|敲定|核定|批准生效|生效|定稿"),
        re.compile(
            "最终|正式|定|批准|审批|核准|获批|批复|生效|施行|印发|发布|出台|颁布|公布|成立|挂牌|启动|启用|开通|投"
        ),
    ),
    _Family(
        "problem_as_achievement",
        re.compile(
            "(?:已|均|全部|得到|获得?|彻底|如今|基本|完全|了)[^,不未没]{0,4}(?:根治|解决|消除|扭转|杜绝|攻克|化解|破解|清零|绝迹|遏制|改观|好转|缓解|缓和|理顺|纾解)|不[再复](?:存在|发生|出现)|迎刃而解"
        ),
        re.compile(
            "根治|解决|消除|扭转|杜绝|攻克|化解|破解|清零|绝迹|遏制|整改|完成|改观|好转|缓解|缓和|改善|根除|成效|减少|下降|提[高升]|脱|无|不再"
        ),
    ),
    _Family(
        "status",
        re.compile("强制|硬性|务必"),
        re.compile("必须|应|要|须|强制|务必|不得|严禁|禁止|一律|硬|严"),
    ),
    _Family(
        "degree",
        re.compile("彻底|根本上|一次性|立即|立刻|永久|绝对|一举|大幅|显著|极大|急剧|成倍"),
        re.compile(
            "彻底|完全|根本|一次|立即|立刻|即|永|绝|一举|大|显|极|急|倍|及时|当场|马上|全|明显|飞|跃|猛|剧|强|高速|迅|快"
        ),
    ),
)
_ANY_WORD = re.compile("|".join(family.words.pattern for family in _FAMILIES))


def strengths(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every word of a family of which the source has none where the same is told."""
    for prop in said.saying(_ANY_WORD):
        best = prop.readings[0]
        if best.share < RETOLD:
            continue
        for family in _FAMILIES:
            found = family.words.search(prop.words)
            if found is None or any(
                family.warrant.search(_around(case, reading)) for reading in prop.admissible
            ):
                continue
            if family.kind == "scope_word" and _is_whole(case, prop.clause, found[0]):
                continue
            if _of_figures(case, prop.clause, family):
                continue
            yield case.of_clause(family.kind, prop.clause, best.span, "stronger", mine=found[0])
            break


def _is_whole(case: Case, clause: Clause, word: str) -> bool:
    """True where the figure told before the word stands in the source as the whole and as a part.

    收入3121万元，全部为财政拨款 of 收入3121万元，其中：财政拨款3121万元.
    """
    for pair in case.pairs:
        claim, held = pair.claim, case.fact_of(pair)
        if held is None or held.figure is None or claim.clause_sentence != clause.sentence:
            continue
        if claim.span.end > clause.span.start + max(0, clause.text.find(word)):
            continue
        unit = case.index.unit_at(held.span.start)
        alike = [
            fact
            for fact in case.index.facts_by_amount.get(amounts(held.figure), ())
            if case.index.unit_at(fact.span.start) is unit
        ]
        if len(alike) > 1:
            return True
    return False


def _of_figures(case: Case, clause: Clause, family: _Family) -> bool:
    """True where the sentence that has the clause's figures warrants the word.

    A clause with figures of another sentence than its words retells both.
    """
    return any(
        held is not None and family.warrant.search(held.said_in.sentence_text)
        for held in (
            case.fact_of(pair)
            for pair in case.pairs
            if clause.span.start <= pair.claim.span.start < clause.span.end
        )
    )


def _around(case: Case, reading: Reading) -> str:
    """What may warrant the word: the sentence, and the line above it."""
    return reading.clause.lead + reading.sentence + going_on(case, reading)
