"""What an audit finds: the words of `lexicons/wrongs.toml`, for both digest and extracts."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.resources import text as resource

_AUDIT = re.compile(r"审计(?:工作|结果|查出|发现|调查|情况|整改|问题|的)*(?:报告|公告|公示|通报)")


class Cue(NamedTuple):
    """A cue of `lexicons/wrongs.toml`."""

    name: str
    pattern: str
    example: str


@cache
def cues() -> tuple[Cue, ...]:
    """The cues as stored, in their order."""
    rows = tomllib.loads(resource("lexicons", "wrongs.toml"))["cue"]
    return tuple(Cue(row["name"], row["pattern"], row["example"]) for row in rows)


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{cue.pattern})" for cue in cues()))


def is_audit(title: str | None) -> bool:
    """Whether a title is that of a report on an audit: 关于2024年度…的审计工作报告."""
    return title is not None and _AUDIT.search(title) is not None


def tells_wrong(text: str) -> bool:
    """Whether a clause of such a report tells of something that was found to be wrong."""
    return wrong_at(text) is not None


def wrong_at(text: str) -> int | None:
    """Where the words begin by which a clause tells of that; None where it has none."""
    found = _any().search(text)
    return None if found is None else found.start()
