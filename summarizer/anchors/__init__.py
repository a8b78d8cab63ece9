"""Anchors: what can be checked against the source. One grammar a file, in an ordered table."""

from __future__ import annotations

from summarizer.anchors.extract import anchors_of_text, extract_anchors
from summarizer.anchors.records import Anchors

__all__ = ["Anchors", "anchors_of_text", "extract_anchors"]
