"""Help for testing: an endpoint on this machine that answers what a function tells it to.

    from summarizer.testing import FakeEndpoint, faults

    with FakeEndpoint(lambda request: {"answer": 42}) as fake:
        ...                                   # any OpenAI client with base_url=fake.base_url
    fake.history[0].request.messages          # what was asked, in order
    fake.counts                               # how often each body was sent

The function gets a `ReceivedRequest` and returns the object to answer with (it travels as the
request's own mode asks for it: content or tool call), a str for content as it is, or a fault.
Recorded runs for your own tests: see `summarizer.testing.plugin`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.testing import faults
    from summarizer.testing.endpoint import Exchange, FakeEndpoint, Latency, ReceivedRequest
    from summarizer.testing.faults import Fault

__all__ = ["Exchange", "FakeEndpoint", "Fault", "Latency", "ReceivedRequest", "faults"]


def __getattr__(name: str) -> object:
    # Imported on first use: pytest loads the plugin beside this in every run of everybody.
    if name == "faults":
        return import_module("summarizer.testing.faults")
    if name in __all__:
        home = "faults" if name == "Fault" else "endpoint"
        return getattr(import_module(f"summarizer.testing.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
