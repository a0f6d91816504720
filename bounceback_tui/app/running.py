"""One run of the app, from an open journal to a closed one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from time import monotonic  # how long somebody waits, which no clock that is set can tell

from bounceback_tui.app.app import BouncebackApp
from bounceback_tui.clock import Clock
from bounceback_tui.crashes import Crashes, strays_watched
from bounceback_tui.domain.going import Stopped
from bounceback_tui.resources import asset
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.errors import StorageError

_PATIENCE = 5.0
"""Seconds that leaving takes at most for other machines."""


def run(
    path: Path,
    clock: Clock,
    *,
    demo: bool = False,
    config: Path | None = None,
    read_only: bool = False,
    crashes: Crashes | None = None,
) -> int:
    """Run the app on the journal at `path` until somebody leaves; the exit code. Raises StorageError.

    `config` is the folder of the settings; with `read_only` nothing is written to the journal; `crashes`
    tells of faults of the program. Where a backup is brought back, the app begins anew on that.
    """
    said, guide = "", asset("guide.md")
    ours = not (demo or read_only)
    while True:
        with Workspace(path, clock, guide, config, watched=not demo, read_only=read_only) as workspace:
            if ours:
                workspace.integrity.claim()
            app = BouncebackApp(workspace, demo, crashes, said)
            with strays_watched(app.stray):
                app.run()
            if ours:
                with suppress(CannotDo, StorageError, OSError):  # it is told in the app, and by the doctor
                    workspace.backups.of_the_day(quick=True)
                _exchange(workspace)
        if not app.brings_back:
            workspace.backups.let_go()
            return app.return_code or 0
        from bounceback_tui.screens.backups import brought_back  # noqa: PLC0415 - hardly ever needed

        said = brought_back(workspace.backups)


def _exchange(workspace: Workspace) -> None:
    """Let other machines have what is new, where that is wanted; what takes too long goes the next time."""
    if not workspace.settings.sync:
        return
    until = monotonic() + _PATIENCE
    with suppress(CannotDo, StorageError, OSError, Stopped):  # it is said at the next start
        if workspace.sync.is_set_up:
            workspace.sync.run(lambda _: monotonic() < until)
