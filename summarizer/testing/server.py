"""The HTTP side of the fake endpoint."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from summarizer.testing.endpoint import FakeEndpoint, ReceivedRequest
from summarizer.testing.faults import Fault


def serve(fake: FakeEndpoint) -> ThreadingHTTPServer:
    """A server for `fake` on a free port of the loopback device, running in a thread."""

    class Handler(_Handler):
        endpoint = fake

    server = _Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    return server


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128  # callers that wait: more than any test has at once

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body in one packet: apart, the second waits 40 ms for a confirmation of the first.
    wbufsize = -1
    disable_nagle_algorithm = True
    endpoint: FakeEndpoint

    def do_POST(self) -> None:
        """Answer, or fail."""
        fake = self.endpoint
        length = int(self.headers.get("Content-Length", "0"))
        raw = self.rfile.read(length)
        if len(raw) < length:  # the client was killed while it wrote
            self._break_off()
            return
        try:
            request = fake.receive(self.path, dict(self.headers.items()), raw)
            fault = fake.inject(request) if fake.inject else None
            given = fake.answer(request) if fault is None or fault.kind == "answer" else fault
        except Exception as error:
            fake.error = error
            self._break_off()
            return
        if isinstance(given, Fault) and given.kind == "answer":
            fault, given = given, "{}"
        if isinstance(given, Fault):
            self._fail(request, given)
            return
        text = given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)
        if fault and fault.alter:
            text = fault.alter(text)
        used = fake.tokens(text)
        if fake.latency:
            fake.closing.wait(fake.latency.first + used * fake.latency.per_token)
        fake.note(request, fault)
        prompt = sum(fake.tokens(message.content) for message in request.messages)
        body = _completion(request, text, fault, prompt=prompt, used=used)
        self._send(200, json.dumps(body).encode(), {})

    def _fail(self, request: ReceivedRequest, fault: Fault) -> None:
        self.endpoint.note(request, fault)
        if fault.kind == "reply":
            body = fault.body
            if not isinstance(body, str | bytes):
                body = json.dumps(body)
            raw = body.encode() if isinstance(body, str) else body
            self._send(fault.status, raw, fault.headers)
        else:
            self.endpoint.closing.wait(fault.seconds)
            self._break_off()

    def _send(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _break_off(self) -> None:
        linger = struct.pack("ii", 1, 0)  # closing sends a reset in place of a goodbye
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True
        # The file objects of the handler would keep the socket open.
        self.rfile.close()
        self.connection.close()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


def _completion(
    request: ReceivedRequest, text: str, fault: Fault | None, *, prompt: int, used: int
) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": text, "refusal": None}
    finish = "stop"
    if request.mode == "tools" and text.strip():
        name = request.body["tools"][0]["function"]["name"]
        function = {"name": name, "arguments": text}
        message["content"] = None
        message["tool_calls"] = [{"id": "call_0", "type": "function", "function": function}]
        finish = "tool_calls"
    if fault and fault.refusal:
        message["refusal"] = fault.refusal
    if fault and fault.finish:
        finish = fault.finish
    return {
        "id": f"chatcmpl-{request.number}",
        "object": "chat.completion",
        "created": 0,
        "model": request.body["model"],
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {
            "prompt_tokens": prompt,
            "completion_tokens": used,
            "total_tokens": prompt + used,
        },
    }
