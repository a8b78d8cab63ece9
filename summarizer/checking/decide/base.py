"""The base of a comparison: 同比 told as 环比."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.checking.amounts import Relation
from summarizer.checking.case import Case
from summarizer.checking.decide.date_span import LAST_MONTH
from summarizer.checking.equality import comparator_name, same_comparator
from summarizer.checking.findings import Fault, Grade
from summarizer.facts.records import Fact

# 同 names a base only with 相比 behind it: 同期只增加 compares with nothing.
_NAMED = re.compile(
    "(?:较|(?<![可对占])比(?![例重率值]))([^,、较比]{2,12}?)(?:相比|时|新增|增|下降|上升|提|减|降|多|少|$)"
    "|同([^,、较比]{2,12}?)相[比较]"
)
_JOINED = re.compile("[和及与、]")
_OVER = re.compile(
    "(全[国省市区县])[^,、]{0,3}[高低快慢]$|[高低快慢]于(全[国省市区县])[^,、]{0,3}$"
)
_PRINTED = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
_YEAR_AGO = re.compile("一年(?:之前|以?前)")
_YEAR_ALONE = re.compile(r"较?((?:19|20)\d\d)年[度末底]?")
_LAST = re.compile("[上去]一?年")
_MONTH = re.compile(r"(?<!\d)(1[0-2]|[1-9])月")
# Of which budget so much was done: that of the beginning of the year, or as changed in its course.
_BUDGET = re.compile(
    "(?P<first>年初)(?:的|人代会|批准)*预算|(?P<turned>调整|变动)(?:后|的|及|和|变动)*预算"
    "|预算(?P<late>调整)数"
)
_COMMON = re.compile("上年|去年|同期|年初|上月|上季|年末|年底")


def _named(left: str) -> str | None:
    """What the words before a figure compare with: 巡视反馈 of 较巡视反馈下降."""
    over = _OVER.search(left)
    if over is not None:
        return over[1] or over[2]
    found = _NAMED.search(left)
    return found[1] or found[2] if found is not None else None


def _one_year(source: Fact, word: str, printed: str) -> bool:
    """True where 上年 may be the year that the other side prints (较2023年度减少)."""
    year = _PRINTED.search(printed)
    if year is None or _LAST.search(word) is None:
        return False
    own = {period.first[:4] for period in source.periods}
    # 较2023年度: the year compared with is itself among the periods that the fact may have.
    return not own - {year[0]} or str(int(year[0]) + 1) in own


def _one_month(source: Fact, word: str, printed: str) -> bool:
    """True where 上月 may be the month that the other side prints (比8月 of 9月份，比上月)."""
    month = _MONTH.search(printed)
    if month is None or LAST_MONTH.search(word) is None:
        return False
    following = f"{int(month[1]) % 12 + 1:02}"
    return any(period.first[-5:-3] == following for period in source.periods)


def _budget(fact: Fact) -> tuple[str, str]:
    """Which budget a share is of, and how it is called; nothing where two are named, or none."""
    found = [
        (match[0], match.lastgroup or "") for match in _BUDGET.finditer(fact.named + fact.left)
    ]
    sorts = {"first" if group == "first" else "turned" for _, group in found}
    return (sorts.pop(), found[-1][0]) if len(sorts) == 1 else ("", "")


def base(case: Case, claim: Fact, source: Fact, held: Relation) -> Fault | None:
    """The source compares with something else."""
    if claim.figure is None or source.figure is None:
        return None
    (own, of), (other, of_theirs) = _budget(claim), _budget(source)
    if own and other and own != other:
        details = {"mine": of, "theirs": of_theirs}
        return case.fault("comparator", Grade.WRONG, claim, "comparator", source, details)
    mine = claim.figure.comparator or _named(claim.left)
    theirs = source.figure.comparator or _named(source.left)
    mine, theirs = (_YEAR_AGO.sub("上年", word or "").replace("的", "") for word in (mine, theirs))
    # 分别高出上年同期和一季度0.9个、0.3个百分点: each figure has a base of its own among them.
    bases = [mine, *_JOINED.split(mine)]
    if not mine or (theirs and any(same_comparator(part, theirs) for part in bases)):
        return None
    years = [_YEAR_ALONE.fullmatch(word) for word in (mine, theirs)]
    if years[0] and years[1] and years[0][1] != years[1][1]:
        details = {"mine": mine, "theirs": theirs}
        return case.fault("comparator", Grade.WRONG, claim, "comparator", source, details)
    for one in (_one_year, _one_month):
        if one(source, mine, theirs) or one(source, theirs, mine):
            return None
    whole = comparator_name(mine)[:1] == comparator_name(theirs)[:1] == "全"
    common = _COMMON.search(mine) or _COMMON.search(theirs) or "比" in mine
    if theirs and not (whole or common):
        return None  # 较老校区, 比原先: the writer's own words for one thing
    # 同比 is often understood; 环比 never is.
    if not theirs and (comparator_name(mine) != "环比" or "环比" in case.scope.own_flat):
        return None
    message = "comparator" if theirs else "comparator_added"
    details = {"mine": mine, "theirs": theirs or ""}
    return case.fault("comparator", Grade.WRONG, claim, message, source, details)
