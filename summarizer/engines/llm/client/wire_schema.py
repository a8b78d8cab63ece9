"""The JSON Schema of an answer as it is sent to an endpoint.

Providers of strict modes want every object closed, all its fields required, and no titles or
defaults. What bounds an answer (`maxLength`, `maxItems`, `minItems`) stands in our schemas, since a
server that is driven by a grammar stops only where the grammar ends; services that refuse such
keywords get the schema without them. The bounds are wide enough not to cut a sentence that would
be taken: the full model validates the answer afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

BOUNDS = frozenset({"minLength", "maxLength", "minItems", "maxItems"})
_DROPPED = BOUNDS | {"title", "default", "pattern", "format", "uniqueItems", "examples"}


def record(fields: Mapping[str, Any]) -> dict[str, Any]:
    """A closed object in which every field is required."""
    return {
        "type": "object",
        "properties": dict(fields),
        "required": list(fields),
        "additionalProperties": False,
    }


def unbounded(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A schema without bounds of length and number."""
    return {key: _unbounded(value) for key, value in schema.items() if key not in BOUNDS}


def _unbounded(node: Any) -> Any:
    if isinstance(node, list):
        return [_unbounded(item) for item in node]
    return unbounded(node) if isinstance(node, dict) else node


def schema_of(answer: type[BaseModel]) -> dict[str, Any]:
    """The schema of a model for the wire; a fresh copy at every call."""
    schema = answer.model_json_schema()
    for model in (schema, *schema.get("$defs", {}).values()):
        model.pop("description", None)
    wire: dict[str, Any] = _wire(schema)
    return wire


def _wire(node: Any) -> Any:
    if isinstance(node, list):
        return [_wire(item) for item in node]
    if not isinstance(node, dict):
        return node
    result: dict[str, Any] = {}
    for key, value in node.items():
        if key in ("properties", "$defs"):  # below these, keys are names and not keywords
            result[key] = {name: _wire(schema) for name, schema in value.items()}
        elif key not in _DROPPED:
            result[key] = _wire(value)
    if "properties" in result:
        result["required"] = list(result["properties"])
        result.setdefault("additionalProperties", False)
    if "$ref" in result and len(result) > 1:  # strict mode takes no keyword beside a reference
        result["anyOf"] = [{"$ref": result.pop("$ref")}]
    return result
