"""Who and where: another name in the very place where the source has one of its sort."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case, Retelling
from summarizer.checking.edits import gaps
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.propositions import Proposition, Propositions, Reading

_TOLD = 0.3
_SORT = re.compile(
    "集团|公司|电网|银行|大学|学院|中学|小学|医院|监狱|枢纽|水[利库]|机场|小区|社区|街道|铁路|高速|大桥|古城|商业项目|"
    "主要负责|专项巡|常[委务]会|部(?![分门位署队])|[局委厅署村镇乡县市区州院组队会]"
)
_NAME = re.compile("[一-龥A-Za-z]{1,6}")
_LIST = re.compile("[^、,:：()（）;；。]+")
_COMMON = re.compile(
    "^(?:全|本|我|各|该|其|现|两|等|新|原|有|是|为|在|至|到|把|让|对|从)|[的了和与及]"
)
_VAGUE = re.compile("相关|有关|部分|地方|多个|各类")
_HAN = re.compile("[一-龥]")
_BODY = re.compile("[一-龥]{1,4}[部局委厅署办]会?")
_PROPER = frozenset(
    ("集团", "公司", "电网", "银行", "大学", "学院", "中学", "小学", "医院", "监狱", "枢纽", "机场")
)
_PLACES = frozenset("村镇乡县区市州")  # what may be the first half of a longer word
_NAMED = 4  # letters of a name in a list; longer items are phrases
_ITEM = 8


def names(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every name that the unit does not have in the place of one that the statement leaves out."""
    for held in case.retellings(_TOLD):
        found = next(_replaced(case, held), None) or _listed(case, held)
        if found is not None:
            mine, theirs = found
            yield case.told("name", Grade.DOUBTFUL, held, mine=mine, theirs=theirs)
    for prop in said.saying(_ENTITY):
        for reading in prop.admissible:
            pair = next(_swapped(case, prop, reading), None) if reading.share >= _LIKE else None
            if pair is not None:
                details = {"mine": pair[0], "theirs": pair[1]}
                claim = (prop.clause.text.strip(), prop.clause.span)
                near = reading.clause.span
                yield case.says("name", Grade.DOUBTFUL, claim, "contrast", near, details)
                break


_LIKE = 0.34
_RARE = 4.0  # a name stands in few clauses, a verb before a place in many
_FEW = 1.7  # of the rarity of what stands nowhere: four clauses of a short report
_BESIDE = 2
_SURE = 0.6  # where the name stands elsewhere in the unit
_ENDS = (
    "省(?![级里内])|自治区|市(?![场民容政值级委])|县(?![域级城委])|区(?![域间位块分别级委内])|州|旗(?![帜舰])|镇(?![街级])|乡(?![村镇亲土愁])|"
    "村(?![民级庄集落务寨两村自])|街道|社区|[大古老]?街(?![道乡镇头])|局(?![部面势限促长])|厅(?![级])|部(?![门分署队位级件委])|署|"
    "办(?![理公法事学结件好案税医])|大学|学院|中学|小学|医院|公司|集团|银行|协会|委员会|法院|检察院|监狱|机场|水库|纪检监察组|巡察组|巡视组"
)
_ENTITY = re.compile(f"(?=(?P<name>(?P<own>[一-龥]{{2}})(?P<end>{_ENDS})))")
_GENERAL = re.compile(
    "[的了和与及在由对向把被从为到是各该本全每某其有无个两三四五六七八九十几多数余等新万名家个年地老大小中上下前后内外]|"
    "[省市县区镇乡村州]$|相关|有关|贫困|重点|试点|示范|部分|地方|主城|城市|农村|城镇|基层"
)


def _swapped(case: Case, prop: Proposition, reading: Reading) -> Iterator[tuple[str, str]]:
    """住房城乡建设部 for 交通运输部: names of one ending, one in each text and not in the other."""
    told = case.statement.text
    mine = [
        found
        for found in _ENTITY.finditer(prop.words)
        if _strange(case, found)
        or (
            found.start() == 0
            and reading.share >= _SURE
            and not _GENERAL.search(found["own"])
            and found["name"] not in reading.sentence
            and found["name"] in case.index.report_flat
        )
    ]
    if not mine:
        return
    theirs = [
        found
        for found in _ENTITY.finditer(reading.sentence)
        if found["name"] not in told and not _GENERAL.search(found["own"])
    ]
    for found in mine:
        name, own, end = found["name"], found["own"], found["end"]
        for other in theirs:
            if other["end"] != end or set(other["own"]) & set(own):
                continue
            if _is_rare(case, other["own"]) and (
                _one_place(prop.words, found, reading.sentence, other)
                or (
                    found.start() == 0
                    and name in case.index.report_flat
                    and reading.words.startswith(other["name"])
                )
            ):
                yield name, other["name"]


