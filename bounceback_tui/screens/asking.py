"""What the small dialogs have in common: they ask, return a value, and never save."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from bounceback_tui.domain.dates import DateNotUnderstood
from bounceback_tui.domain.moment import Moment
from bounceback_tui.screens.fields import gather, scatter
from bounceback_tui.screens.sizes import HEIGHTS, WIDTHS
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.when_field import WhenField

Answer = TypeVar("Answer")


class Asking(ModalScreen[Answer | None], Generic[Answer]):
    """A dialog; None where it was left. What cannot be taken is told in it, and what was typed stays."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "submit", "save", priority=True),
        Binding("escape", "leave", "leave"),
    ]

    def __init__(self, title: str, kept: dict[str, Any] | None = None) -> None:
        """`kept` is what was typed in such a dialog that could not be saved."""
        super().__init__()
        self.kept = kept or {}
        """What stood in the fields, to ask again where saving did not work."""
        self._title = title
        self._sure = False

    def fields(self) -> ComposeResult:
        """What is asked."""
        raise NotImplementedError

    def value(self) -> Answer:
        """The answer. Raises ValueError with a sentence for the person."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The title, the fields, and room for what cannot be taken."""
        with VerticalScroll(classes="asking", can_focus=False):
            yield Static(safe(self._title, "bold $text-accent"), classes="asking--title")
            yield from self.fields()
            yield Static(id="trouble", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Put back what was typed before."""
        self._first = gather(self)
        scatter(self, self.kept)

    def say(self, words: str) -> None:
        """Tell something below the fields."""
        trouble = self.query_one("#trouble", Static)
        trouble.update(safe(words, "$text-warning"))
        trouble.display = True
        trouble.scroll_visible(animate=False)

    def when(self) -> Moment | None:
        """The moment that was typed, None for now. Raises ValueError with the focus on it."""
        try:
            return self.query_one(WhenField).moment
        except DateNotUnderstood as error:
            self.query_one("#when").focus()
            # the field itself tells what is wrong with it
            raise ValueError("The date is not clear yet.") from error

    def action_submit(self) -> None:
        """Return the answer, or say what is missing."""
        try:
            answer = self.value()
        except ValueError as error:
            self.say(str(error))
            return
        self.kept = gather(self)
        self.dismiss(answer)

    def action_leave(self) -> None:
        """Leave; at the second press where something was typed."""
        if self._sure or gather(self) == self._first:
            self.dismiss(None)
        else:
            self._sure = True
            self.say("This is not saved yet. ctrl+s saves it; esc once more leaves without saving.")

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        """Enter leads from line to line, and past the last one saves."""
        if event.input is list(self.query(Input))[-1]:
            self.action_submit()
        else:
            self.focus_next()
