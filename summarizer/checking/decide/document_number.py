"""Document numbers: 奎发〔2020〕10号."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.anchors.document_numbers import spans
from summarizer.anchors.records import DocumentNumber
from summarizer.checking.case import Case
from summarizer.checking.equality import number_key
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.textual import likeness

_DIGITS = re.compile("[0-9]+")


def document_numbers(case: Case) -> Iterator[Fault]:
    """Every document number of the statement that its scope does not have."""
    scope = case.scope
    known = {number_key(number.text) for number in scope.own.document_numbers}
    known |= {number_key(number.text) for number in scope.around.document_numbers}
    known |= {number_key(text) for *_, text in spans(case.index.aside.text)}
    for number in case.said.anchors.document_numbers:
        # 第132号令 of 市政府令第132号: the word for the act stands on either side of the number.
        key = number_key(number.text).removesuffix("令")
        # 国务院办公厅以国办发〔2004〕7号 has words of the sentence before the number.
        if not scope.states(key) and not any(key.endswith(held) for held in known):
            yield _fault(case, number, known)


def _fault(case: Case, number: DocumentNumber, known: set[str]) -> Fault:
    key, claim = number_key(number.text), (number.text, number.span)
    report = case.index.analysis.anchors.document_numbers
    for source in report:
        if number_key(source.text) == key:
            message = "document_number_scope"
            return case.says("document_number", Grade.WRONG, claim, message, source.span)
    own = list(case.scope.own.document_numbers) or list(report)
    near = max(own, key=lambda source: likeness(number_key(source.text), key), default=None)
    if near is None or not _is_misprint(key, number_key(near.text)):
        # Of the numbers that nothing contradicts half were right: of the text itself, or of a head
        # that nobody could read.
        meant = any(_is_misprint(key, held) for held in known)
        grade = Grade.WRONG if meant else Grade.DOUBTFUL
        return case.says("document_number", grade, claim, "document_number_invented")
    return case.says("document_number", Grade.WRONG, claim, "document_number", near.span)


def _is_misprint(mine: str, theirs: str) -> bool:
    """True for the same office with another year or number; what stands before it is a sentence's.
    """
    words, others = (_DIGITS.sub("0", text) for text in (mine, theirs))
    if not (words.endswith(others) or others.endswith(words)):
        return False
    numbers = zip(_DIGITS.findall(mine)[::-1], _DIGITS.findall(theirs)[::-1], strict=False)
    return sum(1 for a, b in numbers if a != b) == 1
