"""What is to be said of guides that cannot be used."""

from __future__ import annotations

from textual.widget import Widget

from bounceback_tui.domain.text import one_line
from bounceback_tui.services.workspace import Workspace


def tell_news(widget: Widget, workspace: Workspace) -> None:
    """Say it in passing, each sentence once; the page goes on with what can be used."""
    for sentence in workspace.guides.news():
        widget.notify(one_line(sentence), severity="warning", markup=False, timeout=10)
