"""Outline rules: view of a document → numbered units."""

from summarizer.reading.outline.parser import parse_outline
from summarizer.reading.outline.records import NumberingOddity, Outline, Unit

__all__ = ["NumberingOddity", "Outline", "Unit", "parse_outline"]
