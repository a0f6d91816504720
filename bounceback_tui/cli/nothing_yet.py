"""What a command that only reads does where there is no journal: none is made for it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bounceback_tui.resources import asset
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.opening import none_was_lost

if TYPE_CHECKING:
    from bounceback_tui.cli.session import Session


def must_be_usual(path: Path, named_by: str) -> None:
    """Raises CannotDo where somebody named a journal that is not there, which is mostly a slip.

    Raises StorageError where one was there and is gone. `named_by` as `Session.named_by`.
    """
    none_was_lost(path)
    if named_by != "default":
        raise CannotDo(
            f"There is no journal at {path}, which {named_by} names. Nothing was made; look at the name,"
            " or begin one there with `bounceback note`."
        )


@contextmanager
def empty_journal(session: Session, path: str) -> Iterator[Workspace]:
    """An empty journal to be read in the place of one that is not there; it is gone afterwards.

    Raises CannotDo and StorageError.
    """
    must_be_usual(Path(path), session.named_by)
    with (
        tempfile.TemporaryDirectory(prefix="bounceback-") as folder,  # for this user alone
        Workspace(
            Path(folder) / "journal.db", session.clock, asset("guide.md"), lambda: session.config_folder
        ) as workspace,
    ):
        yield workspace
