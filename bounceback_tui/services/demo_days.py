"""When things happened to the made-up person of the demo, and how they felt on each day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from random import Random
from typing import Any

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.checkin import SCALE, Feeling, Reading

SEED = "bounceback"
"""What chance begins from, so that every demo is the same."""

Table = Mapping[str, Any]
"""A table of `assets/demo.toml`; the opening lines of that file explain the words."""

Chance = Callable[[], float]
"""Gives numbers from 0 up to 1."""

_OWN = (Kind.APPLIED, Kind.GHOSTED, Kind.WITHDREW)
"""What a person does themselves, on any day of the week."""

_FADES = 0.75
"""What is left of a lift from one day to the next."""

_LAST_STEP = 1.1
"""How far below the usual a mood still is on the day before it is back."""


def chance_of(what: object) -> Chance:
    """Chance with a beginning of its own, so that what it decides on one thing never shifts another."""
    return Random(f"{SEED} {what}").random


class Days:
    """The days on which things happened; employers keep working days, whatever day today is."""

    def __init__(self, today: date, story: Table) -> None:
        self.today = today
        self._events = {
            f"{one['company']} {kind}": self._ago(ago, kind not in (*_OWN, one.get("exact")))
            for one in story["application"]
            for kind, ago in one["log"].items()
        }

    def of_event(self, name: str) -> date:
        """The day of an event, named by company and kind: "Acme rejected"."""
        return self._events[name]

    def of(self, entry: Table) -> date:
        """The day of an entry: that of its event, some days from an event, or some days ago."""
        if name := entry.get("of") or entry.get("near"):
            return self._events[name] + timedelta(days=entry.get("plus", 0))
        return self._ago(entry["ago"], entry.get("workday", False))

    def _ago(self, days: int, workday: bool) -> date:
        day = self.today - timedelta(days=days)
        return working_day(day) if workday else day


class Moods:
    """How the person felt: their usual, less what a rejection took, and a little chance."""

    def __init__(self, days: Days, story: Table) -> None:
        self._today = days.today
        self._words = story["mood"]
        self._usual = [(-ago, level) for ago, level in self._words["usual"]]
        entries = story["entry"]
        self._ways = [
            (days.of(one), one["way"]["depth"], one["way"]["back"]) for one in entries if "way" in one
        ]
        self._lifts = [(days.of(one), one["lift"]) for one in entries if "lift" in one]
        self._told = {days.of(one) for one in entries}
        self.first = min(self._told)
        """The first day of the journal."""

    def readings(self, day: date) -> list[tuple[time, Reading]]:
        """The check-ins of a day and when; none on some days, nor where an entry has its own."""
        ago = (self._today - day).days
        chance = chance_of(ago)
        skipped, twice, early = chance() < 0.12, chance() < 0.12, chance() < 0.6
        away = any(first >= ago >= last for first, last in self._words["away"])
        if day in self._told or (ago and (away or skipped)):
            return []
        mood = self._mood(day, chance() + chance() - 1)
        hour = int(chance() * 2) + (7 if early or not ago else 17)
        found = [(time(hour, int(chance() * 60)), self._reading(mood, chance))]
        if twice and ago:
            later = _on_scale(mood + int(chance() * 3) - 1)
            found.append((time(21, int(chance() * 60)), self._reading(later, chance)))
        return found

    def _mood(self, day: date, noise: float) -> int:
        dip = max(_dip((day - began).days, depth, back) for began, depth, back in self._ways)
        lift = sum(size * _FADES ** (day - began).days for began, size in self._lifts if began <= day)
        return _on_scale(self._level(day) - dip + lift + noise * (0.7 if dip else 1.25))

    def _level(self, day: date) -> float:
        """The usual mood at the time, on the lines between the points given."""
        place = -(self._today - day).days
        after = min(bisect_right(self._usual, (place, 0.0)), len(self._usual) - 1) or 1
        (left, low), (right, high) = self._usual[after - 1 : after + 1]
        return float(low + (high - low) * (place - left) / (right - left))

    def _reading(self, mood: int, chance: Chance) -> Reading:
        energy = _on_scale(0.5 * mood + 2.3 + 3 * (chance() - 0.5))
        words = self._words["low" if mood < 4 else "middling" if mood < 6 else "good"]
        names = {words[int(chance() * len(words))] for _ in range(int(chance() * 3.2))}
        feelings = tuple(Feeling(name, 20 + 5 * int(chance() * 12)) for name in sorted(names))
        return Reading(mood, energy if chance() < 0.8 else None, feelings)


def working_day(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=(0, 0, 0, 0, 0, 2, 1)[day.weekday()])


def _dip(since: int, depth: float, back: int) -> float:
    """What a rejection `since` days ago still takes from the mood; nothing from the day `back` on."""
    if not 0 < since < back:
        return 0.0
    return _LAST_STEP + (depth - _LAST_STEP) * (back - 1 - since) / max(1, back - 2)


def _on_scale(mood: float) -> int:
    return min(max(round(mood), SCALE.start), SCALE.stop - 1)
