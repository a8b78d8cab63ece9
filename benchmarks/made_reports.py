"""A corpus of many reports: real sections of the bundled ones under heads of other places and years.

See `many_reports.py`, which writes it and measures runs over it.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REPORTS = sorted((ROOT / "tests" / "data" / "reports").glob("*.txt"))
_SECTION = re.compile(r"\n(?=\s*(?:\*\*)?[一二三四五六七八九十]{1,3}、)")
_FIGURE = re.compile(r"(?<![\d.第〔（(])(\d{2,5})(?=(?:万|亿)?(?:元|人|个|项|户|次|件|家|所))")
_NAMES = "东西南北清安平宁泰和永兴长新"
_LEVELS = "县区市"
_NUMERALS = "一二三四五六七八"
KINDS = {"small": (1, 1, 400, 1000), "mixed": (2, 4, 400, 9000), "large": (4, 4, 4000, 9000)}
"""Least and most sections of a report, and least and most characters of a section."""


def sections(kind: str) -> list[str]:
    """The sections of all bundled reports that are as long as such a report wants them."""
    *_, least, most = KINDS[kind]
    found = []
    for path in REPORTS:
        body = path.read_text(encoding="utf-8").split("\n", 5)[-1]
        found += [part.strip() for part in _SECTION.split(body)[1:] if least < len(part) < most]
    return found


def report(number: int, parts: list[str], kind: str = "mixed") -> str:
    """Report `number`: a place, a year, sections."""
    chance = random.Random(number)
    place, year = number % 60, 2015 + number // 60 % 10
    name = f"{_NAMES[place % 14]}{_NAMES[place // 14 + 5]}{_LEVELS[place % 3]}"
    factor = 0.5 + place / 40 + (year - 2015) / 20
    body = []
    fewest, most, *_ = KINDS[kind]
    for at, part in enumerate(chance.sample(parts, chance.randint(fewest, most))):
        text = re.sub(r"^(?:\*\*)?[一二三四五六七八九十]{1,3}、", f"{_NUMERALS[at]}、", part)
        body.append(_FIGURE.sub(lambda m: str(max(10, round(int(m[1]) * factor))), text))
    head = f"{name}人民政府工作报告（{year}年）"
    # No two are the same text: an answer for one is none for another.
    told = f"{year - 1}年，全{name[-1]}城镇新增就业{round(3000 * factor) + number}人。"
    if kind == "small":
        body[0] += f"\n第{number + 1}号台账已建立。"
    return "\n\n".join([head, told, *body, f"{name}人民政府\n{year}年1月{place % 28 + 1}日"]) + "\n"


def make(folder: Path, count: int, kind: str = "mixed") -> int:
    """Write the corpus; returns its size in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = sections(kind)
    size = 0
    for number in range(count):
        data = report(number, parts, kind).encode()
        (folder / f"report-{number:06d}.txt").write_bytes(data)
        size += len(data)
    return size
