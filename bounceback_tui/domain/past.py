"""What statistics look at: the little of a whole journal that they need, handed in as one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bounceback_tui.domain.application import Log
from bounceback_tui.domain.checkin import DayMoods
from bounceback_tui.domain.episode import Setback


@dataclass(frozen=True)
class Past:
    """Everything a statistic may use. In no particular order; nothing later than `today` counts."""

    today: date
    readings: tuple[DayMoods, ...] = ()
    episodes: tuple[Setback, ...] = ()
    """Every episode, in short."""
    applications: tuple[Log, ...] = ()
    """The log of each, in short."""
