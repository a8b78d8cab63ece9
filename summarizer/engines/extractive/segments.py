"""Parts of a finished summary that stand by themselves, for the summaries above it."""

from __future__ import annotations

from functools import lru_cache

from summarizer import patterns as re
from summarizer.engines.extractive import cues, relations, rules
from summarizer.engines.extractive.clauses import balanced, split_clauses
from summarizer.engines.extractive.scoring import UNFIT, Marks, Scored, score_clauses
from summarizer.words import worded

_SEMICOLON = re.compile(r"[；;]")
_TITLE = re.compile(r"《[^》]*》")
_QUANTITY = re.compile(r"(?<!\d)(?<![\d,.][,.])\d[\d.,]*+(?![年月日])")
_DILIGENCE = worded("cues", "{diligence}")
# What others made of it: a rank, a prize, a place among few.
_HONOUR = worded(
    "cues",
    r"(?:{won})[^,，]{0,24}(?:国家|全国|世界|一流|前\d|第[一二三\d])"
    r"|[国省]家?级?(?:科技|科学技术)?[^,，]{0,6}[特一]等奖|第(?:一|1)[名位]|(?:居|列|排)全[国省][^,，]{0,8}(?:首位|第[一二三1-3])|全国首[个批例家]",
)
# How a first figure came about, which its place at the head of all says well enough; and 具体为：.
_RECKONED = re.compile(
    r"^(?:(?:经?初步(?:核算|测算|统计)|据[^,，]{0,8}(?:统计|核算|测算))[,，]|具体(?:为|是|如下)[:：])"
)
_MOST_FIGURES = 4  # more figures do not make a segment more worth telling
_POINTS = re.compile(r"[^,，]{0,8}[对就据因]此(?![次前外])")
# A verb and a count of what the sentence before names: 年内完成20个, 处理处分12人.
_UNNAMED = worded(
    "cues",
    r"(?:[年月][内底末]|目前|今年|全年|其中|共|已|累计|计划|力争)*"
    r"(?:{counted}){1,2}"
    r"\d[\d.,]*[万余多]*(?:人次?|[件起个名次项条家户处所座])$",
)
# The same of a sum: 实际完成53亿元, 同口径增长4%, 筹集0.78亿元.
_OF_NOTHING = worded(
    "cues",
    r"(?:收入|支出|(?:滚存|本年|年末|累计)*(?:收支)?结余)(?:预算)?(?:数?为|完成|安排|达)?\d"
    r"|(?:为|完成|占)(?:年度|年初|调整|全年|预期)*(?:预算|计划|目标|任务)数?的\d"
    r"|(?:实际|按?同口径|统筹|共|已|累计|分别|同比|环比)*"
    r"(?:{summed}){1,2}"
    r"\d[\d.．,]*[余多]?[万亿]*(?:个?百分点|[^,，\d]{0,2})(?:以上|左右)?(?:[,，]|$)",
)
# What an accident cost, which the clause before it names.
_TOLL = re.compile(r"(?:共|造成)?(?:(?:直接)?经济损失|死亡|遇难|失踪|受伤)\d")
_BACK = (
    _TOLL,
    relations.BALANCES,
    relations.CHANGES,
    _UNNAMED,
    _OF_NOTHING,
    _POINTS,
    cues.BACKWARD,
    cues.BARE_VERBS,
    cues.BARE_MEASURE,
    cues.BACKWARD_FIGURE,
    cues.CONTRAST,
    rules.BEARING,
    rules.AGGRAVATED,
)


_ALONE = (relations.BALANCES, relations.CHANGES, _UNNAMED, _OF_NOTHING, rules.BEARING)


@lru_cache(maxsize=4096)
def segments(summary: str, budget: int) -> tuple[str, ...]:
    """The parts of a summary that can be told alone, each within `budget` characters.

    A part between semicolons that is too long gives its runs of clauses that need nothing
    outside of them. A share is never told without the rest of its total.
    """
    fit: list[str] = []
    for part in _SEMICOLON.split(_RECKONED.sub("", summary.rstrip("。…"))):
        if not balanced(part) or _points_back(part):
            continue
        if 0 < len(part) <= budget:
            fit.append(part)
        elif part and not rules.MEANS.search(part):  # half a meaning is none
            fit.extend(_runs(part, budget))
    return tuple(fit)


def _points_back(part: str) -> bool:
    return any(cue.match(part) is not None for cue in _BACK)


@lru_cache(maxsize=1024)
def _read(part: str) -> list[Scored]:
    places = [match.start() for match in _QUANTITY.finditer(part)]
    marks = Marks([(place, place, True) for place in places])
    return score_clauses(split_clauses(part), part, part, marks)


def _runs(part: str, budget: int) -> list[str]:
    scored = _read(part)
    clauses = [item.clause for item in scored]
    bound = [cues.CONTRAST.match(part, clause.start) is not None for clause in clauses]
    runs: list[str] = []
    start = 0
    while start < len(clauses):
        end, last = start, start
        for index in range(start, len(clauses)):
            item = scored[index]
            if (
                clauses[index].end - clauses[start].start > budget
                or min(item.needs, default=index) < start
            ):
                break
            last = max(last, *item.needs, index)
            if item.score > UNFIT and last == index and not any(bound[index + 1 :]):
                end = index + 1
        run = part[clauses[start].start : clauses[end - 1].end] if end > start else ""
        if run and not bound[start] and not any(cue.match(run) for cue in _ALONE):
            runs.append(run)
        start = max(end, start + 1)
    return runs


@lru_cache(maxsize=4096)
def telling(segment: str) -> float:
    """How much a segment tells of results: figures and completions, not meetings held."""
    worth = float(min(len(_QUANTITY.findall(_TITLE.sub("", segment))), _MOST_FIGURES))
    if cues.STRONG_RESULT.search(segment):
        worth += 1.5
    elif cues.RESULT.search(segment):
        worth += 0.7
    if cues.BOILERPLATE.search(segment):
        worth -= 2.0
    if cues.PURPOSE.match(segment):
        worth -= 1.0
    if _DILIGENCE.search(segment):
        worth -= 0.7
    if "《" in segment:
        worth += 0.5
    if _HONOUR.search(segment):
        worth += 1.5
    return worth - len(segment) * 0.02
