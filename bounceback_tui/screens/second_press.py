"""What is done at the second press only, on a page: the question is said in passing, and holds as long."""

from __future__ import annotations

from textual.timer import Timer
from textual.widget import Widget

SURE = 5.0
"""Seconds in which a second press means yes."""


class SecondPress:
    """Knows what was asked a moment ago."""

    def __init__(self, widget: Widget) -> None:
        """`widget` is where the keys come."""
        self._widget = widget
        self._asked: object = None
        self._forgetting: Timer | None = None

    def confirms(self, what: object) -> bool:
        """Whether this was asked a moment ago; else it is asked from now on."""
        before = self._asked
        self.forget()
        if what == before:
            return True
        self._asked = what
        self._forgetting = self._widget.set_timer(SURE, self.forget)
        return False

    def forget(self) -> None:
        """What was asked is asked again."""
        self._asked = None
        if self._forgetting:
            self._forgetting.stop()
            self._forgetting = None
