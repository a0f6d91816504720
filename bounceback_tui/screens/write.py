"""A blank page: free writing, and changing what was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll

from bounceback_tui.domain.entry import own_title
from bounceback_tui.domain.outcome import Revised, Written
from bounceback_tui.domain.writing import WritingHeld
from bounceback_tui.formats.cards import read_list
from bounceback_tui.resources import asset
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.prompt import Prompt
from bounceback_tui.screens.room_to_write import RoomToWrite
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line, TagLine, Writing
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.mood_picker import MoodPicker
from bounceback_tui.widgets.when_field import WhenField


class WriteForm(RoomToWrite):
    """A title, room to write, tags, and how it feels before and after."""

    FORM = "write"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+t", "turn_prompt", "another prompt")]

    def __init__(self, workspace: Workspace, target: str = "") -> None:
        """`target` is the entry to change; empty for a new one. Raises CannotDo and StorageError."""
        super().__init__(workspace, target)
        told = workspace.versions.told(self.target) if self.target else None
        self._told = told if isinstance(told, Written) else Written("", "", "")

    def compose(self) -> ComposeResult:
        """The page."""
        known = attempt(self, self.workspace.tags.names) or []
        with VerticalScroll(classes="form", can_focus=False):
            yield from self.heading()
            yield MoodPicker(id="before-mood", advance=not self.target)
            yield from self.above()
            yield Writing(
                self._told.text, placeholder="Anything. Nobody else reads this.", tags=known, id="text"
            )
            yield from self.below(known)
            yield MoodPicker("After" if self.target else "And now", id="after-mood", advance=False)
        yield KeyBar()

    def heading(self) -> ComposeResult:
        """What the page is called; a page of the journal needs no name for that."""
        yield from ()

    def above(self) -> ComposeResult:
        """What stands above the text: something to start from, on a blank page."""
        if not self.target:
            yield Prompt(read_list(asset("prompts.md")))

    def below(self, known: Sequence[str]) -> ComposeResult:
        """What is said of the page beside its text; `known` are the tags in use."""
        told = self._told
        with Horizontal(classes="pair"):
            title, tags = own_title(told.title, told.text), " ".join(told.tags)
            yield from labelled("Title", Line(title, id="title", placeholder="else the first line"))
            yield from labelled("Tags", TagLine(tags, id="tags", tags=known, placeholder="walk, panel …"))
        if self.target:
            yield WhenField(self.workspace.clock, self.workspace.settings.date_order, told.when)

    def on_mount(self) -> None:
        """The page waits for the first word; a page that is changed shows what was said beside it."""
        for name, reading in (("before-mood", self._told.before), ("after-mood", self._told.after)):
            self.query_one(f"#{name}", MoodPicker).value = reading.mood
        for field in self.query(WhenField):
            if self._told.when:
                field.assume(self._told.when)
        page = self.query_one("#text", Writing)
        page.move_cursor(page.document.end)
        self.query_one(str(self.AUTO_FOCUS)).focus()

    def value(self) -> Written | Revised | WritingHeld:
        """What stands on the page. Raises ValueError where nothing does, and for a date that is none."""
        written = replace(
            self.page(self.query_one("#title", Line).value.strip()),
            tags=self.query_one(TagLine).tags,
            when=self.when(self._told.when) if self.target else None,
        )
        return Revised(self._told, written) if self.target else written

    @property
    def moods(self) -> tuple[int | None, int | None]:
        """The mood before and after, 1–9; None where it was not said."""
        before, after = (self.query_one(f"#{name}-mood", MoodPicker).value for name in ("before", "after"))
        return before, after

    def page(self, title: str = "") -> Written:
        """The text and how it felt. Raises ValueError where there is neither a text nor a title."""
        text = self.query_one("#text", Writing).text
        if not text.strip() and not title:
            self.query_one("#text").focus()
            raise ValueError("There is nothing to save yet; one line is enough.")
        before, after = self.moods
        return replace(
            self._told,
            title=title,
            text=text,
            before=replace(self._told.before, mood=before),
            after=replace(self._told.after, mood=after),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There are prompts on a blank page only."""
        if action == "turn_prompt":
            return not self.target
        return super().check_action(action, parameters)

    def action_turn_prompt(self) -> None:
        """Show another prompt."""
        for prompt in self.query(Prompt):
            prompt.turn()
