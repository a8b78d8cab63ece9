"""Runs against an endpoint that fails: is every unit accounted for, and in how many calls?

    python benchmarks/endpoint_faults.py                 # 30 % of all requests fail, 24 seeds
    python benchmarks/endpoint_faults.py --share 0.6 --seeds 5

Every fault of a real endpoint is drawn with the same odds: of the transport (429, 500, resets,
hangs, web pages), of the answer (cut or empty JSON, wrong, missing, extra and repeated ids, invalid
terms, `length`), and refusals of the content. A unit is accounted for when it has a summary, and
either the model wrote it or a finding says why not.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from summarizer import Settings, read
from summarizer.analysis import Analysis, analyse
from summarizer.engines.base import Drafts
from summarizer.engines.llm import LLMEngine
from summarizer.engines.llm.client.interface import (
    Endpoint,
    Limits,
    RetryPolicy,
)
from summarizer.engines.llm.client.opening import open_completer
from summarizer.errors import EndpointError
from summarizer.testing import FakeEndpoint, Fault, ReceivedRequest, faults
from summarizer.testing.model import answer
from summarizer.vocabulary import Origin

REPORT = Path(__file__).resolve().parent.parent / "examples" / "reports" / "chengzhong-2025.txt"
TIMEOUT = 1.0
POLICY = RetryPolicy(attempts=5, first_wait=0.02, longest_wait=0.1)


def _items(change: Callable[[list[Any]], Any]) -> Callable[[str], str]:
    """Change the list of items that an answer holds."""

    def alter(text: str) -> str:
        given = json.loads(text)
        change(given["units"] or given["sections"])
        return json.dumps(given, ensure_ascii=False)

    return alter


FAULTS = (
    faults.rate_limited(),
    faults.rate_limited(0.05),
    faults.server_error(),
    faults.reset(),
    faults.hang(),
    faults.html_page(),
    faults.html_page(502),
    faults.truncated_json(),
    faults.empty(),
    faults.blank(),
    faults.length(),
    faults.altered(_items(lambda items: items[0].update(id="u77")), "wrong id"),
    faults.altered(_items(lambda items: items.pop()), "missing id"),
    faults.altered(_items(lambda items: items.append({**items[0], "id": "u88"})), "extra id"),
    faults.altered(_items(lambda items: items.append(items[0])), "repeated id"),
    faults.altered(_items(lambda items: items[0].update(category="misc")), "invalid enum"),
    faults.altered(_items(lambda items: items[-1].update(summary=" ")), "blank summary"),
    faults.refusal(),
    faults.filtered(),
    faults.content_exists_risk(),
)


CALLS: list[int] = []
"""Calls of each run, for those that end in an error."""


def run(
    analysis: Analysis, share: float, seed: int, choices: Sequence[Fault] = FAULTS
) -> tuple[Drafts, Counter[str], float]:
    """One run: its drafts, what the endpoint did how often, and its seconds."""

    def reply(request: ReceivedRequest) -> dict[str, object]:
        return answer(request.messages)

    inject = faults.mixture(share, seed, choices)
    with FakeEndpoint(reply, inject=inject) as fake, tempfile.TemporaryDirectory() as cache:
        settings = Settings(model="fake", base_url=fake.base_url, cache_dir=Path(cache))

        async def drafted() -> Drafts:
            completer = open_completer(
                Endpoint("fake", fake.base_url, mode="json_schema"),
                limits=Limits(timeout=TIMEOUT),
                retry=POLICY,
            )
            try:
                return await LLMEngine(settings, completer=completer).draft(analysis)
            finally:
                await completer.aclose()

        start = time.perf_counter()
        try:
            drafts = asyncio.run(drafted())
        finally:
            CALLS.append(fake.calls)
        seconds = time.perf_counter() - start
        return drafts, Counter(past.outcome for past in fake.history), seconds


LASTING = (
    faults.server_error(),
    faults.rate_limited(),
    faults.reset(),
    faults.html_page(),
    faults.bad_key(),
    faults.unknown_model(),
    faults.error(403, "用户额度已用尽", name="额度已用尽"),
    faults.error(503, "当前分组下模型无可用渠道", name="无可用渠道"),
    faults.error(500, "model requires more system memory than is available", name="no memory"),
    faults.error(200, "", name="error in a 200"),
    faults.empty(),
    faults.altered(lambda _: "我不写 JSON。", "no JSON at all"),
    faults.altered(lambda _: "{}", "empty object"),
    faults.length(),
    faults.refusal(),
    faults.content_exists_risk(),
    faults.error(400, "maximum context length is 2048 tokens", name="context of 2048"),
    faults.error(400, "Range of max_tokens should be [1, 200]", name="answers of 200"),
    faults.error(400, "System role not supported", name="no system role"),
)
"""Failures of every single call; a refusal of everything is looked into unit by unit."""


def lasting(analysis: Analysis, clean: int) -> None:
    """Print what each failure of every call costs, and how the run ends."""
    print("\nevery call fails                calls  of a clean run  seconds  end")
    for fault in LASTING:
        start = time.perf_counter()
        try:
            _, outcomes, _ = run(analysis, 1.0, 0, (fault,))
            end = "extracts, marked"
        except EndpointError as error:
            outcomes, end = Counter({fault.name: CALLS[-1]}), f"stopped: {error}"[:60]
        calls = outcomes.total()
        seconds = time.perf_counter() - start
        print(f"{fault.name:<30} {calls:>6} {calls / clean:>15.2f} {seconds:>8.2f}  {end}")


def lost(analysis: Analysis, drafts: Drafts) -> list[str]:
    """The units that are not accounted for."""
    found = []
    for unit in analysis.outline.walk():
        draft = drafts.measures.get(unit.id) if unit.is_leaf else drafts.sections.get(unit.id)
        told = draft is not None and (draft.origin is Origin.LLM or draft.findings)
        if draft is None or not draft.summary or not told:
            found.append(unit.id)
    return found


def main() -> None:
    """Print the table; exit with 1 where a unit was lost."""
    parser = argparse.ArgumentParser(description="Runs against an endpoint that fails.")
    parser.add_argument("--share", type=float, default=0.3, help="of requests that fail")
    parser.add_argument("--seeds", type=int, default=24)
    options = parser.parse_args()
    analysis = analyse(read(str(REPORT)))
    clean, outcomes, _ = run(analysis, 0.0, 0)
    units, clean_calls = len(clean.measures), outcomes.total()
    print(f"{REPORT.stem}: {units} measures, {outcomes.total()} calls without faults\n")
    print("seed calls faults  model source lost seconds  why from the source")
    total: Counter[str] = Counter()
    worst = missing = 0
    for seed in range(options.seeds):
        drafts, outcomes, seconds = run(analysis, options.share, seed)
        origins = Counter(draft.origin for draft in drafts.measures.values())
        why = Counter(f.kind for draft in drafts.measures.values() for f in draft.findings)
        gone = lost(analysis, drafts)
        failed = outcomes.total() - outcomes["answer"]
        total.update(outcomes)
        worst, missing = max(worst, outcomes.total()), missing + len(gone)
        print(
            f"{seed:>4} {outcomes.total():>5} {failed:>6} {origins[Origin.LLM]:>6} "
            f"{origins[Origin.EXTRACTIVE]:>6} {len(gone):>4} {seconds:>7.2f}  "
            + ", ".join(f"{kind} {count}" for kind, count in why.most_common())
        )
    print(f"\nmost calls in a run: {worst}; units lost in all runs: {missing}\n")
    print("\n".join(f"{count:>5}  {name}" for name, count in total.most_common()))
    lasting(analysis, clean_calls)
    raise SystemExit(1 if missing else 0)


if __name__ == "__main__":
    main()
