"""Keys do all that they do before the next one is handed on, however fast they come.

Textual hands a key to the field that has the focus when the key arrives. Of keys that come in one go, as over
a slow line, the first may still be on its way to the field that then moves the focus on, and all others would
land in that field as well. Here they wait meanwhile.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.timer import Timer
from textual.widget import Widget

_SHORTLY = 0.02
"""Seconds until it is asked once more whether what a key brought about has come."""

_TYPED_AHEAD = "ctrl+j"
"""What enter comes as when it was pressed before the app had the terminal, which made a line feed of it."""


class InTurn(App[None]):
    """Hands on keys, and what is pasted, one after the other."""

    PATIENCE: ClassVar[float] = 2.0
    """Seconds after which the next key is handed on though the one before never came to an end."""

    ROUNDS: ClassVar[int] = 3
    """How often all that a key passes through is waited for: what the key brings about passes there, too."""

    def __init__(self, **others: Any) -> None:
        super().__init__(**others)
        self._kept_back = deque[events.Event]()
        self._let_go: events.Event | None = None
        self._under_way = 0  # number of the key that the others wait for
        self._number = 0
        self._typed_into: Widget | None = None  # where letters went that nobody waited for
        self._impatient: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        """A letter for a field goes there at once; any other key may change where the next one belongs."""
        if isinstance(event, events.Key) and event.key == _TYPED_AHEAD:
            event = events.Key("enter", "\r")
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif event is not self._let_go and (self._under_way or self._kept_back):
            self._keep_back(event)
        elif self._is_typed(event):
            self._typed_into = self.focused
            await super().on_event(self.at_its_turn(event))
        elif self._typed_into is not None:
            self._keep_back(event)
            self._wait_for(self._typed_into)
        else:
            target = self.focused or self.screen
            await super().on_event(self.at_its_turn(event))
            self._wait_for(target)

    def at_its_turn(self, event: events.Key | events.Paste) -> events.Key | events.Paste:
        """What is handed on now; only by this time it is known which field it is for."""
        return event

    @property
    def something_is_on_its_way(self) -> bool:
        """Whether what a key brought about is still to come: a form that is being saved will close."""
        return False

    def _is_typed(self, event: events.Key | events.Paste) -> bool:
        """Whether it becomes part of a text and does nothing else."""
        if self.focused is None or isinstance(event, events.Paste):
            return self.focused is not None
        return self.focused.check_consume_key(event.key, event.character)

    def _keep_back(self, event: events.Event) -> None:
        if event is self._let_go:
            self._kept_back.appendleft(event)
        else:
            self._kept_back.append(event)
        if self._impatient is None:
            self._impatient = self.set_timer(self.PATIENCE, self._give_up)

    def _wait_for(self, target: DOMNode) -> None:
        """Keep others back until what was handed to `target` has been everywhere where it may go."""
        self._typed_into = None
        self._number += 1
        self._under_way = self._number
        self._follow(self._number, iter([*target.ancestors_with_self] * self.ROUNDS))

    def _follow(self, number: int, path: Iterator[DOMNode]) -> None:
        """Go on along the path behind whatever stands in the queue of each; the app is the last."""
        for node in path:
            if node.call_later(self._follow, number, path):
                return
        if number != self._under_way:
            return
        if self.something_is_on_its_way:
            self.set_timer(_SHORTLY, lambda: self._follow(number, iter(())))
        elif self._something_has_no_place():
            # by way of the app: the screen would handle keys itself, beside those that the app still gets
            self.screen.call_after_refresh(self.call_later, self._hand_on, number)
        else:
            self.call_later(self._hand_on, number)

    def _something_has_no_place(self) -> bool:
        """Whether a field came that is not laid out: tab goes by where things are, and would pass it by."""
        return not all(one.virtual_region for one in self.screen.focus_chain)

    async def _hand_on(self, number: int) -> None:
        """Hand on what was kept back, up to and with the next key that the others have to wait for."""
        if number != self._under_way:
            return
        self._under_way = 0
        while self._kept_back and not self._under_way:
            self._let_go = self._kept_back.popleft()
            await self.on_event(self._let_go)
        self._let_go = None
        if self._impatient and self._kept_back:
            self._impatient.reset()
        elif self._impatient:
            self._impatient.stop()
            self._impatient = None

    async def _give_up(self) -> None:
        self._impatient = None
        await self._hand_on(self._under_way)
        if self._kept_back:
            self._impatient = self.set_timer(self.PATIENCE, self._give_up)
