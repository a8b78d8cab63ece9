"""Stored reports of earlier schema versions, brought to the form of today."""

from __future__ import annotations

from typing import Any


def upgraded(data: Any) -> Any:
    """The stored report with the fields of schema version 2; anything else as it is.

    Version 1 has no points, tables or own text, and everything that version 2 adds may be left
    out, so that only the version's number differs.
    """
    if isinstance(data, dict) and data.get("schema_version") == 1:
        return {**data, "schema_version": 2}
    return data
