"""Classes that a screen takes by its size, for the style sheet."""

from __future__ import annotations

WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (78, "-normal"), (118, "-wide")]
"""From how many columns on."""

BESIDE = 100
"""Columns of a page from which on a list and what is read of it stand side by side."""

HEIGHTS: list[tuple[int, str]] = [(0, "-low"), (23, "-high")]
"""From how many lines on."""
