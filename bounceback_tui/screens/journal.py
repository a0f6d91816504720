"""Journal: everything that was written, newest first, searched as somebody types."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from bounceback_tui.domain.calendar_terms import DateOrder, Span
from bounceback_tui.domain.entry import HistoryItem
from bounceback_tui.domain.query import Field, Query, describe, parse
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.checkins import CheckInsScreen
from bounceback_tui.screens.draft_offers import DraftOffers
from bounceback_tui.screens.elsewhere import ElsewhereScreen
from bounceback_tui.screens.entry_actions import EntryActions
from bounceback_tui.screens.go_to import GoTo, landed
from bounceback_tui.screens.saved_searches import SavedSearches, give_name
from bounceback_tui.screens.tags import TagsScreen
from bounceback_tui.screens.trash import TrashScreen
from bounceback_tui.services.history import History
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.entry_reader import EntryReader
from bounceback_tui.widgets.history_list import HistoryList, place_of
from bounceback_tui.widgets.marks import marks_of
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.search_box import SearchBox

BOTH = 100
"""Columns from which on the list and the entry stand side by side."""

TAGS, SEARCHES, TRASH = "#tags", "#searches", "#trash"
"""Subjects of the Journal: the windows with all tags, all saved searches, and the trash."""

_SHORTLY = 0.1
"""Seconds without a key after which is looked beside the entries, too."""

_NOTHING_YET = Content.assemble(
    ("Nothing is written here yet.\n\n", "bold"),
    "n  tells what happened\n",
    "w  is a blank page\n",
)
_NOTHING_FOUND = Content("Nothing found. esc ends the search.")


class JournalPage(EntryActions):
    """The search, the list, and the entry under its cursor; in a small window one of the two at a time."""

    NAME = "Journal"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "checkins", "check-ins", tooltip="All check-ins, to read and to correct"),
        Binding("f", "elsewhere", "also found", tooltip="What the search finds beside entries"),
        Binding("g", "go_to", "go to", tooltip="Go to a day, a week, a month or a year"),
        Binding("t", "tags", "tags", tooltip="All tags: rename, merge, colour"),
        # one key: what is searched for is saved; where nothing is, there is something to look for
        Binding("s", "save_search", "save search", tooltip="Give this search a name, to find it again"),
        Binding("s", "searches", "searches", tooltip="All saved searches, to open or forget"),
        Binding("escape", "clear_search", "end the search", tooltip="Show all entries again"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._query = Query()
        self._history: History | None = None
        self._marks: re.Pattern[str] | None = None
        self._shown: HistoryItem | None = None
        self._reading = False
        self._wanted: Widget | None = None
        self._offered: bool | None = None
        self._elsewhere = ""
        self._looking: Timer | None = None

    def compose(self) -> ComposeResult:
        """The search above, the list and the entry below."""
        with Vertical(id="journal-search"):
            with Horizontal(id="journal-box"):
                yield Static("/", id="journal-slash")
                yield SearchBox(
                    self._known_names,
                    placeholder="words, company:acme, mood:<4, since:january …",
                    id="search",
                )
            yield Static(id="journal-told", markup=False)
            yield Static(id="journal-elsewhere", classes="hint", markup=False)
            yield DraftOffers(self.workspace)
        with Horizontal(id="journal-panes"):
            yield HistoryList(id="history")
            yield EntryReader(id="entry")

    def on_mount(self) -> None:
        """Know the parts, which stay the same for good."""
        self._box = self.query_one(SearchBox)
        self._list = self.query_one(HistoryList)
        self._entry = self.query_one(EntryReader)

    def read(self) -> None:
        """Search again, with the cursor where it was. Raises StorageError."""
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
        item = attempt(self, lambda: self.workspace.journal.find(subject))
        history = self._history
        if item is None or history is None:
            return
        place = attempt(self, lambda: place_of(history, item))
        if place is not None:
            self._fill(history, place)
        else:
            self._search_for("is:deleted" if item.entry.deleted else "", keep=item)
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
            return bool(self._elsewhere)
        if action in ("clear_search", "save_search", "searches"):
            return self.is_mounted and bool(self._box.value) != (action == "searches")
        return super().check_action(action, parameters)

    def on_resize(self, event: events.Resize) -> None:
        """Side by side, or one at a time."""
        self._reading = self.screen.focused is self._entry
        self._arrange()
        self._list.set_rows(self._list.count, cursor=self._list.cursor)

    def action_checkins(self) -> None:
        """All check-ins."""
        self.app.push_screen(CheckInsScreen(self.workspace), self._read_deleted)

    def action_trash(self) -> None:
        """Everything in the trash; an entry that is opened there is read here."""
        self.app.push_screen(TrashScreen(self.workspace), self._read_deleted)

    def _read_deleted(self, key: str | None) -> None:
        """Read an entry of the trash; without one, see what changed."""
        if key is None:
            attempt(self, self.read)
        else:
            self._jump(key)
            self._focus(self._entry)

    def action_elsewhere(self) -> None:
        """What the search finds beside entries; a step that is opened there is shown in Recover."""
        self.app.push_screen(ElsewhereScreen(self.workspace, self._box.value), self._go_to_step)

    def _go_to_step(self, step: str | None) -> None:
        if step:
            self.post_message(self.Goto(self, "Recover", step))
        else:
            attempt(self, self.read)

    def _look_elsewhere(self) -> None:
        """Look through what the tools keep, once the entries are shown: a key never waits for it."""
        found = self.workspace.elsewhere.told(self._query)
        if found == self._elsewhere:
            return
        self._elsewhere = found
        line = self.query_one("#journal-elsewhere", Static)
        line.update(safe(f"{found}. f shows them." if found else ""))
        line.display = bool(found)
        self.refresh_bindings()

    def action_go_to(self) -> None:
        """Ask for a date, and go to what was written then."""
        today = self.workspace.clock.now().local_date
        self.app.push_screen(GoTo(today, self._order), self._go_to)

    def action_tags(self) -> None:
        """All tags; one that is opened there is searched for."""
        self.app.push_screen(TagsScreen(self.workspace), self._look_for)

    def action_searches(self) -> None:
        """All saved searches; one that is opened there is looked for again."""
        self.app.push_screen(SavedSearches(self.workspace), self._look_for)

    def _look_for(self, query: str | None) -> None:
        """Look for what was opened in a window; without it, see what changed there."""
        if query is None:
            attempt(self, self.read)
        else:
            self._search_for(query)
            self._focus(self._list)

    def action_save_search(self) -> None:
        """Ask for a name for what is searched for."""
        give_name(self, self.workspace, self._box.value)

    def action_clear_search(self) -> None:
        """Show all entries again, with the cursor on the same one."""
        self._search_for("", keep=self._list.item)

    @on(Input.Changed, "#search")
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
        self._ask_again()
        self._offer()
        if self._entry.display:
            self._show_entry()

    @on(Rows.Selected, "#history")
    def _open(self) -> None:
        self._focus(self._entry)

    @on(HistoryList.Grown)
    @on(events.DescendantFocus)
    def _tell(self) -> None:
        """Say under the box how many there are, of what, and what was not understood."""
        if self._history is None:
            return
        today = self.workspace.clock.now().local_date
        problems = self._query.problems
        if not self._box.has_focus:
            # nobody types any more: say what is wrong with the last word, too, unless it was taken as begun
            whole = parse(self._box.value, today, self._order)
            problems = whole.problems if whole == self._query else problems
        words = told(self._query, self._history, describe(self._query, today))
        lines = [safe(words, "$foreground-muted"), *(safe(one, "$text-warning") for one in problems[:2])]
        shown = self.query_one("#journal-told", Static)
        content = Content("\n").join(lines)
        # laying out the page anew costs more than the search itself: only where there are more lines or fewer
        lasting = shown.size.height == len(content.wrap(max(shown.size.width, 1)))
        shown.update(content, layout=not lasting)
        shown.display = bool(words or problems)

    def _search(self, keep: HistoryItem | None = None, cursor: int = 0) -> None:
        """Look for what stands in the box, with the cursor on `keep` where that is found. StorageError."""
        today = self.workspace.clock.now().local_date
        self._query = parse(self._box.value, today, self._order, typing=True)
        self._history = self.workspace.journal.history(self._query)
        self._marks = marks_of(self._query)
        place = place_of(self._history, keep) if keep else None
        self._fill(self._history, cursor if place is None else place)
        if self._looking:
            self._looking.stop()
        self._looking = self.set_timer(_SHORTLY, self._look_elsewhere)

    def _fill(self, history: History, cursor: int) -> None:
        """Show a history, with the cursor on one of its entries."""
        today = self.workspace.clock.now().local_date
        empty = _NOTHING_FOUND if self._query else _NOTHING_YET
        self._list.show_history(history, today, cursor, self._marks, empty)
        self._tell()
        if not history.known:
            self._show_entry()
            self._offer()

    def _offer(self) -> None:
        """Look anew at what can be done, where the entry under the cursor is of another kind than before."""
        item = self._list.item
        deleted = item.entry.deleted if item else None
        if deleted is not self._offered:
            self._offered = deleted
            self.refresh_bindings()

    def _search_for(self, text: str, keep: HistoryItem | None = None) -> None:
        """Look for something as if it had been typed."""
        with self.prevent(Input.Changed):
            self._box.value = text
        attempt(self, lambda: self._search(keep))

    def _jump(self, entry_id: str) -> None:
        """Read an entry, and end a search that would hide it."""
        item = attempt(self, lambda: self.workspace.journal.find(entry_id))
        if item is None:
            return
        history = self._history
        place = attempt(self, lambda: place_of(history, item)) if history else None
        if history is None or place is None:
            self._search_for("is:deleted" if item.entry.deleted else "", keep=item)
        else:
            self._fill(history, place)
        self._wanted = self._entry

    def _go_to(self, span: Span | None) -> None:
        """To the newest entry of these days; where there is none, to the nearest, and say so."""
        item = attempt(self, lambda: self._list.go_to(span)) if span else None
        if span and item:
            self.refresh_bindings()
            if words := landed(span, item.entry.written_at.local_date, self.workspace.clock.now().local_date):
                self.notify(words, markup=False, timeout=6)

    def _show_entry(self) -> None:
        item = self._list.item
        if item is self._shown:
            return  # the same as was read before: nothing was written since
        self._shown = item
        shown = attempt(self, lambda: self.workspace.journal.show(item.entry.id)) if item else None
        if item is None or shown is None:
            self._entry.clear()
            return
        colours = attempt(self, self.workspace.tags.colours) or {}
        self._entry.show(shown, self.workspace.clock.now(), self._marks, colours)

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
        both = self.outer_size.width >= BOTH
        self.set_class(both, "-both")
        self._list.row_height = 2 if both else 1
        self._entry.display = both or self._reading
        self._list.display = both or not self._reading
        self.query_one("#journal-search").display = both or not self._reading

    @property
    def _order(self) -> DateOrder:
        return self.workspace.settings.date_order

    def _known_names(self, field: Field) -> Iterable[str]:
        """Names in use, for the search box to complete."""
        sources = {
            Field.COMPANY: self.workspace.applications.companies,
            Field.ROLE: self.workspace.applications.roles,
            Field.TAG: self.workspace.tags.names,
            Field.FEEL: self.workspace.journal.feelings,
        }
        return (attempt(self, sources[field]) or ()) if field in sources else ()


def told(query: Query, history: History, description: str) -> str:
    """ "12 entries with “panel…”", "500+ entries: rejections since January"; empty for an empty journal."""
    count = f"{history.known}{'' if history.complete else '+'}" if history.known else "No"
    noun = "entry" if count == "1" else "entries"
    if not query:
        return f"{count} {noun}, newest first" if history.known else ""
    for head in ("entries", "deleted entries"):
        if description.startswith(head):
            return f"{count} {head.removesuffix('entries')}{noun}{description.removeprefix(head)}"
    return f"{count} {noun}: {description}"
