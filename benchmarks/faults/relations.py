"""Faults in what a figure is bound to: 7–12 and 14."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from faults.notation import figures, han_figures, masked, narrow, replace, squeeze
from faults.records import Faithful, Scope, Variant

_OPPOSITES = {
    "增长": ("下降", "减少"),
    "下降": ("增长", "上升"),
    "提升": ("下降", "降低"),
    "提高": ("下降", "降低"),
    "上升": ("下降",),
    "增加": ("减少",),
    "减少": ("增加",),
    "降低": ("提高",),
}
_DIRECTION = re.compile(
    rf"({'|'.join(_OPPOSITES)})(?=[了到至]?-?[0-9.]+[%个]|[了到至]?百分之|趋势)"
    r"|(?<=有所)(增加|减少)"
)
_CHANGE = re.compile(
    r"(?P<verb>增长|下降|提升|提高|上升|增加|减少|降低)(?P<mark>到|至|了)?(?=-?[0-9.]+(?:%|个百分点))"
    r"|(?P<reached>达到|达|为)(?=[0-9.]+%)"
)
_DATE = re.compile(
    r"(?:(?P<year>20[0-9]{2})年)?(?P<month>1?[0-9])月(?P<day>[1-3]?[0-9])日"
    r"|(?P<only_year>20[0-9]{2})年(?P<only_month>1?[0-9])月(?![0-9份—\-至~])"
)
_MONTHS = re.compile(r"(?<![0-9])(?P<first>1?[0-9])月?(?P<dash>[—－\-~至])(?P<last>1?[0-9])(?=月)")
_DAYS = re.compile(r"至(?:20[0-9]{2}年)?(?P<month>1?[0-9])月(?P<day>[1-3]?[0-9])日")
_PERIOD = re.compile(
    r"(?<![0-9])20[0-9]{2}年(?:上半年|底|以来|1?[0-9]?[—－\-~至]?1?[0-9]月份?)?(?![0-9年度月招剩第])"
    r"|今年以来|去年|上半年|(?:截至)?目前|(?<![0-9])1?[0-9][—－\-~至]1?[0-9]月份?(?![0-9])"
    r"|(?<![0-9—－\-~至])1?[0-9]月份"
)
_OTHER_PERIODS = {
    "今年以来": ("去年以来", "近三年来"),
    "去年": ("今年", "2017年"),
    "上半年": ("一季度", "全年"),
    "目前": ("去年底", "巡视前"),
    "截至目前": ("截至去年底", "截至2018年底"),
}


def _variants(
    text: str, found: Sequence[re.Match[str]], group: str | int, options: dict[str, tuple[str, ...]]
) -> Iterator[Variant]:
    for match in found:
        old = match[group]
        for new in options.get(old, ()):
            yield replace(text, match.start(group), match.end(group), new), f"{old} → {new}"


def direction(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """7: 增长 told as 下降, and the reverse."""
    for match in _DIRECTION.finditer(masked(narrow(base.text))):
        group = 1 if match[1] else 2
        options = list(_OPPOSITES[match[group]])
        rng.shuffle(options)
        yield from _variants(base.text, [match], group, {match[group]: tuple(options)})


def comparator(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """8: 同比 told as 环比, or against another base."""
    found = list(re.finditer("同比", base.text))
    options = ["环比", "较上月", "较巡视前"]
    rng.shuffle(options)
    yield from _variants(base.text, found, 0, {"同比": tuple(options)})


def change(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """9: 提高到 told as 提高了, 下降 as 下降到, a level reached as a growth."""
    text = base.text
    for match in _CHANGE.finditer(masked(narrow(text))):
        if match["reached"]:
            before = text[max(0, match.start() - 2) : match.start()]
            if re.search(r"[率度比]均?$", before):
                new = rng.choice(("提高了", "增长"))
                yield replace(text, match.start(), match.end(), new), f"{match[0]} → {new}"
            continue
        mark = match["mark"] or ""
        new = match["verb"] + ("了" if mark in ("到", "至") else "到")
        yield replace(text, match.start(), match.end(), new), f"{match[0]} → {new}"


def date(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """10: another day, month or year."""
    source = squeeze(scope.text)
    plain = masked(narrow(base.text))
    for match in _DATE.finditer(plain):
        if plain[max(0, match.start() - 1) : match.start()] == "至" or plain[match.end() :][:1] in (
            "至",
            "—",
        ):
            continue
        options: list[tuple[str, str]] = []
        if match["day"]:
            day, month = int(match["day"]), int(match["month"])
            options.append(("day", str(day - rng.choice((1, 2, 3)) if day > 5 else day + 3)))
            options.append(("month", str(month % 12 + 1)))
        if match["only_month"]:
            options.append(("only_month", str(int(match["only_month"]) % 12 + 1)))
        for group in ("year", "only_year"):
            if match[group]:
                options.append((group, str(int(match[group]) - 1)))
        rng.shuffle(options)
        for group, new in options:
            text = replace(base.text, match.start(group), match.end(group), new)
            told = narrow(text)[match.start() : match.end() + len(new) - len(match[group])]
            if told not in source:
                yield text, f"{match[0]} → {told}"


def range_endpoint(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """11: a range that starts or ends elsewhere."""
    plain = masked(narrow(base.text))
    for match in _MONTHS.finditer(plain):
        last, first = int(match["last"]), int(match["first"])
        options = [("last", last + 1), ("last", last - 1), ("first", first + 1)]
        rng.shuffle(options)
        for group, new in options:
            text = replace(base.text, match.start(group), match.end(group), str(new))
            yield text, f"{match[0]}月: {group} → {new}"
    for match in _DAYS.finditer(plain):
        for group, new in (
            ("day", (int(match["day"]) + 4) % 28 + 1),
            ("month", int(match["month"]) % 12 + 1),
        ):
            text = replace(base.text, match.start(group), match.end(group), str(new))
            yield text, f"{match[0]}: {group} → {new}"
    for match in re.finditer("上半年", plain):
        yield replace(base.text, match.start(), match.end(), "1—5月"), "上半年 → 1—5月"


def _others(period: str, there: Sequence[str], rng: Random) -> list[str]:
    if period in _OTHER_PERIODS:
        return list(_OTHER_PERIODS[period])
    if period.startswith("20"):
        year, rest = int(period[:4]), period[4:]
        options = [f"{year - 1}{rest}", f"{year - 2}{rest}"]
        options = [p for p in there if p.startswith("20") and p != period] + options
        return [o for o in options if o != period]
    return [f"2018年{period}", f"去年{period}"]


def period(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """12: the figure of one period told of another."""
    plain = masked(narrow(base.text))
    found = list(_PERIOD.finditer(plain))
    there = [m[0] for m in found]
    for match in found:
        sentence = re.split("[。；;]", plain[match.end() :])[0]
        following = next(iter(figures(sentence)), None)
        if following is None or _PERIOD.search(sentence[: following.start()]):
            continue
        if match[0].endswith(("月", "月份")) and plain[max(0, match.start() - 1)] == "年":
            continue
        options = _others(match[0], there, rng)
        rng.shuffle(options)
        for new in options[:2]:
            text = replace(base.text, match.start(), match.end(), new)
            yield text, f"{match[0]} → {new} before {following[0]}"


def swapped_pair(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """14: two figures of the same unit change places, each with the other's label."""
    source = squeeze(scope.text)
    text = base.text
    for found in (list(figures(text)), list(han_figures(text))):
        pairs = [(a, b) for i, a in enumerate(found) for b in found[i + 1 : i + 3]]
        rng.shuffle(pairs)
        for a, b in pairs:
            same = a["unit"] == b["unit"] and a["mid"] == b["mid"]
            if (
                not same
                or a["number"] == b["number"]
                or re.search("[。]", text[a.end() : b.start()])
            ):
                continue
            if "scale" in a.groupdict() and (a["scale"], a["post"]) != (b["scale"], b["post"]):
                continue
            swapped = replace(text, b.start("number"), b.end("number"), a["number"])
            swapped = replace(swapped, a.start("number"), a.end("number"), b["number"])
            context = squeeze(swapped[max(0, a.start() - 5) : a.start()]) + b["number"] + a["unit"]
            if context not in source:
                yield swapped, f"{a[0]} ↔ {b[0]}"
