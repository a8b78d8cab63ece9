"""The problem that a unit answers: quoted by its heading, or given under a label."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.outline.notations import NUMERALS

_LEAD = "关于|针对|(?:着力|重点|切实|集中)?(?:解决|整改|纠治|整治)|围绕|聚焦|对照|对于|就|对"
_WHO = (
    r"(?:(?:中央|国家|自治区|[省市区县州旗]|上级)?(?:党)?委?"
    rf"(?:第[{NUMERALS}\d]{{1,3}})?(?:生态环境保护|环保)?(?:巡视|巡察|督察|督导|审计|检查)?组?)?"
    r"(?:反馈|指出|提出|通报|发现)(?:意见)?中?(?:指出|提出)?的?"
)
# 关于“…” names what is raised by itself; after 聚焦 or 整改 it takes the word 问题.
_FRAME = re.compile(
    rf"(?:(?P<plain>(?:关于|针对|对于)(?:{_WHO})?|(?:{_WHO}|(?:巡[视察]|督[察导])?反馈意见(?:指出|提出))[,:]?)"
    rf"|(?P<lead>(?:{_LEAD})(?:{_WHO})?))?(?P<opening>[“‘])"
)
_TAIL = re.compile(
    r"(?:等)?(?P<area>[^“”‘’。;:,]{0,2}方面)?(?:存在)?的?(?P<named>(?:突出|具体|有关|相关)?问题)?(?:等)?"
    r"(?P<side>方面)?(?P<answer>的?(?:整改|落实|解决|处理){1,2}(?:工作)?(?:进展|完成|落实)?(?:情况)?)?(?:的?情况)?"
    r"[。:;,!? ]*"
)
_CLOSING = {"“": "”", "‘": "’"}
# What stands between two quotations, as against words that a quotation holds between two others.
_BETWEEN = lazy(r"\W{0,2}|.*(?:[、,和与及或等]|问题|方面).*")
_LABEL = re.compile(
    r"(?:[\[【(]?(?:(?:巡视|巡察|督察|督导|审计)组?)?(?:反馈|指出)的?(?:具体)?"
    r"(?:问题|意见|指出|事项)?|问题(?:描述|表述|表现|内容)|(?:存在|具体|主要|突出)的?问题)[\]】)]?:"
    rf"(?!(?:[{NUMERALS}]是|[(（]?[\d{NUMERALS}][.、)]|①))(?P<problem>[^\n。!?]{{4,300}})"
)
_BELOW = re.compile(rf"(?<=\n){_LABEL.pattern}")
_A_FAULT = 7  # characters: of 52 problems that headings of three reports quote, the shortest has 7
_LABEL_REACH = 600  # the opening of a unit: 99 % of 357 leaves have 608 or fewer


def quoted_problem(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The view range of the problem that a heading quotes, without its quotation marks.

    Only where the whole of what is raised stands in the quotation: 关于“…”问题, “…”的问题, or “…”
    alone. Words quoted inside a problem, two quotations and slogans are none.
    """
    frame = _FRAME.match(text, start, end)
    if frame is None:
        return None
    first, last = frame.end(), text.rfind(_CLOSING[frame["opening"]], frame.end(), end)
    if last <= first:
        return None
    tail = _TAIL.fullmatch(text, last + 1, end)
    if tail is None or not _single(text[first:last], frame["opening"]):
        return None
    told = tail["named"] or tail["answer"]
    if not told and (tail["area"] or tail["side"]) and last - first < _A_FAULT:
        return None  # 关于“党建+信访”方面 names a field of work
    told = told or frame["plain"]
    if not told and (frame["lead"] or tail["side"]):
        return None
    return first, last


def labelled_problem(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The view range of a problem that stands behind 反馈问题： at the beginning of a paragraph."""
    reach = min(end, start + _LABEL_REACH)
    match = _LABEL.match(text, start, reach) or _BELOW.search(text, start, reach)
    if match is None:
        return None
    first, last = match.span("problem")
    last -= len(match["problem"]) - len(match["problem"].rstrip(";,: "))
    return quoted_problem(text, first, last) or (first, last)


def stated_problem(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The view range of the problem that a unit such as 问题一： states as its first sentence."""
    while end > start and text[end - 1] in "。;:,!?":
        end -= 1
    return (quoted_problem(text, start, end) or (start, end)) if end > start else None


def _single(quoted: str, opening: str) -> bool:
    """Whether a quotation is one, whatever it quotes inside, and not the first of two."""
    closing = _CLOSING[opening]
    depth, closed = 0, -1
    for place, character in enumerate(quoted):
        if character == opening:
            if depth == 0 and closed >= 0 and _BETWEEN.fullmatch(quoted, closed + 1, place):
                return False
            depth += 1
        elif character == closing:
            depth -= 1
            if depth < 0:
                depth, closed = 0, place
    return True
