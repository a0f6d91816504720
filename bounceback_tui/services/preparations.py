"""Before the next one: likely setbacks, and an answer to each."""

from __future__ import annotations

from bounceback_tui.services.tool import Tool


class Preparations(Tool):
    """Before the next one: likely setbacks, and an answer to each."""
