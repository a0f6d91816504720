"""What is said in passing: one thing at a time, and gone as soon as something else is to be read."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from textual import events
from textual.notifications import Notification, SeverityLevel
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets._toast import ToastRack

from bounceback_tui.app.taking_back import TakingBack
from bounceback_tui.widgets.message_place import make_room
from bounceback_tui.widgets.undo_link import linked, offers

_USUAL_TIMEOUT = 5.0
"""Seconds that something said in passing stays."""


class Saying(TakingBack):
    """An app whose messages never lie on each other, nor on what opens next."""

    READ_WITHIN: ClassVar[float] = 1.5
    """Seconds after which the next key takes a message away; twice that for a warning."""

    _said_now = ""  # what stands on the screen
    _later = ""  # what offers to take back, and waits until a window is closed
    _is_read = False
    _reading: Timer | None = None
    _gone: Timer | None = None

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say something in passing; what is being said already is not said a second time over it."""
        if message == self._said_now:
            return
        self.clear_notifications()
        self._said_now, self._later = message, ""
        self._gone = self.set_timer(timeout or _USUAL_TIMEOUT, self._over_now)
        self._reading = self.set_timer(self.READ_WITHIN * (1 + (severity == "warning")), self._read)
        if not markup:
            # Textual takes such content as it is, and never reads it as markup
            message = cast("str", linked(message, "app.press_undo(False)", "app.press_undo(True)"))
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=True)

    def clear_notifications(self) -> None:
        """Take away what is said, on each screen."""
        for timer in (self._gone, self._reading):
            if timer is not None:
                timer.stop()
        self._over_now()
        super().clear_notifications()
        for screen in self.screen_stack:
            for rack in screen.query(ToastRack):
                rack.display = False
                rack.remove_children()

    def _unnotify(self, notification: Notification, refresh: bool = True) -> None:
        self._over_now()
        super()._unnotify(notification, refresh)

    def _over_now(self) -> None:
        self._said_now, self._is_read = "", False

    def _read(self) -> None:
        self._is_read = True

    def _refresh_notifications(self) -> None:
        """Wherever a message comes to stand, there is room for it first."""
        self._place()
        super()._refresh_notifications()
        self.call_after_refresh(self._place)  # by then the keys have as many lines as they need

    def _place(self) -> None:
        if self._said_now and self._screen_stack:
            make_room(self.screen, self._said_now)

    def at_its_turn(self, event: events.Key | events.Paste) -> events.Key | events.Paste:
        """Whoever goes on has read what was said."""
        if self._is_read:
            self.clear_notifications()
        return super().at_its_turn(event)

    def push_screen(self, screen: Screen[Any] | str, *others: Any, **named: Any) -> Any:
        """Nothing said before covers what opens; what can be taken back is said again afterwards."""
        waits = self._said_now if offers(self._said_now) else ""
        if self._said_now:
            self.clear_notifications()
        self._later = self._later or waits
        return super().push_screen(screen, *others, **named)

    def pop_screen(self) -> Any:
        """Say again what had to wait, once the page is there."""
        popped = super().pop_screen()
        if self._later and len(self.screen_stack) == 1:
            self.call_after_refresh(self._say_again)
        return popped

    def _say_again(self) -> None:
        words, self._later = self._later, ""
        if words and not self._said_now:
            self.notify(words, markup=False, timeout=4)
