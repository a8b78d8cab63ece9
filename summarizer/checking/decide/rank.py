"""Places in an order: 全国首位 told of 全省首位, 第八届 of 第七届, 首次 of 第二次."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.margins import LIKELY
from summarizer.checking.propositions import Proposition, Propositions, Reading, going_on

_OTHER = "[0-9一二三四五六七八九十批届轮期次个条款产]"  # 第三批 is no place among others
_RANK = (
    f"首[位家个]|榜首|第[一二三四五六七八九十]+(?!{_OTHER})|第[0-9]+(?!{_OTHER})|最[高低快多大优]|"
    "前列|前茅|前[一二三四五六七八九十0-9]+[位名强]?|领先"
)
_AMONG = re.compile(
    "全(?P<level>[国省市区县州旗镇乡])(?P<class>[^,、。;0-9]{0,8}?)"
    f"(?:居|列|位居|排名?|综合|为)?(?P<rank>{_RANK})"
)
_PART = re.compile("[类区组级片][中里内的]*$")  # 一类区, 三级的; 组织建设 is no group
_NTH = re.compile(
    "(?P<n>第(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3})|首|"
    "(?<![一二三四五六七八九十0-9])[一二两三四五](?=届))(?P<noun>学年|[届轮批次期]|巡[视察]组)"
)
_TENS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "两": 2}
_PLACE = re.compile(
    "(?:第(?P<n>[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:[位名]|(?=[,、。;和)]|$))|(?P<top>首位|榜首))"
)

_ANY = re.compile("第|首|届|榜首|全[国省市区县州旗镇乡]")


def ranks(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every place in an order that another one has in the clause which is retold."""
    for prop in said.saying(_ANY):
        readings = tuple(r for r in prop.admissible if r.share >= LIKELY)
        readings = readings or prop.readings[:1]
        found = _wider(case, prop, readings) or _other(case, prop, readings)
        if found is not None:
            mine, theirs, kind, reading = found
            grade = Grade.DOUBTFUL if kind == "scope_word" else Grade.WRONG
            yield case.of_clause(
                kind, prop.clause, reading.span, "contrast", grade, mine=mine, theirs=theirs
            )


def _wider(
    case: Case, prop: Proposition, readings: tuple[Reading, ...]
) -> tuple[str, str, str, Reading] | None:
    """Among more than the source compares with: 全省 for 全省一类区, 全国 for 全省."""
    for found in _AMONG.finditer(prop.words):
        level = f"全{found['level']}"
        texts = [r.sentence for r in readings]
        if any(
            other["level"] == found["level"] and not _part(found["class"], other["class"])
            for text in texts
            for other in _AMONG.finditer(text)
        ):
            continue
        for reading in readings:
            words = reading.words + going_on(case, reading)
            for other in _AMONG.finditer(words):
                if _value(other["rank"]) != _value(found["rank"]):
                    continue
                if other["level"] != found["level"] or _part(found["class"], other["class"]):
                    return found[0], other[0], "scope_word", reading
            plain = re.search(_RANK, words)
            if plain is None or words[: plain.start()].endswith(found["level"]):
                continue  # 柯坪县第一 is 全县第一, told in that county
            if level not in reading.sentence and not case.scope.states(level):
                return found[0], words[: plain.end()][-12:], "scope_word", reading
    return None


def _part(mine: str, theirs: str) -> bool:
    """True where the source names a class within the level that the claim leaves out."""
    return _PART.search(theirs) is not None and theirs.rstrip("中") not in mine


def _other(
    case: Case, prop: Proposition, readings: tuple[Reading, ...]
) -> tuple[str, str, str, Reading] | None:
    """Another number of the same noun in the clause that is retold."""
    for pattern in (_NTH, _PLACE):
        mine = {_key(found): found[0] for found in pattern.finditer(prop.words)}
        told = {
            _key(found)
            for reading in readings
            for found in pattern.finditer(reading.clause.sentence_text)
        }
        for key, text in mine.items():
            if key in told or key is None:
                continue
            for reading in readings:
                words = reading.clause.text + going_on(case, reading)
                for found in pattern.finditer(words):
                    other = _key(found)
                    if other is not None and other[1] == key[1] and other not in mine:
                        return text, found[0], "ordinal", reading
    return None


def _key(found: re.Match[str]) -> tuple[int, str] | None:
    groups = found.groupdict()
    if groups.get("top"):
        return 1, "位"
    number = _value(groups["n"])
    return None if number is None else (number, groups.get("noun") or "位")


def _value(text: str) -> int | None:
    """The number of 第八, 首, 12; None for a word that names no single place."""
    text = text.removeprefix("第")
    if text.isdigit():
        return int(text)
    if text.startswith(("首", "榜首")):
        return 1
    if not text or any(letter not in "一二两三四五六七八九十" for letter in text):
        return None
    left, ten, right = text.partition("十")
    if not ten:
        return _TENS[text] if len(text) == 1 else None
    return (_TENS[left] if left else 1) * 10 + (_TENS[right] if right else 0)
