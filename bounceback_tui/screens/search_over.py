"""The end of a search: what is open is withdrawn or closed in one go, as far as somebody wants that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from bounceback_tui.domain.application import Application
from bounceback_tui.domain.episode import Episode, setbacks_told
from bounceback_tui.domain.letter import Email, Letter
from bounceback_tui.domain.text import plural
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.email_out import copy_text, to_mail_program
from bounceback_tui.screens.feedback_file import ask_for_file
from bounceback_tui.screens.feedback_words import letter
from bounceback_tui.screens.look_back import LookBackWindow
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.search_over_words import (
    Part,
    asked_of_applications,
    asked_of_episodes,
    does,
    firm,
    greeting,
    line_of,
)
from bounceback_tui.screens.window import Window
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.letters import Letters
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.column import WindowColumn
from bounceback_tui.widgets.fitted import Fitted
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe

_GOES_ON = {Part.WITHDRAW: "withdraw", Part.CLOSE: "close_them"}
"""What enter does in each."""

_OF_THE_NOTE = ("copy", "mail", "save", "edit")
"""Actions that belong to withdrawing alone."""


class Choosing(Rows, inherit_bindings=False):
    """Rows in which enter is left to the window around them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        one for one in Rows.BINDINGS if isinstance(one, Binding) and one.key != "enter"
    ]


