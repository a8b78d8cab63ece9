"""What tokens cost, where the price is known.

Prices come from genai-prices (the optional extra `cost`), looked up by the endpoint's address and
the model's name. A gateway or a local server has no known price: the cost is None then, never 0.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any

from summarizer.engines.llm.client.interface import TokenUsage

_PROBE = TokenUsage(prompt=1, completion=1)


def cost(usage: TokenUsage, *, model: str, base_url: str) -> float | None:
    """US dollars for these tokens, or None where the price is not known."""
    library = _library()
    if library is None:
        return None
    try:
        price = library.calc_price(
            library.Usage(
                input_tokens=usage.prompt,
                cache_read_tokens=min(usage.cached_prompt, usage.prompt),
                output_tokens=usage.completion,
            ),
            model_ref=model,
            provider_api_url=base_url,
        )
    except (LookupError, ValueError):
        return None
    total: Decimal = price.total_price
    return float(total)


def is_known(*, model: str, base_url: str) -> bool:
    """True where calls to this model at this address can be priced."""
    return cost(_PROBE, model=model, base_url=base_url) is not None


@lru_cache(maxsize=1)
def _library() -> Any:
    try:
        import genai_prices
    except ImportError:
        return None
    return genai_prices
