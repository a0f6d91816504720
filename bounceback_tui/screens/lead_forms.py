"""A lead to fill in, and its next date alone."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.widgets import Static

from bounceback_tui.domain.lead import Lead, LeadKind, NextDate
from bounceback_tui.domain.text import quoted
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.when_field import DayField


class LeadForm(Dialog):
    """The name is enough."""

    FORM = "lead"

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the lead to edit; empty for a new one. Raises CannotDo where it is gone."""
        super().__init__(workspace, target)
        there = workspace.tools.leads.find(self.target) if self.target else None
        self._lead = there or Lead("", LeadKind.FRIEND, "")

    @property
    def title_words(self) -> str:
        """What is asked."""
        return "A lead" if self.target else "Who to ask, or where to look?"

    def fields(self) -> ComposeResult:
        """Name, kind, next date, note."""
        lead = self._lead
        yield from labelled("Name", Line(lead.name, id="text", placeholder="Dev, an agency, a job board …"))
        yield Choice("Kind", tuple(LeadKind), lead.kind.value, required=True, id="kind")
        yield DayField(self.workspace.clock, self.workspace.settings.date_order, lead.next_on)
        yield from labelled("Note", Line(lead.note, id="note", placeholder="what to ask, an address …"))

    def value(self) -> Lead:
        """The lead. Raises ValueError without a name, and for a date that is none."""
        name = self.needed("text", "A name is missing; one word is enough.")
        return replace(
            self._lead,
            name=name,
            kind=LeadKind(self.query_one("#kind", Choice).value or LeadKind.OTHER),
            note=self.query_one("#note", Line).value.strip(),
            next_on=self.day(),
        )


class NextDateForm(Dialog):
    """When to turn to a lead next. Leaving it changes nothing."""

    FORM = "lead-date"
    AUTO_FOCUS = "#day"

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the lead. Raises CannotDo where it is gone."""
        super().__init__(workspace, target)
        self._lead = workspace.tools.leads.find(self.target)

    @property
    def title_words(self) -> str:
        """What is asked."""
        return f"When next with {quoted(self._lead.name)}?"

    def fields(self) -> ComposeResult:
        """The day alone."""
        yield Static("If you like: an empty line means no day in particular.", classes="dialog--about")
        yield DayField(self.workspace.clock, self.workspace.settings.date_order, self._lead.next_on)

    def value(self) -> NextDate:
        """The day. Raises ValueError for a date that is none."""
        return NextDate(self._lead.id, self.day())
