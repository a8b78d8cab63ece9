"""What is known already: validated answers, by the key of their task."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.engines.llm.answer.models import Item
from summarizer.engines.llm.answer.validation import fit
from summarizer.engines.llm.store.disk import DiskStore
from summarizer.engines.llm.tasks.task import SummaryTask
from summarizer.errors import OutputError

log = logging.getLogger("summarizer.llm")


@dataclass(frozen=True, slots=True)
class CachedAnswer:
    """A validated answer; `reasked` where it came after one that the source contradicts, or where
    asking again was of no use."""

    item: Item
    reasked: bool = False

    def to_json(self, key: str) -> str:
        """For the store, under this key; the id in the request means nothing there."""
        answer = self.item.model_dump(mode="json", exclude={"id"})
        entry = {"key": key, "reasked": self.reasked, "answer": answer}
        return json.dumps(entry, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str, task: SummaryTask) -> CachedAnswer | None:
        """What the store held, validated again; None where it does not fit the task, or was the
        answer to another one."""
        try:
            entry = json.loads(text)
            reasked, answer = entry["reasked"] is True, dict(entry["answer"])
            if entry["key"] != task.key:
                return None
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        item = fit({**answer, "id": "cached"}, task)
        return None if isinstance(item, tuple) else cls(item, reasked)


@dataclass(slots=True)
class AnswerStore:
    """The disk as the settings want it used: not at all, or written but not read (`refresh`).

    A disk that fails ends no run: one line says so, and the run goes on without it.
    """

    disk: DiskStore | None
    reads: bool = True
    _kept: dict[str, str] = field(default_factory=dict)

    def recall(self, task: SummaryTask) -> CachedAnswer | None:
        """The answer to a task, where it is known."""
        text = self.recall_text(task.key)
        return None if text is None else CachedAnswer.from_json(text, task)

    def keep(self, answers: Sequence[tuple[SummaryTask, CachedAnswer]]) -> None:
        """Store answers, all in one step."""
        self.keep_texts({task.key: known.to_json(task.key) for task, known in answers})

    def recall_text(self, key: str) -> str | None:
        """The text under a key: what this run has stored, else what stands on the disk."""
        if key in self._kept:
            return self._kept[key]
        if self.disk is None or not self.reads:
            return None
        try:
            return self.disk.get(key)
        except OutputError as error:
            self._without(error)
            return None

    def keep_texts(self, texts: dict[str, str]) -> None:
        """Store texts by key, all in one step."""
        if self.disk is None or not texts:
            return
        self._kept |= texts
        try:
            self.disk.put_all(texts)
        except OutputError as error:
            self._without(error)

    def close(self) -> None:
        """Close the database, so that a copy of its file is whole."""
        self._kept.clear()
        if self.disk is not None:
            self.disk.close()

    def _without(self, error: OutputError) -> None:
        self.disk = None
        log.warning("%s (%s): answers of this run are not kept", error, error.hint)
