"""A word of one step of a scale where the source has one of another step: 全部 for 部分.

How many, of what level, how far, whether it must be, how much, and whether that is good: each is
a scale of words that exclude one another. They are compared only where a clause departs from the
words it retells, so that what both sides have is never judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.decide.status import BASIC
from summarizer.checking.departures import Departure, departures, is_framed
from summarizer.checking.findings import Fault
from summarizer.checking.margins import LIKELY, PLAINLY
from summarizer.checking.propositions import Proposition, Propositions, Reading


@dataclass(frozen=True, slots=True)
class _Scale:
    """Steps of words; `apart` are the pairs of steps that exclude each other.

    Of a `firm` scale a step is told wherever it stands in the sentence.
    """

    kind: str
    steps: tuple[re.Pattern[str], ...]
    apart: frozenset[tuple[int, int]]
    firm: bool


def _scale(kind: str, *steps: str, apart: str, firm: bool = False) -> _Scale:
    found = {(int(pair[0]), int(pair[1])) for pair in apart.split()}
    return _Scale(kind, tuple(re.compile(step) for step in steps), frozenset(found), firm)


_ALL = (
    "所有|全部(?!\\d)|全体|全员|全域|一切|任何|悉数|一律|一概|无一例外|各级各类|各级|各类|各地|各(?![自有项单])|"
    "每一?[个家名户位]|(?<![户人年月日平村])均|(?<![首成])都(?!市)|全面|全覆盖|全额|全数|全盘|整体|普遍|全[国省市县区乡镇村]"
)
_SCALES = (
    # few, some, most, all
    _scale(
        "scope_word",
        "个别|(?<!大)(?<!多)少数|少量|极少|零星",
        "(?<!大)部分|一些|有的|有些|某些|若干|一批|试点|有条件|条件的|特定|首批|按比例",
        "绝?大部分|绝?大多数|(?<!大)多数",
        _ALL,
        apart="03 30 13 31 23 32 02 20",
    ),
    # under way, done
    _scale(
        "status",
        "正在|尚在|仍在|在建|进展|前期|筹备|筹建|征求意见|准备|等待|尚待|前期工作|办理中|处理中|审理中",
        "(?<![不而])已经?|完毕|出台|到位|建成|竣工|完工|办结|落成|通车|投用|投产|完成",
        apart="10",
        firm=True,
    ),
    # forecast or first reckoning, last word
    _scale(
        "status", "初步|暂|预计|有望|征求意见|草案", "最终|正式|敲定|定稿|核定|核实", apart="10"
    ),
    # how much of a task
    _scale("degree", f"{BASIC}|大体|大致", "超额|完全|彻底", apart="01 10"),
    # what somebody was punished with, and how far a case has come
    _scale(
        "status",
        "警告|诫勉|提醒谈话|通报批评",
        "记过|降级",
        "撤职|撤销|免职|免去",
        "开除",
        apart="01 02 03 10 12 13 20 21 23 30 31 32",
        firm=True,
    ),
    _scale(
        "status",
        "立案|留置|审查调查",
        "移送|移交",
        "起诉|公诉",
        "判刑|判处|获刑|定罪",
        apart="01 02 03 10 12 13 20 21 23 30 31 32",
        firm=True,
    ),
    # must, may
    _scale(
        "negation",
        "必须|仍须|(?<!无)须|应当|(?<![对响相适反供])应(?![急用对])|务必|强制|约束|一律|不得|严禁",
        "可以|可(?![行持能靠])|允许|自愿|酌情|鼓励|引导|参考|随即|直接",
        apart="01 10",
        firm=True,
    ),
    # strong, weak
    _scale(
        "degree",
        "彻底|显著|大幅|严重|明显|极大|极其|根本|突破性|决定性|唯一|完全|急剧|绝迹|首要|大大|高度|非常",
        "有所|略有|略微|稍|些许|一定|逐步|不尽|不够|适当|适度|较为|重要|参考|进一步|稳步|有效",
        apart="01 10",
    ),
    # good, bad
    _scale(
        "problem_as_achievement",
        "缓解|化解|解决|满足|绝迹|好转|改善|扭转|消除|遏制|新高|有力|到位|充足|健全|完善|同意|支持|表扬|满意|顺畅",
        "压力|差距|突出|高发|频发|不足|薄弱|困难|反对|回落|下滑|乏力|滞后|较大|不强|不够|矛盾|批评|恶化|短缺",
        apart="01 10",
    ),
)
_EACH = re.compile("所有|全部|全体|各类|各级各类|一切|任何|每一?[个家名户]")
_WHICH = re.compile("[一-龥]{3,20}的")  # 政府投资建设的: what the source restricts a thing by
_LEVEL = re.compile(
    "全[国省县区旗州镇乡村]|全自治区|全市域?|国家级|自治区级|乡镇级|[省市县区乡镇村]级|地方级|各级|世界|全球|[国省市县区]内|"
    "中心城区|主城区|市区|城区|市县|[省市县区乡镇村]{2}(?=两级)"
)
_EQUAL = {"自治区级": "省", "自治区": "省", "镇级": "乡", "乡镇级": "乡", "区级": "县"}
_DIGIT = re.compile(r"\d")


def shifts(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every word of a scale in whose place the source has one of another step."""
    for prop in said.saying():
        found = _shifted(prop)
        if found is not None:
            kind, mine, theirs, reading = found
            yield case.of_clause(
                kind, prop.clause, reading.span, "contrast", mine=mine, theirs=theirs
            )


