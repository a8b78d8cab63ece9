"""What both directions of a batch share: the cache, and questions kept beside their answers."""

from __future__ import annotations

import json

from summarizer.analysis import Analysis
from summarizer.engines.llm.answers import schema_digest
from summarizer.engines.llm.cache import AnswerCache
from summarizer.engines.llm.prompting import Prompts
from summarizer.engines.llm.questions import Anchor, KeyMaker, Question, QuestionMaker
from summarizer.errors import UsageError
from summarizer.settings import Settings


def cache_of(settings: Settings) -> AnswerCache:
    """The cache that a batch works through. Raises UsageError where it is turned off."""
    if settings.cache == "off":
        raise UsageError("a batch works through the cache, which is turned off")
    return AnswerCache(settings.cache_dir)


def maker_of(analysis: Analysis, settings: Settings, prompts: Prompts) -> QuestionMaker:
    """The questions of a report under these settings."""
    keys = KeyMaker.of(settings, prompts.digest, schema_digest())
    return QuestionMaker(analysis, keys, settings.chunk_tokens)


def kept(question: Question, export: str) -> str:
    """What it takes to validate an answer without its report; `export` names the whole export."""
    return json.dumps(
        {
            "export": export,
            "kind": question.kind,
            "unit_id": question.unit_id,
            "text": question.text,
            "anchors": [[anchor.id, anchor.text, anchor.start] for anchor in question.anchors],
        },
        ensure_ascii=True,
    )


def exported(cache: AnswerCache, key: str) -> tuple[Question, str] | None:
    """The exported question of this key with the name of its export; None where there is none that
    can be read."""
    text = cache.request(key)
    if text is None:
        return None
    try:
        entry = json.loads(text)
        question = Question(
            key=key,
            kind=entry["kind"],
            unit_id=entry["unit_id"],
            text=entry["text"],
            context=(),
            anchors=tuple(Anchor(*anchor) for anchor in entry["anchors"]),
        )
        return question, str(entry["export"])
    except (ValueError, TypeError, KeyError):
        return None
