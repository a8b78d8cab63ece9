"""Units and classifiers: what may follow a numeral, and what kind of figure it makes.

Each count classifier carries the characters that, right after it, show that another word begins
there (次 but not 次要). `_ARABIC_ONLY` classifiers are words of their own after a Chinese numeral
(一只 is a count, 一层层 is not).
"""

from __future__ import annotations

import re

from summarizer.vocabulary import FigureKind

POINTS = "个百分点"
PER_MILLE_POINTS = "个千分点"

MONEY = (
    "元人民币", "美元", "港元", "港币", "欧元", "日元", "英镑", "澳元", "加元", "新元", "卢布",
    "韩元", "澳门元", "新台币", "人民币", "元", "分钱", "角钱",
)  # fmt: skip

PHYSICAL = (
    "微克/立方米", "毫克/立方米", "毫克/升", "吨标准煤", "吨标煤", "吨公里", "人公里", "平方公里",
    "平方千米", "平方米", "平米", "立方米", "立方", "公里", "千米",
    "厘米", "毫米", "微米", "纳米", "海里", "英寸", "英里", "延米", "米", "公顷", "公亩", "亩",
    "万吨级", "公吨", "千克", "公斤", "毫克", "微克", "克拉", "克", "吨", "斤", "千瓦时", "兆瓦时",
    "吉瓦时", "吉瓦", "蒸吨", "瓦时", "千伏安", "千伏", "伏", "兆瓦", "千瓦", "兆伏安", "焦耳",
    "千卡", "摄氏度", "℃", "担", "分贝", "毫升", "公升", "升", "帕", "兆", "马力", "标准箱", "标箱",
    "标准立方米", "大卡", "PF", "EF", "PFLOPS", "Pflops", "Eflops", "EFLOPS", "P", "E",
    "PFlops", "EFlops", "TFlops", "FLOPS", "Flops", "Gbps", "Mbps", "Tbps", "TB", "GB", "MB", "PB",
    "EB", "Hz", "kHz", "MHz", "GHz", "V", "Pa", "kPa", "MPa", "kN",
)  # fmt: skip

# The symbols of units (GB 3100-93) that have Chinese names here. A digit behind one is its power.
SYMBOLS = {
    "m": "米", "km": "公里", "cm": "厘米", "mm": "毫米", "μm": "微米", "nm": "纳米",
    "m2": "平方米", "km2": "平方公里", "hm2": "公顷", "ha": "公顷", "m3": "立方米",
    "m²": "平方米", "km²": "平方公里", "hm²": "公顷", "m³": "立方米",
    "㎜": "毫米", "㎝": "厘米", "㎞": "公里", "㎡": "平方米", "㎥": "立方米", "㎎": "毫克",
    "㎏": "千克",
    "t": "吨", "kg": "千克", "g": "克", "mg": "毫克", "μg": "微克", "ug": "微克", "tce": "吨标准煤",
    "L": "升", "mL": "毫升", "ml": "毫升", "kW": "千瓦", "MW": "兆瓦", "GW": "吉瓦",
    "kWh": "千瓦时", "KWh": "千瓦时", "kW·h": "千瓦时", "MWh": "兆瓦时", "GWh": "吉瓦时",
    "kV": "千伏", "kVA": "千伏安", "MVA": "兆伏安", "dB": "分贝", "dB(A)": "分贝", "TEU": "标准箱",
    "s": "秒", "min": "分钟", "h": "小时",
}  # fmt: skip
_TIMES = {"d": "天", "a": "年"}  # behind a slash alone: 3d is no three days

DURATION = (
    "个工作日", "个交易日", "个自然日", "个季度", "个小时", "个月", "个星期", "个学时",
    "工作日", "年", "周", "天", "小时", "分钟", "秒", "学时", "课时", "星期",
)  # fmt: skip

COMPOUND = (
    "人次", "方面",
    "子项", "件次", "条次", "户次", "家次", "车次", "架次", "班次", "场次", "人份", "例次",
    "台次", "台套", "艘次", "批次", "航次", "频次", "吨次", "剂次", "床位", "席位", "个次",
    "处次", "篇次", "支次", "人月", "人天", "人年", "标段", "省份", "省市", "省区市", "省区",
    "市县", "县市", "县区", "县市区", "乡镇", "街镇", "市州", "个点位", "期次", "项次", "名次",
    "笔次", "张次", "辆次", "节次", "车道", "重量箱", "床日",
)  # fmt: skip

