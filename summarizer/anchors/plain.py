"""A numeral with its scale, unit and denominator, as most figures are printed; a range of two.

GB/T 15835-2011, 5.1: grouped thousands, 100～150, the unit or scale told once for both.

`plain` reads the figure at a numeral, `tail_of` what may follow one. The forms that have marks of
their own are in `figures.py` and `shares.py`.
"""

from __future__ import annotations

from decimal import Decimal

from summarizer import patterns as re
from summarizer.anchors import numerals, units, vague
from summarizer.anchors.points import TO
from summarizer.anchors.raw import SUFFIX, Raw, qualified
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind

_HEAD = rf"(?P<more>余|多)?(?P<scale>{numerals.MULTIPLIER}{{1,2}})?(?P<mid>余|多)?"
_TAIL = re.compile(
    rf"{_HEAD}(?P<unit>{units.COMMON}|(?P<only>{units.ARABIC_ONLY})){units.RATE}"
    # 比收入16720元多6547元: the 多 before a number compares.
    rf"(?P<post>余|多(?!元|出?(?:[约近])?[0-9一二两三四五六七八九十])|半)?{SUFFIX}"
)
_SPLIT_UNIT = re.compile(rf"个(?P<post>多|半)(?P<unit>月|小时|星期)(?!度){SUFFIX}")
BARE_TAIL = re.compile(rf"{_HEAD}{SUFFIX}(?:(?![0-9A-Za-z.+:×*/])|(?=[0-9]{{1,3}}周?岁))")
_BEFORE_HIGH = re.compile(TO)
# 提升30元至700元: by so much, up to a level. The ends of a range after such a word are of one
# size: 增加10元至15元.
_MOVED = re.compile(
    "(?:增[加长]?|[提上调]高|[提上]升|上[调涨]|涨|升|下[降调]|降低?|减少?|扩大|缩小)了?$"
)
_MOVED_REACH = 4  # letters of the longest of those words
_APART = 3  # times the low end: no increase is told with such slack, no level is so small
_HIGH = re.compile(rf"{TO}(?P<high>{numerals.TOKEN.pattern})")
_UNCOUNTED_PREFIX = lazy(
    "(?:(?<![迈跨登踏站冲走])上|(?<![超通经])过|(?<![一-龥])成|(?<![最附临靠亲新就邻])近|"
    "(?<![节制大合预契公签])约|超|逾|超过|(?P<broken>(?:突破|跨过|越过)了?))$"
)
_CENTS = {"分": Decimal("0.01"), "毛": Decimal("0.1"), "角": Decimal("0.1")}
_HELD = re.compile(
    "(?:办|连续|举行|开展|召开|承办|参加|历)[了过]?$|[0-9一二三四五六七八九两]届[^,，。;；]{1,10}[、和]$"
)


def plain(text: str, start: int) -> Raw | None:
    """A numeral with a unit, or with 万/亿 and none; a range of two."""
    token = numerals.TOKEN.match(text, start)
    if token is None:
        return None
    numeral = numerals.parse(token.group())
    if numeral is None:
        return None
    ranged = _range(text, start, token.end(), numeral)
    if ranged is not None:
        return ranged
    tail = tail_of(text, token.end(), arabic=token.group()[0].isascii())
    split = _SPLIT_UNIT.match(text, token.end()) if text.startswith("个", token.end()) else None
    if split is not None:
        value = numeral.value + (Decimal("0.5") if split["post"] == "半" else 0)
        unit = "个" + split["unit"]
        raw = Raw(start, split.end(), start, value, unit, FigureKind.DURATION)
        return _checked(text, token.group(), qualified(text, raw, split))
    if tail is None:
        return _bare(text, token, numeral)
    unit = units.canonical(tail["unit"])
    if "点" in token.group() and units.kind_of(unit) is FigureKind.COUNT and numeral.value < 10**4:
        return None  # 四点一条线
    if unit == "届" and not _HELD.search(text, max(0, start - 14), start):
        return None
    numeral = _scaled(token.group(), tail["scale"], numeral)
    raw = Raw(start, tail.end(), start, numeral.value, unit, units.kind_of(unit), numeral.high)
    raw = _rated(raw, tail)
    if token.group()[0] in "零〇" and raw.value == 0:
        return None  # 零件, 零次
    if token.group() == "半" and raw.kind not in (
        FigureKind.DURATION,
        FigureKind.PERCENTAGE_POINTS,
        FigureKind.PHYSICAL,
    ):
        return None
    if tail["post"] == "半":
        raw = raw._replace(value=raw.value + Decimal("0.5"))
    elif tail["post"] and raw.kind is FigureKind.COUNT:
        # 2省多分配: after a classifier 多 belongs to the verb.
        return _checked(text, token.group(), raw._replace(end=tail.start("post")))
    return _checked(text, token.group(), qualified(text, raw, tail))


