"""Names of organisations, by their endings, and of persons beside a title word."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.anchors.columns import Columns
from summarizer.anchors.records import Name
from summarizer.reading.document import View
from summarizer.words import worded

_ENDING = worded(
    "names",
    r"(?P<organ>(?:{organs})(?:{parts})?(?![一-龥]{0,6}(?:局|厅)(?![部面势限促长级])))|(?P<body>{bodies})",
)
# The first two characters of all endings: most positions are ruled out at once.
_FIRST = re.compile(
    "[省市区县州旗纪人国中党委领指巡有股公管银医大学小幼研协商联基街工开高办卫发局厅]"
    "(?=[委政纪人律民务中员导挥视察限份司行院学儿究会合金道业发新公健改资]|(?<=[局厅]))"
)
_LONGEST = 18  # 中共某某自治州纪律检查委员会 and a place before it
# What stands before a name: function words, counts and the verbs of these texts.
_CUT = worded("names", ".*(?:{before})")
_OFFICE = re.compile("(?:.{0,6}?[省市区县州旗]|国家).{1,8}[局厅]|.{2,4}(?:总局|部委)")
_GENERIC = worded("names", "(?:{of_all})+")
_VERB = re.compile("[抓做推强开召组建执坚切深紧充积全统主]")
_PERSON = worded(
    "names",
    r"(?P<name>[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严金魏陶姜戚谢邹苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费岑薛雷贺倪汤滕罗毕郝邬安常于傅皮齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米贝明臧戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁荀惠曲封储靳段焦侯宓全班仇甘武刘景龙叶幸司黎白蒲从索赖卓蔺屠蒙池乔翟谭劳姬申冉雍桑桂牛寿边燕尚温庄晏柴瞿阎连习艾容向古易廖耿国文东欧蔚师巩聂晁勾敖冷辛简饶曾沙丰巢关相查荆游权盖益桓公][一-龥]{1,2})"
    r"(?P<title>{titles})",
)
_NOT_PERSON = re.compile("常委|党委|区委|市委|县委|省委|负责")


def find_names(view: View) -> Columns[Name]:
    """Organisations and persons, sorted by position, without overlap."""
    text = view.text
    found: list[Name] = []
    last = 0
    for match in _endings(text):
        start = _begin(text, max(last, match.start() - _LONGEST), match.start())
        end = match.end()
        if match["organ"]:
            start = _place(text, start, match.start())
        elif not _is_body(text, start, match.start(), end):
            continue
        name = view.printed[start:end]
        if found and start == last and name == found[-1].text:
            last = end
            continue  # repeated without a character between is one name
        found.append(Name(span=view.source(start, end), text=name, kind="organisation"))
        last = end
    for match in _PERSON.finditer(text):
        name = match["name"]
        if _NOT_PERSON.search(name) or name[1:] in ("任", "副"):
            continue
        start, end = match.span("name")
        found.append(Name(span=view.source(start, end), text=name, kind="person"))
    found.sort(key=lambda name: (name.span.start, -name.span.end))
    return Columns(Name, ((name.span, (name.text, name.kind)) for name in _apart(found)))


def _endings(text: str) -> Iterator[re.Match[str]]:
    done = 0
    for first in _FIRST.finditer(text):
        if first.start() < done:
            continue
        match = _ENDING.match(text, first.start())
        if match is not None:
            done = match.end()
            yield match


def _begin(text: str, low: int, end: int) -> int:
    start = end
    while start > low and "一" <= text[start - 1] <= "龥":
        start -= 1
    cut = _CUT.match(text, start, end)
    return cut.end() if cut is not None else start


def _place(text: str, start: int, organ: int) -> int:
    """Where an organ's name begins: with its place (城中区委), or at the organ itself (省委)."""
    if organ - start < 2 or organ - start > 10 or _VERB.match(text, start):
        return organ
    return start


def _is_body(text: str, start: int, ending: int, end: int) -> bool:
    """True where the words before the ending make a name of their own."""
    if ending - start < 2 or _GENERIC.fullmatch(text, start, ending):
        return False
    if text[end - 1] in "局厅":
        return _OFFICE.fullmatch(text, start, end) is not None
    return True


def _apart(names: list[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in names:
        if not kept or name.span.start >= kept[-1].span.end:
            kept.append(name)
    return kept
