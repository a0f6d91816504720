"""Somebody who was met, in one line."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from bounceback_tui.domain.person import Person, met, read_met
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.safe import safe_line


class PersonForm(Dialog):
    """The name is enough; an address and a role may stand behind it."""

    FORM = "person"

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the person to change, or the application they belong to. CannotDo where it is gone."""
        super().__init__(workspace, target)
        try:
            self._person = workspace.tools.people.find(self.target)
        except CannotDo:
            self._person = Person("", workspace.applications.find(self.target).id, "")

    @property
    def title_words(self) -> str:
        """What is asked."""
        return "Somebody you met" if self._person.id else "Who did you meet?"

    def fields(self) -> ComposeResult:
        """One line, and what it was taken to say."""
        known = ", ".join(part for part in (self._person.line, self._person.role) if part)
        hint = "Ms Ito <ito@acme.test>, head of data"
        yield from labelled("Person", Line(known, id="text", placeholder=hint))
        yield Static(classes="when--echo", id="person-echo", markup=False)
        yield Static(
            "The last one you name is greeted in the request for feedback.", classes="hint", markup=False
        )

    def value(self) -> Person:
        """The person. Raises ValueError without a name, and for half an address."""
        line = self.needed("text", "A name is missing; one word is enough.")
        name, email, role = met(line)
        return replace(self._person, name=name, email=email, role=role)

    @on(Input.Changed, "#text")
    def _tell_back(self) -> None:
        name, email, role = read_met(self.query_one("#text", Line).value)
        said = " · ".join(dict.fromkeys(part for part in (name, role, email) if part))
        echo = safe_line(f"= {said}", style="$foreground-muted") if said else ""
        self.query_one("#person-echo", Static).update(echo)
