"""What the tools that keep a list have in common: add, open to edit, delete at the second press, and below
the list what there is to say of the one under the cursor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from bounceback_tui.domain.text import quoted
from bounceback_tui.screens.attempt import worked
from bounceback_tui.screens.list_window import ListWindow
from bounceback_tui.services.shelf import Kept, Shelf
from bounceback_tui.widgets.drawing import padded
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe, safe_line

Value = TypeVar("Value", bound=Kept)

LONGEST = 4000
"""Characters of a text that are shown below the list: the form has the rest."""


class ToolWindow(ListWindow[Value], Generic[Value]):
    """A list over the page. Whatever is changed is saved at once, and is one step for `u`."""

    FORM: ClassVar[str]
    """Name of the form in which one is added and edited."""

    ALWAYS: ClassVar[tuple[str, ...]] = ("turn", "dismiss", "add")
    """Actions that an empty list offers, too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", tooltip="Add one"),
        Binding("x", "remove", "delete", tooltip="Delete this one, at the second press"),
    ]

    @property
    def shelf(self) -> Shelf[Value]:
        """The service that keeps what is listed."""
        raise NotImplementedError

    @property
    def today(self) -> date:
        """The person's own day."""
        return self.workspace.clock.now().local_date

    def things(self) -> list[Value]:
        """All of them. Raises StorageError."""
        return self.shelf.every()

    def more(self, thing: Value) -> list[Content]:
        """What there is to say of one, paragraph by paragraph, made of harmless content."""
        return []

    def name_of(self, thing: Value) -> str:
        """Its key."""
        return thing.id

    def ask(self, thing: Value) -> str:
        """That it can come back is said first."""
        return f"x once more deletes {quoted(self.shelf.name_of(thing))}; u would bring it back."

    def take_away(self, thing: Value) -> str:
        """Into the trash. Raises CannotDo and StorageError."""
        self.shelf.remove(thing.id)
        return f"{quoted(self.shelf.name_of(thing))} is deleted. u brings it back."

    def open_one(self, thing: Value) -> None:
        """Edit one."""
        self.want_form(self.FORM, thing.id)

    def below(self) -> ComposeResult:
        """All of the one under the cursor; it scrolls where it is long."""
        with VerticalScroll(id="listed-more", can_focus=False):
            yield Static(id="listed-told", markup=False)

    def come_back(self) -> None:
        """Read what became of it: what was added there is under the cursor."""
        before = {self.name_of(one) for one in self._things}
        self.read()
        added = [name for one in self._things if (name := self.name_of(one)) not in before]
        if before and len(added) == 1:
            self.read(keep=added[0])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An empty list offers nothing that is done to one of it."""
        return action in self.ALWAYS or super().check_action(action, parameters)

    def action_add(self) -> None:
        """Add one, in a form."""
        self.want_form(self.FORM)

    def do(self, action: Callable[[], object], words: str = "") -> bool:
        """Do something to the list, say how that went, and read again: where it failed, something is gone.

        Whether it worked.
        """
        done = worked(self, action)
        if done and words:
            self.notify(f"{words} u takes it back.", markup=False, timeout=4)
        self.read()
        return done

    def read(self, keep: str | None = None) -> None:
        """Read what there is."""
        super().read(keep)
        self._tell()

    @on(Rows.Highlighted)
    def _tell(self) -> None:
        """Tell all of the one under the cursor."""
        thing = self.thing
        told = self.more(thing) if thing is not None else []
        self.query_one("#listed-more").display = bool(told)
        self.query_one("#listed-told", Static).update(Content("\n").join(told))
        self.refresh_bindings()  # what can be done may depend on the one under the cursor


def paragraph(text: str, style: str = "") -> Content:
    """A text of the person's own below the list."""
    return safe(text[:LONGEST], style)


def row(mark: str, text: str, beside: str, width: int) -> Content:
    """ "○ Dev at Acme           next Wed 25 Nov": what stands beside the text keeps its place."""
    tail = Content.styled(f"  {beside}" if beside else "", "$foreground-muted")
    room = max(width - len(mark) - tail.cell_length, 1)
    words = safe_line(text[: width * 4], room)
    return Content(mark) + padded(words, room) + tail
