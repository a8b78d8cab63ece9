"""What a model must answer, and whether it did.

The schema that travels is strict. The answer is taken apart before it is validated, so that one bad
unit does not cost the others: what fits is kept, what does not is told by unit.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ValidationError,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from summarizer.engines.llm.prompting import Reason, Request
from summarizer.engines.llm.questions import Kind, Question

CategoryName = Literal[
    "system",
    "leadership",
    "study",
    "supervision",
    "discipline",
    "campaign",
    "project",
    "service",
    "economy",
    "personnel",
    "party_building",
    "publicity",
    "governance",
    "environment",
    "other",
]
StatusName = Literal[
    "completed", "mostly_completed", "in_progress", "ongoing", "planned", "problem", "reported"
]

_LONGEST: dict[Kind, int] = {"unit": 120, "section": 150, "report": 220}
_ASKED: dict[Kind, int] = {"unit": 80, "section": 100, "report": 150}
_LONGEST_LABEL = 30
_LONGEST_ACTOR = 40
_CHINESE = re.compile(r"[㐀-鿿]")
_MARKUP = re.compile(
    # Controls, marks that turn the direction of writing or do not show, and halves of characters:
    # a terminal or a page would obey them.
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
    r"|[`§{}\\]|</?[A-Za-z!]|\*\*|__|^\s*[-*#]+\s|\]\("
)
_WHITE = re.compile(r"\s+")


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class LabelAnswer(_Strict):
    """What the figure with this id counts."""

    id: str
    label: str


class UnitAnswer(_Strict):
    """What a model says of one unit."""

    id: str
    summary: str
    category: CategoryName
    status: StatusName
    actors: tuple[str, ...] = Field(strict=False, max_length=12)
    labels: tuple[LabelAnswer, ...] = Field(strict=False)


class SectionAnswer(_Strict):
    """What a model says of a section, or of the whole report."""

    id: str
    summary: str


Item = UnitAnswer | SectionAnswer


def _schema() -> JsonSchemaValue:
    """The strict schema, written out: some endpoints know no references."""
    text: JsonSchemaValue = {"type": "string"}
    label = _record({"id": text, "label": text})
    unit = _record(
        {
            "id": text,
            "summary": text,
            "category": {"type": "string", "enum": list(get_args(CategoryName))},
            "status": {"type": "string", "enum": list(get_args(StatusName))},
            "actors": {"type": "array", "items": text},
            "labels": {"type": "array", "items": label},
        }
    )
    section = _record({"id": text, "summary": text})
    return {
        "title": "Answer",
        **_record(
            {
                "units": {"type": "array", "items": unit},
                "sections": {"type": "array", "items": section},
            }
        ),
    }


def _record(fields: dict[str, JsonSchemaValue]) -> JsonSchemaValue:
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


class Answer(BaseModel):
    """The answer to one request: loose on purpose, its items are validated one by one."""

    model_config = ConfigDict(defer_build=True)  # a run answered from the cache needs it not

    units: list[Any] = Field(default_factory=list)
    sections: list[Any] = Field(default_factory=list)

    @model_validator(mode="before")
    @classmethod
    def _outer_object(cls, value: object) -> object:
        # Small models leave the outer object out; ids tell units from sections.
        if isinstance(value, dict) and "id" in value:
            value = [value]
        if isinstance(value, list):
            return {"units": value, "sections": value}
        if isinstance(value, dict) and value.keys().isdisjoint(cls.model_fields):
            raise ValueError("neither units nor sections")
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return _schema()


def schema_digest() -> str:
    """Changes with anything in the schema."""
    return hashlib.sha256(json.dumps(_schema(), sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Judged:
    """What of an answer can be taken, and why the rest cannot; by id in the request."""

    taken: Mapping[str, Item]
    failed: Mapping[str, tuple[Reason, ...]]


def judge(answer: Answer, request: Request) -> Judged:
    """Validate an answer against the questions that were asked. Never raises."""
    taken: dict[str, Item] = {}
    failed: dict[str, tuple[Reason, ...]] = {}
    for items, questions in (
        (answer.units, request.units),
        (answer.sections, request.sections),
    ):
        given = _by_id(items)
        for name, question in questions.items():
            candidates = given.get(name, [])
            if not candidates:
                failed[name] = (Reason.of("missing"),)
            elif len(candidates) > 1:
                failed[name] = (Reason.of("repeated"),)
            else:
                item = fit(candidates[0], question)
                if isinstance(item, tuple):
                    failed[name] = item
                else:
                    taken[name] = item
    return Judged(taken, failed)


def fit(candidate: object, question: Question) -> Item | tuple[Reason, ...]:
    """The item where it fits the question, else the reasons why not."""
    model = UnitAnswer if question.kind == "unit" else SectionAnswer
    try:
        item = model.model_validate(candidate)
    except ValidationError as error:
        faults = error.errors(include_input=False, include_url=False, include_context=False)
        fields = dict.fromkeys(".".join(str(part) for part in fault["loc"]) for fault in faults)
        return tuple(Reason.of("shape", field=_plain(field)) for field in list(fields)[:5])
    summary = item.summary.strip()
    reasons = list(_summary_faults(summary, question.kind))
    if isinstance(item, UnitAnswer):
        reasons += _label_faults(item.labels, question)
        reasons += _actor_faults(item.actors, question)
    return tuple(reasons) if reasons else item.model_copy(update={"summary": summary})


def _by_id(items: Sequence[Any]) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for item in items:
        name = item.get("id") if isinstance(item, dict) else None
        if isinstance(name, str):
            found.setdefault(name.strip(), []).append({**item, "id": name.strip()})
    return found


def _summary_faults(summary: str, kind: Kind) -> list[Reason]:
    if not summary:
        return [Reason.of("blank")]
    faults = []
    if not _CHINESE.search(summary):
        faults.append(Reason.of("not_chinese"))
    if _MARKUP.search(summary):
        faults.append(Reason.of("markup"))
    if len(summary) > _LONGEST[kind]:
        faults.append(Reason.of("too_long", field="summary", limit=_ASKED[kind]))
    return faults


def _label_faults(labels: Sequence[LabelAnswer], question: Question) -> list[Reason]:
    faults = []
    known = {anchor.id for anchor in question.anchors}
    seen: set[str] = set()
    for label in labels:
        if label.id not in known:
            faults.append(Reason.of("unknown_label", value=_plain(label.id)))
        elif label.id in seen:
            faults.append(Reason.of("repeated_label", value=label.id))
        elif not label.label.strip() or _MARKUP.search(label.label):
            faults.append(Reason.of("shape", field="labels"))
        elif len(label.label) > _LONGEST_LABEL:
            faults.append(Reason.of("too_long", field="labels", limit=15))
        seen.add(label.id)
    return faults


def _actor_faults(actors: Sequence[str], question: Question) -> list[Reason]:
    text = _WHITE.sub("", question.text)
    faults = []
    for actor in actors:
        name = _WHITE.sub("", actor)
        if not name:
            faults.append(Reason.of("shape", field="actors"))
        elif len(name) > _LONGEST_ACTOR:
            faults.append(Reason.of("too_long", field="actors", limit=_LONGEST_ACTOR))
        elif name not in text:
            faults.append(Reason.of("unknown_actor", value=_plain(name)))
    return faults


def _plain(value: str) -> str:
    """A model's own words, fit for one line of a message."""
    return _MARKUP.sub(" ", value)[:40]
