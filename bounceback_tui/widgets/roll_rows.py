"""Rows of things that are read only as far as somebody looks."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from textual.content import Content

from bounceback_tui.services.roll import Roll
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.widgets.rows import Rows

Thing = TypeVar("Thing")


class RollRows(Rows, Generic[Thing]):
    """Draws what stands in a roll; a thing that cannot be read keeps its row."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(0, self._draw_row, id=id)
        self._roll: Roll[Any, Thing] | None = None

    def draw_thing(self, thing: Thing, width: int) -> Content:
        """One row: the thing, in so many cells. Two lines are parted by "\\n"."""
        raise NotImplementedError

    def thing_at(self, index: int) -> Thing | None:
        """What stands in a row; None where there is no such row, and where it cannot be read."""
        try:
            return self._roll.at(index) if self._roll else None
        except StorageError:
            return None

    def _draw_row(self, index: int, width: int, selected: bool) -> Content:
        thing = self.thing_at(index)
        if thing is None:
            return Content.styled("could not be read", "$foreground-muted")
        return self.draw_thing(thing, width)