# Classifier -> characters that make it the start of another word.
COUNT: dict[str, str] = {
    "个": "", "名": "单录牌称义誉胜额", "人": "民员才均口大", "位": "于居数置", "项": "", "件": "",
    "条": "例款约", "起": "草", "次": "性", "家": "庭", "户": "籍口", "份": "额",
    "处": "理置分级于罚方", "所": "", "座": "谈右次", "支": "部架", "期": "间限",
    "场": "所", "类": "似", "宗": "教", "株": "", "册": "", "块": "",
    "例": "如会行外证题", "轮": "胎船车",
    "张": "贴", "篇": "", "批": "评示复准", "台": "账阶河山县湾胞", "套": "路", "辆": "", "架": "",
    "艘": "", "棵": "", "枚": "", "颗": "粒", "幅": "度", "幢": "", "栋": "", "种": "植",
    "款": "项", "笔": "", "桩": "", "卷": "宗", "盏": "", "组": "织", "段": "落", "片": "区面",
    "道": "路德班", "章": "程", "票": "", "岁": "月", "则": "", "桌": "", "匹": "", "句": "",
    "筐": "", "束": "", "列": "入为出举支席车", "对": "标照象策外", "副": "",
}  # fmt: skip

_ARABIC_ONLY: dict[str, str] = {
    "分": "钱钟之类级布别局期行公支会管配享离工为析解流", "部": "门委分队署级", "层": "次面级",
    "本": "级科土", "只": "有要是能", "头": "部", "间": "隔接距断", "节": "约能点日水假",
    "站": "点位", "口": "号径岸", "步": "", "字": "", "根": "据本治源除", "羽": "",
    "群": "众体里落主团聊防", "垧": "", "尾": "号", "箱": "", "袋": "", "瓶": "", "桶": "",
    "盒": "", "包": "括含联保抓案", "孔": "", "眼": "", "床": "", "杆": "",
    "线": "上下", "班": "子组级车底", "封": "闭存锁", "省": "道级委政长会内外属直域际",
    "县": "级域委政长城区道直处乡", "镇": "级政区街党域", "市": "级委政长场区民直域辖州县容值面",
    "村": "级委民干支居庄集", "乡": "级政村党", "度": "假过量", "方": "面式案向便法位",
    "路": "径线口段网面灯", "门": "类户诊口槛面店票卫牌",
}  # fmt: skip

# A classifier that counts only what is named behind it.
_SPECIAL = {
    "面": "锦旗|红旗|旗|墙|镜", "门": "课|学科|功课|必修|选修", "点": "要求|意见|建议|希望|体会",
    "块": "钱", "毛": "钱", "级": "地震|强震|余震",
}  # fmt: skip
_SESSION = "届(?!时|满|中|[一二三四五六七八九十]+[次中])"
_MEDALS = r"[金银](?=[、,]?[0-9]{1,3}[银铜])|铜(?![价矿陵仁川])"
_ENDING = "发回单"
_ENDS = r"(?=[,，。、;；)）])"
_DOSES = rf"(?<=[0-9万亿])单位{_ENDS}"  # 献血量2692.7万单位; 单位 is no classifier

_KINDS: dict[str, FigureKind] = (
    dict.fromkeys(MONEY, FigureKind.MONEY)
    | dict.fromkeys(PHYSICAL, FigureKind.PHYSICAL)
    | dict.fromkeys(DURATION, FigureKind.DURATION)
    | {"%": FigureKind.RATIO, "‰": FigureKind.RATIO, POINTS: FigureKind.PERCENTAGE_POINTS}
    | {PER_MILLE_POINTS: FigureKind.PERCENTAGE_POINTS}
    | {"倍": FigureKind.MULTIPLE, "方": FigureKind.PHYSICAL, "度": FigureKind.PHYSICAL}
    | {"折": FigureKind.RATIO}
)


PEOPLE = frozenset(("人", "户", "名", "口", "位", "人次"))
"""By what people are counted."""


def kind_of(unit: str) -> FigureKind:
    """The kind of figure a unit makes; unknown units count."""
    return _KINDS.get(unit, FigureKind.COUNT)


_MANY = 8  # so many first characters are found faster by a class than by alternatives
_LONGER = {
    "个": "(?!体(?:工商|经[济营]|户))",
    "项": "(?!目(?!标|的|前))",
    "所": "(?![有在属需得谓]|以(?![上下内]))",
}
"""Classifiers whose next word needs a second look: 项目 but 5项目标, 所以 but 200所以上."""


