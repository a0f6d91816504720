"""The clock that is handed in: the machine's own, or one that stands still for scripts and tests."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from typing import Protocol

from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import quoted

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

    def day_of(self, when: datetime) -> date:
        """The person's own calendar day at an instant; `when` is aware. Raises OverflowError."""
        return when.astimezone(self.zone).date()


class SystemClock(Clock):
    """The machine's own clock and zone."""

    @cached_property
    def zone(self) -> tzinfo:
        """The machine's zone, read once; where no date in words is read, nothing asks for it."""
        return local_zone()

    @cached_property
    def _name(self) -> str:
        return linked_name()

    def now(self) -> Moment:
        """The present moment."""
        now = datetime.now(UTC)
        if self._name:  # the system's own rules, which that name stands for, are there already
            return Moment.of(now.astimezone(), self._name)
        return Moment.of(now.astimezone(self.zone))

    def day_of(self, when: datetime) -> date:
        """The day at an instant, without loading rules of zones where the system has them; else as ever."""
        return when.astimezone().date() if self._name else super().day_of(when)


class FixedClock(Clock):
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
    if name := linked_name():
        from zoneinfo import ZoneInfo  # noqa: PLC0415 - a clock set by hand does not need it

        with suppress(LookupError, ValueError, OSError):
            return ZoneInfo(name)
    import warnings  # noqa: PLC0415 - mostly the link says it

    import tzlocal  # noqa: PLC0415 - the same: it takes as long as half of a short command

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about odd settings of the machine, and of no use on a screen
            return tzlocal.get_localzone()
    except (LookupError, ValueError, OSError):
        fixed = datetime.now(UTC).astimezone().tzinfo
        return fixed or UTC


def linked_name(link: str = "/etc/localtime", beside: str = "/etc/timezone") -> str:
    """The name of the zone that `link` leads to, which tzlocal would say as well but takes its time for.

    Empty where there is no such link, as on Windows, and where TZ or the file `beside` it says otherwise.
    """
    if "TZ" in os.environ or not os.path.islink(link):
        return ""
    name = os.path.realpath(link).partition("/zoneinfo/")[2]
    with suppress(OSError, ValueError):
        if name and os.path.exists(beside):
            with open(beside, encoding="utf-8") as file:
                return name if file.read().strip() == name else ""
        return name
    return ""


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
        raise ValueError(
            f"{VARIABLE} is set to {quoted(text)}; it takes a date and time such as 2026-11-23T09:30."
        ) from None
