"""Anchors: what can be checked against the source. One grammar a file, in an ordered table.

A grammar reads the notation of its standard, named in its file: GB/T 15835-2011 (numerals), GB/T
15834-2011 (punctuation), GB/T 9704-2012 (official documents), GB/T 7408 (dates), and what reports
print beside it. No grammar raises on a text: what has not its form gives None or nothing.
"""

from __future__ import annotations

from summarizer.anchors.extract import anchors_of_text, extract_anchors
from summarizer.anchors.records import Anchors

__all__ = ["Anchors", "anchors_of_text", "extract_anchors"]
