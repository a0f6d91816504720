"""Journal: everything that was written, newest first, searched as somebody types."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget

from bounceback_tui.domain.entry import HistoryItem
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.draft_offers import DraftOffers
from bounceback_tui.screens.entry_actions import EntryActions
from bounceback_tui.screens.journal_search import JournalSearch
from bounceback_tui.screens.sizes import BESIDE
from bounceback_tui.services.history import History
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.entry_reader import EntryReader
from bounceback_tui.widgets.history_list import HistoryList
from bounceback_tui.widgets.key_bar import RARELY, SELDOM
from bounceback_tui.widgets.marks import marks_of
from bounceback_tui.widgets.reader import is_ready, make_ready
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.search_box import SearchBox

TAGS, SEARCHES, TRASH = "#tags", "#searches", "#trash"
"""Subjects of the Journal: the windows with all tags, all saved searches, and the trash."""

_STANDS = 0.3
"""Seconds of a visit in which somebody who only passes by has turned on."""


class JournalPage(EntryActions):
    """The search, the list, and the entry under its cursor; in a small window one of the two at a time."""

    NAME = "Journal"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "checkins", "check-ins", group=SELDOM, tooltip="All check-ins, to read and to correct"),
        Binding("f", "elsewhere", "also found", tooltip="What the search finds beside entries"),
        Binding(
            "ctrl+g", "go_to", "go to", key_display="^g", tooltip="Go to a day, a week, a month or a year"
        ),
        Binding("t", "tags", "tags", group=SELDOM, tooltip="All tags: rename, merge, colour"),
        # one key: what is searched for is saved; where nothing is, there is something to look for
        Binding("s", "save_search", "save search", tooltip="Give this search a name, to find it again"),
        Binding("s", "searches", "searches", group=RARELY, tooltip="All saved searches, to open or forget"),
        Binding("escape", "clear_search", "end the search", tooltip="Show all entries again"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._history: History | None = None
        self._marks: re.Pattern[str] | None = None
        self._shown: tuple[HistoryItem, date] | None = None
        self._reading = False
        self._wanted: Widget | None = None
        self._offered: tuple[bool | None, bool] | None = None

    def compose(self) -> ComposeResult:
        """The search above, the list and the entry below."""
        yield JournalSearch(self.workspace, self._typed)
        with Horizontal(id="journal-panes"):
            yield HistoryList(id="history")
            yield EntryReader(id="entry")

    def on_mount(self) -> None:
        """Know the parts, which stay the same for good."""
        self._head = self.query_one(JournalSearch)
        self._box = self._head.box
        self._list = self.query_one(HistoryList)
        self._entry = self.query_one(EntryReader)

    def _make_ready(self) -> None:
        """Load Markdown before the first entry is opened, but not beside the page that somebody turned to."""
        if self.display and not is_ready():
            self.run_worker(make_ready, thread=True, exit_on_error=False)

    def read(self) -> None:
        """Search again, with the cursor where it was. Raises StorageError."""
        if not is_ready():
            self.set_timer(_STANDS, self._make_ready)
        self.query_one(DraftOffers).read()
        self._search(keep=self._list.item, cursor=self._list.cursor)

    def show(self, subject: str) -> None:
        """Turn to an entry by its key, to a window such as TAGS; "/" is the box, "/company:acme" a search."""
        if subject == TAGS:
            self.action_tags()
        elif subject == SEARCHES:
            self.action_searches()
        elif subject == TRASH:
            self.action_trash()
        elif subject == "/":
            self._wanted = self._box
            self._box.action_select_all()  # the next letter begins another search
        elif subject.startswith("/"):
            self._wanted = self._list
            self._search_for(subject[1:])
        else:
            self._jump(subject)

    def turn_to_new(self, subject: str) -> None:
        """Put the cursor on an entry that was just saved; where the search would hide it, end the search."""
        if not attempt(self, lambda: self.workspace.journal.is_there(subject)):
            return
        if self._history is not None and self._turn_to(subject) is False:
            self.notify("It is no longer among what you searched for; these are all.", markup=False)
        if self._reading:
            self._show_entry()

    @property
    def item(self) -> HistoryItem | None:
        """The entry under the cursor of the list."""
        return self._list.item

    def take_focus(self) -> None:
        """To what was asked for, else to the list."""
        wanted, self._wanted = self._wanted or self._list, None
        self._focus(wanted)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done here, and with the entry under the cursor."""
        if action == "go_to":
            return self.is_mounted and self._list.count > 0
        if action == "elsewhere":
            return self.is_mounted and bool(self._head.elsewhere)
        if action in ("clear_search", "save_search", "searches"):
            return self.is_mounted and bool(self._box.value) != (action == "searches")
        return super().check_action(action, parameters)

    def on_resize(self, event: events.Resize) -> None:
        """Side by side, or one at a time."""
        self._reading = self.screen.focused is self._entry
        self._arrange()

    def action_checkins(self) -> None:
        """All check-ins; an entry that is opened from there in the trash is read here."""
        from bounceback_tui.screens.checkins import CheckInsWindow  # noqa: PLC0415 - a key opens it

        self._open_over(CheckInsWindow(self.workspace), self._read_deleted)

    def action_trash(self) -> None:
        """Everything in the trash; an entry that is opened there is read here."""
        from bounceback_tui.screens.trash import TrashWindow  # noqa: PLC0415 - as above

        self._open_over(TrashWindow(self.workspace), self._read_deleted)

    def action_elsewhere(self) -> None:
        """What the search finds beside entries; a step that is opened there is shown in Recover."""
        from bounceback_tui.screens.elsewhere import ElsewhereWindow  # noqa: PLC0415 - as above

        self._open_over(
            ElsewhereWindow(self.workspace, self._box.value),
            lambda step: self.post_message(self.Goto(self, "Recover", step)),
        )

    def action_tags(self) -> None:
        """All tags; one that is opened there is searched for."""
        from bounceback_tui.screens.tags import TagsWindow  # noqa: PLC0415 - as above

        self._open_over(TagsWindow(self.workspace), self._look_for)

    def action_searches(self) -> None:
        """All saved searches; one that is opened there is looked for again."""
        from bounceback_tui.screens.saved_searches import SavedSearches  # noqa: PLC0415 - as above

        self._open_over(SavedSearches(self.workspace), self._look_for)

    def _open_over(self, window: Screen[str | None], then: Callable[[str], object]) -> None:
        """Open a window; go on with what is opened there, or else see what changed there."""

        def go_on(opened: str | None) -> None:
            attempt(self, self.read) if opened is None else then(opened)

        self.app.push_screen(window, go_on)

    def _read_deleted(self, key: str) -> None:
        self._jump(key)
        self._focus(self._entry)

    def _look_for(self, query: str) -> None:
        self._search_for(query)
        self._focus(self._list)

    def action_go_to(self) -> None:
        """Ask for a date, and go to what was written then."""
        from bounceback_tui.screens.go_to import ask_where  # noqa: PLC0415 - as above

        ask_where(self._list, self.workspace)

    def action_save_search(self) -> None:
        """Ask for a name for what is searched for."""
        from bounceback_tui.screens.saved_searches import give_name  # noqa: PLC0415 - as above

        give_name(self, self.workspace, self._box.value)

    def action_clear_search(self) -> None:
        """Show all entries again, with the cursor on the same one."""
        self._search_for("", keep=self._list.item)

    def _typed(self) -> None:
        attempt(self, self._search)

    @on(SearchBox.Left)
    @on(EntryReader.Left)
    def _to_list(self) -> None:
        self._focus(self._list)

    @on(EntryReader.Turned)
    def _turn(self, event: EntryReader.Turned) -> None:
        self._list.action_move(event.step)

    @on(Rows.Highlighted, "#history")
    def _highlighted(self) -> None:
        self._second_press.forget()
        self._offer()
        if self._entry.display:
            self._show_entry()

    @on(Rows.Selected, "#history")
    def _open(self) -> None:
        self._focus(self._entry)

    @on(HistoryList.Grown)
    @on(events.DescendantFocus)
    def _tell(self) -> None:
        if self._history is not None:
            self._head.tell(self._history)

    def _search(self, keep: HistoryItem | None = None, cursor: int = 0) -> None:
        """Look for what stands in the box, with the cursor on `keep` where that is found. StorageError."""
        query, before = self._head.look(), self._history
        history = before if before and before.holds(query) else self.workspace.journal.history(query)
        self._history, self._marks = history, marks_of(query)
        place = history.place_of_item(keep, cursor) if keep else None
        self._fill(history, cursor if place is None else place)
        self._head.look_elsewhere()

    def _fill(self, history: History, cursor: int) -> None:
        """Show a history, with the cursor on one of its entries."""
        today = self.workspace.clock.now().local_date
        self._list.show_history(history, today, cursor, self._marks, self._head.nothing)
        self._tell()
        if self.has_class("-both") and self._entry.display != bool(history.known):
            self._arrange()
        if not history.known:
            self._show_entry()
            self._offer()

    def _offer(self) -> None:
        """Look anew at what can be done, once the entry is of another kind, or a search begins or ends."""
        item = self._list.item
        offered = item.entry.deleted if item else None, bool(self._box.value)
        if offered != self._offered:
            self._offered = offered
            self.refresh_bindings()

    def _search_for(self, text: str, keep: HistoryItem | None = None) -> None:
        """Look for something as if it had been typed."""
        self._head.put(text)
        attempt(self, lambda: self._search(keep))

    def _turn_to(self, entry_id: str) -> bool | None:
        """Put the cursor on an entry; False where a search had to end for that, None where there is none."""
        item = attempt(self, lambda: self.workspace.journal.find(entry_id))
        if item is None:
            return None
        history = self._history
        place = attempt(self, lambda: history.place_of_item(item)) if history else None
        if history is None or place is None:
            self._search_for("is:deleted" if item.entry.deleted else "", keep=item)
            return False
        self._fill(history, place)
        return True

    def _jump(self, entry_id: str) -> None:
        """Read an entry, and end a search that would hide it."""
        if self._turn_to(entry_id) is not None:
            self._wanted = self._entry

    def _show_entry(self) -> None:
        item, now = self._list.item, self.workspace.clock.now()
        if item and self._shown and item is self._shown[0] and now.local_date == self._shown[1]:
            return  # the same as was read before: nothing was written since
        self._shown = (item, now.local_date) if item else None
        shown = attempt(self, lambda: self.workspace.journal.show(item.entry.id)) if item else None
        if item is None or shown is None:
            self._entry.clear()
            return
        colours = attempt(self, self.workspace.tags.colours) or {}
        self._entry.show(shown, now, self._marks, colours)

    def gone(self) -> None:
        """The entry under the cursor is no longer in this list: on to the one in its place."""
        self._focus(self._list)
        attempt(self, lambda: self._search(cursor=self._list.cursor))

    def _focus(self, part: Widget) -> None:
        """Give the focus to a part, and the room where there is little."""
        self._reading = part is self._entry and self._list.item is not None
        self._arrange()
        self.screen.set_focus(self._entry if self._reading else part if part is self._box else self._list)
        if self._reading:
            self._show_entry()

    def _arrange(self) -> None:
        both = self.outer_size.width >= BESIDE
        self.set_class(both, "-both")
        self._list.row_height = 2 if both else 1
        self._entry.display = self._reading or (both and self._list.count > 0)
        self._list.display = both or not self._reading
        self._head.display = both or not self._reading
