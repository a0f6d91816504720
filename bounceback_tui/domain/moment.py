"""A point in time as a person lived it: UTC, and what their own clock and calendar said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo


@dataclass(frozen=True, order=True)
class Moment:
    """A point in time with the zone it was lived in, so that travelling never moves an entry's day."""

    utc: datetime
    """Aware, in UTC; moments are ordered by it."""

    offset: int
    """Minutes that the local clock was ahead of UTC."""

    zone: str
    """Name of the zone, such as "Europe/London"; kept for the record, the offset decides."""

    @classmethod
    def of(cls, when: datetime, zone: str = "") -> Moment:
        """The moment of an aware date-time. Raises ValueError for a naive one."""
        ahead = when.utcoffset()
        if ahead is None:
            raise ValueError("a moment needs a date-time with a zone")
        return cls(when.astimezone(UTC), round(ahead / timedelta(minutes=1)), zone or str(when.tzinfo))

    @classmethod
    def at(cls, local: datetime, zone: tzinfo) -> Moment:
        """The moment when a clock in `zone` shows the naive date-time `local`."""
        return cls.of(local.replace(tzinfo=zone))

    @property
    def local(self) -> datetime:
        """The aware date-time that the person's own clock showed."""
        return self.utc.astimezone(timezone(timedelta(minutes=self.offset)))

    @property
    def local_date(self) -> date:
        """The person's own calendar day."""
        return self.local.date()

    def isoformat(self) -> str:
        """Local date-time with its offset, to the second: "2026-11-22T15:00:00+01:00"."""
        return self.local.isoformat(timespec="seconds")
