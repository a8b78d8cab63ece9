"""How far a measure has come, never further than its text says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.engines.extractive import cues
from summarizer.engines.extractive.scoring import UNFIT, Scored
from summarizer.engines.extractive.topics import bare
from summarizer.vocabulary import Status

_COMPLETED = re.compile(
    r"(?:已|均|全部)[^,，]{0,14}?(?:完成|办结|整改|处置|建成|投用|交[付房]|销[号案]|解决|清零|完毕|到位)"
    r"|(?:整改|清退|拆除|办理|处置)完毕|建成(?:投用|投产|运营|使用)|竣工验收"
)
# So many are done: whether they are all is not said.
_SOME = re.compile(r"已有\d|(?:完成|办结|整改|销[号案]|解决|建成|处置)了?\d")
_PARTLY = re.compile(r"部分|个别|大多|试点|基本|主体|[一二三]期|陆续|逐步|阶段性")
_MOSTLY = re.compile(r"(?:基本|大部分|主体)(?:完成|建成|整改|到位|解决|完工|实现)")
_UNDER_WAY = re.compile(r"正在|正(?:加快|抓紧|积极|有序|稳步|按)|仍在")
# What is told of a year not quite over is an estimate, not an intention.
_ESTIMATE = re.compile(
    r"预计(?![^,，]{0,8}(?:年底|明年|20\d\d|投资|建成|开工|竣工|投用))[^,，]{0,24}\d"
)
_SHORT_OF_ALL = re.compile(r"(?:办结|完成|整改|销号)率[^,，]{0,6}?(?<!\d)\d\d(?:\.\d+)?%")
_BEGUN = re.compile(r"已(?![^,，]{0,12}的)")
# fmt: off
_IN_THE_MIDST = (
    "推进中", "办理中", "进行中", "整改中", "建设中", "实施中", "侦办中", "施工中", "审理中",
    "协调中", "筹备中",
)
# fmt: on
_GOING_ON = re.compile(r"(?:有序|稳步|积极|加快|扎实|顺利)推进$|进展顺利")
_TELLS = re.compile(r"已|均|全部|完毕|建成|竣工|基本|大部分|主体")
_KEPT_UP = re.compile(r"持续|常态化|始终|长期|坚持不懈|常抓不懈|一贯|长效")
_SHORT_MEASURE = 2
# In a text of more sentences or clauses one thing does not tell of the whole.
_LONG_MEASURE = 8
_MANY_CLAUSES = 20


def judge(scored: Sequence[Scored], *, plan: bool) -> Status:
    """The status of a unit from its clauses; `plan` where the unit tells only intentions.

    A completion counts only as an assertion of its own, not as an aim (确保整改到位) and not
    beside anything that is under way or still to come. `ongoing` is left to measures that tell
    nothing but what is kept up.
    """
    if plan:
        return Status.PLANNED
    told = [item for item in scored if item.score > UNFIT]
    done = mostly = under_way = pending = short = future = begun = False
    completions = assertions = 0
    sentences = {item.clause.sentence for item in told}
    final = max(sentences, default=0)
    first_future = False
    long = final >= _LONG_MEASURE
    for item in told:
        text = item.text
        aim = cues.PURPOSE.match(text) is not None
        last = item.clause.sentence == final
        if not aim and not under_way:
            under_way = not long and (
                text.endswith(_IN_THE_MIDST) or _UNDER_WAY.search(text) is not None
            )
            under_way = under_way or (last and not long and _GOING_ON.search(text) is not None)
        short = short or ("率" in text and _SHORT_OF_ALL.search(text) is not None)
        pending = pending or "尚未" in text or "还未" in text
        if cues.FUTURE.search(text) and not _ESTIMATE.search(text):
            first_future = first_future or assertions == 0
            future = True
            assertions += 1
            continue
        assertions += 1
        if aim or not _TELLS.search(text) or (not item.leading and bare(text)):
            continue
        begun = begun or _BEGUN.search(text) is not None
        if _MOSTLY.search(text):
            mostly = mostly or not (long or len(told) >= _MANY_CLAUSES)
        elif _COMPLETED.search(text) and not _PARTLY.search(text) and not _SOME.search(text):
            completions += 1
            done = done or last or item.clause.sentence == 0
    if first_future and not completions and not under_way:
        return Status.PLANNED
    # 尚未 tells of work only beside something done: by itself it is a fault that was found.
    if under_way or (not long and (future or pending) and (begun or completions or mostly)):
        return Status.IN_PROGRESS
    if mostly:
        return Status.MOSTLY_COMPLETED
    if done and not short and (len(sentences) <= _SHORT_MEASURE or completions >= _SHORT_MEASURE):
        return Status.COMPLETED
    if told and _only_kept_up(told):
        return Status.ONGOING
    return Status.REPORTED


def _only_kept_up(told: Sequence[Scored]) -> bool:
    if not _KEPT_UP.search(told[0].text):
        return False
    return not any(
        item.figures or "《" in item.text or cues.CONCRETE.search(item.text) for item in told
    )
