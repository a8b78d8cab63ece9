"""What a stored summary, an answer or a batch is mutated from: a passage, read and summarised once."""

from __future__ import annotations

import json
import random
from functools import cache
from typing import Any

from fuzzing.material import outlined
from summarizer import Settings, summarize
from summarizer.analysis import Analysis, analyse
from summarizer.reading import Document, from_text

_EXTRACTIVE = Settings(engine="extractive")


@cache
def base(number: int) -> tuple[Document, Analysis, dict[str, Any], str]:
    """A passage with its analysis, stored report and Markdown."""
    document = from_text(outlined(random.Random(number), 350), name=f"base{number}")
    report = summarize(document, _EXTRACTIVE)
    return document, analyse(document), json.loads(report.to_json()), report.to_markdown()
