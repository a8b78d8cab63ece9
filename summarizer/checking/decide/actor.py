"""Who does it, and where: a body, an office or a place that stands in another's slot.

What ends like a body (局, 部门, 公司), an office (书记, 局长) or a place (县, 湾区) names one. The
clause is looked up without it; where the clause that is found has another of its sort in the same
slot, and not this one, it has taken that one's place, wherever else the report may name it. So has
whatever stands behind 由 where the source has another agent of the same verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.departures import is_framed
from summarizer.checking.findings import Fault
from summarizer.checking.margins import (
    AS_LIKELY,
    BESIDE,
    LIKELY,
    LONGEST_NAME,
    NEARLY_WHOLE,
    RETOLD,
)
from summarizer.checking.propositions import Proposition, Propositions, Reading
from summarizer.checking.short_names import stands_for

_SORTS = {
    "body": "部门|部(?![分门署队位级件委长])|纪委|监委|政法委|发改委|"
    "委员会|局(?![部面势限促长])|厅(?![级])|(?<!部)署(?!名)|编办|办公[室厅]|政府|法院|检察院|国务院|"
    "机关|银行|人行|公司|集团|大学|学院|中学|小学|医院|协会|研究[院所]|监狱|纪检监察组|巡[察视]组|"
    "机场|水库|调查队|委(?![员托派任])|代表会议|党支部|居委会|村委会",
    "office": "副?书记|副?主任|副?主席|副?总理|总司令|参谋长|委员长|专员|"
    "(?<!副)副?[部局省市县区厅州镇乡院校会组]长(?!期|远|效|足|江|直)",
    "region": "经济带|湾区|城市群|地区(?!生产)",
    "province": "省(?![级里内])|自治区",
    "county": "(?<!城)市(?![场民容政值级委])|县(?![域级城委])|"
    "区(?![域间位块分别级内委])|州|旗(?![帜舰])",
    "town": "镇(?![街级])|乡(?![村镇亲土愁])|街道",
    "village": "(?<!农)村(?![民级庄集落务寨两村自])|社区|[大古老]街(?![道乡镇头])",
}
_PLACES = ("region", "province", "county", "town", "village")
_PROPER = ("大学", "学院", "中学", "小学", "医院", "公司", "集团", "银行")
_MENTION = re.compile(
    "(?=(?P<own>[一-龥]{2})(?P<end>"
    + "|".join(f"(?P<{sort}>{ends})" for sort, ends in _SORTS.items())
    + "))"
)
_GENERAL = re.compile(
    "[的了和与及在由对向把被从为到是各该本全每某其有无个两三四五六七八九十几多数余等新万名家年地老小中上下前后内外于以至或并自经据报来]|"
    "[省市县区镇乡村州]级?$|相关|有关|贫困|重点|试点|示范|部分|地方|主城|城市|农村|城镇|基层|上级|下级|职能|主管|业务|所属|所在|责任|牵头|工作|用人|党政|行政"
)
_FRONT = 6  # letters before the subject of a clause: 公报中, 各级, 其中
_SLOT = re.compile("(由|设在|设于|来自|授权|委托|报请?|经|向|在|据)[一-龥]{0,4}$")
_EDGE = re.compile("[^一-龥0-9]|[省市县区州委家由在自向与和及对给据把被经报]")
_PREPOSITIONS = "由在自向与对据经"
_TWICE = 2  # times in the report: letters of chance before an ending do not come again
_TWO = re.compile("[一-龥]{2}")
_AGENT = re.compile("(?<![自理缘])由(?P<behind>[一-龥]{4,14})")
_GENERAL_AGENT = re.compile("[其该本我的]|他|她|此|有关|相关|主管|责任|专人|各|谁|于|原|[上下]")
_NAMING = re.compile(f"由|{_MENTION.pattern}")


def actors(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every name that has taken the place of another of its sort, and every other agent."""
    for prop in said.saying(_NAMING):
        pair = next(_names(case, said, prop), None) or _agent(case, said, prop)
        if pair is not None:
            reading, mine, theirs = pair
            yield case.of_clause(
                "name", prop.clause, reading.span, "contrast", mine=mine, theirs=theirs
            )


def _names(case: Case, said: Propositions, prop: Proposition) -> Iterator[tuple[Reading, str, str]]:
    for found in _MENTION.finditer(prop.words):
        match = case.matches[prop.number]
        if match is not None and match.share >= NEARLY_WHOLE and _name(found) in match.clause.text:
            continue
        if _is_name(case, prop.words, found):
            pair = _replaced(case, said, prop, found)
            if pair is not None:
                yield pair[0], _name(found), pair[1]


