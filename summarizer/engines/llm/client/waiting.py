"""How long a service asks to wait."""

from __future__ import annotations

import email.utils
import math
import time
from collections.abc import Mapping

LONGEST = 600.0
"""No wait that a service asks for is believed beyond this: ten minutes, the most that a call may
take with all its tries."""


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait as the headers say: milliseconds, seconds, or an HTTP date, which is read
    against the server's own clock where it tells it. None where they say nothing usable."""
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * scale
        except ValueError:
            continue
        return min(max(0.0, seconds), LONGEST) if math.isfinite(seconds) else None
    then = _timestamp(headers.get("retry-after"))
    now = _timestamp(headers.get("date"))
    if then is None:
        return None
    return min(max(0.0, then - (time.time() if now is None else now)), LONGEST)


def _timestamp(text: str | None) -> float | None:
    if not text:
        return None
    try:
        return email.utils.parsedate_to_datetime(text).timestamp()
    except (TypeError, ValueError, OverflowError):
        return None
