"""Check-ins: a reading of how one feels, alone or beside an entry."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.moment import Moment

SCALE = range(1, 10)
"""Mood and energy run from 1 to 9; 5 is neither good nor bad. A plain scale of our own."""

STRENGTH = range(101)
"""How strong a feeling is, 0 to 100."""


class Relation(StrEnum):
    """How a check-in stands to an entry."""

    ALONE = "alone"
    BEFORE = "before"
    AFTER = "after"
    NEXT_DAY = "next day"

    @property
    def words(self) -> str:
        """Which entry it stands beside, as "before an entry"; empty where it stands alone."""
        day = "the day after" if self is Relation.NEXT_DAY else self.value
        return "" if self is Relation.ALONE else f"{day} an entry"


class Feeling(Frozen):
    """A feeling in the person's own words and how strong it is, 0–100."""

    name: str
    strength: int

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a feeling needs a name")
        if self.strength not in STRENGTH:
            raise ValueError(f"a feeling's strength runs from 0 to 100, not {self.strength}")


class Reading(Frozen):
    """How somebody feels; every part may be left out."""

    mood: int | None = None
    energy: int | None = None
    feelings: tuple[Feeling, ...] = ()

    def __post_init__(self) -> None:
        for name, value in (("mood", self.mood), ("energy", self.energy)):
            if value is not None and value not in SCALE:
                raise ValueError(f"{name} runs from 1 to 9, not {value}")

    @property
    def words(self) -> str:
        """ "mood 3, energy 2, shame 60"; empty where nothing was said."""
        named = (
            ("mood", self.mood),
            ("energy", self.energy),
            *((one.name, one.strength) for one in self.feelings),
        )
        return ", ".join(f"{name} {value}" for name, value in named if value is not None)

    def __bool__(self) -> bool:
        return self.mood is not None or self.energy is not None or bool(self.feelings)


NOTHING_READ = Reading()
"""Nothing was said about how it feels."""


class CheckIn(Frozen):
    """A reading at a moment; `entry_id` is None exactly when it stands alone."""

    id: str
    felt_at: Moment
    reading: Reading
    relation: Relation = Relation.ALONE
    entry_id: str | None = None


class CheckInVersion(NamedTuple):
    """What a check-in said until it was changed at `replaced_at`."""

    id: str
    replaced_at: Moment
    reading: Reading


class DayMoods(NamedTuple):
    """The moods of a day, which is the little of check-ins that statistics need; there may be very many."""

    day: date
    """Local date."""
    moods: str
    """A digit 1–9 for each, in no particular order."""
    after: bool
    """Taken right after writing, when mood dips for a while (Smyth 1998)."""
