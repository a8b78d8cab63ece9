"""What the settings come to: the completer, its endpoint, and the store."""

from __future__ import annotations

from summarizer.engines.llm.client.interface import (
    Completer,
    Endpoint,
    Limits,
    RetryPolicy,
    Secret,
)
from summarizer.engines.llm.client.opening import open_completer
from summarizer.engines.llm.client.tokens import estimate
from summarizer.engines.llm.store.answers import AnswerStore
from summarizer.engines.llm.store.disk import DiskStore
from summarizer.settings import Settings


def endpoint_of(settings: Settings) -> Endpoint:
    """Where and how to ask, as the settings say."""
    return Endpoint(
        model=settings.model or "",
        base_url=settings.base_url,
        api_key=Secret(settings.api_key.get_secret_value() if settings.api_key else None),
        mode=settings.mode,
        temperature=settings.temperature,
        extra=settings.extra_body,
        context=settings.context_tokens,
        max_output=settings.max_output_tokens,
        memory=settings.cache_dir / "modes.tsv" if settings.cache != "off" else None,
    )


def completer_of(settings: Settings) -> Completer:
    """The completer of these settings; nothing is imported or opened before its first call."""
    return open_completer(
        endpoint_of(settings),
        limits=Limits(
            concurrency=settings.concurrency,
            rpm=settings.rpm,
            tpm=settings.tpm,
            timeout=settings.timeout,
            max_cost=settings.max_cost,
        ),
        retry=RetryPolicy(attempts=settings.max_attempts),
        estimate=estimate,
    )


def store_of(settings: Settings) -> AnswerStore:
    """The store of these settings; nothing is opened before its first use."""
    disk = DiskStore(settings.cache_dir) if settings.cache != "off" else None
    return AnswerStore(disk, reads=settings.cache == "on")
