"""Messages out of the prompt files and the questions.

Templates hold «name» (in TOML) or <<name>> (in Markdown); values are put in once and never read as
templates themselves, so nothing in a report can act as one. Lines that the report cannot contain
(they start with a fence that does not occur in its text) set the source apart from the wording.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from summarizer.engines.llm.completion import Message
from summarizer.engines.llm.questions import Question
from summarizer.errors import UsageError
from summarizer.resources import names, text

_STEP = " › "
_PLACE = re.compile(r"<<([a-z_]+)>>|«([a-z_]+)»")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an answer was not taken: the name of a wording, and what to put into it."""

    name: str
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, name: str, **values: object) -> Reason:
        """A reason with the values of its wording."""
        return cls(name, tuple((key, str(value)) for key, value in values.items()))


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as it stands in a request: `tries` is how often it was asked before, `reasons` why
    that was not enough, `draft` the summary that failed."""

    question: Question
    tries: int = 0
    reasons: tuple[Reason, ...] = ()
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What goes over the wire, and which id in the answer means which question."""

    messages: tuple[Message, ...]
    units: Mapping[str, Question]
    sections: Mapping[str, Question]


@dataclass(frozen=True, slots=True)
class Prompts:
    """All wording sent to a model; `digest` changes with any of it."""

    system: str
    ask: str
    material: Mapping[str, str]
    reasons: Mapping[str, str]
    digest: str

    def request(self, asks: Sequence[Ask], along: Sequence[Question] = ()) -> Request:
        """The request for these questions, in this order.

        `along` are sections whose units are all among the questions: they are answered from the
        same text.
        """
        units, sections = _numbered([ask.question for ask in asks], along)
        ids = {id(question): name for name, question in [*units.items(), *sections.items()]}
        fence = _fence([*units.values(), *sections.values()], asks)
        material = _Material(self.material, fence, ids)
        user = _fill(
            self.ask,
            fence=fence,
            ids="、".join([*units, *sections]),
            material="\n".join(material.lines(units, sections, along)),
            reasons="\n".join(self._reasons(asks, ids, fence)),
        )
        messages = (Message("system", self.system), Message("user", user.rstrip() + "\n"))
        return Request(messages, units, sections)

    def _reasons(self, asks: Sequence[Ask], ids: Mapping[int, str], fence: str) -> list[str]:
        lines = []
        for ask in asks:
            name = ids[id(ask.question)]
            if ask.draft:
                lines.append(_fill(self.reasons["draft"], id=name, draft=ask.draft, fence=fence))
            for reason in ask.reasons:
                told = _fill(self.reasons[reason.name], **dict(reason.values))
                lines.append(_fill(self.reasons["line"], id=name, reason=told))
        return [self.reasons["head"], *lines] if lines else []


