"""How many days somebody means: "14", "two weeks", "about a month"."""

from __future__ import annotations

import re

from bounceback_tui.domain.date_words import COUNT, count

LONGEST_FORECAST = 3650
"""Days; whatever is more than ten years was a slip of the finger."""

_LONGEST = 100
"""Characters that are looked at: Python reads no number of thousands of digits, and nobody means one."""

_DAYS = {"": 1, "day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}

_TYPED = re.compile(rf"(?:in |about |around |~ ?)*({COUNT}) ?(?:(day|week|fortnight|month|year)s?)?")


def days_meant(text: str) -> int | None:
    """A number of days, in digits or in words; None for anything else. A month is thirty of them."""
    if len(text) > _LONGEST:
        return None
    if text.strip().isdecimal():
        return int(text)  # the digits of any script
    typed = _TYPED.fullmatch(" ".join(text.casefold().split()).rstrip("."))
    return count(typed[1]) * _DAYS[typed[2] or ""] if typed else None
