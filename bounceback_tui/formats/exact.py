"""Moments, feelings and what an entry tells of, as our own files write them and read them back exactly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from bounceback_tui.domain.calendar_terms import YEARS
from bounceback_tui.domain.checkin import SCALE, STRENGTH, Feeling, Reading
from bounceback_tui.domain.moment import Moment

_FEELING = re.compile(r"((?:\\.|[^\\;=])+)=(\d{1,3})(?:; |\Z)", re.DOTALL)
_SIGN = re.compile(r"[\\;=]")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def moment_words(moment: Moment) -> str:
    """ "2026-11-22T15:00:00.000001+01:00": local, with as much of a second as is known."""
    return moment.local.isoformat()


def moment_read(text: str, zone: str) -> Moment | None:
    """The same back, with the name of its zone; None where it is no date-time with an offset."""
    try:
        when = datetime.fromisoformat(text.strip())
        if when.tzinfo is None or when.year not in YEARS or (when.utcoffset() or timedelta()).seconds % 60:
            return None
        return Moment.of(when, zone)
    except (ValueError, OverflowError):
        return None


def feeling_words(feelings: Iterable[Feeling]) -> str:
    """ "shame=60; calm=20"."""
    return "; ".join(f"{_SIGN.sub(_escaped, one.name)}={one.strength}" for one in feelings)


def reading_of(mood: str, energy: str, feelings: str) -> Reading | None:
    """The reading that these cells hold; None where one of them holds something else."""
    try:
        values = [int(text) if text.strip() else None for text in (mood, energy)]
    except ValueError:
        return None
    found, place = [], 0
    while place < len(feelings):
        match = _FEELING.match(feelings, place)
        name = _ESCAPE.sub(r"\1", match[1]) if match else ""
        if match is None or not name.strip() or int(match[2]) not in STRENGTH:
            return None
        found.append(Feeling(name, int(match[2])))
        place = match.end()
    if len({one.name for one in found}) < len(found):
        return None
    if any(value is not None and value not in SCALE for value in values):
        return None
    return Reading(values[0], values[1], tuple(found))


def with_rest(text: str, rest: Iterable[tuple[str, str]]) -> str:
    """A text with what has no other place below it, a line each."""
    lines = "\n".join(f"{name.capitalize()}: {said}" for name, said in rest if said)
    return "\n\n".join(part for part in (text, lines) if part)


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"
