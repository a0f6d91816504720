"""Above a page: which part of it is looked at, by a filter that is typed and told back in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from bounceback_tui.domain.query import Field, Query, parse
from bounceback_tui.screens.known_names import known_names
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.search_box import SearchBox


class FilterBox(Vertical):
    """Tells the filter in words; the box is there while it is typed in or holds something."""

    NOT_DELETED: ClassVar[str] = "What is in the trash does not count, so is:deleted was left out."
    """What is said to somebody who asks for what is in the trash."""

    BOX: ClassVar[type[SearchBox]] = SearchBox
    """What somebody types in."""

    class Changed(WidgetMessage):
        """Something else is looked at."""

        query: Query
        """What counts from now on."""

    def __init__(self, workspace: Workspace, page: str) -> None:
        """`page` begins the names of its parts: "patterns-box", "patterns-search", "patterns-told"."""
        super().__init__(id=f"{page}-filter", classes="filter")
        self.workspace = workspace
        """The open journal."""
        self._page = page
        self._asked = Query()
        self.query_asked = Query()
        """What counts now."""

    def compose(self) -> ComposeResult:
        """The box, and the line below it."""
        with Horizontal(id=f"{self._page}-box", classes="filter--box"):
            yield Static("f", classes="filter--slash")
            yield self.BOX(
                self._known_names,
                placeholder="source:referral, company:acme, stage:final, since:january …",
                id=f"{self._page}-search",
            )
        yield Static(id=f"{self._page}-told", classes="filter--told", markup=False)

    @property
    def box(self) -> SearchBox:
        """Where somebody types."""
        return self.query_one(SearchBox)

    @property
    def is_on(self) -> bool:
        """Whether anything is left out, or something stands in the box that was not understood."""
        return bool(self.query_asked) or bool(self.box.value)

    @property
    def today(self) -> date:
        """The day by which "yesterday" is meant."""
        return self.workspace.clock.now().local_date

    def on_mount(self) -> None:
        """All there is, to begin with."""
        self.tell()

    def start_typing(self) -> None:
        """Show the box, for the next letter to begin a filter."""
        self._show_box(True)
        self.box.focus()
        self.box.action_select_all()

    def clear(self) -> None:
        """All there is, again."""
        with self.prevent(Input.Changed):
            self.box.value = ""
        self.look_again()

    @on(Input.Changed)
    @on(events.DescendantBlur)
    def look_again(self) -> None:
        """Read the box again; also where another day may have begun, on which "yesterday" is another one."""
        order = self.workspace.settings.date_order
        asked = parse(self.box.value, self.today, order, typing=self.box.has_focus)
        if asked.deleted:
            asked = replace(asked, deleted=False, problems=(*asked.problems, self.NOT_DELETED))
        self._asked = asked
        whole = self.narrowed(asked)
        changed = whole != self.query_asked
        self.query_asked = whole
        self.tell()
        if changed:
            self.post_message(self.Changed(self, whole))

    def narrowed(self, asked: Query) -> Query:
        """What counts where this was typed."""
        return asked

    def words(self, asked: Query) -> str:
        """What is looked at, in words; empty for nothing to say."""
        raise NotImplementedError

    def tell(self) -> None:
        """Say what is looked at, and what was not understood."""
        words, problems = self.words(self._asked), self._asked.problems[:2]
        style = "$text-accent" if self.is_on else "$foreground-muted"
        lines = [safe(words, style)] * bool(words) + [safe(one, "$text-warning") for one in problems]
        told = self.query_one(f"#{self._page}-told", Static)
        told.update(Content("\n").join(lines))
        told.display = bool(lines)
        self._show_box(bool(self.box.value) or self.box.has_focus)

    def _show_box(self, shown: bool) -> None:
        self.query_one(f"#{self._page}-box").display = shown

    def _known_names(self, field: Field) -> Iterable[str]:
        return known_names(self, self.workspace, field)
