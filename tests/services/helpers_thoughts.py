"""A thought record that was only begun."""

from __future__ import annotations

from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.services.workspace import Workspace


def begin(workspace: Workspace, thought: str) -> ThoughtRecord:
    """A record with nothing but the thought, of now."""
    now = workspace.clock.now()
    return ThoughtRecord(new_id(now.utc), now, thought)
