"""What the parts of a published report are made of: records, spans, decimals."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal
from enum import Enum
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer

from summarizer import patterns as re

_DIGITS = 60
"""Digits before or after the point. The largest unit of Chinese numerals in use is 10^44 (载): what
goes beyond is no quantity of a report, and an exponent of a billion would fill the memory when it
is written out."""

_EXACT = Context(prec=2 * _DIGITS)
_SHOWN = 24  # characters of a text in a repr
_set = object.__setattr__  # records are frozen for everybody else


_OBEYED = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def legible(written: str) -> str:
    """JSON with what a terminal would obey, or what turns or hides the text beside it, escaped.

    Such characters stand in strings only, where their escapes mean the same.
    """
    return _OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def is_sane(value: Decimal) -> bool:
    """Whether a value is a finite number of a size that a report can print."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_DIGITS:
        return False
    return not value or -_DIGITS <= value.adjusted() < _DIGITS


def _of_sane_size(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise ValueError("a value is a finite number")
    if not is_sane(value):
        raise ValueError(f"a value has at most {_DIGITS} digits before and after the point")
    return value


def written_out(value: Decimal) -> str:
    """A value as the JSON has it: no exponent, no trailing zeros."""
    # `str(Decimal)` may use an exponent (1E+4), which readers of the JSON should not have to
    # parse, and keeps the zeros of the notation (35000.0 for 3.5万).
    return format(value.normalize(_EXACT), "f")


DecimalString = Annotated[
    Decimal,
    AfterValidator(_of_sane_size),
    PlainSerializer(written_out, return_type=str, when_used="json"),
]


class Record(BaseModel):
    """A published record: frozen, and closed to fields that the schema does not name.

    `shown` names the fields that its `repr` tells; a record of a few plain fields tells them all.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    shown: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        # The keys that instances share are noted before any has a table of its own (`lean`).
        first = cls.__new__(cls)
        for name in cls.model_fields:
            _set(first, name, None)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        for name in self.shown or type(self).model_fields:
            value = getattr(self, name)
            if value is not None and value != ():
                yield name, short(value)


RecordT = TypeVar("RecordT", bound=Record)
_GIVEN: dict[tuple[type[Record], int], set[str]] = {}


def lean(record: RecordT) -> RecordT:
    """The same record in half of the memory, for the many small ones of a long report.

    Its note of the fields that were given, for which pydantic keeps a set each, is shared with
    others of its kind: only for records whose fields are given the same everywhere; frozen as they
    are, the set never changes. And its attributes are set one by one, by which instances of a class
    share their keys (PEP 412): pydantic gives each a table of its own.
    """
    kind = type(record)
    given = record.model_fields_set
    shared = _GIVEN.setdefault((kind, len(given)), given)
    copied = kind.__new__(kind)
    for name, value in vars(record).items():
        _set(copied, name, value)
    _set(copied, "__pydantic_fields_set__", shared if shared == given else given)
    _set(copied, "__pydantic_extra__", record.__pydantic_extra__)
    _set(copied, "__pydantic_private__", record.__pydantic_private__)
    return copied


class Span(Record):
    """Half-open range of code points in the decoded source."""

    start: int = Field(ge=0, description="first code point")
    end: int = Field(ge=0, description="behind the last")

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        yield None, self.start
        yield None, self.end


class _Plain:
    """Shows as the text itself, without quotes."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


def short(value: object) -> object:
    """What stands for a value in a repr: long texts are cut, many records counted."""
    if isinstance(value, Enum):
        return _Plain(str(value.value))
    if isinstance(value, Decimal):
        return _Plain(written_out(value))
    if isinstance(value, str) and len(value) > _SHOWN:
        return value[: _SHOWN - 1] + "…"
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        return _Plain(f"<{len(value)}>")
    return value
