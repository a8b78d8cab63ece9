"""Dataclasses whose methods cost nothing until they are called.

The standard library writes and compiles half a dozen methods for each class, wanted or not: of two
hundred classes an eighth of a short run. Here `__init__` is compiled when the first record of a
class is made, and the other methods are made of parts that all classes share. A drop-in for
`dataclasses.dataclass` with the options that this package uses; the rest of that module (`field`,
`replace`, `fields`, `asdict`) knows no difference.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError
from functools import partial
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

_put = object.__setattr__
_ABSENT = object()  # of an argument whose default is made anew for each record

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True):
        """`dataclasses.dataclass`, with these of its options."""
        made = partial(_made, frozen=frozen, slots=slots, eq=eq)
        return made if cls is None else made(cls)


def _made(cls: type, frozen: bool, slots: bool, eq: bool) -> type:
    written = set(vars(cls))
    cls = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
    methods: dict[str, Any] = {"__init__": _to_compile(cls, frozen), "__repr__": _repr}
    if eq:
        values = _values([f.name for f in dataclasses.fields(cls) if f.compare])
        methods["__eq__"] = _equal(values)
        methods["__hash__"] = (lambda self: hash(values(self))) if frozen else None
    if frozen:
        methods |= _refusing(cls)
        if slots:
            methods |= {"__getstate__": _state, "__setstate__": _restore}
    for name, method in methods.items():
        if name not in written:
            setattr(cls, name, method)
    return cls


def _to_compile(cls: type, frozen: bool) -> Callable[..., None]:
    """What stands for `__init__` until the first record is made."""

    def first(self: Any, *args: Any, **named: Any) -> None:
        if cls.__init__ is first:  # type: ignore[misc]
            cls.__init__ = _compiled(cls, frozen)  # type: ignore[misc]
        cls.__init__(self, *args, **named)  # type: ignore[misc]

    return first


def _compiled(cls: Any, frozen: bool) -> Any:
    """`__init__` as one would write it."""
    known: dict[str, Any] = {"_put": _put, "_ABSENT": _ABSENT}
    parameters, lines = ["self"], []
    for item in dataclasses.fields(cls):
        name, value = item.name, item.name
        if item.default_factory is not MISSING:
            known[f"_make_{name}"] = item.default_factory
            made = f"_make_{name}()"
            value = f"{made} if {name} is _ABSENT else {name}" if item.init else made
            parameters += [f"{name}=_ABSENT"] if item.init else []
        elif item.default is not MISSING:
            known[f"_else_{name}"] = item.default
            value = name if item.init else f"_else_{name}"
            parameters += [f"{name}=_else_{name}"] if item.init else []
        elif item.init:
            parameters.append(name)
        else:
            continue
        lines.append(f"_put(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    source = f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"])
    exec(source, known)  # noqa: S102 (as the standard library does; names are those of our fields)
    known["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
    return known["__init__"]


def _values(names: list[str]) -> Callable[[Any], Any]:
    """What gives the values of some fields as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _equal(values: Callable[[Any], Any]) -> Callable[[Any, object], Any]:
    def equal(self: Any, other: object) -> Any:
        same = other.__class__ is self.__class__
        return values(self) == values(other) if same else NotImplemented

    return equal


def _refusing(cls: Any) -> dict[str, Any]:
    """What keeps a record as it was made."""
    names = frozenset(item.name for item in dataclasses.fields(cls))

    def set_(self: Any, name: str, value: Any) -> None:
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def delete(self: Any, name: str) -> None:
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return {"__setattr__": set_, "__delattr__": delete}


@recursive_repr()
def _repr(self: Any) -> str:
    told = (f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{self.__class__.__qualname__}({', '.join(told)})"


def _state(self: Any) -> list[Any]:
    return [getattr(self, item.name) for item in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for item, value in zip(dataclasses.fields(self), state, strict=True):
        _put(self, item.name, value)
