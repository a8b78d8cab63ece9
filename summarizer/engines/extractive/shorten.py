"""Shortening a list inside a clause where that stays true: 《甲》《乙》等3项 → 《甲》等3项.

Lists (of titles, quotations, or names that open the clause) that the source itself closes with 等
are shortened, so that what is left still says that there is more; so are long lists of titles that
it does not close (《甲》《乙》《丙》 → 《甲》等文件). A title that only issues another stands for
that other. A clause that fills a point alone is told without what stands in brackets.
"""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.engines.extractive import cues
from summarizer.engines.extractive.clauses import balanced

_TITLE = r"《[^《》]*(?:〈[^〈〉]*〉[^《》]*)?》"
_QUOTE = r"“[^“”]*”"
_LIST = re.compile(
    rf"(?P<first>{_TITLE}(?:[（(][^（()）]*[）)])?)(?:[、,，和及]?{_TITLE}(?:[（(][^（()）]*[）)])?)+"
    rf"|(?P<quote>{_QUOTE})(?:[、,，和及]?{_QUOTE})+"
)
# A list of names at the start of a clause: 甲项目、乙项目、丙项目等4个工程均完成整改.
_NAMES = re.compile(
    r"([^、,，的了等]{3,30})(?:、[^、,，的了等从对]{2,40})+?(?=等(?![、,，;；。]|$))"
)
# 中央和省、直辖市督察采取甲、乙等形式: behind such a verb stands another list than before it.
_TELLS = re.compile("包括|采取|会同|实行|分[为成]|是")
# The same inside of a clause that would fill a point: 包括甲、乙、丙等情况.
_INNER = re.compile(
    r"(?<=[^、,，]、)([^、,，等]{2,24})(?:、[^、,，等]{2,24})+(?=等(?![、,，;；。]|$))"
)
# The rest of a list that goes on over commas: 推进甲园区，乙港口，丙等项目.
_OVER_COMMAS = re.compile(r"(?<=[^、,，]{4})[、,，][^\d]*[,，][^\d]*(?=等(?![、,，;；。]|$))")
# The streets around a place: “甲路—乙道—丙路—丁道”合围区域.
_ROUND = re.compile(r"(?<=“)([^“”—]{2,8}—)(?:[^“”—]{2,8}—){2,}(?=[^“”—]{2,8}”)")
_MARKED = re.compile(r"[《“（(]")
# What explains a name beside it, in brackets; those of a title belong to it.
_ASIDE = re.compile(rf"({_TITLE}|{_QUOTE})|(?<=.)[（(][^（()）]*[）)]")
# What a name stands for, or holds too; but 市本级（含高新区） is another account than 市本级.
_NAMED_SHORT = re.compile(
    r"[（(]以下(?:简称|统称)[^（()）]*[）)]|(?<![级国省市县区州旗盟])[（(](?:含|包括)[^（()）]*[）)]"
)
_NOTE_MARK = re.compile(r"(?<=[一-龥”》）)%‰])[\[〔]\d{1,2}[\]〕]")
_CIRCLE = re.compile(r"(?<=[一-龥”》）)])[①-⑳](?![项类条点款号])")
_ISSUES = re.compile(r"《(?:关于)?(?:印发|转发|下发|批转)[〈<《]([^〈〉<>《》]+)[〉>》]的通知》")
_EDGES = "、,，;；。！？!?：: \n\t"
_BREAKS = re.compile(r"[、,，;；。！？!?\s]")
_INSEPARABLE = re.compile(r"[0-9A-Za-z.%][0-9A-Za-z.%万亿元个年月日]")
LONG = 30  # 95 % of 10,780 clauses have 32 or fewer
_VERY_LONG = 40  # two thirds of a point in one clause
_MANY = 3  # titles in a row; of clauses that no point can hold two
_TOO_LONG = 58  # fills a point (60) with its full stop


def shorten(text: str) -> str:
    """`text` with the closed lists of titles and quotations cut to their first item."""
    if len(text) <= LONG:
        return text
    whole = text
    if "《" in text:
        text = _ISSUES.sub(r"《\1》", text)
    if "等" in text or text.count("《") >= _least(text):
        text = _LIST.sub(_first_item, text)
        if len(text) > _TOO_LONG:
            text = _OVER_COMMAS.sub("", text, count=1)
        names = _NAMES.match(text) if len(text) > _VERY_LONG else None
        if names is not None and not (
            cues.ACTION.search(names.group()) or _TELLS.search(names.group(), names.end(1))
        ):
            text = names.group(1) + text[names.end() :]
    if len(text) > _VERY_LONG:
        text = without_short_names(text)
    if len(text) > _TOO_LONG:
        text = _ROUND.sub(r"\1…—", _ASIDE.sub(r"\1", text))
    if len(text) > _TOO_LONG and "等" in text and _MARKED.search(text) is None:
        text = _INNER.sub(r"\1", text, count=1)
    # What was cut out of brackets with one of them is no list of the clause.
    return text if balanced(text) or not balanced(whole) else _ASIDE.sub(r"\1", whole)


def tighten(text: str) -> str:
    """`text` without what stands in brackets and with its closed lists cut: the least it says.

    For what would not be told at all else.
    """
    text = _ASIDE.sub(r"\1", text)
    return _INNER.sub(r"\1", text) if _MARKED.search(text) is None else text


def without_note_marks(text: str) -> str:
    """`text` without the marks of its notes: 社会总产值①16242亿元, 生产总值[2]达.

    Two circled numbers in a clause count its items.
    """
    text = _NOTE_MARK.sub("", text)
    return _CIRCLE.sub("", text) if len(_CIRCLE.findall(text)) == 1 else text


def without_short_names(text: str) -> str:
    """`text` without the names it gives for short: 专项附加扣除（以下简称扣除）."""
    return _NAMED_SHORT.sub("", text)


def _first_item(match: re.Match[str]) -> str:
    # The 等 is looked for here, so that a list without one is read only once.
    if match.string.startswith("等", match.end()):
        return str(match["first"] or match["quote"])
    if (
        match["first"]
        and match.group().count("《") >= _least(match.string)
        and len(match.string) > _VERY_LONG
    ):
        return f"{match['first']}等文件"
    return match.group()


def _least(text: str) -> int:
    return _MANY if len(text) <= _TOO_LONG else _MANY - 1


def excerpt(text: str, budget: int) -> str:
    """The start of a text that has no clause to choose from, cut at a mark where it has one.

    Ends in … where words had to be left out; empty for a text without a word.
    """
    text = text.strip(_EDGES).partition("\n")[0].strip(_EDGES)
    if len(text) < budget:
        return f"{text}。" if text else ""
    cut = budget - 1
    for match in _BREAKS.finditer(text, 0, budget - 1):
        if match.start() > budget // 3 and balanced(text[: match.start()]):
            cut = match.start()
    while 1 < cut < len(text) and _INSEPARABLE.match(text, cut - 1):
        cut -= 1
    return f"{text[:cut]}…"