class SearchOverWindow(Window[str | None]):
    """Nothing is done until somebody says so; each part is one step for `u`."""

    AUTO_FOCUS = "#ending-list"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "withdraw", "withdraw", key_display="enter", tooltip="Withdraw those chosen"),
        Binding(
            "enter,c,ctrl+s", "close_them", "close these", key_display="enter", tooltip="Close those chosen"
        ),
        Binding("enter,ctrl+s", "none_chosen", show=False),
        Binding("space", "choose", "choose", tooltip="Take this one along, or leave it as it is"),
        Binding("n", "leave", "leave them", tooltip="Leave all of them as they are, and go on"),
        Binding("c", "copy('text')", "copy", tooltip="Copy the note to the clipboard"),
        Binding("C", "copy('subject')", "copy the subject", show=False, tooltip="Copy its subject line"),
        Binding("m", "mail", "mail program", tooltip="Open the note in the program that you write mail in"),
        Binding("s", "save", "save file", tooltip="Save the note as a file that mail programs open"),
        Binding("e", "edit", "change the note", tooltip="Word the note for all of them"),
        Binding("u", "turn('take_back')", "undo", tooltip="Take back what was just done"),
        Binding("U", "turn('do_again')", "redo", show=False, tooltip="Do again what was taken back"),
        Binding("escape,q", "dismiss", "leave", tooltip="Leave everything as it is now"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        """Raises CannotDo where nothing is accepted."""
        super().__init__()
        self.workspace = workspace
        """The open journal."""
        self._accepted = _accepted(workspace)
        self._letters = Letters(workspace.settings)
        self._part = Part.WITHDRAW
        self._applications: list[Application] = []
        self._episodes: list[Episode] = []
        self._left_out: set[str] = set()
        self._looks_back = False

    def compose(self) -> ComposeResult:
        """A kind sentence, what is open, the note for the one under the cursor, and what enter does."""
        with Container(classes="list-window", id="ending"):
            yield Static(safe(greeting(self._accepted), "bold $text-accent"), id="ending-greeting")
            yield Static(id="ending-asked", markup=False)
            yield Choosing(0, self._line, id="ending-list")
            with WindowColumn(id="ending-letter", can_focus=True):
                yield Fitted(id="ending-email")
            yield Static(id="ending-said", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with what there is; say so where the person's own drafts cannot be used."""
        self._read()
        if self._letters.problem:
            self.notify(self._letters.problem, severity="warning", markup=False, timeout=8)

    def on_screen_resume(self) -> None:
        """A form over it was closed."""
        if not self._looks_back:  # else it is about to close
            self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each part has its own keys; where nothing is chosen, enter only says so."""
        if action in _GOES_ON.values() or action == "none_chosen":
            return action == (_GOES_ON[self._part] if self._chosen else "none_chosen")
        return self._part is Part.WITHDRAW or action not in _OF_THE_NOTE

    def action_choose(self) -> None:
        """Take the one under the cursor along, or leave it."""
        if key := self._key_at(self._rows.cursor):
            self._left_out ^= {key}
            self._show()

    @on(Rows.Selected)
    def _picked(self) -> None:
        self.action_choose()

    def action_withdraw(self) -> None:
        """Withdraw those chosen, then go on."""
        over, note = self.workspace.search_over, f"took the offer from {firm(self._accepted)}"
        self._do(lambda: over.withdraw(self._chosen, note), lambda n: f"{plural(n, 'application')} withdrawn")

    def action_close_them(self) -> None:
        """Close those chosen, then go on."""
        told = setbacks_told([one for one in self._episodes if one.id not in self._left_out])
        self._do(lambda: self.workspace.search_over.close_episodes(self._chosen), lambda _: f"{told} closed")

    def action_none_chosen(self) -> None:
        """Say what there is to do."""
        self._say("Nothing is chosen: space takes one along, n leaves all of them as they are.")

    def _do(self, action: Callable[[], int], done: Callable[[int], str]) -> None:
        count = attempt(self, action)
        if count is None:
            self._read()  # one is gone meanwhile
            return
        self.action_leave()
        self._say(f"{done(count)}. u takes it back.")

    def action_leave(self) -> None:
        """Go on to what comes next: what is open of the rejections, else the look back."""
        if self._part is Part.WITHDRAW:
            self._part = Part.CLOSE
            self._read()
        else:
            self._look_back()

    def action_copy(self, what: str) -> None:
        """The note for the one under the cursor."""
        if email := self._email():
            copy_text(self, email.text if what == "text" else email.subject)

    def action_mail(self) -> None:
        """The same in the mail program."""
        if email := self._email():
            to_mail_program(self, email)

    def action_save(self) -> None:
        """The same as a file."""
        if email := self._email():
            company = self._applications[self._rows.cursor].company
            ask_for_file(self._rows, email, company, self.workspace.path, "withdrawal")

    def action_edit(self) -> None:
        """Word it for all."""
        self.post_message(Page.FormWanted(self._rows, "withdrawal-note"))

    async def action_turn(self, action: str) -> None:
        """Undo or redo, and see what became of it; without the acceptance there is nothing to ask."""
        before = len(self._open_applications())
        await self.app.run_action(action)
        if attempt(self, lambda: self.workspace.search_over.accepted() is None):
            self._say("The acceptance is taken back, too; everything is as it was.")
            self.dismiss()
            return
        if len(self._open_applications()) > before:
            self._part = Part.WITHDRAW
        self._read()

    def _open_applications(self) -> list[Application]:
        return attempt(self, self.workspace.search_over.open_applications) or []

    def _read(self) -> None:
        """Read what is open; where nothing of this part is, go on."""
        over = self.workspace.search_over
        self._applications = self._open_applications()
        self._episodes = attempt(self, over.open_episodes) or []
        if self._part is Part.WITHDRAW and not self._applications:
            self._part = Part.CLOSE
        if self._part is Part.CLOSE and not self._episodes:
            self._look_back()
            return
        self._show()

    def _look_back(self) -> None:
        window = attempt(self, lambda: LookBackWindow(self.workspace))
        self._looks_back = True
        if window:
            self.app.push_screen(window, lambda _: self.dismiss())
        else:
            self.dismiss()

    def _show(self) -> None:
        things = self._things
        if self._part is Part.WITHDRAW:
            asked = asked_of_applications(len(things))
        else:
            asked = asked_of_episodes(self._episodes)
        self.query_one("#ending-asked", Static).update(safe(asked))
        self._rows.set_rows(len(things), cursor=min(self._rows.cursor, len(things) - 1))
        self.query_one("#ending-letter").display = self._part is Part.WITHDRAW
        said = does(self._part, len(self._chosen), len(things))
        self.query_one("#ending-said", Static).update(safe(said, "$foreground-muted"))
        self._show_letter()
        self.refresh_bindings()

    @on(Rows.Highlighted)
    def _show_letter(self) -> None:
        email = self._email() if self._part is Part.WITHDRAW else None
        shown = self.query_one("#ending-email", Fitted)
        shown.show(partial(letter, email, Letter.WITHDRAW) if email else lambda _: ())

    def _email(self) -> Email | None:
        """The note for the one under the cursor."""
        place = self._rows.cursor
        if place >= len(self._applications):
            return None
        one = self._applications[place]
        person = attempt(self, lambda: self.workspace.tools.feedback.interviewer(one.id))
        return self._letters.withdrawal(one, person, self.workspace.search_over.note)

    def _line(self, index: int, width: int, selected: bool) -> Content:
        thing = self._things[index]
        today = self.workspace.clock.now().local_date
        return line_of(thing, thing.id not in self._left_out, today, width)

    @property
    def _rows(self) -> Rows:
        return self.query_one("#ending-list", Rows)

    @property
    def _things(self) -> list[Application] | list[Episode]:
        return self._applications if self._part is Part.WITHDRAW else self._episodes

    @property
    def _chosen(self) -> list[str]:
        return [one.id for one in self._things if one.id not in self._left_out]

    def _key_at(self, place: int) -> str:
        return self._things[place].id if place < len(self._things) else ""

    def _say(self, words: str) -> None:
        self.notify(words, markup=False, timeout=4)


def search_over(workspace: Workspace, subject: str = "") -> Screen[str | None]:
    """The window that fits: what is open, else the look back; it is not offered by itself again.

    Raises CannotDo where nothing is accepted.
    """
    accepted = _accepted(workspace)
    over = workspace.search_over
    over.answer()
    if over.open_applications() or over.open_episodes():
        return SearchOverWindow(workspace)
    return LookBackWindow(workspace, greeting=greeting(accepted))


def _accepted(workspace: Workspace) -> Application:
    """Raises CannotDo."""
    found = workspace.search_over.accepted()
    if found is None:
        raise CannotDo("No offer is accepted yet. Once one is, this helps to bring the search to an end.")
    return found
