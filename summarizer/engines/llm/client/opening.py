"""Opening a completer without paying for the SDK."""

from __future__ import annotations

from summarizer.engines.llm.client.interface import (
    Completer,
    Endpoint,
    Limits,
    RetryPolicy,
    TokenEstimator,
)
from summarizer.engines.llm.client.tokens import estimate as four_bytes_a_token


def open_completer(
    endpoint: Endpoint,
    *,
    limits: Limits | None = None,
    retry: RetryPolicy | None = None,
    estimate: TokenEstimator | None = None,
) -> Completer:
    """A completer for an OpenAI-compatible endpoint. Cheap: the SDK is imported at the first call.

    Raises EndpointError where the base URL is no address. `estimate` counts the tokens of a text
    offline, for pacing, for the cost limit and for noticing a prompt that was cut.
    """
    from summarizer.engines.llm.client.endpoint import EndpointCompleter

    return EndpointCompleter(
        endpoint,
        limits=limits or Limits(),
        retry=retry or RetryPolicy(),
        estimate=estimate or four_bytes_a_token,
    )
