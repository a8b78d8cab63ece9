"""Recorded runs: vcrpy set up so that a replay is exact, readable in review and without secrets.

Requests are matched on method, path and body (a changed prompt must not replay an old answer).
Bodies are stored as structure, not as escaped strings, so that a reviewer can read them.
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

FOLDER = Path(__file__).parents[2] / "cassettes"
# Where a recording was made is nobody's business, and a replay goes nowhere.
PLACE = "https://recorded.invalid"


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


def _closed(body: dict[str, Any]) -> str | None:
    if "json" in body:
        return json.dumps(body["json"], ensure_ascii=False, separators=(",", ":"))
    return body["text"]


class ReadableSerializer:
    """A cassette as YAML with structured bodies."""

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


def _anonymous_request(request: Any) -> Any:
    request.uri = PLACE + request.path
    request.headers = {
        name: value for name, value in request.headers.items() if name.lower() == "content-type"
    }
    return request


def _anonymous_response(response: dict[str, Any]) -> dict[str, Any]:
    kept = {"content-type", "retry-after"}
    response["headers"] = {
        name: value for name, value in response["headers"].items() if name.lower() in kept
    }
    return response


@contextmanager
def cassette(name: str, *, record: bool = False) -> Iterator[Cassette]:
    """Play (or record) `cassettes/NAME.yaml`; a replay must use every interaction."""
    player = vcr.VCR(
        cassette_library_dir=str(FOLDER),
        record_mode=vcr.mode.ALL if record else vcr.mode.NONE,
        match_on=("method", "path", "body"),
        before_record_request=_anonymous_request,
        before_record_response=_anonymous_response,
        decode_compressed_response=True,
    )
    player.register_serializer("readable", ReadableSerializer)
    with player.use_cassette(f"{name}.yaml", serializer="readable") as played:
        yield played
    if not record:
        assert played.all_played, f"{name}: {len(played) - played.play_count} answers never asked"
