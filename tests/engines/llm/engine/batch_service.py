"""A batch service on loopback: files and batches as OpenAI's API has them, with faults by plan."""

from __future__ import annotations

import json
import random
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Line = dict[str, Any]
Answerer = Callable[[Line], Line]
_BOUNDARY = re.compile(rb"boundary=([^;\s]+)")


@dataclass
class Plan:
    """What becomes of one batch: of its lines by place how each ends (`ok`, `failed`, `expired`,
    `lost`, `broken`), its last status, and how often it is looked at before that."""

    ends: Callable[[int], str] = lambda place: "ok"
    status: str = "completed"
    looks: int = 1


@dataclass
class FakeBatchService:
    """`plans` are taken one a batch; the last holds for all that follow."""

    answer: Answerer
    plans: list[Plan] = field(default_factory=lambda: [Plan()])
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, dict[str, Any]] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)
    calls: list[str] = field(default_factory=list)
    base_url: str = ""

    def lines(self, batch: str) -> list[Line]:
        """The requests of a batch."""
        return [
            json.loads(one) for one in self.files[self.batches[batch]["input_file_id"]].splitlines()
        ]

    @contextmanager
    def running(self) -> Iterator[FakeBatchService]:
        """Serve until the context ends."""
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: object) -> None:
                pass

            def do_GET(self) -> None:
                self._reply(*service.get(self.path))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                service.keys.add(self.headers["Authorization"])
                self._reply(*service.post(self.path, body, self.headers["Content-Type"].encode()))

            def do_DELETE(self) -> None:
                name = self.path.split("/")[-1]
                service.deleted.add(name)
                self._reply(200, {"id": name, "object": "file", "deleted": True})

            def _reply(self, status: int, content: object) -> None:
                data = content if isinstance(content, bytes) else json.dumps(content).encode()
                self.send_response(status)
                kind = (
                    "application/octet-stream" if isinstance(content, bytes) else "application/json"
                )
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        self.base_url = f"http://127.0.0.1:{server.server_port}/v1"
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()
            thread.join()

    def post(self, path: str, body: bytes, kind: bytes) -> tuple[int, object]:
        """An upload or a new batch."""
        self.calls.append(f"POST {path}")
        if path == "/v1/files":
            found = _BOUNDARY.search(kind)
            assert found is not None
            parts = body.split(b"--" + found[1].strip(b'"'))
            content = next(part for part in parts if b'name="file"' in part)
            name = f"file-{len(self.files)}"
            self.files[name] = content.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n")
            return 200, {
                "id": name,
                "object": "file",
                "bytes": 1,
                "created_at": 1,
                "filename": "x",
                "purpose": "batch",
                "status": "processed",
            }
        told = json.loads(body)
        assert (told["endpoint"], told["completion_window"]) == ("/v1/chat/completions", "24h")
        name = f"batch-{len(self.batches)}"
        plan = self.plans.pop(0) if len(self.plans) > 1 else self.plans[0]
        self.batches[name] = {
            "id": name,
            "object": "batch",
            "created_at": 1,
            "status": "validating",
            "plan": plan,
        } | told
        return 200, self._shown(name)

    def get(self, path: str) -> tuple[int, object]:
        """A file's content, a batch, or the list of batches."""
        self.calls.append(f"GET {path}")
        path = path.partition("?")[0]
        if path.endswith("/content"):
            return 200, self.files[path.split("/")[-2]]
        if path == "/v1/batches":
            return 200, {
                "object": "list",
                "data": [self._shown(name) for name in self.batches],
                "has_more": False,
            }
        name = path.split("/")[-1]
        batch = self.batches[name]
        plan: Plan = batch["plan"]
        if batch["status"] in ("validating", "in_progress"):
            batch["status"] = "in_progress" if plan.looks > 0 else plan.status
            plan.looks -= 1
            if batch["status"] == plan.status:
                self._finish(name, plan)
        return 200, self._shown(name)

    def _shown(self, name: str) -> dict[str, Any]:
        return {key: value for key, value in self.batches[name].items() if key != "plan"}

    def _finish(self, name: str, plan: Plan) -> None:
        batch = self.batches[name]
        if plan.status == "failed":
            batch["errors"] = {
                "object": "list",
                "data": [
                    {"code": "token_limit_exceeded", "message": "Enqueued token limit reached"}
                ],
            }
            return
        good, bad = [], []
        lines = self.lines(name)
        for place, line in enumerate(lines):
            end = plan.ends(place)
            told = {"id": "r", "custom_id": line["custom_id"], "response": None}
            if end == "ok":
                good.append(json.dumps(self.answer(line), ensure_ascii=False))
            elif end == "failed":
                error = {"message": "The model is overloaded, 请稍后再试", "code": "server_error"}
                bad.append(
                    json.dumps(
                        told
                        | {
                            "response": {"status_code": 503, "body": {"error": error}},
                            "error": None,
                        }
                    )
                )
            elif end == "expired":
                error = {
                    "code": "batch_expired",
                    "message": "This request could not be executed before the completion window expired.",
                }
                bad.append(json.dumps(told | {"error": error}))
            elif end == "broken":
                good.append(json.dumps(self.answer(line))[:40])
        random.Random(7).shuffle(good)
        batch["request_counts"] = {"total": len(lines), "completed": len(good), "failed": len(bad)}
        for kind, content in (("output_file_id", good), ("error_file_id", bad)):
            if content:
                self.files[f"{kind}-{name}"] = "\n".join(content).encode()
                batch[kind] = f"{kind}-{name}"
