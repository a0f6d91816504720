"""Removing files so that what stood in them is not simply left on the disk.

They are overwritten first. That is all a program can do: a disk that spreads its writes, a file system that
copies, and a snapshot may keep what was there before.
"""

from __future__ import annotations

import glob
import os
from contextlib import suppress
from io import FileIO
from pathlib import Path

from bounceback_tui.files import runs
from bounceback_tui.storage import journal_file

REPLACED = ".replaced"
"""How the name of a file ends that another took the place of, until it is overwritten."""

_PIECE = 1 << 20  # bytes


def name_with_process(stem: str, ending: str) -> str:
    """A name that nothing has, with the number of this program; once that has ended it is left over."""
    return f".{bare(stem)}.{os.getpid()}.{os.urandom(3).hex()}{ending}"


def bare(stem: str) -> str:
    """A name without the full stop before it, as a hidden journal has one, and a copy that is being made."""
    return stem.lstrip(".")


def wipe(path: Path, *, remove: bool = True) -> None:
    """Overwrite a file, and remove it. Raises OSError.

    One that has a second name somewhere only loses this one: it may be a journal, or somebody's own copy. So
    does a link.
    """
    if path.lstat().st_nlink == 1 and path.is_file() and not path.is_symlink():
        with path.open("rb+", buffering=0) as file:
            overwrite(file)
    if remove:
        path.unlink()
        journal_file.sync_folder(path.parent)


def overwrite(file: FileIO) -> None:
    """Overwrite a file that is open to write, whether it still has a name or not. Raises OSError."""
    file.seek(0)
    left = os.fstat(file.fileno()).st_size
    while left > 0:
        left -= file.write(bytes(min(_PIECE, left)))
    os.fsync(file.fileno())


def left_over(journal: Path) -> list[Path]:
    """What a program that was killed left of journals and backups that were written anew. Never raises."""
    found: list[Path] = []
    for folder in (journal.parent, journal.parent / journal_file.BACKUPS):
        with suppress(OSError):
            stem = journal.name if folder == journal.parent else journal.name.removesuffix(".db")
            found += [
                one
                for one in folder.glob(f".{glob.escape(bare(stem))}*{REPLACED}")
                # behind a link lies what somebody else put there, or needs
                if one.is_file() and not one.is_symlink() and not _in_use(one)
            ]
    return sorted(found)


def _in_use(path: Path) -> bool:
    """Whether the program that names it, by its number, still runs."""
    number = path.name.removesuffix(REPLACED).split(".")[-2]
    return number.isdigit() and int(number) != os.getpid() and runs(int(number))
