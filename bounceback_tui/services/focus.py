"""Focus: what the next job must have, and postings held against it."""

from __future__ import annotations

from bounceback_tui.services.tool import Tool


class Focus(Tool):
    """Focus: what the next job must have, and postings held against it."""
