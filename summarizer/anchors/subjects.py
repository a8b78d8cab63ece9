"""Subjects of 分别: which words belong to the first of several figures, which to the second."""

from __future__ import annotations

from string import ascii_letters

from summarizer import patterns as re
from summarizer.anchors.labels import Label, label_before
from summarizer.patterns import lazy
from summarizer.words import worded

_SEPARATOR = re.compile("、|以及|和(?!谐)|与|(?<!普)及")
_WITHOUT_AND = lazy("、|以及|和(?!谐)|与")
_STRONGER = lazy("、|以及")
# One word for two: 城乡居民收入 is that of towns and that of the country.
_TWO = {
    "城乡": ("城镇", "农村"), "存贷款": ("存款", "贷款"), "存、贷款": ("存款", "贷款"),
    "内外资": ("内资", "外资"), "收支": ("收入", "支出"), "供排水": ("供水", "排水"),
}  # fmt: skip
_PAIRED = (("收入", "支出"), ("进口", "出口"), ("出口", "进口"), ("存款", "贷款"))
# 低保、特困供养标准五年分别提高: how long it took is no part of a name.
_SPAN = lazy("(?<=..)(?<!学前)(?<![0-9])(?:[一两二三四五六七八九十]|[0-9]{1,2})年[来间内]?$")
_LONGEST_ROW = 40  # characters of four verbs and a noun, with what stands before them
_NEAR = 4000  # letters: a section, in which its words recur
# Named all at once: 第一、二、三产业, 三次产业.
SECTORS = lazy("第?一(?:产业)?、?第?二(?:产业)?(?:、|和)?第?三(?:次)?产业?|三(?:次|大)产业")
_THREE = 3  # sectors; of more or fewer figures nobody can tell which is whose
_NUMBERED = re.compile("第?[一二三四五六七八九十](?P<noun>.+)")
_TOWARDS = frozenset("对占")  # 第一产业对经济增长贡献率
_QUOTED = re.compile("“[^”]+”(?=..)")
_SIGN = re.compile(r"[A-Za-z][A-Za-z0-9.]*")  # PM10、PM2.5平均浓度 share 平均浓度
_OVER = lazy("^及?以[上下]")  # 35-59岁、60岁及以上人口 share 人口
_SHARE = lazy("(?<=..)占(?![地用道])[^占]{2,}(?:比[重例]|份额)$")
_SCOPE = lazy("^(?:全[国省市区县州]|我[省市区县])")
_MEASURED = worded("measures", "(?:{shared})$")
# 肉牛、肉羊饲养量: counted in heads and in pieces, by one measure.
_HOLDER = worded("measures", "(?:{holders})$")
_OWNED = worded("measures", "(?:主营业务|营业|净|总)?(?:{complete}|{earned})(?:总[额量])?$")
_AMOUNT = lazy("(?:饲养|存栏|出栏|产|销|运输|吞吐)量$")
_BRANCH = lazy("(?:产业|行业|制造业|加工业)(?:综合|总)?(?:产值|产量|收入|增加值|销售额)$")
# 签约、开工、投产亿元以上项目195个、171个、131个: what is done with the things of one noun.
_STAGES = lazy(
    "(?P<verbs>新?[一-龥]{2}(?:[、和及][一-龥]{2}(?:建(?![设成筑]))?)+?)(?P<noun>[^、,，。;；和及与]{2,16})$"
)
_JOINT = re.compile("[、和及]")
# What is complete without the noun of the last subject.
_MEASURE = worded("measures", "(?:{complete})$")


