"""Status words, by the published scale, with the words that undo them."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.columns import Columns
from summarizer.anchors.records import StatusWord
from summarizer.patterns import lazy
from summarizer.reading.document import View
from summarizer.spans import Range
from summarizer.vocabulary import Status
from summarizer.words import worded

_SCALE = (
    Status.COMPLETED,
    Status.MOSTLY_COMPLETED,
    Status.IN_PROGRESS,
    Status.ONGOING,
    Status.PLANNED,
)
_WORD = worded("statuses", "|".join(f"(?P<{step.value}>{{{step.value}}})" for step in _SCALE))
# Words in which a status word is only a part: plans as documents, objects of a verb.
_INSIDE = {
    "计划": re.compile(r".?(?:划生育|计划(?=》|单列|表))"),
    "拟": lazy(r"(?:模|虚|草|比)拟|拟[定订制]|拟(?:签约|任|提拔|聘|录)"),
    "准备": re.compile(r"(?:风险|存款|拨备)?准备金"),
}
_NOUN_BEFORE = re.compile(r"(?:[的定施作习划度训资督查动治设修展程点目年划]|减排|整改|培养|专项)$")


def find_statuses(view: View) -> Columns[StatusWord]:
    """Every status word outside of nouns (a 计划 that is a document is no plan)."""
    text = view.text
    found: list[tuple[Range, tuple[str, Status]]] = []
    for match in _WORD.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        if word in _INSIDE:
            around = text[max(0, start - 1) : end + 3]
            if _INSIDE[word].search(around):
                continue
            if word == "计划" and _NOUN_BEFORE.search(text[max(0, start - 2) : start]):
                continue
        status = Status(str(match.lastgroup))
        found.append((view.source(start, end), (word, status)))
    return Columns(StatusWord, found)
