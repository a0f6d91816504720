"""How long replies usually take, worked out beside the Applications page, which stands already."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

from bounceback_tui.domain.silence import UsualWait
from bounceback_tui.screens import answering
from bounceback_tui.screens.answering import have_answered
from bounceback_tui.screens.application_log import ApplicationLog
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.services.workspace import Workspace

if TYPE_CHECKING:  # loaded once an answer is worked out: the page stands before
    from bounceback_tui.services.patterns import Asked
    from bounceback_tui.statistics.statistic import Result

_STATISTIC = "silence"
"""What tells it; whether it is known is asked without its code, which a first picture does without."""

_ONCE_PAINTED = 0.05
"""Seconds after the first picture in which the second one, with all rows, is drawn."""


class UsualReplies(ApplicationLog):
    """A page that compares silence with what is usual for this person."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.usual: UsualWait | None = None
        """How long replies usually take; None until that is known."""
        self._told: ref[Result] | None = None  # the answer that is shown: many replies are gone through once
        self._asking = False

    def know(self, usual: UsualWait) -> None:
        """It is known now, or known anew."""
        self.usual = usual

    def look_for_usual(self) -> None:
        """Know how long replies usually take, at once or a little later. Raises StorageError."""
        known = self.workspace.patterns.known(_STATISTIC)
        told = self._told and self._told()
        if known is not None and known is not told:
            from bounceback_tui.services.gone_silent import usual_of  # noqa: PLC0415 - see above

            self.know(usual_of(known))
            self._told = ref(known)
        elif known is None and not self._asking and self.workspace.applications.any():
            self._asking = True
            # a thread beside the first paint would make the list come later, and a long one the next page
            takes_long = self.workspace.patterns.takes_long
            wait = answering.ONCE_STILL if takes_long else _ONCE_PAINTED
            self.call_after_refresh(self.set_timer, wait, lambda: attempt(self, self._ask))

    def _ask(self) -> None:
        self._asking = False  # where nobody looks any more, or it cannot be read, the next visit asks
        if self.display:
            asked = self.workspace.gone_silent.ask()
            self._asking = True
            have_answered(self, [asked], self._worked_out)

    def _worked_out(self, asked: Asked, answer: Result | str) -> None:
        """Where it could not be worked out, the next visit asks anew."""
        self._asking = False
        if isinstance(answer, str):
            return
        attempt(self, lambda: self.workspace.gone_silent.keep(asked, answer))
        attempt(self, self.look_for_usual)  # something may have been written meanwhile: then once more
