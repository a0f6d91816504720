"""Short ways to make up a past; days are counted from one Monday, and may be negative."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from bounceback_tui.domain.application import Kind, Log
from bounceback_tui.domain.checkin import DayMoods
from bounceback_tui.domain.episode import ShortEpisode
from bounceback_tui.domain.past import Past

START = date(2026, 1, 5)


def day(number: int) -> date:
    return START + timedelta(days=number)


def rejection(number: int, name: str = "", *, closed: bool = False) -> ShortEpisode:
    """An episode that began on that day; its id tells the day unless it is named."""
    known = name or f"r{number}"
    return ShortEpisode(known, f"Company {known}", day(number), closed=closed)


def readings(moods: Mapping[int, int]) -> tuple[DayMoods, ...]:
    """One ordinary reading for each day number."""
    return tuple(DayMoods(day(number), str(mood), False) for number, mood in moods.items())


def past(today: int, moods: Mapping[int, int], episodes: Iterable[ShortEpisode | int] = ()) -> Past:
    """A past with one reading a day; an episode may be given by its day number."""
    known = tuple(each if isinstance(each, ShortEpisode) else rejection(each) for each in episodes)
    return Past(day(today), readings(moods), known)


def level(first: int, last: int, mood: int) -> dict[int, int]:
    """The same mood on every day from `first` to `last`, both included."""
    return dict.fromkeys(range(first, last + 1), mood)


BEFORE = level(-14, -1, 6)
"""A steady fortnight before the rejection of day 0."""


def application(*kinds: Kind, first: int = 0) -> Log:
    """An application with these events, one a day from `first` on."""
    return Log(kinds, tuple(day(first + step) for step in range(len(kinds))))


def applications(many: int, *kinds: Kind) -> tuple[Log, ...]:
    """That many applications alike."""
    return (application(*kinds),) * many
