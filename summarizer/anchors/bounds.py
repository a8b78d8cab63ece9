"""Bounds: what the words around a figure say of the true value.

The polarity decides, not the word: 不得超过5%, 至多5% and 5%以内 are `<=`; 不少于3处, 至少3处 and
3处以上 are `>=`; 超3处 is `>`, 不足3处 `<`; 近, 约 and 左右 are `~`. 余 and 多 tell that there is
more than the number printed: `>`.
"""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.vocabulary import Bound

_NOT = "不得|不能|不可|不应|不宜|不准|不许|不会|不再|不允许|未曾|并未|尚未|未能|没能|没有|没|未|不"
_OVER = "超过|超出|高于|多于|大于|长于|超|逾"
_UNDER = "低于|少于|小于|短于|下于"
_PLAIN: dict[str, Bound] = {
    "不足": Bound.LESS, "不到": Bound.LESS, "不满": Bound.LESS, "未满": Bound.LESS,
    "未达": Bound.LESS, "未达到": Bound.LESS, "不下": Bound.AT_LEAST, "不止": Bound.MORE,
    "至少": Bound.AT_LEAST, "最少": Bound.AT_LEAST, "至多": Bound.AT_MOST, "最多": Bound.AT_MOST,
    "将近": Bound.ABOUT, "接近": Bound.ABOUT, "大约": Bound.ABOUT, "近": Bound.ABOUT,
    "约": Bound.ABOUT, "大概": Bound.ABOUT, "大致": Bound.ABOUT,
    "≥": Bound.AT_LEAST, "≧": Bound.AT_LEAST, "≤": Bound.AT_MOST, "≦": Bound.AT_MOST,
}  # fmt: skip
# 约有30人, 至少占一半, 大约从三成起步: a verb or 从 between such an adverb and the number.
_ADVERBS = ("大约", "大概", "大致", "约", "将近", "至少", "最少", "至多", "最多")
_PLAIN |= {adverb + verb: _PLAIN[adverb] for adverb in _ADVERBS for verb in "为有占达需计在从自由"}
_AFTER: dict[str, Bound] = {
    "以上": Bound.AT_LEAST, "及以上": Bound.AT_LEAST, "或以上": Bound.AT_LEAST,
    "和以上": Bound.AT_LEAST, "以下": Bound.AT_MOST, "及以下": Bound.AT_MOST,
    "或以下": Bound.AT_MOST, "和以下": Bound.AT_MOST, "以内": Bound.AT_MOST,
    "之内": Bound.AT_MOST, "左右": Bound.ABOUT, "上下": Bound.ABOUT, "余": Bound.MORE,
    "多": Bound.MORE, "开外": Bound.MORE, "出头": Bound.MORE,
    "几": Bound.ABOUT, "数": Bound.ABOUT, "来": Bound.ABOUT,
    # before a multiplier that counts nothing itself: 上百家, 过亿元, 成千
    "上": Bound.AT_LEAST, "过": Bound.MORE, "成": Bound.ABOUT,
}  # fmt: skip
_LONGEST_FIRST = "|".join(sorted(_PLAIN, key=len, reverse=True))
# A word that ends another is no qualifier: 节约, 附近, 赶超.
PREFIX = re.compile(
    r"(?<![节制大合预契公誓特解条签违履邀](?=约))(?<![最附临靠亲新就邻](?=近))(?<![赶反高](?=超))"
    rf"(?<![最提增升](?=高于))(?P<word>(?P<not>{_NOT})?(?:(?P<over>{_OVER})|(?P<under>{_UNDER}))"
    rf"|{_LONGEST_FIRST})$"
)
PREFIX_REACH = 6
"""No qualifier before a figure has more characters."""
PREFIX_ENDS = frozenset(word[-1] for word in (*_PLAIN, *_OVER.split("|"), *_UNDER.split("|")))
"""The last characters of the qualifiers before a figure."""
_FLIPPED = {Bound.MORE: Bound.AT_MOST, Bound.LESS: Bound.AT_LEAST}
_INNER = re.compile(
    rf"^(?P<not>{_NOT})?(?:(?P<over>{_OVER})|(?P<under>{_UNDER}))|^(?P<plain>{_LONGEST_FIRST})"
)
_AFTER_WORD = re.compile("|".join(sorted(_AFTER, key=len, reverse=True)))
# 24小时内, 5%内; not 3个内设机构
_WITHIN = re.compile("之?内(?![部外容地在涵设生陆河蒙资需控业勤存科饰环])")
_BROKEN = re.compile(
    rf"(?P<not>{_NOT})?(?:(?P<over>突破|跨过|迈过|越过|跨越|冲破|[站迈跨登冲跃踏]上|站稳|迈入)|(?P<under>跌破))了?$"
)
_BROKEN_ENDS = frozenset("破过越上稳入了\n")
# 站上2000亿元台阶, 迈入百亿元大关: a mark is what one has come to stand above
_MARK = re.compile("的?新?(?:台阶|大关|关口|门槛)")
# 最多只能有3个, 至少要留足2.5米, 最多存6年: words between such an adverb and the number
_APART = re.compile(
    "(?:(?P<least>至少|最少|起码)|至多|最多|最长|最高(?=[罚奖补处给可能]))"
    "[要需得须应只可能够以会允许应当必]*[一-龥]{0,2}(?<![的是为由每数])$"
)
_APART_REACH = 10
_SHORT_OF = re.compile("[未没不离距差冲逼接近][^,，。;；、]{0,4}$")


# 按5%封顶, 系数封顶0.5%; 封顶12栋 tells of buildings
_CAPPED = re.compile("(?<=[%％元])封顶")
_CAPS = re.compile("封顶为?[\\d.]+[万亿]*[%％元]$")


def of(qualifier: str) -> Bound:
    """The bound that a qualifier as printed comes to (words before and behind the figure)."""
    before = _INNER.match(qualifier)
    if before is not None:
        if before["plain"]:
            return _PLAIN[before["plain"]]
        bound = Bound.MORE if before["over"] else Bound.LESS
        return _FLIPPED[bound] if before["not"] else bound
    after = _AFTER_WORD.search(qualifier)
    return _AFTER[after.group()] if after is not None else Bound.EQUAL


def passed(text: str, start: int) -> Bound | None:
    """The bound that 突破, 站上 or 跌破 right before a figure tells; None without such a word."""
    if text[start - 1 : start] not in _BROKEN_ENDS:
        return None
    broken = _BROKEN.search(text, max(0, start - PREFIX_REACH), start)
    if broken is None:
        return None
    bound = Bound.MORE if broken["over"] else Bound.LESS
    return _FLIPPED[bound] if broken["not"] else bound


def beside(text: str, start: int, end: int) -> Bound:
    """The bound that 内 or 大关 behind the figure at `[start, end)` tells, or 突破 before it."""
    if _MARK.match(text, end) and _SHORT_OF.search(text, max(0, start - 6), start) is None:
        return Bound.MORE
    if text.startswith(("内", "之内"), end) and _WITHIN.match(text, end):
        return Bound.AT_MOST
    if _CAPPED.match(text, end) or _CAPS.search(text, max(0, start - 3), end):
        return Bound.AT_MOST
    broken = passed(text, start)
    if broken is not None:
        return broken
    apart = _APART.search(text, max(0, start - _APART_REACH), start)
    if apart is not None:
        return Bound.AT_LEAST if apart["least"] else Bound.AT_MOST
    return Bound.EQUAL
