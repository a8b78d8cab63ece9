"""Words beside a figure that name different things: one for the other changes the fact."""

from __future__ import annotations

from functools import cache

from summarizer.words import lists


@cache
def rivals() -> tuple[tuple[str, ...], ...]:
    """The groups of such words (`lexicons/rivals.toml`)."""
    return tuple(tuple(group.split()) for group in lists("rivals")["groups"])
