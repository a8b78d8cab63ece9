"""The pytest plugin: the fixture `recorded_run` plays what a model answered once.

    def test_my_report(recorded_run):
        with recorded_run("my-report") as settings:
            report = summarize("my-report.txt", settings)
        assert report.verification.contradicted == 0

`pytest --record-runs` records, with the model, endpoint and key of your environment
(`SUMMARIZE_MODEL`, `OPENAI_BASE_URL`, `OPENAI_API_KEY`); without it the recording is played, with
no network and no key. Recordings are `cassettes/NAME.yaml` beside the test's file. Commit them:
neither the key nor the endpoint's address is in them, but the text that was sent and the answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from summarizer.settings import Settings

_OPTION = "--record-runs"

RecordedRun = Callable[..., "AbstractContextManager[Settings]"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--record-runs`."""
    parser.addoption(
        _OPTION,
        action="store_true",
        help="summarize: record the runs of recorded_run again, with your own model and key",
    )


@pytest.fixture
def recorded_run(request: pytest.FixtureRequest) -> RecordedRun:
    """A context manager by the name of a recording; gives the Settings to run with.

    Further keywords are settings (`mode="json_schema"`, `reasks=0`, …): they shape the requests, so
    that changing one means to record again.
    """
    folder = request.path.parent / "cassettes"
    record = bool(request.config.getoption(_OPTION))

    @contextmanager
    def run(name: str, **settings: Any) -> Iterator[Settings]:
        from summarizer.settings import Settings
        from summarizer.testing.recording import PLACE, recorded_model, recording

        path = folder / f"{name}.yaml"
        with recording(path, record=record):
            endpoint: dict[str, Any] = {}
            if not record:
                model = recorded_model(path)
                endpoint = {"model": model, "base_url": f"{PLACE}/v1", "api_key": "recorded"}
            # Nothing is taken from a cache: a run that asks nothing would record nothing.
            given = {"engine": "llm", "cache": "off", "max_attempts": 1} | settings | endpoint
            yield Settings(**given)

    return run
