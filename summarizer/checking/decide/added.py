"""A word that says more than anything in the unit does: 最终 of a first reckoning, 无须 of a duty.

No clause has to be retold for it: such a word stands in the source where it is true, in whatever
words the rest is told.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer import patterns as re
from summarizer.checking.case import Case
from summarizer.checking.findings import Fault, Grade
from summarizer.checking.propositions import Propositions
from summarizer.checking.textual import unquoted
from summarizer.resources import text as resource


@dataclass(frozen=True, slots=True)
class Added:
    """Words of one sense, and those of a source that allow them (`lexicons/added.toml`)."""

    kind: str
    words: re.Pattern[str]
    warrant: re.Pattern[str]


@lru_cache(maxsize=1)
def senses() -> tuple[Added, ...]:
    """All senses of the lexicon."""
    rows = tomllib.loads(resource("lexicons", "added.toml"))["word"]
    return tuple(
        Added(row["kind"], re.compile(row["words"]), re.compile(row["warrant"])) for row in rows
    )


def added(case: Case, said: Propositions) -> Iterator[Fault]:
    """Every clause with such a word that neither the unit nor its frame allows."""
    del said
    for number, clause in enumerate(case.said.clauses):
        if number in case.verbatim:
            continue
        words = unquoted(clause.text)
        for sense in senses():
            found = sense.words.search(words)
            if found is not None and not any(sense.warrant.search(t) for t in case.scope.texts):
                claim = (clause.text.strip(), clause.span)
                yield case.says(
                    sense.kind, Grade.DOUBTFUL, claim, "added", details={"mine": found[0]}
                )
                break
