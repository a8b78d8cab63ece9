"""Faults in a figure itself: 1–6, 13, 15, 30 and 35."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from random import Random

from faults.notation import (
    QUALIFIER_BEFORE,
    append,
    figures,
    han_figures,
    narrow,
    numbers,
    replace,
    squeeze,
    value,
)
from faults.records import Faithful, Scope, Variant

_HAN = "零一二三四五六七八九"
_UNIT_SWAPS = {
    "元": ("美元",),
    "个": ("人", "户"),
    "名": ("家", "户"),
    "人": ("户", "次"),
    "家": ("人", "次"),
    "条": ("人", "家"),
    "项": ("家", "人"),
    "次": ("人", "家"),
    "处": ("户", "人"),
    "户": ("人", "次"),
    "所": ("人", "次"),
    "件": ("人", "家"),
    "起": ("人", "家"),
    "份": ("人", "家"),
    "座": ("人", "户"),
    "宗": ("人", "家"),
    "期": ("人", "家"),
    "册": ("人", "家"),
    "场": ("人", "家"),
    "块": ("人", "家"),
    "株": ("亩", "处"),
    "轮": ("年", "人"),
    "支": ("人", "家"),
    "人次": ("户", "家"),
    "平方米": ("平方公里", "亩"),
    "亩": ("公顷", "平方米"),
    "吨": ("公斤", "立方米"),
}
_INVENTED = (
    "涉及资金{n}万元",
    "覆盖{n}个社区",
    "惠及群众{n}人",
    "开展培训{n}场",
    "整改问题{n}个",
    "出动人员{n}人次",
    "满意率达{p}%",
    "完成率达{p}%",
)


def _qualified(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 2) : match.start()]
    return bool(QUALIFIER_BEFORE.search(before) or match["mid"] or match["post"])


def _shuffled(text: str, rng: Random) -> list[re.Match[str]]:
    found = list(figures(text))
    rng.shuffle(found)
    return found


def _set(text: str, match: re.Match[str], new: str) -> Variant:
    changed = replace(text, match.start("number"), match.end("number"), new)
    return changed, f"{match['number']} → {new}"


def _is_new(new: str, match: re.Match[str], scope: Scope) -> bool:
    return not {value(new, match["scale"] or ""), value(new)} & scope.numbers


def altered_value(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """1: one digit of a figure, or a Chinese numeral, becomes another."""
    for match in _shuffled(base.text, rng):
        number = match["number"]
        # The last digits of 300余 may change and the figure still be true.
        places = (
            [0]
            if _qualified(base.text, match)
            else [i for i, c in enumerate(number) if c.isdigit()]
        )
        place = rng.choice(places)
        choices = [d for d in "123456789" if d != number[place]]
        rng.shuffle(choices)
        for digit in choices:
            new = replace(number, place, place + 1, digit)
            if _is_new(new, match, scope):
                yield _set(base.text, match, new)
                break
    for match in han_figures(base.text):
        choices = [c for c in _HAN[2:] if c != match["number"][-1]]
        if match["number"][-1] not in _HAN or match["mid"]:
            continue
        new = match["number"][:-1] + rng.choice(choices)
        if value(new) not in scope.numbers:
            yield _set(base.text, match, new)


def transposed_digits(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """2: two neighbouring digits change places."""
    for match in _shuffled(base.text, rng):
        number = match["number"]
        places = [
            i
            for i in range(len(number) - 1)
            if number[i : i + 2].isdigit()
            and number[i] != number[i + 1]
            and not (i == 0 and number[1] == "0")
        ]
        if not places or match["mid"]:
            continue
        i = rng.choice(places)
        new = number[:i] + number[i + 1] + number[i] + number[i + 2 :]
        if _is_new(new, match, scope):
            yield _set(base.text, match, new)


def rounding(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """3: decimals dropped, or tens rounded, without saying about or over."""
    for match in _shuffled(base.text, rng):
        if _qualified(base.text, match):
            continue
        number = match["number"].replace(",", "")
        whole, _, fraction = number.partition(".")
        if fraction.strip("0"):
            digits = rng.randrange(len(fraction.rstrip("0")))
            new = str(Decimal(number).quantize(Decimal(1).scaleb(-digits)))
        elif len(whole) >= 3 and whole[-1] != "0":
            new = str(int(Decimal(whole).quantize(Decimal(10) ** rng.choice((1, len(whole) - 1)))))
            if "E" in new or value(new) == value(whole):
                new = str(round(int(whole), -1))
        else:
            continue
        if value(new) > 0 and value(new) != value(number) and _is_new(new, match, scope):
            yield _set(base.text, match, new)


def scale(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """4: 亿 for 万, 万 for 亿, or a scale lost or gained."""
    for match in _shuffled(base.text, rng):
        old, unit = match["scale"] or "", match["unit"]
        if unit in ("%", "个百分点", "个月"):
            continue
        new = rng.choice([s for s in ("", "万", "亿") if s != old] if old else ["万"])
        if value(match["number"], new) in scope.numbers - {value(match["number"])}:
            continue
        place = match.end("number")
        text = replace(base.text, place, place + len(old), new)
        yield text, f"{match['number']}{old}{unit} → {match['number']}{new}{unit}"


def unit(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """5: another unit or classifier, for something that the source does not count so."""
    source = squeeze(scope.text)
    for match in _shuffled(base.text, rng):
        if match["unit"] not in _UNIT_SWAPS:
            continue
        new = rng.choice(_UNIT_SWAPS[match["unit"]])
        stem = match["number"].replace(",", "") + (match["scale"] or "") + (match["mid"] or "")
        if stem + new not in source:
            text = replace(base.text, match.start("unit"), match.end("unit"), new)
            yield text, f"{match[0]} → {stem}{new}"


def percentage_points(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """6: % told as 个百分点, or the reverse."""
    source = squeeze(scope.text)
    for match in _shuffled(base.text, rng):
        if match["unit"] not in ("%", "个百分点"):
            continue
        new = "个百分点" if match["unit"] == "%" else "%"
        if match["number"] + new in source:
            continue
        text = replace(base.text, match.start("unit"), match.end("unit"), new)
        yield text, f"{match['unit']} → {new}"


def qualifier(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """13: 余, 以上, 近 and their like lost, added or reversed."""
    for match in _shuffled(base.text, rng):
        text, start, end = base.text, match.start(), match.end()
        if match["unit"] == "个月":
            continue
        if match["post"]:
            for new in ("", "以下"):
                yield replace(text, match.start("post"), end, new), f"{match['post']} → {new}"
        elif match["mid"]:
            yield replace(text, match.start("mid"), match.end("mid"), ""), "余 lost"
            bare = replace(text, match.start("mid"), match.end("mid"), "")
            yield replace(bare, start, start, "不足"), "余 → 不足"
        elif found := QUALIFIER_BEFORE.search(text[max(0, start - 2) : start]):
            at = start - len(found[0])
            yield replace(text, at, start, ""), f"{found[0]} lost"
            if found[0] in ("超过", "突破", "超", "逾"):
                yield replace(text, at, start, "不足"), f"{found[0]} → 不足"
        elif not match["number"].startswith("0") and value(match["number"]) > 9:
            if text[max(0, start - 1) : start] in "第为每前":
                continue
            new = rng.choice(("超过", "不足"))
            reached = re.search("达到?$", text[max(0, start - 2) : start])
            at = start - len(reached[0]) if reached else start
            if f"{new}{match['number']}" not in squeeze(scope.text):
                yield replace(text, at, start, new), f"{new} added"


def foreign_figure(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """15: the figure of another measure, of the same unit, in place of the right one."""
    for match in _shuffled(base.text, rng):
        rest = (match["scale"] or "") + match["unit"]
        numbers_there = [n for n, r in scope.foreign_figures if r == rest]
        rng.shuffle(numbers_there)
        for new in numbers_there:
            if not match["mid"] and _is_new(new, match, scope):
                yield _set(base.text, match, new)
                break


def false_sum(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """30: a total that the parts do not give, or of things that cannot be added."""
    found = [m for m in figures(base.text) if m["unit"] not in ("%", "个百分点", "个月")]
    for first, second in pairwise(found):
        if first["mid"] or second["mid"]:
            continue
        one = value(first["number"], first["scale"] or "")
        two = value(second["number"], second["scale"] or "")
        same = first["unit"] == second["unit"]
        total = one + two
        wrong = total + rng.choice((1, 2, 3, 10)) * (10**4 if total > 10**6 else 1)
        told = wrong if same else total
        if not same and (first["scale"] or second["scale"] or "元" in (first[0] + second[0])):
            continue
        if told in scope.numbers | numbers(base.text) or told in (one, two):
            continue
        shown = format(told.normalize(), "f")
        if told >= 10**4 and (told / 10**4) == (told / 10**4).to_integral_value():
            shown = format((told / 10**4).normalize(), "f") + "万"
        kind = "wrong sum" if same else "unlike things"
        yield append(base.text, f"合计{shown}{first['unit']}"), f"{kind}: {shown}{first['unit']}"


def invented_figure(base: Faithful, scope: Scope, rng: Random) -> Iterator[Variant]:
    """35: a clause with a figure that the source does not have."""
    for template in rng.sample(_INVENTED, k=2):
        count, share = rng.randrange(23, 9800), Decimal(rng.randrange(3010, 9990)) / 100
        clause = template.format(n=count, p=share)
        forbidden = scope.numbers | numbers(narrow(base.text))
        if {Decimal(count), share.normalize()} & forbidden:
            continue
        yield append(base.text, clause), f"added {clause}"
