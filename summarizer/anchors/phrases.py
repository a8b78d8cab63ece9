"""Words around a counted noun: what begins a predicate, and what stands before or after a subject.

None of them is part of what a figure counts. The words themselves stand in `lexicons/labels.toml`.
"""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.words import worded

LISTS = "labels"

# A verb and its complement, and no noun that begins like one (建设项目, 新建率, 收费站).
ACTED = (
    r"(?!(?:{noun_verbs})(?:{noun_heads}))"
    r"(?:{actions})(?:了|完(?![工成善])|好|出(?![口行])|到(?![位达期账岗]))?(?:一批)?"
    r"(?![率费额量面度力厂站性]|数(?![字控据智])|房(?![屋产地源车])|期(?![限间望货末初])|点(?![位亮]))"
)
ACTION = worded(LISTS, f"^{ACTED}")
GOVERNING = worded(
    LISTS,
    r".*(?:(?<=..)(?<!公)[共现]有(?!制|产权)|(?:共|累计|先后|已|全年|今年|共计)(?:研究|{actions})"
    r"|新(?:{newly})"
    r"|(?<![一-龥][新改扩])(?:{governing})|、(?:完善|健全|优化|规范|强化|加强|提升))"
    r"(?:并[一-龥]{2})?了?(?![率费额量面度力性化型、和与及]|数(?![字控据智]))",
)
# What says nothing on its own.
EMPTY = worded(LISTS, "(?:{empty})+")
HOW = "(?:{adverbs})+"
ADVERB = worded(LISTS, HOW)
LEFT = worded(LISTS, "^(?:(?:{adverbs})(?=(?:{actions}))|{before})+")
# 年人均, 每人每月: by whom and by what time an amount is counted.
EACH = "(?:[人户亩年月日]{1,2}均|每[人户亩年月日村校](?:每?[年月日])?)"
_FROM = (
    rf"(?:由|从)(?:[一-龥]{{2,6}}(?:[前时末初]|初期)的|{EACH}"
    "|每.|原(?:来|有)?的?|过去|以前|(?:现在|目前|年初预算)的?|上年的?|去年的?|不足)?"
)
RIGHT = worded(LISTS, f"(?:{_FROM}|{{behind}}|{{moved}})+$")
# What is said of the things counted, not what they are.
PREDICATE = worded(LISTS, "{predicate}")
# 未开工项目, 被征地农民: a noun with its own predicate before it.
QUALIFIED = worded(
    LISTS,
    "(?:未|被|在|拟|待|已|可|不)[一-龥]{1,8}?(?:{qualified})"
    "|[十百千]?[万亿]元级?及?以[上下]"  # 15个亿元以上项目
    "|(?:未|被|拟|待|已)[一-龥]{2,4}?(?:人口|乡镇|[村户县])(?![长级内])",
)
# 1133人取得职业技能等级证书: what people are counted by.
ATTAINED = worded(
    LISTS,
    "(?:{attained})(?P<name>[一-龥“”A-Za-z0-9]{2,20})(?=[,，。;；、])",
)
# Events that things undergo: they belong to a count of projects, not of the things.
UNDERGONE = worded(LISTS, "(?<=..)(?:{undergone})$")
GOAL_NOUN = lazy("(?:目标|任务|要求)$")
PAUSES = frozenset(",，、;；。")
BESIDE = re.compile(
    "经过|按照$|相当于?|超额?(?:年度|全年)?(?:目标|计划|任务|预[算期])+|[远略]?(?:高于|低于|快于|慢于|高出|多于|少于|领先)|[比较](?:计划|预算|预期|目标|任务|[^,，]{2,24}[高低快慢]出?$)|占(?!地|用|.*[比率])"
)
COMPARED = re.compile(
    "(?:较|比(?![重例率值])|与)[^,，]{1,8}(?:年|月|期|前|初|末|底|[年季]度)"
    "(?:相比|(?:预计|实际|代编)?(?:执行|决算|预算|实际|完成|代编)数?(?:[(（][^()（）]{2,4}[)）])?)?$"
)
BASE = re.compile(
    "(?:是|相当于)(?:[^,，。;；]{2,10}(?:平均|水平|总和|之和|同期)|上年|去年)的?$"
    "|由(?:原[来定有先]?|最初|过去)的?$|(?:恢复|回升)(?:到|至)(?:上年|去年)(?:同期)?的?$|按?(?:照)?(?:可比|同|新|老|原)口径(?:计算)?$|按照?[一-龥]{2,4}(?:价格?|汇率)(?:计算|折算)?$|是?“十[一二三四]五”(?:时?期)?末?的?$|在?(?:[0-9]{4}年|上年|原有?)?的?基础上$|"
    "在[^,，]{1,8}基础上$|(?:剔除|扣除|还原)[^,，]{2,12}[之以]?后$|(?:剔除|扣除|不含|不计)[^,，]{2,24}(?:因素|影响)$"
)
