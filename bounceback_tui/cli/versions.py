"""An earlier version of an entry brought back, by the number that `show --versions` gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bounceback_tui.cli import values
from bounceback_tui.cli.output import tell
from bounceback_tui.services.errors import CannotDo

if TYPE_CHECKING:
    from bounceback_tui.domain.entry import HistoryItem
    from bounceback_tui.services.workspace import Workspace


def bring_back(workspace: Workspace, key: str, version: str) -> HistoryItem:
    """Let an entry say again what it said before; how it is then. Raises CannotDo and UsageError."""
    place = values.number(version, "A version", range(1, 1_000_001))
    entry = workspace.journal.find(key).entry
    known = workspace.versions.of(entry.id)
    if place > len(known):
        there = {0: "it never said anything else", 1: "there is one"}.get(
            len(known), f"there are {len(known)}"
        )
        raise CannotDo(f"There is no earlier version {place}; {there}. Nothing was changed.")
    if workspace.versions.return_to(entry.id, known[place - 1].id):
        tell("Other entries and dates of that application have its other name now, too.")
    return workspace.journal.find(entry.id)
