"""Labels: the words of the clause that say what a figure counts or measures."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 24
_AFTER = re.compile(
    r"(?:以上|以下|左右)?的?(?P<name>[一-龥A-Za-z“‘](?:[一-龥A-Za-z0-9“”‘’·\-]|[(][^()]{1,8}[)]){0,20})"
)
# Words that end a noun phrase after a figure: what is said of the things, not what they are.
_PREDICATE = re.compile(
    "进行|已经|已|全部|(?<![平人])均|完成|正在|开展|实行|实施|建立|建成|达到|达(?=[0-9成])|得到|予以|取得|"
    "纳入|入选|参加|获|跨(?![境省区域国海])|列入|收回|到位|整改(?![措任问方清台事])|共(?=[0-9计有])|合计|其中|"
    "(?<![合兼])并|和(?!谐)|(?<!参)与|(?<!普)及|或|(?<![高中初平])等(?!级)|的|(?<![行作认])为|是|(?<!自)由|在|"
    "从(?![业事严])|(?<![方定意导])向|对(?![象口接])|按|被|将|(?<![国公私所拥非])有|同比|环比|增长|增至|增加|"
    "下降|提高|提升|减少|降至|用于|提供|给予|规范(?!性)|加快|完善|实现|举办|召开|受理|落实|占|以上|以下|左右|"
    "近(?=[0-9一二三四五六七八九十])|不(?![动良])|未(?!成年)"
)
_STRIP_LEFT = re.compile(
    r"^(?:[(]?[一二三四五六七八九十0-9]{1,3}[).、]|其中|先后|每(?:年|季度|半年|[月周天日])|同时|截至目前|目前|累计|共计|合计|总计|一共|共有|共|已有|已|现有|新增|全年|今年以来|今年|去年|当年|全部|"
    r"[0-9]{4}年(?:度|底|初|末|上半年|下半年)?|[0-9]{1,2}月(?:份|底)?|[0-9]{1,2}日|上半年|下半年|一季度|以来|截至|"
    r"[一二三四五六七八九十]是|是|的|了|由|从|在|对|将|把|使|为|和|及|与|以)+"
)
_STRIP_RIGHT = re.compile(
    "(?:(?:由|从)[一-龥]{2,6}[前时末初]的|已经|已|同比|环比|年均|新增|较上年|比上年|较去年|比去年|较往年|分别|依次|(?<![人平])均|都|各|(?<!节)约|近|超过|超|逾|达到|达|为|是|至|到|了|共计|共|"
    "合计|总计|累计|总|突破|完成|实现|增长|增加|上升|提高|提升|上涨|扩大|下降|降低|减少|下跌|回落|压减|缩减|增|降|减|"
    "不低于|不少于|高达|仅|就|有|占比达|保持在|控制在|稳定在|由|从|较|(?<![占之])比|(?<!参)与|(?<!共)同|增幅|降幅|、|的|率先|等|涉及)+$"
)
_COMPARED = re.compile("(?:较|比(?![重例率值])|与)[^,，]{1,8}(?:年|月|期|前|初|末|底|度)(?:相比)?$")
_VERB = re.compile(
    "^(?:完成|实现|推进|培育|引进|新建和改造|新建、改扩建|新建|改扩建|改造|建设|建成|建立|打造|创建|举办|召开|开展|"
    "组织|受理|办结|查处|查结|处理|处置|给予|发放|下发|印发|出台|制定|修订|新认定|认定|推荐|申报|选派|选聘|邀请|"
    "争取|挽回|投入|拨付|兑现|归集|共享|接待|补充|配备|签约|签订|化解|整治|解决|发现|移送|移交|立案|拆除|腾空|"
    "收回|追回|清退|清理|排查|巡查|拥有|编发|悬挂|发布|推送|设立|成立|聘请|招录|选拔|提拔|调整|听取|梳理|细化)+了?(?![率费额量数面])"
)
# 《…》等制度, 甲、乙等企业: the general word after 等 is the label, the examples are not.
_NAMED = re.compile("[^《]*》等?|.*(?<![高中初平])等(?![级次式])(?=.{2})")
_JOINT = re.compile("[、的和与]")
_SEPARATOR = re.compile("、|和|与|及|以及")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at `[start, end)` of the view."""

    start: int
    end: int
    text: str


def label_after(text: str, position: int, limit: int) -> Label | None:
    """The noun phrase right after a figure (161条 整改措施), cut where a predicate begins."""
    match = _AFTER.match(text, position, limit)
    if match is None:
        return None
    start, end = match.span("name")
    cut = _PREDICATE.search(text, start, end)
    if cut is not None:
        end = cut.start()
    return _whole(text, start, end)


def _whole(text: str, start: int, end: int) -> Label | None:
    """The label without half a pair of quotation marks; None for a single character."""
    opening, closing = text.rfind("“", start, end), text.rfind("”", start, end)
    if opening > closing:
        start, end = (start, opening) if opening - start >= 2 else (opening + 1, end)
    elif closing >= 0 and opening < 0:
        start = closing + 1
    if text.rfind("(", start, end) > text.rfind(")", start, end):
        start = text.rfind("(", start, end) + 1
    named = _NAMED.match(text, start, end)
    if named is not None:
        start = named.end()
    return Label(start, end, text[start:end]) if end - start >= 2 else None


def label_before(text: str, begin: int, end: int, longest: int = LONGEST) -> Label | None:
    """The noun phrase before a figure in its clause (培育绿色工厂 10户, 满意度为 94.6%)."""
    end = _without_tail(text, begin, end)
    head = _STRIP_LEFT.match(text[begin:end])
    if head is not None:
        begin += head.end()
    verb = _VERB.match(text[begin:end])
    if verb is not None and begin + verb.end() < end - 1:
        begin += verb.end()
    if end - begin > longest:
        begin = end - longest
        cut = _JOINT.search(text, begin, end - 2)
        begin = cut.end() if cut is not None else begin
    while begin < end and text[begin] in "、,，;；:：()（）》 ":
        begin += 1
    while end > begin and text[end - 1] in "、,，;；:：(（ ":
        end -= 1
    return _whole(text, begin, end)


def _without_tail(text: str, begin: int, end: int) -> int:
    for _ in range(3):
        window = text[begin:end]
        tail = _STRIP_RIGHT.search(window) or _COMPARED.search(window)
        if tail is None:
            break
        end = begin + tail.start()
    return end


def split_labels(text: str, begin: int, end: int) -> list[Label]:
    """The subjects of 分别, as printed one by one: 旅游人数、旅游收入."""
    whole = label_before(text, begin, end, longest=80)
    if whole is None:
        return []
    labels: list[Label] = []
    position = whole.start
    for match in _SEPARATOR.finditer(text, whole.start, whole.end):
        if match.start() > position:
            labels.append(Label(position, match.start(), text[position : match.start()]))
        position = match.end()
    if whole.end > position:
        labels.append(Label(position, whole.end, text[position : whole.end]))
    return labels