def _agent(case: Case, said: Propositions, prop: Proposition) -> tuple[Reading, str, str] | None:
    """Who stands behind 由 before a verb that the source has behind another one."""
    for found in _AGENT.finditer(prop.words):
        behind = found["behind"]
        for size in range(2, len(behind) - 1):
            who, verb = behind[:size], behind[size : size + BESIDE]
            looked_up = said.without(prop, f"由{who}")
            for reading in looked_up.within(AS_LIKELY):
                if reading.share < RETOLD:
                    break
                other = re.search(f"由([一-龥]{{2,{LONGEST_NAME}}}?)[应负]?{verb}", reading.words)
                if other is None or who in reading.sentence:
                    continue
                if _differ(who, other[1]) and not _GENERAL_AGENT.search(who + other[1]):
                    return reading, who, other[1]
    return None


def _replaced(
    case: Case, said: Propositions, prop: Proposition, found: re.Match[str]
) -> tuple[Reading, str] | None:
    """The reading that has another name in the slot, where none has this one."""
    name, told = _name(found), prop.clause.head + prop.clause.text
    looked_up = said.without(prop, prop.words[max(0, found.start() - 1) : found.end("end") + 1])
    after = _TWO.match(prop.words, found.end("end"))
    if found["office"] and after is not None and case.scope.states(found["end"] + after[0]):
        return None  # the office of a person who is named behind it
    if any(name in r.sentence or stands_for(name, r.sentence) for r in looked_up.within(AS_LIKELY)):
        return None
    for reading in looked_up.admissible:
        if reading.share < LIKELY:
            break
        if name in reading.sentence or stands_for(name, reading.sentence):
            continue
        between = _between(prop.words, found, reading.words)
        if between is not None and between not in told:
            return reading, between
        for other in _MENTION.finditer(reading.sentence):
            rival = _name(other)
            if (
                _sort(other) == _sort(found)
                and _is_name(case, reading.sentence, other)
                and not set(other["own"]) & set(found["own"])
                and rival not in told
                and (found["end"] in _PROPER or not stands_for(rival, told))
                and _in_one_slot(prop.words, found, reading.sentence, other)
            ):
                return reading, rival
    return None


def _between(mine: str, here: re.Match[str], theirs: str) -> str | None:
    """What the source has between the letters that stand on both sides of a name.

    One letter in front is enough where it is a preposition.
    """
    after = mine[here.end("end") :][:BESIDE]
    before = mine[: here.start()][-BESIDE:]
    if len(after) < BESIDE or not before:
        return None
    if before[-1] in _PREPOSITIONS:
        before = before[-1]
    elif len(before) < BESIDE:
        return None
    other = f"([一-龥]{{2,{LONGEST_NAME}}}?)"
    found = re.search(f"{re.escape(before)}{other}{re.escape(after)}", theirs)
    if found is None or not _differ(found[1], _name(here)) or _GENERAL.search(found[1]):
        return None
    return found[1]


def _differ(one: str, other: str) -> bool:
    """True for two names that are not one written short: what they have in common at both ends,
    and most of the rest, is not the same."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if not one or not other:
        return False
    common = sum(letter in other for letter in one)
    return common * 2 < min(len(one), len(other))


def _name(found: re.Match[str]) -> str:
    return found["own"] + found["end"]


def _sort(found: re.Match[str]) -> str:
    return next(sort for sort in _SORTS if found[sort])


def _is_name(case: Case, text: str, found: re.Match[str]) -> bool:
    """True for a name that begins for certain, and is not the report's own."""
    own = found["own"]
    if _GENERAL.search(own):
        return False
    if _sort(found) in _PLACES and own in case.index.aside.text:
        return False  # the report's own place: 全县 told with its name
    before = text[max(0, found.start() - 1) : found.start()]
    return (
        not before
        or found["end"] in _PROPER
        or _EDGE.match(before) is not None
        or case.index.report_flat.count(_name(found)) >= _TWICE
    )


def _in_one_slot(mine: str, here: re.Match[str], theirs: str, there: re.Match[str]) -> bool:
    """True where the letters beside both names are the same, or both are the subject."""
    places = [(found.start(), found.end("end")) for found in (here, there)]
    if is_framed(mine, places[0], theirs, places[1]):
        return True
    slots = _SLOT.search(mine[: here.start()]), _SLOT.search(theirs[: there.start()])
    if slots[0] is not None or slots[1] is not None:
        return slots[0] is not None and slots[1] is not None and slots[0][1] == slots[1][1]
    opening = re.split("[,;:、。]", theirs[: there.start()])[-1]
    return here.start() <= _FRONT and len(opening) <= _FRONT
