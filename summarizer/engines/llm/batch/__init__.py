"""Requests that somebody else answers: an OpenAI Batch, `vllm run-batch`, or a person.

A request asks about one unit and is named by the key of its answer in the cache. Sections and the
report as a whole are summarised from the summaries of their units, so they can only be exported
once those are in: two rounds of export and import, then a run needs no call.
"""

from __future__ import annotations

from summarizer.engines.llm.batch.export import BatchExport, export_requests
from summarizer.engines.llm.batch.responses import BatchImport, Declined, import_responses

__all__ = ["BatchExport", "BatchImport", "Declined", "export_requests", "import_responses"]
