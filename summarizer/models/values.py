"""What the parts of a published report are made of: records, spans, decimals."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

# `str(Decimal)` may use an exponent (1E+4), which readers of the JSON should not have to parse,
# and keeps the zeros of the notation (35000.0 for 3.5万).
DecimalString = Annotated[
    Decimal,
    PlainSerializer(lambda d: format(d.normalize(), "f"), return_type=str, when_used="json"),
]


class Record(BaseModel):
    """A published record: frozen, and closed to fields that the schema does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """Half-open range of code points in the decoded source."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
