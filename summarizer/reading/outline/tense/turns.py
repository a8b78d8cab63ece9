"""Where running text turns from what was done to what is to come, or to what still falls short."""

from __future__ import annotations

from typing import NamedTuple

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.reading.outline.records import Tense
from summarizer.reading.outline.tense.votes import vote
from summarizer.words import worded

_SENTENCE = re.compile(r"[^。!?\n]+[。!?]?")
_LIKELY = re.compile(r"[下今接未步]|看到|认识到|意识到|存在|面临|暴露|不足|短板|差距")
_OPENING = r"(?:[^\w]|同时|此外|并且|另外|各位代表|同志们|我们){0,3}"
_NEXT = lazy(rf"{_OPENING}(?:下一?步|下一?阶段|今后|接下来|未来)[^。]{{0,4}}?[,，我将要工的几一]")
_SHORT_OF = worded(
    "headings",
    r"(?:看到|认识到|意识到|存在|面临|暴露(?!出?的))[^。]{0,60}?(?:{wants})"
    r"|(?:问题|不足|困难|短板|差距|挑战)(?:和(?:不足|困难|挑战|差距))?(?:仍然?|依然|还|也)(?:比较|较为|十分)?(?:突出|存在|不少|较多|明显|不[容可]忽视)",
)
_STILL = lazy(
    r"仍|还(?!款|清|原)|依然|清醒|尚|也(?:要|应|必须|存在|不[容可])|一些|不少|正视|突出|暴露|主要(?:是|表现)"
)
_FOUND = worded(
    "headings",
    r"^(?:聚焦|紧盯|围绕|瞄准)|针对|对照|发现|指出|反馈|查摆|梳理|排查|整改|移交|解决(?:了|好)"
    # What was dealt with is what somebody or something has: 认真解决…存在的突出问题.
    r"|(?:{mended})[^。,;]{0,40}(?:存在|面临|暴露)的",
)
_ANSWER = lazy(
    rf"{_OPENING}(?:对此|为此|对(?:于)?(?:这些|上述|以上|存在)|针对(?:这些|上述|以上|存在)|(?:我们)?(?:将|要|必须|一定))"
)


class Turn(NamedTuple):
    """From `start`, a position in the text that was given, sentences are told in this tense."""

    start: int
    tense: Tense | None


def turns(text: str, tense: Tense | None) -> list[Turn]:
    """The turns of a unit's text whose tense as a whole is `tense`; the first is at 0.

    A turn holds to the end of its paragraph, or to the next turn. Linear in the text.
    """
    found = [Turn(0, tense)]
    if _LIKELY.search(text) is None:
        return found
    if tense == "plan":
        return _before_plans(text) or found
    current: Tense | None = tense
    end = 0
    for match in _SENTENCE.finditer(text):
        words = match.group()
        if current is not tense and text.find("\n", end, match.start() + 1) >= 0:
            current = tense
            found.append(Turn(match.start(), current))
        end = match.end()
        turned: Tense | None = current
        if _NEXT.match(words):
            turned = "plan"
        elif short_of(words):
            turned = "problem"
        elif current == "problem" and _ANSWER.match(words):
            turned = "plan"
        if turned is not current:
            current = turned
            found.append(Turn(match.start(), current))
    return found


def _before_plans(text: str) -> list[Turn]:
    """The turns of a plan's text that tells results first, up to its 下一步; none of any other."""
    for match in _SENTENCE.finditer(text):
        if _NEXT.match(match.group()):
            told, ahead = text[: match.start()], Turn(match.start(), "plan")
            return [*turns(told, None), ahead] if vote(told).mean > 0 else []
    return []


def short_of(sentence: str) -> bool:
    """True for a sentence that says that something falls short, not that it was dealt with."""
    return (
        _SHORT_OF.search(sentence) is not None
        and _STILL.search(sentence) is not None
        and _FOUND.search(sentence) is None
    )


def turns_ahead(text: str) -> bool:
    """True for a text that opens with what comes next."""
    return _NEXT.match(text) is not None
