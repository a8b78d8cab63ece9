"""Organisations and persons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.anchors.records import Name
from summarizer.checking.context import Context, Fault, Grade
from summarizer.checking.equality import flat
from summarizer.checking.textual import likeness

_ALIKE = 0.3
_WHOLE = 5
_SCHOOL = re.compile("(?:[小中大]学|学院|医院)$")
_BARE = 4  # 招聘小学教师: two letters before a common noun may be no name
_DATED = re.compile(r"^(?:[〇○零一二三四五六七八九十\d]{1,4}[年月日])+")


def names(context: Context) -> Iterator[Fault]:
    """Every name of the statement that its scope does not have, in full or shortened."""
    for name in context.claims.anchors.names:
        key = _DATED.sub("", flat(name.text))
        if context.claims.is_verbatim(name.span.start):
            continue
        if len(key) <= _BARE and _SCHOOL.search(key) and context.scope.states(key[-2:]):
            continue
        if not context.scope.states(key) and not _abbreviated(context, name):
            yield _fault(context, name)


def _abbreviated(context: Context, name: Name) -> bool:
    """True where a name of the scope holds its letters in order, or is the end of it.

    Where a name begins the grammar can only guess: 项目落户深圳研究院 ends in 深圳研究院.
    """
    key = flat(name.text)
    known = (*context.scope.own.names, *context.scope.around.names)
    return any(
        source.kind == name.kind
        and (
            _runs_through(key, flat(source.text))
            or (len(source.text) >= _WHOLE and key.endswith(flat(source.text)))
        )
        for source in known
    )


def _runs_through(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)


def _fault(context: Context, name: Name) -> Fault:
    key, place = flat(name.text), name.span.start
    own = [source for source in context.scope.own.names if source.kind == name.kind]
    near = max(own, key=lambda source: likeness(flat(source.text), key), default=None)
    if near is not None and likeness(flat(near.text), key) >= _ALIKE:
        return Fault("name", Grade.DOUBTFUL, name.text, "name", place, context.near(near.span))
    return Fault("name", Grade.DOUBTFUL, name.text, "name_unknown", place)
