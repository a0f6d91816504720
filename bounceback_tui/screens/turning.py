"""Taking back a large import, or doing it again, beside the app."""

from __future__ import annotations

from collections.abc import Callable

from bounceback_tui.domain.going import Going
from bounceback_tui.screens.main import MainScreen
from bounceback_tui.screens.working import Working

_FAILED = "That could not be done, and nothing was changed."


def turn_beside(main: MainScreen, again: bool, done: Callable[[str | None], None]) -> None:
    """Its label is handed to `done`, None where it was stopped or failed."""

    def turn(going: Going) -> str:
        with main.workspace.beside() as workspace:
            undo = workspace.undo
            return (undo.do_again(going) if again else undo.take_back(going)) or ""

    main.app.push_screen(Working("Doing it again" if again else "Taking it back", turn, _FAILED), done)
