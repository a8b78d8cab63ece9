"""The writing of a text: simplified or traditional Chinese, or out of scope; and the conversion.

Traditional texts are read through their simplified form, which OpenCC's table gives character by
character: one for one, so that every position stays that of the source. OpenCC is loaded only for
a text that needs it; its phrase tables, which may change lengths, are not used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from summarizer import patterns as re
from summarizer.patterns import lazy

Script = Literal["simplified", "traditional", "other"]

# The most frequent characters of traditional official texts that simplified ones do not have, by
# their count in minutes of committees: a fifth of those texts, under a thousandth of others.
_SIGNS = lazy(
    "[員會國們這為預萬長議業於務個對資總來時應項審陳後費請關問經過現財軍報機發計內結備進與億戰實題沒編說討島決書動"
    "還當設處統陸體並團無產樣趙達謝區凍將檢規維數邁畫運調強單間營灣導屬麼執該開補飛標東辦給購續裝稅護論減兩參彈別節"
    "訊羅孫採餘讓張夠協劃環瑩險評訓權確點黃況剛監場專較講華種爭質據吳車變領館組約詢負舉則鄉話許復認視見馬響裡針擴從"
    "價錄額選輔釋幾簡證須責濟條帶衛圖鎮盧極級態覺紀獎積職適園屆鴻農黨電蕭隊鑑係卻難綜氣賴準際縣狀庫畢隨擔終雖刪嚴"
    "細風勢勞異門臺眾擾繼慮謀啟楊訂記糾貳叁壹]"
)
# Simplified forms of the most frequent of them: a short text that quotes a traditional title has
# more of these.
_PLAIN_SIGNS = lazy(
    "[员会国们这为预万长议业务个对资总来时应项审陈费请关问经过现财军报机发计内结备进与亿战实题没编说讨岛决书动还当设处"
    "统陆体团无产样达谢区冻将检规维数]"
)
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_KANA = lazy("[\u3040-\u30ff]")
_LETTER = re.compile(r"[^\W\d_]")
# 參 is the numeral 叁 where it numbers a part, and 参 elsewhere.
_MARKER = lazy(r"(?m)(?:(?<=^)|(?<=[\s（(]))参(?=[、）)])")
_SAMPLE = 65_536  # characters that tell a script; bounds the work
# Traditional texts have 20 % of the signs among their Han characters; a simplified text that
# quotes a traditional title stays far under 3 %.
_TRADITIONAL = 0.03
# An official text in Chinese has over 90 % Han among its letters, an English one with Chinese
# names under 10 %; Japanese has more kana than Chinese ever quotes.
_CHINESE = 0.3
_JAPANESE = 0.1  # Chinese texts have no kana but in a name


class Writing(NamedTuple):
    """The script of a text, and its simplified form: same length, `text` itself where it is.

    `converted` is false for a traditional text where OpenCC is not installed.
    """

    script: Script
    text: str
    converted: bool = True


def script_of(text: str) -> Script:
    """The script that most of a text is written in, from its beginning."""
    counts = Counter(text[:_SAMPLE])
    characters = "".join(counts)  # each is looked at once, however often it stands there

    def number(pattern: re.Pattern[str]) -> int:
        return sum(map(counts.__getitem__, pattern.findall(characters)))

    han = number(_HAN)
    letters = number(_LETTER)
    if han < _CHINESE * letters or not han:
        return "other"
    kana = number(_KANA)
    if kana > _JAPANESE * (han + kana):
        return "other"
    signs = number(_SIGNS)
    if signs <= _TRADITIONAL * han or signs <= number(_PLAIN_SIGNS):
        return "simplified"
    return "traditional"


def writing_of(text: str) -> Writing:
    """A text with its simplified form. Never raises."""
    script = script_of(text)
    if script != "traditional":
        return Writing(script, text)
    table = _table(frozenset(_HAN.findall(text)))
    if table is None:
        return Writing(script, text, converted=False)
    return Writing(script, _MARKER.sub("叁", text.translate(table)))


def simplified(text: str) -> str:
    """A short text (a claim, a cell) in simplified characters; itself where it has no others."""
    if _SIGNS.search(text) is None:
        return text
    table = _table(frozenset(_HAN.findall(text)))
    return text if table is None else text.translate(table)


@lru_cache(maxsize=64)
def _table(characters: frozenset[str]) -> Mapping[int, str] | None:
    """What each of some characters is in simplified writing; None without OpenCC."""
    converter = _converter()
    if converter is None:
        return None
    printed = sorted(characters)
    # A character a line: what stands alone is in no phrase, and becomes one character.
    told = converter.convert("\n".join(printed)).split("\n")
    pairs = zip(printed, told, strict=True) if len(told) == len(printed) else ()
    return {ord(old): new for old, new in pairs if old != new and len(new) == 1}


@lru_cache(maxsize=1)
def _converter() -> Any:
    try:
        from opencc import OpenCC
    except ImportError:
        return None
    return OpenCC("t2s")
