"""Clauses that only name what the one after them tells of: 各级政府的预算，都要公开."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import patterns as re
from summarizer.anchors.verbs import predicate_at
from summarizer.engines.extractive import cues, rules
from summarizer.engines.extractive.clauses import COMMAS, Clause
from summarizer.engines.extractive.topics import acts_at_once, names_only, verbless

_TOPICAL = ("对", "无论", "不论", "凡")
_LONGEST_NAME = 12  # characters behind a 的: 80 % of clauses are longer, names hardly ever
_LONGEST_ACTOR = 20  # characters before what he does
# 总占地面积约18万平方米 says something; 12个项目 does not.
_MEASURED = re.compile(
    r"[^,，\d]{2}\d[\d.]*[余多]?[万亿]*(?:平方[米公]里?|公里|[公亩吨米元顷斤瓦时%]+|公顷|千瓦)$"
)
_TITLE = re.compile(r"《[^《》]*》")


def subjects_of(clauses: Sequence[Clause], view: str) -> set[int]:
    """The clauses that are only the subject of the one after them; neither stands alone.

    新建的12个项目，均已开工. / 各级政府的预算，部门的预算，都要公开. / 对于推进改革，都有意义.
    """
    found: set[int] = set()
    for index in range(len(clauses) - 2, -1, -1):
        start, end, ended, *_ = clauses[index]
        if not ended or ended not in COMMAS:
            continue
        after = clauses[index + 1].start
        if names_only(view[start:end]) and clauses[index + 1].sentence == clauses[index].sentence:
            found.add(index)
            continue
        bears = view[after] in rules.BEARING_STARTS and rules.BEARING.match(view, after)
        if bears and _borne(view[start:end], bears.group(), opens=_opens(clauses, index)):
            found.add(index)
            continue
        if "的" in view[start:end] and _opens(clauses, index) and _fronted(clauses, view, index):
            found.add(index)
            continue
        if view[after] not in rules.RULE_STARTS and index + 1 not in found:
            continue
        of_all = rules.TOLD_OF_ALL.match(view, after) is not None
        ruled = rules.RULED.match(view, after) is not None
        if not (of_all or ruled or index + 1 in found):
            continue
        text = view[start:end]
        if view[after] == "可" and _MEASURED.search(text):
            continue
        act = (
            rules.RULED_ACT.match(view, after) is not None
            and _opens(clauses, index)
            and rules.MODAL.search(text) is None
        )
        if (
            act
            or (of_all and (text.startswith(_TOPICAL) or rules.SUBJECT.search(text)))
            or (ruled and rules.RULED_SUBJECT.search(text))
            or verbless(text)
        ):
            found.add(index)
    return found


def _borne(text: str, bearing: str, *, opens: bool) -> bool:
    """Whether a clause only names what the next says something of: 甲的调整，关系到乙.

    Not what somebody did, before what he became: 甲积极践行宗旨，成为名片.
    """
    if not opens or bearing != "成为":
        return opens or verbless(text)
    places = range(2, min(len(text), _LONGEST_ACTOR))
    return not any(predicate_at(text, place, len(text)) for place in places)


def _fronted(clauses: Sequence[Clause], view: str, index: int) -> bool:
    """Whether a clause only names what the next tells of: 用于研发的货物，免于提交许可证件.

    As well the object of a norm: 已饲养的犬只，养犬人应当登记.
    """
    here, after = clauses[index], clauses[index + 1]
    text = _TITLE.sub("《》", view[here.start : here.end])
    named = len(text) - text.rfind("的") - 1
    if "的" not in text or not named or not verbless(text):
        return False
    if acts_at_once(text):
        return False
    bound = rules.BOUND.match(view[after.start : after.end]) is not None
    return bound or (named <= _LONGEST_NAME and cues.CONCRETE_START.match(text) is None)


def _opens(clauses: Sequence[Clause], index: int) -> bool:
    """Whether a clause is the first of its sentence."""
    return index == 0 or clauses[index - 1].sentence != clauses[index].sentence
