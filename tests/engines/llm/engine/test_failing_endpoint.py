"""A run through the real SDK against an endpoint that fails a third of the time."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from summarizer.engines.base import Drafts
from summarizer.engines.llm import LLMEngine
from summarizer.engines.llm.client.interface import (
    Endpoint,
    Limits,
    RetryPolicy,
)
from summarizer.engines.llm.client.opening import open_completer
from summarizer.testing import FakeEndpoint, ReceivedRequest, faults
from summarizer.testing.model import answer
from summarizer.vocabulary import Origin
from tests.engines.llm.engine.scripted import analysis_of, settings_in

ANALYSIS = analysis_of()


def missing(text: str) -> str:
    given = json.loads(text)
    (given["units"] or given["sections"] or given["overview"]).pop()
    return json.dumps(given, ensure_ascii=False)


FAULTS = (
    faults.rate_limited(0.01),
    faults.server_error(),
    faults.reset(),
    faults.html_page(),
    faults.truncated_json(),
    faults.blank(),
    faults.length(),
    faults.altered(missing),
    faults.refusal(),
    faults.content_exists_risk(),
)


@pytest.mark.parametrize("seed", range(6))
def test_every_unit_is_accounted_for(tmp_path: Path, seed: int) -> None:
    """Each unit has a draft of the model, or the source's words and a finding that says why."""

    def reply(request: ReceivedRequest) -> dict[str, object]:
        return answer(request.messages)

    async def drafted(url: str) -> Drafts:
        completer = open_completer(
            Endpoint("fake", url, mode="json_schema"),
            limits=Limits(timeout=2.0),
            retry=RetryPolicy(attempts=5, first_wait=0.01, longest_wait=0.05),
        )
        try:
            return await LLMEngine(settings_in(tmp_path), completer=completer).draft(ANALYSIS)
        finally:
            await completer.aclose()

    with FakeEndpoint(reply, inject=faults.mixture(0.33, seed, FAULTS)) as fake:
        drafts = asyncio.run(drafted(fake.base_url))
    assert list(drafts.measures) == [unit.id for unit in ANALYSIS.outline.leaves()]
    for draft in [*drafts.measures.values(), *drafts.sections.values(), drafts.overview]:
        assert draft.summary
        assert draft.origin is Origin.LLM or draft.findings
    assert fake.calls <= 60
    assert drafts.usage.calls == fake.calls
