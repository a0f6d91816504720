"""The key for help in a window: the keys of the app do not reach into one."""

from __future__ import annotations

from textual.binding import Binding

HELP_KEY = Binding(
    "question_mark", "app.help", "keys", show=False, key_display="?", tooltip="All keys, and the manual"
)
"""For the bindings of every window in which nothing is typed."""
