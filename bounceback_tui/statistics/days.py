"""Readings brought down to one value a day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.packed import taken_apart

if TYPE_CHECKING:  # Today has no past, and shows values of days
    from bounceback_tui.domain.checkin import DayMoods
    from bounceback_tui.domain.past import Past


class Daily(Frozen):
    """The logged days, earliest first, and the value of each."""

    days: tuple[date, ...]
    """Local dates with at least one reading that counts."""

    values: tuple[float, ...]
    """The mood of each day, 1–9."""

    def before(self, day: date) -> int:
        """How many logged days come before `day`; also the index of the first that does not."""
        return bisect_left(self.days, day)

    def up_to(self, day: date) -> int:
        """How many logged days come up to and with `day`."""
        return bisect_right(self.days, day)


def middle(values: Iterable[float]) -> float:
    """The median of a few values, of which there is at least one; asked for very often."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def daily_values(past: Past) -> Daily:
    """The values of all days of a past; see `values_of`."""
    return values_of(past.readings, past.today)


def values_of(readings: Sequence[DayMoods], today: date) -> Daily:
    """The median of each day's moods up to today, without those taken right after writing.

    Mood often dips for a while after such writing (Smyth 1998), so a day with only such readings has no
    value and is no logged day.
    """
    days: list[date] = []
    moods: list[str] = []
    for day, digits, after in taken_apart(readings):
        if after or day > today:
            continue
        if not days or day > days[-1]:
            days.append(day)
            moods.append(digits)
        elif day == days[-1]:
            moods[-1] += digits
        else:  # none that were read: those come in their order, so that none needs be looked up
            return values_of(sorted(readings), today)
    values = {digits: float(median(map(int, digits))) for digits in set(moods)}  # few among many days
    return Daily(tuple(days), tuple([values[digits] for digits in moods]))
