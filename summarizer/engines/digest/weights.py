"""What makes a figure one to quote, told by its words and its place."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.anchors.records import Figure
from summarizer.engines.digest.places import Setting
from summarizer.engines.wrongs import tells_wrong
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import FigureKind, FigureRole
from summarizer.words import worded


@dataclass(frozen=True, slots=True)
class Weights:
    """Set by reading the first eight figures of ten reports, and again on eighteen."""

    total: float = 1.0
    """Its clause says that it counts the whole (共, 累计, 全市)."""
    indicator: float = 2.5
    """An indicator of the statistical system that every report of its kind is compared by."""
    spent: float = 0.5
    """What a budget spent: the other half of what it took in, which is told of more texts."""
    chief: float = 1.5
    """Of these the one that a reader asks for first: what an economy made."""
    fell: float = 1.0
    """An indicator that fell: it is asked for before one that rose as nearly all do."""
    petty: float = -1.5
    """Of the whole report, a sum of which a thousand do not come to the largest one."""
    answered: float = 2.0
    """Of an inspection's or audit's findings: how many, how many done."""
    whole: float = 1.5
    """All findings and all measures that answer them, told in one breath."""
    outcome: float = 1.2
    """People held to account, money recovered, a rank."""
    size: float = 0.3
    """For each power of ten of a count of people held to account: 44 come before 10."""
    rules: float = 1.6
    """The rules and mechanisms that a whole report made: what is left of it for good."""
    upper: float = 1.5
    """In the text of a part of the report rather than in that of a measure."""
    deep: float = 0.4
    """What is left of a total or of findings counted in one measure of many."""
    money: float = 1.0
    """The largest sum of the report; smaller ones in proportion of their digits."""
    found: float = 1.0
    """For each power of ten that a sum which an audit found amiss has above one 元."""
    change: float = -0.6
    """A growth rate: quoted after the level that it belongs to."""
    moved: float = 0.8
    """Where a share or rate has come to (由16.9%提高到20.3%): a result that was measured."""
    first: float = 0.4
    """In the first sentence of its unit."""
    intended: float = -2.5
    """A target, or what falls short, in a report of results (a plan has no other figures)."""
    small: float = -1.5
    """A count below ten, a length of time: structure of the text rather than of its matter."""
    effort: float = -1.0
    """Meetings, sessions, copies: what was spent and not what came of it."""
    part: float = -1.0
    """Some of what stands before it: 其中税收收入."""
    local: float = -2.5
    """Of the whole report, what one place inside its own has of an indicator."""
    balance: float = -2.0
    """Sums of an account that only balance it: 收入总量, 上年结转, 债务转贷收入."""
    rated: float = -2.5
    """What a thing is rated at: 750千伏断路器."""
    unnamed: float = -1.5
    """Nobody can say what it is a figure of."""


WEIGHTS = Weights()
_SMALL = Decimal(10)
_PART_OF = 2  # levels of an outline whose text speaks for a whole report or for a part of it

_TOTAL = re.compile(
    r"(?<!公)[共总]计?(?!同)|累计|合计|(?<![在为对向从占给居列于比较])全[省市区县州旗国](?!人民|人大|性)|(?<!贯穿)全年|整体|总体"
)
# The same without 总投资 and 全区, which are said of one thing of many.
_GENERAL = re.compile(r"(?<!公)共计?(?![同建享青产治富])|总[共计](?![划])|累计|合计|(?<!贯穿)全年")
# The chief indicators of national accounts, budgets and living standards (GB/T and yearbook names).
_INDICATOR = worded("worth", "(?:{indicators})$")
_CHIEF = re.compile(r"(?:^|[省市县州旗国]|全区)(?:地区|国内)?(?:生产总值|GDP)$|^经济总量$")
_ELSEWHERE = re.compile("全[国省区市州]|平均")
_SPENT = re.compile(r"公共(?:财政)?预算支出$")
_THOUSAND = 1000
# So many times smaller than other sums may what was recovered be. At ten one of 79
# read texts loses a sum worth quoting (288.88万元 recovered); without a limit petty ones are told.
_RECOVERED = 20
_PER_HEAD = re.compile(r"均|每|标准|单?价|工资|补贴|补助")  # no sums
_QUALIFIED = re.compile(r"[（(][^（()）]*[)）]$")  # 固定资产投资（不含农户）
_FINDING = re.compile(r"问题|意见|任务|措施|事项|线索|信访")
# How many of them are done, and what share: 完成整改688个, 整改完成率98.7%.
_CLOSED = re.compile(r"(?:整改|办结|销号|完成|解决)率?$")
_ANSWER = worded("worth", "{answers}")
# How much there was to answer, told together: 48个具体问题161条整改措施.
_WHOLE = re.compile(
    r"问题[^,，;；。]{0,12}\d+[条项个]?[^,，;；。]{0,6}措施|方面[^,，;；。]{0,24}\d[^,，;；。]{0,12}问题"
)
_OUTCOME = worded("worth", "{outcomes}")
_ALL = re.compile(r"(?:具体|反馈|个性|共性|意见)问题$|整改(?:措施|任务|事项)$")
_RULES = re.compile(r"制度|机制|办法|规定|文件|方案")
_MADE = worded("worth", "{made}")
_PART = re.compile(r"\s*其中")
_BALANCE = worded("worth", "{balancing}")
_BALANCES = re.compile(r"结[余转]$")  # the same before a figure, whatever it is labelled by
# Of all that was found, how much is done: 177项任务已完成174项.
_DONE_BEFORE = re.compile(r"(?:完成|办结|销号|解决)(?:整改)?[了共]?$")
_DONE_BEHIND = re.compile(r"[^,，;；\d]{0,8}(?:已|均|全部)[^,，;；\d]{0,4}(?:完成|办结|销号|解决)")
_GROUPS = ("方面", "类", "大类", "领域", "大方面")
_EFFORTS = ("次", "场", "场次", "期", "份", "趟", "节", "篇", "人次")
_DILIGENCE = worded("worth", "{diligence}")
# Units of what does not add up: right before a thing they say of which make it is.
_RATINGS = ("伏", "千伏", "万伏", "kV", "V", "兆帕", "赫兹")
# How much of what was intended: 新增就业完成年计划的118.2% is no rate of new jobs.
_OF_A_PLAN = re.compile(r"(?:计划|预算|任务|目标)(?:数|任务|目标)?的$")
_SHARE_NAMED = re.compile(r"(?:[率度面]|比[重例]|占比|占[^,，]{2,})$")


def _digits(value: Decimal) -> int:
    """How many digits a value has before the point, less one."""
    return max(value.adjusted(), 0)


def _size(figure: Figure) -> float:
    return math.log10(figure.value) if figure.value > 1 else 0.0


def _is_of_rules(label: str, clause: str) -> bool:
    return "制度" in label or (_RULES.search(label) and _MADE.search(clause)) is not None


class Worth(NamedTuple):
    """What a figure is worth, and whether it counts all findings, or else something of the whole.

    `general` is true for an indicator, and for what its clause says to be a total; `done` for how
    many of the findings are answered; `petty` for a sum that is nothing beside the largest one,
    `chief` for what an economy made.
    """

    worth: float
    of_all: bool
    general: bool
    done: bool
    petty: bool
    chief: bool


def worth_of(figure: Figure, unit: Unit, setting: Setting, largest: Decimal) -> Worth:
    """The worth of a figure by its words and its place; `largest` is the report's largest sum."""
    label, clause = figure.label or "", setting.clause
    high = unit.level <= _PART_OF or not unit.is_leaf
    depth = 1.0 if high else WEIGHTS.deep
    counted = figure.kind is FigureKind.COUNT
    worth = 0.0
    named = _QUALIFIED.sub("", label)
    of_a_plan = _OF_A_PLAN.search(clause[: setting.place]) is not None
    indicator = _INDICATOR.search(named) is not None and not of_a_plan
    total = _TOTAL.search(clause, 0, setting.place) is not None
    if indicator:
        worth += WEIGHTS.indicator
        # 低于全国0.3个百分点: lower than others, which is no fall
        beside = figure.comparator is not None and _ELSEWHERE.search(figure.comparator) is not None
        worth += WEIGHTS.fell if figure.direction == "down" and not beside else 0.0
    if _SPENT.search(named):
        worth += WEIGHTS.spent
    if total:
        worth += WEIGHTS.total * depth
    if (_FINDING.search(label) and _ANSWER.search(clause)) or (high and _CLOSED.search(label)):
        worth += WEIGHTS.answered * depth
    of_all = high and bool(_WHOLE.search(clause) or (_ALL.search(label) and _ANSWER.search(clause)))
    done = of_all and _is_done(figure, setting)
    if of_all:
        worth += WEIGHTS.whole * (2 if done else 1)
    if _BALANCE.search(label) or _BALANCES.search(clause, 0, setting.place):
        worth += WEIGHTS.balance
    if figure.kind is FigureKind.MONEY and setting.audit and tells_wrong(clause):
        worth += WEIGHTS.answered + WEIGHTS.found * _size(figure)
    petty = False
    outcome = figure.role is FigureRole.RANK or _OUTCOME.search(clause) is not None
    if figure.kind is FigureKind.MONEY and _digits(largest):
        worth += WEIGHTS.money * _digits(figure.value) / _digits(largest)
        spared = setting.audit or _PER_HEAD.search(label)
        most = largest / (_RECOVERED if outcome else 1)
        petty = not spared and abs(figure.value) * _THOUSAND < most
    if outcome:
        worth += WEIGHTS.outcome + (WEIGHTS.size * _size(figure) if counted else 0.0)
    if high and counted and _is_of_rules(label, clause):
        worth += WEIGHTS.rules
    if _PART.match(clause):
        worth += WEIGHTS.part
    if not unit.is_leaf or unit.level == 0:
        worth += WEIGHTS.upper
    if figure.role is FigureRole.CHANGE:
        worth += WEIGHTS.change
    if figure.change == "to" and figure.kind is FigureKind.RATIO:
        worth += WEIGHTS.moved
    if figure.kind is FigureKind.DURATION or (counted and abs(figure.value) < _SMALL):
        worth += WEIGHTS.small
    if figure.unit in _GROUPS or label in _GROUPS:
        worth += WEIGHTS.small
    if counted and figure.unit in _EFFORTS and _DILIGENCE.search(label or clause):
        worth += WEIGHTS.effort
    behind = clause[setting.place + len(figure.text) :]
    if label and figure.unit in _RATINGS and behind.startswith(label[0]):
        worth += WEIGHTS.rated
    share = figure.role is FigureRole.SHARE or of_a_plan
    if len(label) < 2 or (share and not _SHARE_NAMED.search(label)):
        worth += WEIGHTS.unnamed
    general = indicator or (total and _GENERAL.search(clause, 0, setting.place) is not None)
    chief = indicator and _CHIEF.search(named) is not None
    return Worth(worth, of_all, general, done, petty, chief)


def _is_done(figure: Figure, setting: Setting) -> bool:
    before, behind = setting.clause[: setting.place], setting.clause[setting.place :]
    behind = behind[len(figure.text) :]
    return bool(_DONE_BEFORE.search(before) or _DONE_BEHIND.match(behind))
