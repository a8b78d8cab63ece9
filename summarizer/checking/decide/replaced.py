"""A noun that stands in the very place of another: 户籍地 for 常住地, 财政部门 for 人社部门.

The letters on both sides are those of the source, so the place is the same; that a noun stands
there, and no verb in other words, is told by what follows (部门, 级, 地), by its own end, or by the
preposition before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.departures import Departure, departures
from summarizer.checking.findings import Fault
from summarizer.checking.margins import AS_LIKELY, LONGEST_NAME, RETOLD
from summarizer.checking.propositions import Proposition, Propositions, Reading

_HEAD = re.compile(
    "部(?![分署位])|局|厅|署|委|办公|院|所(?![有属需])|校|[省市县区镇乡村州旗](?![场民容政级])|街道|[两三]?级|性|型|业|地(?![下面])|山|江|河|湖|"
    "大学|学院|中学|小学|医院|监狱|公司|集团|银行|部门|机关|机构|单位|企业|协会|主管|人员|干部|党员|群众|居民|农民|职工|学生|教师|"
    "基地|资金|收入|支出|景区|专业|产业|农业|工业|书记|主任|主席|协议|率|[两三四五六七八九十]大|等|城市|园区|示范[区市县]|试验区"
)
_BODY = re.compile("部|局|厅|署|委|办公|部门|机关|主管")
_ENDS = re.compile(
    "(?:部|局|厅|署|委|办|院|会|政协|人大|中央|政府|部门|机关|公司|集团|银行|大学|学校|协会|企业|单位|机构|书记|主任|主席|[省市县区部局厅]长)$"
)
_BEFORE = re.compile("[向由经在与据给、]$")
_OWN = re.compile("^[本该我你其全各这]|有关|相关|^(?:新|原|每|上|下|前|后)")
_LIGHT = re.compile(
    "[的了在和与及由把被将已也则就还都均共约其到从以是有对为等要所、,:()“”《》 0-9%\\-]"
)
_TITLE = re.compile("《[^》]*》")
_MARKS = re.compile('[“”"]')
_LATIN = re.compile("[A-Za-z]")  # R&D and 研发, CPI and 居民消费价格: one thing in two tongues
_LEVELS = re.compile("[国省市县区州旗乡镇村东西南北中男女]")


def replaced(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every noun in whose place the source has another one."""
    for prop in said.saying():
        found = _replaced(case, prop)
        if found is not None:
            mine, theirs, reading = found
            yield case.of_clause(
                "name", prop.clause, reading.span, "contrast", mine=mine, theirs=theirs
            )


def _replaced(case: Case, prop: Proposition) -> tuple[str, str, Reading] | None:
    mine = _plain(prop.clause.text)
    for reading in prop.admissible[:1]:
        if reading.share < RETOLD:
            return None
        for departure in departures(
            mine, _plain(reading.clause.text), _plain(reading.clause.sentence_text)
        ):
            if departure.framed and _is_exchange(case, prop, mine, departure):
                behind = mine[departure.end : departure.end + 2]
                return (
                    mine[departure.start : departure.end] + behind,
                    departure.theirs + behind,
                    reading,
                )
    return None


def _is_exchange(case: Case, prop: Proposition, mine: str, departure: Departure) -> bool:
    here, there = mine[departure.start : departure.end], departure.theirs
    if not (0 < len(here) <= LONGEST_NAME and 0 < len(there) <= LONGEST_NAME):
        return False
    if _LIGHT.search(here) or _LIGHT.search(there) or _OWN.search(here) or _OWN.search(there):
        return False
    after, before = mine[departure.end :], mine[: departure.start]
    if _LATIN.search(here + there):
        return False
    if len(here) == len(there) == 1 and not (_LEVELS.search(here) and _LEVELS.search(there)):
        return False  # 正点率 for 正常率: half of a word is no noun
    if set(here) & set(there) or there + after[:2] in case.statement.text:
        return False
    if here in case.index.aside.text and not _BODY.match(after):
        return False
    if not before or not after:
        return bool(_ENDS.search(here) and _ENDS.search(there))
    noun = (
        _HEAD.match(after)
        or (min(len(here), len(there)) > 1 and _ENDS.search(here) and _ENDS.search(there))
        or (_BEFORE.search(before) and len(here) == len(there) > 1)
    )
    if not noun:
        return False
    told = here + after[:2], before[-2:] + here
    return not any(
        part in _plain(r.clause.sentence_text) for r in prop.within(AS_LIKELY) for part in told
    )


def _plain(text: str) -> str:
    """A text without titles and without the marks of quotations."""
    return _MARKS.sub("", _TITLE.sub(" ", text)).strip()
