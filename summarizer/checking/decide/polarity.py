"""Affirmed where the source denies, or the reverse: 未, 不, 尚未, 除…外, 免."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case, Retelling
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import BESIDE, LIKELY, PLAINLY, RETOLD
from summarizer.checking.propositions import Propositions, going_on
from summarizer.facts.moves import turned
from summarizer.facts.records import Clause
from summarizer.spans import Range
from summarizer.words import worded

# 能不能, 是不是, 满意不满意 ask and deny nothing; 不包括 leaves out, as 除外 and 除…外 do.
_ASKS = re.compile("([一-龥]{1,2}?)[不没]\\1")
# 不能少于 and 不少于 are one limit.
_LIMIT = re.compile(
    "(?:不(?:得|能|可|应|宜)?|未|没有?)(?:少于|低于|小于|短于|超[过出]|高于|大于|多于|晚于|迟于|早于|突破|跌破)"
)
_UNLESS = re.compile("(?:没有|未|无|不(?!得|能|可|予))")
_FORBIDS = re.compile("[,，][^,，;；。]{0,12}(?:不得|不能|不可|不予|不准|禁止)")
_LEFT_OUT = re.compile(
    "不(?:包[括含]|计入|含(?![糊量])|计(?=[入算]))|未(?:包[括含]|计入|含)|剔除|扣除"
)
_OUT = re.compile(f"{_LEFT_OUT.pattern}|除外|除[^,。;]{{1,14}}外")
_NOT = re.compile(
    "未能|尚未|暂未|从未|并未|没有|严禁|禁止|无一(?!例外)|不许|不再|不得(?![少低小超高大多])|不予|不能|不会|不是|无需|没|未(?=[^来成])|[并绝而]非|免(?=[^费疫])|"
    "不(?=[^断忘仅少同良正折得超低足大小高])|无(?=[^线人锡障])"
)
# What opens a list of what is forbidden; 未取得许可的单位应当履行下列义务： forbids nothing.
_OPENS_LIST = re.compile("(?:不得|禁止|严禁|不准|不许|不能|不应|不可|不予)[^,;。:]*:$|除外:$")
_LACK = re.compile("[^,]{0,4}(?:空白|缺失|欠缺|为零|尚缺)")
_NONE = re.compile("[^,;0-9]{0,6}(?:0(?:\\.0+)?(?![0-9.])|零|[-—－]+(?![0-9]))")
# 扣除不可比因素 affirms what is 可比: to take off what is not so is to keep what is.
_TAKEN_OFF = re.compile(
    "(?:扣除|剔除|排除|除去|剔去)不(?![完了尽清足起到掉动得出])|不得不|不能不|不可不|"
    "[无没](?:有?一[个项家条名户处件例座次]?)?不(?=[^,]{2})"
)
_STRETCH = re.compile("[^,;:、但而并且]*$")  # what one negation may deny
_KEPT_FROM = re.compile("防止|严防|杜绝|避免|阻止|防范")
_LACKS = re.compile(f"{_NOT.pattern}|缺[少乏失]?|欠缺|空缺|短缺|漏")  # 没有台账 of 缺少台账
_FIGURE = re.compile(r"\d")
_MARKS = " ,:;。、"
_OF_NOTHING = worded(
    "changes",
    "[却但则而也均都还]*(?:[比较](?:上年|去年|上月|同期|上年同期)|同比|环比)?[^,]{0,2}"
    "(?:{rose}|{fell})[^,]{0,2}",
)


def polarities(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every clause that says a clause of the source with a negation more or less."""
    for held in case.retellings(RETOLD):
        even = _evened(held)
        if _is_name(*even) or _is_condition(held.clause):
            continue
        denied = _turned(*even) and not _led_by_denial(case, held.match.clause.span)
        if denied or _lost(*even[:2], _asked(held.clause.sentence_text)):
            yield case.of_clause("negation", held.clause, held.span)
        elif _FIGURE.search(held.mine) or held.match.back < LIKELY:
            continue  # 支出下降 of 上年结转安排的支出增加: of many things of that name
        elif _OF_NOTHING.fullmatch(held.mine):
            continue  # 却比上年下滑: of what, the clause before says
        elif turned(held.mine, held.theirs) and all(
            turned(held.mine, reading.words) for reading in said.of(held.number).admissible
        ):
            yield case.of_clause("direction", held.clause, held.span, "direction", Grade.WRONG)
    for prop in said.saying(_DENIED):
        best = prop.readings[0]
        if best.share < PLAINLY or best.back < RETOLD or prop.subject:
            continue
        if _is_condition(prop.clause):
            continue
        if _led_by_denial(case, best.span) or _KEPT_FROM.search(best.sentence):
            continue
        near = [reading.words + going_on(case, reading) for reading in prop.admissible]
        if _DENIED.search(_asked(prop.words)) and not any(_ANY.search(words) for words in near):
            yield case.of_clause("negation", prop.clause, best.span)


