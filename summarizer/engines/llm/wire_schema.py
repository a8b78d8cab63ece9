"""The JSON Schema of an answer as it is sent to an endpoint.

Only what providers accept in strict mode: every object closed and all its fields required, no
titles, no defaults, no lengths. Lengths are dropped on purpose: constrained decoding enforces them
by cutting a sentence where it stands. The docstrings of the models are dropped too, since wording
for a model belongs to the prompts. The full model validates the answer afterwards.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

_DROPPED = frozenset(
    {"title", "default", "minLength", "maxLength", "pattern", "format", "uniqueItems", "examples"}
)


def wire_schema(answer: type[BaseModel]) -> dict[str, Any]:
    """The schema of `answer` for the wire; a fresh copy at every call."""
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
