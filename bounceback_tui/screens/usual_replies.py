"""How long replies usually take, worked out beside the Applications page, which stands already."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from bounceback_tui.domain.silence import Usual
from bounceback_tui.screens.application_log import ApplicationLog
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.services.workspace import Workspace

if TYPE_CHECKING:  # loaded once an answer is worked out: the page stands before
    from bounceback_tui.services.patterns import Asked
    from bounceback_tui.statistics.statistic import Result

_AT_REST = 0.2
"""Seconds after which it is worked out: the page is painted before."""


class UsualReplies(ApplicationLog):
    """A page that compares silence with what is usual for this person."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.usual: Usual | None = None
        """How long replies usually take; None until that is known."""
        self._asking = False

    def know(self, usual: Usual) -> None:
        """It is known now, or known anew."""
        self.usual = usual

    def look_for_usual(self) -> None:
        """Know how long replies usually take, at once or a little later. Raises StorageError."""
        known = self.workspace.gone_silent.known()
        if known is not None:
            self.know(known)
        elif not self._asking and self.workspace.applications.any():
            self._asking = True
            self.run_worker(self._work, thread=True, group="patterns", exit_on_error=False)

    def _work(self) -> None:
        """In a thread: nothing here touches the journal or the screen."""
        worker = get_current_worker()
        sleep(_AT_REST)
        if worker.is_cancelled:
            return
        asked = self.app.call_from_thread(self._ask)
        if asked is None:
            return
        result = asked.answer()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._worked_out, asked, result)

    def _ask(self) -> Asked | None:
        """What it rests on; None, and asked anew at the next visit, where that cannot be read."""
        asked = attempt(self, self.workspace.gone_silent.ask)
        self._asking = asked is not None
        return asked

    def _worked_out(self, asked: Asked, result: Result) -> None:
        self._asking = False
        self.workspace.gone_silent.keep(asked, result)
        attempt(self, self.look_for_usual)  # something may have been written meanwhile: then once more
