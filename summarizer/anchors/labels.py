"""Labels: the words of the clause that say what a figure counts or measures."""

from __future__ import annotations

from typing import NamedTuple

from summarizer import patterns as re
from summarizer.anchors.edges import (
    of_clause,
    who_by_what,
    without_head,
    without_modifiers,
    without_tail,
)
from summarizer.anchors.phrases import (
    ACTION,
    ADVERB,
    BESIDE,
    EMPTY,
    GOVERNING,
    PREDICATE,
)
from summarizer.anchors.verbs import WORD, object_at, verb_alone, verb_at
from summarizer.patterns import lazy
from summarizer.words import worded

LONGEST = 20  # 99 % of 1,456 labels of six reports have 17 or fewer
# 《…》等制度, 甲、乙等企业: the general word after 等 is the label, the examples are not.
_NAMED = re.compile("[^《]*》等?|.*(?<![高中初平上优劣特甲乙丙])等(?![级次式奖])(?=.{2})")
# 自然资源海洋气象等支出 is the name of an item: a measure alone is no general word.
_ITEM_END = lazy("(?:总?(?:支出|收入|费用|经费|资金|投资|产[值量])|补[助贴])$")
# 增速高于全省1个百分点: what it is compared with stands between the measure and the figure.
_BEYOND = lazy(
    "(?:高于|低于|快于|慢于|高出|领先(?!水平|地位|企业))[^,，。;；、]{2,12}$"
    "|(?<![占同环对之分])比(?![重例率值])[^,，。;；、]{2,12}[高低快慢多少]出?$"
)
# 增加值占GDP的10%, 缉毒量占总量的1/4: of a share the label is what has it.
_SHARE_OF = lazy(
    "[^占,，。;；、]{2,}?(?=(?:原则上|一般)?(?:[仅只约]*占(?![地用道补比])|不得?(?:超过|低于|少于|高于)|超过|达到|[已可]达|控制在)[^,，。;；、]{2,}(?<!比[重例])(?<!份额)$)"
)
# 形成具有问题导向的调研报告10篇: of two nouns that 的 joins the second is counted.
_DESCRIBED = lazy(
    "(?:形成)?(?:一批)?(?:具有|富有|面向|符合|体现|适应)[^的,，]{2,16}的(?=[一-龥]{2})"
)
# 新兴工业增加值占规上工业增加值的比重: of a share neither of its two names is a modifier.
_SHARE_NAME = lazy("[^,，。;；、占的]{2,16}占[^,，。;；、占的]{2,14}的?(?:比[重例]|份额)$")
# 比前五年增长, 比“七五”时期的平均水平97.5%低: with what it is compared.
_AGAINST = lazy("[比较](?:前|上|去|此前|过去|(?![例重率值赛价分亚方])[^,，。;；]*平均水平)?")
# 财政事务（款）行政运行（项）: of the levels of a budget the last one is what the sum is for.
_BUDGET_ITEM = lazy("(?P<name>[^()（）“”,，。;；:：]{2,30})[(（][类款项目][)）][”’]?$")
# 发电量（风力发电和太阳能发电）: what explains a name is no name of its own.
_CLOSING = lazy("[)）]")
_GLOSS = lazy("[(（][^()（）]+[)）]$")
# 省委提出的财政总收入: who set a goal, and when, is no part of its name.
_SET_BY = worded("measures", "[^,，。;；]*(?:{set_by})的(?:“[^”]{2,4}”[时末]期?)?")
# 短板主要表现在四个方面; 特大城市指|常住人口500万以上的城市: what it is, then how it is told.
_TELLS = lazy("(?<=..)(?:(?:主要)?[表体]现在|(?P<means>是?指(?![标数导挥定南])))")
# 外商投资企业实现销售收入: whose the measure is, and the measure.
_ATTAINS = lazy(
    "(?P<who>[^,，。;；、的]{2,16}?)(?:预计|全年|累计|共|已|力争|确保|当年)*实现了?(?P<what>(?!的)[^,，。;；、]{2,}(?:收入|利润|总[值额量]|增加值|[率额量]))"
)
_NOBODY = lazy("(?:全|我|本)[国省市区县州旗].?|.*[前年]")
_BETTER = lazy("(?:质量|品质|品位|素质)$")  # 森林质量提升101万亩: so much of it was done
# 煤矿升级改造积极推进、生产|原煤: a clause of its own stands before the comma of a list.
_ADVANCED = worded("measures", "(?:{advanced})[一-龥]{2}、(?=[一-龥]{4})")
_PULLED = lazy("[上下]?拉动[^,，。;；、]{2,24}增[长速]$")
# 追缴资金, 挽回经济损失: the noun alone tells nothing, or the contrary.
_BARE = worded("measures", "{losses}")
_CAUSED = "造成"
_MAY = "可"
_BY = lazy("(?<![可予加得难所足用])以$")
_WHEN_ENDS = frozenset("日间来前后")
_WHEN_SAID = lazy("(?:[告准结]日|期间|以来|[之以][前后])$")
_MOVED_TAIL = re.compile("(?:增加|减少|增长|下降|上升|提高|调增|调减)$")
_TITLE = 20  # half of 185 titles are shorter; one further off is not what the label ends in
_LIST = 40  # a list of four names: half a list is no name
# Dashes of a list, and what a footnote or Markdown leaves between words: never part of a name.
_LEADERS = frozenset("—–-－·•●■◆▲*#_ ")
_NOTE_END = lazy(r"(?:[\[〔][0-9]{1,3}[\]〕]|[①-⑳]|\*+)$")
_MARKUP = lazy(r"[\[〔][0-9]{1,3}[\]〕]|\*{2,}")
_CLOSED = {"“": "”", "‘": "’", "《": "》", "(": ")"}


