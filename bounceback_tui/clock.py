"""The clock that is handed in: the machine's own, or one that stands still for scripts and tests."""

from __future__ import annotations

import os
import warnings
from datetime import UTC, datetime, tzinfo
from typing import Protocol

from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import one_line

VARIABLE = "BOUNCEBACK_NOW"
"""Environment variable that sets the clock to an ISO date-time."""


YEARS = range(1971, 9000)
"""Years that a clock can be set to: keys count from 1970, and there must be room to look back and ahead."""


class Clock(Protocol):
    """Tells the present moment and the zone in which the person lives."""

    @property
    def zone(self) -> tzinfo:
        """The person's zone, to read dates in words in."""

    def now(self) -> Moment:
        """The present moment."""


class SystemClock:
    """The machine's own clock and zone."""

    def __init__(self) -> None:
        self._zone = local_zone()

    @property
    def zone(self) -> tzinfo:
        """The machine's zone, read once."""
        return self._zone

    def now(self) -> Moment:
        """The present moment."""
        return Moment.of(datetime.now(UTC).astimezone(self._zone))


class FixedClock:
    """A clock that stands still."""

    def __init__(self, when: datetime) -> None:
        """`when` may be naive: it is then read in the machine's zone."""
        self._zone = when.tzinfo or local_zone()
        self._now = Moment.of(when.replace(tzinfo=self._zone))

    @property
    def zone(self) -> tzinfo:
        """The zone of the time it was set to."""
        return self._zone

    def now(self) -> Moment:
        """Always the same moment."""
        return self._now


def local_zone() -> tzinfo:
    """The machine's zone; by its IANA name where it has one, else a fixed offset."""
    import tzlocal  # noqa: PLC0415 - a clock set by hand does not need it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about odd settings of the machine, and of no use on a screen
            return tzlocal.get_localzone()
    except (LookupError, ValueError, OSError):
        fixed = datetime.now(UTC).astimezone().tzinfo
        return fixed or UTC


def clock_from_environment() -> Clock:
    """A fixed clock where BOUNCEBACK_NOW is set, else the machine's.

    Raises ValueError with one sentence where it cannot be read.
    """
    text = os.environ.get(VARIABLE, "").strip()
    if not text:
        return SystemClock()
    try:
        when = datetime.fromisoformat(text)
        if when.year not in YEARS:
            raise ValueError("out of the calendar that keys and dates are worked out in")
        return FixedClock(when)
    except ValueError:
        said = one_line(text)[:40]
        raise ValueError(
            f"{VARIABLE} is set to “{said}”; it takes a date and time such as 2026-11-23T09:30."
        ) from None
