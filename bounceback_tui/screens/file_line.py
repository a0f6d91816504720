"""Asking where to write a file: what becomes of a name, while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.widget import Widget

from bounceback_tui.domain.text import one_line
from bounceback_tui.files import belongs_to_journal
from bounceback_tui.screens.ask_line import Remark


def remark_on(name: str, journal: Path) -> Remark:
    """What becomes of a file with that name; the journal itself is the one that none becomes."""
    if not name.strip():
        return Remark("the name of a file", fits=False)
    try:
        path = path_of(name)
        if problem := _problem(path, journal):
            return Remark(problem, fits=False)
        if path.exists():
            return Remark("a file of that name is there already", again="replaces it")
    except (OSError, ValueError, RuntimeError):
        return Remark("no file can have that name", fits=False)
    return Remark(f"= {path.absolute()}")


def path_of(name: str) -> Path:
    """Raises RuntimeError where there is no home folder to stand for "~"."""
    return Path(name.strip()).expanduser()


def written(widget: Widget, name: str, write: Callable[[Path], None]) -> Path | None:
    """Hand the path to `write`; None, with a word on the screen, where nothing could be written there."""
    path = Path(name.strip())
    try:
        path = path_of(name)
        write(path.resolve())
    except (OSError, ValueError, RuntimeError):
        words = f"{one_line(str(path))} could not be written; name another place. Nothing was changed."
        widget.notify(words, severity="warning", markup=False, timeout=8)
        return None
    return path


def _problem(path: Path, journal: Path) -> str:
    """Why nothing can be written there; empty where it can. Raises OSError, ValueError and RuntimeError."""
    if path.is_dir():
        return "that is a folder; add a name for the file"
    if belongs_to_journal(path, journal):
        return "that is your journal; name another file"
    return "" if path.parent.is_dir() else "there is no such folder"
