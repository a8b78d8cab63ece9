"""How far something has come: a stage further on than the source's own clause tells."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import PLAINLY, RETOLD
from summarizer.checking.propositions import Proposition, Propositions, Reading, going_on

# From intention to use; a clause has the furthest stage that its words reach.
_STAGES: tuple[tuple[int, re.Pattern[str]], ...] = (
    (6, re.compile("投用|投入使用|投入运[营行]|启用|投产|投运|通车|正式运营|开通")),
    (
        5,
        re.compile(
            "(?<!未)完成(?!情况|率|时限|投资|总投资|年度|计划)|(?<!未)建成|竣工|完工|落成|办结(?!率)|(?<!未)整改到位|整改完毕|整治完毕|"
            "(?<!未)落实到位|销号|交付|验收|(?:全部|全面|均已?|都已?)(?:整改|解决|落地|达标|化解|清零)|落地见效|(?<!未)解决了?|100%|百分之百"
        ),
    ),
    (
        3,
        re.compile(
            "开工|动工|启动|进场|在建|正在|推进|施工|加快|有序|办理中|整改中|建设中|持续|逐步|陆续|探索|进展(?:顺利|良好)|顺利推进"
        ),
    ),
    (2, re.compile("签约|批复|挂网|立项|招标|采购|方案|选址|前期|备案|论证|审批|设计|编制|谋划")),
)
# 基本支出, 主体责任: a name, not how far a thing has come.
BASIC = (
    "基本(?!支出|公共|养老|医疗|保险|保障|生活|农田|药物|建设|制度|单位|情况|原则|要求|[面功盘法])"
)
_NEARLY = re.compile(
    f"{BASIC}|(?<![场营任])主体(?!责任|地位)|大部分?|多数|初步|阶段性|部分|序时|首批|一期|正在办理"
)
_WHOLLY = re.compile("全部|全面|均|悉数|彻底|圆满|所有|都已")
_PAST = re.compile("已|均|全部|全面|都")
_SHARE = re.compile(
    r"(?<!10)(?<!\d)\d{1,2}(?:\.\d+)?%|办结[^,。]{0,4}\d+|[一二三四五六七八九]成|分之"
)
_AHEAD = re.compile("目标|计划|要求|力争|将|拟|年底前|预计")
_PHRASE = re.compile("[一-龥]{0,6}")  # what a reason prints behind the word
_DONE = 5
_REACHED = re.compile("|".join(pattern.pattern for stage, pattern in _STAGES if stage >= _DONE))


def statuses(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every clause told as done whose clause in the source is under way, or nearly done."""
    for prop in said.saying(_REACHED):
        mine = _stage(prop.words)
        if mine is None or mine[0] < _DONE or _ahead(prop):
            continue
        best = prop.readings[0]
        if best.share < RETOLD or _is_plan(case, best):
            continue
        fault = _lower(case, prop, mine)
        if fault is not None:
            reading, theirs, grade = fault
            wholly = _WHOLLY.search(prop.words)
            told = wholly[0] if wholly is not None and wholly[0] not in mine[1] else ""
            words = {"mine": told + mine[1], "theirs": theirs}
            message = "status" if theirs else "status_unsaid"
            yield case.of_clause("status", prop.clause, reading.span, message, grade, **words)


def _ahead(prop: Proposition) -> bool:
    return _AHEAD.search(prop.clause.head + prop.words) is not None


def _is_plan(case: Case, reading: Reading) -> bool:
    unit = case.index.unit_at(reading.clause.span.start)
    return unit is not None and unit.plan


def _lower(
    case: Case, prop: Proposition, mine: tuple[int, str]
) -> tuple[Reading, str, Grade] | None:
    """The reading that says less, its word for it, and how sure that is."""
    wholly = _WHOLLY.search(prop.words)
    if wholly is not None and not any(_WHOLLY.search(r.sentence) for r in prop.admissible):
        for reading in prop.admissible:
            words = reading.words + going_on(case, reading)
            part = _NEARLY.search(words) or _SHARE.search(words)
            if part is not None and part[0] not in prop.words:
                behind = _PHRASE.match(words, part.end())
                return reading, part[0] + (behind[0] if behind else ""), Grade.WRONG
    told = [_stage(r.words + going_on(case, r)) for r in prop.admissible]
    if any(stage is not None and stage[0] >= mine[0] for stage in told):
        return None
    best = prop.readings[0]
    theirs = _stage(best.words)
    if theirs is not None and theirs[0] >= _DONE:
        nearly = _NEARLY.search(best.words)
        if theirs[0] < mine[0] and nearly is not None and nearly[0] not in prop.words:
            return best, nearly[0] + theirs[1], Grade.WRONG
        return None
    if any(stage is not None and stage[0] >= _DONE for stage in told):
        return None
    if theirs is not None:
        return best, theirs[1], Grade.WRONG
    if _PAST.search(prop.words) and best.share >= PLAINLY and not _PAST.search(best.sentence):
        return best, "", Grade.DOUBTFUL
    return None


def _stage(text: str) -> tuple[int, str] | None:
    for stage, pattern in _STAGES:
        found = pattern.search(text)
        if found is not None:
            return stage, found[0]
    return None


def _done(text: str) -> bool:
    stage = _stage(text)
    return stage is not None and stage[0] >= _DONE


def says_done(text: str) -> bool:
    """True where any words of a text tell something as done."""
    return _done(text)


def says_under_way(text: str) -> bool:
    """True where any words of a text tell something as under way."""
    return any(pattern.search(text) for stage, pattern in _STAGES if stage < _DONE)