def _not_before(characters: str) -> str:
    """A look-ahead for none of them; up to some number one each compiles faster than a class."""
    if len(characters) > _MANY:
        return f"(?![{characters}])"
    return "".join(f"(?!{character})" for character in characters)


def _guarded(table: dict[str, str]) -> str:
    simple = {unit: after for unit, after in table.items() if unit not in _LONGER}
    plain = "".join(unit for unit, after in simple.items() if not after)
    guarded = [unit + _not_before(after) for unit, after in simple.items() if after]
    longer = [unit + after for unit, after in _LONGER.items() if unit in table]
    return "|".join([f"[{plain}]", *guarded, *longer])


GUARDED = _guarded({unit: after for unit, after in COUNT.items() if unit not in "对副道部"})
"""The classifiers that may follow 第 and its number, each where no longer word begins."""
_ONE = "[一二三四五六七八九1-9]"
_AFTER = {
    "元": "(?![旦宵素])", "年": "(?![级代轻龄]|生(?![产活态育命物存猪长]))", "周": "(?![期边年岁])",
    "天": "(?![然津气空])",
    # 四升三降一平: so many rose
    "升": f"(?![级格]|{_ONE}[降平跌持])(?<!(?<!下)[降平跌涨]{_ONE}升)",
    "立方": "(?!体)", "米": "(?![面粉])", "斤": "", "兆": "(?![瓦伏])",
    "伏": "(?![天旱汛季特法击线兵案])", "乡镇": "(?!企业)",
    "担": "(?![任负保当心忧责架])",
    "克": "(?![服难隆己勤制敌期俭里什拉东])",
}  # fmt: skip
_LETTERED = "(?![A-Za-z0-9])"


def _is_lettered(word: str) -> bool:
    return word[-1].isascii() or word in SYMBOLS


def _next(word: str) -> str:
    """采矿业5人|次之: what comes next in an order counts nothing."""
    return "(?!之(?![多外间内前后]))" if word.endswith("次") else ""


def _words(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(
        re.escape(word) + (_LETTERED if _is_lettered(word) else _AFTER.get(word, _next(word)))
        for word in ordered
    )


_BESIDE = "人次套场户家件条个处批名宗部起篇项份台座所间口只辆组本类"
_PARENTHESIS = rf"[(（][{_BESIDE}][)）]"
COMMON = (
    rf"个?[百千]分点|[%‰]|倍(?!增)|折(?![叠扣腾射磨服算合断页线旧])|{_words(DURATION[:9])}"
    rf"|{_words(COMPOUND)}|{_words((*PHYSICAL, *SYMBOLS))}"
    rf"|{_words(MONEY)}|{_words(DURATION[9:])}|(?:{_guarded(COUNT)})(?:{_PARENTHESIS})?"
    + "".join(f"|{unit}(?={nouns})" for unit, nouns in _SPECIAL.items())
    + f"|{_SESSION}|{_DOSES}"
)
_MANY_OF = "(?:[0-9]{0,4}[十百千万]{0,2})"
DENOMINATOR = (
    rf"{_MANY_OF}(?:{_words((*PHYSICAL, *SYMBOLS, *_TIMES))}|小时|分钟|秒|季度|"
    "[人户次家件台辆头只床村社班生例批个份套岁年月日天周季])"
)
"""What something is counted by: 户, 平方米, 万人, 10万人."""
RATE = rf"(?:[/每](?P<per>{DENOMINATOR}(?:[·•/每](?:人|户|年|季|月|天|日|次|小时|秒))?))?"
"""The denominator behind a unit (元/户, 元/人·月, 吨/亩)."""
ARABIC_ONLY = rf"{_guarded(_ARABIC_ONLY)}|{_MEDALS}|[{_ENDING}]{_ENDS}"
FIRST = frozenset(
    "%‰倍折届金银铜百单"
    + _ENDING
    + "".join(
        word[0]
        for words in (DURATION, COMPOUND, PHYSICAL, SYMBOLS, MONEY, COUNT, _ARABIC_ONLY, _SPECIAL)
        for word in words
    )
)
"""The first characters of all units."""
LONGEST = 24
"""No unit with its rate has more characters."""

_SAME = SYMBOLS | _TIMES | {"百分点": POINTS, "千分点": PER_MILLE_POINTS, "平米": "平方米"}


def canonical(unit: str) -> str:
    """One spelling of a unit: 百分点 and 个百分点, ㎡ and 平方米, 微克每立方米 and 微克/立方米."""
    return _SAME.get(unit, unit.replace("每", "/"))
