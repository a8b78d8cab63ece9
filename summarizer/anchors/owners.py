"""Whose a measure is: 乡镇企业实现营业收入 is 乡镇企业营业收入, 棉花…，产量 is 棉花产量.

A label that is a measure alone (产量, 营业收入, 投资) says nothing without what it is measured of.
That stands before a verb that only joins the two, in the same clause; or it is the subject of the
clauses before it in the sentence.
"""

from __future__ import annotations

from collections.abc import Callable

from summarizer.anchors.behind import label_after
from summarizer.anchors.edges import without_head
from summarizer.anchors.labels import LONGEST, Label
from summarizer.anchors.phrases import EMPTY, PREDICATE
from summarizer.anchors.raw import Raw
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind
from summarizer.words import worded

_LONGEST = 16  # as a label: 99 % have 17 or fewer
_MEASURED = worded("measures", "(?:{earned})$")
_MEASURE_ENDS = frozenset("余税收入营资值量能润额金出业益支费积程模数重速产价例比")
# Verbs that join a subject and what is measured of it, with the adverbs before them.
_JOINING = worded(
    "measures",
    "(?P<owner>[一-龥“”A-Za-z0-9()（）—-]{2,24}?)"
    "(?:{by_then})*"
    "(?:实现|完成|取得|新增|创造|获得)了?$",
)
# A place alone is the scope of the whole text, not whose a measure is.
_SCOPE = lazy(
    "(?:全|我|本)[国省市县区州旗镇乡].{0,2}|.{0,3}[省市县区州旗]|其中|各地|一年来|[一二两三四五六七八九十全0-9]+年"
)
_NO_OWNER = lazy(
    "(?:[为以对按从自由将用向与和把被使让经]|通过|根据|围绕|坚持|努力|积极|着力|加大).*"
)
_BARE = worded("measures", "(?:年均|平均|总|年|日)?(?:{bare})|总投资|总里程|总面积")
_SPENT = lazy("总?投资额?")
_BUILT = lazy("(?:项目|工程)$")
_JOINED = 6  # a mark and 完成, 累计完成, 共完成
_PROCEEDS = lazy("(?:净?利润|利税|税[收金]|产值|销售收入|(?:主营业务|营业)收入|增加值)")
_PROCEEDS_END = lazy(
    "(?:总?利润|利税|税[收金]|总?产值|销售总?收入|(?:主营业务|营业)总?收入|增加值)(?:总额)?(?:占比)?$"
)
_HOLDER = worded("measures", "(?:{holders})$")
_BALANCE = lazy("(?:当年|本年)?支出|(?:当年|本年)?(?:收支)?结余|滚存结余|累计结余")
_LAST_YEAR = "上年"
_TOTALS = ("总计", "合计", "总额", "总量")
_ACCOUNT = lazy("(?:收入|支出)(?:预算)?$|(?:当年|本年)?(?:收支结余|(?:滚存|累计)?结余)$")
_OWN_MEASURE = worded("measures", "(?:{done_to})?(?:{owned})$")
_AMOUNTS = (FigureKind.MONEY, FigureKind.PHYSICAL)
_SHARED = (*_AMOUNTS, FigureKind.RATIO)  # 事业费367亿元，占28.7%，比重提高1.4个百分点
# 户均, 人均: a share of each, which the verb behind it names.
_EACH = lazy("(?:[户人]均)$")
_COUNTED = lazy("的[0-9]{1,4}余?(?P<unit>[个项家座条])")
_ACT = 2  # characters of a verb, which names no thing
_BEFORE_DIGITS = lazy("[^0-9、,，;；。]{2,}")
_GAINED = lazy("增收|减收|增支|节支|减负")
# 投资12.4亿元的保障性住房: what the money is for follows it.
# A size before the thing that has it: 总投资45亿元的项目, 面积30亩的公园.
_SIZE = lazy("(?:建成)?总?(?:投资|造价|产值|规模|(?:建筑|占地)?面积|库容|装机容量)|注册资本")
_GRADE = lazy("(?:世界|国家|[省市县区州]|自治区)级(?:及?以上)?")
_TOLD_ONCE = worded("measures", "(?:{once})$")
_PARTS = frozenset("区市县镇乡村园司团业")
_SHARE = lazy("(?:比重|占比)$")
_SECTOR = lazy("第?[一二三](?:次?产业|产)")
_NEAR = 60  # a clause (99 % are shorter than 52)
_CLAUSES = 3  # further back another subject has begun as often as not
_SENTENCE_END = frozenset("。！？!?\n;；")
_CLAUSE_END = frozenset(",，:：")
_SUBJECT_ENDS = worded("measures", "{said}")


