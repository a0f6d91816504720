"""The same tests on encrypted journals: `pytest --journals encrypted`, or `both`.

Whoever opens a journal without a key gets one here, unless a plain file is there; what the program itself
does with a key is then the same as ever. The key is given, so that no test pays for stretching one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bounceback_tui.cli.session import Session
from bounceback_tui.services.backups import Backups
from bounceback_tui.storage import cipher, making
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.database import Database

KEY = Key(b"k" * 32, b"salt for a test!")
"""What opens every journal of these tests."""


def key_of(path: Path | str) -> Key | None:
    """None for a file that is there in plain."""
    try:
        return KEY if cipher.salt_of(Path(path)) == KEY.salt else None
    except OSError:
        return KEY


def encrypt_everything(patch: pytest.MonkeyPatch) -> None:
    """From now on new journals are encrypted."""
    opened, listed, made = Database.__init__, Backups.__init__, making.make

    def open_(
        self: Database, path: Path, read_only: bool = False, key: Key | None = None, connection: Any = None
    ) -> None:
        opened(self, path, read_only, key or key_of(path), connection)

    def list_(self: Backups, journal: Path, clock: Any, key: Key | None = None) -> None:
        listed(self, journal, clock, key or key_of(journal))

    def make(path: Path, key: Key | None = None) -> None:
        made(path, key or key_of(path))

    asked: Callable[..., Key | None] = lambda self, path, **_: None if self.demo else key_of(path)  # noqa: E731 - as a method
    patch.setattr(Database, "__init__", open_)
    patch.setattr(Backups, "__init__", list_)
    patch.setattr(making, "make", make)
    patch.setattr(Session, "key", asked)
