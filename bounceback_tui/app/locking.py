"""Locking: by a key, and after some minutes without one. Where somebody was is kept, and no word of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from time import monotonic  # how long nobody pressed a key, which no clock that is set can tell
from typing import NamedTuple

from textual import events
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from bounceback_tui.app.themed import Themed
from bounceback_tui.screens.drafting import Drafting

_ONCE_MORE = 30.0
"""Seconds after which a lock that came to nothing is tried again, though nobody presses a key."""

Cursor = tuple[int, int] | int | None
"""Line and column in a text, column in a field."""


class Open(NamedTuple):
    """A window that stood over the page, or a form."""

    name: str
    """The name of the form or the tool."""
    subject: str
    """The mark of its draft, or the key of what the tool is about."""
    is_form: bool
    focus: str
    """Id of the field with the focus; empty where it has none."""
    cursor: Cursor


class LeftOff(NamedTuple):
    """Where somebody was when the journal was locked."""

    page: str
    windows: tuple[Open, ...]
    """From the bottom to the top."""


class Locking(Themed):
    """An app that closes and comes back to the same place; what stands in forms is kept as drafts."""

    left_off: LeftOff | None = None
    """Where it was left, once it was locked."""

    _patience: timedelta | None = None  # None: never locked by itself
    _waiting: Timer | None = None
    _touched: datetime | None = None
    _pressed = 0.0
    _handed_over = False

    async def action_lock(self) -> None:
        """Close the journal; the words in open forms are kept first, and without that nothing is closed."""
        if self.left_off is not None or not await self.nothing_on_its_way(self.action_lock):
            return
        if not self.keep_drafts():
            words = "It stays open, since what you are writing cannot be kept; ctrl+o writes it to a file."
            self.notify(words, severity="warning", markup=False, timeout=8)
            return
        self.left_off = LeftOff(self.page_shown, tuple(filter(None, map(self._opened, self.screen_stack))))
        self.exit()

    @property
    def page_shown(self) -> str:
        """The page on show, by its name in the registry."""
        raise NotImplementedError

    def watch_rest(self, minutes: float) -> None:
        """Lock after so many minutes without a key or a move of the mouse, from now on; never for 0."""
        if self._waiting:
            self._waiting.stop()
        self._patience = timedelta(minutes=minutes) if minutes else None
        if self._patience is None:
            return
        self._touch()
        self._wait(self._patience.total_seconds())
        # a program that was stopped, and goes on: somebody else may have come to the keys
        self.app_resume_signal.subscribe(self, self._lock_once_back, immediate=True)

    def _wait(self, seconds: float) -> None:
        self._waiting = self.set_timer(seconds, self._lock_once_rested)

    def _lock_once_back(self, _: object) -> None:
        if self._patience and not self._handed_over:
            self.call_later(self.action_lock)

    def _touch(self) -> None:
        self._touched, self._pressed = self.workspace.clock.now().utc, monotonic()

    async def _lock_once_rested(self) -> None:
        """Lock where the last key is long enough ago, else look again once it will be."""
        if self._patience is None:
            return
        left = self._patience.total_seconds() - (monotonic() - self._pressed)
        if left <= 0:
            await self.action_lock()
            left = _ONCE_MORE
        if self.left_off is None:
            self._wait(left)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Hand the terminal to a program of the person's, who is at the keys there as well as here."""
        self._handed_over = True
        try:
            with super().suspend():
                yield
        finally:
            self._handed_over = False
            self._touch()

    async def on_event(self, event: events.Event) -> None:
        """Every key puts the lock off, but the first one after the machine slept for longer than it takes."""
        if isinstance(event, events.InputEvent):
            if self.left_off is not None:
                return  # what comes in one go with the lock is for nobody any more
            if self._patience and self._touched:
                rested = self.workspace.clock.now().utc - self._touched >= self._patience
                self._touch()  # also where it cannot be locked, lest no key would ever do anything again
                if rested:
                    await self.action_lock()  # no timer runs while a machine sleeps
                    return
        await super().on_event(event)

    def _opened(self, screen: Screen[object]) -> Open | None:
        focused = screen.focused
        place = (focused.id or "", cursor_of(focused)) if focused else ("", None)
        if isinstance(screen, Drafting):
            return Open(screen.FORM, screen.kept_as, True, *place)
        if opened := self.tools_open.get(screen):
            return Open(*opened, False, *place)
        return None

    @property
    def tools_open(self) -> dict[Screen[object], tuple[str, str]]:
        """Name and subject of each tool that is open."""
        raise NotImplementedError


def cursor_of(field: Widget) -> Cursor:
    """Where the cursor of a field stands; None where it has none."""
    from textual.widgets import TextArea  # noqa: PLC0415 - a start has no text to write in

    if isinstance(field, TextArea):
        return field.cursor_location
    return field.cursor_position if isinstance(field, Input) else None


def put_cursor(screen: Screen[object], window: Open) -> None:
    """Give a window the focus and the cursor that it had."""
    from textual.widgets import TextArea  # noqa: PLC0415 - as above

    found = screen.query(f"#{window.focus}").results(Widget) if window.focus else ()
    for field in found:
        field.focus()
        if isinstance(field, TextArea) and isinstance(window.cursor, tuple):
            field.move_cursor(window.cursor)
        elif isinstance(field, Input) and isinstance(window.cursor, int):
            field.cursor_position = window.cursor
