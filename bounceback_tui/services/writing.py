"""The writing programme: five sessions of about twenty minutes."""

from __future__ import annotations

from bounceback_tui.services.tool import Tool


class Writing(Tool):
    """The writing programme: five sessions of about twenty minutes."""
