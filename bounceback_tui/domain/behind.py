"""What a bar or a point of a picture rests on, so that the entries of it can be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bounceback_tui.domain.frozen import Frozen


class Behind(Frozen):
    """Any of these: what was written on some days, of some rejections, of some applications, or itself."""

    title: str
    """What it is, as a heading; plain text."""
    days: tuple[date, date] | None = None
    """First and last local date."""
    episodes: Sequence[str] = ()
    """Keys of episodes."""
    applications: Sequence[str] = ()
    """Keys of applications."""
    entries: tuple[str, ...] = ()
    """Keys of entries."""
