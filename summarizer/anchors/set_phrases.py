"""Set phrases with numbers that are no figures (四个意识, 1+7+N, 三重一大, 一岗双责).

Known by shape (sums of numbers and letters, 一X双Y, N个/N大 names in quotation marks) and by a
short lexicon of phrases that official texts print without quotation marks:
words whose Chinese digits are fixed by use (GB/T 15835-2011, 4.2).
"""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.records import SetPhrase
from summarizer.reading.document import View

LEXICON = (
    "四个意识", "四个自信", "两个维护", "两个确立", "两个责任", "两个毫不动摇", "两个大局",
    "四个全面", "四个伟大", "四个服从", "四个最严", "三个区分开来", "三个务必", "三个代表",
    "三重一大", "三会一课", "三公经费", "三公", "三资", "三农", "三严三实", "三个规定",
    "五位一体", "三位一体", "四位一体", "六位一体", "七位一体", "多位一体",
    "一体两翼", "一岗双责", "党政同责",
    "齐抓共管", "失职追责", "三管三必须", "八项规定", "六项纪律", "四种形态", "第一种形态",
    "第二种形态", "第三种形态", "第四种形态", "四风", "五个一", "六个一", "四不两直", "两学一做",
    "一带一路", "放管服", "一网通办", "一网统管", "一窗受理", "一站式", "一把手", "一线",
    "一票否决", "一刀切", "双随机、一公开", "双随机", "双招双引", "双创", "双碳", "双减", "双拥",
    "六稳", "六保", "三保", "三去一降一补", "三大攻坚战", "两新", "两重", "一老一小",
    "一事一议", "一企一策", "一人一策", "一案一策", "一项一策", "一地一策", "一县一策", "一村一品",
    "一案双查", "一案三清", "两不愁三保障", "三权分置", "两山", "三北", "十大专项行动",
    "零容忍", "零距离", "零上访", "零报告", "零就业", "零事故", "零跑腿", "五大发展理念",
    "三级联动", "四级联动", "五级书记", "四套班子", "四大班子", "七张清单", "九条禁令",
    "八小时外", "八小时以外", "8小时以外", "三次产业",
    "三次分配", "一次分配", "十个严禁", "九小场所",
    "九小", "百年大计", "千方百计", "三令五申", "五年规划", "两个覆盖", "三个清单", "一枚印章",
    "百千万工程", "千万工程", "百县千镇万村", "百日攻坚", "百日行动", "千家万户", "百名专家",
)  # fmt: skip

_WORDS = "|".join(re.escape(word) for word in sorted(set(LEXICON), key=len, reverse=True))
_LITERAL = re.compile(_WORDS)
_SUM = re.compile(
    r"[0-9](?<![0-9A-Za-z.][0-9])[0-9]{0,3}(?:[+＋](?:[0-9]{1,4}|[NnXxＮ]))+(?![0-9%])"
)
_EACH = re.compile(
    r"一(?:(?<=每一)|(?<!统一)(?<!进一)(?<!每一)(?<!第一)(?<!同一)(?<!唯一))"
    r"[企事人村户项案局地县镇街校园区岗品策月周季年日场景题楼点校院馆厂店河湖岛路段类矿件码]"
    r"一(?:[策案档品码方议评报企岗表册台专调清题月总结查通对][账度单案员班报]?)"
)
# What a rate is counted by, in its name: 十万人生产安全事故死亡人数, 百万吨死亡率.
_RATE = re.compile(
    r"(?:[十百]|10|100)万(?<![0-9一二三四五六七八九]..)(?<![0-9]...)(?:人口?|吨|车|公里)"
    r"(?=[^,，。;；、0-9]{0,14}(?:死亡率|死亡人数|事故(?:起数|率)|发病率|发案率|拥有量))"
)
_QUOTED = re.compile(
    r"(?:[0-9]{1,2}|[一二两三四五六七八九十百千双]{1,2})[^0-9、]{1,9}"
    r"(?:[一二两三四五六七八九十双百千].{1,9})*"
)


def set_phrase_ranges(text: str, quotations: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """View ranges of the set phrases, sorted, without overlap. `quotations` include their marks."""
    found = [match.span() for match in _LITERAL.finditer(text)]
    if "+" in text or "＋" in text:
        found += [match.span() for match in _SUM.finditer(text)]
    found += [match.span() for match in _EACH.finditer(text)]
    found += [match.span() for match in _RATE.finditer(text)]
    for start, end in quotations:
        if end - start <= 16 and _numbered(text[start + 1 : end - 1]):
            found.append((start + 1, end - 1))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if merged and start < merged[-1][1]:
            continue
        merged.append((start, end))
    return merged


def _numbered(quoted: str) -> bool:
    """Whether a quotation is a number with words, perhaps several of them: 三会一课."""
    words = quoted.lstrip("0123456789")
    return _QUOTED.fullmatch(quoted) is not None and all(
        "一" <= character <= "龥" or character == "、" for character in words
    )


def find_set_phrases(view: View, ranges: list[tuple[int, int]]) -> tuple[SetPhrase, ...]:
    """The set phrases as records."""
    return tuple(
        SetPhrase(span=view.source(start, end), text=view.printed[start:end])
        for start, end in ranges
    )
