"""What the tests of the extractive engine share."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from summarizer.analysis import Analysis, analyse
from summarizer.engines.base import Drafts
from summarizer.engines.extractive import ExtractiveEngine
from summarizer.reading import from_text, read

HERE = Path(__file__).resolve().parent
REPORTS = sorted((HERE.parents[2] / "examples" / "reports").glob("*.txt"))

DANGLING = re.compile(r"(?:其[^他它]|该|此|上述|其中|并[^购网轨联行非]|同时|但|而且|、|，|,|；|。)")
_BREAK = r"[，,；;。！？!?：:\n、]"


@cache
def analysed(path: Path) -> Analysis:
    return analyse(read(str(path)))


@cache
def drafted(path: Path) -> Drafts:
    return ExtractiveEngine().draft_sync(analysed(path))


def drafts_of(text: str) -> tuple[Analysis, Drafts]:
    analysis = analyse(from_text(text))
    return analysis, ExtractiveEngine().draft_sync(analysis)


def told_by(summary: str, source: str) -> bool:
    """True where every clause of `summary` stands in `source` as a whole clause.

    A list closed by 等 may lack its middle items; one of titles may end in 等文件 instead. What
    stands in brackets may be left out.
    """
    if not _told_by(summary, source):
        return _told_by(summary, re.sub(r"[（(][^（()）]*[）)](?!》)", "", source))
    return True


def _told_by(summary: str, source: str) -> bool:
    summary = re.sub(r"(?<=》)等文件", "等", summary)
    pieces = re.split(r"[，,；;]", summary.rstrip("。"))
    rest = ""
    for piece in pieces:
        rest = f"{rest},{piece}" if rest else piece
        if _stands(rest, source):
            rest = ""
    return not rest


def _stands(piece: str, source: str) -> bool:
    words = [re.escape(part) for part in re.split(r"[,，；;]", piece)]
    pattern = _BREAK[:-1] + r"]"
    whole = pattern.join(words)
    if "等" in piece:
        whole = whole.replace("等", f"(?:{_BREAK}?[^，,；;。]{{1,200}})?(?:等|(?<=》))")
    return re.search(rf"(?:^|{_BREAK}|同时|并|且|还|也){whole}(?={_BREAK}|$)", source) is not None
