"""Which time of day a phrase names, and what is left of the phrase without it."""

from __future__ import annotations

import re
from datetime import time
from enum import Enum
from typing import NamedTuple

from bounceback_tui.domain.calendar_terms import DateNotUnderstood


class Part(Enum):
    """A part of the day: hours that may be said with it, the hour it stands for alone, and when it begins."""

    MORNING = ("morning", range(12), 9, 5)
    AFTERNOON = ("afternoon", range(12, 19), 15, 12)
    EVENING = ("evening", range(16, 24), 19, 17)
    NIGHT = ("night", range(18, 24), 21, 20)

    def __init__(self, word: str, hours: range, usual: int, begins: int) -> None:
        self.word = word
        self.hours = hours
        self.usual = time(usual)
        self.begins = time(begins)


class Phrase(NamedTuple):
    """A phrase taken apart."""

    day: str
    """Words that name the day; "today" where only a time was said."""
    clock: time | None
    """The time of day, where one was said."""
    part: Part | None
    """The part of the day, where one was said."""


_CLOCK = (
    r"(?:(?P<hour>[0-9]{1,2})(?:(?P<sep>[:.])(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r" ?(?P<half>[ap]m)?(?P<whole> o'clock)?|(?P<word>noon|midday|midnight))"
)
_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
"""Midnight is 00:00, where the day that is named begins; the echo shows it."""


def take_apart(words: str) -> Phrase:
    """`words` as day, time and part of the day. Raises DateNotUnderstood for an impossible time."""
    rest, part = _find_part(words)
    clock, rest = _find_clock(rest)
    if part is None:
        rest, part = _find_part(rest)
    if rest == "last" and part in (Part.EVENING, Part.NIGHT):
        rest = "yesterday"
    elif not rest or (rest == "this" and part):
        rest = "today" if clock or part else ""
    return Phrase(rest, _read(clock, part) if clock else None, part)


def _find_clock(words: str) -> tuple[re.Match[str] | None, str]:
    """A time at the end of `words`, else at the start, and the rest."""
    for pattern in (
        rf"(?:(?P<rest>.*?) )??(?P<at>at )?{_CLOCK}",
        rf"(?P<at>at )?{_CLOCK} (?:on )?(?P<rest>.+)",
    ):
        match = re.fullmatch(pattern, words)
        if match and _is_clock(match):
            return match, match["rest"] or ""
    return None, words


def _is_clock(match: re.Match[str]) -> bool:
    """Whether a number is meant as a time: "at 15", "3pm", "15:00", but neither "23" nor "23.11"."""
    if match["word"] or match["at"] or match["half"] or match["whole"] or match["sep"] == ":":
        return True
    return match["sep"] == "." and not could_be_date(match["hour"], match["minute"])


def could_be_date(first: str, second: str) -> bool:
    """Whether two numbers with a dot between them could be a day and a month, in either order."""
    low, high = sorted((int(first), int(second)))
    return 1 <= low <= 12 and high <= 31


def _find_part(words: str) -> tuple[str, Part | None]:
    """The rest of `words`, and the part of the day that they end with."""
    words = re.sub(r"\btonight$", "this night", words)
    match = re.fullmatch("(?:(.+?) )?(?:in the |at )?(morning|afternoon|evening|night)", words)
    return (match[1] or "", Part[match[2].upper()]) if match else (words, None)


def _read(match: re.Match[str], part: Part | None) -> time:
    if match["word"]:
        found = _NAMED[match["word"]]
    else:
        hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
        found = _time(_hour(hour, match, part), minute, second)
    if part and found.hour not in part.hours:
        raise DateNotUnderstood(
            f"{found:%H:%M} does not go with “{part.word}”; write the day and the time alone."
        )
    return found


def _hour(hour: int, match: re.Match[str], part: Part | None) -> int:
    """The hour from 0 to 23 (or one too large); a part of the day tells which half an hour up to 12 is in."""
    if match["half"]:
        if not 1 <= hour <= 12:
            raise DateNotUnderstood(f"There is no {hour}{match['half']}; write for example “3pm” or “15:00”.")
        return hour % 12 + (12 if match["half"] == "pm" else 0)
    if part and hour and hour + 12 in part.hours:
        return hour + 12
    if part is None and match["sep"] is None and 1 <= hour <= 12:
        raise DateNotUnderstood(f"{hour} could be {hour}am or {hour}pm; add which one.")
    return hour


def _time(hour: int, minute: int, second: int) -> time:
    try:
        return time(hour, minute, second)
    except ValueError:
        said = f"{hour}:{minute:02}" + (f":{second:02}" if second else "")
        raise DateNotUnderstood(f"There is no {said}; a day runs from 00:00 to 23:59.") from None
