"""A model for tests: reads the messages of this package and answers them from the source's words.

    with FakeEndpoint(lambda request: answer(request.messages)) as fake: ...

`read_request` tells what a request asks for, for tests that want to answer it otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from summarizer import patterns as re
from summarizer.engines.llm.client.interface import Message

_FENCE = re.compile("分隔符是(§[0-9a-f]+)。")
_LINE = re.compile(
    r" (报告|路径|u(?=\d)|总数|标注|小节|全文|要紧的数字|尚未完成|各条|资料结束|单元原文|说法)(.*)"
)
_UNIT = re.compile(r"(\d+)(?:（(\d+)点）)?")
_ANCHOR = re.compile(r"(?:^| )(f\d+)=(.*?)(?= f\d+=|$)")
_SECTION = re.compile(r" ([so]\d+)（(.*?)）")
_OF_LINES = re.compile(r"(\d+)(?:至(\d+))?")
_OF_UNITS = re.compile(r"(u\d+)(?:至(u\d+))?")
_OF_SECTIONS = re.compile(r"s\d+")
_CLAIM = re.compile(r" (c\d+)：(.*)")
_SENTENCE = re.compile(r"[^。；;\n]+[。；;]?")
_CLAUSE = re.compile(r"[^，,；;。]+[，,；;。]?")
_POINT, _HEADLINE, _SUMMARY = 50, 30, 90  # characters: within the limits that prompts name
_SHARE = 25  # characters that a section tells of each of its parts


@dataclass(slots=True)
class Asked:
    """One unit, section, overview or claim of a request, with its text and listed anchors."""

    id: str
    lines: list[str] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)
    points: int = 1

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
    announced = _FENCE.search(content)
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
        if kind == "u" and (unit := _UNIT.fullmatch(rest)):
            current = Asked(f"u{unit[1]}", points=int(unit[2] or 1))
            asked.append(current)
        elif kind in ("小节", "全文") and (section := _SECTION.match(rest)):
            current = Asked(section[1])
            below = _below(section[2], asked, children)
            current.lines += [_clauses(text, _SHARE) for text in below]
            asked.append(current)
        elif kind == "标注" and asked:
            asked[-1].anchors = dict(_ANCHOR.findall(rest.removeprefix("：")))
            current = None
        elif kind == "说法" and (claim := _CLAIM.fullmatch(rest)):
            asked.append(Asked(claim[1], [claim[2]]))
            current = None
        else:
            current = None
    return asked


def _below(told: str, asked: Sequence[Asked], lines: Sequence[str]) -> list[str]:
    """The texts of the lines, units and sections that a section is made of."""
    names = [one.id for one in asked]
    found = []
    listed, _, numbers = told.partition("第")
    for match in _OF_UNITS.finditer(listed):
        first, last = names.index(match[1]), names.index(match[2] or match[1])
        found += [one.text for one in asked[first : last + 1]]
    found += [one.text for one in asked if one.id in _OF_SECTIONS.findall(listed)]
    for match in _OF_LINES.finditer(numbers):
        found += lines[int(match[1]) - 1 : int(match[2] or match[1])]
    return found


def answer(messages: Sequence[Message]) -> dict[str, Any]:
    """A valid answer in the source's own words: the first clauses of each text."""
    asked = read_request(messages)
    if any(one.id[0] == "c" for one in asked):
        return {"opinions": [_opinion(one) for one in asked]}
    return {
        "units": [_unit(one) for one in asked if one.id[0] == "u"],
        "sections": [_section(one) for one in asked if one.id[0] == "s"],
        "overview": [
            {"id": one.id, "summary": _clauses("；".join(one.lines), _SUMMARY) + "。"}
            for one in asked
            if one.id[0] == "o"
        ],
    }


def _unit(asked: Asked) -> dict[str, Any]:
    sentences = [s for s in _SENTENCE.findall(asked.text) if len(s) > 3] or [asked.text]
    texts = dict.fromkeys(_clauses(sentence, _POINT) + "。" for sentence in sentences)
    return {
        "id": asked.id,
        "points": [{"text": text, "status": "reported"} for text in [*texts][: asked.points]],
        "category": "other",
        "actors": [],
        "labels": [{"id": name, "label": "有关事项"} for name in asked.anchors],
    }


def _section(asked: Asked) -> dict[str, Any]:
    text = "；".join(asked.lines)
    return {
        "id": asked.id,
        "headline": _clauses(text, _HEADLINE),
        "summary": _clauses(text, _SUMMARY) + "。",
    }


def _opinion(asked: Asked) -> dict[str, Any]:
    return {"id": asked.id, "verdict": "unverifiable", "quotation": ""}


def _clauses(text: str, longest: int) -> str:
    """Whole clauses from the front within `longest` characters, without the last mark."""
    told = ""
    for clause in _CLAUSE.findall(re.sub(r"\s+|^- ", "", text)):
        if told and len(told) + len(clause) > longest:
            break
        told += clause
    return told[:longest].rstrip("，,；;。")
