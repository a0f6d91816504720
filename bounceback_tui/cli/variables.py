"""Environment variables that more than one part of the command line names."""

from __future__ import annotations

COMMAND = "BOUNCEBACK_PASSPHRASE_COMMAND"
"""With a command that prints the passphrase in its first line."""

IN_BROWSER = "bounceback_tui.app.browser:BrowserDriver"
"""What `serve` has Textual draw with, named in TEXTUAL_DRIVER."""

COMPLETE = "_BOUNCEBACK_COMPLETE"
"""In which a shell says that it asks for completions."""
