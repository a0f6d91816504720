"""Leaving, by a key or because the terminal went away: what stands in open forms is kept first."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path

from textual.binding import Binding
from textual.filter import LineFilter

from bounceback_tui.app.in_turn import InTurn
from bounceback_tui.resources import asset_path
from bounceback_tui.screens.drafting import Drafting
from bounceback_tui.terminal import leave_for_certain, on_hangup
from bounceback_tui.widgets.plain_marks import PlainFilter, key_in_words

_SHORTLY = 0.05
"""Seconds until it is asked once more whether a form has been saved."""

_PATIENCE = 0.3
"""Seconds that a form gets to save what it was told to."""

_SURE = 5.0
"""Seconds within which a second press leaves."""


class Leaving(InTurn):
    """An app that loses no word on its way out."""

    def __init__(self, style: Path, plain: bool = False) -> None:
        """`style` is the file of its style sheet; in `plain` mode nothing is drawn but ASCII and words."""
        super().__init__(css_path=[style, asset_path("plain.tcss")] if plain else style)
        self.plain = plain
        """Whether nothing is drawn with signs of lines, blocks or dots; widgets ask by `is_plain`."""
        self._plain_filters = [PlainFilter()] if plain else []
        self._sure_to_quit = False
        self._no_longer_wait: Callable[[], None] = lambda: None

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What all that is drawn goes through."""
        return [*super().get_line_filters(), *self._plain_filters]

    def get_key_display(self, binding: Binding) -> str:
        """A key as the key bar and the help call it; in plain mode by its name."""
        shown = super().get_key_display(binding)
        return key_in_words(shown) if self.plain else shown

    def over(self) -> None:
        """Wait no longer for the terminal to go away: the app has ended, and it is somebody else's by now."""
        self._no_longer_wait()
        self._no_longer_wait = lambda: None

    def leave_with_the_terminal(self) -> None:
        """Be ready for a terminal that goes away: Textual is not, and a draft could be lost."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError):  # Windows has neither the one nor the way
                loop.add_signal_handler(getattr(signal, name), self.leave_at_once)
        if not self.is_headless:
            self._no_longer_wait = on_hangup(
                sys.stdin.fileno(), lambda: loop.is_closed() or loop.call_soon_threadsafe(self._terminal_gone)
            )

    async def action_quit(self) -> None:
        """Leave; what stands in an open form is kept, and where that fails only a second press leaves."""
        if not self._sure_to_quit:
            if not await self.nothing_on_its_way(self.action_quit):
                return
            if not self.keep_drafts():
                self._sure_to_quit = True
                self.set_timer(_SURE, self._ask_again)
                self.notify("ctrl+q once more leaves without it.", severity="warning", markup=False)
                return
        self.exit()

    async def nothing_on_its_way(self, again: Callable[[], Awaitable[None]]) -> bool:
        """Whether no form is being saved just now; else `again` is called once it is."""
        for screen in self.forms:
            with suppress(TimeoutError):
                await asyncio.wait_for(screen.settled(), _PATIENCE)
            if screen.on_its_way:  # saved first, then left
                self.set_timer(_SHORTLY, again)
                return False
        return True

    @property
    def something_is_on_its_way(self) -> bool:
        """Keys behind ctrl+s are for what comes after the form, and not for one that is about to close."""
        return any(form.on_its_way for form in self.forms)

    def _ask_again(self) -> None:
        self._sure_to_quit = False

    def keep_drafts(self) -> bool:
        """Keep what stands in every open form; whether all of it is safe."""
        safe = [_kept(form) for form in self.forms]  # each gets its turn, whatever befell another
        return all(safe)

    @property
    def forms(self) -> list[Drafting]:
        """Those that are open."""
        return [screen for screen in self.screen_stack if isinstance(screen, Drafting)]

    def leave_at_once(self) -> None:
        """Leave, and ask nothing; what stands in open forms is kept."""
        try:
            self.keep_drafts()
        finally:  # also where there is no screen yet, or none any more
            self.exit()

    def _terminal_gone(self) -> None:
        leave_for_certain()
        self.leave_at_once()


def _kept(form: Drafting) -> bool:
    """Whether the draft of a form is safe; a form that is broken itself is not."""
    try:
        return form.keep_draft()
    except Exception:  # it is what broke, perhaps; the others get their turn
        return False
