"""How far what a point tells has come, never further than its words say."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import patterns as re
from summarizer.engines.digest.places import is_there, lies_behind
from summarizer.engines.extractive import cues, rules
from summarizer.engines.extractive.scoring import UNFIT, Scored
from summarizer.engines.extractive.topics import aims, bare
from summarizer.engines.wrongs import tells_wrong
from summarizer.reading.outline.records import Tense
from summarizer.vocabulary import Status
from summarizer.words import worded

_COMPLETED = worded(
    "statuses",
    r"(?:已|均|全部)[^,，]{0,14}?(?:{done})"
    r"|(?:整改|清退|拆除|办理|处置)完毕|(?:建成|竣工|完工)(?:投用|投产|投运|运营|使用|启用|通车|通航|通水|开园|开放|达产|验收)",
)
# The main action in the perfect: 完成了三院联建, 建成了10家平价店. A count of what was dealt with
# (完成了688个) may be one of more, what is built stands.
_ACHIEVED = re.compile(
    r"(?:完成|建成|竣工|完工)了(?!\d|[^,，]{0,16}\d%)|建成了\d|(?:全面|顺利|圆满|如期|按期|按时|提前|胜利|率先|超额|高质量)(?:完成|建成|竣工|完工)"
    r"|\A(?:已经?|新|又)?建成(?!后|前|[^,，]*(?:\d|[的后前]$))"
)
# So many are done, or a part of it: whether it is all is not said.
_SOME = re.compile(r"已有\d|(?:完成|办结|整改|销[号案]|解决|建成|处置)了?\d")
_PARTLY = worded("statuses", "{partly}")
_MOSTLY = re.compile(r"(?:基本|大部分|主体)(?:完成|建成(?!\d)|整改|到位|解决|完工|实现)")
_SHORT_OF_ALL = re.compile(r"(?:办结|完成|整改|销号)率[^,，]{0,6}?(?<!\d)\d\d(?:\.\d+)?%")
_UNDER_WAY = worded(
    "statuses",
    r"正在(?![显凸]|逐步显|形成|成为|发生|转变|释放|好转|改善)|正(?:加快|抓紧|积极|有序|稳步|按)|仍在"
    r"|(?:{works})中$|进展顺利",
)
# Of something that is built; of work and reforms it says no more than that they were done.
_GOING_ON = worded(
    "statuses",
    r"(?:{built})[^,，]{0,8}(?:有序|稳步|积极|加快|扎实|顺利)(?:推进|建设)$",
)
_BARE_OF_ONE = 2  # clauses: 排查隐患1020处，已全部整改
_PENDING = re.compile(r"尚未|还未|未(?:完成|整改|办结|销号|解决)\d")
# What is not done yet, told in a text of what is to come: 尚未整改到位欠款6笔.
_ARREARS = re.compile(
    r"(?<!对)(?:尚未|还未|仍未|尚有[^,，]{0,30}未|未(?:整改|完成|办结|销号|解决)(?:到位)?\d)(?![^,，]{0,16}的)"
)
_AT_WORK = re.compile(r"已(?![^,，]{0,12}的)|正|将|拟|计划|力[求争]|预计")
# Of so many so many are done: 整改意见问题4个，已完成整改3个.
_DONE_OF = re.compile(
    r"(?P<all>\d+)余?[个项件条户家处起][^,，;；\d]{0,8}[,，;；](?:目前|现)?(?:已|其中)+(?:经|有)?"
    r"(?:完成|办结|整改|销号|解决)[^,，\d]{0,4}(?P<done>\d+)余?[个项件条户家处起]"
)
# What is told of a year not quite over is an estimate, not an intention.
_ESTIMATE = re.compile(
    r"预计(?![^,，]{0,8}(?:年底|明年|20\d\d|投资|建成|开工|竣工|投用))[^,，]{0,24}\d"
)
_EXPECTED = re.compile(r"预计")
# How much of it there is to be, beside how much there is: 计划投资232亿元，完成63.5%.
_PLANNED_SUM = re.compile(r"计划(?:总?投资|投入|开工|完成)[^,，]{0,8}\d")
_SO_MUCH = re.compile(r"(?:已|实际|累计)*(?:完成|开工|投入)(?:投资)?[率了约]?\d")
_BEGUN = re.compile(r"已(?![^,，]{0,12}的)")
_TELLS = re.compile(r"已|均|全部|完毕|建成|竣工|基本|大部分|主体")
# 长期未配备 tells how long something was not done.
_KEPT_UP = worded("statuses", "{kept_up}")
# Something that falls short still, told in a text of what was done.
_FALLS_SHORT = worded(
    "statuses",
    r"(?:仍|依然|还|尚)(?:旧|然)?(?:{short})"
    r"|(?:没有|未能?)(?:达到|完成|实现)[^,，]{0,24}(?:预期|目标)(?![^,，]{0,8}的)|(?:压力|矛盾|难度)[^,，的]{0,4}(?:有增无减|(?:持续|不断|更加|日益|愈发|进一步|依然|仍然?)(?:加大|增大|凸显|突出|较大|加剧))|基础(?:尚|仍|还)?不[牢稳]固?(?![^,，]*的)"
    r"|低于(?:[^,，]{0,6}预期|[^,，]{0,6}目标)",
)


# What somebody is told to do, or promises, in a text that says nothing of its time (a speech).
_DEMANDS = re.compile(
    r"(?:[^,，]{0,12}?(?:同志|单位|部门|委|我们|大家|各地|机构))?"
    r"(?:还|也|更|就|都|一定)*(?:要(?![求点素害么])|必须|应当)|[^,，]{0,8}我们将(?![军领近])"
)
# A norm, whoever it binds: 用人单位…的，应征得职工本人同意.
_BINDS = re.compile(r"[^,，]{0,40}?(?:(?<!理)应当|不得|必须)|应(?![急用届对邀收缴付])")
_QUOTED = re.compile(r"“[^“”]*”")  # a slogan or a name: 督促落实“八个不得”
_MENDED = re.compile(
    r"(?:已|均|全部|完成)[^,，]{0,8}(?:整改|纠正|追回|收回|归还|补缴)|整改(?:完成率|问题)|查出[^,，]{0,4}问题"
)
_CONDITION = ("后", "前")  # 全部建成后 says when something else is to come
_TO_BE = re.compile(r"到20\d\d年|每|不少于|不低于|至少|以上|达到|目标|新[建增设]|确保|争|未来|后")
# Nobody plans an honour in bare words.
_WON = re.compile(
    r"(?:成功|先后|首次)?(?:入选|获批|荣获|获评)|受到(?:广泛|一致|普遍)?(?:好评|欢迎|肯定|赞誉)"
)
# What opens a sentence on what is so now, or has come to be: 目前，已联合部委出台文件.
_NOW = re.compile(r"(?:目前|截至[^,，]{0,12}|近(?:年|期|些年)来?|此前)\Z")
_GOES_ON_NOW = re.compile(r"(?<!在)正在(?![^,，]{0,16}的)")
_NOTHING = re.compile(r"[^,，。]{0,20}(?:情况|建议|问题|事项|意见)[:：]?(?:均|暂|为)?无")


def judge(point: Sequence[Scored], tense: Tense | None, *, audit: bool = False) -> Status:
    """The status of the clauses of a point, in a text of this tense.

    A completion counts only as an assertion of its own, not as an aim (确保整改到位) and not
    beside anything that is under way or still to come. `ongoing` is left to points that tell
    nothing but what is kept up. In a text of results, what is 预计 is an estimate. In the report
    on an `audit` what it found to be wrong is a problem, not work.
    """
    told = [item for item in point if item.score > UNFIT]
    if told and all(_NOTHING.fullmatch(item.text) for item in told):
        return Status.REPORTED
    if audit and tense != "plan" and any(tells_wrong(item.text) for item in told):
        mended = any(_MENDED.search(item.text) for item in told)
        return Status.REPORTED if mended else Status.PROBLEM
    if tense == "plan":
        return _among_plans(told, point[0].text if point else "")
    if tense == "problem":
        return Status.PLANNED if _only_ahead(told) else Status.PROBLEM
    done = mostly = under_way = short = begun = pending = False
    achieved = bool(told) and _ACHIEVED.search(told[0].text) is not None
    ahead: list[bool] = []
    counted = any(_SO_MUCH.match(item.text) for item in told)
    for item in told:
        text = item.text
        aim = cues.PURPOSE.match(text) is not None or text.endswith(_CONDITION)
        if not aim and _FALLS_SHORT.search(text):
            return Status.PROBLEM
        under_way = under_way or (not aim and _UNDER_WAY.search(text) is not None)
        under_way = under_way or (item is told[-1] and _GOING_ON.search(text) is not None)
        short = short or _SHORT_OF_ALL.search(text) is not None
        pending = pending or _PENDING.search(text) is not None
        ahead.append(_ahead(text, tense) and not (counted and _PLANNED_SUM.search(text)))
        # Of which of several things bare verbs are said, nobody can tell.
        unnamed = len(told) > _BARE_OF_ONE and not item.leading and bare(text)
        if ahead[-1] or aim or unnamed:
            continue
        done = done or (item is told[0] and achieved and not _PARTLY.search(text))
        if not _TELLS.search(text):
            continue
        begun = begun or _BEGUN.search(text) is not None
        if _MOSTLY.search(text):
            mostly = True
        elif _COMPLETED.search(text) and not (_PARTLY.search(text) or _SOME.search(text)):
            done = True
    if ahead and ahead[0] and not (done or mostly or under_way):
        return Status.PLANNED
    if under_way and _nearly_all(told):
        return Status.MOSTLY_COMPLETED
    # 尚未 tells of work only beside something done: by itself it is a fault that was found.
    if under_way or ((any(ahead) or pending) and (begun or done or mostly)):
        return Status.IN_PROGRESS
    if mostly:
        return Status.MOSTLY_COMPLETED
    if done and not short:
        return Status.COMPLETED
    norm = any(_BINDS.match(_QUOTED.sub("“”", item.text)) for item in told)
    demands = tense is None and bool(told) and _DEMANDS.match(told[0].text) is not None
    if not done and (norm or demands):
        return Status.PLANNED
    return Status.ONGOING if told and _only_kept_up(told) else Status.REPORTED


def _among_plans(told: Sequence[Scored], opening: str) -> Status:
    """The status of what stands among what is to come: some of it lies behind, or is there.

    `opening` is the first clause of the point, told or not.
    """
    texts = [item.text for item in told]
    if any(map(_FALLS_SHORT.search, texts)) and not _only_ahead(told):
        return Status.PROBLEM
    if any(map(_ARREARS.search, texts)):
        return Status.IN_PROGRESS if any(map(_AT_WORK.search, texts)) else Status.PROBLEM
    if told and _GOES_ON_NOW.search(texts[0]):
        return Status.IN_PROGRESS
    if not told or _speaks_ahead(told):
        return Status.PLANNED
    if _NOW.match(opening) and not any(map(aims, texts[1:])):
        return Status.REPORTED
    there = is_there(texts[0]) and not any(_TO_BE.search(text) for text in texts)
    there = there and not any(aims(text) for text in texts if not text.startswith("可"))
    won = any(map(_WON.match, texts))
    return Status.REPORTED if there or won or lies_behind(texts[0]) else Status.PLANNED


def _nearly_all(told: Sequence[Scored]) -> bool:
    """Whether of so many so many are said to be done that it is three in four of them."""
    text = "，".join(item.text for item in told)
    found = _DONE_OF.search(text)
    return found is not None and int(found["done"]) * 4 >= int(found["all"]) * 3


def _ahead(text: str, tense: Tense | None) -> bool:
    if not cues.FUTURE.search(text):
        return False
    estimate = _EXPECTED if tense == "result" else _ESTIMATE
    return estimate.search(text) is None


def _only_ahead(told: Sequence[Scored]) -> bool:
    return bool(told) and all(cues.FUTURE.search(item.text) for item in told)


def _speaks_ahead(told: Sequence[Scored]) -> bool:
    return any(cues.FUTURE.search(item.text) or rules.MODAL.search(item.text) for item in told)


def _only_kept_up(told: Sequence[Scored]) -> bool:
    if not _KEPT_UP.search(told[0].text):
        return False
    return not any(
        item.figures or "《" in item.text or cues.CONCRETE.search(item.text) for item in told
    )
