"""Asks for an application: where, as what, through whom, since when; all of it in one line, if liked."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from bounceback_tui.domain.application import Source
from bounceback_tui.domain.application_line import read_line
from bounceback_tui.domain.outcome import NewApplication
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.change_application import ChangeApplication
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.services.drafts import ASIDE
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.when_field import WhenField


def application_form(workspace: Workspace, target: str = "") -> Dialog:
    """What changes the application `target`, or asks for a new one. Raises CannotDo where it is gone."""
    made = ChangeApplication if target.partition(ASIDE)[0] else AddApplication
    return made(workspace, target)


class AddApplication(Dialog):
    """One form, of which the company is enough."""

    FORM = "application"
    AUTO_FOCUS = "#line"
    DONE = "Added. u takes it back."

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is empty, or the mark of a draft that was set aside."""
        super().__init__(workspace, target)
        self._put_in: dict[str, str | None] = {}

    @property
    def title_words(self) -> str:
        """What is asked."""
        return "A job you applied for"

    def fields(self) -> ComposeResult:
        """The line, then each field by itself; companies and roles known before complete what is typed."""
        applied = self.workspace.applications
        companies, roles = (attempt(self, known) or [] for known in (applied.companies, applied.roles))
        yield from labelled("In one", Line(id="line", placeholder="Acme, Data engineer, referral, today"))
        yield from labelled("Company", Line(id="company", names=companies, placeholder="where is it?"))
        yield from labelled("Role", Line(id="role", names=roles, placeholder="what is it for?"))
        yield from labelled("Notes", Line(id="notes"))
        yield Choice("Source", tuple(Source), id="source")
        yield WhenField(self.workspace.clock, self.workspace.settings.date_order)

    def on_mount(self) -> None:
        """The line comes first; a field for notes only once there are any."""
        self._show_notes()
        self.query_one(str(self.AUTO_FOCUS)).focus()

    def value(self) -> NewApplication:
        """The application. Raises ValueError without a company, and for a date that is none."""
        self._take_apart()
        company = self.needed("company", "The company is missing; one word is enough.")
        role, notes = (self.query_one(f"#{name}", Line).value.strip() for name in ("role", "notes"))
        source = self.query_one("#source", Choice).value
        return NewApplication(company, role, Source(source) if source else None, self.when(), notes)

    @on(Input.Changed, "#line")
    def _take_apart(self) -> None:
        """Put what the line says into the fields below, but for those that somebody filled in otherwise."""
        clock, order = self.workspace.clock, self.workspace.settings.date_order
        said = read_line(self.query_one("#line", Line).value, clock.now(), clock.zone, order)
        self._put("company", said.company)
        self._put("role", said.role)
        self._put("notes", said.notes)
        self._put("source", said.source)
        self._put("when", said.when)

    def _put(self, name: str, said: str | None) -> None:
        field: Any = self.query_one(f"#{name}")
        nothing = None if isinstance(field, Choice) else ""
        if field.value == self._put_in.get(name, nothing):
            field.value = said
        if field.value == said:  # also where a draft came back as the line had filled it in
            self._put_in[name] = field.value

    @on(Input.Changed, "#notes")
    def _show_notes(self) -> None:
        line = self.query_one("#notes", Line)
        if line.parent:
            line.parent.display = bool(line.value) or line.has_focus
