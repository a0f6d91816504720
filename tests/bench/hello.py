"""The smallest Textual app: its first paint is the floor F, its memory and its leaving are compared with."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """One word."""

    def compose(self) -> ComposeResult:
        """The word that is waited for."""
        yield Static("READY")


Hello().run()
