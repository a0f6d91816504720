"""The base of all messages that these widgets post."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any, ClassVar, dataclass_transform

from textual.message import Message
from textual.widget import Widget


@dataclass_transform()
class _Fields(Message):
    """A message that has the fields it names, in their order, with or without a usual value.

    Python would write and compile methods for each class of a `dataclass`, 0.2 ms that the first visit to a
    page waits for, eight times on some; here they are written once. Fields are frozen; Textual's bookkeeping
    must stay writable.
    """

    _names: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls._names = (*cls._names, *cls.__annotations__)

    def __init__(self, *given: Any, **named: Any) -> None:
        """The fields in their order, or by name. Raises TypeError."""
        names = self._names
        fields = dict(zip(names, given, strict=False)) | named
        left = [name for name in names if name not in fields and not hasattr(type(self), name)]
        if left or len(fields) != len(given) + len(named) or not fields.keys() <= {*names}:
            told = ", ".join(names)
            raise TypeError(f"{type(self).__name__} takes {told}; {len(given)} and {list(named)} were given")
        for name, value in fields.items():
            setattr(self, name, value)
        super().__init__()

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._names)
        return f"{type(self).__qualname__}({told})"

    def __setattr__(self, name: str, value: object) -> None:
        if name in self._names and name in self.__dict__:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super().__setattr__(name, value)


class WidgetMessage(_Fields):
    """News from a widget."""

    widget: Widget
    """Who posts it."""

    @property
    def control(self) -> Widget:
        """The widget that `@on(Message, selector)` looks at."""
        return self.widget
