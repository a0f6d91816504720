"""Tags: how a name is tidied, where one stands in a text, and the colours that a person may give one."""

from __future__ import annotations

COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "grey")
"""Colours that a tag may have, by name; each theme draws them in its own shade."""
