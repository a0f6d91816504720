"""How somebody felt, as JSON and back: what versions keep of a check-in."""

from __future__ import annotations

from typing import Any

from bounceback_tui.domain.checkin import Feeling, Reading


def reading_record(reading: Reading) -> dict[str, Any]:
    """A reading in forms that JSON knows."""
    feelings = [[one.name, one.strength] for one in reading.feelings]
    return {"mood": reading.mood, "energy": reading.energy, "feelings": feelings}


def reading_from(record: dict[str, Any]) -> Reading:
    """The reading again."""
    feelings = tuple(Feeling(name, strength) for name, strength in record["feelings"])
    return Reading(record["mood"], record["energy"], feelings)