def complete(
    text: str, clause: int, label: Label, figure_before: Callable[[], tuple[Raw, Label] | None]
) -> Label:
    """The label with what it is measured of, where that is printed apart from it.

    `clause` is where the clause of the figure begins; `figure_before` gives the figure before it
    in the same sentence with its label.
    """
    if label.text[-1] not in _MEASURE_ENDS:
        return label
    if _MEASURED.search(label.text):
        joined = _JOINING.fullmatch(text, max(clause, label.start - 40), label.start)
        owner = _owner(text, joined.start(), joined.end("owner")) if joined is not None else ""
        if owner and owner not in label.text:
            return Label(label.start, label.end, owner + label.text)
    before = figure_before()
    if before is not None and _MEASURED.search(label.text) and label.start == before[0].end + 1:
        # 园区实现营业收入379亿元、利税38亿元: both are those of the owner of the first.
        printed = text[before[1].start : before[1].end]
        owner = before[1].text.removesuffix(printed)
        listed = text[before[0].end] == "、" and 2 <= len(owner) <= _LONGEST
        if listed and owner != before[1].text and owner + printed == before[1].text:
            return Label(label.start, label.end, owner + label.text)
    if before is not None and _SPENT.fullmatch(label.text) and before[0].kind is FigureKind.COUNT:
        # 建设357项重点项目，完成投资534亿元: what was spent was spent on them.
        near = 1 <= label.start - max(before[0].end, before[1].end) <= _JOINED
        if near and _BUILT.search(before[1].text) and len(before[1].text) <= _LONGEST:
            return Label(label.start, label.end, before[1].text + label.text)
    total = text.startswith(_TOTALS, label.end)
    if before is not None and _PROCEEDS.fullmatch(label.text) and text[label.end] != "总":
        # 股份制企业主营业务收入7402亿元，实现利润170亿元: those of the same enterprises.
        holder = _PROCEEDS_END.sub("", before[1].text)
        if 2 <= len(holder) <= _LONGEST and _HOLDER.search(holder):
            return Label(label.start, label.end, holder + label.text)
    if before is not None and not total and _BALANCE.fullmatch(label.text):
        # 养老保险基金收入54亿元，支出52亿元，滚存结余10亿元: all three are those of the fund.
        account = _ACCOUNT.sub("", before[1].text)
        known = account != before[1].text and account != _LAST_YEAR  # 上年结余: when, not whose
        if known and 2 <= len(account) <= _LONGEST:
            return Label(label.start, label.end, account + label.text)
    if before is not None and label.text == "总数" and len(before[1].text) <= _LONGEST:
        return Label(label.start, label.end, before[1].text + label.text)
    if _BARE.fullmatch(label.text) is None or text.startswith("过", label.end):
        return label  # 产值过亿元的企业: whose it is stands behind
    owner = ""
    if before is not None:
        owner = _OWN_MEASURE.sub("", before[1].text)
        things = before[0].kind is FigureKind.COUNT and before[0].unit not in ("岁", "人次", "次")
        if not things and label.text in ("占比", "比重") and before[0].kind in _SHARED:
            owner = before[1].text.removesuffix(label.text)
        elif not things and owner == before[1].text:
            return label
    elif clause > 1:
        owner = _subject(text, clause)
    if not 2 <= len(owner) <= _LONGEST:
        return label
    return Label(label.start, label.end, owner + label.text)


