"""Messages out of the prompt files and the tasks.

Lines that the report cannot contain (they start with a fence that does not occur in its text) set
the source apart from the wording.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from summarizer.engines.llm.client.interface import Message
from summarizer.engines.llm.prompt.reasons import Reason
from summarizer.engines.llm.prompt.templates import Prompts, fill
from summarizer.engines.llm.tasks.task import Issue, SummaryTask
from summarizer.models.fields import MeasureFields

_STEP = " › "


@dataclass(frozen=True, slots=True)
class Asking:
    """A task as it stands in a request: `reasons` say why an earlier answer was not taken."""

    task: SummaryTask
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """What goes over the wire, and which id in the answer means which task."""

    messages: tuple[Message, ...]
    units: Mapping[str, SummaryTask]
    sections: Mapping[str, SummaryTask]
    overview: Mapping[str, SummaryTask]
    fields: type[MeasureFields] | None = None

    def asked(self) -> dict[str, SummaryTask]:
        """All tasks by their id in the request."""
        return {**self.units, **self.sections, **self.overview}


def render(
    prompts: Prompts, askings: Sequence[Asking], along: Sequence[SummaryTask] = ()
) -> Rendered:
    """The request for these tasks, in this order.

    `along` are sections (and the overview) whose units are all among the tasks: they are answered
    from the same text.
    """
    units, sections, overview = _numbered([asking.task for asking in askings], along)
    everything = {**units, **sections, **overview}
    ids = {id(task): name for name, task in everything.items()}
    fence = _fence(list(everything.values()), askings)
    material = _Material(prompts.material, fence)
    issue = next((task.issue for task in everything.values()), Issue())
    user = fill(
        prompts.ask,
        fence=fence,
        ids="、".join(material.span(list(names)) for names in (units, sections, overview) if names),
        material="\n".join(material.lines(issue, units, sections, overview, along)),
        reasons="\n".join(_reasons(prompts, askings, ids, fence)),
    )
    messages = (Message("system", prompts.system), Message("user", user.rstrip() + "\n"))
    return Rendered(messages, units, sections, overview, prompts.fields)


def _reasons(
    prompts: Prompts, askings: Sequence[Asking], ids: Mapping[int, str], fence: str
) -> list[str]:
    lines = []
    for asking in askings:
        for reason in asking.reasons:
            told = fill(prompts.reasons[reason.name], fence=fence, **dict(reason.values))
            lines.append(fill(prompts.reasons["line"], id=ids[id(asking.task)], reason=told))
    return [prompts.reasons["head"], *lines] if lines else []


@dataclass(frozen=True, slots=True)
class _Material:
    """Writes the part of a message that holds the source."""

    wording: Mapping[str, str]
    fence: str

    def lines(
        self,
        issue: Issue,
        units: Mapping[str, SummaryTask],
        sections: Mapping[str, SummaryTask],
        overview: Mapping[str, SummaryTask],
        along: Sequence[SummaryTask],
    ) -> list[str]:
        lines = self._issue(issue)
        above: tuple[str, ...] = ()
        for path, group in groupby(units.items(), key=lambda item: item[1].context):
            if path:
                lines.append(self._say("path", path=_from_where_it_differs(path, above)))
            above = path
            for name, task in group:
                several = self._say("several", points=str(task.points)) if task.points > 1 else ""
                lines.append(self._say("unit", id=name, several=several))
                lines.append(task.text)
                if task.totals:
                    lines.append(self._say("totals", totals="、".join(task.totals)))
                if task.anchors:
                    listed = [
                        self._say("anchor", id=anchor.id, text=anchor.text)
                        for anchor in task.anchors
                    ]
                    lines.append(self._say("anchors", anchors=" ".join(listed)))
        covered = {id(task) for task in along}
        numbers = self._material_lines(lines, [*sections.values(), *overview.values()])
        for kind, tasks in (("section", sections), ("overview", overview)):
            for name, task in tasks.items():
                if id(task) in covered:
                    lines.append(self._covering(kind, name, task, units))
                else:
                    lines.append(self._from_lines(kind, name, task, numbers, sections))
                lines.extend([task.text] if task.text else [])
                if task.figures:
                    lines.append(self._say("figures", figures="；".join(task.figures)))
                if task.open:
                    lines.append(self._say("open", open="；".join(task.open)))
        lines.append(self._say("end"))
        return lines

    def _issue(self, issue: Issue) -> list[str]:
        told = [
            fill(self.wording[name], value=value)
            for name, value in (
                ("title", issue.title),
                ("issuer", "" if issue.issuer in issue.title else issue.issuer),
                ("date", issue.date),
            )
            if value
        ]
        return [self._say("issue", told="；".join(told))] if told else []

    def _material_lines(self, lines: list[str], tasks: Sequence[SummaryTask]) -> dict[str, int]:
        """Write the lines that sections are made from, and number them; those of one request share
        what they have in common."""
        numbers: dict[str, int] = {}
        for line in (line for task in tasks for line in task.lines):
            if line.unit_id not in numbers:
                if not numbers:
                    lines.append(self._say("lines"))
                numbers[line.unit_id] = len(numbers) + 1
                lines.append(
                    self._say("line", id=str(len(numbers)), text=" ".join(line.text.split()))
                )
        return numbers

    def _covering(
        self, kind: str, name: str, task: SummaryTask, units: Mapping[str, SummaryTask]
    ) -> str:
        below = [unit for unit, asked in units.items() if asked.unit_id in task.members]
        # Where its units share a path, that path ends with its heading.
        shared = len({units[unit].context for unit in below}) == 1
        heading = "" if shared and kind == "section" else self._heading(task)
        of = self._say("of_units", units=self.span(below))
        return self._say(kind, id=name, of=of, heading=heading)

    def _from_lines(
        self,
        kind: str,
        name: str,
        task: SummaryTask,
        numbers: Mapping[str, int],
        sections: Mapping[str, SummaryTask],
    ) -> str:
        names = {section.unit_id: name for name, section in sections.items()}
        parts = [names[unit_id] for unit_id in task.parts if unit_id in names]
        of = [self._say("of_sections", ids="、".join(parts))] if parts else []
        if task.lines:
            below = [numbers[line.unit_id] for line in task.lines]
            of.append(self._say("of_lines", lines=self._ranges(below)))
        told = self._say(kind, id=name, of="、".join(of), heading=self._heading(task))
        return told + (self._say("more", count=str(task.left_out)) if task.left_out else "")

    def _heading(self, task: SummaryTask) -> str:
        if task.heading == task.issue.title:
            return ""  # it stands above already
        problem = self._say("problem", problem=task.problem) if task.problem else ""
        return task.heading + problem

    def _ranges(self, numbers: Sequence[int]) -> str:
        """Line numbers as ranges: lines that sections share do not always stand together."""
        runs: list[list[int]] = []
        for number in numbers:
            if runs and number == runs[-1][-1] + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        return "、".join(self.span([str(number) for number in run]) for run in runs)

    def span(self, names: Sequence[str]) -> str:
        """The first and the last of names that count up."""
        if len(names) < 2:
            return names[0] if names else ""
        return self._say("span", first=names[0], last=names[-1])

    def _say(self, name: str, **values: str) -> str:
        return fill(self.wording[name], fence=self.fence, **values)


def _from_where_it_differs(path: tuple[str, ...], above: tuple[str, ...]) -> str:
    """A path without what stands in the one before it: headings are long and shared by many."""
    shared = 0
    while shared < min(len(path) - 1, len(above)) and path[shared] == above[shared]:
        shared += 1
    return _STEP.join(["…"] * bool(shared) + list(path[shared:]))


def _numbered(
    asked: Sequence[SummaryTask], along: Sequence[SummaryTask]
) -> tuple[dict[str, SummaryTask], dict[str, SummaryTask], dict[str, SummaryTask]]:
    everything = [*asked, *along]
    return (
        {f"u{n}": task for n, task in enumerate(_of_kind(everything, "unit"), start=1)},
        {f"s{n}": task for n, task in enumerate(_of_kind(everything, "section"), start=1)},
        {f"o{n}": task for n, task in enumerate(_of_kind(everything, "overview"), start=1)},
    )


def _of_kind(tasks: Sequence[SummaryTask], kind: str) -> list[SummaryTask]:
    return [task for task in tasks if task.kind == kind]


def _fence(tasks: Sequence[SummaryTask], askings: Sequence[Asking]) -> str:
    """A mark that does not occur in the material, the same for the same material."""
    parts = [
        part
        for task in tasks
        for part in (
            *task.context,
            *(task.issue.title, task.issue.issuer, task.heading, task.problem, task.text),
            *(line.text for line in task.lines),
            *task.figures,
            *task.open,
        )
    ]
    parts += [value for a in askings for reason in a.reasons for _, value in reason.values]
    digest = "\n".join(parts).encode("utf-8", "surrogatepass")
    while True:
        digest = hashlib.sha256(digest).digest()
        fence = "§" + digest[:2].hex()
        if not any(fence in part for part in parts):
            return fence
