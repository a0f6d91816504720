"""Asks for a line or a few, and hands it to whoever wanted to know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from bounceback_tui.domain.text import one_line
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.form import Form
from bounceback_tui.services.drafts import Drafts
from bounceback_tui.widgets.fields import Writing
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.safe import safe


@dataclass(frozen=True)
class Question:
    """What is asked."""

    title: str
    about: str = ""
    """What the answer belongs to, in words."""
    hint: str = ""
    """Something that helps to answer."""
    placeholder: str = ""
    text: str = ""
    """What was answered before."""


class AskLine(Form, ModalScreen[None]):
    """A small window over the page. What is typed is kept as a draft; it closes once the answer is safe.

    To ask something, give a class of its own its name in `FORM`.
    """

    LINES: ClassVar[bool] = False
    """Whether the answer may have several lines; else enter is enough to save it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit_line", "save", key_display="enter", priority=True),
    ]

    def __init__(
        self, drafts: Drafts, target: str, question: Question, save: Callable[[str], object]
    ) -> None:
        """`save` takes the answer; where it raises CannotDo or StorageError, the words stay on the screen."""
        super().__init__(drafts, target)
        self.question = question
        """What is asked."""
        self._save = save

    def compose(self) -> ComposeResult:
        """A title, what it is about, room to write, and the keys."""
        asked = self.question
        with Vertical(id="ask"):
            yield Static(safe(asked.title, "bold $text-accent"))
            for words, style in ((asked.about, ""), (asked.hint, "$foreground-muted")):
                if words:
                    yield Static(safe(words, style))
            yield Writing(asked.text, placeholder=asked.placeholder, id="text")
        yield KeyBar()

    def on_mount(self) -> None:
        """Go on where the answer ended."""
        field = self.query_one("#text", Writing)
        field.styles.height = 7 if self.LINES else 3
        field.move_cursor(field.document.end)
        field.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Enter saves a single line; among several it begins another."""
        return action != ("submit_line" if self.LINES else "submit")

    def value(self) -> str:
        """The answer."""
        text = self.query_one("#text", Writing).text
        return text.strip() if self.LINES else one_line(text)

    def action_submit(self) -> None:
        """Close, once the answer is safe."""
        answer = self.value()
        if answer == self.question.text or attempt(self, lambda: (self._save(answer), True)) is not None:
            self.saved()

    def action_submit_line(self) -> None:
        """The same by enter."""
        self.action_submit()
