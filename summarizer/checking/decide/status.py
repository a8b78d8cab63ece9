"""How far something has come: a stage further on than the source's own clause tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checking.case import Case, Retelling
from summarizer.checking.findings import Fault, Grade

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
_NEARLY = re.compile("基本|主体|大部分?|多数|初步|阶段性|部分|序时|首批|一期|正在办理")
_WHOLLY = re.compile("全部|全面|均|悉数|彻底|圆满|所有|都已")
_PAST = re.compile("已|均|全部|全面|都")
_SHARE = re.compile(
    r"(?<!10)(?<!\d)\d{1,2}(?:\.\d+)?%|办结[^,。]{0,4}\d+|[一二三四五六七八九]成|分之"
)
_AHEAD = re.compile("目标|计划|要求|力争|将|拟|年底前|预计")
_TOLD = 0.45
_SURE = 0.6
_DONE = 5


def statuses(case: Case) -> Iterator[Fault]:
    """Every clause told as done whose clause in the source is under way, or nearly done."""
    for held in case.retellings(_TOLD):
        mine = _stage(held.mine)
        if (
            mine is None
            or mine[0] < _DONE
            or case.planned(held)
            or _AHEAD.search(held.clause.head + held.mine)
        ):
            continue
        word, theirs = mine[1], _stage(held.theirs)
        if held.held(word) and not _WHOLLY.search(held.mine):
            continue
        if (
            _whole(held)
            or (theirs is not None and theirs[0] < min(mine[0], _DONE) and not _done(held.sentence))
            or (theirs is not None and mine[0] > theirs[0] == _DONE and _NEARLY.search(held.theirs))
        ):
            yield case.told("status", Grade.WRONG, held, mine=word)
        elif theirs is None and _PAST.search(held.mine) and held.match.share >= _SURE:
            told = _done(held.sentence) or _PAST.search(held.sentence)
            if not told:
                yield case.told("status", Grade.DOUBTFUL, held, mine=word)


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


def _whole(held: Retelling) -> bool:
    """全部 or 均 of what the source calls nearly done, or gives a share of."""
    found = _WHOLLY.search(held.mine)
    if found is None or _WHOLLY.search(held.sentence):
        return False
    return bool(_NEARLY.search(held.theirs) and not _NEARLY.search(held.mine)) or bool(
        _SHARE.search(held.theirs) and not _SHARE.search(held.mine)
    )
