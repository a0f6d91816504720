"""Applications: what became of every job applied for, open ones first."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer

from bounceback_tui.domain.application import Application
from bounceback_tui.domain.query import Field, Name, Names, Query
from bounceback_tui.domain.silence import UsualWait, days_silent
from bounceback_tui.screens.application_filter import ApplicationFilter
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.filter_box import FilterBox
from bounceback_tui.screens.sizes import BESIDE
from bounceback_tui.screens.usual_replies import UsualReplies
from bounceback_tui.screens.words import ITS_GUIDE, NOTHING_FOUND
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.widgets.application_list import ApplicationList
from bounceback_tui.widgets.application_view import ApplicationView
from bounceback_tui.widgets.key_bar import SELDOM
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.search_box import SearchBox
from bounceback_tui.widgets.sentences import Sentences

_BOTH = 17
"""Lines from which on the application is seen under the list; with fewer, one of the two at a time."""
_ABOUT = 6
"""Lines beside its rows that the list takes at most: the filter above, what is said of a silence below."""

_FEW = 500
"""Applications up to which the list follows every letter of the filter at once."""

_SHORTLY = 0.25
"""Seconds without a letter after which a longer list follows: looking for words in all of it takes long."""

_NOTHING_YET = Content.assemble(
    ("No applications yet.\n\n", "bold"),
    "a  adds one\n",
    "n  tells what happened with one, and adds it by the way\n",
)


class ApplicationsPage(UsualReplies):
    """The list, and the log of the one under the cursor."""

    NAME = "Applications"
    FIRST = "#applications"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", tooltip="Add a job you applied for"),
        Binding("e", "change", "change", tooltip="Change what is known of this application"),
        Binding("v", "add_event", "what came next", tooltip="Note what happened to this application"),
        Binding("z", "gone_silent", "went silent", tooltip="Note that this application went silent, today"),
        Binding("f", "filter", "filter", group=SELDOM, tooltip="Only some: source:referral, company:acme, …"),
        Binding("escape", "all_again", "show all", tooltip="Show all applications again"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._asks_silent = False
        self._following: Timer | None = None
        self._shown: tuple[Application, date, UsualWait | None] | None = None

    def compose(self) -> ComposeResult:
        """The filter above the list, and the log."""
        with Vertical(id="applications-column"):
            yield ApplicationFilter(self.workspace)
            yield ApplicationList(id="applications")
            yield Sentences(id="application-said", markup=False)
        with Vertical(id="application-column"):
            yield ApplicationView(id="application")

    def on_mount(self) -> None:
        """Know the parts, which stay the same for good."""
        self._filter = self.query_one(ApplicationFilter)
        self._list = self.query_one(ApplicationList)
        self._view = self.query_one(ApplicationView)

    def read(self) -> None:
        """Read the applications that fit, with the cursor on the same one. Raises StorageError."""
        self._filter.look_again()
        kept = self._list.application
        roll = self.workspace.applications.roll(self._filter.query_asked)
        nothing = Content(NOTHING_FOUND) if self._filter.is_on else _NOTHING_YET
        now = self.workspace.clock.now()
        self._list.show_applications(roll, now, kept.id if kept else "", nothing)
        self._filter.count(roll.known)
        self.look_for_usual()
        self._show()

    def know(self, usual: UsualWait) -> None:
        """Show silence against what is usual."""
        if usual == self.usual:
            return
        super().know(usual)
        self._list.show_usual(usual)
        self._show()

    def show(self, subject: str) -> None:
        """Turn to an application by its key, also where the filter leaves it out."""
        if not self._list.turn_to(subject) and self._filter.is_on:
            self._filter.clear()
            attempt(self, self.read)
            self._list.turn_to(subject)

    def turn_to_new(self, subject: str) -> None:
        """Turn to an application that was just added; any other thing leaves the filter as it is."""
        with suppress(CannotDo, StorageError):
            self.show(self.workspace.applications.find(subject).id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Something can happen only to an application that is there."""
        if not self.is_mounted:
            return action == "add"
        offered = {
            "add_event": self._list.application is not None,
            "change": self._list.application is not None,
            "gone_silent": self._asks_silent,
            "filter": self._list.count > 0 or self._filter.is_on,
            "all_again": self._filter.is_on,
        }
        return offered.get(action, True)

    def on_resize(self, event: events.Resize) -> None:
        """Side by side, or under each other."""
        beside = event.size.width >= BESIDE
        self.set_class(beside, "-beside")
        self.set_class(not beside and event.size.height < _BOTH, "-one")
        self._arrange()
        self._list.row_height = 2 if beside else 1

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

    def action_gone_silent(self) -> None:
        """The person says that it went silent."""
        one = self._list.application
        if one and attempt(self, lambda: self.workspace.gone_silent.say(one.id)):
            self.notify(ITS_GUIDE, markup=False, timeout=6)
            attempt(self, self.read)

    def action_filter(self) -> None:
        """Type a filter."""
        self._filter.start_typing()

    def action_all_again(self) -> None:
        """Show all applications again."""
        self._filter.clear()
        self.take_focus()

    @on(FilterBox.Changed)
    def _follow(self) -> None:
        """At once, or in a long list once no more letters come."""
        if self._following:
            self._following.stop()
            self._following = None
        if self._filter.box.has_focus and self._is_long:
            self._following = self.set_timer(_SHORTLY, self._filtered)
        else:
            self._filtered()

    @property
    def _is_long(self) -> bool:
        with suppress(StorageError):  # reading the list, which comes next, says so
            return self.workspace.applications.roll().known > _FEW
        return False

    def _filtered(self) -> None:
        kept = self._list.application
        attempt(self, self.read)
        now = self._list.application
        if kept and now and now.id != kept.id:
            self._list.action_first()

    @on(SearchBox.Left)
    def _typed(self) -> None:
        self.take_focus()
        self._filtered()

    @on(Rows.Highlighted, "#applications")
    def _show(self) -> None:
        one = self._list.application
        if one and self._shown and one is self._shown[0] and self._shown[1:] == (self._today, self.usual):
            return  # nothing was written since, or it would have been read anew
        self._asks_silent = False
        said = self._said(one) if one else ""
        line = self.query_one("#application-said", Sentences)
        line.update(safe(said))
        line.display = bool(said)
        detail = attempt(self, lambda: self.workspace.logs.of(one)) if one else None
        self._shown = (one, self._today, self.usual) if one and detail else None
        if detail is None and self.has_class("-log"):
            self._to_list()
        self._arrange()
        self._view.show(detail, self._today, self.usual)
        self.refresh_bindings()

    def _said(self, one: Application) -> str:
        """What is to say of its silence, where that is longer than usual."""
        days = days_silent(one, self._today)
        usual = self.usual
        if usual is None or days is None:
            return ""
        self._asks_silent = bool(attempt(self, lambda: self.workspace.gone_silent.asks(one, usual)))
        if self._asks_silent:
            return f"{usual.told(days)} z notes that it went silent, if you like."
        return usual.told(days) if usual.is_long(days) else ""

    @on(ApplicationList.Unwanted)
    def _not_wanted(self) -> None:
        one = self._list.application
        if one and (detail := attempt(self, lambda: self.workspace.logs.of(one))):
            self.delete_application(detail)

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
        log, column = (self.query_one(f"#{name}-column") for name in ("application", "applications"))
        few = 0 < self._list.count <= self.size.height // 2 - _ABOUT
        self.set_class(few and not (self.has_class("-beside") or self.has_class("-one")), "-few")
        log.display = is_any and (reading or not self.has_class("-one"))
        column.display = self.has_class("-beside") or not (reading and is_any)

    @on(Rows.Selected, "#applications")
    def _open_entries(self) -> None:
        """Look for what was written about it; where that is nothing, its log is all there is."""
        one = self._list.application
        detail = attempt(self, lambda: self.workspace.logs.of(one)) if one else None
        if detail is None:
            return
        filters = entries_of(detail.application) if detail.entries else ""
        if filters:
            self.post_message(self.Goto(self, "Journal", f"/{filters}"))
            return
        self._to_log()
        if not detail.entries:
            self.notify("Nothing is written about it yet; this is its log.", markup=False, timeout=4)

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
