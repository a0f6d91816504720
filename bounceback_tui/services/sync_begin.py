"""Beginning to exchange: the place, the key, and what a machine is called."""

from __future__ import annotations

import platform
import re
from collections.abc import Callable
from pathlib import Path

from bounceback_tui import git, sealed
from bounceback_tui.domain.text import one_line
from bounceback_tui.paths import expanded
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.storage.sync_state import State


def state(remote: str, wrapped: bytes | None, ask: Callable[[bool], str]) -> State:
    """What is needed to exchange, with the key that the remote has, or a new one. Raises CannotDo."""
    try:
        fresh = sealed.new_key()  # first: nobody is asked where the library is missing
    except sealed.NoLibrary as error:
        raise CannotDo(f"{error} Nothing was changed.") from error
    passphrase = ask(wrapped is None)
    if not passphrase.strip() or "\0" in passphrase:
        raise CannotDo("A passphrase cannot be empty, nor hold a NUL. Nothing was changed.")
    try:
        if wrapped is None:
            return State(remote, fresh, sealed.wrap(fresh, passphrase), "", None)
        key = sealed.unwrap(wrapped, passphrase)
        sealed.Seal(key)
        return State(remote, key, wrapped, "", None)
    except sealed.NotOpened as error:
        raise CannotDo(
            "That is not the passphrase of this journal. Nothing was changed; try again."
        ) from error


def named(remote: str) -> str:
    """What somebody names, as git is told it. Raises CannotDo."""
    remote = re.sub(r"^(?:file://)+", "", remote.strip(), flags=re.IGNORECASE)
    if not remote or remote.startswith("-") or not remote.isprintable():
        raise CannotDo("Name a folder, or the address of a git repository. Nothing was changed.")
    if git.is_address(remote):
        return remote
    try:
        return str(expanded(remote).absolute())
    except RuntimeError as error:
        raise CannotDo(f"{error} Nothing was changed.") from error


def look_at(remote: str) -> None:
    """Before anything is made beside the journal: whether a folder will do. Raises CannotDo."""
    folder = Path(remote)
    if git.is_address(remote) or (folder / "HEAD").is_file():
        return
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotDo(
            f"{folder} holds something else. Nothing was changed; name an empty folder, or a new one."
        )
    if not folder.parent.is_dir():
        raise CannotDo(f"There is no folder {folder.parent}. Nothing was changed; make it first.")


def machine() -> str:
    """What this machine is called; only the person's own machines are told."""
    return one_line(platform.node())[:60] or "a machine"
