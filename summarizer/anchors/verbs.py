"""Verbs that govern what stands behind them: 疏浚|县乡河道, 制发|优待证, 遗址|晋升…单位.

The verbs are learned from texts (`lexicons/verbs.toml`, `scripts/verbs.py`) and stand beside the
grammar of set verbs in `phrases.py`. Not every verb before a noun governs it: 入驻企业 and 常住人口
name whom they describe, 消费总额 is a measure, 使用权 one word.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache

from summarizer.patterns import lazy
from summarizer.resources import text as resource

WORD = 2  # characters: of one the lexicon holds none
# Nouns so general that the verb before them is what tells them apart.
_DESCRIBED = lazy(
    "(?:企业|人员|居民|农民|家庭|工人|老人|[农商客住]户|单位|项目|工程|人口|职工|对象|商户|学生|群众|游客|旅客|用户|车辆|线索|案件|商品|产品|货物|活动"
    "|干部|党员|工作|任务|事项|能力|机构|部门|地区|区域|资源|情况|问题|业务|标准|水平|程度|能源|用地)"
)
# What is measured: with the verb before it one name (消费总额, 就业人数).
_MEASURE = lazy(
    "(?:总[额量值数]|[额量率值数费权者]|[人户次天项个]数|收入|支出|面积|价格|余额|规模|资金|费用|经费|金额|人次|成本|时间|天数|比例|比重|"
    "产值|产量|产能|利润|里程|水平|指数|增速)"
)
# 高于全国平均, 超过预期: what stands behind is what a figure is compared with.
_COMPARED = lazy(".于|[超高]出|超过|相当")
_DONE = lazy("(?:了|好|完(?![工成善])|到(?![位达期账岗]))")


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], ...]:
    rows = tomllib.loads(resource("lexicons", "verbs.toml"))
    return tuple(frozenset(rows[name].split()) for name in ("governing", "nouns"))


def verb_at(text: str, place: int, end: int) -> bool:
    """Whether a verb that governs begins at `place`, and no noun that only begins like it."""
    governing, nouns = _words()
    stop = place + WORD
    if stop > end or text[place:stop] not in governing:
        return False
    return text[place : min(stop + 1, end)] not in nouns and not _COMPARED.match(text, place, stop)


def governed(text: str, begin: int, end: int) -> int:
    """Where what a verb at `begin` governs begins; `begin` where no verb governs the rest."""
    if not verb_at(text, begin, end):
        return begin
    place = begin + WORD
    done = _DONE.match(text, place, end)
    if done is not None:
        place = done.end()
    elif _DESCRIBED.match(text, place, end) or _MEASURE.match(text, place, end):
        return begin
    return place if end - place >= WORD else begin
