"""Counters: which of them writers interchange, and what some of them cannot count.

46项制度 may be told as 46个制度, and 39家单位 as 39个单位; 4个工作组 are no 4户, and 84家企业 no
84次. Groups and nouns follow the usage of official reports; a counter outside all groups is
nobody's kin.
"""

from __future__ import annotations

from summarizer import patterns as re

_GROUPS = (
    "个项条件起宗桩例种类点处份",
    "个家户所处间",
    "个所处座栋幢只块片道段根",
    "个套户间",
    "个场次期批轮届节堂课回起",
    "份本册篇部期件个项条款",
    "台套架部辆只个艘枚具列门面眼口盏扇",
    "个支队组班",
    "只头株棵粒尾羽个条",
    "块张幅面份个条",
    "级层",
)
_KIN: dict[str, frozenset[str]] = {}
for _group in _GROUPS:
    for _counter in _group:
        _KIN[_counter] = _KIN.get(_counter, frozenset()) | frozenset(_group)

# 4方面 is 4个方面.
_NOUNS = frozenset(
    ("方面", "领域", "环节", "板块", "阶段", "部分", "子项", "批次", "类别", "主题", "行业", "区域")
)

# Where one of these counters stands in place of another, its noun must be one that it counts.
_COUNTED = {
    "户": re.compile(
        "[农牧商住租贫困养殖种植困难大散用业主]户|户|家庭|居民|群众|村民|牧民|企业|公司|工厂|店|商|"
        "经营|主体|住宅|住房|巨人|民宿|农家|合作社|农场"
    ),
    "家": re.compile(
        "企业|公司|工厂|单位|机构|部门|医院|学校|院校|中学|小学|大学|幼儿园|银行|组织|党委|党支部|工会|"
        "协会|商会|店|场|馆|家|站|所|院|社|厂|园|中心|商|户|局|办|机关|媒体|巨人|基地|平台|驿站|餐|"
        "市场|农场|超市|宾馆|酒店|民宿|主体|团队|窗口|实验室|村|景区|景点|公园|园区|剧团|乐园|书屋|诊所|"
        "法庭|车间|作坊|社区|工坊|码头|驾校|客栈|书城|影城|食堂|机场|电台|报刊|网吧|经纪|代理|服务商|组|行"
    ),
    "次": re.compile(
        "会|检查|活动|培训|宣讲|调研|督[查导]|巡[察视查]|研[究讨]|学习|演练|约谈|走访|接待|谈话|议|"
        "行动|排查|整治|部署|听取|述|课|宣传|座谈|招聘|对接|诊|赛|展|访|通报|开展|组织"
    ),
}


def akin(first: str, second: str) -> bool:
    """True where writers use both counters for one sort of thing."""
    if "个" in (first, second) and not _NOUNS.isdisjoint((first, second)):
        return True
    return second in _KIN.get(first, frozenset())


def is_choosy(counter: str) -> bool:
    """True for a counter of people or of what few things are counted by, no general one."""
    return counter in _COUNTED or counter in ("人", "人次")


def counts(counter: str, words: str) -> bool:
    """True unless `counter` is a choosy one and none of its nouns is among `words`."""
    pattern = _COUNTED.get(counter)
    return pattern is None or pattern.search(words) is not None
