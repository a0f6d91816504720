"""Changes to the CV, each with the feedback that it came from."""

from __future__ import annotations

from bounceback_tui.services.tool import Tool


class CvChanges(Tool):
    """Changes to the CV, each with the feedback that it came from."""
