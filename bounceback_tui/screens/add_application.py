"""Asks for an application: where, as what, through whom, since when."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from bounceback_tui.domain.application import Source
from bounceback_tui.domain.outcome import NewApplication
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.when_field import WhenField


class AddApplication(Dialog):
    """One form, of which the company is enough."""

    FORM = "application"
    AUTO_FOCUS = "#company"
    DONE = "Added. u takes it back."

    @property
    def title_words(self) -> str:
        """What is asked."""
        return "A job you applied for"

    def fields(self) -> ComposeResult:
        """Company, role, source, when; companies and roles known before complete what is typed."""
        applied = self.workspace.applications
        companies, roles = (attempt(self, known) or [] for known in (applied.companies, applied.roles))
        with Horizontal(classes="field"):
            yield Static("Company", classes="label")
            yield Line(id="company", names=companies, placeholder="where is it?")
        with Horizontal(classes="field"):
            yield Static("Role", classes="label")
            yield Line(id="role", names=roles, placeholder="what is it for?")
        yield Choice("Source", tuple(Source), id="source")
        yield WhenField(self.workspace.clock, self.workspace.settings.date_order)

    def on_mount(self) -> None:
        """The company comes first."""
        self.query_one(str(self.AUTO_FOCUS)).focus()

    def value(self) -> NewApplication:
        """The application. Raises ValueError without a company, and for a date that is none."""
        company, role = (self.query_one(f"#{name}", Line).value.strip() for name in ("company", "role"))
        if not company:
            self.query_one("#company").focus()
            raise ValueError("The company is missing; one word is enough.")
        source = self.query_one("#source", Choice).value
        return NewApplication(company, role, Source(source) if source else None, self.when())
