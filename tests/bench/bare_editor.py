"""Nothing but Textual's editor with 10,000 characters in it: what a key costs at least."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class BareEditor(App[None]):
    """The editor, with the cursor where typing goes on."""

    def compose(self) -> ComposeResult:
        """The text of the file that was named."""
        yield TextArea(Path(sys.argv[1]).read_text("utf-8"), soft_wrap=True)

    def on_mount(self) -> None:
        """To the end."""
        self.query_one(TextArea).move_cursor(self.query_one(TextArea).document.end)


BareEditor().run()
