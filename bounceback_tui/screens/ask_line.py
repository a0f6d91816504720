"""Asks for one line, such as a name, and says of it what will come of it before it is handed back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.safe import safe, safe_line


class Remark(Frozen):
    """What is said of a line while it is typed."""

    words: str
    fits: bool = True
    """Whether it will do."""
    again: str = ""
    """What enter does only when it is pressed again: "merges"; empty where once is enough."""


class AskLine(ModalScreen[str | None]):
    """One line in a window. Returns it; None where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "done", key_display="enter", priority=True),
        Binding("escape", "dismiss", "leave"),
    ]

    def __init__(
        self,
        title: str,
        about: str,
        remark: Callable[[str], Remark],
        value: str = "",
        placeholder: str = "",
        *,
        label: str = "Name",
        names: Iterable[str] = (),
        suggester: Suggester | None = None,
    ) -> None:
        """`about` is a line below the title, empty for none; `value` is what stands in the line at first.

        `label` stands before the line, and `names` or a `suggester` complete what is typed in it.
        """
        super().__init__()
        self._label = label
        self._names = tuple(names)
        self._suggester = suggester
        self._title = title
        self._about = about
        self._remark = remark
        self._value = value
        self._placeholder = placeholder
        self._sure = False

    def compose(self) -> ComposeResult:
        """The title, the line, and what is said of it."""
        with Vertical(classes="dialog"):
            yield Static(safe_line(self._title, style="bold $text-accent"), classes="dialog--title")
            if self._about:
                yield Static(safe(self._about), classes="dialog--about")
            line = Line(self._value, id="asked", placeholder=self._placeholder, names=self._names)
            yield from labelled(self._label, line)
            yield Static(id="asked-remark", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Type at once."""
        line = self.query_one(Line)
        line.suggester = self._suggester or line.suggester
        line.focus()
        self._look()

    def action_go(self) -> None:
        """Return the line, where it fits and nothing has to be asked again."""
        value = self.query_one(Line).value
        remark = self._remark(value)
        if remark.fits and (self._sure or not remark.again):
            self.dismiss(value)
            return
        self._sure = remark.fits
        self._say(remark, "$text-warning")

    @on(Input.Changed)
    def _look(self) -> None:
        """What was asked before this letter is asked again."""
        self._sure = False
        self._say(self._remark(self.query_one(Line).value), "$foreground-muted")

    def _say(self, remark: Remark, style: str) -> None:
        words = f"{remark.words}; enter again {remark.again}" if self._sure else remark.words
        self.query_one("#asked-remark", Static).update(safe(words, style))
