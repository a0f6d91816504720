"""Words for feelings, for a field that completes them."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from bounceback_tui.formats.cards import read_list
from bounceback_tui.resources import asset
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.services.workspace import Workspace


def known_feelings(widget: Widget, workspace: Workspace) -> Iterable[str]:
    """Feelings that were named before, the most frequent first, then those of our list; each once."""
    used = attempt(widget, workspace.journal.feelings) or []
    ours = (name for group in read_list(asset("feelings.md")) for name in group.items)
    return dict.fromkeys([*used, *ours])
