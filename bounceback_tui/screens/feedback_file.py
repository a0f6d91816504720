"""Saving an e-mail as a file: where to is asked, and nothing is overwritten without asking."""

from __future__ import annotations

import re
from pathlib import Path

from textual.widget import Widget

from bounceback_tui.domain.letter import Email
from bounceback_tui.domain.text import one_line
from bounceback_tui.files import write_privately
from bounceback_tui.formats.email_file import is_plain, written
from bounceback_tui.screens import file_line
from bounceback_tui.screens.ask_line import AskLine


def ask_for_file(widget: Widget, email: Email, company: str, journal: Path, about: str = "feedback") -> None:
    """Ask where to, and write it; `journal` is the one file that it never becomes.

    The name that is offered begins with what it is `about`.
    """

    def save(name: str | None) -> None:
        if name is None:
            return
        text_for = Path(name.strip()).name
        path = file_line.written(widget, name, lambda path: write_privately(path, written(email, text_for)))
        if path:
            opens = "" if is_plain(path.name) else "; your mail program opens it"
            widget.notify(f"Saved as {one_line(str(path))}{opens}.", markup=False, timeout=6)

    asked = AskLine(
        "Save the e-mail as a file",
        "",
        lambda name: file_line.remark_on(name, journal),
        str(Path("~") / f"{about}-{_slug(company)}.eml"),
        label="File",
    )
    widget.app.push_screen(asked, save)


def _slug(company: str) -> str:
    """A company as a part of the name of a file anywhere."""
    return re.sub("[^a-z0-9]+", "-", company.casefold()).strip("-")[:40] or "request"
