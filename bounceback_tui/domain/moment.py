"""A point in time as a person lived it: UTC, and what their own clock and calendar said."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from bounceback_tui.domain.frozen import Frozen

_NO_TIME = time(12)
_LEAST = timedelta(microseconds=1)


class Moment(Frozen):
    """A point in time with the zone it was lived in, so that travelling never moves an entry's day."""

    utc: datetime
    """Aware, in UTC; moments are ordered by it."""

    offset: int
    """Minutes that the local clock was ahead of UTC."""

    zone: str
    """Name of the zone, such as "Europe/London"; kept for the record, the offset decides."""

    def __lt__(self, other: Moment) -> bool:
        return self._in_order < other._in_order

    def __le__(self, other: Moment) -> bool:
        return self._in_order <= other._in_order

    def __gt__(self, other: Moment) -> bool:
        return self._in_order > other._in_order

    def __ge__(self, other: Moment) -> bool:
        return self._in_order >= other._in_order

    @property
    def _in_order(self) -> tuple[datetime, int, str]:
        return self.utc, self.offset, self.zone

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

    @classmethod
    def seen_in(cls, zone: tzinfo, when: datetime) -> Moment:
        """An instant as a clock in `zone` shows it; `when` is aware."""
        return cls.of(when.astimezone(zone))

    @property
    def local(self) -> datetime:
        """The aware date-time that the person's own clock showed."""
        return self.utc.astimezone(timezone(timedelta(minutes=self.offset)))

    @property
    def local_date(self) -> date:
        """The person's own calendar day."""
        return self.local.date()

    @property
    def has_time(self) -> bool:
        """Whether a time of day is known: noon to the microsecond stands for a day without one."""
        return self.local.time() != _NO_TIME

    def timed(self) -> Moment:
        """The same with its time of day known: a noon that was said is one microsecond later."""
        return self if self.has_time else Moment(self.utc + _LEAST, self.offset, self.zone)

    def isoformat(self) -> str:
        """Local date-time with its offset, to the second: "2026-11-22T15:00:00+01:00"."""
        return self.local.isoformat(timespec="seconds")
