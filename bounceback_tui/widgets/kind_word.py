"""A few words on a page, which take the focus where nothing else would: so that a key can put them away."""

from __future__ import annotations

from textual.widgets import Static

from bounceback_tui.widgets.safe import safe


class KindWord(Static, can_focus=True):
    """Hidden while there is nothing to say."""

    DEFAULT_CSS = """
    KindWord {
        display: none; height: auto; max-width: 84; padding: 0 2; border-left: solid $foreground 20%;
    }
    KindWord:focus { border-left: solid $accent; }
    """

    def say(self, words: str) -> None:
        """Say something; nothing hides it."""
        self.update(safe(words))
        self.display = bool(words)
        if words and self.screen.focused is None:
            self.focus()
