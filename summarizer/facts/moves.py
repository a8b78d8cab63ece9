"""Verbs that go opposite ways beside the same object: 增产 and 减产, 新开 and 关闭."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.words import worded

_REACH = 14  # the verb of a change and its 了, 到, 至: one clause of the usual 13
# 下降 of 支出18.8亿元，下降6.7%: a change without a subject of its own.
MOVED = worded(
    "changes",
    "[、, ]*(?:(?:同比|环比|[比较](?:上年|去年|年初|上年末)(?:同期)?|实际|名义|累计)[, ]*)*"
    "(?:{moves})了?约?",
)
_WAYS = (
    (worded("changes", "{rose}"), worded("changes", "{fell}")),
    (worded("changes", "{opened}"), worded("changes", "{closed}")),
    (re.compile("多$|高出?$|快于$"), re.compile("少$|低$|慢于$")),
    (re.compile("超额|超出"), re.compile("未达|欠完成")),
)


def turned(first: str, second: str) -> bool:
    """True where two clauses tell a rise and a fall, one each."""
    up, down = _WAYS[0]
    mine = (up.search(first) is not None, down.search(first) is not None)
    theirs = (up.search(second) is not None, down.search(second) is not None)
    return sum(mine) == sum(theirs) == 1 and mine != theirs


def opposed(first: str, second: str) -> bool:
    """True where the ends of two stretches hold verbs of opposite ways, and no common one."""
    a, b = first[-_REACH:], second[-_REACH:]
    for up, down in _WAYS:
        mine = (up.search(a) is not None, down.search(a) is not None)
        theirs = (up.search(b) is not None, down.search(b) is not None)
        if sum(mine) == sum(theirs) == 1 and mine != theirs:
            return True
    return False