@dataclass(frozen=True, slots=True)
class _Material:
    """Writes the part of a message that holds the source."""

    wording: Mapping[str, str]
    fence: str
    ids: Mapping[int, str]

    def lines(
        self,
        units: Mapping[str, Question],
        sections: Mapping[str, Question],
        along: Sequence[Question],
    ) -> list[str]:
        lines: list[str] = []
        above: tuple[str, ...] = ()
        for path, group in groupby(units.items(), key=lambda item: item[1].context):
            if path:
                lines.append(self._say("path", path=_from_where_it_differs(path, above)))
            above = path
            for name, question in group:
                lines.append(self._say("unit", id=name))
                lines.append(question.text)
                if question.anchors:
                    lines.append(self._say("anchors", anchors=self._anchors(question)))
        covered = {id(question) for question in along}
        numbers: dict[str, int] = {}
        for line in (line for question in sections.values() for line in question.lines):
            # Sections of one request share what they have in common.
            if line.unit_id not in numbers:
                if not numbers:
                    lines.append(self._say("lines"))
                numbers[line.unit_id] = len(numbers) + 1
                lines.append(
                    self._say("line", id=str(len(numbers)), text=" ".join(line.text.split()))
                )
        for name, question in sections.items():
            if id(question) in covered:
                lines.append(self._covering(name, question, units))
            else:
                lines.append(self._section(name, question, numbers))
            lines.extend([question.text] if question.text else [])
        lines.append(self._say("end"))
        return lines

    def _covering(self, name: str, question: Question, units: Mapping[str, Question]) -> str:
        below = [unit for unit, asked in units.items() if asked.unit_id in question.members]
        if question.kind == "report":
            return self._say(
                "report_covers", id=name, units=self._span(below), heading=question.heading
            )
        # Where its units share a path, that path ends with its heading.
        paths = {units[unit].context for unit in below}
        heading = question.heading if len(paths) > 1 else ""
        return self._say("covers", id=name, units=self._span(below), heading=heading)

    def _section(self, name: str, question: Question, numbers: Mapping[str, int]) -> str:
        heading = question.heading
        if question.problem:
            heading += self._say("problem", problem=question.problem)
        below = [str(numbers[line.unit_id]) for line in question.lines]
        told = self._say(
            "report" if question.kind == "report" else "section",
            id=name,
            lines=self._span(below),
            heading=heading,
        )
        left_out = question.left_out
        return told + (self._say("more", count=str(left_out)) if left_out else "")

    def _span(self, names: Sequence[str]) -> str:
        if len(names) == 1:
            return names[0]
        return self._say("span", first=names[0], last=names[-1])

    def _anchors(self, question: Question) -> str:
        return " ".join(
            self._say("anchor", id=anchor.id, text=anchor.text) for anchor in question.anchors
        )

    def _say(self, name: str, **values: str) -> str:
        return _fill(self.wording[name], fence=self.fence, **values)


def _from_where_it_differs(path: tuple[str, ...], above: tuple[str, ...]) -> str:
    """A path without what stands in the one before it: headings are long and shared by many."""
    shared = 0
    while shared < min(len(path) - 1, len(above)) and path[shared] == above[shared]:
        shared += 1
    return _STEP.join(["…"] * bool(shared) + list(path[shared:]))


def _numbered(
    asked: Sequence[Question], along: Sequence[Question]
) -> tuple[dict[str, Question], dict[str, Question]]:
    units = [question for question in asked if question.kind == "unit"]
    sections = [question for question in asked if question.kind != "unit"] + list(along)
    return (
        {f"u{number}": question for number, question in enumerate(units, start=1)},
        {f"s{number}": question for number, question in enumerate(sections, start=1)},
    )


def _fence(questions: Sequence[Question], asks: Sequence[Ask]) -> str:
    """A mark that does not occur in the material, the same for the same material."""
    material = "\n".join(
        part
        for question in questions
        for part in (
            *question.context,
            question.heading,
            question.text,
            *(line.text for line in question.lines),
        )
    )
    material += "\n".join(ask.draft for ask in asks)
    digest = material.encode("utf-8", "surrogatepass")
    problems = [question.problem for question in questions]
    while True:
        digest = hashlib.sha256(digest).digest()
        fence = "§" + digest[:3].hex()
        if not any(fence in part for part in (material, *problems)):
            return fence


def _fill(template: str, **values: str) -> str:
    """Put values into a template; what they contain is never looked at."""
    return _PLACE.sub(lambda match: values[match[1] or match[2]], template)


@lru_cache(maxsize=1)
def load_prompts() -> Prompts:
    """The prompts of this installation. Raises UsageError where a file is missing or broken."""
    found = names("prompts", "")
    files = {name: text("prompts", name) for name in found}
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(f"{name}\0{content}\0".encode())
    try:
        wording = tomllib.loads(files["wording.toml"])
        return Prompts(
            system=files["system.md"],
            ask=files["ask.md"],
            material=wording["material"],
            reasons=wording["reasons"],
            digest=digest.hexdigest(),
        )
    except (KeyError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"the prompt files cannot be used: {error}") from None
