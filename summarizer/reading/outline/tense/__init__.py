"""Tense: whether a document, a unit, a sentence tells what was done, is to come, falls short."""

from summarizer.reading.outline.tense.marking import told_tenses
from summarizer.reading.outline.tense.turns import Turn, turns
from summarizer.reading.outline.tense.votes import vote

__all__ = ["Turn", "told_tenses", "turns", "vote"]
