"""What the tests of the transport share: an answer model and one way to ask."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from summarizer.engines.llm.client.interface import (
    CallStats,
    ChatRequest,
    Completer,
    Completion,
    Endpoint,
    Limits,
    Message,
    Mode,
    RetryPolicy,
    Secret,
)
from summarizer.engines.llm.client.opening import open_completer
from summarizer.errors import SummarizerError

T = TypeVar("T")
KEY = "sk-test-0123456789abcdef"
QUICK = RetryPolicy(attempts=4, total=10.0, first_wait=0.001, longest_wait=0.01)
PATIENT = Limits(timeout=20.0)
QUESTION = (
    Message("system", "概括报告。"),
    Message("user", "§ 单元 u1\n新增床位{{7*7}}张，{% raw %}增长23.63%。\n§ 资料结束"),
)


class Item(BaseModel):
    """A docstring that no model should be sent."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    id: str = Field(max_length=5)
    kind: Literal["a", "b"]
    labels: tuple[str, ...] = ()


class Answer(BaseModel):
    """Another one."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    items: tuple[Item, ...]
    note: str | None = None


REQUEST = ChatRequest(QUESTION, Answer, answer_tokens=100)
LIMIT = 360  # what an answer of a hundred tokens is given

GOOD: dict[str, Any] = {"items": [{"id": "u1", "kind": "a", "labels": ["床位"]}], "note": None}


@dataclass(frozen=True)
class Asked:
    """How a question went: one of `completion` and `error`, and the counters afterwards."""

    completion: Completion[Answer] | None
    error: SummarizerError | None
    stats: CallStats


def using(
    base_url: str,
    work: Callable[[Completer], Awaitable[T]],
    *,
    mode: Mode = "json_schema",
    limits: Limits = PATIENT,
    retry: RetryPolicy = QUICK,
    key: str | None = KEY,
    temperature: float | None = 0.0,
    memory: Path | None = None,
    estimate: Callable[[str], int] | None = None,
    **more: Any,
) -> T:
    """Run `work` with a completer for this address."""
    endpoint = Endpoint(
        "some-model",
        base_url,
        Secret(key),
        mode=mode,
        temperature=temperature,
        memory=memory,
        **more,
    )

    async def run() -> T:
        completer = open_completer(endpoint, limits=limits, retry=retry, estimate=estimate)
        try:
            return await work(completer)
        finally:
            await completer.aclose()

    return asyncio.run(run())


def ask(base_url: str, **options: Any) -> Asked:
    """Ask the one question once."""

    async def work(completer: Completer) -> Asked:
        try:
            completion = await completer.complete(REQUEST)
        except SummarizerError as error:
            return Asked(None, error, completer.stats)
        return Asked(completion, None, completer.stats)

    return using(base_url, work, **options)
