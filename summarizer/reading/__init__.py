"""Reading: any source of text → `Document`, with its page furniture and its normalised view.

The names are imported when they are first used: the process that parses a foreign file is in this
package too, and starts without the grammars.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.reading.document import Document, View
    from summarizer.reading.reader import from_text, read
    from summarizer.reading.view import plain_view

__all__ = ["Document", "View", "from_text", "plain_view", "read"]

_MODULES = {
    "Document": "document",
    "View": "document",
    "from_text": "reader",
    "plain_view": "view",
    "read": "reader",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = found
    return found
