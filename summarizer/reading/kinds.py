"""What kind of document a title names, and whether documents of that kind report or intend."""

from __future__ import annotations

from typing import Literal

from summarizer import patterns as re
from summarizer.patterns import lazy
from summarizer.words import worded

Bent = Literal["reports", "intends"]

# The last noun of a title says what the text is: the longest one, for it begins first.
_NOUN = worded(
    "titles",
    "(?:(?P<standing>{standing})|(?P<intends>{intends})|(?P<reports>{reports})|{neither})$",
)
# What may follow the noun: a year, a version, a date with the speaker's name.
_TAIL = re.compile(r"(?:\s*[（(][^（()）]*[)）]|摘要|全文|节选|解读|[\s*_#,，。:：]+)$")
_CARRIED = lazy(
    r"[《<〈](?P<title>[^《》]{3,})[》>〉](?:[（(][^（()）]*[)）])?(?:的(?:通知|公告|决定|函|命令))?$"
)
_ISSUED = lazy(r"(?:印发|转发|批转|下发|公布)(?P<title>[^《》]{3,})的(?:通知|公告|函|命令)$")
# What is decided on, approved or explained: 关于某某方案的说明.
_ABOUT = worded(
    "titles",
    r"(?:{decided_on})(?:[（(][^（()）]*[)）])?[》>〉]?"
    r"的(?:决定|决议|说明|批复)$",
)
# A title of two parts, the first of which looks back: 2025年工作总结和2026年工作计划.
_BOTH = lazy(r"(?:总结|回顾|情况|报告|成效)[和与及暨、]")


def kind_of(title: str) -> str | None:
    """The noun by which a title says what the document is; None where it names no known kind.

    A notice that issues another document (《…意见》的通知) is of that document's kind.
    """
    noun = _noun(title)
    return noun.group() if noun is not None else None


def stands(title: str) -> bool:
    """Whether a text of this title sets rules that stand: nobody has them done, or left to do."""
    noun = _noun(title)
    return noun is not None and noun["standing"] is not None


def bent_of(title: str) -> Bent | None:
    """Whether a text of this title reports what was done or says what is to be done.

    None where the title says neither, or both.
    """
    if _BOTH.search(title):
        return "reports"
    if _ABOUT.search(_bare(title)):
        return "intends"
    noun = _noun(title)
    if noun is None:
        return None
    if noun["reports"] is not None:
        return "reports"
    return "intends" if noun["standing"] or noun["intends"] else None


def _noun(title: str) -> re.Match[str] | None:
    bare = _bare(title)
    carried = _CARRIED.search(bare) or _ISSUED.search(bare)
    inner = _noun(carried["title"]) if carried is not None else None
    return inner or _NOUN.search(bare.rstrip("》>〉"))


def _bare(title: str) -> str:
    """A title without what follows its last noun."""
    bare = title.strip()
    while (tail := _TAIL.search(bare)) is not None and tail.start() > 0:
        bare = bare[: tail.start()]
    return bare
