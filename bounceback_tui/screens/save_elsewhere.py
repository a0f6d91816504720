"""Where the journal takes nothing: what stands in a form goes into a file that the person names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bounceback_tui.domain.text import one_line
from bounceback_tui.files import write_privately
from bounceback_tui.screens.ask_line import AskLine
from bounceback_tui.screens.file_line import remark_on, written

if TYPE_CHECKING:
    from bounceback_tui.screens.form import Form


def words_of(content: Mapping[str, Any]) -> str:
    """What stands in a form, by field, as Markdown: the text last and as it is."""
    lines = [
        f"{name.replace('-', ' ').capitalize()}: {one_line(_told(value))}"
        for name, value in content.items()
        if name != "text" and value not in (None, "", [], {})
    ]
    text = str(content.get("text") or "")
    return "\n".join([*lines, *([""] if lines and text else []), text]).rstrip("\n") + "\n"


def ask_where(form: Form) -> None:
    """Ask for the name of a file, and write there what stands in the form; the form stays as it is."""
    journal = form.workspace.path

    def write(name: str | None) -> None:
        text = words_of(form.content())
        if name and (path := written(form, name, lambda place: write_privately(place, text))):
            form.say(f"Written to {one_line(str(path))}. It is still here, too.")

    today = form.workspace.clock.now().local_date
    form.app.push_screen(
        AskLine(
            "Write this into a file",
            "The journal cannot take it now. What you have written here goes into a file of its own.",
            lambda name: remark_on(name, journal),
            f"~/bounceback-{today}.md",
            label="File",
        ),
        write,
    )


def _told(value: Any) -> str:
    """A value of a field in a line."""
    if isinstance(value, list):
        return ", ".join(" ".join(map(str, one)) if isinstance(one, list) else str(one) for one in value)
    return str(value)
