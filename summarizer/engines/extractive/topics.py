"""Clauses that name a subject or a topic, or tell bare verbs: neither says anything alone."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.verbs import predicate_at, verb_at
from summarizer.engines.extractive import cues, rules
from summarizer.words import worded

_ADVERBS = 5  # characters before the verb of a clause without a subject: 自觉接受, 进一步完善
_SHORTEST = 6  # two words of two characters and the closing noun
_NOUNS = worded("cues", r"(?:{topics})\Z")
_MODIFIED = worded("cues", "{modifying}")
_VERB_START = re.compile(
    r"[锚明确设定要应须可拟将已未不被把对向由让使给聚力抓继持瞄压理拓扩细夯补攻突筑织严深强加推促提增扎狠紧坚落打树做搞办改创开建立设引盘稳守用保接完实统认进始参争组启制研支牵带谋承探]"
    r"|围绕|鼓励|积极|全[力面]|大力|主动|服务|构建|涉及|系统|科学|依[法据照]|以"
)
_HOLDS_VERB = worded("cues", "{holds_verb}")
_COUNTED = re.compile(r"[^,，\d]{2,20}\d[\d.,]*[万余多]*[个项家名件处条宗起户所座][^,，\d]{2,8}$")
_NAME_END = worded("cues", r"^[^\d《“]{2,18}(?:{name_ends})$")
_LAST_OF_A_NAME = frozenset("院校厂站园馆县区市镇乡心司目程业道")
_TELLS = re.compile(r"[是为有在被把将对]|成为|位于|名列|位居|属于")
_VERBS = (_HOLDS_VERB, cues.ACTION, cues.RESULT, cues.PREDICATE)


def bare(text: str) -> bool:
    """True for a clause of bare verbs: 至年底全部完成."""
    return text[-1:] in cues.BARE_ENDS and cues.BARE_VERBS.match(text) is not None


def aims(text: str) -> bool:
    """True for what begins with a verb, as an aim does: 推动…, but not 困难群众….."""
    return _VERB_START.match(text) is not None


def acts_at_once(text: str) -> bool:
    """Whether a clause begins with what is done, so that it names nobody who does it."""
    return any(verb_at(text, place, len(text)) for place in range(_ADVERBS))


def verbless(text: str) -> bool:
    """True for what names a subject without a verb outside of its modifiers: 各级政府的预算."""
    if _VERB_START.match(text) or rules.MODAL.search(text):
        return False
    tail = text.rfind("的") + 1
    return not (cues.ACTION.search(text, tail) or cues.PREDICATE.search(text, tail))


def is_name(text: str) -> bool:
    """True for what only names something, whatever stands in it: 中华人民共和国水利部."""
    tells = any(predicate_at(text, place, len(text)) for place in range(len(text)))
    return not tells and _HOLDS_VERB.search(text) is None and verbless(text)


def nominal(text: str, *, counts: bool) -> bool:
    """True for what names a subject or a topic and tells nothing of it.

    `counts` where it holds a figure: a count of things without a verb is a topic too.
    """
    if len(text) < _SHORTEST or _NOUNS.search(text) is None or _VERB_START.match(text):
        return False
    if counts and _COUNTED.match(text) and not cues.ACTION.search(text):
        return True
    if cues.ACTION.match(text) or cues.PREDICATE.match(text):
        return False
    tail = text.rfind("的") + 1
    modified = _MODIFIED.search(text, 0, tail) if tail else None
    if modified is not None:
        return cues.ACTION.search(text, 0, modified.start()) is None and (
            cues.PREDICATE.search(text, tail, len(text) - 2) is None
        )
    return all(verbs.search(text, 0, len(text) - 2) is None for verbs in _VERBS)


def names_only(text: str) -> bool:
    """True for a bare name of a place, a body or a work: 甲区中医院, of which the next tells."""
    return (
        text[-1] in _LAST_OF_A_NAME
        and _NAME_END.match(text) is not None
        and _TELLS.search(text) is None
        and cues.RESULT.search(text) is None
        and verbless(text)
    )
