"""A model for tests: reads the messages of this package and answers them from the source's words.

    with FakeEndpoint(lambda request: answer(request.messages)) as fake: ...

`read_request` tells what a request asks for, for tests that want to answer it otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from summarizer.engines.llm.completion import Message

_FENCE = re.compile("分隔符是(§[0-9a-f]+)。")
_LINE = re.compile(r" (路径|单元|标注|小节|各条|资料结束)(.*)")
_ANCHOR = re.compile(r"(?:^| )([fdt]\d+)=(.*?)(?= [fdt]\d+=|$)")
_SECTION = re.compile(r" (s\d+)(（全文）)?：由(第|单元 u)(\d+)(?:至u?(\d+))?")
_CLAUSE = re.compile(r"[^，,；;。]+[，,；;。]?")
_LONGEST = 70
_SHARE = 20


@dataclass(slots=True)
class Asked:
    """One unit or section of a request, with its text and the anchors listed for it."""

    id: str
    lines: list[str] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)
    whole: bool = False

    @property
    def text(self) -> str:
        """The text between the fences."""
        return "\n".join(self.lines)


def read_request(messages: Sequence[Message]) -> list[Asked]:
    """What the last message asks for, in its order."""
    asked: list[Asked] = []
    children: list[str] = []
    current: Asked | None = None
    listing = False
    content = messages[-1].content
    announced = _FENCE.match(content)
    fence = announced[1] if announced else "§"
    for line in content.split("\n"):
        fenced = _LINE.fullmatch(line, len(fence)) if line.startswith(fence) else None
        if fenced is None:
            if listing:
                children.append(line.partition(" ")[2])
            elif current is not None:
                current.lines.append(line)
            continue
        kind, rest = fenced[1], fenced[2]
        listing = kind == "各条"
        if kind == "单元":
            current = Asked(rest.strip())
            asked.append(current)
        elif kind == "小节" and (section := _SECTION.match(rest)):
            current = Asked(section[1], whole=section[2] is not None)
            first, last = int(section[4]), int(section[5] or section[4])
            below = children if section[3] == "第" else [one.text for one in asked]
            current.lines += [_summary(text, _SHARE) for text in below[first - 1 : last]]
            asked.append(current)
        elif kind == "标注" and current is not None:
            current.anchors = dict(_ANCHOR.findall(rest.removeprefix("：")))
            current = None
        else:
            current = None
    return asked


def answer(messages: Sequence[Message]) -> dict[str, Any]:
    """A valid answer in the source's own words: the first clauses of each text."""
    asked = read_request(messages)
    return {
        "units": [_unit(one) for one in asked if one.id.startswith("u")],
        "sections": [
            {"id": one.id, "summary": _summary(one.text)} for one in asked if one.id[0] == "s"
        ],
    }


def _unit(asked: Asked) -> dict[str, Any]:
    figures = [name for name in asked.anchors if name.startswith("f")]
    return {
        "id": asked.id,
        "summary": _summary(asked.text),
        "category": "other",
        "status": "reported",
        "actors": [],
        "labels": [{"id": name, "label": "有关事项"} for name in figures],
    }


def _summary(text: str, longest: int = _LONGEST) -> str:
    summary = ""
    for clause in _CLAUSE.findall(re.sub(r"\s+|^- ", "", text)):
        if summary and len(summary) + len(clause) > longest:
            break
        summary += clause
    return summary[:longest].rstrip("，,；;。") + "。"
