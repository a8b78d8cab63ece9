"""The ordered table of injectors, and the faults they give, the same at every run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from random import Random

from faults import naming, relations, values, wording
from faults.notation import loosen
from faults.records import Faithful, Fault, Injector, Scope, digest

INJECTORS: tuple[tuple[int, Injector], ...] = (
    (1, values.altered_value),
    (2, values.transposed_digits),
    (3, values.rounding),
    (4, values.scale),
    (5, values.unit),
    (6, values.percentage_points),
    (7, relations.direction),
    (8, relations.comparator),
    (9, relations.change),
    (10, relations.date),
    (11, relations.range_endpoint),
    (12, relations.period),
    (13, values.qualifier),
    (14, relations.swapped_pair),
    (15, values.foreign_figure),
    (16, wording.label),
    (17, naming.invented_title),
    (18, naming.altered_title),
    (19, naming.foreign_title),
    (20, naming.document_number),
    (21, naming.quotation),
    (22, naming.formula),
    (23, naming.name),
    (24, wording.status),
    (25, wording.negation),
    (26, wording.plan_as_result),
    (27, wording.scope_word),
    (28, wording.problem_as_achievement),
    (29, wording.cause),
    (30, values.false_sum),
    (35, values.invented_figure),
    (37, wording.degree),
)

# Variants of one fault in one statement: more where few statements allow the fault at all.
_PER_STATEMENT = {6: 8, 7: 8, 8: 8, 9: 8, 10: 8, 11: 3, 12: 3, 20: 3, 22: 3, 26: 3}
_COMMON = 2
_MOST = 300


def inject(number: int, base: Faithful, scope: Scope) -> list[Fault]:
    """The faults of one kind that this statement allows; none where it does not apply."""
    injector = dict(INJECTORS)[number]
    rng = Random(digest(str(number), base.report, base.unit, base.text))
    source = loosen(scope.text)
    found = {
        text: Fault(number, base, text, change)
        for text, change in islice(injector(base, scope, rng), _PER_STATEMENT.get(number, _COMMON))
        if text != base.text and loosen(text).rstrip("。") not in source
    }
    return list(found.values())


def faults_of(
    number: int,
    bases: Iterable[Faithful],
    scopes: Mapping[str, Mapping[str, Scope]],
    most: int = _MOST,
) -> list[Fault]:
    """At most `most` faults of one kind, spread over the statements by hash."""
    every = [
        fault
        for base in bases
        if base.expect == "supported"
        for fault in inject(number, base, scopes[base.report][base.unit])
    ]
    every.sort(key=lambda f: digest("pick", str(number), f.base.report, f.base.unit, f.text))
    return every[:most]
