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
from bounceback_tui.screens.application_log import ApplicationLog
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.widgets.application_list import ApplicationList
from bounceback_tui.widgets.application_view import ApplicationView
from bounceback_tui.widgets.rows import Rows

BESIDE = 100
"""Columns from which on the list and the application stand side by side, rather than under each other."""

BOTH = 17
"""Lines from which on the application is seen under the list; with fewer, one of the two at a time."""

_NOTHING_YET = Content.assemble(
    ("No applications yet.\n\n", "bold"),
    "a  adds one\n",
    "n  tells what happened with one, and adds it by the way\n",
)


class ApplicationsPage(ApplicationLog):
    """The list, and the log of the one under the cursor."""

    NAME = "Applications"
    FIRST = "#applications"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", tooltip="Add a job you applied for"),
        Binding("e", "change", "change", tooltip="Change what is known of this application"),
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
        of_one = action in ("add_event", "change")
        return not of_one or (self.is_mounted and self._list.application is not None)

    def on_resize(self, event: events.Resize) -> None:
        """Side by side, or under each other."""
        beside = event.size.width >= BESIDE
        self.set_class(beside, "-beside")
        self.set_class(not beside and event.size.height < BOTH, "-one")
        self._arrange()
        self._list.row_height = 2 if beside else 1
        self._list.set_rows(self._list.count, cursor=self._list.cursor)

    def action_add(self) -> None:
        """Ask for an application."""
        self.post_message(self.FormWanted(self, "application"))

    def action_add_event(self) -> None:
        """Ask what happened to the one under the cursor."""
        if one := self._list.application:
            self.post_message(self.FormWanted(self, "event", one.id))

    def action_change(self) -> None:
        """Ask what is known of the one under the cursor."""
        if one := self._list.application:
            self.post_message(self.FormWanted(self, "application", one.id))

    @on(Rows.Highlighted, "#applications")
    def _show(self) -> None:
        self.refresh_bindings()
        one = self._list.application
        detail = attempt(self, lambda: self.workspace.logs.of(one)) if one else None
        if detail is None and self.has_class("-log"):
            self._to_list()
        self._arrange()
        self._view.show(detail, self._today)

    @on(ApplicationList.Looked)
    def _to_log(self) -> None:
        self._read_log(True)
        self._view.focus()

    @on(ApplicationView.Left)
    def _to_list(self) -> None:
        self._read_log(False)
        self._list.focus()

    def on_descendant_focus(self) -> None:
        """A click leads there as well."""
        self._read_log(self.screen.focused is self._view)

    def take_focus(self) -> None:
        """To the list."""
        self._to_list()

    def _read_log(self, reading: bool) -> None:
        """In a small window the log has the room for itself while it is read."""
        self.set_class(reading, "-log")
        self._arrange()

    def _arrange(self) -> None:
        reading = self.has_class("-log")
        is_any = self._list.application is not None
        self._view.display = is_any and (reading or not self.has_class("-one"))
        self._list.display = self.has_class("-beside") or not (reading and is_any)

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
