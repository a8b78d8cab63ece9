"""A body, a place or an office that the whole report does not name.

Writers say things in words of their own, but they hardly ever name somebody whom the report does
not know. A name counts as known where its letters stand before its end in their order, as 住建局
stands in 住房和城乡建设局.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault
from summarizer.checking.propositions import Propositions
from summarizer.checking.short_names import stands_for

_BODIES = (
    "人大常委会|人大|政协|纪委|监委|政法委|宣传部|组织部|统战部|(?<!干)部(?=[门长]|(?![分署位队门级件委长]))|局(?![部面势限促长])|厅(?!级)|"
    "法院|检察院|银行|公司|集团|大学|学院|协会|研究[院所]|监狱"
)
# Of a place nobody knows where its name begins, but behind a preposition.
_PLACES = (
    "省(?![级内])|自治区|(?<!城)市(?![场民容政值级委辖区])|县(?![域级城委])|州|"
    "山(?![区上村])|江|河|湖(?!泊)|港|岛"
)
# A name never begins inside a number: 一届人大 of 第十一届人大常委会.
_NAME = re.compile(
    f"(?<![第一二三四五六七八九十百])(?=(?P<own>[一-龥]{{2}})(?P<end>{_BODIES}))|"
    f"(?<=[于在向与赴])(?=(?P<place>[一-龥]{{2}})(?P<last>{_PLACES}))"
)
_GENERAL = re.compile(
    "[的了和与及副在由对向把被从为到是各该本全每某其有无个两三四五六七八九十几多数余等新万名家年地老小中上下前后内外于以至或并自经据报来省市县区镇乡村州]|"
    "相关|有关|部门|主管|政府|基层|城市|农村|组织|地方|国家|党委|成立|创办|组建|注册|兴办|新设|入股|合办"
)
_WORD = 2  # letters before a name that with its first one are a word of the report


def strange(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every name of which the report has nothing."""
    report = case.index.report_flat
    for prop in said.saying(_NAME):
        for found in _NAME.finditer(prop.words):
            own, end = found["own"] or found["place"], found["end"] or found["last"]
            if _GENERAL.search(own) or stands_for(own, report):
                continue
            if _is_torn(prop.words, found.start(), report):
                continue
            yield case.of_clause(
                "name", prop.clause, prop.readings[0].span, "stronger", mine=own + end
            )
            break


def _is_torn(text: str, start: int, report: str) -> bool:
    """True for 户办 of 贫困户办公司: the first letter ends a word that the report has."""
    return start >= _WORD and text[start - _WORD : start + 1] in report
