"""A person under the same office with another name: 矿长甲某 for 矿长乙某."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault
from summarizer.checking.margins import LIKELY
from summarizer.checking.propositions import Propositions

_OFFICE = (
    "(?:副?(?:书记|主任|主席|院士|教授|经理|董事长|委员|负责人|会计)|"
    "副?[处局部厅市县区镇乡校院矿站所队科省]长)"
)
# The hundred commonest surnames, and some of the next: a name begins with one.
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_PERSON = re.compile(
    f"(?P<office>{_OFFICE})(?P<name>[{_SURNAMES}][一-龥]{{1,2}}?)"
    "(?=[被受任因将在,、等的率带]|$)"
)


def persons(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every office whose holder has another name in the clause that is retold."""
    for prop in said.saying(_PERSON):
        for reading in prop.admissible:
            if reading.share < LIKELY:
                break
            pair = _other(prop.words, reading.sentence)
            if pair is not None:
                yield case.of_clause(
                    "name", prop.clause, reading.span, "contrast", mine=pair[0], theirs=pair[1]
                )
                break


def _other(mine: str, theirs: str) -> tuple[str, str] | None:
    for found in _PERSON.finditer(mine):
        if found["name"] in theirs:
            continue
        for other in _PERSON.finditer(theirs):
            if found["office"] == other["office"] and other["name"] not in mine:
                return found[0], other[0]
    return None
