"""A blank page: free writing, and changing what was written."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from bounceback_tui.domain.checkin import NOTHING_READ, Reading
from bounceback_tui.domain.outcome import Written
from bounceback_tui.formats.cards import read_list
from bounceback_tui.resources import asset
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.form import Form
from bounceback_tui.screens.prompt import Prompt
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.fields import Line, Writing
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.mood_picker import MoodPicker


class WriteForm(Form):
    """A title, room to write, tags, and how it feels before and after."""

    FORM = "write"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+t", "turn_prompt", "another prompt")]

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the entry to change; empty for a new one. Raises CannotDo and StorageError."""
        super().__init__(workspace, target)
        found = workspace.journal.find(self.target) if self.target else None
        self._entry = found.entry if found else None

    def compose(self) -> ComposeResult:
        """The page."""
        entry = self._entry
        with VerticalScroll(classes="form", can_focus=False):
            if not self.target:
                yield MoodPicker(id="before-mood", advance=True)
                yield Prompt(read_list(asset("prompts.md")))
            yield Writing(
                entry.text if entry else "", placeholder="Anything. Nobody else reads this.", id="text"
            )
            with Horizontal(classes="pair"):
                with Horizontal(classes="field"):
                    yield Static("Title", classes="label")
                    yield Line(
                        entry.own_title if entry else "", id="title", placeholder="else the first line"
                    )
                with Horizontal(classes="field"):
                    yield Static("Tags", classes="label")
                    yield Line(
                        " ".join(entry.tags) if entry else "",
                        id="tags",
                        names=attempt(self, self.workspace.journal.tags) or [],
                        placeholder="walk, panel …",
                    )
            if not self.target:
                yield MoodPicker("And now", id="after-mood", advance=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """The page waits for the first word."""
        self.query_one("#text").focus()

    def value(self) -> Written:
        """What stands on the page."""
        title, tags = (self.query_one(f"#{name}", Line).value.strip() for name in ("title", "tags"))
        text = self.query_one("#text", Writing).text
        if not text.strip() and not title:
            self.query_one("#text").focus()
            raise ValueError("There is nothing to save yet; one line is enough.")
        return Written(
            self.target,
            title,
            text,
            tuple(tags.replace(",", " ").split()),
            self._mood("before-mood"),
            self._mood("after-mood"),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There are prompts on a blank page only."""
        return not (action == "turn_prompt" and self.target)

    def action_turn_prompt(self) -> None:
        """Show another prompt."""
        for prompt in self.query(Prompt):
            prompt.turn()

    def _mood(self, name: str) -> Reading:
        found = self.query(f"#{name}").results(MoodPicker)
        return next((Reading(mood=picker.value) for picker in found), NOTHING_READ)
