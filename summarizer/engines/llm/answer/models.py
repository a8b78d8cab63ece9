"""The parts of an answer, as they are validated and stored."""

from __future__ import annotations

from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

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
CATEGORIES: tuple[str, ...] = get_args(CategoryName)
STATUSES: tuple[str, ...] = get_args(StatusName)


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class LabelAnswer(_Strict):
    """What the figure with this id counts."""

    id: str
    label: str


class PointAnswer(_Strict):
    """A sentence about one thing, and how far that has come."""

    text: str
    status: StatusName


class UnitAnswer(_Strict):
    """What a model says of one unit; `extra` are its answers to a user's own fields, as given."""

    id: str
    points: tuple[PointAnswer, ...] = Field(strict=False)
    category: CategoryName
    actors: tuple[str, ...] = Field(strict=False)
    labels: tuple[LabelAnswer, ...] = Field(strict=False)
    extra: dict[str, Any] = Field(default_factory=dict)

    @property
    def text(self) -> str:
        """Its points joined."""
        return "".join(point.text for point in self.points)


class SectionAnswer(_Strict):
    """What a model says of a section."""

    id: str
    headline: str
    summary: str

    @property
    def text(self) -> str:
        """Its summary."""
        return self.summary


class OverviewAnswer(_Strict):
    """What a model says of the whole report."""

    id: str
    summary: str

    @property
    def text(self) -> str:
        """Its summary."""
        return self.summary


Item = UnitAnswer | SectionAnswer | OverviewAnswer
ITEMS: dict[str, type[UnitAnswer] | type[SectionAnswer] | type[OverviewAnswer]] = {
    "unit": UnitAnswer,
    "section": SectionAnswer,
    "overview": OverviewAnswer,
}


class Answer(BaseModel):
    """The answer to one request: loose on purpose, its items are validated one by one."""

    model_config = ConfigDict(defer_build=True)  # a run answered from the store needs it not

    units: list[Any] = Field(default_factory=list)
    sections: list[Any] = Field(default_factory=list)
    overview: list[Any] = Field(default_factory=list)

    @model_validator(mode="before")
    @classmethod
    def _outer_object(cls, value: object) -> object:
        # Small models leave the outer object out, or a list of one; ids tell the kinds apart.
        if isinstance(value, dict) and "id" in value:
            value = [value]
        if isinstance(value, list):
            return dict.fromkeys(cls.model_fields, value)
        if isinstance(value, dict):
            if value.keys().isdisjoint(cls.model_fields):
                raise ValueError("neither units nor sections nor overview")
            return {
                name: [given] if isinstance(given, dict) else given
                for name, given in value.items()
                if name in cls.model_fields and given is not None
            }
        return value
