"""Strengths: what went right, and what employers named."""

from __future__ import annotations

from bounceback_tui.services.tool import Tool


class Strengths(Tool):
    """Strengths: what went right, and what employers named."""
