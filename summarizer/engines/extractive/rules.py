"""The words of rules: who or what they hold for, what is forbidden, what a breach costs."""

from __future__ import annotations

from summarizer import patterns as re

# What is told of the clause before: that clause is a subject, and says nothing alone.
TOLD_OF_ALL = re.compile(r"(?:均|都(?!市)|全部|一律|皆)")
SUBJECT = re.compile(r"的[^的,，]{1,12}$")
# The same of rules: …项目，由甲审批; …的单位，应予清理; 具备条件的可…; 各级预算，都要公开.
RULED = re.compile(
    r"(?:由(?!于)|应(?!急|用|届|对)|须|必须|不得|可(?!见|是)|原则上|要(?!求)|予以|具备|除应|自[^,，]{2,16}起|[按参依比]照?[^,，]{2,24}(?:办理|执行|处理)$)"
)
RULE_STARTS = frozenset("均都全一皆由应须必不可原要予具除按参依比自")
RULED_SUBJECT = re.compile(r"(?:的|项目|单位|部门|人员|企业|资产|机构|用房|干部|资金|地区|组织)$")
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
FOLLOWS = re.compile(
    r"责令|处(?![长理])|并处|给予|予以|视为|视同|依[法照据]|按照|从其|不(?![断仅但只光同])|免[征予除收]|没收|吊销|构成"
)
# Whom a norm binds, at the start of its clause; the rest of the sentence is told of him.
BOUND = re.compile(
    r"(?![应须由要对在])[^,，]{2,40}?(?:应当|(?<![供反适响相对效顺])应(?![急用届对])|不得|必须|须|可以"
    r"|(?<![重主需必首紧次摘])要(?![求点素害件闻])|负责(?=[^人制同]{2}))"
    r"|[^,，]{2,20}(?:工作|管理|活动)(?:坚持|遵循|实行)"
)
# What another paragraph tells of: 前款规定的信息.
ABOVE = re.compile(r"前[两三]?[款项条]|这[几两三四五六七八九]个?(?:方面|[点条项个])")
# What a breach costs whoever goes on with it: 拒不改正的, 情节严重的.
AGGRAVATED = re.compile(
    r"(?:拒不|逾期|情节|构成|造成|后果|尚不|少于|多于|超过|不足|低于|高于)[^,，]{0,20}的$"
)
# The same of what something comes to: 甲的调整，关系到乙; 甲的结果，将作为乙.
BEARING = re.compile(
    r"关系到|事关|(?:将|并|均)?(?:作为|成为)|有[利助]于|意味着|标志着|取决于|适用(?:本|于)|[是系]指|包括(?![^,，]{0,20}在内)"
)
BEARING_STARTS = frozenset("是系关事将并均作成有意标取适包")
# Which rule is broken, before what that costs.
BREACH = re.compile(r"违反[^,，]{2,40}(?:规定|要求)$")
# The same of the very rules that are told: which of them is broken, nobody learns from it.
BREACH_OF_IT = re.compile(r"违反本(?:条例|办法|规定|细则|法)(?:规定)?$")
# What a list of items is one of, where that turns what an item says: 不得有下列行为：.
FORBIDDEN = re.compile(
    r"(不得|禁止|严禁)[^,，。;；:：]{0,24}(?:行为|情形|活动|物品)[^,，。;；:：]{0,4}[:：]$"
)
# What follows from any of the cases that a list names: 有下列情形之一的，由甲部门撤销登记：.
_CASES = re.compile(r"(?:下列|以下)[^,，。;；:：]{0,40}?之一的?[,，](?P<follows>[^。:：]+)[:：]$")
_PARTS = re.compile(r"[,，;；]")
_SUM = re.compile(r"\d|[一二三四五六七八九十百千万][元倍]")
# Who brings it about, and by what, which the list says once: 由甲部门根据情节轻重给予乙.
_BY_WHOM = re.compile(
    r"(?:由[^,，]{2,40}(?:部门|机关|机构|政府|委员会|单位|组织|局)"
    r"|[^,，]{2,40}(?:部门|机关|机构|政府|单位|局)(?=[不予责给吊撤注处没]|应当|可以|必须))?"
    r"(?:根据情节轻重|依法)?"
)
_PENALTY = re.compile(r"给予[^、]{2,8}(?=、)")
# What somebody must or may do with each of what a list names: 应当履行下列义务：, 享有下列权利：.
_OF_EACH = re.compile(
    r"(?P<must>应当|必须|可以|有权)?(?P<said>(?![按依参]照|[根依]据|具有)[^,，。;；:：、]{2})(?:下列|以下)[^,，。;；:：]{0,12}[:：]$"
)
# What is done with all of them: 应当对下列事项进行重点检查：.
_OF_ALL = re.compile(
    r"对(?:下列|以下)[^,，。;；:：]{0,12}(?:进行|实施|开展|予以)(?P<said>[^,，。;；:：]{2,8})[:：]$"
)
_TO_DO = ("履行", "遵守", "符合", "承担")  # of what an item says by itself
_LONGEST_SAID = 12  # characters before an item of a list: a modal, a verb and its object


def said_of_each(lead: str) -> str:
    """What the sentence that opens a list says of each of its items; empty where that is long.

    不得 of 不得有下列行为：, 撤销登记 of 有下列情形之一的，由甲部门依法撤销登记：.
    """
    forbidden = FORBIDDEN.search(lead)
    if forbidden is not None:
        return forbidden[1]
    cases = _CASES.search(lead)
    if cases is None:
        each = _OF_ALL.search(lead) or _OF_EACH.search(lead)
        if each is None:
            return ""
        must = each.groupdict().get("must")
        return must if must and each["said"] in _TO_DO else f"{must or ''}{each['said']}"
    for part in _PARTS.split(cases["follows"]):
        by = _BY_WHOM.match(part)
        said = part[by.end() :] if by is not None else part
        penalty = _PENALTY.match(said)
        said = penalty.group() if penalty is not None else said
        if 1 < len(said) <= _LONGEST_SAID and not said.endswith("的") and not _SUM.search(said):
            return said
    return ""


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
