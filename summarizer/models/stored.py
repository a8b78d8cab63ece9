"""A stored report, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from summarizer.errors import SummaryFormatError

if TYPE_CHECKING:
    from summarizer.models.report import Report


def parse(kind: type[Report], text: str | bytes, name: str) -> Report:
    """The report in the JSON of any schema version.

    Raises SummaryFormatError, one line naming the first field that does not fit.
    """
    try:
        return kind.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "JSON"
        message = f"{name}: not a report of schema version 1 or 2: {place}: {first['msg']}"
        raise SummaryFormatError(message) from None
