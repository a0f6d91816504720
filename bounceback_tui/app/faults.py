"""Faults of the program itself: drafts are kept, a report is left, and no word of the journal is told."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

from textual.worker import WorkerFailed

from bounceback_tui.app.leaving import Leaving
from bounceback_tui.crashes import SAFE, Crashes
from bounceback_tui.domain.faults import place_of
from bounceback_tui.domain.text import one_line, visible
from bounceback_tui.terminal import went_away

_OFFERED = "nothing was lost, and what you were writing is offered again at the next start"
_PERHAPS_NOT = "nothing that was saved is lost, and what was kept of what you were writing is offered again"


class Faults(Leaving):
    """An app that takes the place of Textual's own way to tell of faults, which shows what variables hold."""

    def __init__(self, style: Path, crashes: Crashes, demo: bool, plain: bool = False) -> None:
        """`crashes` tells of faults; in a `demo` nothing of the person's can be lost."""
        super().__init__(style, plain)
        self.demo = demo
        """Whether the journal is a made-up one."""
        self._crashes = crashes
        self._strays: set[str] = set()
        self._told = ""  # what a fault has to say once the terminal is given back

    @property
    def page_class(self) -> str:
        """The name of the class of the page on show; empty while there is none."""
        return ""

    def tell_of_strays(self) -> None:
        """Let nobody else tell of what breaks in the loop: asyncio's own would print what the error says."""
        asyncio.get_running_loop().set_exception_handler(
            lambda _, told: self.tell_stray(told.get("exception"))
        )

    def _handle_exception(self, error: Exception) -> None:
        """Leave after a fault of ours. Textual's own way lets some errors say themselves what they hold."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error.error if isinstance(error, WorkerFailed) else error  # type: ignore[assignment]  # Textual's own field
            self._exception_event.set()
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Leave after a fault of ours: drafts are kept, and what is told holds no word of the journal.

        Textual's own way, which this takes the place of, prints a traceback with the values in it.
        """
        if self._told or not self._exception:
            return  # it was said already: what else breaks on the way out adds nothing
        self._told = SAFE
        safe = "nothing was lost"
        if self.demo:
            safe = "nothing of yours was touched"
        else:
            with suppress(Exception):  # there may be no screen: then nothing was being written either
                if self.forms:
                    safe = _OFFERED if self.keep_drafts() else _PERHAPS_NOT
        self._told = self._crashes.tell(self._exception, self._where(), safe)
        self._close_messages_no_wait()

    def _where(self) -> str:
        """The screens that are open and the page, by their classes."""
        names: list[str] = []
        with suppress(Exception):  # there may be no screen yet, and no page any more
            names += [type(screen).__name__ for screen in self.screen_stack]
            names.insert(1, self.page_class)
        return " > ".join(names)

    def _print_error_renderables(self) -> None:
        """Say what broke, now that the terminal is given back."""
        if self._told:
            self.error_console.out(visible(self._told), highlight=False)  # not wrapped: there is a path in it

    def stray(self, error: BaseException) -> None:
        """Tell a fault beside the app from whatever thread; see `tell_stray`."""
        if self.is_running:
            self.call_later(self.tell_stray, error)

    def tell_stray(self, error: object) -> None:
        """A fault beside the app, as in a thread, that ends nothing: leave a report, and say so.

        Once for each place: what is worked out anew at every visit would push other reports out. A terminal
        that went away is no fault: it is left, as where a signal tells of it.
        """
        if went_away(error):
            self._terminal_gone()
            return
        if isinstance(error, BaseException) and (place := place_of(error)) not in self._strays:
            self._strays.add(place)
            told = self._crashes.tell(error, f"beside {self._where()}").rpartition("\n")[-1]
            with suppress(Exception):  # it may be over, and then nobody looks
                self.notify(one_line(told), severity="warning", markup=False, timeout=8)
