"""A user's own fields in an answer: their schema for the wire, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from summarizer.engines.llm.client.wire_schema import schema_of
from summarizer.errors import UsageError
from summarizer.models import Finding
from summarizer.models.fields import MeasureFields, answered
from summarizer.vocabulary import Lang, Origin, Severity, Verdict

MISFIT = "extra_misfit"
"""The kind of a finding about an answer that does not fit its field."""

_LONGEST = 40  # characters of such an answer in its finding
_MISFIT = {
    "zh": "{name}：模型的回答“{value}”不合该字段，没有采用",
    "en": "{name}: the model's answer {value} does not fit the field and was not taken",
}


@lru_cache(maxsize=8)
def fields_schema(fields: type[MeasureFields]) -> dict[str, Any]:
    """The schema of the answers, without references: some endpoints know none.

    Raises UsageError for a field that is defined by itself.
    """
    schema = schema_of(fields)
    defined = schema.pop("$defs", {})
    inlined: dict[str, Any] = _inlined(schema, defined, ())
    return inlined


def _inlined(node: Any, defined: Mapping[str, Any], above: tuple[str, ...]) -> Any:
    if isinstance(node, list):
        return [_inlined(item, defined, above) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        name = str(node["$ref"]).rpartition("/")[2]
        if name in above:
            raise UsageError(f"fields: {name} is defined by itself, which cannot be asked for")
        return _inlined(defined[name], defined, (*above, name))
    return {key: _inlined(value, defined, above) for key, value in node.items()}


def answers_of(
    fields: type[MeasureFields], given: Sequence[Mapping[str, Any]], lang: Lang
) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    """What the answers to the parts of a measure come to, as it is published; of several that
    answer the same field, the first. One that does not fit is told in a finding."""
    taken: dict[str, Any] = {}
    findings: list[Finding] = []
    for answer in given:
        for name in fields.model_fields:
            value = answer.get(name)
            if value is None or name in taken:
                continue
            try:
                taken |= {k: v for k, v in answered(fields, {name: value}).items() if k == name}
            except ValidationError:
                findings.append(_misfit(name, value, lang))
    return taken, tuple(findings)


def _misfit(name: str, value: Any, lang: Lang) -> Finding:
    shown = " ".join(str(value).split())[:_LONGEST]
    return Finding(
        kind=MISFIT,
        severity=Severity.WARNING,
        verdict=Verdict.UNVERIFIABLE,
        claim=shown,
        reason=_MISFIT[lang].format(name=name, value=shown),
        origin=Origin.LLM,
    )
