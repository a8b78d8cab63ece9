"""Letter pairs: the words of a stretch without a dictionary.

Particles, marks and digits break a run, since they say nothing of what is spoken of; the names
that writers interchange (GDP, 地区生产总值) are brought to one form first.
"""

from __future__ import annotations

from functools import lru_cache
from operator import add
from sys import intern

from summarizer import patterns as re
from summarizer.words import worded

_PARTICLES = "的了和与及并在对为等将已也"


def _letters() -> str:
    """The inside of a class of all letters but the particles; a look-ahead each is slower."""
    first, ranges = "\u3400", "A-Za-z"
    for particle in sorted(_PARTICLES):
        ranges += f"{first}-{chr(ord(particle) - 1)}"
        first = chr(ord(particle) + 1)
    return f"{ranges}{first}-\u9fff"


_RUN = re.compile(f"[{_letters()}]+")
_LATIN = re.compile("[A-Z][A-Za-z&]{1,5}")
_SECTOR = re.compile("(?<!第)([一二三])产(?!业)")
_PRODUCT = re.compile("(?:国内|地区)(?=生产总值)")
# Whether something rose or fell is no part of what is spoken of.
_MOVED = worded("changes", "{moved}")
_NAMES = {
    "GDP": "生产总值", "CPI": "居民消费价格", "PPI": "工业生产者出厂价格", "R&D": "研发",
}  # fmt: skip


def _named(match: re.Match[str]) -> str:
    return _NAMES.get(match[0], match[0])


@lru_cache(maxsize=8192)
def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring letters of a text; a letter that stands alone for itself."""
    if "GDP" in text or "PI" in text or "R&D" in text:
        text = _LATIN.sub(_named, text)
    if "产" in text:
        text = _PRODUCT.sub("", text)
        text = _SECTOR.sub(r"第\1产业", text)
    text = _MOVED.sub("升降", text)
    found: set[str] = set()
    for run in _RUN.findall(text):
        if len(run) == 1:
            found.add(run)
        else:
            # A report says few different pairs, each of them many times: one object for each.
            found.update(map(intern, map(add, run, run[1:])))
    return frozenset(found)


@lru_cache(maxsize=2048)
def pairs_of_both(lead: str, head: str) -> frozenset[str]:
    """The pairs of two stretches that do not touch; either may be empty."""
    return pairs(lead) | pairs(head) if lead else pairs(head)
