"""Today's own backup, made beside the app once keys rest, and given up when the app is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from bounceback_tui.screens.beside import work_beside

if TYPE_CHECKING:
    from bounceback_tui.services.backups import Backups


def back_up_beside(app: App[Any], backups: Backups) -> None:
    """Make it where it is due; only a failure is said."""
    if backups.due():
        work_beside(app, "backup of the day", lambda going: backups.of_the_day(going=going))
