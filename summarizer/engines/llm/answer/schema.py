"""The JSON Schema of an answer, written out: some endpoints know no references.

Closed, it names the ids that are asked, how many of each, and where everything ends: a server that
is driven by a grammar then stops when it has answered. The common schema is the same for every
request.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from summarizer.engines.llm.answer.models import CATEGORIES, STATUSES
from summarizer.engines.llm.answer.own_fields import fields_schema
from summarizer.engines.llm.client.wire_schema import record
from summarizer.engines.llm.prompt import limits
from summarizer.engines.llm.prompt.rendering import Rendered
from summarizer.engines.llm.tasks.points import MOST_POINTS
from summarizer.engines.llm.tasks.task import SummaryTask
from summarizer.models.fields import MeasureFields

Schema = dict[str, Any]


def schema_of(rendered: Rendered) -> Schema:
    """The schema of the answer to this very request."""
    return _answer(
        _exactly(_unit(rendered.units, rendered.fields), len(rendered.units)),
        _exactly(_section(list(rendered.sections)), len(rendered.sections)),
        _exactly(_overview(list(rendered.overview)), len(rendered.overview)),
    )


@lru_cache(maxsize=8)
def common_schema(fields: type[MeasureFields] | None = None) -> Schema:
    """The schema of any answer, with a user's own fields of units."""
    return _answer(_listed(_unit({}, fields)), _listed(_section([])), _listed(_overview([])))


def schema_digest(fields: type[MeasureFields] | None = None) -> str:
    """Changes with anything in the schema."""
    return hashlib.sha256(json.dumps(common_schema(fields), sort_keys=True).encode()).hexdigest()


def _answer(units: Schema, sections: Schema, overview: Schema) -> Schema:
    fields = {"units": units, "sections": sections, "overview": overview}
    return {"title": "Answer", **record(fields)}


def _unit(units: Mapping[str, SummaryTask], fields: type[MeasureFields] | None) -> Schema:
    most = max((task.points for task in units.values()), default=MOST_POINTS)
    named = [anchor.id for task in units.values() for anchor in task.anchors]
    point = record({"text": _text(limits.POINT), "status": {"type": "string", "enum": [*STATUSES]}})
    label = record({"id": _id(dict.fromkeys(named)), "label": _text(limits.LABEL)})
    labels = max((len(task.anchors) for task in units.values()), default=None)
    return record(
        {
            "id": _id(units),
            "points": {**_listed(point, most), "minItems": 1},
            "category": {"type": "string", "enum": [*CATEGORIES]},
            "actors": _listed(_text(limits.ACTOR), limits.MOST_ACTORS),
            "labels": _listed(label, labels),
            **({} if fields is None else {"extra": fields_schema(fields)}),
        }
    )


def _section(ids: Sequence[str]) -> Schema:
    fields = {"id": _id(ids), "headline": _text(limits.HEADLINE), "summary": _text(limits.SECTION)}
    return record(fields)


def _overview(ids: Sequence[str]) -> Schema:
    return record({"id": _id(ids), "summary": _text(limits.OVERVIEW)})


def _id(names: Mapping[str, Any] | Sequence[str]) -> Schema:
    return {"type": "string", "enum": [*names]} if names else {"type": "string"}


def _text(limit: limits.Limit) -> Schema:
    return {"type": "string", "maxLength": limit.drawn}


def _listed(items: Schema, most: int | None = None) -> Schema:
    return {"type": "array", "items": items, **({} if most is None else {"maxItems": most})}


def _exactly(items: Schema, count: int) -> Schema:
    return {"type": "array", "items": items, "minItems": count, "maxItems": count}
