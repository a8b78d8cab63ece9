"""What kind of document a title names, and whether documents of that kind report or intend."""

from __future__ import annotations

from typing import Literal

from summarizer import patterns as re
from summarizer.patterns import lazy

Bent = Literal["reports", "intends"]

# The last noun of a title says what the text is; longer names before the noun they end in.
_INTENDS = (
    "意见 方案 预案 规划 计划 纲要 要点 工作安排 安排 清单 办法 细则 规定 条例 章程 准则 规则 规程 "
    "制度 解释 建议 指引 指南 标准 倡议书 倡议 责任书 路线图 目标 部署 草案 预算"
)
_REPORTS = (
    "政府工作报告 工作报告 统计公报 公报 审计报告 调查报告 报告书 报告 工作总结 总结 情况通报 通报 "
    "进展情况 情况 汇报 成效 综述 白皮书 纪实 小结 决算"
)
_NEITHER = "通知 决定 决议 讲话 说明 公告 通告 批复 函 命令 令 纪要 答复 复函 公开信 通稿 通讯"
_BENTS: dict[str, Bent | None] = {
    **dict.fromkeys(_INTENDS.split(), "intends"),
    **dict.fromkeys(_REPORTS.split(), "reports"),
    **dict.fromkeys(_NEITHER.split()),
}
# Rules that hold until others take their place: nobody has them done, or left to do.
_STANDING = frozenset(
    ["预案", "规定", "细则", "条例", "章程", "准则", "规则", "规程", "制度", "解释"]
)
_NOUN = re.compile("(?:" + "|".join(sorted(_BENTS, key=len, reverse=True)) + ")$")
# What may follow the noun: a year, a version, a date with the speaker's name.
_TAIL = re.compile(r"(?:\s*[（(][^（()）]*[)）]|摘要|全文|节选|解读|[\s*_#,，。:：]+)$")
_CARRIED = lazy(
    r"[《<〈](?P<title>[^《》]{3,})[》>〉](?:[（(][^（()）]*[)）])?(?:的(?:通知|公告|决定|函|命令))?$"
)
_ISSUED = lazy(r"(?:印发|转发|批转|下发|公布)(?P<title>[^《》]{3,})的(?:通知|公告|函|命令)$")
# What is decided on, approved or explained: 关于某某方案的说明.
_ABOUT = lazy(
    r"(?:方案|规划|计划|纲要|办法|细则|规定|条例|章程|规则|草案)(?:[（(][^（()）]*[)）])?[》>〉]?"
    r"的(?:决定|决议|说明|批复)$"
)
# A title of two parts, the first of which looks back: 2025年工作总结和2026年工作计划.
_BOTH = lazy(r"(?:总结|回顾|情况|报告|成效)[和与及暨、]")


def kind_of(title: str) -> str | None:
    """The noun by which a title says what the document is; None where it names no known kind.

    A notice that issues another document (《…意见》的通知) is of that document's kind.
    """
    bare = _bare(title)
    carried = _CARRIED.search(bare) or _ISSUED.search(bare)
    if carried is not None and (inner := kind_of(carried["title"])) is not None:
        return inner
    found = _NOUN.search(bare.rstrip("》>〉"))
    return found.group() if found is not None else None


def stands(title: str) -> bool:
    """Whether a text of this title sets rules that stand, of which none is left to do."""
    return kind_of(title) in _STANDING


def bent_of(title: str) -> Bent | None:
    """Whether a text of this title reports what was done or says what is to be done.

    None where the title says neither, or both.
    """
    if _BOTH.search(title):
        return "reports"
    if _ABOUT.search(_bare(title)):
        return "intends"
    kind = kind_of(title)
    return _BENTS[kind] if kind is not None else None


def _bare(title: str) -> str:
    """A title without what follows its last noun."""
    bare = title.strip()
    while (tail := _TAIL.search(bare)) is not None and tail.start() > 0:
        bare = bare[: tail.start()]
    return bare
