"""The runs that are recorded: which text, with which settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarizer import Document, Report, Settings, read, summarize
from summarizer.reading import from_text
from summarizer.testing import Fault, ReceivedRequest, faults

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
MODEL = "recorded-assistant"
FEW_REQUESTS = {"chunk_tokens": 4000, "max_output_tokens": 16_000, "concurrency": 2}
"""Large chunks: a recording is read by people, and each request repeats the rules."""


def _excerpt(name: str, first: str, last: str) -> Document:
    """The paragraphs of a report from the one that begins with `first` to before `last`."""
    text = (REPORTS / f"{name}.txt").read_text(encoding="utf-8")
    return from_text(text[text.index(first) : text.index(last)], name=f"{name}-excerpt.txt")


@dataclass(frozen=True, slots=True)
class Run:
    """A recorded run: the cassette's name, and what is summarised.

    `refused` is a word that the endpoint refuses while the run is recorded with written answers.
    """

    name: str
    report: str
    first: str = ""
    last: str = ""
    refused: str = ""
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def document(self) -> Document:
        """The text of this run."""
        if not self.first:
            return read(REPORTS / f"{self.report}.txt")
        return _excerpt(self.report, self.first, self.last)

    def refusing(self, request: ReceivedRequest) -> Fault | None:
        """The endpoint's refusal of what holds the word."""
        if self.refused and self.refused in request.messages[-1].content:
            return faults.content_exists_risk()
        return None

    def summarise(self, **endpoint: Any) -> Report:
        """Summarise with the settings of the recording; nothing is cached, nothing retried."""
        settings = Settings(
            engine="llm",
            mode="json_schema",
            cache="off",
            max_attempts=1,
            **{**FEW_REQUESTS, **self.settings},
            **endpoint,
        )
        return summarize(self.document, settings)


RUNS = (
    Run("chengzhong-2025", "chengzhong-2025"),
    Run("xining-2025", "xining-2025"),
    Run("jinghu-2025", "jinghu-2025"),
    Run(
        "reask",
        "kuiwen-2020",
        "3.关于“‘双招双引’成效不明显",
        "  (二)关于“政治生态有待优化",
        settings={"concurrency": 1},
    ),
    Run(
        "refusal",
        "kuiwen-2020",
        "8.关于“营造良好社会环境任重道远”问题",
        "  (四)关于“全面从严治党责任履行不到位",
        refused="涉黑涉恶",
        settings={"concurrency": 1},
    ),
    Run(
        "second-opinion",
        "kuiwen-2020",
        "3.关于“‘双招双引’成效不明显",
        "  (二)关于“政治生态有待优化",
        settings={"concurrency": 1, "second_opinion": True},
    ),
)
