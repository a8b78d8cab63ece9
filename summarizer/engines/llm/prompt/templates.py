"""The prompt files: all wording sent to a model, and its digest.

Templates hold «name» (in TOML) or <<name>> (in Markdown); values are put in once and never read as
templates themselves, so nothing in a report can act as one.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from summarizer import patterns as re
from summarizer.engines.llm.prompt import limits
from summarizer.errors import UsageError
from summarizer.files import opened
from summarizer.models.fields import MeasureFields, quoted
from summarizer.resources import names, text
from summarizer.settings import Settings

_PLACE = re.compile(r"<<([a-z_]+)>>|«([a-z_]+)»")


@dataclass(frozen=True, slots=True)
class Prompts:
    """All wording sent to a model; `digest` changes with any of it."""

    system: str
    ask: str
    material: Mapping[str, str]
    reasons: Mapping[str, str]
    own_fields: Mapping[str, str]
    judge_system: str
    judge_ask: str
    judge: Mapping[str, str]
    digest: str
    fields: type[MeasureFields] | None = None


def fill(template: str, **values: str) -> str:
    """Put values into a template; what they contain is never looked at."""
    return _PLACE.sub(lambda match: values[match[1] or match[2]], template)


def prompts_of(settings: Settings) -> Prompts:
    """The prompts of these settings. Raises UsageError where a file is missing or broken."""
    prompts = load_prompts(settings.prompts_dir)
    return prompts if settings.fields is None else _with_fields(prompts, settings.fields)


@lru_cache(maxsize=8)
def load_prompts(own: Path | None = None) -> Prompts:
    """The prompts of this installation; a file in the folder `own` replaces the one of its name.

    Raises UsageError where a file is missing or broken.
    """
    found = names("prompts", "")
    files = {name: _own_text(own, name) or text("prompts", name) for name in found}
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
            own_fields=wording["fields"],
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


def _own_text(folder: Path | None, name: str) -> str | None:
    """The user's own wording, where there is one."""
    if folder is None or not (folder / name).is_file():
        return None
    try:
        with opened(folder / name) as file:
            return file.read().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"{folder / name}: cannot be read as text in UTF-8") from None


def _with_fields(prompts: Prompts, fields: type[MeasureFields]) -> Prompts:
    """The prompts with a user's own fields asked for; their digest tells them apart."""
    wording, free = prompts.own_fields, fields.model_fields.keys() - quoted(fields)
    lines = [wording["head"]]
    for name, field in fields.model_fields.items():
        about = " ".join((field.description or "").split())
        lines.append(
            fill(
                wording["line"],
                name=name,
                about=fill(wording["about"], text=about) if about else "",
                freely=wording["freely"] if name in free else "",
            )
        )
    purpose = " ".join((fields.__doc__ or "").split()) if _has_own_doc(fields) else ""
    told = "\n".join([*lines, *([purpose] if purpose else []), wording["tail"]])
    digest = hashlib.sha256(f"{prompts.digest}\0{told}".encode()).hexdigest()
    return replace(
        prompts, system=f"{prompts.system.rstrip()}\n\n{told}\n", digest=digest, fields=fields
    )


def _has_own_doc(fields: type[MeasureFields]) -> bool:
    return "__doc__" in vars(fields) and fields.__doc__ != MeasureFields.__doc__
