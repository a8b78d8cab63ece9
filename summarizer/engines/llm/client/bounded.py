"""Replies of bounded size: a server that never stops, or packs gigabytes of blanks, costs one try.

The body of each response is counted as it arrives and unpacked here, in steps, since the client
would unpack a whole chunk at once. Headers are bounded by the HTTP parser itself (100 kB).
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator
from typing import Any

from summarizer.errors import TransientEndpointError

MOST_BYTES = 8_000_000
"""Of a reply once unpacked; the longest answer that is asked for is some hundred kB."""
ENCODINGS = "gzip, deflate"
_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}


async def bound(response: Any) -> None:
    """An event hook of the HTTP client: replaces the stream of a response by a bounded one.

    Raises TransientEndpointError, at once or as the body is read, for what goes past the bounds or
    is packed in a way that was not asked for.
    """
    if response.is_stream_consumed or response.is_closed:  # a replay, already in memory
        return
    packed = response.headers.get("content-encoding", "identity").strip().lower()
    if packed not in (*_WINDOWS, "identity", ""):
        await response.aclose()
        raise TransientEndpointError("the reply is packed in a way that was not asked for")
    if packed in _WINDOWS:
        del response.headers["content-encoding"]
    response.stream = _stream_of(response.stream, _WINDOWS.get(packed))


def _stream_of(stream: Any, window: int | None) -> Any:
    import httpx2

    class Bounded(httpx2.AsyncByteStream):
        """The unpacked bytes of a stream, as far as they are bearable."""

        async def __aiter__(self) -> AsyncIterator[bytes]:
            unpacker = zlib.decompressobj(window) if window else None
            total = 0
            async for chunk in stream:
                for part in [chunk] if unpacker is None else _unpacked(unpacker, chunk):
                    total += len(part)
                    if total > MOST_BYTES:
                        raise TransientEndpointError("the reply is longer than any answer")
                    yield part

        async def aclose(self) -> None:
            await stream.aclose()

    return Bounded()


def _unpacked(unpacker: Any, chunk: bytes) -> list[bytes]:
    parts: list[bytes] = []
    size = 0
    try:
        while chunk and size <= MOST_BYTES:
            parts.append(unpacker.decompress(chunk, 1_000_000))
            size += len(parts[-1])
            chunk = unpacker.unconsumed_tail
    except zlib.error:
        raise TransientEndpointError("the reply is packed wrongly") from None
    return parts
