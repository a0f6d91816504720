"""What is done beside the app while nobody presses a key."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from textual import events
from textual._styles_cache import StylesCache
from textual.timer import Timer

from bounceback_tui.app.faults import Faults
from bounceback_tui.crashes import Crashes
from bounceback_tui.screens import journal_news
from bounceback_tui.screens.registry import PAGES, Listed
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.errors import StorageError

_AT_REST = 0.75
"""Seconds without a key before garbage is looked for."""

_BETWEEN = 0.02
"""Seconds from one page that is loaded ahead to the next."""

_OFTEN_ENOUGH = (700, 10, 100)
"""How often Python looks for garbage by itself, should keys never rest; seldom through all there is."""


def let_go_of_lines() -> None:
    """Have the toolkit forget what it drew for widgets that are gone.

    It works out the grounds of each one's lines once, and keeps that together with the lines of the last
    thousand: ten megabytes of windows that were closed, and the words in them.
    """
    StylesCache.get_inner_outer.cache_clear()


class AtRest(Faults):
    """An app that tidies up, looks through the journal and makes the backup of the day while keys rest."""

    def __init__(self, style: Path, workspace: Workspace, crashes: Crashes, demo: bool) -> None:
        super().__init__(style, crashes, demo, workspace.settings.plain)
        self.workspace = workspace
        """The open journal."""
        self._backed_up_on: date | None = None
        self._tidying: Timer | None = None

    @property
    def keeps_the_journal(self) -> bool:
        """Whether what is done beside the app may be written: not for a demo, nor where it is only read."""
        return not (self.demo or self.workspace.database.read_only)

    def settle_in(self) -> None:
        """What the first paint can do without."""
        if not self.is_headless:
            self._tidy_at_rest()
            self.load_ahead(PAGES)
            looking = partial(
                journal_news.look_through, self, self.workspace.path, self.workspace.database.key
            )
            self.set_timer(journal_news.AT_LEISURE, looking)

    def load_ahead(self, pages: Sequence[Listed]) -> None:
        """Load the code of pages that nobody turned to yet, one at a time, and then what they list.

        A key waits for one of these at most.
        """
        first, *others = pages
        first.load()
        if others:
            self.set_timer(_BETWEEN, partial(self.load_ahead, others))
        else:
            self.set_timer(_BETWEEN, self._put_in_order)

    def _put_in_order(self) -> None:
        """Thousands of applications take 20 ms to put in order, which the first look at them does without."""
        with suppress(StorageError):  # who looks at them is told
            self.workspace.applications.roll()
            self.workspace.recovery.roll()
        if not self.is_headless:
            gc.freeze()  # it stays, too

    def _tidy_at_rest(self) -> None:
        """Have no key wait for the search for garbage: through all there is it takes 50 ms, later 10."""
        gc.freeze()  # what is there stays
        gc.enable()  # a start did without
        gc.set_threshold(*_OFTEN_ENOUGH)
        self._tidying = self.set_interval(_AT_REST, self._tidy)

    def _tidy(self) -> None:
        if any(not worker.is_finished for worker in self.workers):
            return  # and try again soon: else what an answer is worked out from would be read twice
        if self._tidying:
            self._tidying.pause()  # until the next key
        self.workspace.patterns.rest()  # else all that figures were worked out from is looked through, too
        let_go_of_lines()
        gc.collect()
        today = self.workspace.clock.now().local_date
        if self.keeps_the_journal and self._backed_up_on != today:  # once a day, also where it fails
            self._backed_up_on = today
            self._back_up()

    def _back_up(self) -> None:
        from bounceback_tui.services.todays_backup import surely_made  # noqa: PLC0415 - keys rest by now

        if surely_made(self.workspace.database.file, self.workspace.clock):
            return
        from bounceback_tui.screens.daily_backup import back_up_beside  # noqa: PLC0415 - due once a day

        back_up_beside(self, self.workspace.backups)

    async def on_event(self, event: events.Event) -> None:
        """Every key, and every move of the mouse, puts off the search for garbage."""
        if self._tidying and isinstance(event, events.InputEvent):
            self._tidying.reset()
        await super().on_event(event)
