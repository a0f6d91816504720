"""Leads: friends, agencies, job boards and others to turn to, and when next."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.calendar_terms import day_near
from bounceback_tui.domain.lead import Lead
from bounceback_tui.domain.text import quoted
from bounceback_tui.screens.lead_forms import LeadForm, NextDateForm
from bounceback_tui.screens.tool_window import ToolWindow, paragraph, row
from bounceback_tui.services.leads import Leads
from bounceback_tui.widgets.plain_marks import tick


class LeadsWindow(ToolWindow[Lead]):
    """Open ones by their next date first."""

    WHOLE = True
    HEADING = "Leads: who to ask, where to look"
    EMPTY = "None yet. a adds a friend, an agency, a job board, or whatever else comes to mind."
    FORM = LeadForm.FORM

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "contacted", "in touch today", tooltip="You were in touch today; then, when next?"),
        Binding("d", "date", "next date", tooltip="When to turn to this one next"),
        Binding("space", "tick", "done", tooltip="Nothing more to do here, or open again"),
    ]

    @property
    def shelf(self) -> Leads:
        """The leads."""
        return self.workspace.tools.leads

    def line(self, thing: Lead, width: int) -> Content:
        """ "○ Dev                      Wed 25 Nov"."""
        day = day_near(thing.next_on, self.today) if thing.next_on else ""
        return row(tick(thing.done, self), thing.name, "done" if thing.done else day, width)

    def more(self, thing: Lead) -> list[Content]:
        """What it is, when, and the note."""
        parts = [thing.kind.capitalize()]
        if thing.contacted_on:
            parts.append(f"in touch on {day_near(thing.contacted_on, self.today)}")
        if thing.next_on and not thing.done:
            parts.append(f"next on {day_near(thing.next_on, self.today)}")
        told = [Content.styled(", ".join(parts), "$foreground-muted")]
        return told + ([paragraph(thing.note)] if thing.note else [])

    def action_contacted(self) -> None:
        """It was seen to today; when next is asked, and may be left."""
        if lead := self.thing:
            words = f"In touch with {quoted(lead.name)} today."
            if self.do(lambda: self.shelf.contacted(lead.id), words):
                self.want_form(NextDateForm.FORM, lead.id)

    def action_date(self) -> None:
        """Another next date."""
        if lead := self.thing:
            self.want_form(NextDateForm.FORM, lead.id)

    def action_tick(self) -> None:
        """Done, or open again."""
        if lead := self.thing:
            words = "Open again" if lead.done else "Done"
            self.do(
                lambda: self.shelf.set_done(lead.id, not lead.done),
                f"{words}: {quoted(lead.name)}.",
            )
