"""The Batch API of OpenAI as it is also offered by DashScope and Zhipu: files, then batches.

https://platform.openai.com/docs/api-reference/batch, and the services' own pages on compatible
batches: the same calls, statuses and lines, 24 hours, half the price. Zhipu names its path
/v4/chat/completions, takes 50,000 requests and 100 MB a file, and keeps a hundred files a month.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.engines.llm.batch.requests import chat_path
from summarizer.engines.llm.client.base_url import BaseUrl
from summarizer.engines.llm.client.connection import usable_key
from summarizer.engines.llm.client.error_mapping import Wire, of_exception
from summarizer.engines.llm.client.interface import Endpoint
from summarizer.engines.llm.client.service_message import presentable, read_message
from summarizer.errors import EngineError

ENDED = frozenset(("completed", "failed", "expired", "cancelled"))
"""Statuses after which nothing more comes."""

_WINDOW = "24h"  # the one window that all three services take
_RETRIES = 5  # uploads and listings are free, and few
_TIMEOUT = 600.0  # seconds: a file of requests is up to 100 MB
_LISTED = 100  # the largest page that the service gives


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as the service tells it: counts of its requests, and files where there are any.
    `problem` is what the service says against the batch as a whole."""

    id: str
    status: str
    output_file: str | None
    error_file: str | None
    total: int
    completed: int
    failed: int
    problem: str

    @property
    def ended(self) -> bool:
        return self.status in ENDED


class BatchService:
    """Files and batches of one endpoint; a context manager. Methods raise EngineError, its message
    the service's own words; passing faults are tried again first."""

    def __init__(self, endpoint: Endpoint) -> None:
        """Raises EndpointError for a key or address that cannot be used."""
        self._endpoint = endpoint
        self._url = BaseUrl(endpoint.base_url)
        self._wire = Wire(endpoint.model, self._url.shown, endpoint.api_key)
        self._key = usable_key(endpoint)
        self._client: Any = None

    def __enter__(self) -> BatchService:
        import httpx2
        import openai

        with self._told():
            self._client = openai.OpenAI(
                api_key=self._key,
                base_url=self._url.called,
                default_query=self._url.query,
                max_retries=_RETRIES,
                timeout=_TIMEOUT,
                # No redirect is followed: neither key nor text goes where nobody sent them.
                http_client=httpx2.Client(follow_redirects=False, timeout=_TIMEOUT),
            )
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def upload(self, path: Path) -> str:
        """Send a file of requests; returns its id there."""
        with self._told(), path.open("rb") as content:
            return str(self._client.files.create(file=(path.name, content), purpose="batch").id)

    def submit(self, file: str) -> str:
        """Make a batch of an uploaded file, unless there is one already; returns its id.

        A run that was killed between the call and the note of its answer would pay twice.
        """
        found = self._of_file(file)
        if found is not None:
            return found
        path = chat_path(self._endpoint.base_url)
        with self._told():
            made = self._client.batches.create(
                input_file_id=file, endpoint=path, completion_window=_WINDOW
            )
        return str(made.id)

    def _of_file(self, file: str) -> str | None:
        with self._told():
            page = self._client.batches.list(limit=_LISTED)
        return next((str(one.id) for one in page.data or () if one.input_file_id == file), None)

    def look(self, batch: str) -> Batch:
        """How far a batch is."""
        with self._told():
            told = self._client.batches.retrieve(batch)
        counts = told.request_counts
        problems = getattr(told.errors, "data", None) or ()
        words = next((read_message(one.model_dump()).message for one in problems), "")
        return Batch(
            id=str(told.id),
            status=str(told.status),
            output_file=told.output_file_id or None,
            error_file=told.error_file_id or None,
            total=_count(counts, "total"),
            completed=_count(counts, "completed"),
            failed=_count(counts, "failed"),
            problem=presentable(words, self._endpoint.api_key) if words else "",
        )

    def download(self, file: str, take: Callable[[bytes], object]) -> None:
        """The content of a file, piece by piece: it may be larger than the memory."""
        with self._told(), self._client.files.with_streaming_response.content(file) as response:
            for piece in response.iter_bytes():
                take(piece)

    def forget(self, file: str) -> None:
        """Have an uploaded file deleted there: Zhipu keeps no more than a hundred, and a text is
        not to lie about where nobody needs it. What cannot be deleted stays."""
        with suppress(EngineError), self._told():
            self._client.files.delete(file)

    @contextmanager
    def _told(self) -> Iterator[None]:
        import httpx2
        import openai

        try:
            yield
        except (openai.OpenAIError, httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise of_exception(error, self._wire) from None


def _count(counts: Any, name: str) -> int:
    value = getattr(counts, name, 0)
    return value if isinstance(value, int) else 0
