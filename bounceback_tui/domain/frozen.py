"""Values that never change: what `dataclass(frozen=True)` makes, without the price of making it.

Python 3.11 compiles six methods for each frozen dataclass, 0.5 ms of the processor's time. A start of the app
defines sixty of them and uses a third, which is a sixth of what the smallest Textual app takes in all. Here
one method is compiled, once the first value of a class is made (0.07 ms); the others are shared by all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter, eq, ge, gt, le, lt
from typing import Any, TypeVar, cast, dataclass_transform

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Value]) -> type[Value]:
    """A dataclass whose values are equal where their fields are, and cannot be changed.

    `fields`, `replace`, `field` with a default or `compare=False`, and `__post_init__` are as with any other.
    """
    return _frozen(cls, slots=False)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen_slotted(cls: type[Value]) -> type[Value]:
    """The same for values that there are thousands of: they hold their fields and nothing else."""
    return _frozen(cls, slots=True)


@dataclass_transform(frozen_default=True, order_default=True, field_specifiers=(field,))
def frozen_ordered(cls: type[Value]) -> type[Value]:
    """The same for values that come one before the other, by their fields in turn."""
    made = _frozen(cls, slots=False)
    for name, holds in (("__lt__", lt), ("__le__", le), ("__gt__", gt), ("__ge__", ge)):
        setattr(made, name, _comparing(holds))
    return made


def _frozen(cls: type[Value], *, slots: bool) -> type[Value]:
    made: Any = dataclass(init=False, repr=False, eq=False, slots=slots)(cls)

    def first(self: Value, *given: object, **named: object) -> None:
        made.__init__ = _init_of(made)
        made.__init__(self, *given, **named)

    compared = [one.name for one in fields(made) if one.compare]
    made.__init__ = first  # until the first value is made
    made.__compared__ = attrgetter(*compared or ["__class__"])
    for name, method in _SHARED.items():
        if name not in cls.__dict__:
            setattr(made, name, method)
    return cast("type[Value]", made)


def _comparing(holds: Callable[[Any, Any], bool]) -> Callable[[Any, Any], Any]:
    def compare(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return holds(self.__compared__(self), other.__compared__(other))

    return compare


def _hash(self: Any) -> int:
    return hash(self.__compared__(self))


def _shown(self: Any) -> str:
    said = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(said)})"


def _keep(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot be changed")


_SHARED = {
    "__eq__": _comparing(eq),
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _keep,
    "__delattr__": _keep,
}


def _init_of(cls: type) -> Any:
    """The method that takes the fields of a class, in their order or by their names."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_made": MISSING}
    taken, steps = ["self"], []
    for one in fields(cls):
        taken.append(one.name + _default(one, known))
        made = one.default_factory is not MISSING
        value = f"_make_{one.name}() if {one.name} is _made else {one.name}" if made else one.name
        steps.append(f"_set(self, {one.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        steps.append("self.__post_init__()")
    text = f"def __init__({', '.join(taken)}):\n " + "\n ".join(steps or ["pass"])
    exec(text, known)  # the names of fields and nothing else, as dataclasses does it
    return known["__init__"]


def _default(one: Field[Any], known: dict[str, Any]) -> str:
    """What stands behind the name of a field that may be left out."""
    if one.default_factory is not MISSING:
        known[f"_make_{one.name}"] = one.default_factory
        return "=_made"
    if one.default is MISSING:
        return ""
    known[f"_usual_{one.name}"] = one.default
    return f"=_usual_{one.name}"
