"""The first start of a new journal: one quiet screen, once. No question, and no key more than without it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.safe import safe

_WHAT = (
    "Write down what happened and how it feels, go through a guide at your own pace, and look back when you"
    " like.\n\n"
)
_WHERE = "Your journal is this one file, and nothing in it is sent anywhere:\n"
_NOW = "\n\nIf something has just happened, n takes you straight to it."


class FirstStart(Screen[None]):
    """Says what this is, where the journal lives, and the one key that matters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,space", "go_on", "go on", key_display="enter", tooltip="Go on to Today"),
        # priority: keys that come in one go with these wait until the form is there to take them
        Binding("n", "begin('tell')", "what happened", priority=True, tooltip="Journal what happened"),
        Binding("m", "begin('check_in')", "mood", priority=True, tooltip="How is it now?"),
        Binding("w", "begin('write')", "write", priority=True, tooltip="A blank page"),
        Binding("question_mark", "app.help", "help", key_display="?", tooltip="All keys, and the manual"),
    ]

    def __init__(self, journal: Path) -> None:
        """`journal` is where it lives."""
        super().__init__()
        self._journal = journal

    def compose(self) -> ComposeResult:
        """A few lines in the middle, and the keys."""
        with VerticalScroll(id="first-start", can_focus=False):
            yield Static(
                Content.assemble(
                    ("A quiet place for a hard moment.\n\n", "bold $text-accent"),
                    _WHAT,
                    _WHERE,
                    safe(str(self._journal), "bold"),
                    _NOW,
                ),
                markup=False,
            )
        yield KeyBar()

    def action_go_on(self) -> None:
        """On to Today."""
        self.dismiss()

    async def action_begin(self, what: str) -> None:
        """What the key does on every page, at once: nobody has to read this first."""
        self.dismiss()
        await self.app.run_action(f"app.{what}")