def whole_measure(text: str, label: Label, raw: Raw, before: Label | None) -> Label:
    """The label with the measure that the clause leaves to other words.

    二产比重下降11个百分点，一产和三产分别上升3和8个百分点: points are those of 一产比重;
    户均增收1700元: what each household gets is told by the verb.
    """
    grade = _GRADE.fullmatch(label.text) if before is not None else None
    if before is not None and grade is not None:
        # 国家级研发中心35家、省级483家: of the same things, one grade lower.
        own = _GRADE.match(before.text)
        near = 0 <= label.start - before.end < LONGEST
        if own is not None and near and own.end() < len(before.text):
            return Label(label.start, label.end, label.text + before.text[own.end() :])
    size = label.end == raw.start and _SIZE.fullmatch(text, label.start, label.end)
    if size and raw.kind in (FigureKind.MONEY, FigureKind.PHYSICAL):
        owned = text.startswith("的", raw.end)
        counted = _COUNTED.match(text, raw.end)  # 总投资45亿元的22个|新开工项目
        behind = counted.end() if counted is not None else raw.end
        unit = counted["unit"] if counted is not None else ""
        thing = label_after(text, behind, behind + LONGEST + 2, unit) if owned else None
        if thing is not None and len(thing.text) > _ACT:  # 新建、续建工业项目
            name = _BEFORE_DIGITS.match(thing.text)  # 产值过亿元的企业|3家
            owner = name.group() if name is not None else ""
            return Label(label.start, label.end, owner + text[label.start : label.end])
    measure = _TOLD_ONCE.search(before.text) if before is not None else None
    if before is not None and measure is not None and text[label.start - 1] == "、":
        # 经开区营业收入达到1500亿元、高新区突破600亿元: one measure of places side by side
        alike = measure.start() >= _ACT and before.text[measure.start() - 1] == label.text[-1]
        near = 0 < label.start - before.end < LONGEST
        if alike and near and label.text[-1] in _PARTS:
            return Label(label.start, label.end, label.text + measure.group())
    if _EACH.search(label.text):
        gained = _GAINED.match(text, label.end, raw.start)
        if gained is not None:
            return Label(label.start, gained.end(), label.text + gained.group())
    if before is not None and label.text.startswith(("占", "约占")):
        begins = label.start > 0 and text[label.start - 1] in _CLAUSE_END
        if begins and 0 <= label.start - before.end < 30 and len(before.text) <= _LONGEST:
            return Label(label.start, label.end, before.text + label.text.removeprefix("约"))
    if raw.kind is FigureKind.PERCENTAGE_POINTS and before is not None:
        share = _SHARE.search(before.text)
        near = 0 <= label.start - before.end < _NEAR
        if share is not None and near and _SECTOR.fullmatch(label.text):
            return Label(label.start, label.end, label.text + share.group())
    return label


def _owner(text: str, start: int, end: int) -> str:
    start = without_head(text, start, end)
    owner = text[start:end]
    if len(owner) < 2 or _SCOPE.fullmatch(owner) or _NO_OWNER.fullmatch(owner):
        return ""
    if EMPTY.fullmatch(owner):
        return ""  # 提前实现了财政总收入…: an adverb owns nothing
    return "" if PREDICATE.search(owner) or len(owner) > _LONGEST else owner


def _subject(text: str, clause: int) -> str:
    """The subject of the sentence's clauses before `clause`, the first of them first."""
    start, left = clause - 1, _CLAUSES
    if text[start] not in _CLAUSE_END:
        return ""
    while start > 0 and clause - start < 80 and text[start - 1] not in _SENTENCE_END and left:
        start -= 1
        left -= text[start] in _CLAUSE_END
    if start and text[start - 1] not in _SENTENCE_END:
        return ""
    end = next((i for i in range(start, clause) if text[i] in _CLAUSE_END), clause - 1)
    start = without_head(text, start, end)
    cut = PREDICATE.search(text, start, end)
    stop = _SUBJECT_ENDS.search(text, start, end)
    ends = [match.start() for match in (cut, stop) if match is not None]
    if not ends or "、" in text[start : min(ends)]:
        return ""
    owner = text[start : min(ends)]
    return owner if not _SCOPE.fullmatch(owner) and not _NO_OWNER.fullmatch(owner) else ""
