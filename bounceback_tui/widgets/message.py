"""The base of all messages that these widgets post."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass

from textual.message import Message
from textual.widget import Widget


@dataclass
class WidgetMessage(Message):
    """News from a widget. Its own fields are frozen; Textual's bookkeeping must stay writable.

    (That is why `dataclass(frozen=True)` will not do: it would refuse the bookkeeping too.)
    """

    widget: Widget
    """Who posts it."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in self.__dataclass_fields__ and name in self.__dict__:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super().__setattr__(name, value)

    @property
    def control(self) -> Widget:
        """The widget that `@on(Message, selector)` looks at."""
        return self.widget