_DENIED = re.compile(
    "(?:未能|尚未|暂未|从未|并未|没有|不再|不得|不予|不能|不会|不许|严禁|禁止|(?<![^,])未(?=[^来成])|(?<=[^尚暂从并])未(?=[按严采跟及有]))(?![少低小短超高大多]|过半|达到?[0-9一二两三四五六七八九十])"
)
# 消灭立窑 says of the kilns what 无立窑 says.
_ENDS = worded("operations", "{ends}")
_ANY = re.compile(
    r"为零|零(?=[,:;]|$)|(?<![0-9.])0(?:\.0+)?(?![0-9.])|空白|[未不没无非禁否缺拒免除停止失]|尚|难|弱|滞后|杜绝|防止|避免|"
    "取消|遏制"
)


def _is_condition(clause: Clause) -> bool:
    """True for 没有施工许可证，不得动工: without it nothing may be done, so it is called for."""
    behind = clause.sentence_text[clause.begin + len(clause.text) :]
    return _UNLESS.match(clause.text) is not None and _FORBIDS.match(behind) is not None


def _turned(mine: str, theirs: str, sentence: str) -> bool:
    """A negation of the claim before words that the source affirms."""
    denied = {sentence[d.end() : d.end() + BESIDE] for d in _NOT.finditer(sentence)}
    for found in _NOT.finditer(mine):
        after = mine[found.end() : found.end() + BESIDE]
        place = theirs.find(after) if len(after) == BESIDE else -1
        if place < 0 or after in denied or _LACK.match(theirs, place + BESIDE):
            continue
        if _NONE.match(theirs, place + BESIDE):
            continue  # 不购置车辆 of 购置车辆0辆
        affirmed = mine.count(after) > mine.count(found[0] + after)
        if _KEPT_FROM.search(sentence, 0, max(0, sentence.find(after))):
            continue  # 不得进入班子 of 坚决防止…人员进入班子
        before = _STRETCH.search(theirs, 0, place + 1)
        if not affirmed and not (before and _LACKS.search(before[0])):
            return True
    return False


def _led_by_denial(case: Case, place: Range) -> bool:
    """True for an item of a list that a denial opens: 不得有下列行为：, of which each is denied."""
    unit = case.index.unit_at(place.start)
    above = case.index.parents.get(unit.id) if unit is not None else None
    if above is None or not above.children:
        return False
    opening = Range(above.span.start, above.children[0].span.start)
    lead = case.index.document.normalised(opening).rstrip()
    return _OPENS_LIST.search(lead) is not None


def _is_name(mine: str, theirs: str, sentence: str) -> bool:
    """True for 没有项目支出 of a column or an item called 项目支出: a name affirms nothing."""
    found = _NOT.search(mine)
    name = theirs.strip(_MARKS)
    return found is not None and name == sentence.strip(_MARKS) == mine[found.end() :].strip(_MARKS)


def _lost(mine: str, theirs: str, whole: str) -> bool:
    """A negation or a lack of the source beside words that the claim affirms.

    `whole` is the claim's sentence: 46%的县无病例，一半多有病例 tells the denial and the rest.
    """
    if "包括" in mine and _OUT.search(theirs) and not _OUT.search(mine) and "包括" not in theirs:
        return True
    return _turned(theirs, mine, whole) and not _NOT.search(mine) and not _ENDS.search(mine)


def _evened(held: Retelling) -> tuple[str, str, str]:
    """Both sides and the source's sentence, with what both leave out told in one way."""
    mine, theirs, sentence = (_asked(t) for t in (held.mine, held.theirs, held.sentence))
    if _OUT.search(mine) and _OUT.search(theirs):
        mine, theirs, sentence = (_LEFT_OUT.sub("除外", t) for t in (mine, theirs, sentence))
    return mine, theirs, sentence


def _asked(text: str) -> str:
    """The words with questions as questions, and without the denial that makes a limit."""
    return _ASKS.sub("是否\\1", _LIMIT.sub("限", _TAKEN_OFF.sub("", text)))
