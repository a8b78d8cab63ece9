"""Requests that somebody else answers: an OpenAI Batch, `vllm run-batch`, or a person.

A request is packed as a live one is, and named by what it asks. Sections and the report as a whole
are summarised from the summaries of their units, so they can only be exported once those are in:
two rounds of export and import, then a run needs no call.
"""

from __future__ import annotations

from summarizer.engines.llm.batch.export import BatchExport, export_requests
from summarizer.engines.llm.batch.importing import (
    BatchImport,
    ContradictedUnit,
    import_responses,
)
from summarizer.engines.llm.batch.responses import Declined

__all__ = [
    "BatchExport",
    "BatchImport",
    "ContradictedUnit",
    "Declined",
    "export_requests",
    "import_responses",
]
