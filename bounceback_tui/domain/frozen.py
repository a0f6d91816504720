"""Frozen values that take next to no time to define.

Python writes and compiles six methods for each frozen `dataclass`, which takes 0.6 ms; a short command that
defines twenty would spend as long on it as Python takes to start. A `Frozen` is used in the same way and has
the same methods, which are written here once. `dataclasses.replace` and `fields` take it for one of theirs.
"""

from __future__ import annotations

from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, dataclass_transform

__all__ = ("Frozen", "replace")

if TYPE_CHECKING:
    from dataclasses import Field, replace
else:

    def replace(value: Frozen, /, **changes: object) -> Frozen:
        """`value` with other fields; that of `dataclasses` does the same, and takes 1 ms to load."""
        return type(value)(**{name: getattr(value, name) for name in value._names} | changes)


_put = object.__setattr__


class _Fields:
    """What `dataclasses` knows a class by, worked out when it first asks."""

    def __get__(self, _one: object, kind: type[Frozen]) -> dict[str, Field[Any]]:
        from dataclasses import make_dataclass  # noqa: PLC0415 - the very thing that takes its time

        # of a class beside it: two threads may ask at once, and one class cannot be made a dataclass twice
        alike: Any = make_dataclass(
            kind.__name__, kind._names, namespace=dict(kind._usual), init=False, repr=False, eq=False
        )
        kind.__dataclass_fields__ = alike.__dataclass_fields__
        return kind.__dataclass_fields__


@dataclass_transform(frozen_default=True)
class Frozen:
    """A class below this one has the fields that it names, in their order, with or without a usual value,
    which is a plain one.

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
        assert not any(hasattr(cls.__dict__.get(name), "default_factory") for name in own), "a plain value"
        cls._names = (*cls._names, *own)
        cls._usual = cls._usual | {name: cls.__dict__[name] for name in own if name in cls.__dict__}
        cls._parts = attrgetter(*(name for name in cls._names if name not in beside))
        cls.__dataclass_fields__ = _Fields()  # type: ignore[assignment]  # which gives them

    def __init__(self, *given: Any, **named: Any) -> None:
        """The fields in their order, or by name. Raises TypeError, and what the class itself refuses."""
        names = self._names
        if named or len(given) != len(names):
            given = self._whole(given, named)
        any(map(_put, repeat(self), names, given))  # each gives None, so all are put: the quickest loop
        self.__post_init__()

    def __post_init__(self) -> None:
        """Look at what was given; may raise ValueError."""

    def _whole(self, given: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
        """All fields, the usual value where none is given. Raises TypeError."""
        names, said = self._names, self._usual | named
        rest = names[len(given) :]
        if len(given) <= len(names) and said.keys() >= set(rest) >= named.keys():
            return (*given, *map(said.__getitem__, rest))
        told = ", ".join(names)
        raise TypeError(f"{type(self).__name__} takes {told}; {len(given)} and {list(named)} were given")

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
