"""A list that grows line by line: type, enter, and the next."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.message import WidgetMessage
from bounceback_tui.widgets.safe import safe


class LineList(Vertical):
    """A title, the lines so far, and a field for more; backspace in the empty one takes the last away."""

    DEFAULT_CSS = """
    LineList { height: auto; }
    LineList > .line-list--title { color: $foreground-muted; }
    LineList > .line-list--lines { height: auto; padding-left: 2; }
    LineList > .line-list--lines.-empty { display: none; }
    """

    class Changed(WidgetMessage):
        """A line came or went."""

        value: tuple[str, ...]
        """All lines."""

    def __init__(
        self,
        title: str,
        lines: Iterable[str] = (),
        *,
        names: Iterable[str] = (),
        placeholder: str = "",
        id: str | None = None,
    ) -> None:
        """`names` complete what is typed."""
        super().__init__(id=id)
        self._title = title
        self._lines = list(lines)
        self._names = tuple(names)
        self._placeholder = placeholder

    @property
    def value(self) -> tuple[str, ...]:
        """The lines so far, with what stands in the field."""
        typed = self.query_one(Line).value.strip() if self.is_mounted else ""
        return tuple(dict.fromkeys([*self._lines, *([typed] if typed else [])]))

    def set_lines(self, lines: Iterable[str]) -> None:
        """Show other lines."""
        self._lines = list(lines)
        self._show()

    def suggest(self, words: str) -> None:
        """Show other words in the empty field."""
        self.query_one(Line).placeholder = words

    def compose(self) -> ComposeResult:
        """Title, lines, field."""
        yield Static(safe(self._title), classes="line-list--title")
        yield Static("", classes="line-list--lines -empty", markup=False)
        yield Line(placeholder=self._placeholder, names=self._names)

    def on_mount(self) -> None:
        """Show the lines given."""
        self._show()

    @on(Input.Submitted)
    def _add(self, event: Input.Submitted) -> None:
        event.stop()
        text = event.value.strip()
        if not text:
            self.screen.focus_next()
            return
        if text not in self._lines:
            self._lines.append(text)
        event.input.clear()
        self._show()
        self.post_message(self.Changed(self, self.value))

    def on_key(self, event: events.Key) -> None:
        """Backspace in the empty field takes the last line away."""
        if event.key == "backspace" and not self.query_one(Line).value and self._lines:
            self._lines.pop()
            self._show()
            self.post_message(self.Changed(self, self.value))

    def _show(self) -> None:
        shown = self.query_one(".line-list--lines", Static)
        shown.set_class(not self._lines, "-empty")
        shown.update(safe("\n".join(f"+ {line}" for line in self._lines)))
