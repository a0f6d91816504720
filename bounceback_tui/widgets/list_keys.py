"""How one gets about in whatever lists or scrolls: arrows, and the same as in vi."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.widget import Widget


def list_keys(
    up: str = "move(-1)", down: str = "move(1)", first: str = "first", last: str = "last"
) -> tuple[Binding, ...]:
    """The keys of a list whose actions these are; `gg`, which is two keys, comes with `GoesToFirst`."""
    return (
        Binding("up,k", up, "up", show=False),
        Binding("down,j", down, "down", show=False),
        Binding("home", first, "first", show=False),
        Binding("end,G", last, "last", show=False),
    )


class GoesToFirst:
    """Mixed into a widget, `g` pressed twice goes to the first line.

    A first `g` alone does nothing. Where it is the key of a command around the list, it stays that.
    """

    FIRST_ACTION: ClassVar[str] = "first"
    """What goes to the first line."""

    _half = False  # whether the last key was the first of the two

    async def on_key(self, event: events.Key) -> None:
        """Count how often in a row it was pressed."""
        assert isinstance(self, Widget)
        if event.key != "g" or any(
            "g" in node._bindings.key_to_bindings for node in self.ancestors_with_self
        ):
            self._half = False
            return
        event.stop()
        event.prevent_default()
        self._half = not self._half
        if not self._half:
            await self.run_action(self.FIRST_ACTION)
