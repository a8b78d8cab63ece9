"""Recorded runs: what a model really answered, played again without a network and without a key.

A recording is exact (requests are matched on method, path and body: a changed prompt never replays
an old answer), readable in review (bodies are stored as structure, not as escaped strings) and
holds no secret (no headers but the content's type, no address). Needs the extra `testing`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import vcr
import yaml
from vcr.cassette import Cassette

# Where a recording was made is nobody's business, and a replay goes nowhere.
PLACE = "https://recorded.invalid"


@contextmanager
def recording(path: Path, *, record: bool = False) -> Iterator[Cassette]:
    """Play (or record) the file at `path`.

    Raises AssertionError at the end of a replay that asked for what is not recorded, or did not
    ask for all that is, and FileNotFoundError where there is nothing to play.
    """
    if not record and not path.is_file():
        raise FileNotFoundError(f"{path}: nothing is recorded here yet")
    if record:
        path.unlink(missing_ok=True)
    seen: set[Any] = set()
    player = vcr.VCR(
        record_mode=vcr.mode.ALL if record else vcr.mode.NONE,
        match_on=("method", "path", "body"),
        before_record_request=_noting(seen),
        before_record_response=_anonymous_response,
        decode_compressed_response=True,
    )
    player.register_serializer("readable", _ReadableSerializer)
    with player.use_cassette(str(path), serializer="readable") as played:
        known = {_body(request) for request in played.requests}
        yield played
    if not record:
        foreign = [body for body in seen if body not in known]
        if foreign:
            told = f"{path.name}: {len(foreign)} requests are not recorded; record again"
            raise AssertionError(told)
        if not played.all_played:
            unused = len(played) - played.play_count
            raise AssertionError(f"{path.name}: {unused} answers never asked")


def recorded_model(path: Path) -> str:
    """The model that a recording was made with: its name is part of what is matched."""
    stored = yaml.safe_load(path.read_text(encoding="utf-8"))
    for item in stored["interactions"]:
        body = item["request"]["body"].get("json")
        if isinstance(body, dict) and "model" in body:
            return str(body["model"])
    raise ValueError(f"{path.name}: no request of it names a model")


class _Readable(yaml.SafeDumper):
    """YAML that shows Chinese and line breaks as they are."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Readable.add_representer(str, _text)


def _opened(body: str | bytes | None) -> Any:
    text = body.decode() if isinstance(body, bytes) else body
    try:
        return {"json": json.loads(text or "")}
    except ValueError:
        return {"text": text}


def _closed(body: dict[str, Any]) -> Any:
    if "json" in body:
        return json.dumps(body["json"], ensure_ascii=False, separators=(",", ":"))
    return body["text"]


class _ReadableSerializer:
    """A recording as YAML with structured bodies."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        """The text to store."""
        interactions = []
        for item in cassette["interactions"]:
            request, response = dict(item["request"]), dict(item["response"])
            request["body"] = _opened(request["body"])
            response["body"] = _opened(response["body"]["string"])
            interactions.append({"request": request, "response": response})
        return yaml.dump(
            {"version": cassette["version"], "interactions": interactions},
            Dumper=_Readable,
            allow_unicode=True,
            sort_keys=False,
            width=100,
        )

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        """What vcrpy plays."""
        cassette: dict[str, Any] = yaml.safe_load(text)
        for item in cassette["interactions"]:
            item["request"]["body"] = _closed(item["request"]["body"])
            item["response"]["body"] = {"string": _closed(item["response"]["body"])}
        return cassette


def _noting(seen: set[Any]) -> Any:
    def anonymous(request: Any) -> Any:
        request.uri = PLACE + request.path
        request.headers = {
            name: value for name, value in request.headers.items() if name.lower() == "content-type"
        }
        seen.add(_body(request))
        return request

    return anonymous


def _body(request: Any) -> Any:
    """What makes two requests the same to the player."""
    body = request.body.decode() if isinstance(request.body, bytes) else request.body
    try:
        content = json.dumps(json.loads(body), sort_keys=True)
    except (TypeError, ValueError):
        content = body
    return request.method, request.path, content


def _anonymous_response(response: dict[str, Any]) -> dict[str, Any]:
    kept = {"content-type", "retry-after"}
    response["headers"] = {
        name: value for name, value in response["headers"].items() if name.lower() in kept
    }
    return response
