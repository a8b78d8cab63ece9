"""The file that remembers how endpoints want to be asked: one line of text for each."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import fields
from pathlib import Path

from summarizer.engines.llm.client.base_url import BaseUrl
from summarizer.engines.llm.client.capabilities import MODES, Capabilities
from summarizer.engines.llm.client.interface import Endpoint
from summarizer.files import is_regular, opened

_MOST_BYTES = 1_000_000  # thousands of endpoints; more is no file of ours
_FLAGS = {  # the word in the file, the field, and its value where the word stands
    (f"no-{one.name}" if one.default else one.name).replace("_", "-"): (one.name, not one.default)
    for one in fields(Capabilities)
    if isinstance(one.default, bool)
}
_SIZES = {
    one.name.replace("_", "-"): one.name for one in fields(Capabilities) if one.default is None
}


def recall(endpoint: Endpoint) -> Capabilities | None:
    """What an earlier run found out, if anything."""
    if endpoint.memory is None:
        return None
    for line in reversed(_lines(endpoint.memory)):
        where, _, how = line.rpartition("\t")
        if where == _key(endpoint):
            return _read(how.split())
    return None


def remember(endpoint: Endpoint, capabilities: Capabilities) -> None:
    """Keep what worked, in a private directory, written atomically. A file that cannot be written
    costs a refused call at the next run, so nothing is raised."""
    path = endpoint.memory
    if path is None or endpoint.mode != "auto":
        return
    key = _key(endpoint)
    others = [line for line in _lines(path) if line.rpartition("\t")[0] != key]
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            return
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # mode 0600
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in (*others, f"{key}\t{_words(capabilities)}"))
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)


def _words(capabilities: Capabilities) -> str:
    flags = [word for word, (name, value) in _FLAGS.items() if getattr(capabilities, name) is value]
    sizes = [
        f"{word}={size}" for word, name in _SIZES.items() if (size := getattr(capabilities, name))
    ]
    return " ".join([capabilities.mode, *flags, *sizes])


def _read(words: list[str]) -> Capabilities | None:
    mode = next((mode for mode in MODES if mode in words), None)
    if mode is None:
        return None
    found: dict[str, object] = {
        name: value for word, (name, value) in _FLAGS.items() if word in words
    }
    for word in words:
        size, _, told = word.partition("=")
        if size in _SIZES and told.isascii() and told.isdigit() and len(told) < 10 and int(told):
            found[_SIZES[size]] = int(told)
    return Capabilities(mode=mode, **found)  # type: ignore[arg-type]


def _key(endpoint: Endpoint) -> str:
    # Neither user information nor a query: both may hold keys.
    where = BaseUrl(endpoint.base_url).shown
    return "\t".join(" ".join(part.split()) for part in (where, endpoint.model))


def _lines(path: Path) -> list[str]:
    """The lines of a regular file of bearable size; a device or a pipe would never end."""
    try:
        if not is_regular(path):
            return []
        with opened(path, _MOST_BYTES) as file:
            return file.read().decode("utf-8").splitlines()
    except (OSError, ValueError):
        return []
