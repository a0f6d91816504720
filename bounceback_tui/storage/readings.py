"""How somebody felt: the mood of an entry in SQL, and a reading as JSON and back, as versions keep it."""

from __future__ import annotations

from typing import Any

from bounceback_tui.domain.checkin import Feeling, Reading

MOOD = """(SELECT mood FROM checkin WHERE checkin.entry_id = entry.id AND checkin.deleted_at IS NULL
    AND mood IS NOT NULL
    ORDER BY CASE relation WHEN 'before' THEN 0 WHEN 'after' THEN 1 ELSE 2 END LIMIT 1)"""
"""The mood of an entry: when starting to write, else right after, else the next day."""


def reading_record(reading: Reading) -> dict[str, Any]:
    """A reading in forms that JSON knows."""
    feelings = [[one.name, one.strength] for one in reading.feelings]
    return {"mood": reading.mood, "energy": reading.energy, "feelings": feelings}


def reading_from(record: dict[str, Any]) -> Reading:
    """The reading again."""
    feelings = tuple(Feeling(name, strength) for name, strength in record["feelings"])
    return Reading(record["mood"], record["energy"], feelings)
