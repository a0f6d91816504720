"""Files of one's own: written whole or not at all, and whether the program that left one still runs."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path, PureWindowsPath


def write_privately(path: Path, text: str | Iterable[str]) -> None:
    """Write a file whole or not at all: beside its place first, then moved there; mode 0600.

    A long text may come in pieces; where they end in an error, nothing is left. Raises OSError.
    """
    fresh = _beside(path)
    try:
        with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            for piece in (text,) if isinstance(text, str) else text:
                file.write(piece.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def write_folder_privately(path: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write a folder of files whole or not at all: beside its place first, then moved there.

    Mode 0700, its files 0600. There must be nothing at `path`, or an empty folder. Where the files end in an
    error, nothing is left. Raises OSError, and ValueError for a name that is not that of a file in a folder.
    """
    fresh = _beside(path)
    fresh.mkdir(0o700)
    try:
        for name, text in files:
            if name in ("", "..") or "\0" in name or {Path(name).name, PureWindowsPath(name).name} != {name}:
                raise ValueError("a file in a folder has a plain name")
            number = os.open(fresh / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(number, "wb") as file:
                file.write(text.encode("utf-8"))
        if hasattr(os, "sync"):  # once: one by one, very many files would take very long
            os.sync()
        if path.is_dir():
            path.rmdir()
        fresh.rename(path)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def _beside(path: Path) -> Path:
    """A name beside a place, for what is not whole yet."""
    return path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}")


def belongs_to_journal(path: Path, journal: Path) -> bool:
    """Whether writing to `path` would write to the journal, or to what is kept beside it.

    Raises OSError and RuntimeError where a path leads nowhere.
    """
    target, kept = path.resolve(), journal.resolve()
    if target in [
        kept.with_name(kept.name + ending) for ending in ("", "-wal", "-shm", "-seen", "-recovery")
    ]:
        return True
    try:
        return target.samefile(kept)
    except OSError:
        return False


def runs(process: int) -> bool:
    """Whether a program with that number runs; where that cannot be told, it is taken to."""
    if sys.platform == "win32":
        return True  # signal 0 is ctrl+c there, and goes to all programs of a window
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True  # it is somebody else's, or no number of a program: it is not for us to say
    return True
