"""The heading of what happened: words that belong to the result, once it stays."""

from __future__ import annotations

from textual.timer import Timer
from textual.widgets import Static

from bounceback_tui.domain.application import Result
from bounceback_tui.widgets.message import WidgetMessage

_HEADINGS = {
    Result.REJECTED: "I am sorry. Tell it here, as much or as little as you like.",
    Result.GHOSTED: "Silence is an answer nobody should have to guess at. Tell it here.",
    Result.MOVED_ON: "One step further. Well done.",
    Result.OFFER: "An offer! Congratulations. This is yours; enjoy it before you decide anything.",
    Result.ACCEPTED: "You have a job. Congratulations, and what a long way you have come.",
    Result.WITHDREW: "Knowing what you do not want is worth something too.",
}
_SETTLED = 1.5
"""Seconds after which a result that was chosen is one, though the focus stays there."""

_CHANGING = "Change whatever you like. What it said before is kept."


class ResultHeading(Static):
    """Nobody is congratulated who only passes by "offer" on the way along the row."""

    class Settled(WidgetMessage):
        """The result stays."""

    def __init__(self, *, changing: bool) -> None:
        """`changing` an entry, it says the same for all results."""
        super().__init__(_CHANGING if changing else _HEADINGS[Result.REJECTED], id="heading", markup=False)
        self._changing = changing
        self._result = Result.REJECTED
        self._settling: Timer | None = None

    def look(self, result: Result) -> None:
        """A result was chosen, and may be passed by."""
        self._result = result
        if self._settling:
            self._settling.stop()
        self._settling = self.set_timer(_SETTLED, self.settle)

    def settle(self) -> None:
        """Say what belongs to the result now, if it was not said yet."""
        if not self._settling:
            return
        self._settling.stop()
        self._settling = None
        self.update(_CHANGING if self._changing else _HEADINGS[self._result])
        self.post_message(self.Settled(self))
