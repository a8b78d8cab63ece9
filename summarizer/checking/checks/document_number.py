"""Document numbers: 奎发〔2020〕10号."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.anchors.records import DocumentNumber
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import number_key
from summarizer.checking.textual import likeness


def document_numbers(context: Context) -> Iterator[Fault]:
    """Every document number of the statement that its scope does not have."""
    scope = context.scope
    known = {number_key(number.text) for number in scope.own.document_numbers}
    known |= {number_key(number.text) for number in scope.around.document_numbers}
    for number in context.claims.anchors.document_numbers:
        key = number_key(number.text)
        if key not in known and not scope.states(key):
            yield _fault(context, number)


def _fault(context: Context, number: DocumentNumber) -> Fault:
    key, place = number_key(number.text), number.span.start
    report = context.index.analysis.anchors.document_numbers
    message, near = "document_number_invented", None
    for source in report:
        if number_key(source.text) == key:
            message, near = "document_number_scope", source
    if near is None:
        own = list(context.scope.own.document_numbers) or list(report)
        near = max(own, key=lambda source: likeness(number_key(source.text), key), default=None)
        if near is not None:
            message = "document_number"
    return Fault(
        "document_number",
        Grade.WRONG,
        number.text,
        message,
        place,
        context.near(near.span) if near is not None else None,
        {"unit": context.unit_name(near.span.start)} if near is not None else {},
    )
