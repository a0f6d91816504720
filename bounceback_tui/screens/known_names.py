"""Names in use, for a box that completes them."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from bounceback_tui.domain.query import Field
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.services.workspace import Workspace


def known_names(widget: Widget, workspace: Workspace, field: Field) -> Iterable[str]:
    """What a filter can hold, the most frequent first; nothing for one without names."""
    sources = {
        Field.COMPANY: workspace.applications.companies,
        Field.ROLE: workspace.applications.roles,
        Field.TAG: workspace.tags.names,
        Field.FEEL: workspace.journal.feelings,
    }
    return (attempt(widget, sources[field]) or ()) if field in sources else ()
