"""What is known already: validated answers, in the cache or in flight."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.engines.llm.answers import Item, fit
from summarizer.engines.llm.cache import AnswerCache
from summarizer.engines.llm.questions import Question


@dataclass(frozen=True, slots=True)
class Known:
    """A validated answer, and after how many earlier ones it came."""

    item: Item
    tries: int

    def to_json(self, key: str) -> str:
        """For the cache, under this key; the id in the request means nothing there."""
        answer = self.item.model_dump(mode="json", exclude={"id"})
        entry = {"key": key, "tries": self.tries, "answer": answer}
        return json.dumps(entry, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str, question: Question) -> Known | None:
        """What the cache held, validated again; None where it does not fit the question, or was
        the answer to another one."""
        try:
            entry = json.loads(text)
            tries, answer = int(entry["tries"]), dict(entry["answer"])
            if entry["key"] != question.key:
                return None
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return None
        item = fit({**answer, "id": "cached"}, question)
        return None if isinstance(item, tuple) else cls(item, tries)


@dataclass(frozen=True, slots=True)
class Memory:
    """The cache as the settings want it used: not at all, or written but not read (`refresh`)."""

    cache: AnswerCache | None
    reads: bool = True

    def recall(self, question: Question) -> Known | None:
        """The answer to a question, where it is known."""
        if self.cache is None or not self.reads:
            return None
        text = self.cache.get(question.key)
        return None if text is None else Known.from_json(text, question)

    def keep(self, answers: Sequence[tuple[Question, Known]]) -> None:
        """Store answers, all in one step."""
        if self.cache is not None and answers:
            self.cache.put_all(
                {question.key: known.to_json(question.key) for question, known in answers}
            )
