"""What the small forms have in common: a window over the page, filled in with enter alone."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from bounceback_tui.screens.form import Form
from bounceback_tui.widgets.fields import Line, Writing
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.order_choice import OrderChoice
from bounceback_tui.widgets.safe import safe
from bounceback_tui.widgets.titled import Titled


class Dialog(Form, ModalScreen[None]):
    """A form in a window."""

    _wrong: dict[str, Any] | None = None  # what stood there when it was said to be wrong

    @property
    def title_words(self) -> str:
        """What is asked, as the title of the window."""
        raise NotImplementedError

    def fields(self) -> ComposeResult:
        """What is to be filled in."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The title, the fields, the keys."""
        with Titled(classes="dialog", can_focus=False):
            yield Static(safe(self.title_words, "bold $text-accent"), classes="dialog--title")
            yield from self.fields()
            yield Static(id="dialog-said", markup=False)
        yield KeyBar()

    def needed(self, field: str, missing: str) -> str:
        """What stands in a line that must not be empty. Raises ValueError with `missing`, the focus on it."""
        text = self.query_one(f"#{field}", Line).value.strip()
        if not text:
            self.query_one(f"#{field}").focus()
            raise ValueError(missing)
        return text

    def say(self, words: str, severity: str = "information") -> None:
        """Tell something below the fields: said in passing it would cover them."""
        self._wrong = self.content() if severity == "warning" else None
        said = self.query_one("#dialog-said", Static)
        said.update(safe(words, "$text-warning" if severity == "warning" else "$foreground-muted"))
        said.display = True
        said.scroll_visible(animate=False)

    def unsay(self) -> None:
        """What was wrong is told no longer than it stands there; what is wrong still is told when saving."""
        if self._wrong is not None and self.content() != self._wrong:
            self._mended()

    @on(OrderChoice.OrderChosen)
    def _mended(self) -> None:
        if self._wrong is not None:
            self._wrong = None
            self.query_one("#dialog-said", Static).display = False

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        """Enter leads from line to line, and past the last one saves."""
        if event.input is list(self.query(Input))[-1]:
            self.action_submit()
        else:
            self.focus_next()


class TextDialog(Dialog):
    """A form with a long text, `#text`, below its lines: words such as these are not saved by accident."""

    @property
    def words(self) -> str:
        """What stands in the editor."""
        return self.query_one("#text", Writing).text

    @on(Input.Submitted)
    def _to_text(self, event: Input.Submitted) -> None:
        """Enter leads on to the text."""
        event.prevent_default()
        self.query_one("#text").focus()
