"""What statistics look at: the little of a whole journal that they need, handed in as one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bounceback_tui.domain.application import Log
from bounceback_tui.domain.checkin import DayMoods
from bounceback_tui.domain.episode import Setback
from bounceback_tui.domain.lead import Rest


@dataclass(frozen=True, slots=True)
class Act:
    """Something deliberate that somebody did for the search: an application, feedback asked, a lead."""

    day: date
    after_the_news: bool = True
    """Whether it came after the rejections of that very day, if there were any."""


@dataclass(frozen=True)
class Past:
    """Everything a statistic may use. In no particular order; nothing later than `today` counts."""

    today: date
    readings: tuple[DayMoods, ...] = ()
    episodes: tuple[Setback, ...] = ()
    """Every episode, in short."""
    applications: tuple[Log, ...] = ()
    """The log of each, in short."""
    rests: tuple[Rest, ...] = ()
    acts: tuple[Act, ...] = ()
