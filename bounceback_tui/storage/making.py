"""An empty journal is made: whole, or not at all."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from bounceback_tui.storage import journal_file
from bounceback_tui.storage.migrations import migrate

if TYPE_CHECKING:
    from bounceback_tui.storage.cipher import Key


def make(path: Path, key: Key | None = None) -> None:
    """Make an empty journal, readable by its owner alone, unless somebody else just did. Raises OSError.

    With a `key` it is encrypted from its first byte.
    """
    journal_file.make_folder(path.parent)
    fresh = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    journal_file.make_file(fresh)
    try:
        with closing(journal_file.connect(fresh, key)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA application_id = {journal_file.APPLICATION_ID}")
            migrate(connection, key=key)
            # closing does this, too, but does not say so where the disk is full: and the log goes below
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        put_in_place(fresh, path)
    finally:
        journal_file.remove_with_logs(fresh)
    journal_file.sync_folder(path.parent)


def put_in_place(fresh: Path, path: Path) -> None:
    """Give a whole file its name, unless another has it by now. Raises OSError."""
    try:
        os.link(fresh, path)  # unlike a rename, never replaces what somebody else made meanwhile
    except FileExistsError:
        return
    except OSError:
        # some file systems know no second names; all that is left is not to replace what can be seen
        if not path.exists():
            fresh.rename(path)
