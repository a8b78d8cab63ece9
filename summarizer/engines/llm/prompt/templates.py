"""The prompt files: all wording sent to a model, and its digest.

Templates hold «name» (in TOML) or <<name>> (in Markdown); values are put in once and never read as
templates themselves, so nothing in a report can act as one.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from summarizer.engines.llm.prompt import limits
from summarizer.errors import UsageError
from summarizer.resources import names, text

_PLACE = re.compile(r"<<([a-z_]+)>>|«([a-z_]+)»")


@dataclass(frozen=True, slots=True)
class Prompts:
    """All wording sent to a model; `digest` changes with any of it."""

    system: str
    ask: str
    material: Mapping[str, str]
    reasons: Mapping[str, str]
    judge_system: str
    judge_ask: str
    judge: Mapping[str, str]
    digest: str


def fill(template: str, **values: str) -> str:
    """Put values into a template; what they contain is never looked at."""
    return _PLACE.sub(lambda match: values[match[1] or match[2]], template)


@lru_cache(maxsize=1)
def load_prompts() -> Prompts:
    """The prompts of this installation. Raises UsageError where a file is missing or broken."""
    found = names("prompts", "")
    files = {name: text("prompts", name) for name in found}
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(f"{name}\0{content}\0".encode())
    lengths = {
        "point": str(limits.POINT.asked),
        "headline": str(limits.HEADLINE.asked),
        "section": str(limits.SECTION.asked),
        "overview": str(limits.OVERVIEW.asked),
        "label": str(limits.LABEL.asked),
        "actors": str(limits.MOST_ACTORS),
    }
    digest.update(repr(sorted(lengths.items())).encode())
    try:
        wording = tomllib.loads(files["wording.toml"])
        return Prompts(
            system=fill(files["system.md"], **lengths),
            ask=files["ask.md"],
            material=wording["material"],
            reasons=wording["reasons"],
            judge_system=files["judge.md"],
            judge_ask=files["judge-ask.md"],
            judge=wording["judge"],
            digest=digest.hexdigest(),
        )
    except (KeyError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"the prompt files cannot be used: {error}") from None
