"""The words of rules: who or what they hold for, what is forbidden, what a breach costs."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import patterns as re
from summarizer.words import worded

# What is told of the clause before: that clause is a subject, and says nothing alone.
TOLD_OF_ALL = re.compile(r"(?:均|都(?!市)|全部|一律|皆)")
SUBJECT = re.compile(r"的[^的,，]{1,12}$")
# The same of rules: …项目，由甲审批; …的单位，应予清理; 具备条件的可…; 各级预算，都要公开.
RULED = re.compile(
    r"(?:由(?!于)|应(?!急|用|届|对)|须|必须|不得|可(?!见|是)|原则上|要(?!求)|予以|具备|除应|自[^,，]{2,16}起|[按参依比]照?[^,，]{2,24}(?:办理|执行|处理)$)"
)
RULE_STARTS = frozenset("均都全一皆由应须必不可原要予具除按参依比自")
RULED_SUBJECT = worded("rules", "(?:{ruled})$")
# A rule for an act that the clause before names: 驾驶电动自行车，应当佩戴头盔.
RULED_ACT = re.compile(
    r"(?:应当|不得|必须|须|可以|由(?!于|此)|除应当?|[按参依比]照?[^,，]{2,24}(?:办理|执行|处理)$)"
)
# Of whom or what the clause before tells, whatever that ends in.
ASSERTED = re.compile(
    r"(?:还|也|均|都|并)?(?:应当|应(?![急用届对])|不得|必须|须|可以|可(?=[按依采由以])|由(?!于|此)|要(?![求点素害件]))"
)
# How that is done, which is no norm by itself: 可以根据需要, 应当按照规定.
BY_WHICH = re.compile(r"[^,，]{0,6}(?:根据|按照?|依照|依据|结合|通过|(?<!大)会同(?!意))[^,，]*$")
# What somebody brings to what he must do next: 携带犬只及其证明，到甲登记.
BRINGING = re.compile(r"(?:携带|持(?![续有久股平之仓])|凭(?!借))[^,，向到至]+$")
# What follows from a case: …的，责令改正; …的，视为弃养; …的，甲应当乙.
FOLLOWS = worded("rules", "{follows}")
# Whom a norm binds, at the start of its clause; the rest of the sentence is told of him.
BOUND = re.compile(
    r"(?![应须由要对在])[^,，]{2,40}?(?:应当|(?<![供反适响相对效顺])应(?![急用届对])|不得|必须|须|可以"
    r"|(?<![重主需必首紧次摘])要(?![求点素害件闻])|负责(?=[^人制同]{2}))"
    r"|[^,，]{2,20}(?:工作|管理|活动)(?:坚持|遵循|实行)"
)
# What is told of whoever broke a rule, and what of that is more than a warning.
_COSTS = worded("rules", "{costs}")
_PENAL = worded("rules", "{penal}")
FINE = re.compile(r"罚[款金]")
SEVERE = worded("rules", "{severe}")
MILD = re.compile(
    r"(?:可以)?(?:责令(?!停[产业])|限期|[给予]以?予?警告|通报批评)(?![^,，]*(?:款|收|销)$)"
)
ORDERED = re.compile(r"责令|限期")
OVERDUE = re.compile(r"逾期|拒不|仍")
OR_COSTS = re.compile(r"(?:或者|并|可以)+处")
_PUNISHED = re.compile(r"\d[\d.]*[人件起家名个次]")  # told, and no rule
# Who is bound or breaks a rule, and who else: 供水单位、经营者和生产企业安排….
_WHO = "(?:{who})"
_SUBJECTS = worded(
    "rules",
    rf"(?P<first>[^,，]{{2,30}}?{_WHO})(?P<rest>(?:(?:、|和|以及|及其?|或者|与)[^,，]{{1,40}}?{_WHO}(?![^,，、和及或与应不必须可要]{{0,6}}{_WHO}))+)等?(?!的)",
)
_MANY_MORE = 10  # characters of all but the first; 及其工作人员 is no list
_DESCRIBED = re.compile(r"之|[^,，]{1,6}的")  # what a list is only a part of: 甲和乙确定的丙
_ENDS_WHO = worded("rules", f"{_WHO}$")
# Which article is broken; 违反国家规定 belongs to the case.
_CITED = re.compile(r"(?P<who>[^,，]*?)违反(?:本|前|第|《)[^,，]*$")
_ACTOR = worded("rules", r"由(?!于)[^,，]{2,40}?(?:{punishers})(?={punishing})")

_ON_WHOM = re.compile(r"(?:依法)?对[^,，]{4,40}人员(?=依法|给予|处)")


def costs_at(texts: Sequence[str]) -> int:
    """Where a segment begins to tell what a breach costs; 0 where it tells of none."""
    cited = _CITED.match(texts[0]) is not None
    for at in range(1, len(texts)):
        if NORM.search(texts[at - 1]):
            return 0  # a rule, and what holds for a case of it
        if not (cited or texts[at - 1].endswith("的")) or not _COSTS.match(texts[at]):
            continue
        costs = "，".join(texts[at:])
        return at if _PENAL.search(costs) and not _PUNISHED.search(costs) else 0
    return 0


def uncited(case: Sequence[str]) -> list[str]:
    """A case without the article that it breaks, where it says itself what was done."""
    cited = _CITED.match(case[0]) if len(case) > 1 else None
    if cited is None or cited["who"].endswith("对"):
        return list(case)
    return [f"{cited['who']}{case[1]}", *case[2:]]


def without_actor(text: str) -> str:
    """What a breach costs, without who sees to it: 由甲部门责令改正."""
    return _ACTOR.sub("", text, count=1)


def without_whom(text: str) -> str:
    """What a breach costs, without who in an office pays it: 对直接责任人员依法给予处分."""
    return _ON_WHOM.sub("", text, count=1)


def is_penal(text: str) -> bool:
    """Whether a breach costs something."""
    return _PENAL.search(text) is not None


def is_actor(text: str) -> bool:
    """Whether a text ends in somebody who can be bound: 供热企业, 经营者."""
    return _ENDS_WHO.search(text) is not None


def first_subject(text: str) -> str:
    """Whom a rule binds, the first of many: 甲单位、乙单位和丙者应当 → 甲单位等应当."""
    listed = _SUBJECTS.match(text)
    if listed is None or NORM.search(listed.group()) or len(listed["rest"]) < _MANY_MORE:
        return text
    rest = text[listed.end() :]
    binds = NORM.search(rest)
    if binds.start() if binds is not None else _DESCRIBED.match(rest):
        return text
    return f"{listed['first']}等{rest}"


# What another paragraph tells of: 前款规定的信息.
ABOVE = re.compile(r"前[两三]?[款项条]|这[几两三四五六七八九]个?(?:方面|[点条项个])")
# What a breach costs whoever goes on with it: 拒不改正的, 情节严重的.
AGGRAVATED = worded("rules", r"(?:{aggravated})[^,，]{0,20}的(?:$|[,，])")
# The same of what something comes to: 甲的调整，关系到乙; 甲的结果，将作为乙.
BEARING = re.compile(
    r"关系到|事关|(?:将|并|均)?(?:作为|成为)|有[利助]于|意味着|标志着|取决于|适用(?:本|于)|[是系]指|包括(?![^,，]{0,20}在内)"
)
BEARING_STARTS = frozenset("是系关事将并均作成有意标取适包")
# The same of what came of it, without a subject of its own: 导致事故的.
WORSENED = worded("rules", r"(?:{worsened})[^,，]*的$")
# Which rule is broken, before what that costs.
BREACH = re.compile(r"违反[^,，]{2,40}(?:规定|要求)$")
# The same of the very rules that are told: which of them is broken, nobody learns from it.
BREACH_OF_IT = re.compile(r"违反本(?:条例|办法|规定|细则|法)(?:规定)?$")
# What a law is made for stands at its head: 为了加强管理，根据甲，制定本条例.
ENACTED = re.compile(r"(?:特)?制定本[^,，《]{2,4}$")
# What makes a clause a rule of its own.
MODAL = re.compile(r"必须|应当|不得|可以|(?<![需主重首纲概摘纪扼])要(?!求|点|素|害)|须|是(?!否)")
# What a law is there to say.
NORM = re.compile(r"应当|不得|必须")
# The same told of whom or what it holds for.
RULE = re.compile(r"适用(?:本|于)|负责(?=[^人制同]{2})|实行(?=[^,，]{3})|依照[^,，]{2,20}执行")
# What is paid or allowed, at which rate: …的支出，按照每月1000元的标准定额扣除.
AMOUNT = re.compile(r"[,，]按照?[^,，]{0,24}\d[^,，]{0,24}$")

# What a term is, what is said besides of what belongs to it, and for which text it is said.
MEANS = re.compile(r"(?:[是系]|特)指(?![导挥标定])|^“[^“”]{1,8}”[为是](?=[^,，]*[中外]$)")
INCLUDES = re.compile(r"不?包括|[也不]?含|但|其中")
HEREIN = re.compile(r"^本[^,，《]{1,4}所称的?")
# What a rule comes to, told of the same: …合格后方可供水, 不合格的不得供水.
COMES_TO = re.compile(
    r"(?:[^,，]{0,12}[的后])?(?:方可|方能|才能|才可|不得)|[^,，]{2,12}可不(?!能)|即[:：]|[尚还但]*未(?!来|必)[^,，]{1,6}$"
)
