"""All formats: one name in a tuple is all that a new one needs."""

from __future__ import annotations

from bounceback_tui.formats.reading import ReadFormat

READ: tuple[ReadFormat, ...] = ()
"""What is read, beside our own JSON; the choosiest first, since the first that fits is guessed."""
