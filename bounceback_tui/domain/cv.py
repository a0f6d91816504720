"""Changes to the CV, and the remarks that they come from."""

from __future__ import annotations

from datetime import date

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.moment import Moment


class CvChange(Frozen):
    """One thing to change; done once it has a day."""

    id: str
    """Empty for one that is new."""
    text: str
    noted_at: Moment
    came_from: str = ""
    """The words of the remark that it came from, as they were then; empty for none."""
    episode_id: str | None = None
    """The episode in whose feedback that was said."""
    done_on: date | None = None


class Gap(Frozen):
    """Something that feedback named as missing."""

    episode_id: str
    words: str
    """One line: the remark itself, else its theme."""
    company: str = ""
    """Who said it."""
