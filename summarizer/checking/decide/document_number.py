"""Document numbers: 奎发〔2020〕10号."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.anchors.document_numbers import spans
from summarizer.anchors.records import DocumentNumber
from summarizer.checking.case import Case
from summarizer.checking.equality import number_key
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.textual import likeness


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
            yield _fault(case, number)


def _fault(case: Case, number: DocumentNumber) -> Fault:
    key, claim = number_key(number.text), (number.text, number.span)
    report = case.index.analysis.anchors.document_numbers
    for source in report:
        if number_key(source.text) == key:
            message = "document_number_scope"
            return case.says("document_number", Grade.WRONG, claim, message, source.span)
    own = list(case.scope.own.document_numbers) or list(report)
    near = max(own, key=lambda source: likeness(number_key(source.text), key), default=None)
    message = "document_number" if near is not None else "document_number_invented"
    place = near.span if near is not None else None
    return case.says("document_number", Grade.WRONG, claim, message, place)