def _strange(case: Case, found: re.Match[str]) -> bool:
    """True for a name that neither the unit nor its frame has, nor one that it shortens."""
    name, own, end = found["name"], found["own"], found["end"]
    known = case.scope.states(name) or name in case.index.head
    return not (known or _GENERAL.search(own) or _abbreviated(own, end, case.scope.own_flat))


def _is_rare(case: Case, own: str) -> bool:
    """True for letters of a few clauses, as of a name; a verb before a place stands in many."""
    weights = case.index.weights
    least = min(_RARE, weights.most - _FEW)
    return weights.rarity.get(own, least) >= least


def _one_place(mine: str, here: re.Match[str], theirs: str, there: re.Match[str]) -> bool:
    """True where the letters behind both names, or before them, are the same."""
    a, b = here.end("name"), there.end("name")
    after = mine[a : a + _BESIDE]
    before = mine[max(0, here.start() - _BESIDE) : here.start()]
    return (len(after) == _BESIDE and theirs.startswith(after, b)) or (
        len(before) == _BESIDE and theirs.endswith(before, 0, there.start())
    )


def _abbreviated(own: str, end: str, text: str) -> bool:
    """住建局 of 住房和城乡建设局."""
    return re.search(f"{own[0]}[一-龥]{{0,6}}{own[1]}[一-龥]{{0,4}}{end}", text) is not None


def _replaced(case: Case, held: Retelling) -> Iterator[tuple[str, str]]:
    """碧桂园集团 where the source has 恒大集团: other letters before the word of one sort."""
    mine, theirs, report = held.clause.text, held.match.clause.text, case.index.report_flat
    for start, end, other, stop in gaps(mine, theirs):
        a, b = mine[start:end], theirs[other:stop]
        if not _NAME.fullmatch(a) or _COMMON.search(a) or _COMMON.match(b) or _VAGUE.search(a):
            continue
        if _BODY.fullmatch(a) and _BODY.fullmatch(b) and not case.scope.states(a):
            yield a, b
            continue
        sort = _SORT.match(mine, end)
        if sort is None or not theirs.startswith(sort[0], stop):
            continue
        proper = sort[0] in _PROPER
        if not (_NAME.fullmatch(b) or (not b and proper and start >= 2)):
            continue
        edge = sort[0] not in _PLACES or not (
            _HAN.match(mine, sort.end()) or _HAN.match(theirs, stop + len(sort[0]))
        )
        if not edge:
            continue
        whole, printed = a + sort[0], b + sort[0]
        strange = a not in report or whole in report or proper
        if case.scope.states(whole) or not strange:
            continue
        if (b and (runs_through(a, b) or runs_through(b, a))) or printed in case.statement.text:
            continue
        if not b or report.count(printed) * 2 >= report.count(b):
            yield whole, printed


def _listed(case: Case, held: Retelling) -> tuple[str, str] | None:
    """One of several things listed, the others being those of the source's own list."""
    mine, theirs = _items(held.clause.text), _items(held.match.clause.text)
    if len(mine) < 2 or len(theirs) < 2:
        return None
    source = "、".join(theirs)
    strange = [item for item in mine if item not in source and not case.scope.states(item)]
    left = [item for item in theirs if item not in case.statement.text]
    if len(strange) != 1 or len(left) != 1 or len(mine) - len(strange) < 1:
        return None
    a, b = strange[0], left[0]
    if a == mine[0] and not held.clause.text.startswith(a):
        return None  # cut out of running text: nobody knows where the item begins
    if (
        case.scope.states(a)
        or len(a) != len(b)
        or len(a) > _NAMED
        or not (_NAME.fullmatch(a) and _NAME.fullmatch(b))
    ):
        return None
    return a, b


def _items(text: str) -> list[str]:
    """The things listed between 、, without a verb before the first or a count behind the last."""
    if "、" not in text:
        return []
    parts = [part.strip() for part in text.split("、")]
    parts[0] = parts[0][-min(len(parts[1]), _ITEM) :]
    parts[-1] = re.split("[等\\d]|和|与", parts[-1])[0][:_ITEM]
    return [part for part in parts if 1 < len(part) <= _ITEM]


def runs_through(short: str, long: str) -> bool:
    """True where the letters of the first run through the second in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)
