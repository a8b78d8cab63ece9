"""What a sentence or clause is to those beside it: a detail, a conclusion, an aim, a moment."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.words import worded

# What a sentence begins with that breaks down what the one before it tells, or gives an example.
_BREAKDOWN = (
    r"其中(?:$|[:：,，])|(?:分|按|从)[^,，:：。]{1,16}[看分](?:$|[:：,，])"
    r"|[^,，:：。]{1,24}(?:[额值量资业构数费]|收入|支出)中(?:$|[:：,，])|(?:例如|比如|如(?![果何期实数意此今是同下上前]))"
)
BREAKDOWN = re.compile(_BREAKDOWN)
# Why a figure moved, of which only the figure is asked: 下降13.9%，下降的主要原因是….
_EXPLAINS = (
    r"(?:{moves}){1,2}的?(?:主要)?原因(?:[是为系]|[:：])|主要原因(?:[是为系]|[:：])"
    r"|主要(?:是)?(?:由于|因为?|受(?!理|益)|系(?!统|列))|主要是"
)
EXPLAINS = worded("cues", _EXPLAINS)
# What comes behind a figure and may be left out: why it moved, what it was spent on, its parts.
DETAIL = worded("cues", f"{_EXPLAINS}|{_BREAKDOWN}|(?:资金)?主要用于|其中")
# How a level moved, told behind it, and by what prices that is reckoned.
CHANGES = re.compile(
    r"(?:同比|环比|[比较同与](?:上年|去年|上?月|上?季|年初|[上去]年同期|同期)[^,，\d]{0,8}|按[^,，\d]{2,10}[价算]|名义|实际|"
    r"同口径|可比|分别|均|略|小幅)*(?:增长|下降|增加|减少|提高|提升|上升|上涨|回落|降低|扩大|收窄|[增降]幅|增速)[了为达到]*"
    r"\d[^,，]{0,12}$|(?:[与同比][^,，\d]{2,6})?(?:基本)?持平$"
)
BASIS = re.compile(r"(?:扣除|按)[^,，\d]{2,12}(?:价|价格|口径|因素|计算)(?:后|计算)?")
# What only makes an account balance: 上级补助收入28.05亿元, 收入总计4亿元.
BALANCES = re.compile(
    r"[^,，\d]{0,30}平衡情况[:：]|[^,，\d]{0,4}(?:补助|结转|结余|转贷|上解|调入|稳定调节基金)"
    r"(?:收入|支出|资金)?\d|[^,，\d]{0,8}(?:收入|支出)总计|(?:债务)?还本支出\d|总(?:收入|支出)\d"
)
# What is only a step of a sum: 加上上年结余3亿元，收入总量为5亿元.
ADDS = re.compile(r"(?:再|并)?(?:加上|减去|扣除|剔除|扣减)[^,，]*\d")
# What an examination, a court or experts came to: what such a text is written for.
CONCLUDES = re.compile(
    r"判决|裁定|驳回[^,，]{0,12}(?:请求|诉|申请)|(?:经[^,，]{2,16}|专家[^,，]{0,6}|调查组?|法院|综合)[^,，]{0,8}认[为定]"
    r"|(?:事故|直接)原因[是为系]|(?<!的)主要原因[是为系]|综上"
    r"|分析[^,，]{0,8}(?:原因[是为系]|认[为定]|应?[是为系])|(?:检查|抽查|解体|核查)[^,，]{0,4}发现"
)
# A sum of which the next clause says what it is for: 安排11.9亿元，继续支持改革.
BARE_SUM = worded(
    "cues",
    r"(?:{provided}){1,3}(?:资金|经费|专项)*"
    r"\d[\d.．,]*[余多]?[万亿]*元$",
)
# Where or when something is done, which only the next clause says: 考虑到甲在建设中，….
WITHIN = re.compile(r"(?<![正现仍])[在于](?!建)[^,，]{2,24}(?<!以)[中上下内]$")
# How the second half of a head begins: 对甲，以及乙的情形，制定….
SECOND_HALF = ("以及", "及", "和", "或者")
# The word alone by which a sentence turns, which may be left out.
TURN_ALONE = frozenset(
    ("但", "但是", "然而", "不过", "可是", "当然", "但同时", "但与此同时", "与此同时", "同时")
)
# What a passage comes to, behind what it comes from: 为此，《通知》提出，….
LEADS_TO = re.compile(
    r"\A(?:为此|因此|据此|有鉴于此|鉴于此)\Z|\A(?![按依根])[^,，]*》中?[又还]?(?:明确)?提出\Z"
)
# What the sentence before leads to: 应当打磨。但所有已检查的均未打磨.
TURNS = re.compile(r"但是?(?!愿)|然而|不过[,，]?(?=[^,，]{4})|可是")
# The line under a picture or over a table.
CAPTION = re.compile(r"[图表]\s?\d+(?:[-—.]\d+)?\s?[^,，。;；]*$")
# What is missing in the end: 当年收支缺口2亿元.
GAP = re.compile(r"(?:缺口|赤字|亏损|短收|欠[款缴费薪])[^,，]{0,8}\d")
# What so much is aimed at stands before it: 支持甲园区，力争产值突破2000亿元.
AIMED = worded("cues", "{aimed}")

# How large, long or dear the thing is that the clause before names: 谋划项目84项，预期投资2487亿元.
MEASURES_IT = re.compile(
    r"(?:其|预期|预计|计划|概算|估算)?(?:总?投资额?|总?造价|[长宽高深]度|(?:建筑|占地)?面积|流量|库容|工期)"
    r"(?:[约共为是]|达到?)*\d(?![^,，]{0,10}的)"
)
# A day or an hour, of which only the next clause is told for certain.
MOMENT = re.compile(
    r"\A(?:[^,，。]{0,16}?|.*月)\d{1,2}(?:日|[时点](?:\d{1,2}分?)?)"
    r"(?:许|左右|凌晨|上午|下午|晚)?\Z"
)
# What was not done is not said again with what else was not: 没有牢固树立甲，真正把乙放在首位.
DENIES = worded("cues", r"(?:没有|未能)(?:{duly})")
