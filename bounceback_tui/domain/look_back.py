"""A whole search as it is looked back on: facts, and nothing that ranks anybody."""

from __future__ import annotations

from datetime import date

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.frozen import Frozen


class LookBack(Frozen):
    """What a search came to, from its first application to the acceptance, or to today."""

    first: date
    """Local date of the first thing in the log of any application."""
    last: date
    """Local date of the acceptance; today where nothing was accepted."""
    accepted: str
    """The company whose offer was accepted; may be empty."""
    is_over: bool
    """Whether an offer was accepted."""
    applications: int
    """How many there were, the accepted one among them."""
    reached: tuple[tuple[Kind, int], ...]
    """The furthest stage of each, counted, by stage in order; without stages that none ended at."""
    rejected: int
    """Applications whose log ends with a no."""
    silent: int
    """Those that went silent."""
    withdrew: int
    """Those that the person withdrew."""
    open: int
    """Those that are open still, or at an offer."""
    asked: int
    """Requests for feedback that were sent."""
    answered: int
    """Those among them that were answered."""
    strengths: tuple[tuple[str, tuple[str, ...]], ...]
    """Strengths that two or more employers named, each with who they were."""
    usual_days: int | None
    """Days until this person usually felt like themselves; None where there is too little to say."""
    entries: int
    """Entries written in that time."""
