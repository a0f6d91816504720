"""One prompt at a time, out of the prompt book."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from bounceback_tui.widgets.safe import safe


class Prompt(Widget):
    """A prompt above the editor; the last turn of the page is no prompt at all."""

    DEFAULT_CSS = """
    Prompt { height: auto; color: $text-accent; text-style: italic; }
    """

    place: reactive[int] = reactive(0, layout=True)
    """Which prompt is shown; one past the last for none."""

    def __init__(self, prompts: tuple[str, ...]) -> None:
        super().__init__()
        self._prompts = prompts

    def render(self) -> Content:
        """The prompt, and how to turn the page."""
        if self.place >= len(self._prompts):
            return Content.styled("ctrl+t for something to start from", "$foreground-muted not italic")
        return Content.assemble(
            safe(self._prompts[self.place]), ("   ctrl+t another", "$foreground-muted not italic")
        )

    def turn(self) -> None:
        """Show the next one."""
        self.place = (self.place + 1) % (len(self._prompts) + 1)
