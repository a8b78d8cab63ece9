"""Who acts: bodies and persons that stand as the subject at the start of a clause."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer import patterns as re
from summarizer.anchors.verbs import verb_at
from summarizer.words import worded

_MAX_ACTORS = 4  # a unit that names more tells of a meeting, not of who acts
_LIKELY = re.compile(r"[委组府局院部位门关志班司干办厅道]")
_FARTHEST = 24  # the subject opens its sentence: two clauses of the usual 13
_NO_SUBJECT = r"[^,，、：:要的了是对将把向为由在按与和及以从据令让使《》“”（()）0-9]"
_BODY = (
    r"(?:省|市|区|县|旗|州|党|工)委(?:常委会?|书记)?|{bodies}|派驻[^,，、的]{0,8}组"
    r"|(?:{organs})机关|(?:{charges})部门|(?:{offices})(?:局|厅|部门|委|部|总局)"
    r"|各[^,，、的了对将把由要应须必]{0,14}(?:{several})|全[省市区县州旗国](?:上下|各级)"
)
_TAIL = (
    r"(?:领导)?(?:班子)?"
    r"(?:(?:其他)?(?:主要|分管)?(?:负责同志|负责人|领导同志|领导|成员|书记|同志))?"
)
_VERB = "{verbs}"
_DIGITS = "[0-9一二三四五六七八九十]+"
_WHEN = (
    rf"(?:{_DIGITS}年|今年|去年|近年来|目前)?"
    rf"(?:{_DIGITS}月(?:{_DIGITS}日|份)?)?"
)
_SUBJECT = worded(
    "actors",
    rf"{_WHEN}((?:{_NO_SUBJECT}{{0,12}}?(?:{_BODY}){_TAIL}[、和])?{_NO_SUBJECT}{{0,12}}?(?:{_BODY}){_TAIL})(?=(?:{_VERB})(?!的))",
)
# Who is charged with a measure: （甲部牵头，乙委参与）, 责任单位：甲局、乙局.
_CHARGED = re.compile(
    r"[（(](?P<first>[^（()）,，;；。:：]{2,80}?)(?:分别)?(?:牵头|负责|指导|按职责)[^（()）]{0,80}[）)]"
    r"|(?:责任|牵头|负责)(?:单位|部门)[:：](?P<named>[^（()）,，;；。:：\n]{2,80})"
)
_NAMES_PARTED = re.compile(r"、\s*|等?和(?=各)")
_OTHERS = re.compile(r"等(?:各?(?:相关|有关|国务院|职能)[^、]*)?$")  # 商务部等国务院相关部门
_ENDS_BODY = worded("actors", r"^[^\d\s由对在]{1,24}(?:{ends})$")
_VERB_FIRST = worded("actors", "(?:{first})")


def find_actors(clauses: Iterable[str], whole: str = "") -> tuple[str, ...]:
    """The subjects of the clauses as printed, each once, in reading order; at most four.

    Where none has a subject, those that `whole` names in brackets or as 责任单位.
    """
    found: dict[str, None] = {}
    for text in clauses:
        if not _LIKELY.search(text, 0, _FARTHEST):
            continue
        led = _VERB_FIRST.match(text) is not None or verb_at(text, 0, len(text))
        match = None if led else _SUBJECT.match(text)
        if match is None:
            continue
        found.setdefault(match.group(1))
        if len(found) == _MAX_ACTORS:
            break
    return tuple(found) or _charged(whole)


def _charged(text: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for match in _CHARGED.finditer(text):
        for part in _NAMES_PARTED.split(match["first"] or match["named"]):
            name = _OTHERS.sub("", part)
            if _ENDS_BODY.search(name):
                found.setdefault(name)
    return tuple(found)[:_MAX_ACTORS]
