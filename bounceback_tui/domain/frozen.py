"""Frozen values that take next to no time to define.

Python writes and compiles six methods for each frozen `dataclass`, which takes 0.6 ms; a short command that
defines twenty would spend as long on it as Python takes to start. A `Frozen` is used in the same way and has
the same methods, which are written here once. `dataclasses.replace` and `fields` take it for one of theirs.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, dataclass_transform

if TYPE_CHECKING:
    from dataclasses import Field


class _Fields:
    """What `dataclasses` knows a class by, worked out when it first asks."""

    def __get__(self, _one: object, kind: type) -> dict[str, Field[Any]]:
        from dataclasses import dataclass  # noqa: PLC0415 - the very thing that takes its time

        dataclass(frozen=True, init=False, repr=False, eq=False)(kind)
        found: dict[str, Field[Any]] = kind.__dict__["__dataclass_fields__"]
        return found


@dataclass_transform(frozen_default=True)
class Frozen:
    """A class below this one has the fields that it names, in their order, with or without a usual value.

    What belongs to the class alone is no annotation of it. `__post_init__` may refuse a value.
    """

    _names: ClassVar[tuple[str, ...]] = ()
    _usual: ClassVar[dict[str, Any]] = {}
    _parts: ClassVar[Any]
    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init_subclass__(cls, beside: tuple[str, ...] = ()) -> None:
        """Fields named in `beside` do not count where two values are compared."""
        own = cls.__annotations__
        cls._names = (*cls._names, *own)
        cls._usual = cls._usual | {name: cls.__dict__[name] for name in own if name in cls.__dict__}
        cls._parts = attrgetter(*(name for name in cls._names if name not in beside))
        cls.__dataclass_fields__ = _Fields()  # type: ignore[assignment]  # which gives them

    def __init__(self, *given: Any, **named: Any) -> None:
        """The fields in their order, or by name. Raises TypeError, and what the class itself refuses."""
        names = self._names
        if named or len(given) != len(names):
            given = self._whole(given, named)
        for name, value in zip(names, given, strict=True):
            object.__setattr__(self, name, value)
        self.__post_init__()

    def __post_init__(self) -> None:
        """Look at what was given; may raise ValueError."""

    def _whole(self, given: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
        """All fields, the usual value where none is given. Raises TypeError."""
        said = self._usual | named
        rest = self._names[len(given) :]
        missing = [name for name in rest if name not in said]
        if missing or not named.keys() <= set(rest) or len(given) > len(self._names):
            told = ", ".join(self._names)
            raise TypeError(f"{type(self).__name__} takes {told}; {len(given)} and {list(named)} were given")
        return (*given, *(said[name] for name in rest))

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return bool(self._parts(self) == self._parts(other))

    def __hash__(self) -> int:
        return hash(self._parts(self))

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._names)
        return f"{type(self).__qualname__}({told})"

    def __setattr__(self, name: str, _value: object) -> NoReturn:
        raise AttributeError(f"cannot assign to {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"cannot delete {name!r}")
