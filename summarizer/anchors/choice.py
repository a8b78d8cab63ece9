"""Choice of a label: the words after a figure or those before it, by its kind and its clause."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.behind import label_after
from summarizer.anchors.changes import change
from summarizer.anchors.counted import has_counted
from summarizer.anchors.handed import act_of_some, attained, handed, named_briefly
from summarizer.anchors.labels import Label, label_before
from summarizer.anchors.phrases import ACTION, EMPTY, GOAL_NOUN, PAUSES
from summarizer.anchors.raw import Raw, prints_noun
from summarizer.anchors.scan import Dated
from summarizer.anchors.sizes import HAN, behind_size, beside, from_to
from summarizer.anchors.verbs import verb_at
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind
from summarizer.words import worded

# 2亿元用于补助、1亿元用于奖励: what follows a sum belongs to it, not to the next.
_PURPOSE = lazy(
    "(?:(?:专项|专门|主要|全部|统筹)?用于|投向|投入|支持|安排|补助|奖励)(?P<name>[一-龥]{2,14})"
)
_OWN_WORDS = re.compile("(?:用于|投向|是|为|来自|属于)")
# 实现减少10%的目标: the noun after 的 is not what is reduced.
_MARKS = ("台阶", "大关", "关口")
_GENERIC = worded("measures", "{levels}")
# 完成预算的94.9%: how much of a plan was reached, of what the clause before names.
OF_PLAN = lazy(
    r"(?:完成|为|占|达到?|超过?)[^,，。;；0-9]{0,10}(?:预算|计划|任务|目标|调整数|变动数)数?(?:\[[0-9]{1,2}\])?的?$"
)
_MEASURE = worded("measures", "(?:{sizes})$")
# 固定资产投资实现29%的快速增长: what grows stands before.
GROWTH = lazy("(?:的(?:较?[快高]速?|正)*|正)(?P<word>增长|增速|增幅|下降|降幅|提升)")
_LASTING = lazy("(?:时间|时长|龄|[时限期]|[天日年]数)$")
_SPENT = worded("measures", "{passed}")  # 经过五年的努力: how, not what
_FUNDS = worded("measures", "({funds})(?:(?:扶持|支持|补助|奖励|投资)后?)?$")
# 每月2000元的扣除额度: that noun, joined by 的, is what the sum is.
_ALLOWED = lazy("(额度|罚款|罚金)$")
# 年收入超百万元的村达300个: what has the first figure is what the second counts.
_OWNED = lazy(
    "的(?P<name>[一-龥]{1,6}(?:[(（][一-龥]{1,3}[)）])?)(?:已|共)*(?:达到?|有|为|超过?|增至)$"
)
_OF_SIZE = lazy("[一-龥]{0,5}以[上下内]的?")
_NAMED_PLAN = lazy("完成(?:全年|年度)?(?P<name>(?!.*下达)[一-龥]{2,8}(?:计划|任务|目标))$")
_ACT = lazy("[一-龥]{2,14}?(?=[,，。;；、]|[均都未曾也])")
_GRADE = lazy("(?:世界|国家|[省市县区州]|自治区)级")
_THRESHOLD = lazy("以[上下内]$")
# 5亿元（3000万美元）以上产业项目: another currency stands between the sum and 以上.
_OVER_GLOSS = lazy("(?:[(（][^()（）]{2,16})?[)）]以[上下]的?(?=[一-龥]{2})")
_SIZE = worded("measures", "(?:{sized})$")
_EXAMPLE = lazy("[^等]{2,}(?=等(?![级次距效])[一-龥]{2})")
# 比2024年预算增加: a date behind such a word is what something is compared with.
_AGAINST = frozenset("比较与同和于")
# 组织处理10人, 提醒谈话6人: what those who went wrong are counted by, in four characters.
_DONE_TO = worded("measures", "[,，、;；]?(?P<act>[一-龥]{2}(?:{done_with})|(?:免予)?追究责任)")
_PERSONS = frozenset("人名")
_MEDALS = frozenset("金银铜")  # 斩获1金2银8铜的好成绩
_ALONGSIDE = frozenset("、和及")
_HOURS = frozenset(("学时", "课时"))  # they measure what is taught
_ONE_BEHIND = lazy("[钢铁煤油铝铜米面肉糖盐纸](?=[,，、;；。和])")  # 压减412万吨铁、170万吨钢
_REACHED = lazy("(?:达到?|突破|[超跨]过|增[加长]?到)了?$")  # 企业户数突破1000家的目标
# 市财政安排1000万元: who pays is not what is paid.
_PAYER = lazy(
    "全?(?:[国省市县区州镇乡]|各级|中央|地方|本级)*级?(?:财政[部厅局]?|政府|[省市县区州]委)"
)
_PAYS = worded("measures", "{pays}")
_SPENDS = "投入"
_CHOSEN = lazy("[列纳][入为]|入[选围]|荣获|获批|上榜|跻身")
_BECAME = frozenset("未已尚仍")
_DONE_OF = lazy("[一-龥]{2}(?<![长少高升加低降到达占])了(?:近|约|超过?)?$")
_POINTING = frozenset("这那的近前每后")
_CLASSIFIERS = frozenset("项块条类")  # 17大项问题: 大 with no noun of its own


def choose_label(
    text: str, raws: list[Raw], index: int, begin: int, date: Dated | None, *, joined: bool
) -> Label | None:
    """Counts are followed by what is counted; other figures follow their subject."""
    raw = raws[index]
    great = prints_noun(text, raw)
    if great and raw.unit not in _CLASSIFIERS:
        return None  # 六大领域 prints its own noun
    limit, position, unit = len(text), raw.end, raw.unit
    if index + 1 < len(raws) and not raws[index + 1].non_quantity:
        limit = raws[index + 1].start
        behind = behind_size(text, raw, raws[index + 1])
        if behind is not None:
            position = behind
            unit = raws[index + 1].unit if behind == raws[index + 1].end else unit
            limit = raws[index + 2].start if index + 2 < len(raws) else len(text)
    if limit == raw.end < len(text) and from_to(raw, raws[index + 1]):
        # 处一千元以上五千元以下罚款: both ends are of what follows the second.
        stop = raws[index + 2].start if index + 2 < len(raws) else len(text)
        between = label_after(text, raws[index + 1].end, stop)
        if between is not None:
            return between
    either = index + 1 < len(raws) and text[raw.end : limit] in ("或", "或者")
    if either and raw.unit == raws[index + 1].unit:  # 两个或者两个以上|意向用地者
        stop = raws[index + 2].start if index + 2 < len(raws) else len(text)
        return label_after(text, raws[index + 1].end, stop, raw.unit, counted=True)
    alone = raw.start == begin or text[raw.start - 1] in "、和及"
    spent = text.startswith("用于", raw.end) and raw.start == begin  # 支出3亿元，74%用于民生
    plan = OF_PLAN.search(text, begin, raw.start) if raw.kind is FigureKind.RATIO else None
    if plan is not None:
        reached = label_before(text, begin, plan.start())
        return reached or (_own_plan(text, plan) if text[raw.start - 1] != "的" else None)
    if raw.kind is FigureKind.RATIO and spent:
        return None
    if raw.kind is FigureKind.RATIO and alone and raw.start == begin:
        act = act_of_some(text, raw, limit)
        if act is not None:
            return act
    grown = text.startswith("的", raw.end) and GROWTH.match(text, raw.end) is not None
    share = raw.kind is FigureKind.RATIO and (alone or text.startswith("的", raw.end)) and not grown
    if raw.kind is FigureKind.RATIO and _DONE_OF.search(text, begin, raw.start) is not None:
        share = HAN.match(text, raw.end) is not None and not grown
    counted = raw.kind in (FigureKind.COUNT, FigureKind.PHYSICAL) and raw.unit not in _MEDALS
    if counted and text.startswith("的", raw.end):
        measured = _label_before(text, raw, begin, date)
        if measured is not None and _MEASURE.search(measured.text):
            return measured  # 年吞吐量超过5000万标准箱的大港
    shared = beside(text, raws, index) if counted else None
    if shared is not None:
        shared_noun = label_after(text, *shared, raw.unit)
        own_noun = shared_noun is not None and has_counted(shared_noun.text, raw.unit)
        if own_noun or EMPTY.fullmatch(text, begin, raw.start):
            position, limit = shared  # 老城区8条、12.3公里道路改造
    if share or counted:
        after = label_after(text, position, limit, unit, counted=counted)
        again = index and raws[index - 1].unit == raw.unit and raw.start - raws[index - 1].end < 4
        if again and _CHOSEN.match(text, raw.end):
            after = None  # 科技项目43项，5项|列入国家计划
        of_goal = text.startswith("的", raw.end) and _REACHED.search(text, begin, raw.start)
        set_goal = (share or of_goal) and after is not None and GOAL_NOUN.search(after.text)
        if after is not None and counted:
            after = _graded(text, raws, index, after)
        if after is not None and not set_goal and not _is_mark(after.text, raw, share=share):
            return _example(after) if raw.kind is FigureKind.PHYSICAL else after
    glossed = _OVER_GLOSS.match(text, raw.end) if raw.kind is FigureKind.MONEY else None
    if glossed is not None:
        later = (other.start for other in raws[index + 1 :] if other.start > glossed.end())
        stop = next(later, len(text))
        over = label_after(text, glossed.end(), stop)
        if over is not None:
            return over
    if raw.kind is FigureKind.MONEY and raw.qualifier and _THRESHOLD.search(raw.qualifier):
        over = label_after(text, position, limit)
        sized = _SIZE.search(text, max(begin, raw.start - 2), raw.start) is not None
        if over is not None and not sized and text[over.start - 1] not in PAUSES:
            return over  # 申请400万元以上基本建设项目
    given = handed(text, raw, begin, position, limit) if raw.kind is FigureKind.MONEY else None
    if given is not None:
        return given
    if raw.kind is FigureKind.MONEY:
        funds = label_after(text, position, limit)
        kinds = _ALLOWED if text.startswith("的", raw.end) else _FUNDS
        said = kinds.search(funds.text) if funds is not None else None
        if funds is not None and said is not None:
            # 安排1000亿元专项奖补资金, 获得1800万元国家资金|扶持, 每月2000元的扣除额度
            fund = funds.text[: said.end(1)]
            return Label(funds.start, funds.start + len(fund), fund)
    one = _ONE_BEHIND.match(text, raw.end) if raw.unit == "吨" else None
    listed = raw.start == begin or text[raw.start - 1] in "、和"
    if one is not None and (listed or verb_at(text, raw.start - 2, raw.start)):
        return Label(*one.span(), one.group())
    if counted and raw.unit in ("人", "名", "位"):
        got = attained(text, raw.end)
        if got is not None:
            return got
    if raw.kind is FigureKind.DURATION:
        ago = text.startswith("前", raw.end)
        if ago or _nameless(text[max(0, raw.start - 2) : raw.start]):
            return None
        if text.startswith("的", raw.end):
            lasting = label_after(text, position, limit)
            return lasting if lasting and not _SPENT.match(lasting.text) else None
        lasting = _label_before(text, raw, begin, date)
        moved = change(text[begin : raw.start]).direction
        told = moved or raw.unit in _HOURS or (lasting and _LASTING.search(lasting.text))
        return lasting if told else None
    if joined and counted and text[raw.start - 1] in "和与及" and index:
        return None  # 1亿多市场主体和1.7亿多受过教育的人才
    if joined:
        owned = _OWNED.match(text, begin, raw.start) if counted else None
        if owned is not None:
            return Label(*owned.span("name"), owned["name"])
        begin = _past_other(text, begin, raw.start)
    if great:
        return None
    before = _label_before(text, raw, begin, date) or named_briefly(text, raw, begin)
    paid = before is not None and raw.kind is FigureKind.MONEY and _PAYER.fullmatch(before.text)
    pays = _PAYS.search(text, before.end, raw.start) if before is not None and paid else None
    if before is not None and pays is not None:
        # 各级财政累计投入3亿元，组织实施…: all that is told of the sum
        spent = pays.group().endswith(_SPENDS) and text[raw.end : raw.end + 1] in PAUSES
        whole = Label(before.start, before.end, before.text + _SPENDS)
        before = whole if spent else None
    told = _ACT.match(text, raw.end, limit) if raw.unit == "次" and before is not None else None
    if told is not None and (verb_at(text, raw.end, limit) or ACTION.match(told.group())):
        return Label(*told.span(), told.group())  # 公司三次申报: how often it was done, not the one
    if before is None and not grown and raw.kind in (FigureKind.MONEY, FigureKind.RATIO):
        purpose = _PURPOSE.match(text, raw.end, limit)
        if purpose is not None:
            position = purpose.start("name")
        after = label_after(text, position, limit)
        if text[raw.end : raw.end + 1] in _BECAME:
            return None  # 其中33亿元未明确具体项目
        if after is not None and _GENERIC.fullmatch(after.text) is not None:
            return None  # 接近“十三五”时期末2.5%的水平
        goal = GOAL_NOUN.search(after.text) if after is not None else None
        if after is None or goal is None:
            return after
        # 7.89亿元债务化解目标: what is to be reached is named before the word for it.
        named = after.text[: goal.start()]
        return Label(after.start, after.start + len(named), named) if len(named) > 2 else None
    return before


def _own_plan(text: str, plan: re.Match[str]) -> Label | None:
    """完成年度检修计划70%: the plan itself, where it has a name and nothing else is reached."""
    named = _NAMED_PLAN.match(text, *plan.span())
    return Label(*named.span("name"), named["name"]) if named is not None else None


def _graded(text: str, raws: list[Raw], index: int, label: Label) -> Label:
    """6个国家级、20个省级重点专科: a grade alone takes the noun behind the next."""
    grade = _GRADE.fullmatch(label.text)
    after = raws[index + 1] if index + 1 < len(raws) else None
    if grade is None or after is None or text[label.end : after.start] not in _ALONGSIDE:
        return label
    limit = raws[index + 2].start if index + 2 < len(raws) else len(text)
    noun = label_after(text, after.end, limit, after.unit)
    own = _GRADE.match(noun.text) if noun is not None else None
    if noun is None or own is None or own.end() == len(noun.text):
        return label
    return Label(label.start, label.end, label.text + noun.text[own.end() :])


def _example(label: Label) -> Label:
    """8万平方米广场等工程: a size is that of the example, not of all that 等 stands for."""
    match = _EXAMPLE.match(label.text)
    if match is None:
        return label
    return Label(label.start, label.start + match.end(), match.group())


def _is_mark(noun: str, raw: Raw, *, share: bool) -> bool:
    """Whether what follows a figure says only how far something has come (八千亿新台阶)."""
    counted = noun == "关口" and raw.unit in ("个", "道")  # 严把标准两个关口
    vague = share and _GENERIC.fullmatch(noun) is not None
    return vague or (noun.endswith(_MARKS) and not counted)


def _nameless(before: str) -> bool:
    """Whether the two characters before a span of time name nothing that lasts so long."""
    last = before[-1:]
    return bool(last) and (
        last in _POINTING or not "一" <= last <= "龥" or before in ("过去", "未来")
    )


def _past_other(text: str, begin: int, end: int) -> int:
    """Where the words of a figure begin that shares its clause with the one before."""
    joint = text.find("、", begin, end)
    if joint >= 0:
        return joint + 1
    sized = _OF_SIZE.match(text, begin, end)
    if sized is not None:
        return sized.end()  # 100张床位以上养老机构5家
    return end if _OWN_WORDS.match(text, begin, end) else begin


def _label_before(text: str, raw: Raw, begin: int, date: Dated | None) -> Label | None:
    """The words between the clause's date and the figure, else those before the date."""
    counted = raw.kind in (FigureKind.COUNT, FigureKind.PHYSICAL, FigureKind.MONEY)
    done = _DONE_TO.fullmatch(text, begin, raw.start) if raw.unit in _PERSONS else None
    if done is not None:
        return Label(*done.span("act"), done["act"])
    if date is not None and date.found.start >= begin:
        if text[date.found.start - 1] in _AGAINST and date.found.start > begin:
            joint = text.rfind("、", date.found.end, raw.start)
            if joint >= 0:  # 用品价格与去年持平、居住价格上涨0.5%
                return label_before(text, joint + 1, raw.start, counted=counted)
            return label_before(text, begin, date.found.start - 1)
        own = label_before(text, date.found.end, raw.start, counted=counted)
        return own or label_before(text, begin, date.found.start)
    return label_before(text, begin, raw.start, counted=counted)
