"""One run of the app, from an open journal to a closed one, and back where it was only locked."""

from __future__ import annotations

import gc
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import monotonic  # how long somebody waits, which no clock that is set can tell
from typing import TYPE_CHECKING

from bounceback_tui.app.app import BouncebackApp
from bounceback_tui.app.at_rest import let_go_of_lines
from bounceback_tui.app.faults import Faults
from bounceback_tui.app.handlers import count_by_code
from bounceback_tui.app.locking import LeftOff
from bounceback_tui.clock import Clock
from bounceback_tui.crashes import Crashes, strays_watched
from bounceback_tui.domain.going import Stopped
from bounceback_tui.plain import Imposed
from bounceback_tui.resources import asset
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.settings import Settings
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.errors import JournalLocked, StorageError

if TYPE_CHECKING:
    from bounceback_tui.app.locked import LockedApp
    from bounceback_tui.services.privacy import Key

_RECOVERED = "The recovery key opened it; `bounceback passphrase` chooses a new passphrase."

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
    key: Key | None = None,
    plain: Imposed | None = None,
) -> int:
    """Run the app on the journal at `path` until somebody leaves; the exit code. Raises StorageError.

    `config` is the folder of the settings; with `read_only` nothing is written to the journal; `crashes`
    tells of faults of the program; `key` opens an encrypted journal, whose passphrase is asked for else;
    `plain` is what a flag or the environment says of that.
    Where a backup is brought back, the app begins anew on that; where it was locked, once it is opened.
    """
    crashes = crashes or Crashes(clock)
    said, back_to = "", None
    first = not (demo or path.exists())
    opened = partial(Workspace, path, clock, asset("guide.md"), config, watched=not demo, read_only=read_only)
    while True:
        try:
            workspace = opened(key=key)
        except JournalLocked:
            from bounceback_tui.services import privacy  # noqa: PLC0415 - most journals are plain

            privacy.require_library()
            at_the_door = _at_the_door(path, crashes, encrypted=True, plain=_is_plain(config, plain))
            if not at_the_door.opened:
                return at_the_door.return_code or 0
            workspace = opened(key=at_the_door.key)
            if at_the_door.key and at_the_door.key.recovered:
                said = _RECOVERED
        with workspace:
            workspace.settings.impose(plain)
            app = _used(workspace, demo, crashes, said, back_to, first=first)
        first = False
        said, back_to, key = "", app.left_off, None
        if back_to:
            covered = workspace.database.key is None
            del app, workspace
            _let_go()
            if covered:
                cover = _at_the_door(path, crashes, encrypted=False, plain=_is_plain(config, plain))
                if not cover.opened:
                    return cover.return_code or 0
            continue
        if not app.brings_back:
            workspace.backups.let_go()
            return app.return_code or 0
        from bounceback_tui.screens.backups import brought_back  # noqa: PLC0415 - hardly ever needed

        said, key = brought_back(workspace.backups), workspace.database.key


def _used(
    workspace: Workspace,
    demo: bool,
    crashes: Crashes,
    said: str,
    back_to: LeftOff | None,
    *,
    first: bool,
) -> BouncebackApp:
    """The app, once somebody left it or locked it."""
    ours = not (demo or workspace.database.read_only)
    if ours:
        workspace.integrity.claim()
    app = BouncebackApp(workspace, demo, crashes, said, back_to, first=first)
    _shown(app)
    if ours and not app.left_off:
        with suppress(CannotDo, StorageError, OSError):  # it is told in the app, and by the doctor
            workspace.backups.of_the_day(quick=True)
        _exchange(workspace)
    return app


def _shown(app: Faults) -> None:
    count_by_code()
    with strays_watched(app.stray):
        try:
            app.run()
        finally:
            app.over()


def _let_go() -> None:
    """Let go of an app that is over, words and key with it, though the start set it apart from garbage."""
    let_go_of_lines()
    gc.unfreeze()
    gc.collect()


def _is_plain(config: Path | None, said: Imposed | None) -> bool:
    """Whether the screen before a closed journal is plain; the settings are no secret of the journal."""
    settings = Settings(config)
    settings.impose(said)
    return settings.plain


def _at_the_door(path: Path, crashes: Crashes, *, encrypted: bool, plain: bool) -> LockedApp:
    """The screen before a closed journal, once somebody opened it or left."""
    from bounceback_tui.app.locked import LockedApp  # noqa: PLC0415 - most starts have no door

    app = LockedApp(path, crashes, encrypted=encrypted, plain=plain)
    _shown(app)
    return app


def _exchange(workspace: Workspace) -> None:
    """Let other machines have what is new, where that is wanted; what takes too long goes the next time."""
    if not workspace.settings.sync:
        return
    until = monotonic() + _PATIENCE
    with suppress(CannotDo, StorageError, OSError, Stopped):  # it is said at the next start
        if workspace.sync.is_set_up:
            workspace.sync.run(lambda _: monotonic() < until)
