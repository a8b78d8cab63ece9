"""The whole error tree.

    SummarizerError
    ├── UsageError                wrong options or settings                      exit 2
    ├── InputError                a file that cannot be read as a report         exit 1
    │   ├── DecodingError         no supported encoding fits the bytes
    │   └── MissingExtraError     the format needs an optional dependency
    ├── SummaryFormatError        a stored summary that is not one of ours       exit 1
    │   └── PairingError          a stored summary of another source
    ├── OutputError               a result that cannot be written                exit 1
    ├── EngineError               the language model could not be used           exit 1
    │   ├── EndpointError         unreachable, wrong key, unknown model, refused
    │   ├── TransientEndpointError  a fault worth trying again                   retryable
    │   ├── RefusedError          the provider declines this content: never tried again
    │   ├── TruncatedError        the answer was cut at the token limit: split, do not repeat
    │   │   └── PromptTooLongError  the prompt does not fit into the model's context
    │   ├── InvalidAnswerError    the answer does not fit the response schema
    │   └── BudgetError           the cost limit was reached
    ├── NoSourceTextError         a report that was loaded without its source    exit 1
    ├── NoSuchUnitError           an id that the report has not; a KeyError, too exit 1
    ├── SomeFailedError           of several reports some could not be made      exit 1
    └── InternalError             a fault of this package, by its kind and place exit 1

Every class carries `exit_code` (of the command line), `retryable`, and an optional `hint`, one
sentence on what the reader can do. Messages are one line and never contain keys or model output.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, Self

from summarizer import patterns as re

UNSEEN = re.compile(
    # Controls, marks that turn the direction of writing or do not show, halves of characters.
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_LONGEST = 600
"""Characters of a message: a path of 255 bytes and two sentences."""


def one_line(message: str) -> str:
    """A message as one line that a terminal shows and does not obey, whatever name is in it."""
    line = " ".join(UNSEEN.sub(" ", message).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


class SummarizerError(Exception):
    """Base of everything this package raises on purpose."""

    exit_code: ClassVar[int] = 1
    retryable: ClassVar[bool] = False
    hint: str = ""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(one_line(message))
        if hint:
            self.hint = one_line(hint)


class UsageError(SummarizerError):
    """Wrong options or settings."""

    exit_code = 2  # as click ends after wrong usage


class InputError(SummarizerError):
    """A file that cannot be read as a report."""


class DecodingError(InputError):
    """No supported encoding fits the bytes."""


class MissingExtraError(InputError):
    """The format needs an optional dependency that is not installed."""


class SummaryFormatError(SummarizerError):
    """A stored summary that cannot be read."""


class PairingError(SummaryFormatError):
    """A stored summary that was made from another source."""


class OutputError(SummarizerError):
    """A result that cannot be written."""


class EngineError(SummarizerError):
    """The language model could not be used."""


class EndpointError(EngineError):
    """Unreachable endpoint, wrong key, unknown model or a request refused for good."""


class TransientEndpointError(EngineError):
    """A fault that may pass: worth trying again."""

    retryable = True

    def __init__(self, message: str, *, hint: str = "", retry_after: float | None = None) -> None:
        super().__init__(message, hint=hint)
        self.retry_after = retry_after


class RefusedError(EngineError):
    """The provider declines this content; the same request is never sent again."""


class TruncatedError(EngineError):
    """The answer was cut at the token limit: split the request, do not repeat it."""


class PromptTooLongError(TruncatedError):
    """The prompt does not fit into the model's context: send less at once."""


class InvalidAnswerError(EngineError):
    """The answer does not fit the response schema.

    `raw` is the answer as it came and `problems` says what is wrong with it, for another question;
    neither is part of the message.
    """

    def __init__(
        self, message: str, *, hint: str = "", raw: str = "", problems: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message, hint=hint)
        self.raw = raw
        self.problems = problems


class BudgetError(EngineError):
    """The cost limit was reached."""


class NoSourceTextError(SummarizerError):
    """The text of a report's source was asked for, and the report was loaded without it."""


class NoSuchUnitError(SummarizerError, KeyError):
    """The report has no unit with this dotted id; a KeyError, as of any look-up."""

    __str__ = Exception.__str__  # a KeyError shows its message in quotes


class SomeFailedError(SummarizerError):
    """Of several reports, these could not be made; `errors` tells why, by the name of each."""

    def __init__(self, errors: Mapping[str, SummarizerError], total: int) -> None:
        few = ", ".join(list(errors)[:3]) + (", …" if len(errors) > 3 else "")
        super().__init__(f"{len(errors)} of {total} reports could not be made: {few}")
        self.errors = dict(errors)


class InternalError(SummarizerError):
    """A fault of this package: its kind and place, never the text that was at hand."""

    @classmethod
    def of(cls, error: Exception) -> Self:
        """The error as one line; what the machine ran out of is told in words."""
        if isinstance(error, MemoryError):
            return cls("too large for the memory of this machine")
        if isinstance(error, OSError):
            return cls(error.strerror or type(error).__name__)
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = "?"
        if trace is not None:
            place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        return cls(f"internal error, please report it: {type(error).__name__} at {place}")
