"""What lies in the trash, as it is told."""

from __future__ import annotations

from datetime import date

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.moment import Moment


class Trashed(Frozen):
    """Something that was deleted or taken back, or a wording that was passed over."""

    place: str
    """Its table; `domain/things.py` says what that is called."""
    key: str
    """Its key; of a wording that was passed over the key of that."""
    words: str
    """Its first words."""
    at: Moment
    """When it went there."""
    days: tuple[date, ...] = ()
    """The days that it is about: the first and the last of a rest, the first of a writing programme."""
    passed_over: bool = False
    """Whether it is only another wording of something: as it had been changed, before that was taken back."""
