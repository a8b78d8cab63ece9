"""A user's own questions to each measure.

    class Fields(MeasureFields):
        责任单位: str | None = Field(description="负责整改的单位")
        完成时限: date | None = None

Given as `Settings(fields=Fields)`, the model answers them for each measure; the answers are
validated by pydantic and land in `Measure.extra`. A text is meant to be quoted: it is looked for in
the measure's source, as a date is among its dates and a number among its figures. `OwnWords` is a
text that may be worded freely.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.errors import UsageError


class _InOwnWords:
    """Marks a text that quotes nothing."""


OwnWords = Annotated[str, _InOwnWords()]
"""A text in the model's own words, which is not looked for in the source."""


class MeasureFields(BaseModel):
    """Base of a user's own fields; each must allow None, since not every measure answers it.

    Names and descriptions are put to the model as they are; a docstring says what they are for.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    wording_limit: ClassVar[int] = 60
    """Characters that a text may have."""


def loaded_fields(name: str) -> type[MeasureFields]:
    """The class of `module:Class`; the module may stand in the working directory.

    Raises UsageError where there is none, or where it is no MeasureFields.
    """
    module, _, attribute = name.partition(":")
    if not module or not attribute:
        raise UsageError(f"{name}: module:Class is wanted")
    here = os.getcwd()  # noqa: PTH109 (sys.path holds strings)
    sys.path.insert(0, here)
    try:
        found = getattr(import_module(module), attribute)
    except (ImportError, AttributeError, SyntaxError) as error:
        reason = " ".join(str(error).split())
        raise UsageError(f"{name}: cannot be loaded: {reason}") from None
    finally:
        sys.path.remove(here)
    if not (isinstance(found, type) and issubclass(found, MeasureFields)):
        raise UsageError(f"{name} is no subclass of summarizer.MeasureFields")
    return found


def check_fields(fields: type[MeasureFields]) -> None:
    """Raises UsageError where a class cannot be put to a model: no fields, or one without None."""
    if not fields.model_fields:
        raise UsageError(f"{fields.__name__} has no fields")
    try:
        fields.model_validate(dict.fromkeys(fields.model_fields))
    except ValidationError as error:
        refused = [fault["loc"][0] for fault in error.errors() if fault["loc"]]
        if refused:
            told = f"{fields.__name__}.{refused[0]} must allow None: not every measure answers it"
            raise UsageError(told) from None


def answered(fields: type[MeasureFields], given: Mapping[str, Any]) -> dict[str, Any]:
    """The answers as they are published: validated, in JSON's own types, without those of None.

    Raises pydantic.ValidationError.
    """
    absent = {name: None for name, field in fields.model_fields.items() if field.is_required()}
    made = fields.model_validate({**absent, **given})
    return made.model_dump(mode="json", exclude_none=True)


def quoted(fields: type[MeasureFields]) -> frozenset[str]:
    """The names of the fields whose answers must stand in the source."""
    return frozenset(
        name
        for name, field in fields.model_fields.items()
        if not _in_own_words(field.annotation) and not _marked(field.metadata)
    )


def _in_own_words(annotation: Any) -> bool:
    inner = getattr(annotation, "__args__", ())
    return _marked(getattr(annotation, "__metadata__", ())) or any(map(_in_own_words, inner))


def _marked(metadata: Any) -> bool:
    return any(isinstance(mark, _InOwnWords) for mark in metadata)
