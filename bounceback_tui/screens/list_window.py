"""A list in a window over the page: go to one, take one away at the second press, undo and redo."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.window import Window
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe

Thing = TypeVar("Thing")


_WIDEST = 1000
"""Cells in which nothing is cut."""

_GAP = re.compile("  +")
"""Between two columns of a row."""

_AROUND, _LEAST = 12, 26
"""Lines of a window beside its list, and those that it has at least where the terminal is high enough."""


class ListWindow(Window[str | None], Generic[Thing]):
    """Returns what to search for, or None. What is changed is saved by the services at once."""

    HEADING: ClassVar[str]
    """What is listed."""
    EMPTY: ClassVar[str]
    """What stands there where nothing is listed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "turn('take_back')", "undo", tooltip="Take back what was just done"),
        Binding("U", "turn('do_again')", "redo", show=False, tooltip="Do again what was taken back"),
        Binding("escape,q", "dismiss", "close"),
    ]

    ROW_HEIGHT: ClassVar[int] = 1
    """Lines of each row, 1 or 2."""

    OPENS: ClassVar[bool] = True
    """Whether enter opens one; else it is for a key of the window's own."""

    ABOUT: ClassVar[str] = ""
    """A line or two about it; empty for none."""

    WHOLE: ClassVar[bool] = False
    """Whether what is cut off in the row under the cursor is said whole below the list."""

    def __init__(self, workspace: Workspace, subject: str = "") -> None:
        """`subject` is the key of what the cursor is on at first, or of what the list is about."""
        super().__init__()
        self.workspace = workspace
        """The open journal."""
        self.subject = subject
        """Key of what it is about; empty for nothing."""
        self._things: list[Thing] = []
        self._asked: tuple[str, Thing | None] | None = None  # what a second press does, and to which one

    def heading(self) -> Content:
        """What is listed."""
        return Content.styled(self.HEADING, "bold $text-accent")

    def things(self) -> list[Thing]:
        """What there is. Raises StorageError."""
        raise NotImplementedError

    def name_of(self, thing: Thing) -> str:
        """What tells one from the others."""
        raise NotImplementedError

    def line(self, thing: Thing, width: int) -> Content:
        """How one is shown."""
        raise NotImplementedError

    def query_of(self, thing: Thing) -> str:
        """What to search for where one is opened."""
        raise NotImplementedError

    def beside(self, thing: Thing) -> str:
        """What is said below the list of the one under the cursor; empty for nothing."""
        return ""

    def ask(self, thing: Thing) -> str:
        """What is said before one is taken away."""
        raise NotImplementedError

    def take_away(self, thing: Thing) -> str:
        """Take one away; what is said of it. Raises CannotDo and StorageError."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The heading and the list."""
        with Container(classes="list-window"):
            yield Static(self.heading())
            yield from self.above()
            yield Rows(
                0,
                self._line,
                row_height=self.ROW_HEIGHT,
                empty=self.EMPTY,
                opens=self.OPENS,
                id="listed",
            )
            yield from self.below()
            yield Static(id="listed-asked", markup=False)
        yield KeyBar()

    def above(self) -> ComposeResult:
        """What stands between the heading and the list."""
        if self.ABOUT:
            yield Static(Content.styled(self.ABOUT, "$foreground-muted"))

    def below(self) -> ComposeResult:
        """What stands below the list; nothing, for most."""
        yield from ()

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.read(keep=self.subject or None)
        self.query_one("#listed").focus()

    def on_screen_resume(self) -> None:
        """A form over it was closed."""
        self.come_back()

    def come_back(self) -> None:
        """Read what became of it."""
        self.read()

    def want_form(self, form: str, target: str = "") -> None:
        """Ask the app for a form over this window."""
        self.post_message(Page.FormWanted(self.query_one("#listed"), form, target))

    def read(self, keep: str | None = None) -> None:
        """Read what there is, with the cursor on the one named `keep`, or where it was."""
        found = attempt(self, self.things)
        if found is None:
            return
        before = keep if keep is not None else self.thing and self.name_of(self.thing)
        self._things = found
        self._tell_beside()
        rows = self.query_one("#listed", Rows)
        place = next((i for i, one in enumerate(found) if self.name_of(one) == before), rows.cursor)
        rows.set_rows(len(found), cursor=place)
        # in a large terminal a short list is a small window: what is said below the list stays near it
        high = max(len(found) * self.ROW_HEIGHT + _AROUND, _LEAST)
        self.query_one(".list-window").styles.max_height = high
        self.refresh_bindings()

    @property
    def thing(self) -> Thing | None:
        """The one under the cursor."""
        rows = next(iter(self.query("#listed").results(Rows)), None)
        return self._things[rows.cursor] if rows and rows.cursor < len(self._things) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """An empty list offers nothing but to leave it."""
        return action in ("turn", "dismiss") or self.thing is not None

    @on(Rows.Selected)
    def _open(self) -> None:
        if (thing := self.thing) is not None:  # it may be an empty name, and means something then
            self.open_one(thing)

    def open_one(self, thing: Thing) -> None:
        """Go to one: the window closes and returns what to search for."""
        self.dismiss(self.query_of(thing))

    def action_remove(self) -> None:
        """Take the one under the cursor away, at the second press."""
        thing = self.thing
        if thing is None:
            return
        if not self.is_sure("remove", lambda: self.ask(thing)):
            return
        if words := attempt(self, lambda: self.take_away(thing)):
            self.notify(words, markup=False, timeout=4)
        self.read()  # where it failed, too: it may have gone meanwhile

    async def action_turn(self, action: str) -> None:
        """Undo or redo, and see what became of it."""
        await self.app.run_action(action)
        self.read()

    @on(Rows.Highlighted)
    def _moved(self) -> None:
        if self._asked is None or self._asked[1] != self.thing:
            self._tell_beside()

    def is_sure(self, what: str, question: Callable[[], str]) -> bool:
        """Whether this was asked of the one under the cursor, and is wanted again; else it is asked now.

        It stands below the list until the cursor is on another one, or something else is asked.
        """
        before, self._asked = self._asked, (what, self.thing)
        if before == self._asked:
            self._asked = None
            return True
        self.app.clear_notifications()  # what is asked stands where they do
        self._say(question(), "$text-warning")
        return False

    def _tell_beside(self) -> None:
        """Say what there is to say of the one under the cursor; what was asked before is asked again."""
        self._asked = None
        thing = self.thing
        words = (self.beside(thing) or self._whole(thing)) if thing is not None else ""
        self._say(words, "$foreground-muted")

    def _whole(self, thing: Thing) -> str:
        """The row in full, where less of it is to be seen; empty where all is."""
        room = self.query_one("#listed", Rows).room
        if not self.WHOLE or not room:
            return ""
        seen, whole = (_GAP.split(self.line(thing, cells).plain.strip()) for cells in (room, _WIDEST))
        return "" if seen == whole else " · ".join(whole)

    @on(Rows.Resized)
    def _look_again(self) -> None:
        """More of a row is to be seen, or less."""
        if self._asked is None:  # a question may take a line of the list, and stays
            self._tell_beside()

    def _say(self, words: str, style: str) -> None:
        """Tell something below the list."""
        self.query_one("#listed-asked", Static).update(safe(words, style))

    def _line(self, index: int, width: int, selected: bool) -> Content:
        return self.line(self._things[index], width)
