"""What comes back from an endpoint: lines of a batch file, replies through the real client."""

from __future__ import annotations

import asyncio
import json
import random
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from fuzzing import invariants
from fuzzing.bases import base
from fuzzing.mutators import bytes_mutated, mutated
from fuzzing.trees import tree_mutated, written
from summarizer import Settings
from summarizer.errors import EngineError, InvalidAnswerError


class _Batch:
    """Exported requests of some passages, to which mutated responses are imported."""

    def __init__(self) -> None:
        from summarizer.engines.llm.batch import export_requests, import_responses
        from summarizer.engines.llm.client.interface import Message
        from summarizer.testing.model import answer as proper

        self.folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
        self.settings = Settings(
            model="fake", base_url="http://127.0.0.1:9/v1", cache_dir=self.folder / "cache"
        )
        analyses = [base(number)[1] for number in range(12)]
        done = export_requests(analyses, self.settings, self.folder / "requests.jsonl")
        asked = [
            json.loads(line) for file in done.files for line in file.read_text("utf-8").splitlines()
        ]
        self.lines: list[dict[str, Any]] = []
        self.messages: list[list[Message]] = []
        for request in asked:
            messages = [Message(one["role"], one["content"]) for one in request["body"]["messages"]]
            self.messages.append(messages)
            self.lines.append({"custom_id": request["custom_id"], "answer": proper(messages)})
        # Only requests whose proper answer stands: a passage may say the same thing twice.
        path = self.folder / "proper.jsonl"
        path.write_bytes(b"\n".join(self.response(**line, changed=None) for line in self.lines))
        bad = {told.line for told in import_responses(path, self.settings).declined}
        good = [at for at in range(len(self.lines)) if at + 1 not in bad]
        self.lines = [self.lines[at] for at in good]
        self.messages = [self.messages[at] for at in good]

    def response(self, custom_id: str, answer: object, changed: random.Random | None) -> bytes:
        """A line with this answer; the line itself changed too where a generator is given."""
        told = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
        message = {"role": "assistant", "content": told}
        body = {"choices": [{"message": message, "finish_reason": "stop"}]}
        line = {
            "custom_id": custom_id,
            "response": {"status_code": 200, "body": body},
            "error": None,
        }
        if changed is None:
            return json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass")
        return written(changed, tree_mutated(changed, line, 2, 0.5))


@cache
def _batch() -> _Batch:
    return _Batch()


def batch(rng: random.Random) -> bool:
    """A file of responses of which one line was changed: the line behind it is taken all the same."""
    from summarizer.engines.llm.batch import import_responses

    held = _batch()
    one, other = rng.sample(held.lines, 2)
    changed = tree_mutated(rng, one["answer"], odd=0.2)
    told: object = changed
    if rng.random() < 0.2:
        told = mutated(rng, json.dumps(changed, ensure_ascii=False), 2)
    bad = held.response(one["custom_id"], told, rng if rng.random() < 0.3 else None)
    if rng.random() < 0.1:
        bad = bytes_mutated(rng, bad, 2)
    bad = bad.replace(b"\n", b" ").replace(b"\r", b" ")
    path = held.folder / "answers.jsonl"
    path.write_bytes(bad + b"\n" + held.response(other["custom_id"], other["answer"], None) + b"\n")
    done = import_responses(path, held.settings, again=held.folder / "again.jsonl")
    for declined in done.declined:
        invariants.line(f"{declined.custom_id}: {declined.reason}")
        invariants.need(declined.line == 1, "one bad line spoils one line", declined)
    invariants.need(done.taken + done.already > 0, "the line behind a bad one is taken", done)
    return not any(
        "not a JSON object" in d.reason or "no custom_id" in d.reason for d in done.declined
    )


class _Endpoint:
    """A fake endpoint that answers with whatever the case holds."""

    def __init__(self) -> None:
        from summarizer.testing import FakeEndpoint, Fault

        self.raw = Fault("raw")
        self.loop = asyncio.new_event_loop()
        self.fake = FakeEndpoint(lambda request: self.raw).__enter__()


@cache
def _endpoint() -> _Endpoint:
    return _Endpoint()


_FINISHES = ("stop", "stop", "stop", "length", "content_filter", "tool_calls", "", None, "x", 7)
_HEADERS = (
    "application/json",
    "application/json",
    "text/html",
    "",
    "application/json; charset=gb2312",
)


def reply(rng: random.Random) -> bool:
    """The reply of an endpoint, through the real client: an answer, or an error in one line."""
    from summarizer.engines.llm.answer.models import Answer
    from summarizer.engines.llm.answer.validation import judge
    from summarizer.engines.llm.client.interface import (
        ChatRequest,
        Endpoint,
        Limits,
        RetryPolicy,
        Secret,
    )
    from summarizer.engines.llm.client.opening import open_completer
    from summarizer.testing import Fault

    held, requests = _endpoint(), _batch()
    number = rng.randrange(len(requests.lines))
    changed = tree_mutated(rng, requests.lines[number]["answer"], 2, 0.2)
    content: object = json.dumps(changed, ensure_ascii=False)
    if rng.random() < 0.3:
        content = rng.choice(
            (
                mutated(rng, str(content), 2),
                f"```json\n{content}\n```",
                f"<think>{content}",
                changed,
            )
        )
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": content},
        "finish_reason": rng.choice(_FINISHES),
    }
    body: Any = {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "fake",
        "choices": [choice],
        "usage": {"prompt_tokens": 900, "completion_tokens": 90, "total_tokens": 990},
    }
    if rng.random() < 0.4:
        body = tree_mutated(rng, body, 2, 0.7)
    sent = written(rng, body)
    if rng.random() < 0.1:
        sent = bytes_mutated(rng, sent, 2)
    status = rng.choice((200,) * 12 + (201, 204, 301, 400, 401, 404, 429, 500, 503, 599))
    headers = {"Content-Type": rng.choice(_HEADERS)}
    if rng.random() < 0.1:
        headers["Retry-After"] = rng.choice(("1e999", "-1", "x", "99999999999", "0"))
    held.raw = Fault("raw", status=status, headers=headers, body=sent)

    async def asked() -> Any:
        endpoint = Endpoint(
            "fake", held.fake.base_url, Secret("sk-very-secret-key-0123456789"), mode="json_schema"
        )
        once = RetryPolicy(attempts=1, connect_attempts=1, timeouts=1)
        completer = open_completer(endpoint, limits=Limits(timeout=5), retry=once)
        try:
            return await completer.complete(ChatRequest(tuple(requests.messages[number]), Answer))
        finally:
            await completer.aclose()

    try:
        done = held.loop.run_until_complete(asked())
    except InvalidAnswerError as error:
        for told in (str(error), *error.problems):
            invariants.line(told)
        return True
    except EngineError as error:
        invariants.line(f"{error} {error.hint}")
        invariants.need(
            "very-secret" not in f"{error} {error.hint}", "no key in a message", str(error)
        )
        return False
    _judged(judge, done.answer, requests, number)
    return True


def _judged(judge: Callable[..., Any], answered: Any, requests: _Batch, number: int) -> None:
    from summarizer.engines.llm.batch.requests import BatchRequest, disk_of
    from summarizer.engines.llm.prompt.templates import prompts_of

    disk = disk_of(requests.settings)
    request = BatchRequest.from_json(disk.request(requests.lines[number]["custom_id"]))
    disk.close()
    assert request is not None
    rendered = request.rendered(prompts_of(requests.settings))
    judged = judge(answered, rendered)
    names = set(judged.taken) | set(judged.failed)
    invariants.need(names == set(rendered.asked()), "every unit is accounted for", names)
