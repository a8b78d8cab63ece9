"""An endpoint on this machine whose completions somebody writes into a folder.

Each request is put into the folder as `NNN.request.json` (the body as it came) with its messages as
`NNN.request.txt`, and answered with what then stands in `NNN.answer.txt`: the content of the
completion as it is. A request that was answered before, in this folder, is answered again.
"""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from summarizer.testing import ReceivedRequest

_LOOK_AGAIN = 0.5  # seconds


@dataclass
class Folder:
    """Answers requests from the files of a folder; blocks until there is an answer."""

    path: Path
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, request: ReceivedRequest) -> str:
        """The content of the completion."""
        answer = self._file(request).with_suffix("").with_suffix(".answer.txt")
        while not answer.is_file():
            time.sleep(_LOOK_AGAIN)
        return answer.read_text(encoding="utf-8").strip()

    def _file(self, request: ReceivedRequest) -> Path:
        """Where this request stands in the folder; written where it is new."""
        body = json.dumps(request.body, ensure_ascii=False, indent=1)
        with self._lock:
            self.path.mkdir(parents=True, exist_ok=True)
            known = sorted(self.path.glob("*.request.json"))
            for file in known:
                if file.read_text(encoding="utf-8") == body:
                    return file
            file = self.path / f"{len(known) + 1:03}.request.json"
            told = "\n\n".join(f"[{one.role}]\n{one.content}" for one in request.messages)
            file.with_suffix(".txt").write_text(told, encoding="utf-8")
            file.write_text(body, encoding="utf-8")
            return file
