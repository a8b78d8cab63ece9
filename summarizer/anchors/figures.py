"""Figures: a numeral, its scale, unit and qualifiers, from a view position.

`match_figure` reads the figure that begins at a numeral. What it reads is literal; whether a
figure is firm (`loose`) is decided in `loose.py`, what it is bound to in `binding.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from summarizer import patterns as re
from summarizer.anchors import numerals, shares, units, vague
from summarizer.anchors.dates import DASH
from summarizer.anchors.raw import SUFFIX, Raw, bounded, qualified
from summarizer.models.values import is_sane
from summarizer.patterns import lazy
from summarizer.vocabulary import Bound, FigureKind

_HEAD = rf"(?P<more>余|多)?(?P<scale>{numerals.MULTIPLIER}{{1,2}})?(?P<mid>余|多)?"
_TAIL = re.compile(
    rf"{_HEAD}(?P<unit>{units.COMMON}|(?P<only>{units.ARABIC_ONLY})){units.RATE}"
    rf"(?P<post>余|多(?!元)|半)?{SUFFIX}"
)
_HUNDRED_MILLIONS = re.compile(
    rf"个(?:(?P<post>多)亿(?P<unit>{units.COMMON})?|亿(?=[,，。;；、)）的]|$)){SUFFIX}"
)
_SPLIT_UNIT = re.compile(rf"个(?P<post>多|半)(?P<unit>月|小时|星期)(?!度){SUFFIX}")
_BARE_TAIL = re.compile(rf"{_HEAD}{SUFFIX}(?:(?![0-9A-Za-z.+:×*/])|(?=[0-9]{{1,3}}周?岁))")
_NOUN_TAIL = re.compile(
    rf"大(?P<unit>[项块条](?![目行件])|类(?![别型])|(?:(?![的会以来报精])[一-龥]){{0,6}}?(?:{units.NOUNS})(?:{units.NOUNS})*)"
)
_TO = rf"(?:{DASH}|至|到)"
_BEFORE_HIGH = re.compile(_TO)
_HIGH = re.compile(rf"{_TO}(?P<high>{numerals.TOKEN.pattern})")
_UNCOUNTED_PREFIX = lazy(
    "(?:(?<![迈跨登踏站冲走])上|(?<![超通经])过|(?<![一-龥])成|(?<![最附临靠亲新就邻])近|"
    "(?<![节制大合预契公])约|超|逾|超过|(?P<broken>(?:突破|跨过|越过)了?))$"
)
# 2小时30分: one span of time in its smaller unit.
_HOURS = re.compile("(?P<hours>[0-9]{1,3})(?:个)?小时(?P<minutes>[0-9]{1,2})分钟?(?![之0-9])")
_SEVERAL = frozenset("数几")
_CENTS = {"分": Decimal("0.01"), "毛": Decimal("0.1"), "角": Decimal("0.1")}
_BEFORE_DASH = lazy("[0-9A-Za-z%‰℃]")
_NEGATIVE = re.compile("(?:[-−－]|(?P<cold>零下))$")
_SIGN_ENDS = frozenset("-−－下\n")
_SIGNED_AFTER = lazy("(?:[长为是达增差额润余盈损入益率到至])[-−－]$")
_MULTIPLIED = re.compile("(?P<n>[0-9]{1,2})[×xX*](?=[0-9])")
_HELD = re.compile(
    "(?:办|连续|举行|开展|召开|承办|参加|历)[了过]?$|[0-9一二三四五六七八九两]届[^,，。;；]{1,10}[、和]$"
)


def _great(text: str, start: int) -> Raw | None:
    """六大领域, 六大特色产业园, 6大类: the noun is the unit."""
    token = numerals.TOKEN.match(text, start)
    if token is None or not text.startswith("大", token.end()):
        return None
    tail = _NOUN_TAIL.match(text, token.end())
    numeral = numerals.parse(token.group()) if tail is not None else None
    if tail is None or numeral is None:
        return None
    return Raw(start, tail.end(), start, numeral.value, tail["unit"], FigureKind.COUNT)


def _plain(text: str, start: int) -> Raw | None:
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
    tail = _tail(text, token.end(), arabic=token.group()[0].isascii())
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
    ):
        return None
    if tail["post"] == "半":
        raw = raw._replace(value=raw.value + Decimal("0.5"))
    elif tail["post"] and raw.kind is FigureKind.COUNT:
        # 2省多分配: after a classifier 多 belongs to the verb.
        return _checked(text, token.group(), raw._replace(end=tail.start("post")))
    return _checked(text, token.group(), qualified(text, raw, tail))


def _tail(text: str, position: int, *, arabic: bool) -> re.Match[str] | None:
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
    per = per.replace("每", "·").replace("/", "·").replace("•", "·")
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
    tail = _BARE_TAIL.match(text, token.end())
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


def _vague(text: str, start: int) -> Raw | None:
    """数千万元, 几十人, 十几亿: an amount that is known to its order only."""
    found = vague.several(text, start)
    if found is None:
        return None
    tail = _tail(text, found.end, arabic=False)
    if tail is None or tail["scale"]:
        tail = _BARE_TAIL.match(text, found.end) if text[found.end - 1] in "万亿" else None
    if tail is None:
        return None
    unit = units.canonical(tail.groupdict().get("unit") or "")
    raw = Raw(
        found.start, tail.end(), found.start, found.value, unit, units.kind_of(unit), found.high
    )
    raw = qualified(text, raw, tail)
    return raw._replace(qualifier=(raw.qualifier or "") + found.word, bound=Bound.ABOUT)


def _hundred_millions(text: str, start: int) -> Raw | None:
    """1个多亿元, 3个亿."""
    token = numerals.TOKEN.match(text, start)
    match = _HUNDRED_MILLIONS.match(text, token.end()) if token is not None else None
    numeral = numerals.parse(token.group()) if token is not None and match is not None else None
    if match is None or numeral is None:
        return None
    unit = units.canonical(match["unit"] or "")
    value = numeral.value * 10**8
    return qualified(text, Raw(start, match.end(), start, value, unit, units.kind_of(unit)), match)


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
    token = text[start:end]
    if numeral is None or token[0].isascii() != match["high"][0].isascii():
        return None
    tail = _tail(text, match.end(), arabic=match["high"][0].isascii())
    if tail is None:
        return None
    unit = units.canonical(tail["unit"])
    if printed and units.canonical(printed) != unit:
        return None
    factor = numerals.scale_of(tail["scale"] or "")
    high = numeral.value * factor
    shared = numerals.scale_of("".join(c for c in match["high"] if c in "万亿")) * factor
    value = low.value
    if shared > 1 and not printed and token[-1] not in "万亿" and value * shared < high:
        value *= shared
    if value >= high:
        return None
    raw = Raw(start, tail.end(), start, value, unit, units.kind_of(unit), high)
    return qualified(text, _rated(raw, tail), tail)


def _hours(text: str, start: int) -> Raw | None:
    """2小时30分."""
    match = _HOURS.match(text, start)
    if match is None:
        return None
    value = Decimal(match["hours"]) * 60 + Decimal(match["minutes"])
    return qualified(
        text, Raw(start, match.end(), start, value, "分钟", FigureKind.DURATION), match
    )


def _multiplied(text: str, start: int) -> Raw | None:
    """2×35万千瓦: that many machines of a size make one quantity."""
    match = _MULTIPLIED.match(text, start)
    raw = _plain(text, match.end()) if match is not None else None
    if match is None or raw is None or raw.kind is not FigureKind.PHYSICAL or raw.high:
        return None
    return raw._replace(start=start, number=start, value=raw.value * int(match["n"]))


_Rule = Callable[[str, int], Raw | None]
# By the first character, and by what follows an Arabic numeral: the rules before `_plain`.
_CHINESE_RULES: dict[str, tuple[_Rule, ...]] = {
    "半": (shares.half,),
    "一": (shares.half, shares.per, shares.tenths, shares.discount, _great, _hundred_millions),
    "翻": (shares.doubling,),
}
_OTHER_RULES: tuple[_Rule, ...] = (
    shares.per, shares.tenths, shares.discount, _great, _hundred_millions,
)  # fmt: skip
_ARABIC_RULES: dict[str, tuple[_Rule, ...]] = {
    "∶": (shares.proportion,), ":": (shares.proportion,), "比": (shares.proportion,),
    "/": (shares.fraction,), "成": (shares.tenths,), "大": (_great,),
    "个": (_hundred_millions,), "小": (_hours,),
    "×": (_multiplied,), "x": (_multiplied,), "X": (_multiplied,), "*": (_multiplied,),
}  # fmt: skip
_ENDING_RULES: tuple[_Rule, ...] = (_plain, shares.index)


def match_figure(text: str, start: int) -> Raw | None:
    """The figure whose numeral begins at `start`, by the first rule that fits."""
    for rule in _rules(text, start):
        raw = rule(text, start)
        if raw is not None:
            return _signed(text, bounded(text, raw)) if _is_quantity(raw) else None
    return None


def _is_quantity(raw: Raw) -> bool:
    return is_sane(raw.value) and (raw.high is None or is_sane(raw.high))


def _rules(text: str, start: int) -> tuple[_Rule, ...]:
    char = text[start]
    if char.isascii():
        token = numerals.TOKEN.match(text, start)
        following = text[token.end() : token.end() + 1] if token is not None else ""
        own = _ARABIC_RULES.get(following)
        return own + _ENDING_RULES if own is not None else _ENDING_RULES
    rules = _CHINESE_RULES.get(char, _OTHER_RULES)
    if text[start - 1 : start] in _SEVERAL or "几" in text[start : start + 3]:
        rules += (_vague,)
    return (*rules, _plain)


def _signed(text: str, raw: Raw) -> Raw:
    """The figure with its minus sign: one that joins nothing (净利润-3.5亿元), or 零下."""
    if raw.start != raw.number or text[raw.start - 1 : raw.start] not in _SIGN_ENDS:
        return raw
    sign = _NEGATIVE.search(text, max(0, raw.start - 2), raw.start)
    if sign is None:
        return raw
    if sign["cold"]:
        cold = raw.unit in ("度", "摄氏度", "℃")
        return raw._replace(start=sign.start(), value=-raw.value) if cold else raw
    if raw.unit in ("%", "‰", units.POINTS, "摄氏度", "℃"):
        if _BEFORE_DASH.match(text, max(0, raw.start - 2)):
            return raw
    elif not _SIGNED_AFTER.search(text, max(0, raw.start - 2), raw.start):
        return raw
    return raw._replace(start=raw.start - 1, value=-raw.value)