class Label(NamedTuple):
    """A label that stands at `[start, end)` of the view.

    `text` is the words there, or those of them that belong to one of several subjects
    (of 城乡居民收入: 城镇居民收入).
    """

    start: int
    end: int
    text: str


def balanced(text: str, start: int, end: int) -> Label | None:
    """The label without half a pair of marks; None for a single character."""
    for opener, closer in _CLOSED.items():
        opening, closing = text.rfind(opener, start, end), text.rfind(closer, start, end)
        if opening > closing:
            start, end = (start, opening) if opening - start >= 2 else (opening + 1, end)
        elif closing >= 0 and text.find(opener, start, closing) < 0:
            start = closing + 1
    if text.startswith("等", start) and end - start > 2:
        start += 1
    while start < end and text[start] in _LEADERS:
        start += 1
    while (note := _NOTE_END.search(text, start, end)) is not None:
        end = note.start()
    name = text[start:end]
    if "[" in name or "〔" in name or "*" in name:
        name = _MARKUP.sub("", name)
    return Label(start, end, name) if end - start >= 2 and len(name) >= 2 else None


def label_before(
    text: str, begin: int, end: int, longest: int = LONGEST, *, counted: bool = False
) -> Label | None:
    """The noun phrase before a figure in its clause (培育绿色工厂 10户, 满意度为 94.6%).

    `counted` tells that things are counted, whose verb may stand after its own subject.
    """
    if end - begin < WORD and not text.startswith("》", end - 1):
        return None  # no room for a name; a title may begin before its clause
    pull = _PULLED.search(text, begin, end) if text.startswith("增", end - WORD) else None
    if pull is not None:
        return Label(*pull.span(), pull.group())
    if end > begin and text[end - 1] in "(（":
        # 调入资金减少(47亿元): a name in front of a bracket is whole but for where it moved.
        moved = _MOVED_TAIL.search(text, begin, end - 1)
        end = moved.start() if moved is not None else end - 1
    elif text.startswith("以", end - 1) and _BY.search(text, begin, end):
        return None  # 以13万元/亩的价格
    else:
        end = without_tail(text, begin, end)
        if counted and text.startswith("提升", end) and _BETTER.search(text, begin, end):
            end += WORD
    if text.startswith("》", end - 1):
        title = text.rfind("《", max(0, end - _TITLE), end)
        return Label(title, end, text[title:end]) if title >= 0 else None
    if end > begin and text[end - 1] in ")）”’":
        item = _BUDGET_ITEM.search(text, begin, end)
        if item is not None:
            return Label(*item.span("name"), item["name"])
        gloss = _GLOSS.search(text, begin, end) if end - begin > longest else None
        alone = gloss is not None and not _CLOSING.search(text, begin, gloss.start())
        if gloss is not None and alone and gloss.start() - begin >= WORD:
            return label_before(text, begin, gloss.start(), longest, counted=counted)
    for clause in _ADVANCED.finditer(text, begin, end):
        acted = ACTION.match(text[clause.end() : end]) or verb_at(text, clause.end(), end)
        begin = clause.end() if acted else begin
    set_by = _SET_BY.match(text, begin, end)
    if set_by is not None and end - set_by.end() >= 2:
        begin = set_by.end()
    beyond = _BEYOND.search(text, begin, end)
    if beyond is not None and beyond.start() - begin >= 2:
        end = beyond.start()
    share = _SHARE_OF.match(text, begin, end)
    if share is not None:
        end = share.end()
    described = _DESCRIBED.match(text, begin, end) if counted else None
    if described is not None and end - described.end() > WORD:
        # 具有高级职称的人员 is not told by 人员 alone
        begin = described.end()
    named = _NAMED.match(text, begin, end)
    if named is not None and named.end() < end and not _ITEM_END.match(text, named.end(), end):
        begin = named.end()
    tells = _TELLS.search(text, begin, end)
    if tells is not None:
        begin, end = (tells.end(), end) if tells["means"] else (begin, tells.start())
    attains = _ATTAINS.fullmatch(text, begin, end)
    if attains is not None and not text[begin - 1 : begin].isalnum():
        who = without_head(text, *attains.span("who"))
        owner = text[who : attains.end("who")]
        manner = ADVERB.fullmatch(owner) or EMPTY.fullmatch(owner)  # 努力实现地区生产总值
        if manner or len(owner) < WORD or _NOBODY.fullmatch(owner):
            begin = attains.start("what")
        else:
            return Label(attains.start("what"), end, owner + attains["what"])
    first = begin
    window = text[begin:end]
    if share is None or "的" not in window or ACTION.match(window) is None:
        begin = without_head(text, begin, end)  # 提供中医服务的卫生站占97%: the verb says which
    if end - begin == WORD and begin > first and text[begin - 1] == _MAY:
        return None  # 可申请15万元的贷款: what one may do, and what for stands behind
    begin, end, words = of_clause(text, begin, end)
    if words != text[begin:end]:
        return Label(begin, end, words)
    if counted and who_by_what(text, begin, end) != begin:
        governed = GOVERNING.match(text[begin:end])
        if governed is not None and governed.end() + 2 <= end - begin:
            begin = without_head(text, begin + governed.end(), end)
        held = without_head(text, object_at(text, begin, end), end)
        if end - held >= WORD and not verb_alone(text, held, end):
            begin = held
    share = _SHARE_NAME.search(text, begin, end)
    if end - begin > longest and not (share is not None or _is_list(text, begin, end)):
        begin = without_modifiers(text, begin, end, longest)
    if begin - WORD >= first and _BARE.fullmatch(text, begin, end):
        verb = begin - WORD
        told = verb_at(text, verb, end) or ACTION.match(text[verb:end])
        begin = verb if told and not text.startswith(_CAUSED, verb) else begin
    while begin < end and text[begin] in "、,，;；:：()（）》 ":
        begin += 1
    while end > begin and text[end - 1] in "、,，;；:：(（ ":
        end -= 1
    if text[end - 1 : end] in _WHEN_ENDS and _WHEN_SAID.search(text, begin, end):
        return None  # 报告日已整改40项
    if any(none.fullmatch(text, begin, end) for none in (EMPTY, _AGAINST)) or BESIDE.match(
        text, begin, end
    ):
        return None
    if verb_alone(text, begin, end):
        return None
    return balanced(text, begin, end)


def _is_list(text: str, begin: int, end: int) -> bool:
    """Whether a phrase too long for a label is a list of names, none of which tells an act.

    科技型、高成长创新型、新型工业化示范型企业: half a list is no name.
    """
    last = text.rfind("、", begin, end)
    whole = end - LONGEST <= last and begin < last and end - begin <= _LIST
    return whole and PREDICATE.search(text, begin, last) is None