def _shifted(prop: Proposition) -> tuple[str, str, str, Reading] | None:
    for reading in prop.admissible:
        if reading.share < LIKELY:
            break
        for departure in departures(prop.words.strip(), reading.words, reading.sentence):
            if not departure.framed and reading.share < PLAINLY:
                continue
            found = _other_step(prop.words.strip(), departure, reading) or _other_level(
                prop.words.strip(), departure, reading
            )
            if found is None and departure.framed:
                found = _of_some(prop.words.strip(), departure)
            if found is not None:
                return (*found, reading)
    return None


def _of_some(mine: str, departure: Departure) -> tuple[str, str, str] | None:
    """All of a thing where the source says which: 各类停车场 for 政府投资建设的停车场."""
    every = _reaching(_EACH, mine, departure.start, departure.end)
    theirs = departure.theirs
    if every is None or _EACH.search(theirs) or not _WHICH.fullmatch(theirs):
        return None
    return "scope_word", every[0], theirs


def _other_step(
    mine: str, departure: Departure, reading: Reading
) -> tuple[str, str, str] | None:
    sure = reading.share >= PLAINLY
    for scale in _SCALES:
        here = _steps(scale, mine, departure.start, departure.end)
        there = _steps(scale, departure.text, departure.begin, departure.stop)
        for step, word in here.items():
            for other, printed in there.items():
                if (step, other) not in scale.apart or step in there or other in here:
                    continue
                if scale.kind == "negation" and not (departure.framed and sure):
                    continue
                if not (scale.firm and scale.steps[step].search(reading.sentence)):
                    return scale.kind, word, printed
    return None


def _steps(scale: _Scale, text: str, start: int, end: int) -> dict[int, str]:
    """The steps whose words reach into a stretch, each with its first word."""
    return {
        step: found[0]
        for step, pattern in enumerate(scale.steps)
        if (found := _reaching(pattern, text, start, end)) is not None
    }


def _reaching(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> re.Match[str] | None:
    for found in pattern.finditer(text):
        if found.start() < end and found.end() > start:
            return found
    return None


def _other_level(
    mine: str, departure: Departure, reading: Reading
) -> tuple[str, str, str] | None:
    if not departure.framed:
        return None
    if _DIGIT.search(mine[departure.start : departure.end]):
        return None
    here = _reaching(_LEVEL, mine, departure.start, departure.end)
    there = _reaching(_LEVEL, departure.text, departure.begin, departure.stop)
    if here is None or there is None or here[0] in reading.sentence:
        return None
    if _level(here[0]) == _level(there[0]):
        return None
    if not is_framed(mine, here.span(), departure.text, there.span()):
        return None
    return "scope_word", here[0], there[0]


def _level(word: str) -> str:
    """国 of 全国, 国家级 and 国内; a word of its own stands for itself."""
    whole = word.removeprefix("全")
    if whole == word and not word.endswith(("级", "内")):
        return word
    return _EQUAL.get(whole, whole[0])