def subjects(text: str, begin: int, end: int, count: int, *, alike: bool = True) -> list[Label]:
    """`count` subjects as printed one by one, each with the noun they share, or none.

    A subject that stands alone is shared by all; lists of another length give nothing. What is
    counted in units of its own (not `alike`) shares no noun.
    """
    named = sectors(text, begin, begin, end, count)
    if named:
        return named
    span = _SPAN.search(text, begin, end)
    whole = label_before(text, begin, end if span is None else span.start(), longest=80)
    if whole is None:
        return []
    parts = _split(text, whole)
    for joints in (_WITHOUT_AND, _STRONGER):
        if len(parts) > count > 1:
            # 化妆品类、家用电器和音像器材类: of two kinds of joints the stronger one divides.
            parts = _split(text, whole, joints)
    if len(parts) == count:
        alike = alike or _AMOUNT.search(parts[-1].text) is not None
        return _with_shared_noun(text, parts) if alike else parts
    for word, pair in _TWO.items():
        if count == 2 and word in whole.text:
            return [_of(whole, whole.text.replace(word, one, 1)) for one in pair]
    if len(parts) == 1 and len(whole.text) <= 30:
        return _stages(text, begin, whole, count) or parts * count
    return []


def sectors(text: str, low: int, begin: int, end: int, count: int) -> list[Label]:
    """第一, 第二, 第三产业 each with what the clause in `[begin, end)` says of them: 三次产业投资.

    They are named all at once there or before it, from `low` on; none unless of three.
    """
    named = [found.span() for found in SECTORS.finditer(text, low, end)]
    if not named or count != _THREE:
        return []
    behind = max(named[-1][1], begin)
    rest = label_before(text, behind, end)
    if rest is not None and text[behind : rest.start] in _TOWARDS:
        rest = Label(behind, rest.end, text[behind : rest.end])
    place = rest or Label(*named[-1], "")
    return [_of(place, f"第{number}产业{place.text}") for number in "一二三"]


def _stages(text: str, begin: int, whole: Label, count: int) -> list[Label]:
    """A noun with each of as many verbs before it, which are no part of its name; else none."""
    if count < 2:
        return []
    for found in _STAGES.finditer(text, max(begin, whole.end - _LONGEST_ROW), whole.end):
        verbs = _JOINT.split(found["verbs"])
        begins = (found.start("noun"), found.start("noun") - len(verbs[-1]))
        if len(verbs) == count and whole.start in begins:
            return [Label(found.start(), whole.end, verb + found["noun"]) for verb in verbs]
    return []


def _of(whole: Label, text: str) -> Label:
    return Label(whole.start, whole.end, text)


def _split(text: str, whole: Label, joints: re.Pattern[str] = _SEPARATOR) -> list[Label]:
    parts: list[Label] = []
    position = whole.start
    for match in joints.finditer(text, whole.start, whole.end):
        if whole.text.startswith("存、贷", match.start() - 1 - whole.start):
            continue
        if match.start() > position:
            parts.append(Label(position, match.start(), text[position : match.start()]))
        position = match.end()
    if whole.end > position:
        parts.append(Label(position, whole.end, text[position : whole.end]))
    return parts


def _with_shared_noun(text: str, parts: list[Label]) -> list[Label]:
    """刑事、治安案件: what only the last one prints belongs to all."""
    if len(parts) < 2:
        return parts
    last = parts[-1]
    for one, other in _PAIRED:
        if len(parts) == 2 and last.text == other and parts[0].text.endswith(one):
            # 一般公共预算收入和支出: the second is that of the same account
            owner = parts[0].text.removesuffix(one)
            return [parts[0], Label(last.start, last.end, owner + other)]
    owned = _of_one_owner(parts)
    if owned:
        return owned
    noun = _whole_word(text, last, _shared(parts[-2].text, last.text))
    measure = _MEASURED.search(last.text)
    if measure is not None and any(last.text.startswith(part.text) for part in parts[:-1]):
        noun = measure.group()  # 工业、制造业、工业技改投资
    owner = _owner(text, parts, last.text.removesuffix(noun), noun)
    if owner:
        last = Label(last.start, last.end, owner + last.text)
    numbered = parts[0].text.startswith("第") and len(parts[0].text) == 2
    ordinal = "第" if numbered and not last.text.startswith("第") else ""
    of_numbers = _NUMBERED.match(last.text) if numbered else None
    noun = of_numbers["noun"] if of_numbers is not None else noun  # 第一、三产业投资
    shared: list[Label] = []
    for part in parts[:-1]:
        first = part is parts[0] or not ordinal
        own = part.text if first else ordinal + part.text.removeprefix("第")
        ended = (noun, last.text[-1])  # 纺织业、冶炼业: each has its own noun
        complete = not noun or _MEASURE.search(part.text) or part.text.endswith(ended)
        complete = complete and not noun.startswith("占")
        shared.append(part if complete else Label(part.start, last.end, own + noun))
    return [*shared, Label(last.start, last.end, ordinal + last.text) if ordinal else last]


