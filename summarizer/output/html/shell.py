"""The frame of every page: one self-contained file, no request, no build step."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from importlib.resources import files
from string import Template

from summarizer.output.html.markup import text
from summarizer.output.wording import word
from summarizer.vocabulary import Lang


def page(
    title: str,
    body: str,
    lang: Lang,
    *,
    styles: Sequence[str],
    scripts: Sequence[str],
    data: dict[str, str],
) -> str:
    """A page around `body`, which is HTML already. `data` is what the scripts are told."""
    css = "\n".join(_asset(name) for name in styles)
    script = "\n".join(_asset(name) for name in scripts)
    values = {
        "lang_tag": text(word("lang_tag", lang)),
        "title": text(title),
        "body": body,
        "style": css,
        "script": script,
        "style_hash": _digest(css),
        "script_hash": _digest(script),
        "data": text(json.dumps(data, ensure_ascii=False)),
    }
    return Template(_asset("page.html")).substitute(values)


def _asset(name: str) -> str:
    return files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """The content security policy's name for an inline script or style (CSP level 2)."""
    digest = hashlib.sha256(content.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()
