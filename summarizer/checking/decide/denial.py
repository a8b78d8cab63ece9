"""A denial in the place of an affirmation (能够 for 难以), and what affirms nought (购置0辆)."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.departures import departures
from summarizer.checking.findings import Fault
from summarizer.checking.margins import AS_LIKELY, PLAINLY, RETOLD
from summarizer.checking.propositions import Propositions, Reading

_LONGEST = 7  # letters of a denial with what stands beside it
_NOUGHT = re.compile("(?P<what>[一-龥]{2})(?:为|共|均为|是)?0(?:\\.0+)?(?![0-9.])[一-龥]")
_ANY = re.compile("[一-龥]")
_ZERO = re.compile("零|(?<![0-9.])0(?![0-9])|无|没|未")
_LACKS = re.compile("空白|[未不没无非禁否缺拒免除停止失]|尚|难|弱|滞后|杜绝|防止|避免|取消|遏制")
_DENIES = re.compile(
    "难以|不能|不宜|无法|不可|不得|不再|不予|没有|尚未|未能|不必|无须|无需|不会|不应|不作|并未|"
    "未|没(?![收落])|不|无|非|免"
)
# 不少于 is a limit, 不断 no denial; what lacks is denied by other words.
_LIMITS = re.compile(
    "不[得能可]?[少低小超高大多短晚迟早断同足仅]|突破|超[过出]|控制在|不见|不是|[0-9≥≤]|零|无论|不论|至少|最[多高低]|"
    "限|以[上下内]|空白|滞后|缺|欠|低|弱|除|差|停|止|断"
)
_AFFIRMS = re.compile("可|能|应|须|要|将|仍|已|会|继续|同意|纳入|均|都|准")


def nothings(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every clause that affirms what the source counts as nought."""
    for prop in said.every(_ANY):  # 购置公务车 stands literally in 购置公务车0辆
        best = prop.readings[0]
        nought = _NOUGHT.search(best.clause.text)
        if best.share < PLAINLY or nought is None or _LACKS.search(prop.clause.text):
            continue
        if _ZERO.search(prop.clause.sentence_text) or nought["what"] not in prop.clause.text:
            continue
        yield case.of_clause("negation", prop.clause, best.span)


def denials(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every denial in the place of an affirmation, and every affirmation in that of a denial."""
    for prop in said.saying():
        mine = prop.words.strip()
        for reading in prop.within(AS_LIKELY):
            found = next(_denied(mine, reading), None) if reading.share >= RETOLD else None
            if found is not None:
                mine, theirs = found
                yield case.of_clause(
                    "negation", prop.clause, reading.span, "contrast", mine=mine, theirs=theirs
                )
                break


def _denied(mine: str, reading: Reading) -> Iterator[tuple[str, str]]:
    for held in departures(mine, reading.words, reading.sentence):
        here, there = mine[held.start : held.end], held.theirs
        if not held.framed or max(len(here), len(there)) > _LONGEST or not (here and there):
            continue
        if _LIMITS.search(here) or _LIMITS.search(there):
            continue
        denied, other = _DENIES.search(here), _DENIES.search(there)
        if (denied is None) is not (other is None) and _AFFIRMS.search(there if denied else here):
            yield here, there
