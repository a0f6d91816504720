"""Applications: what became of every job applied for, open ones first."""

from __future__ import annotations

import re
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from bounceback_tui.domain.application import Application
from bounceback_tui.domain.query import Field, Name, Names, Query
from bounceback_tui.screens.page import Page
from bounceback_tui.widgets.application_list import ApplicationList
from bounceback_tui.widgets.application_view import ApplicationView
from bounceback_tui.widgets.rows import Rows

BESIDE = 100
"""Columns from which on the list and the application stand side by side, rather than under each other."""

_NOTHING_YET = Content.assemble(
    ("No applications yet.\n\n", "bold"),
    "a  adds one\n",
    "n  tells what happened with one, and adds it by the way\n",
)


class ApplicationsPage(Page):
    """The list, and the log of the one under the cursor."""

    NAME = "Applications"
    FIRST = "#applications"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", tooltip="Add a job you applied for"),
        Binding("v", "add_event", "what came next", tooltip="Note what happened to this application"),
    ]

    def compose(self) -> ComposeResult:
        """The list and the log."""
        yield ApplicationList(id="applications")
        yield ApplicationView(id="application")

    def on_mount(self) -> None:
        """Know the parts, which stay the same for good."""
        self._list = self.query_one(ApplicationList)
        self._view = self.query_one(ApplicationView)

    def read(self) -> None:
        """Read all applications, with the cursor on the same one. Raises StorageError."""
        kept = self._list.application
        self._list.show_applications(
            self.workspace.applications.roll(), self._today, kept.id if kept else "", _NOTHING_YET
        )
        self._show()

    def show(self, subject: str) -> None:
        """Turn to an application by its key."""
        self._list.turn_to(subject)

    def turn_to_new(self, subject: str) -> None:
        """Turn to an application that was just added."""
        self._list.turn_to(subject)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Something can happen only to an application that is there."""
        return action != "add_event" or (self.is_mounted and self._list.application is not None)

    def on_resize(self, event: events.Resize) -> None:
        """Side by side, or under each other."""
        beside = event.size.width >= BESIDE
        self.set_class(beside, "-beside")
        self._list.row_height = 2 if beside else 1
        self._list.set_rows(self._list.count, cursor=self._list.cursor)

    def action_add(self) -> None:
        """Ask for an application."""
        self.post_message(self.FormWanted(self, "application"))

    def action_add_event(self) -> None:
        """Ask what happened to the one under the cursor."""
        if one := self._list.application:
            self.post_message(self.FormWanted(self, "event", one.id))

    @on(Rows.Highlighted, "#applications")
    def _show(self) -> None:
        self.refresh_bindings()
        self._view.display = self._list.application is not None
        self._view.show(self._list.application, self._today)

    @on(ApplicationList.Looked)
    def _to_log(self) -> None:
        self._view.focus()

    @on(ApplicationView.Left)
    def _to_list(self) -> None:
        self._list.focus()

    @on(Rows.Selected, "#applications")
    def _open_entries(self) -> None:
        one = self._list.application
        filters = entries_of(one) if one else ""
        if filters:
            self.post_message(self.Goto(self, "Journal", f"/{filters}"))
        else:
            self.notify("Without a company or a role there is nothing to look for.", markup=False)

    @property
    def _today(self) -> date:
        return self.workspace.clock.now().local_date


def entries_of(one: Application) -> str:
    """What to type in the Journal to see the entries of an application; empty where it has no name at all."""
    names = ((Field.COMPANY, one.company), (Field.ROLE, one.role))
    groups = tuple(Names(field, (Name(piece),)) for field, name in names if (piece := _searchable(name)))
    return str(Query(names=groups))


def _searchable(name: str) -> str:
    """The longest part of a name without quotes and control characters, which no search can hold."""
    pieces = re.split('["“”„‟\x00-\x1f\x7f-\x9f\ud800-\udfff]', name)
    return max((" ".join(piece.split()) for piece in pieces), key=len)
