"""Denominators that stand before a figure: 人均, 户均, 每万人, 每亩, 每人每月."""

from __future__ import annotations

from summarizer.anchors import units
from summarizer.anchors.raw import Raw
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind

_BY = lazy(
    rf"(?:平均)?每(?P<each>{units.DENOMINATOR}|公里|万元)|(?<!平)(?P<mean>[人户亩地村校班生师车床店企单场次日月周季台])均(?![可衡匀等分线价])"
    r"|(?P<yearly>年)均"
)
_UNDIVIDED = frozenset(
    (FigureKind.RATIO, FigureKind.PERCENTAGE_POINTS, FigureKind.DURATION, FigureKind.MULTIPLE)
)
_CROWD = 100  # 每百户, 每千人; 每2人 counts pairs


def is_denominator(text: str, raw: Raw) -> bool:
    """Whether a figure is what others are counted by (每10万人), and no figure itself."""
    return text[raw.start - 1 : raw.start] == "每" and raw.value >= _CROWD


def per_of(words: str, kind: FigureKind) -> str | None:
    """The denominator that the words before a figure name; shares and rates have none."""
    if kind in _UNDIVIDED or ("均" not in words and "每" not in words):
        return None
    parts = [match["each"] or match["mean"] or match["yearly"] for match in _BY.finditer(words)]
    return "·".join(dict.fromkeys(parts)) or None
