"""What is out of the ordinary about the file of the journal: told at the start, and looked for beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App, SystemCommand

from bounceback_tui.screens.attempt import worked
from bounceback_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from bounceback_tui.services.privacy import Key

AT_LEISURE = 3.0
"""Seconds after a start when the whole journal is looked through: nobody waits for it."""

_TIMEOUT = 20.0
"""Seconds that it stays, since it is to be read with care."""

_RIGHT = "If that is how it should be: ^p, “That is right”."
_READING = "This journal is open only to be read: what you write cannot be saved."


def tell(app: App[Any], workspace: Workspace) -> None:
    """Say at the start what is out of the ordinary; nothing where nothing is."""
    integrity = workspace.integrity
    said = (
        integrity.notice,
        _RIGHT if integrity.notice else "",
        integrity.company,
        _in_plain(workspace),
        _READING if workspace.database.read_only else "",
    )
    if told := " ".join(filter(None, said)):
        _say(app, told)


def _in_plain(workspace: Workspace) -> str:
    """What lies in plain beside an encrypted journal."""
    if workspace.database.key is None:
        return ""
    from bounceback_tui.services import encrypting  # noqa: PLC0415 - most journals are plain

    return encrypting.notice(workspace.path)


def look_through(app: App[Any], path: Path, key: Key | None = None) -> None:
    """Look for damage in the whole journal beside whatever else is done; said where there is any."""
    from bounceback_tui.services import integrity  # noqa: PLC0415 - long after the start

    def look() -> None:
        if told := integrity.look_through(path, lambda: app.is_running, key):
            app.call_from_thread(_say, app, told)

    app.run_worker(look, thread=True, exit_on_error=False)


def commands(app: App[Any], workspace: Workspace) -> Iterator[SystemCommand]:
    """What the palette offers while the journal is not as it was left."""

    def that_is_right() -> None:
        if worked(app.screen, workspace.integrity.that_is_right):
            app.notify("Good. The journal as it is now is taken to be right.", markup=False)

    if workspace.integrity.notice:
        yield SystemCommand("That is right", workspace.integrity.notice, that_is_right)


def _say(app: App[Any], told: str) -> None:
    app.notify(told, severity="warning", markup=False, timeout=_TIMEOUT)
