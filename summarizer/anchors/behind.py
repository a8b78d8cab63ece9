"""The noun behind a count: 161条|整改措施, 20个脱贫任务较重的|县, 5000余名党员|走出会议室."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.counted import (
    counted_end,
    counted_start,
    has_counted,
    is_counted,
    noun_behind,
    subject_end,
)
from summarizer.anchors.edges import without_tail
from summarizer.anchors.labels import LONGEST, Label, balanced
from summarizer.anchors.phrases import ACTED, ACTION, LISTS, PREDICATE, QUALIFIED, UNDERGONE
from summarizer.anchors.units import PEOPLE
from summarizer.anchors.verbs import WORD, acts, surely, torn, verb_alone, verb_at
from summarizer.patterns import lazy
from summarizer.words import worded

_AFTER = re.compile(
    r"(?:级?及?以上|级?及?以下|左右)?(?:级(?![别联])|次)?的?"
    r"(?P<name>(?:[0-9](?=[A-Z]))?(?!和(?![谐美])|以及|与(?![^,，。;；、0-9]{2,20}的)|及|[0-9”’·\-+(])(?:[一-龥A-Za-z0-9“”‘’·\-+]|[(][^()]{1,8}[)]){1,40})"
)
# 28项优化营商环境的典型做法: of two nouns that 的 joins the second is counted.
_RELATIVE = worded(
    LISTS,
    f"(?:{ACTED}|与|面向|具有|符合|不同)[^的]{{2,12}}的"
    "|[^的和与、]{2,12}(?:督办|申报|批复|批准|认定|负责|引起|造成|导致|引发)的",
)
# 10个有条件、有基础、规模适当的城市: what is said of the things before they are named.
_TOLD_OF = lazy("(?:[^、,，。;；:：的]{2,8}、){1,3}[^、,，。;；:：的]{2,10}的(?=[一-龥]{2})")
# Adjectives alone, whatever noun is behind them: 社会影响力大、知名度高的|业余精品赛事.
_HOW = "[大高强好全优多广新快深精]"
_HOW_THEY_ARE = lazy(f"(?:[^、]{{1,8}}{_HOW}、){{1,3}}[^、]{{1,9}}{_HOW}的")
_NOUN = 10  # characters in which a noun behind such words shows itself: 高技能人才|队伍 has seven
# 主力店年内完工: the time at which something is done follows its subject.
_WHEN = lazy(
    "(?:今|去|明)年|本年(?!度)|年[内初底末](?=[一-龥])|[上下]半年|[一二三四]季度|[0-9]{1,2}[月日]|(?:19|20)[0-9]{2}年"
)
_TOOK_PART = frozenset(("参赛", "参展", "参训", "参演"))
_ANEW = lazy("(?:新增|新建|改建|扩建|改扩建)[一-龥]{3}")
_ALONE = frozenset("省市县区镇乡村州")
# 52个县和2707个村, 20个任务较重的县: a place of one character, alone or behind what describes it.
_PLACE = re.compile(
    "(?P<told>[^,，。;；:：、的(]{3,24}的)?[省市县区镇乡村州旗](?P<more>[、和][省市县区镇乡村州旗])*"
)
_PLACE_END = re.compile("[和与及、]?(?:[^一-龥(（]|$)")
_PLACES = re.compile("[(](?:[省市县区镇乡村州旗街]、?)+[)]")  # 脱贫任务较重的县(市、区)
# 12个部委|联合印发: how a thing is done stands between the noun and its verb.
_OF_PLACES = frozenset(("个", "", "%"))
_ABLE = frozenset("可未不")  # 75%的可治理沙化土地
_NO_THING = lazy("(?:任务|问题)$")
_MANNER = lazy("(?:联合|集中|就|才)$")
# 50个帮扶村经营性纯收入增长29.1%: a measure that has its own figure is none of the things counted.
_MEASURE = worded("measures", "(?:{of_counted})$")
# 50项重点改革事项|法定审批时限: how long what is done to them takes.
_LASTING = worded("measures", "(?:法定|承诺|平均|整体|总体)?(?:{lasting})*时[限间]$")
_MEASURED = lazy("[^,，。;；、]{0,6}[0-9]")
_OWNER = lazy("[县区镇乡村户](?:[(][^()]{1,8}[)])?")
_LISTED = frozenset("家个名户位人所项条件类起")
_THINGS = frozenset("篇部件项册场次幅首枚")  # they count nobody
_EVENTS = frozenset("项次场期件批轮班类")
_JOINT = lazy("[、的和与]")
_EACH_KIND = lazy("各[类项种](?=..)")  # 46个部门|各类审批服务事项
_NEXT_ITEM = lazy("(?<!之)[一二三四五六七八九十]{1,3}$")  # 输变电工程|二、项目业主
_AND = lazy("(?:以及|[和与及])(?![谐其])")
_AND_SO_ON = lazy("等(?![级次式])")
_DANGLING = re.compile(
    "(?:(?:之一|(?<![成首京古])都|以及|及其|和|与|及|的|等|、|或|并|在|近|约|超|共计|共|达|其|(?<!观)看|也|(?<![高初集当其国])中|(?<![部处积得学百成养水盐组总评])分|[和与及]?所属)+|[和与及].)$"
)
_BECOMES = ("为", "到", "至", "成")
_TURN = 5  # characters: two verbs and what they end in (整合优化至)


# 3000名贫困人口|的温饱问题: people are counted, not what is theirs.
_WHOSE = lazy(
    "[^,，。;；、的0-9]{2,12}(?:人口|群众|居民|学生|职工|农民|人员|劳动者|老人|儿童|家庭)"
    "(?=的[一-龥]{2})"
)


def label_after(
    text: str, position: int, limit: int, unit: str = "", *, counted: bool = False
) -> Label | None:
    """The noun phrase right after a figure (161条 整改措施), cut where a predicate begins."""
    match = _AFTER.match(text, position, limit)
    if match is None:
        return None
    start, end = match.span("name")
    item = _NEXT_ITEM.search(text, start + WORD, end) if text.startswith("、", end) else None
    end = item.start() if item is not None else end
    if end == limit and end - start <= _TURN and text[end - 1] in "到至":
        return None  # 由15个|调整至11个
    place = _place(text, start, limit, unit)
    if place is not None:
        return Label(*place, text[slice(*place)])
    whose = _WHOSE.match(text, start, limit) if unit in PEOPLE else None
    if whose is not None:
        return Label(start, whose.end(), whose.group())
    moved = without_tail(text, start, end) if end == limit else end
    if moved < end and _MEASURE.search(text, start, moved):
        owner = _owner_end(text, start, moved, unit)  # 50项重点改革事项|法定审批时限压缩60%
        each = _EACH_KIND.search(text, start + WORD, owner)
        if owner < moved:
            return balanced(text, start, owner if each is None else each.start())
    begun = PREDICATE.search(text, start, end)
    last = begun.start() if begun is not None and begun.start() >= start + WORD else end
    said = None
    if not verb_at(text, start, end) and (begun is None or begun.start() > start):
        said = subject_end(text, start, last, end, unit)
    if said is not None and "的" not in text[start:said]:
        ended = counted_end(text, start, said, unit)
        title = said - ended == WORD and acts(text, ended, said)  # 县区|党委, 专家|教授
        ended = said if title else ended
        if counted and not unit:
            ended = _people_end(text, start, ended)
        dangling = _DANGLING.search(text, start, ended)
        return balanced(text, start, ended if dangling is None else dangling.start())
    end = said or end
    told = _TOLD_OF.match(text, start, limit)
    said_of = told is not None and _HOW_THEY_ARE.fullmatch(told[0]) is not None
    if told is not None and (said_of or has_counted(text[told.end() : told.end() + _NOUN], unit)):
        start, end = told.end(), (_AFTER.match(text, told.end(), limit) or match).end()
    relative = _RELATIVE.match(text, start, end)
    if relative is not None and _is_word(text[relative.end() : min(relative.end() + 2, end)]):
        start = relative.end()
    own = QUALIFIED.match(text, start, end)
    cut = PREDICATE.search(text, own.end() if own is not None else start, end)
    cut = cut or _EACH_KIND.search(text, start + WORD, end)
    when = _WHEN.search(text, start + 2, match.end())
    if when is not None and (cut is None or when.start() < cut.start()):
        cut = when
    if not is_counted(text[start:end], unit):
        verb = surely(text, start + WORD, cut.start() if cut is not None else end, end)
        end, cut = (verb, None) if verb is not None else (end, cut)
    if cut is not None and cut.start() == start and end - start == len(cut.group()):
        cut = None if cut.group() in _TOOK_PART else cut  # 300人次参训
    elif cut is not None and cut.start() == start and cut.group() in _TOOK_PART:
        cut = PREDICATE.search(text, cut.end(), end)  # 八位参赛教师代表|分享了经历
    if cut is not None and cut.start() == start and _ANEW.match(text, start, end):
        cut = PREDICATE.search(text, cut.end(), end)  # 5000万千瓦|新增燃煤机组
    if cut is not None and cut.start() < start + 2 and text[start] not in _ALONE:
        # 286个较大人口规模自然村通硬化路: what looks like a verb at once is part of the noun.
        noun = counted_start(text, start, end, unit)
        noun += 2 * WORD if noun == start and unit == "%" and text[start] in _ABLE else 0
        cut = PREDICATE.search(text, noun, end)
    if cut is not None:
        end = cut.start()
        end -= torn(text, start, end, match.end())
        if text[end] == "了" and end - 2 * WORD >= start:
            # 电网|创造了, 建制村|通了: a verb, known or not.
            end -= 1 if text[end - WORD] in ")”村乡镇县户" else WORD
        how = _MANNER.search(text, start + WORD, end)
        end = how.start() if how is not None else end
        if _MEASURE.search(text, start, end) and _MEASURED.match(text, end):
            owned = _owner_end(text, start, end, unit)
            if owned == end and unit in PEOPLE:
                return None  # 11万人次医保报销比例保持90%: that is of the next figure
            end = owned
    else:
        owner = text.rfind("的", start, end)
        if owner > start and not noun_behind(text, start, owner, end, unit):
            end = owner
    owner = text.find("的", start, end)
    if owner >= 0 and noun_behind(text, start, owner, end, unit):
        start = owner + 1
    elif owner >= 0 and acts(text, start, owner) and unit in _THINGS:
        start = owner + 1  # 200余篇南开学者的理论文章
    elif owner >= 0:
        end = owner
        if owner + 1 == limit:
            # 17项转移支付和发展改革委管理的32项投资: what follows 和 belongs to the next figure.
            joint = _JOINT.search(text, start + 2, end)
            end = joint.start() if joint is not None else end
    if counted and not unit:
        end = _people_end(text, start, end)
    if end - start > LONGEST:
        joint = _JOINT.search(text, start + 2, start + LONGEST)
        end = joint.start() if joint is not None else counted_end(text, start, end, unit)
    if unit and unit not in _EVENTS and unit != "人次":
        event = UNDERGONE.search(text[start:end])
        end = start + event.start() if event is not None else end
    changed = text.startswith(_BECOMES, end) and ACTION.match(text[start:end])
    counts_acts = unit in _EVENTS and not text[end : end + 1].isalnum()  # 一次查验、一次放行
    act = not counts_acts and verb_alone(text, start, end)
    if act or (changed and changed.end() == end - start):
        return None  # 由30万人扩充到40万人
    if cut is None and end == limit and "的" not in text[start:end]:
        # 5所幼儿园和农村牧区|100所: what stands right before a figure belongs to it
        joint = _AND.search(text, start + WORD, end)
        end = joint.start() if joint is not None else end
    one = end
    if cut is None and unit in _LISTED:
        end = _listed(text, start, end, limit)
    if end - start == 1 and text[start] in _ALONE and unit in _OF_PLACES:
        return Label(start, end, text[start])
    dangling = _DANGLING.search(text[start:end])
    if dangling is not None:
        end = start + dangling.start()
    if end <= one:
        end = counted_end(text, start, end, unit)
    return balanced(text, start, end)


def _place(text: str, start: int, limit: int, unit: str) -> tuple[int, int] | None:
    """Where a place of one character stands that is all that is counted."""
    found = _PLACE.match(text, start, limit) if unit in _OF_PLACES else None
    if found is None:
        return None
    end, told = found.end(), found["told"]
    if told is None:
        closed = _PLACE_END.match(text, end) is not None
        closed = closed or (found["more"] is not None and PREDICATE.match(text, end) is not None)
    else:
        more = _PLACES.match(text, end)
        end = more.end() if more is not None else end
        closed = not is_counted(told[:-1], unit) and (
            _PLACE_END.match(text, end) is not None or PREDICATE.match(text, end) is not None
        )
    return (found.end("told") if told is not None else start, end) if closed else None


def _people_end(text: str, start: int, end: int) -> int:
    """Where the people end that are counted without a classifier: 581万贫困人口|脱贫任务."""
    vague = _NO_THING.search(text, start, end)
    if vague is None and is_counted(text[start:end], "个"):
        return end
    last = vague.start() if vague is not None else end
    for place in range(last, start + WORD, -1):
        if acts(text, start, place):
            place -= text[place - 1] == "众" and acts(text, start, place - 1)  # 人民|众志成城
            return place + text.startswith("工", place)  # 农民工
    return end


def _owner_end(text: str, start: int, end: int, unit: str) -> int:
    """Where what has a measure ends that stands behind it: 行政村|集体经济收入."""
    lasting = _LASTING.search(text, start + WORD, end)
    if lasting is not None:
        return lasting.start()
    owner = counted_end(text, start, end, unit)
    place = _OWNER.search(text, start + 1, end) if owner == end else None
    return place.end() if place is not None else owner


def _is_word(characters: str) -> bool:
    return len(characters) == 2 and all("一" <= character <= "龥" for character in characters)


def _listed(text: str, start: int, end: int, limit: int) -> int:
    """The end of a list of nouns that are counted together (易制毒、化工医药类企业)."""
    for _ in range(3):
        if not text.startswith("、", end, limit):
            break
        match = _AFTER.match(text, end + 1, limit)
        if match is None or match.end() >= limit or match.start("name") != end + 1:
            break
        if ACTION.match(text[end + 1 : match.end()]) or match.end() - start > LONGEST:
            break
        cut = _AND_SO_ON.search(text, end + 3, match.end())
        cut = cut or PREDICATE.search(text, end + 1, match.end())
        if "的" in match["name"] or (cut is not None and cut.start() < end + 3):
            break
        end = cut.start() if cut is not None else match.end()
    return end
