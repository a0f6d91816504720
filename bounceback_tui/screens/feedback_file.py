"""Saving an e-mail as a file: where to is asked, and nothing is overwritten without asking."""

from __future__ import annotations

import re
from pathlib import Path

from textual.widget import Widget

from bounceback_tui.domain.letter import Email
from bounceback_tui.domain.text import one_line
from bounceback_tui.files import belongs_to_journal, write_privately
from bounceback_tui.formats.email_file import is_plain, written
from bounceback_tui.screens.ask_line import AskLine, Remark


def ask_for_file(widget: Widget, email: Email, company: str, journal: Path) -> None:
    """Ask where to, and write it; `journal` is the one file that it never becomes."""

    def save(name: str | None) -> None:
        if name is None:
            return
        path = _path(name)
        try:
            write_privately(path.resolve(), written(email, path.name))
        except (OSError, ValueError, RuntimeError):
            words = f"{one_line(str(path))} could not be written; name another place. Nothing was changed."
            widget.notify(words, severity="warning", markup=False, timeout=8)
            return
        opens = "" if is_plain(path.name) else "; your mail program opens it"
        widget.notify(f"Saved as {one_line(str(path))}{opens}.", markup=False, timeout=6)

    asked = AskLine(
        "Save the e-mail as a file",
        "",
        lambda name: _remark(name, journal),
        str(Path("~") / f"feedback-{_slug(company)}.eml"),
        label="File",
    )
    widget.app.push_screen(asked, save)


def _remark(name: str, journal: Path) -> Remark:
    """What becomes of a file with that name."""
    if not name.strip():
        return Remark("the name of a file", fits=False)
    try:
        path = _path(name)
        if problem := _problem(path, journal):
            return Remark(problem, fits=False)
        if path.exists():
            return Remark("a file of that name is there already", again="replaces it")
    except (OSError, ValueError, RuntimeError):
        return Remark("no file can have that name", fits=False)
    return Remark(f"= {path.absolute()}")


def _problem(path: Path, journal: Path) -> str:
    """Why nothing can be written there; empty where it can. Raises OSError, ValueError and RuntimeError."""
    if path.is_dir():
        return "that is a folder; add a name for the file"
    if belongs_to_journal(path, journal):
        return "that is your journal; name another file"
    return "" if path.parent.is_dir() else "there is no such folder"


def _path(name: str) -> Path:
    """Raises RuntimeError where there is no home folder to stand for "~"."""
    return Path(name.strip()).expanduser()


def _slug(company: str) -> str:
    """A company as a part of the name of a file anywhere."""
    return re.sub("[^a-z0-9]+", "-", company.casefold()).strip("-")[:40] or "request"