def tail_of(text: str, position: int, *, arabic: bool) -> re.Match[str] | None:
    """What follows a numeral; a Chinese one takes no rate and fewer classifiers."""
    tail = _TAIL.match(text, position)
    if tail is None or arabic:
        return tail
    if tail["only"]:
        return None
    return _TAIL.match(text, position, tail.start("per") - 1) if tail["per"] else tail


def _rated(raw: Raw, tail: re.Match[str]) -> Raw:
    """The figure with its denominator; concentrations (微克/立方米) are units of their own."""
    per = tail["per"]
    if not per:
        return raw
    parts = per.replace("每", "·").replace("/", "·").replace("•", "·").split("·")
    per = "·".join(map(units.canonical, parts))
    whole = f"{raw.unit}/{per}"
    if whole in units.PHYSICAL:
        return raw._replace(unit=whole, kind=FigureKind.PHYSICAL)
    if raw.unit in _CENTS:
        return raw._replace(
            value=raw.value * _CENTS[raw.unit], unit="元", kind=FigureKind.MONEY, per=per
        )
    return raw._replace(per=per)


def _is_unit(text: str, start: int, end: int) -> bool:
    """Whether the text between two numerals is a unit or nothing at all."""
    if start == end:
        return True
    tail = _TAIL.fullmatch(text, start, end)
    return tail is not None and tail.span("unit") == (start, end)


def _scaled(token: str, scale: str | None, numeral: numerals.Numeral) -> numerals.Numeral:
    """The numeral with the multiplier after its 余 or 多: 1亿3千多万 is about 1亿3千万."""
    return (numerals.parse(token + scale) or numeral) if scale else numeral


def _bare(text: str, token: re.Match[str], numeral: numerals.Numeral) -> Raw | None:
    tail = BARE_TAIL.match(text, token.end())
    if tail is None:
        return None
    printed = token.group()
    if (printed + (tail["scale"] or ""))[-1] not in "万亿":
        return None
    if printed[0] in "半百千":
        return None
    numeral = _scaled(token.group(), tail["scale"], numeral)
    start, end = token.start(), tail.end()
    raw = Raw(start, end, start, numeral.value, "", FigureKind.COUNT, numeral.high)
    return _checked(text, printed, qualified(text, raw, tail))


def _checked(text: str, token: str, raw: Raw) -> Raw | None:
    """Drops 百名, 千家, 万元 …, where the multiplier counts nothing (but 近百名, 百余名)."""
    if not vague.is_uncounted(token) or token[0] == "十":
        return raw
    if raw.qualifier and any(char in raw.qualifier for char in "余多"):
        return raw
    before = _UNCOUNTED_PREFIX.search(text, max(0, raw.number - 4), raw.number)
    if before is None:
        return None
    if before["broken"]:
        return raw
    return raw._replace(start=before.start(), qualifier=before.group(), leads=True)


def _range(text: str, start: int, end: int, low: numerals.Numeral) -> Raw | None:
    """15—30%, 10至20个, 2—3万元, 5%到8%; after 从/由 the two ends are two figures."""
    if low.high is not None or text[start - 1 : start] in ("从", "由", "自"):
        return None
    joint = _BEFORE_HIGH.search(text, end, end + units.LONGEST + 1)
    match = _HIGH.match(text, joint.start()) if joint is not None else None
    if match is None or not _is_unit(text, end, match.start()):
        return None
    printed = text[end : match.start()]
    numeral = numerals.parse(match["high"])
    first = text[start:end]
    mixed = first[0].isascii() != match["high"][0].isascii() and first != "半"
    if numeral is None or mixed:
        return None
    tail = tail_of(text, match.end(), arabic=match["high"][0].isascii())
    if tail is None:
        return None
    unit = units.canonical(tail["unit"])
    if printed and units.canonical(printed) != unit:
        return None
    factor = numerals.scale_of(tail["scale"] or "")
    high = numeral.value * factor
    shared = numerals.scale_of("".join(c for c in match["high"] if c in "万亿")) * factor
    value = low.value
    if shared > 1 and not printed and first[-1] not in "万亿" and value * shared < high:
        value *= shared
    if value >= high:
        return None
    moved = _MOVED.search(text, max(0, start - _MOVED_REACH), start) if printed else None
    if moved is not None and value * _APART < high:
        return None
    raw = Raw(start, tail.end(), start, value, unit, units.kind_of(unit), high)
    return qualified(text, _rated(raw, tail), tail)
