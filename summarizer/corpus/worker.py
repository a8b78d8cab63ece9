"""A process that summarises what it is sent with the extractive engine, one report at a time.

Frames go in and out on standard input and output: eight bytes of length, then a pickle. Both ends
are this package, started by `workers`; nothing else is ever unpickled.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from typing import Any, BinaryIO

from summarizer.errors import InternalError, SummarizerError

HEAD = 8
"""Bytes of a frame's length, big-endian."""

_COLLECT_AFTER = 100_000  # objects: a report makes many that live to its end


def pack(content: Any) -> bytes:
    """A frame."""
    body = pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
    return len(body).to_bytes(HEAD, "big") + body


def serve() -> None:
    """Answer frames until standard input ends."""
    from summarizer.pipeline import summarize

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's, which then closes us
    gc.set_threshold(_COLLECT_AFTER, 20, 100)
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no frame
    while (frame := _take(source)) is not None:
        given, settings = pickle.loads(frame)  # noqa: S301 (from our own parent)
        answer: object
        try:
            answer = summarize(given, settings)
        except SummarizerError as error:
            answer = error
        except Exception as error:  # it may hold what cannot travel; its place is told here
            answer = InternalError.of(error)
        sink.write(pack(answer))
        sink.flush()


def _take(source: BinaryIO) -> bytes | None:
    head = source.read(HEAD)
    if len(head) < HEAD:
        return None
    body = source.read(int.from_bytes(head, "big"))
    return body if len(body) == int.from_bytes(head, "big") else None
