"""What is said in passing: one thing at a time, and gone as soon as something else is to be read.

What is to be read with care, such as what is wrong at a start, is not lost by that: it waits for its turn.
"""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple, cast

from textual import events
from textual.notifications import Notification, Notify, SeverityLevel
from textual.screen import Screen
from textual.timer import Timer
from textual.visual import VisualType
from textual.widgets._toast import ToastRack

from bounceback_tui.app.taking_back import TakingBack
from bounceback_tui.widgets.message_place import make_room
from bounceback_tui.widgets.undo_link import linked, offers

_USUAL_TIMEOUT = 5.0
"""Seconds that something said in passing stays."""

_WITH_CARE = 8.0
"""Seconds from which on something is said that is to be read with care; the rest answers a key."""


class _Said(NamedTuple):
    """Something to say, as it was asked for."""

    message: str
    title: str = ""
    severity: SeverityLevel = "information"
    timeout: float = _USUAL_TIMEOUT
    markup: bool = True

    @property
    def weight(self) -> int:
        """What goes first: a warning to be read with care, then anything else of that kind, then the rest."""
        with_care = self.timeout >= _WITH_CARE
        return with_care + (with_care and self.severity != "information")

    def with_it(self, other: _Said) -> _Said:
        """Both in one go, for as long as the one that stays longer."""
        said = self._replace(
            message=f"{self.message} {other.message}", timeout=max(self.timeout, other.timeout)
        )
        return said if other.severity == "information" else said._replace(severity=other.severity)


class Saying(TakingBack):
    """An app whose messages never lie on each other, nor on what opens next."""

    READ_WITHIN: ClassVar[float] = 1.5
    """Seconds after which the next key takes a message away; twice that for a warning."""

    _saying: _Said | None = None  # what stands on the screen
    _handed_on: VisualType | None = None  # as Textual got it
    _unasked = False  # whether that came by itself, and answers no key
    _to_say: tuple[_Said, ...] = ()  # what is said once that is over, the weightiest first
    _later = ""  # what offers to take back, and waits until a window is closed
    _is_read = False
    _keys_before = _keys_by_now = 0  # when that was said, and by now
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
        """Say something in passing; what is being said already is not said a second time over it.

        Of what is said at once, no key or click between, the weightier comes first, and the rest after it.
        Two answers to one key stand together: "The disk is full. esc once more leaves without it."
        """
        new = _Said(message, title, severity, timeout or _USUAL_TIMEOUT, markup)
        if message in {one.message for one in (self._saying, *self._to_say) if one}:
            return
        now = self._saying if not self._is_read else None
        at_once = self._keys_by_now == self._keys_before
        if now and at_once and self._tells_both(now, new):
            new = now.with_it(new)
        elif now and at_once and now.weight >= max(new.weight, 1):
            self._put_off(new)
            return
        elif now and (new.weight > now.weight if at_once else self._is_owed) and not offers(now.message):
            self._put_back(now)  # said late, an answer would offer to take back something else
        self._say(new)

    def _tells_both(self, now: _Said, new: _Said) -> bool:
        """Whether these are told in one go: two answers to one key, unless each offers to take back."""
        if now.markup != new.markup or (offers(now.message) and offers(new.message)):
            return False
        # what waits is said on the pages, so in a window nothing does
        in_a_window = now.weight and len(self.screen_stack) > 1
        return bool((self._under_way and not self._unasked) or in_a_window)

    def _say(self, new: _Said) -> None:
        self.clear_notifications()
        self._saying, self._later = new, ""
        self._keys_before, self._unasked = self._keys_by_now, not self._under_way
        self._gone = self.set_timer(new.timeout, self._over_now)
        self._reading = self.set_timer(self.READ_WITHIN * (1 + (new.severity == "warning")), self._read)
        message = new.message
        if not new.markup:
            # Textual takes such content as it is, and never reads it as markup
            message = cast("str", linked(message, "app.press_undo(False)", "app.press_undo(True)"))
        self._handed_on = message
        super().notify(message, title=new.title, severity=new.severity, timeout=new.timeout, markup=True)

    def _on_notify(self, event: Notify) -> None:
        """What was replaced before it came to stand there is not said beside what took its place."""
        if event.notification.message is not self._handed_on:
            event.prevent_default()

    @property
    def _is_owed(self) -> bool:
        """Whether what stands there came by itself, is to be read with care, and could not be read yet."""
        return bool(self._saying and self._saying.weight and self._unasked and not self._is_read)

    def _put_off(self, new: _Said) -> None:
        self._queue((*self._to_say, new))

    def _put_back(self, now: _Said) -> None:
        """It was said before what waits, and of equal weight it comes first again."""
        self._queue((now, *self._to_say))

    def _queue(self, those: tuple[_Said, ...]) -> None:
        self._to_say = tuple(sorted(those, key=lambda said: -said.weight))

    def _say_next(self) -> None:
        """Say what waited, on the pages, where nothing else is to be read."""
        if self._to_say and not self._saying and len(self.screen_stack) == 1:
            first, *rest = self._to_say
            self._to_say = tuple(rest)
            self._say(first)
            self._unasked = True  # though the key before it may be under way still

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
        if notification.message is self._handed_on:  # else a message before it has run out
            self._over_now()
        super()._unnotify(notification, refresh)

    def _over_now(self) -> None:
        self._saying, self._handed_on, self._is_read = None, None, False
        if self._to_say:
            self.call_after_refresh(self._say_next)  # by then a key has been answered

    def _read(self) -> None:
        self._is_read = True

    def _refresh_notifications(self) -> None:
        """Wherever a message comes to stand, there is room for it first."""
        self._place()
        super()._refresh_notifications()
        self.call_after_refresh(self._place)  # by then the keys have as many lines as they need

    def _place(self) -> None:
        if self._saying and self._screen_stack:
            make_room(self.screen, self._saying.message)

    def at_its_turn(self, event: events.Key | events.Paste) -> events.Key | events.Paste:
        """Whoever goes on has read what was said."""
        self._goes_on()
        return super().at_its_turn(event)

    def on_mouse_down(self) -> None:
        """A click asks for something, as a key does."""
        self._goes_on()

    def _goes_on(self) -> None:
        if self._is_read:
            self.clear_notifications()
        self._keys_by_now += 1

    def push_screen(self, screen: Screen[Any] | str, *others: Any, **named: Any) -> Any:
        """Nothing said before covers what opens; what can be taken back is said again afterwards, and so is
        what could not be read."""
        now = self._saying
        if now and offers(now.message):
            self._later = self._later or now.message
        elif now and self._is_owed:
            self._put_back(now)
        if now:
            self.clear_notifications()
        return super().push_screen(screen, *others, **named)

    def pop_screen(self) -> Any:
        """Say again what had to wait, once the page is there."""
        popped = super().pop_screen()
        if (self._later or self._to_say) and len(self.screen_stack) == 1:
            self.call_after_refresh(self._say_again)
        return popped

    def _say_again(self) -> None:
        words, self._later = self._later, ""
        if words and not self._saying:
            self.notify(words, markup=False, timeout=4)
            self._unasked = True  # the key that closed a window may have an answer of its own
        self._say_next()