def _of_one_owner(parts: list[Label]) -> list[Label]:
    """市直企业资产、收入、利润总额: bare measures are those of whom the first one names."""
    first, *others = parts
    measure = _OWNED.search(first.text)
    owner = first.text[: measure.start()] if measure is not None else ""
    if not _HOLDER.search(owner) or not all(_OWNED.fullmatch(part.text) for part in others):
        return []
    return [first, *(Label(part.start, part.end, owner + part.text) for part in others)]


def _whole_word(text: str, last: Label, noun: str) -> str:
    """What is shared, from where a word begins: of 收获机械化率 it is 机械化率, not 化率.

    A cut goes through a word where the two letters beside it stand together in the text more often
    than what would begin there.
    """
    if _MEASURED.fullmatch(noun):
        return noun
    near = text[max(0, last.start - _NEAR) : last.end + _NEAR]
    while noun and len(noun) < len(last.text) and last.text.endswith(noun):
        place = len(last.text) - len(noun)
        over, begun = last.text[place - 1 : place + 1], last.text[place : place + 2]
        if near.count(over) <= near.count(begun):
            break
        noun = last.text[place - 1 :]
    return noun if noun != last.text else ""


def _owner(text: str, parts: list[Label], own: str, noun: str) -> str:
    """花生种植、|收获机械化率: what the last subject leaves to the first.

    It stands behind other owners in the text: 棉花收获机械化率, 甘蔗收获机械化率.
    """
    first, last = parts[0], parts[-1]
    owner = first.text[: -len(own)] if own and noun else ""
    if len(parts) > 2 or len(owner) < 2:
        return ""
    near = text[max(0, last.start - _NEAR) : last.end + _NEAR]
    owners = set(re.findall(f"[一-龥](?={re.escape(own + noun)})", near))
    return owner if len(owners) > 1 else ""


def _shared(before: str, last: str) -> str:
    """What follows in `last` its own counterpart of `before`."""
    quoted = _QUOTED.match(last)
    if quoted is not None:
        return last[quoted.end() :]
    sign = _SIGN.match(last)
    if sign is not None and _SIGN.fullmatch(before):
        return last[sign.end() :]
    share = _SHARE.search(last)
    own = share is not None and _MEASURED.search(last[: share.start()])
    if share is not None and "占" not in before and (not own or _MEASURE.search(before)):
        return share.group()  # 面积和产量占全国的比重
    owner = last.find("的", 1, len(last) - 2)
    if owner > 0 and "的" not in before:
        return last[owner:]  # 对世界和发展中国家的贡献率
    parallel = last.find(before[-1], 1, len(last) - 1)
    if 1 <= parallel < len(last) - 2:
        noun = _OVER.sub("", last[parallel + 1 :])
        alone = _MEASURED.search(noun) if "及" in noun or "和" in noun else None
        return alone.group() if alone is not None else noun  # 牧业专业及辅助性活动产值
    noun = last[len(_SCOPE.sub("", before)) :]
    noun = noun.lstrip(ascii_letters)  # 焦炭和PVC产能
    noun = noun if "(" in noun else noun.rpartition(")")[2]  # 市区、县(市)月最低工资
    branch = _BRANCH.search(last) if len(before) == 1 else None
    if branch is not None and branch.start():
        return branch.group()  # 茶、油樟产业产值 share 产业产值, not 樟产业产值
    measure = _MEASURED.search(noun)
    if measure is not None and measure.start() == 1:
        return measure.group()  # 集成电路、工业机器人产量 share 产量, not 人产量
    if len(noun) >= 2:
        return "" if noun[0] in "和与及" else noun
    measure = _MEASURED.search(last)
    return measure.group() if measure is not None and measure.start() else ""
