"""Cache keys: everything that can change an answer, and nothing else."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from summarizer.engines.llm.client.base_url import BaseUrl
from summarizer.settings import Settings

_VERSION = "2"


@dataclass(frozen=True, slots=True)
class TaskKeys:
    """Makes the keys under which answers are stored."""

    model: str
    base_url: str
    temperature: float | None
    extra: str
    prompt_digest: str
    schema_digest: str

    @classmethod
    def of(cls, settings: Settings, prompt_digest: str, schema_digest: str) -> TaskKeys:
        """The key maker of these settings. Raises EndpointError where the base URL is none."""
        return cls(
            settings.model or "",
            BaseUrl(settings.base_url).identity,
            settings.temperature,
            json.dumps(settings.extra_body, sort_keys=True, ensure_ascii=True),
            prompt_digest,
            schema_digest,
        )

    def key(self, kind: str, *content: str) -> str:
        """The key of a task of this kind about this content."""
        parts = [
            _VERSION,
            self.model,
            self.base_url,
            self.temperature,
            self.extra,
            self.prompt_digest,
            self.schema_digest,
            kind,
            *content,
        ]
        packed = json.dumps(parts, ensure_ascii=True).encode("ascii")
        return hashlib.sha256(packed).hexdigest()


def digest(text: str) -> str:
    """A text in short."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
