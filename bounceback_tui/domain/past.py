"""What statistics look at: the little of a whole journal that they need, handed in as one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bounceback_tui.domain.application import Application
from bounceback_tui.domain.checkin import DayMoods
from bounceback_tui.domain.episode import Episode
from bounceback_tui.domain.lead import Rest


@dataclass(frozen=True)
class Past:
    """Everything a statistic may use. In no particular order; nothing later than `today` counts."""

    today: date
    readings: tuple[DayMoods, ...] = ()
    episodes: tuple[Episode, ...] = ()
    applications: tuple[Application, ...] = ()
    rests: tuple[Rest, ...] = ()
    reached_out: tuple[date, ...] = ()
    """The days on which feedback was asked for or a lead was contacted."""
