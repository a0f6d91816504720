"""A Monday in Berlin on which dates in words are read."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bounceback_tui.domain.dates import DateOrder, understand
from bounceback_tui.domain.moment import Moment

BERLIN = ZoneInfo("Europe/Berlin")
TOKYO = ZoneInfo("Asia/Tokyo")
TODAY = date(2026, 11, 23)
"""A Monday."""


def at(text: str) -> Moment:
    """A moment in Berlin, from ISO."""
    return Moment.at(datetime.fromisoformat(text), BERLIN)


NOW = at("2026-11-23T14:05")


def told(text: str, now: Moment = NOW, order: DateOrder = DateOrder.ASK) -> str:
    """What `text` means in Berlin, to the minute."""
    return f"{understand(text, now, BERLIN, order).moment.local:%Y-%m-%d %H:%M}"
