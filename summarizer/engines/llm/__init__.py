"""The engine that asks a language model, chunk by chunk, and accounts for every unit."""

from __future__ import annotations

from summarizer.engines.llm.cache import AnswerCache
from summarizer.engines.llm.engine import LLMEngine

__all__ = ["AnswerCache", "LLMEngine"]
